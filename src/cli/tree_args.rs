//! The options of a decision tree, as typed.

use super::failure::Failure;
use crate::data::{Dataset, names};
use crate::model::tree::{Criterion, Prune};
use crate::report::{Lang, Say};
use crate::task::TaskError;
use crate::task::classifiers::{OwnTree, Validation};
use clap::ValueEnum;

/// What the best split is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CriterionName {
    Gain,
    GainRatio,
    Gini,
}

/// When a branch is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PruneName {
    None,
    Pre,
    Post,
}

/// One value of each option.
#[derive(Debug, clap::Args)]
pub(super) struct TreeArgs {
    #[arg(long, value_name = "NAME")]
    criterion: Option<CriterionName>,
    #[arg(long, value_name = "WHEN")]
    prune: Option<PruneName>,
    #[arg(long, value_name = "WHICH")]
    validation: Option<String>,
    #[arg(long, value_name = "N")]
    max_depth: Option<usize>,
    #[arg(long, value_name = "N")]
    min_samples: Option<usize>,
}

/// Several values of each option.
#[derive(Debug, clap::Args)]
pub(super) struct TreeLists {
    #[arg(long, value_delimiter = ',', value_name = "NAMES")]
    criterion: Vec<CriterionName>,
    #[arg(long, value_delimiter = ',', value_name = "WHEN,...")]
    prune: Vec<PruneName>,
    #[arg(long, value_delimiter = ',', value_name = "N,...")]
    max_depth: Vec<usize>,
}

/// What more is shown of a tree.
#[derive(Debug, clap::Args)]
pub(super) struct TreeShow {
    #[arg(long, value_name = "FEATURE")]
    pub prefer: Option<String>,
    #[arg(id = "tree_trace", long = "trace")]
    pub trace: bool,
    #[arg(long)]
    pub ties: bool,
    #[arg(long)]
    pub rules: bool,
}

impl TreeArgs {
    /// Those that are given.
    pub fn own(&self, lang: Lang) -> Result<OwnTree, Failure> {
        let read = |text: &String| text.parse().map_err(|error: TaskError| Failure::Usage(error.say(lang)));
        let validation: Option<Validation> = self.validation.as_ref().map(read).transpose()?;
        Ok(OwnTree {
            criterion: self.criterion.map(Criterion::from),
            prune: self.prune.map(Prune::from),
            validation,
            max_depth: self.max_depth,
            min_samples: self.min_samples,
            prefer: None,
        })
    }
}

impl TreeLists {
    /// Every combination of those that are given.
    pub fn all(&self) -> Vec<OwnTree> {
        let mut all = vec![OwnTree::default()];
        all = each(&all, &self.criterion, |tree, name| OwnTree { criterion: Some(name.into()), ..tree });
        all = each(&all, &self.prune, |tree, name| OwnTree { prune: Some(name.into()), ..tree });
        each(&all, &self.max_depth, |tree, depth| OwnTree { max_depth: Some(depth), ..tree })
    }
}

/// Each of `all` with each of `values`; as they are without any.
fn each<T: Copy>(all: &[OwnTree], values: &[T], with: fn(OwnTree, T) -> OwnTree) -> Vec<OwnTree> {
    if values.is_empty() {
        return all.to_vec();
    }
    all.iter().flat_map(|&tree| values.iter().map(move |&value| with(tree, value))).collect()
}

impl TreeShow {
    /// Where the preferred feature stands among those of the data.
    pub fn preferred(&self, data: &Dataset, lang: Lang) -> Result<Option<usize>, Failure> {
        let Some(asked) = &self.prefer else { return Ok(None) };
        let known = || data.features.iter().map(|column| column.name.as_str());
        let found = names::resolve(asked, known().collect::<Vec<_>>());
        match found.and_then(|found| known().position(|name| name == found)) {
            Some(place) => Ok(Some(place)),
            None => {
                let error = crate::data::EncodeError::NoSuchFeature {
                    column: asked.clone(),
                    nearest: names::nearest(asked, known()),
                    known: known().map(str::to_owned).collect(),
                };
                Err(Failure::Usage(error.say(lang)))
            }
        }
    }

    /// The first of these that is given: they need a tree.
    pub fn given(&self) -> Option<&'static str> {
        let all =
            [("prefer", self.prefer.is_some()), ("trace", self.trace), ("ties", self.ties), ("rules", self.rules)];
        all.into_iter().find_map(|(name, given)| given.then_some(name))
    }
}

impl From<CriterionName> for Criterion {
    fn from(name: CriterionName) -> Self {
        match name {
            CriterionName::Gain => Criterion::Gain,
            CriterionName::GainRatio => Criterion::GainRatio,
            CriterionName::Gini => Criterion::Gini,
        }
    }
}

impl From<PruneName> for Prune {
    fn from(name: PruneName) -> Self {
        match name {
            PruneName::None => Prune::None,
            PruneName::Pre => Prune::Pre,
            PruneName::Post => Prune::Post,
        }
    }
}
