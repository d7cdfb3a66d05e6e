//! Which samples were held out together, as a script has it.

use crate::data::{Dataset, Folds};
use crate::rng::Seed;
use crate::task::Finding;
use crate::task::classify::{Classification, has_estimates, labels_of};
use crate::task::regress::Regression;

/// Marks of folds: more folds than that are not written out.
const MARKS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
/// Marks of all divisions, at most: a script is to be read.
const MOST_MARKS: usize = 20_000;

/// What a script can say of samples that were held out.
pub(super) enum HeldOut {
    /// Nothing was held out, or nothing is measured so.
    Untested,
    /// The folds: of each division a mark a sample.
    Folds(Vec<String>),
    /// Each sample alone.
    Alone,
    /// The figures are not computed again.
    Not(NotHeldOut),
}

/// Why figures on held-out samples are not computed again.
#[derive(Clone, Copy)]
pub(super) enum NotHeldOut {
    /// Without a penalty the classes that some fold learns from are separated: there is no estimate.
    NoEstimate,
    /// The fit of some fold has not reached its optimum.
    Unfinished,
    /// There are too many folds or samples to write out.
    TooMany,
}

impl HeldOut {
    pub fn of_classification(result: &Classification, data: &Dataset) -> HeldOut {
        let (options, Ok(labels)) = (&result.options, labels_of(data)) else { return HeldOut::Untested };
        let Ok(Some((_, divisions))) = options.cv.stratified(&labels.codes, Seed(options.seed)) else {
            return HeldOut::Untested;
        };
        let unfinished = result.findings.iter().any(|one| matches!(one, Finding::FoldsNotConverged { .. }));
        match has_estimates(data, &labels, &divisions, options) {
            Ok(true) if unfinished => HeldOut::Not(NotHeldOut::Unfinished),
            Ok(true) => HeldOut::of(&divisions, data.n_samples()),
            _ => HeldOut::Not(NotHeldOut::NoEstimate),
        }
    }

    /// Whether the script computes the figures again.
    pub fn is_computed(&self) -> bool {
        matches!(self, HeldOut::Folds(_) | HeldOut::Alone)
    }

    pub fn of_regression(result: &Regression, data: &Dataset) -> HeldOut {
        match result.options.cv.plain(data.n_samples(), Seed(result.options.seed)) {
            Ok(Some((_, divisions))) => HeldOut::of(&divisions, data.n_samples()),
            _ => HeldOut::Untested,
        }
    }

    fn of(divisions: &[Folds], n_samples: usize) -> HeldOut {
        match divisions {
            [alone] if alone.len() == n_samples => HeldOut::Alone,
            all if all.iter().any(|folds| folds.len() > MARKS.len()) || all.len() * n_samples > MOST_MARKS => {
                HeldOut::Not(NotHeldOut::TooMany)
            }
            all => HeldOut::Folds(all.iter().map(|folds| marks(folds, n_samples)).collect()),
        }
    }
}

/// A mark a sample, the same for those that are tested together.
fn marks(folds: &Folds, n_samples: usize) -> String {
    let mut marks = vec![' '; n_samples];
    for (fold, split) in folds.iter().enumerate() {
        split.test.into_iter().for_each(|sample| marks[sample] = char::from(MARKS[fold]));
    }
    marks.into_iter().collect()
}
