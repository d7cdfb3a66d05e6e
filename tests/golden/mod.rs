//! Values from scikit-learn, R, PyTorch, KenLM and pandas, each beside the script that made it.

mod band;
mod chat;
mod data;
mod export;
mod gpt;
mod hard_fits;
mod kenlm;
mod kmeans;
mod knn;
mod metrics;
mod models;
mod naive_bayes;
mod ods;
mod optimizer;
mod repeated_folds;
mod tables;
mod tails;
mod tokenizers;
mod tree;

use serde_json::Value;

/// A file of golden values.
fn parse(json: &str) -> Value {
    serde_json::from_str(json).expect("golden files are JSON")
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|v| v.as_f64().expect("a number")).collect()
}

fn indices(value: &Value) -> Vec<usize> {
    value.as_array().expect("a list").iter().map(|v| v.as_u64().expect("an index") as usize).collect()
}

/// Rows of different lengths.
fn matrix_rows(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().expect("rows").iter().map(numbers).collect()
}

fn matrix(value: &Value) -> ndarray::Array2<f64> {
    let rows = matrix_rows(value);
    ndarray::Array2::from_shape_fn((rows.len(), rows[0].len()), |(i, j)| rows[i][j])
}
