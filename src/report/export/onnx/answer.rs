//! What a classifier's graph answers: the class and the probabilities.

use super::cells::InputGraph;
use super::graph::{Set, Value};
use super::proto::DataType;
use crate::eval::classification::ROUNDING;

impl InputGraph {
    /// The softmax of `(n_samples, n_classes)` scores.
    pub fn softmax(&mut self, scores: &Value) -> Value {
        self.graph.op_with("Softmax", &[scores], vec![Set::Int("axis", 1)])
    }

    /// Outputs `label` and `probabilities`: of two classes the second from `threshold` on, of more
    /// the likeliest; no label, and NaN, where there is no answer.
    pub fn answer_class(&mut self, probabilities: &Value, classes: &[String], threshold: f64) {
        self.answer_class_within(0.0, probabilities, classes, threshold);
    }

    /// The same where probabilities that differ by no more than `tie` are equal; of more than two classes it is then
    /// the first of the likeliest.
    pub fn answer_class_within(&mut self, tie: f64, probabilities: &Value, classes: &[String], threshold: f64) {
        let probabilities = self.where_usable(probabilities);
        let place = match classes.len() {
            2 => {
                let (positive, threshold) =
                    (self.graph.columns(&probabilities, &[1]), self.graph.row(&[threshold - tie.max(ROUNDING)]));
                let below = self.graph.op("Less", &[&positive, &threshold]);
                let (first, second) = (self.graph.ints(&[1, 1], vec![0]), self.graph.ints(&[1, 1], vec![1]));
                self.graph.op("Where", &[&below, &first, &second])
            }
            _ if tie > 0.0 => self.first_of_likeliest(tie, &probabilities),
            _ => self.graph.op_with("ArgMax", &[&probabilities], vec![Set::Int("axis", 1), Set::Int("keepdims", 1)]),
        };
        let first = self.graph.columns(&probabilities, &[0]);
        let unanswered = self.graph.op("IsNaN", &[&first]);
        let nothing = self.graph.ints(&[1, 1], vec![classes.len() as i64]);
        let place = self.graph.op("Where", &[&unanswered, &nothing, &place]);
        let words: Vec<String> = classes.iter().cloned().chain([String::new()]).collect();
        let words = self.graph.words(&words);
        let label = self.graph.op("Gather", &[&words, &place]);
        self.graph.output("label", &label, DataType::String, 1);
        self.graph.output("probabilities", &probabilities, DataType::Double, classes.len());
    }

    /// The first class that is as likely as any, but for `tie`.
    fn first_of_likeliest(&mut self, tie: f64, probabilities: &Value) -> Value {
        let across = vec![Set::Ints("axes", vec![1]), Set::Int("keepdims", 1)];
        let most = self.graph.op_with("ReduceMax", &[probabilities], across);
        let least = self.graph.minus(&most, &[tie]);
        let is_likeliest = self.graph.op("GreaterOrEqual", &[probabilities, &least]);
        let is_likeliest = self.graph.double(&is_likeliest);
        self.graph.op_with("ArgMax", &[&is_likeliest], vec![Set::Int("axis", 1), Set::Int("keepdims", 1)])
    }
}
