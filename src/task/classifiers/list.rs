//! The list of classifiers: what each is called, what it is, what it alone is fitted with, and
//! how.

use super::clusters::ClusterClassifier;
use super::common::CommonOptions;
use super::fitted::FittedClassifier;
use super::logistic;
use super::nature::{self, Nature};
use super::option::ModelOption;
use super::tree::{self, OwnTree};
use crate::data::{Dataset, Folds, Labels};
use crate::model::knn::DEFAULT_K;
use crate::model::{Knn, Model, ModelError, NaiveBayes};
use crate::task::checked::{Check, Checked, invalid};
use crate::task::sentences::{SentenceModel, SentenceReader};
use crate::task::{TaskError, Wanted};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A classifier by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModelName {
    /// Logistic regression.
    #[default]
    Logistic,
    /// Naive Bayes.
    NaiveBayes,
    /// k-nearest neighbours.
    Knn,
    /// Decision tree.
    Tree,
    /// An n-gram of the table's sentences.
    #[serde(rename = "ngram")]
    NGram,
    /// A GPT of the table's sentences.
    Gpt,
    /// k-means, its clusters named by the labels afterwards.
    KMeans,
}

/// Options of one classifier alone: absent where it is not the one that is fitted.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnOptions {
    /// How many neighbours vote (k-NN).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub k: Option<usize>,
    /// Of a decision tree.
    #[serde(flatten)]
    pub tree: OwnTree,
}

/// Which classifier is fitted, and with what.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FitOptions {
    /// The classifier that is fitted.
    pub model: ModelName,
    /// What belongs to it alone.
    pub own: OwnOptions,
    /// What others read as well.
    pub common: CommonOptions,
}

/// What there is to know of one classifier.
pub struct ClassifierEntry {
    /// The name by which the program knows it.
    pub name: ModelName,
    /// What it is called on the command line and in JSON.
    pub text: &'static str,
    /// What kind of thing it is.
    pub nature: Nature,
    /// Whether `classify` fits it and one file holds it.
    pub is_saved: bool,
    /// What it reads of the options that not all of them read.
    pub reads: &'static [ModelOption],
    /// The option that tells two of its fits apart: its name and its value.
    pub setting: fn(&FitOptions) -> Option<(&'static str, String)>,
    fit: fn(&Dataset, &Labels, &FitOptions) -> Result<FittedClassifier, TaskError>,
}

/// All classifiers, in the order of every list.
pub const CLASSIFIERS: &[ClassifierEntry] = &[
    ClassifierEntry {
        name: ModelName::Logistic,
        text: "logistic",
        nature: nature::DISCRIMINATIVE,
        is_saved: true,
        reads: &[ModelOption::L2, ModelOption::L2Path, ModelOption::Standardize, ModelOption::Engine],
        setting: |options| Some(("l2", options.common.l2.to_string())),
        fit: |data, labels, options| logistic::fit(&data.features, labels, &options.common),
    },
    ClassifierEntry {
        name: ModelName::NaiveBayes,
        text: "naive-bayes",
        nature: nature::GENERATIVE,
        is_saved: true,
        reads: &[],
        setting: |_| None,
        fit: |data, labels, options| {
            let model = NaiveBayes::fit(&data.features, labels, options.common.alpha)?;
            Ok(FittedClassifier::native(Model::NaiveBayes(model)))
        },
    },
    ClassifierEntry {
        name: ModelName::Knn,
        text: "knn",
        nature: nature::DISCRIMINATIVE,
        is_saved: true,
        reads: &[ModelOption::K],
        setting: |options| Some(("k", options.own.k.unwrap_or(DEFAULT_K).to_string())),
        fit: |data, labels, options| {
            let k = options.own.k.unwrap_or(DEFAULT_K);
            Ok(FittedClassifier::native(Model::Knn(Knn::fit(&data.features, labels, k, options.common.impute)?)))
        },
    },
    ClassifierEntry {
        name: ModelName::Tree,
        text: "tree",
        nature: nature::DISCRIMINATIVE,
        is_saved: true,
        reads: ModelOption::OF_TREE,
        setting: |options| Some(("criterion", options.own.tree.setting())),
        fit: |data, labels, options| {
            let grown = tree::grow(data, labels, &options.own.tree, options.common.seed, &[])?;
            Ok(FittedClassifier::native(Model::Tree(grown.tree)))
        },
    },
    ClassifierEntry {
        name: ModelName::NGram,
        text: "ngram",
        nature: nature::LANGUAGE_MODEL,
        is_saved: false,
        reads: &[],
        setting: |_| None,
        fit: |data, labels, options| read(data, labels, options, SentenceReader::NGram),
    },
    ClassifierEntry {
        name: ModelName::Gpt,
        text: "gpt",
        nature: nature::LANGUAGE_MODEL,
        is_saved: false,
        reads: &[],
        setting: |_| None,
        fit: |data, labels, options| read(data, labels, options, SentenceReader::Gpt),
    },
    ClassifierEntry {
        name: ModelName::KMeans,
        text: "k-means",
        nature: nature::CLUSTERING,
        is_saved: false,
        reads: &[],
        setting: |_| None,
        fit: |data, labels, options| {
            Ok(FittedClassifier::unsaved(ClusterClassifier::fit(&data.features, labels, options.common.seed)?))
        },
    },
];

fn read(
    data: &Dataset,
    labels: &Labels,
    options: &FitOptions,
    reader: SentenceReader,
) -> Result<FittedClassifier, TaskError> {
    Ok(FittedClassifier::unsaved(SentenceModel::fit(&data.features, labels, &options.common.sentences(reader))?))
}

/// Fits the classifier that the options name on the features of `data` and on `labels`.
///
/// # Errors
/// Those of the fit: no samples, a single class, columns that cannot be encoded.
pub fn fit(data: &Dataset, labels: &Labels, options: &Checked<FitOptions>) -> Result<FittedClassifier, TaskError> {
    (options.model.entry().fit)(data, labels, options)
}

impl ModelName {
    /// Its place in the list.
    pub fn entry(self) -> &'static ClassifierEntry {
        CLASSIFIERS.iter().find(|entry| entry.name == self).expect("a test says that every name has its entry")
    }

