//! Models of distances: k-nearest neighbours and k-means.

use super::cells::{InputColumn, InputGraph};
use super::graph::{Set, Value};
use super::proto::DataType;
use crate::data::Encoder;
use crate::model::knn::TIE;
use crate::model::{KMeans, Knn};

/// Each neighbour that is nearer than the k-th has a vote; those as far as it share the rest.
pub(super) fn knn(reader: &mut InputGraph, model: &Knn, threshold: f64) {
    // Two samples whose category differs lie 1 apart in it: half for each of two indicators.
    let distances = distances(reader, &model.encoder, &model.samples, 0.5);
    let graph = &mut reader.graph;
    let nearest = graph.smallest(&distances, model.k);
    let last = graph.columns(&nearest, &[model.k - 1]);
    let [low, high] = [1.0 - TIE, 1.0 + TIE].map(|factor| graph.times(&last, &[factor]));
    let nearer = graph.op("Less", &[&distances, &low]);
    let within = graph.op("LessOrEqual", &[&distances, &high]);
    let not_nearer = graph.op("Not", &[&nearer]);
    let tied = graph.op("And", &[&within, &not_nearer]);
    let [nearer, tied] = [nearer, tied].map(|flags| graph.double(&flags));
    let [n_nearer, n_tied] = [&nearer, &tied].map(|flags| graph.row_sums(flags));
    let n_votes = graph.row(&[model.k as f64]);
    let left = graph.op("Sub", &[&n_votes, &n_nearer]);
    let each = graph.op("Div", &[&left, &n_tied]);
    let of_tied = graph.op("Mul", &[&tied, &each]);
    let votes = graph.op("Add", &[&nearer, &of_tied]);
    let indicator =
        |&label: &usize| (0..model.classes.len()).map(|class| f64::from(u8::from(class == label))).collect();
    let labels = graph.table(&model.labels.iter().map(indicator).collect::<Vec<Vec<f64>>>());
    let of_classes = graph.op("MatMul", &[&votes, &labels]);
    let total = graph.row_sums(&of_classes);
    let probabilities = graph.op("Div", &[&of_classes, &total]);
    reader.answer_class(&probabilities, &model.classes, threshold);
}

/// The nearest centroid, from 1, and how far it is.
pub(super) fn k_means(reader: &mut InputGraph, model: &KMeans) {
    let distances = distances(reader, &model.encoder, &model.centroids, 1.0);
    let graph = &mut reader.graph;
    let nearest = graph.op_with("ArgMin", &[&distances], vec![Set::Int("axis", 1), Set::Int("keepdims", 1)]);
    let axis = vec![Set::Ints("axes", vec![1]), Set::Int("keepdims", 1)];
    let distance = graph.op_with("ReduceMin", &[&distances], axis);
    let one = graph.ints(&[1, 1], vec![1]);
    let cluster = graph.op("Add", &[&nearest, &one]);
    let distance = reader.where_usable(&distance);
    let graph = &mut reader.graph;
    let unanswered = graph.op("IsNaN", &[&distance]);
    let none = graph.ints(&[1, 1], vec![0]);
    let cluster = graph.op("Where", &[&unanswered, &none, &cluster]);
    graph.output("cluster", &cluster, DataType::Int64, 1);
    graph.output("distance", &distance, DataType::Double, 1);
}

/// Euclidean distances to `points`, `(n_samples, n_points)`, column by column of the table;
/// `weight` of each indicator's square.
fn distances(reader: &mut InputGraph, encoder: &Encoder, points: &[Vec<f64>], weight: f64) -> Value {
    let mut squares = Vec::new();
    let mut first_term = 0;
    for column in &encoder.columns {
        let (n_terms, n_levels) = column.size(encoder.options.coding);
        squares.push(match reader.encoded(column) {
            InputColumn::Number(cell) => {
                let theirs: Vec<f64> = points.iter().map(|point| point[first_term]).collect();
                let apart = reader.graph.minus(&cell, &theirs);
                reader.graph.op("Mul", &[&apart, &apart])
            }
            InputColumn::Level(level) => {
                let terms = first_term..first_term + n_terms;
                let row = |level: usize| {
                    let own = |term| f64::from(u8::from(term + n_levels == first_term + n_terms + level));
                    let squares =
                        |point: &Vec<f64>| terms.clone().map(|term| weight * (point[term] - own(term)).powi(2)).sum();
                    points.iter().map(squares).collect()
                };
                reader.look_up(&level, (0..n_levels).map(row).collect(), vec![0.0; points.len()])
            }
        });
        first_term += n_terms;
    }
    let sum = reader.graph.sum(&squares);
    reader.graph.op("Sqrt", &[&sum])
}
