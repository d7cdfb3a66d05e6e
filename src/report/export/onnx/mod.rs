//! A fitted model as an ONNX file.
//!
//! One input a feature, `(n_samples, 1)`: doubles, NaN where missing, or words, empty where
//! missing. Outputs: `label` and `probabilities` (in the order of the classes) of a classifier,
//! `prediction` of a regression, `cluster` (from 1) and `distance` of k-means.

mod answer;
mod cells;
mod distance;
mod gpt;
mod graph;
mod linear;
mod naive_bayes;
mod proto;
mod tree;

pub use gpt::gpt_onnx;

use super::ModelSource;
use crate::model::Model;
use crate::task::Predictor;
use cells::InputGraph;

/// The file.
pub fn onnx(predictor: &Predictor, source: &ModelSource) -> Vec<u8> {
    let mut reader = InputGraph::default();
    let threshold = predictor.threshold();
    match predictor.model() {
        Model::Logistic(model) => linear::logistic(&mut reader, model, threshold),
        Model::Linear(model) => linear::linear(&mut reader, model),
        Model::NaiveBayes(model) => naive_bayes::naive_bayes(&mut reader, model, threshold),
        Model::Tree(model) => tree::tree(&mut reader, model, threshold),
        Model::Knn(model) => distance::knn(&mut reader, model, threshold),
        Model::KMeans(model) => distance::k_means(&mut reader, model),
    }
    let about = format!("{}: n_samples = {}; {}", source.data, source.n_samples, predictor.column_names().join(", "));
    reader.graph.into_bytes(about, source.melon.clone())
}
