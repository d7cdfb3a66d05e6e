//! The same predictions under three measures.

use super::Prediction;
use crate::eval::interval;
use serde::Serialize;

/// One model on one task. All intervals are 95 % ones over the problems.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScaleScores {
    /// Held-out problems that were asked.
    pub n: usize,
    /// Share of answers that are right to the last token: all or nothing.
    pub exact_match: f64,
    /// Interval of that share (Wilson).
    pub exact_match_interval: [f64; 2],
    /// Mean over the problems of the share of places that are right.
    pub token_accuracy: f64,
    /// Interval of that mean (Student's t), within 0 and 1.
    pub token_accuracy_interval: [f64; 2],
    /// Mean of `ln P(right answer)`, in nats an answer.
    pub log_prob_nats: f64,
    /// Interval of that mean (Student's t), in nats.
    pub log_prob_interval: [f64; 2],
}

impl ScaleScores {
    /// The three measures of what a model said to these problems.
    pub fn of(predictions: &[Prediction]) -> ScaleScores {
        let n = predictions.len();
        let n_exact = predictions.iter().filter(|p| p.n_right == p.n_tokens).count();
        let shares: Vec<f64> = predictions.iter().map(|p| p.n_right as f64 / p.n_tokens as f64).collect();
        let logs: Vec<f64> = predictions.iter().map(|p| p.log_prob_nats).collect();
        let (token_accuracy, token_accuracy_interval) = interval::mean(&shares, 0.05);
        let (log_prob_nats, log_prob_interval) = interval::mean(&logs, 0.05);
        ScaleScores {
            n,
            exact_match: n_exact as f64 / n as f64,
            exact_match_interval: interval::wilson(n_exact, n),
            token_accuracy,
            token_accuracy_interval: token_accuracy_interval.map(|end| end.clamp(0.0, 1.0)),
            log_prob_nats,
            log_prob_interval,
        }
    }
}
