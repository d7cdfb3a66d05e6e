//! How sure the estimates of a fit without a penalty are.

use crate::task::classify::Classification;
use crate::task::regress::Regression;

/// That a command shows standard errors and tests, which its script computes.
pub(super) struct Inference {
    /// Of each fitted term the step whose odds ratio is shown; none for a number.
    pub steps: Vec<f64>,
}

impl Inference {
    /// `None` where there are no standard errors.
    pub fn of_classification(result: &Classification) -> Option<Inference> {
        if !result.coefficients.iter().any(|one| one.std_error.is_some()) {
            return None;
        }
        // With more than two classes every class has the same terms; the intercept comes first.
        let class = &result.coefficients[0].class;
        let terms = result.coefficients.iter().filter(|one| one.class == *class && one.estimate.is_some()).skip(1);
        Some(Inference { steps: terms.map(|one| one.odds_step.map_or(1.0, |step| step.size)).collect() })
    }

    /// `None` where there are no tests: with a penalty, without a degree of freedom, of an exact fit.
    pub fn of_regression(result: &Regression) -> Option<Inference> {
        result.fit.f.map(|_| Inference { steps: Vec::new() })
    }
}
