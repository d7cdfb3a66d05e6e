//! Naive Bayes: the sum of each feature's `ln P(x | y)`, and the softmax over `y`.

use super::cells::{Gap, InputGraph};
use super::graph::Value;
use crate::model::NaiveBayes;
use crate::model::naive_bayes::Likelihood;
use std::f64::consts::TAU;

pub(super) fn naive_bayes(reader: &mut InputGraph, model: &NaiveBayes, threshold: f64) {
    let priors: Vec<f64> = model.priors.iter().map(|p| p.ln()).collect();
    let mut parts = vec![reader.graph.row(&priors)];
    for feature in &model.features {
        parts.push(match &feature.likelihood {
            Likelihood::Categorical(table) => {
                let level = reader.level(&feature.name, &table.levels, Gap::Known);
                let row = |level: usize| table.probabilities.iter().map(|of_class| of_class[level].ln()).collect();
                // What is missing is summed over: its factor is 1.
                reader.look_up(&level, (0..table.levels.len()).map(row).collect(), vec![0.0; priors.len()])
            }
            Likelihood::Gaussian { means, std_devs, .. } => gaussian(reader, &feature.name, means, std_devs),
        });
    }
    let joint = reader.graph.sum(&parts);
    let probabilities = reader.softmax(&joint);
    reader.answer_class(&probabilities, &model.classes, threshold);
}

/// `-(x - mean)² / (2 sd²) - ln(sd sqrt(2 pi))`; 0 where `x` is missing or `sd` is 0.
fn gaussian(reader: &mut InputGraph, name: &str, means: &[f64], std_devs: &[f64]) -> Value {
    let cell = reader.number(name, Gap::Known);
    let graph = &mut reader.graph;
    let is_spread = |sd: &f64| *sd > 0.0;
    let divisors: Vec<f64> = std_devs.iter().map(|sd| if is_spread(sd) { *sd } else { 1.0 }).collect();
    let constants: Vec<f64> = divisors.iter().map(|sd| -0.5 * TAU.ln() - sd.ln()).collect();
    let [divisors, constants, minus_half, zero] =
        [&divisors[..], &constants, &[-0.5], &[0.0]].map(|cells| graph.row(cells));
    let shifted = graph.minus(&cell, means);
    let z = graph.op("Div", &[&shifted, &divisors]);
    let squared = graph.op("Mul", &[&z, &z]);
    let halved = graph.op("Mul", &[&squared, &minus_half]);
    let log = graph.sum(&[halved, constants]);
    let missing = graph.op("IsNaN", &[&cell]);
    let flat = graph.flags(&std_devs.iter().map(|sd| !is_spread(sd)).collect::<Vec<_>>());
    let nothing = graph.op("Or", &[&missing, &flat]);
    graph.op("Where", &[&nothing, &zero, &log])
}
