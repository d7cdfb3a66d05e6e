//! The options of a decision tree, and which samples it is pruned on.

use super::book_rows;
use super::option::ModelOption;
use crate::data::split::hold_out;
use crate::data::{Dataset, Labels};
use crate::model::tree::{Criterion, EquallyGood, Grown, Instead, MOST_DEPTH, Prune, Tree, TreeOptions};
use crate::rng::Seed;
use crate::task::checked::invalid;
use crate::task::{TaskError, Wanted};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Share of the samples that a tree is pruned on unless asked otherwise.
pub const VALIDATION_SHARE: f64 = 0.3;
/// The validation rows of the book's table 4.2, by their numbers; the other ten are grown on.
const VALIDATION_ROWS: [usize; 7] = [4, 5, 8, 9, 11, 12, 13];

/// Which of the samples that are learned from a tree is pruned on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Validation {
    /// This share, drawn within each class.
    Share(f64),
    /// Those of the book's table 4.2: `table-4.2`.
    Table42,
}

/// Options of a decision tree: absent where it is not the one that is fitted.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnTree {
    /// What the best split is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<Criterion>,
    /// When a branch is given up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prune: Option<Prune>,
    /// Which samples it is pruned on; they are not grown on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validation: Option<Validation>,
    /// Questions on a way, at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_depth: Option<usize>,
    /// A node with fewer samples is not split.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_samples: Option<usize>,
    /// The feature, from 0, that goes first where splits are equally good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefer: Option<usize>,
}

impl OwnTree {
    /// With the defaults.
    ///
    /// # Errors
    /// An option out of range.
    pub(super) fn resolve(self) -> Result<OwnTree, TaskError> {
        if let Some(depth) = self.max_depth.filter(|&depth| depth > MOST_DEPTH) {
            invalid("max_depth", depth, Wanted::AtMost(MOST_DEPTH))?;
        }
        if let Some(n) = self.min_samples.filter(|&n| n < 2) {
            invalid("min_samples", n, Wanted::AtLeast(2))?;
        }
        let prune = self.prune.unwrap_or_default();
        let share = (prune != Prune::None).then_some(Validation::Share(VALIDATION_SHARE));
        Ok(OwnTree {
            criterion: Some(self.criterion.unwrap_or_default()),
            prune: Some(prune),
            validation: self.validation.or(share),
            min_samples: Some(self.min_samples.unwrap_or(TreeOptions::default().min_samples)),
            ..self
        })
    }

    /// The options that are given.
    pub(super) fn given(&self) -> impl Iterator<Item = ModelOption> {
        let is_given = [
            self.criterion.is_some(),
            self.prune.is_some(),
            self.validation.is_some(),
            self.max_depth.is_some(),
            self.min_samples.is_some(),
        ];
        ModelOption::OF_TREE.iter().copied().zip(is_given).filter_map(|(option, is_given)| is_given.then_some(option))
    }

    /// What tells two trees apart: `gain`, `gini,prune=post,max-depth=3`.
    pub(super) fn setting(&self) -> String {
        let others = [
            self.prune.filter(|prune| *prune != Prune::None).map(|prune| format!(",prune={prune}")),
            self.max_depth.map(|depth| format!(",max-depth={depth}")),
            self.min_samples.filter(|&n| n > 2).map(|n| format!(",min-samples={n}")),
        ];
        self.criterion.unwrap_or_default().to_string() + &others.into_iter().flatten().collect::<String>()
    }

    /// The samples (by index) that a tree is pruned on, of those that it learns from; none unless that is asked
    /// for.
    ///
    /// # Errors
    /// Samples that cannot be set aside.
    pub fn set_aside(&self, data: &Dataset, labels: &Labels, seed: u64) -> Result<Vec<usize>, TaskError> {
        self.validation.map_or(Ok(Vec::new()), |validation| set_aside(data, labels, validation, seed))
    }

    fn options(&self) -> TreeOptions {
        TreeOptions {
            criterion: self.criterion.unwrap_or_default(),
            prune: self.prune.unwrap_or_default(),
            max_depth: self.max_depth,
            min_samples: self.min_samples.unwrap_or(2),
            prefer: self.prefer,
        }
    }
}

/// Grows a tree on `data`; the samples that it is pruned on are taken from these.
///
/// # Errors
/// Samples that cannot be set aside; those of the growth.
pub fn grow(
    data: &Dataset,
    labels: &Labels,
    own: &OwnTree,
    seed: u64,
    instead: &[Instead],
) -> Result<Grown, TaskError> {
    let validation = own.set_aside(data, labels, seed)?;
    Ok(Tree::grow(&data.features, labels, &own.options(), &validation, instead)?)
}

/// Figures of all trees that are exactly as good as the one of [`grow`]: [`Tree::equally_good`].
///
/// # Errors
/// As [`grow`].
pub fn equally_good(
    data: &Dataset,
    labels: &Labels,
    own: &OwnTree,
    seed: u64,
) -> Result<Option<EquallyGood>, TaskError> {
    let validation = own.set_aside(data, labels, seed)?;
    Ok(Tree::equally_good(&data.features, labels, &own.options(), &validation)?)
}

/// The samples (by index) that a tree is pruned on.
fn set_aside(data: &Dataset, labels: &Labels, validation: Validation, seed: u64) -> Result<Vec<usize>, TaskError> {
    match validation {
        Validation::Share(share) => Ok(hold_out(&labels.codes, share, Seed(seed))?.test),
        Validation::Table42 => {
            book_rows::check(data)?;
            let is_theirs = |sample: &usize| VALIDATION_ROWS.contains(&data.rows[*sample]);
            Ok((0..data.n_samples()).filter(is_theirs).collect())
        }
    }
}

