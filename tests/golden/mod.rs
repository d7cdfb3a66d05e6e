//! Values from scikit-learn, R and PyTorch, each beside the script that made it.

mod data;
mod gpt;
mod metrics;
mod models;
mod naive_bayes;
mod tails;

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

fn matrix(value: &Value) -> ndarray::Array2<f64> {
    let rows: Vec<Vec<f64>> = value.as_array().expect("rows").iter().map(numbers).collect();
    ndarray::Array2::from_shape_fn((rows.len(), rows[0].len()), |(i, j)| rows[i][j])
}
