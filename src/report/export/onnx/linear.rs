//! `b + w x`, of one output or several, and the models that are no more than that.

use super::cells::{InputColumn, InputGraph};
use super::graph::Value;
use super::proto::DataType;
use crate::data::Encoder;
use crate::model::{Linear, Logistic};

pub(super) fn logistic(reader: &mut InputGraph, model: &Logistic, threshold: f64) {
    // Of two classes the first one's score is 0.
    let n_without = model.classes.len() - model.outputs.len();
    let of_each = |own: &dyn Fn(usize) -> f64| -> Vec<f64> {
        std::iter::repeat_n(0.0, n_without).chain((0..model.outputs.len()).map(own)).collect()
    };
    let intercepts = of_each(&|output| model.outputs[output].intercept);
    let weights = |term: usize| of_each(&|output| model.outputs[output].coefficients[term]);
    let scores = scores(reader, &model.encoder, intercepts, &weights);
    let probabilities = reader.softmax(&scores);
    reader.answer_class(&probabilities, &model.classes, threshold);
}

pub(super) fn linear(reader: &mut InputGraph, model: &Linear) {
    let prediction = scores(reader, &model.encoder, vec![model.intercept], &|term| vec![model.coefficients[term]]);
    let prediction = reader.where_usable(&prediction);
    reader.graph.output("prediction", &prediction, DataType::Double, 1);
}

/// `(n_samples, n_outputs)`. A category's term is 1 for one level alone: its weights are looked up.
fn scores(
    reader: &mut InputGraph,
    encoder: &Encoder,
    intercepts: Vec<f64>,
    weights: &dyn Fn(usize) -> Vec<f64>,
) -> Value {
    let none = vec![0.0; intercepts.len()];
    let mut parts = vec![reader.graph.row(&intercepts)];
    let mut first_term = 0;
    for column in &encoder.columns {
        let (n_terms, n_levels) = column.size(encoder.options.coding);
        parts.push(match reader.encoded(column) {
            InputColumn::Number(cell) => reader.graph.times(&cell, &weights(first_term)),
            InputColumn::Level(level) => {
                let coded = (first_term..first_term + n_terms).map(weights);
                let rows = std::iter::repeat_n(none.clone(), n_levels - n_terms).chain(coded).collect();
                reader.look_up(&level, rows, none.clone())
            }
        });
        first_term += n_terms;
    }
    reader.graph.sum(&parts)
}
