//! What a classifier's graph answers: the class and the probabilities.

use super::cells::InputGraph;
use super::graph::{Set, Value};
use super::proto::DataType;

impl InputGraph {
    /// The softmax of `(n_samples, n_classes)` scores.
    pub fn softmax(&mut self, scores: &Value) -> Value {
        self.graph.op_with("Softmax", &[scores], vec![Set::Int("axis", 1)])
    }

    /// Outputs `label` and `probabilities`: of two classes the second from `threshold` on, of more
    /// the likeliest; no label, and NaN, where there is no answer.
    pub fn answer_class(&mut self, probabilities: &Value, classes: &[String], threshold: f64) {
        let probabilities = self.where_usable(probabilities);
        let place = match classes.len() {
            2 => {
                let (positive, threshold) = (self.graph.columns(&probabilities, &[1]), self.graph.row(&[threshold]));
                let below = self.graph.op("Less", &[&positive, &threshold]);
                let (first, second) = (self.graph.ints(&[1, 1], vec![0]), self.graph.ints(&[1, 1], vec![1]));
                self.graph.op("Where", &[&below, &first, &second])
            }
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
}