    /// The classifier that is called so.
    pub fn called(text: &str) -> Option<ModelName> {
        CLASSIFIERS.iter().find(|entry| entry.text == text).map(|entry| entry.name)
    }
}

impl fmt::Display for ModelName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.entry().text)
    }
}

/// That one of `models` reads `option`.
///
/// # Errors
/// [`TaskError::UnreadOption`] if none does.
pub fn read_by(option: ModelOption, models: &[ModelName]) -> Result<(), TaskError> {
    let reads = |entry: &ClassifierEntry| entry.reads.contains(&option);
    if models.iter().any(|model| reads(model.entry())) {
        return Ok(());
    }
    let readers = CLASSIFIERS.iter().filter(|entry| reads(entry)).map(|entry| entry.text).collect();
    let models = models.iter().map(|model| model.entry().text).collect();
    Err(TaskError::UnreadOption { option: option.name(), models, readers })
}

impl OwnOptions {
    /// The options with which `models` are fitted: what was not given has its default.
    ///
    /// # Errors
    /// An option out of range, or one that none of the models has.
    pub fn resolve(self, models: &[ModelName]) -> Result<OwnOptions, TaskError> {
        let has_neighbors = models.contains(&ModelName::Knn);
        match self.k {
            Some(0) => invalid("k", 0, Wanted::AtLeast(1))?,
            Some(_) => read_by(ModelOption::K, models)?,
            None => {}
        }
        self.tree.given().try_for_each(|option| read_by(option, models))?;
        let has_tree = models.contains(&ModelName::Tree);
        Ok(OwnOptions {
            k: has_neighbors.then_some(self.k.unwrap_or(DEFAULT_K)),
            tree: if has_tree { self.tree.resolve()? } else { self.tree },
        })
    }

    /// Whether every fold leaves as many samples to learn from as are asked for.
    ///
    /// # Errors
    /// The fold that leaves the fewest, if those are too few.
    pub(in crate::task) fn fit_into(self, divisions: &[Folds]) -> Result<(), TaskError> {
        let Some(value) = self.k else { return Ok(()) };
        // However it is divided, the sizes are the same.
        let sizes = divisions.iter().take(1).flat_map(Folds::iter).map(|split| split.train.len());
        match sizes.zip(1..).min() {
            Some((n_samples, fold)) if value > n_samples => {
                let source = ModelError::OutOfRange { option: "k", value, n_samples };
                Err(TaskError::Fold { fold, source: Box::new(TaskError::Model(source)) })
            }
            _ => Ok(()),
        }
    }

    /// Those of them that `model` has.
    pub fn of(self, model: ModelName) -> OwnOptions {
        let tree = if model == ModelName::Tree { self.tree } else { OwnTree::default() };
        OwnOptions { k: self.k.filter(|_| model == ModelName::Knn), tree }
    }
}

impl Check for FitOptions {
    fn check(&self) -> Result<(), TaskError> {
        self.common.check()?;
        self.own.resolve(&[self.model]).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_its_entry_and_is_called_as_in_json() {
        use ModelName::*;
        for name in [Logistic, NaiveBayes, Knn, Tree, NGram, Gpt, KMeans] {
            assert_eq!(serde_json::to_value(name).unwrap(), name.to_string());
            assert_eq!(ModelName::called(&name.to_string()), Some(name));
        }
        for &option in ModelOption::ALL {
            let readers = CLASSIFIERS.iter().filter(|entry| read_by(option, &[entry.name]).is_ok()).count();
            assert!(0 < readers && readers < CLASSIFIERS.len(), "{option:?}");
            assert_eq!(ModelOption::called(option.name()), Some(option));
        }
        let names = CLASSIFIERS.iter().map(|entry| entry.name);
        assert!(names.is_sorted(), "lists and JSON objects have one order");
    }
}
