//! What the loss curve of a run says about it.

use crate::train::Evaluation;

/// What the curve of a run says about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// Nothing was held out: nobody knows.
    Unknown,
    /// The validation loss has turned and rises while the training loss falls.
    Overfits {
        /// The step with the lowest validation loss.
        best_step: usize,
        /// The lowest validation loss.
        best_nats: f64,
        /// The validation loss at the end of the run.
        last_nats: f64,
    },
    /// No later model did better than the one it began with, which is then the one that is kept.
    NotBetter {
        /// The validation loss before the first step.
        first_nats: f64,
        /// The validation loss at the end of the run.
        last_nats: f64,
    },
    /// It was still falling at the end.
    StillFalling,
    /// The last two hardly differ: in this run it has come to rest.
    Settled,
    /// It is no better than knowing nothing.
    NothingLearned,
}

/// A rise of the validation loss by less than this share of what was learned is noise.
const NOISE: f64 = 0.01;

/// Reads the curve of a run whose ignorance would have cost `uniform_loss_nats`.
pub fn verdict(history: &[Evaluation], uniform_loss_nats: f64) -> Verdict {
    let losses: Vec<(usize, f64)> = history.iter().filter_map(|e| Some((e.step, e.val_loss_nats?))).collect();
    let lowest = losses.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1));
    let (Some((best_step, best_nats)), Some(&(_, last_nats))) = (lowest, losses.last()) else {
        return Verdict::Unknown;
    };
    let learned = uniform_loss_nats - best_nats;
    let before_last = losses.len().checked_sub(2).map_or(uniform_loss_nats, |at| losses[at].1);
    if learned < NOISE * uniform_loss_nats {
        Verdict::NothingLearned
    } else if best_step == 0 && losses.len() > 1 {
        Verdict::NotBetter { first_nats: best_nats, last_nats }
    } else if last_nats - best_nats > NOISE * learned {
        Verdict::Overfits { best_step, best_nats, last_nats }
    } else if before_last - last_nats > NOISE * learned {
        Verdict::StillFalling
    } else {
        Verdict::Settled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(losses: &[f64]) -> Vec<Evaluation> {
        let evaluation =
            |(i, &loss): (usize, &f64)| Evaluation { step: 10 * i, train_loss_nats: None, val_loss_nats: Some(loss) };
        losses.iter().enumerate().map(evaluation).collect()
    }

    #[test]
    fn a_curve_is_read() {
        let read = |losses: &[f64]| verdict(&history(losses), 4.0);
        assert_eq!(read(&[]), Verdict::Unknown);
        assert_eq!(read(&[4.0, 3.99]), Verdict::NothingLearned);
        assert_eq!(read(&[4.0, 3.0, 2.0]), Verdict::StillFalling);
        assert_eq!(read(&[4.0, 2.0, 1.999]), Verdict::Settled);
        let overfits = Verdict::Overfits { best_step: 10, best_nats: 2.0, last_nats: 2.5 };
        assert_eq!(read(&[4.0, 2.0, 2.5]), overfits);
        let not_better = Verdict::NotBetter { first_nats: 0.2, last_nats: 0.21 };
        assert_eq!(read(&[0.2, 1.5, 0.21]), not_better, "it had learned all of it before");
    }
}