impl fmt::Display for Validation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Validation::Share(share) => share.fmt(f),
            Validation::Table42 => f.write_str("table-4.2"),
        }
    }
}

impl FromStr for Validation {
    type Err = TaskError;

    fn from_str(text: &str) -> Result<Self, TaskError> {
        let invalid =
            || TaskError::InvalidOption { option: "validation", value: text.to_owned(), wanted: Wanted::Validation };
        let is_share = |share: &f64| *share > 0.0 && *share < 1.0;
        match text {
            "table-4.2" => Ok(Validation::Table42),
            _ => text.parse().ok().filter(is_share).map(Validation::Share).ok_or_else(invalid),
        }
    }
}

impl From<Validation> for String {
    fn from(validation: Validation) -> String {
        validation.to_string()
    }
}

impl TryFrom<String> for Validation {
    type Error = TaskError;

    fn try_from(text: String) -> Result<Self, TaskError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Builtin, Goal, Selection, select, split};
    use crate::task::checked::Check;
    use crate::task::classifiers::{FitOptions, ModelName, OwnOptions, fit};
    use crate::task::cross_validation::classify_held_out;

    fn melons() -> (Dataset, Labels) {
        let table = Builtin::Watermelon2.table(None, Default::default());
        let data = select(table, &Selection::default(), Goal::Classify).unwrap();
        let labels = Labels::from_column(data.target.as_ref().unwrap()).unwrap();
        (data, labels)
    }

    #[test]
    fn a_sample_that_tests_has_no_say_in_the_tree_that_it_tests() {
        let (data, labels) = melons();
        let folds = [split::leave_one_out(17).unwrap()];
        for validation in [Validation::Table42, Validation::Share(0.4)] {
            let tree = OwnTree { prune: Some(Prune::Post), validation: Some(validation), ..OwnTree::default() };
            let own = OwnOptions { tree, ..OwnOptions::default() };
            let options = FitOptions { model: ModelName::Tree, own, ..FitOptions::default() }.checked().unwrap();
            let held_out = |labels: &Labels| {
                let one = |train: &Dataset, labels: &Labels| fit(train, labels, &options);
                classify_held_out(&data, labels, &folds, one).unwrap().divisions.remove(0)
            };
            let truly = held_out(&labels);
            for sample in 0..17 {
                let mut other = labels.clone();
                other.codes[sample] = 1 - other.codes[sample];
                assert_eq!(held_out(&other).row(sample), truly.row(sample), "{validation}: row {}", sample + 1);
            }
        }
    }

    #[test]
    fn the_book_s_split_follows_the_rows_into_a_fold() {
        let (data, labels) = melons();
        let set_aside = |samples: &[usize]| {
            let part = data.take(samples);
            let held = set_aside(&part, &labels.among(samples).0, Validation::Table42, 1).unwrap();
            held.iter().map(|&sample| part.rows[sample]).collect::<Vec<_>>()
        };
        assert_eq!(set_aside(&(0..17).collect::<Vec<_>>()), VALIDATION_ROWS);
        assert_eq!(set_aside(&[16, 7, 3, 0]), [8, 4]);
    }

    #[test]
    fn rows_are_those_of_the_book_or_refused() {
        let of = |table: crate::data::Table| {
            let data = select(table, &Selection::default(), Goal::Classify).unwrap();
            let labels = Labels::from_column(data.target.as_ref().unwrap()).unwrap();
            set_aside(&data, &labels, Validation::Table42, 1)
        };
        let builtin = |builtin: Builtin| builtin.table(Some(17), Default::default());
        for book in [Builtin::Melons, Builtin::Watermelon2, Builtin::Watermelon3, Builtin::Watermelon3Alpha] {
            assert_eq!(of(builtin(book)).unwrap().len(), VALIDATION_ROWS.len(), "{book:?}");
        }
        assert!(matches!(of(builtin(Builtin::TenMelons)), Err(TaskError::AnotherMelon { row: 2.., .. })));
        assert!(of(builtin(Builtin::MelonField)).is_err());
        let strange = ["a", "b"].map(|name| crate::data::Column::words(name, ["x", "y"].map(Some)));
        let refused = of(crate::data::Table::new("strange", strange.to_vec()));
        assert!(matches!(refused, Err(TaskError::NotTheBooksMelons)), "{refused:?}");
        let mut shuffled = melons().0;
        shuffled.features.iter_mut().for_each(|column| *column = column.take(&[16, 1, 2]));
        shuffled.target = shuffled.target.map(|target| target.take(&[16, 1, 2]));
        shuffled.rows = vec![1, 2, 3];
        let labels = Labels::from_column(shuffled.target.as_ref().unwrap()).unwrap();
        let refused = set_aside(&shuffled, &labels, Validation::Table42, 1);
        assert!(matches!(refused, Err(TaskError::AnotherMelon { row: 1, .. })), "{refused:?}");
    }

    #[test]
    fn an_option_of_trees_is_refused_without_one() {
        let given = OwnTree { max_depth: Some(2), ..OwnTree::default() };
        let error = OwnOptions { tree: given, ..OwnOptions::default() }.resolve(&[ModelName::Knn]).unwrap_err();
        assert!(matches!(error, TaskError::UnreadOption { option: "max-depth", .. }), "{error}");
        let resolved = OwnTree { prune: Some(Prune::Pre), ..given }.resolve().unwrap();
        assert_eq!(resolved.validation, Some(Validation::Share(VALIDATION_SHARE)));
        assert_eq!(resolved.setting(), "gain,prune=pre,max-depth=2");
        for text in ["table-4.2", "0.25"] {
            assert_eq!(text.parse::<Validation>().unwrap().to_string(), text);
        }
        assert!(["0", "1", "nan", "half"].iter().all(|text| text.parse::<Validation>().is_err()));
    }
}
