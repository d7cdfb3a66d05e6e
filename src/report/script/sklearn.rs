//! Models of scikit-learn before they are fitted, with what they mean.

use crate::report::words::{Lang, Say, script as words};

/// A logistic regression, and its penalty in words.
pub(super) fn logistic(l2: f64, lang: Lang) -> (String, String) {
    match l2 > 0.0 {
        true => (logistic_of(&format!("1 / {l2}")), words::PenaltyC { l2 }.say(lang)),
        false => (logistic_of("np.inf"), words::NoPenaltyC.say(lang)),
    }
}

/// A logistic regression with this `C`.
pub(super) fn logistic_of(c: &str) -> String {
    format!("LogisticRegression(C={c}, solver=\"newton-cholesky\", tol=1e-10, max_iter=10000)")
}
