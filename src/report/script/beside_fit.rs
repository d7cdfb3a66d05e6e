//! What a command shows beside a fit, as its script computes it.

use super::asked_samples::Asked;
use super::estimates::Inference;
use super::not_computed::has_rounded_ties;
use crate::data::Dataset;
use crate::task::Finding;
use crate::task::classify::{Classification, L2Path};
use crate::task::regress::Regression;

/// What a command shows beside a fit, as its script computes it.
#[derive(Default)]
pub(super) struct BesideFit {
    /// How sure the estimates are.
    pub inference: Option<Inference>,
    /// What was asked about.
    pub asked: Option<Asked>,
    /// Whether the area under the ROC curve is computed.
    pub has_roc_auc: bool,
    /// Whether the log-loss on held-out samples is compared with that of the classes' shares, with an interval.
    pub has_gain: bool,
    /// The same model with other penalties.
    pub l2_path: Option<L2Path>,
}

impl BesideFit {
    /// `is_tested`: whether the script has the samples that were held out.
    pub fn of_classification(result: &Classification, data: &Dataset, is_tested: bool, english: bool) -> BesideFit {
        let is_gain = |one: &Finding| matches!(one, Finding::BesideShares { .. });
        BesideFit {
            inference: Inference::of_classification(result),
            asked: Asked::of_classification(result, data, english),
            has_roc_auc: !has_rounded_ties(result, data),
            has_gain: is_tested && result.findings.iter().any(is_gain),
            // Without a penalty one value of each category is left out, with one none is: the script has one
            // matrix. And where nothing was held out, there is nothing to measure the others on.
            l2_path: result.l2_path.clone().filter(|path| is_tested && path.l2 > 0.0),
        }
    }

    pub fn of_regression(result: &Regression, data: &Dataset, english: bool) -> BesideFit {
        BesideFit {
            inference: Inference::of_regression(result),
            asked: Asked::of_regression(result, data, english),
            ..BesideFit::default()
        }
    }

    /// Whether Student's or the normal distribution is asked for.
    pub fn needs_distributions(&self) -> bool {
        self.inference.is_some() || self.l2_path.is_some() || self.has_gain
    }
}
