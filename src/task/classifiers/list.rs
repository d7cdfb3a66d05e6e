//! The list of classifiers: what each is called, what it is, and how it is fitted.

use super::clusters::Clusters;
use super::fitted::Fitted;
use super::logistic;
use super::options::FitOptions;
use crate::data::{Column, Labels};
use crate::model::knn::DEFAULT_K;
use crate::model::{Knn, Model, NaiveBayes};
use crate::task::TaskError;
use crate::task::checked::Checked;
use crate::task::sentences::{Reader, SentenceModel};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which classifier.
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
    /// An n-gram of the table's sentences.
    #[serde(rename = "ngram")]
    NGram,
    /// A GPT of the table's sentences.
    Gpt,
    /// k-means, its clusters named by the labels afterwards.
    KMeans,
}

/// Which half of machine learning a model belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// `P(y | x)`: the answer, given the melon.
    Discriminative,
    /// `P(x, y)`: the melon and the answer.
    Generative,
    /// Neither: groups.
    Unsupervised,
}

/// What a model is a model of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Subject {
    /// The answer, given the melon.
    #[serde(rename = "P(y|x)")]
    Answer,
    /// The melon and the answer.
    #[serde(rename = "P(x,y)")]
    Joint,
    /// Text.
    #[serde(rename = "P(next token | tokens before)")]
    NextToken,
    /// Groups.
    #[serde(rename = "distances")]
    Distances,
}

/// How a model came by the labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LearnedFrom {
    /// As labels.
    Labels,
    /// As words among others: its scores are probabilities of what comes next, of which the
    /// classes are only a part.
    Sentences,
    /// Not at all: they were counted afterwards.
    None,
}

/// One classifier.
pub struct Entry {
    /// Which.
    pub name: ModelName,
    /// What it is called on the command line and in JSON.
    pub text: &'static str,
    /// Its half of machine learning.
    pub family: Family,
    /// What it is a model of.
    pub subject: Subject,
    /// How it came by the labels.
    pub learned_from: LearnedFrom,
    /// Whether `classify` fits it and one file holds it.
    pub is_saved: bool,
    /// The option that tells two of its fits apart, as text.
    pub setting: fn(&FitOptions) -> Option<String>,
    fit: fn(&[Column], &Labels, &FitOptions) -> Result<Fitted, TaskError>,
}

/// All classifiers, in the order of every list.
pub const CLASSIFIERS: &[Entry] = &[
    Entry {
        name: ModelName::Logistic,
        text: "logistic",
        family: Family::Discriminative,
        subject: Subject::Answer,
        learned_from: LearnedFrom::Labels,
        is_saved: true,
        setting: |options| Some(options.l2.to_string()),
        fit: logistic::fit,
    },
    Entry {
        name: ModelName::NaiveBayes,
        text: "naive-bayes",
        family: Family::Generative,
        subject: Subject::Joint,
        learned_from: LearnedFrom::Labels,
        is_saved: true,
        setting: |_| None,
        fit: |features, labels, options| {
            Ok(Fitted::native(Model::NaiveBayes(NaiveBayes::fit(features, labels, options.alpha)?)))
        },
    },
    Entry {
        name: ModelName::Knn,
        text: "knn",
        family: Family::Discriminative,
        subject: Subject::Answer,
        learned_from: LearnedFrom::Labels,
        is_saved: true,
        setting: |options| options.own.k.map(|k| k.to_string()),
        fit: |features, labels, options| {
            let k = options.own.k.unwrap_or(DEFAULT_K);
            Ok(Fitted::native(Model::Knn(Knn::fit(features, labels, k, options.impute)?)))
        },
    },
    Entry {
        name: ModelName::NGram,
        text: "ngram",
        family: Family::Generative,
        subject: Subject::NextToken,
        learned_from: LearnedFrom::Sentences,
        is_saved: false,
        setting: |_| None,
        fit: |features, labels, options| {
            Ok(Fitted::unsaved(SentenceModel::fit(features, labels, &options.sentences(Reader::NGram))?))
        },
    },
    Entry {
        name: ModelName::Gpt,
        text: "gpt",
        family: Family::Generative,
        subject: Subject::NextToken,
        learned_from: LearnedFrom::Sentences,
        is_saved: false,
        setting: |_| None,
        fit: |features, labels, options| {
            Ok(Fitted::unsaved(SentenceModel::fit(features, labels, &options.sentences(Reader::Gpt))?))
        },
    },
    Entry {
        name: ModelName::KMeans,
        text: "k-means",
        family: Family::Unsupervised,
        subject: Subject::Distances,
        learned_from: LearnedFrom::None,
        is_saved: false,
        setting: |_| None,
        fit: |features, labels, options| Ok(Fitted::unsaved(Clusters::fit(features, labels, options.seed)?)),
    },
];

impl ModelName {
    /// Its place in the list.
    pub fn entry(self) -> &'static Entry {
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

/// Fits the classifier that the options name on `features` and `labels`.
///
/// # Errors
/// Those of the fit: no samples, a single class, columns that cannot be encoded.
pub fn fit(features: &[Column], labels: &Labels, options: &Checked<FitOptions>) -> Result<Fitted, TaskError> {
    (options.model.entry().fit)(features, labels, options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_its_entry_and_is_called_as_in_json() {
        use ModelName::*;
        for name in [Logistic, NaiveBayes, Knn, NGram, Gpt, KMeans] {
            assert_eq!(serde_json::to_value(name).unwrap(), name.to_string());
            assert_eq!(ModelName::called(&name.to_string()), Some(name));
        }
        let names = CLASSIFIERS.iter().map(|entry| entry.name);
        assert!(names.is_sorted(), "lists and JSON objects have one order");
    }
}
