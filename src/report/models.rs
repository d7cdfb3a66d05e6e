//! The classifiers by name, and what is said of single ones: a new classifier has its words
//! here.

use super::names::{self, show};
use super::number::{fixed, grouped};
use super::page::{PageContext, Suggestion};
use super::pages;
use super::words::{Lang, Say, models as words, tree};
use crate::data::encode::ColumnEncoding;
use crate::model::{Explanation, Knn, Model, Neighbor};
use crate::task::classifiers::ModelName;
use crate::task::classify::Classification;
use crate::task::curve::CurveModel;
use crate::task::summary::DataSummary;

/// Neighbours that are shown one by one.
const MOST_NEIGHBORS: usize = 8;

/// A model's name in the middle of a sentence.
pub fn inline(lang: Lang, model: ModelName) -> &'static str {
    match model {
        ModelName::Logistic => words::Logistic.text(lang),
        ModelName::NaiveBayes => words::NaiveBayes.text(lang),
        ModelName::Knn => words::Knn.text(lang),
        ModelName::Tree => words::Tree.text(lang),
        ModelName::NGram => words::Ngram.text(lang),
        ModelName::Gpt => words::Gpt.text(lang),
        ModelName::KMeans => words::KMeans.text(lang),
    }
}

/// As a heading, and at the beginning of a sentence.
pub fn name(lang: Lang, model: ModelName) -> String {
    names::capital(inline(lang, model))
}

/// The names of models in a sentence, joined.
pub fn list(lang: Lang, models: impl IntoIterator<Item = ModelName>) -> String {
    lang.list(models.into_iter().map(|model| inline(lang, model)))
}

/// A curve's model with the option that tells it from others of its kind.
pub fn curve(lang: Lang, model: CurveModel) -> String {
    let name = inline(lang, model.name());
    setting(model).map_or(name.to_owned(), |setting| words::WithSetting { model: name, setting }.say(lang))
}

/// That option alone: `l2=1`.
pub fn setting(model: CurveModel) -> Option<String> {
    let (option, value) = model.setting()?;
    Some(format!("{option}={value}"))
}

/// How a model without coefficients comes to its answers: a heading and sentences.
pub fn method(result: &Classification, lang: Lang) -> Option<(&'static str, Vec<String>)> {
    let Model::Knn(model) = &result.fitted else { return None };
    let samples = names::count(lang, &result.data, result.data.n_samples);
    let vote = words::NeighborsVote { k: grouped(model.k), samples }.say(lang);
    let sentences = [vote, distance(model, lang), words::NeighborsTies.text(lang).to_owned()];
    let own = words::NeighborsOwn.text(lang).to_owned();
    Some((words::Neighbors.text(lang), sentences.into_iter().chain([own]).collect()))
}

/// How far two samples are from each other.
fn distance(model: &Knn, lang: Lang) -> String {
    let of_kind = |numeric: bool| -> Vec<String> {
        let columns = model.encoder.columns.iter();
        let wanted = columns.filter(|column| matches!(column.kind, ColumnEncoding::Numeric { .. }) == numeric);
        wanted.map(|column| show(lang, &column.name)).collect()
    };
    let (numbers, categories) = (of_kind(true), of_kind(false));
    let parts = [
        Some(words::NeighborsRoot.text(lang).to_owned()),
        (!numbers.is_empty()).then(|| words::NeighborsNumbers { features: lang.list(numbers) }.say(lang)),
        (!categories.is_empty()).then(|| words::NeighborsWords { features: lang.list(categories) }.say(lang)),
    ];
    lang.sentences(parts.into_iter().flatten())
}

/// Another setting to try of a model that has one of its own.
pub fn other_setting(result: &Classification, context: &PageContext) -> Option<Suggestion> {
    let k = if result.options.own.k == Some(1) { 5 } else { 1 };
    let other = || context.again().with("--k", k).because(words::TryOtherK, context.lang);
    (result.model == ModelName::Knn).then(other)
}

/// Why a sample got its answer, where that is no sum of terms: a heading and a line each.
pub fn explained(data: &DataSummary, why: Option<&Explanation>, lang: Lang) -> Option<(String, Vec<String>)> {
    match why? {
        Explanation::Neighbors { neighbors } => Some(voters(data, neighbors, lang)),
        Explanation::Ways { ways } => Some(pages::tree::explained(data, ways, lang)),
        _ => None,
    }
}

/// The neighbours that vote.
fn voters(data: &DataSummary, voted: &[Neighbor], lang: Lang) -> (String, Vec<String>) {
    let mut lines: Vec<String> =
        voted.iter().take(MOST_NEIGHBORS).map(|neighbor| nearest(data, neighbor, lang)).collect();
    if voted.len() > MOST_NEIGHBORS {
        lines.push(words::NearestMore { n: voted.len() - MOST_NEIGHBORS }.say(lang));
    }
    (words::NearestTitle { n: voted.len() }.say(lang), lines)
}

fn nearest(data: &DataSummary, neighbor: &Neighbor, lang: Lang) -> String {
    let target = data.target.as_deref().unwrap_or_default();
    let class = show(lang, &format!("{target}={}", neighbor.class));
    let values = pages::feature_values(data, &neighbor.input, lang);
    let (row, distance) = (neighbor.row, fixed(neighbor.distance, 2));
    match neighbor.weight {
        1.0 => words::Nearest { row, values, class, distance }.say(lang),
        weight => words::NearestInPart { row, values, class, distance, vote: fixed(weight, 2) }.say(lang),
    }
}

/// Why, in one sentence, where a single kind of model gives such reasons; else nothing.
pub fn why(data: &DataSummary, why: &Explanation, lang: Lang) -> String {
    let neighbors = match why {
        Explanation::Neighbors { neighbors } => neighbors,
        Explanation::Ways { ways } => return pages::tree::why(data, ways, lang),
        _ => return String::new(),
    };
    let shown = neighbors.iter().take(MOST_NEIGHBORS).map(|neighbor| nearest(data, neighbor, lang));
    words::WhyNeighbors { list: lang.clauses(shown) }.say(lang)
}

/// Why a model of the answer alone can do nothing else, where there is more to say than that.
pub fn cannot_generate(model: ModelName, lang: Lang) -> Option<&'static str> {
    match model {
        ModelName::Knn => Some(words::KnnCannotGenerate.text(lang)),
        ModelName::Tree => Some(tree::CannotGenerate.text(lang)),
        _ => None,
    }
}

/// Why a model cannot answer without `features`, likewise.
pub fn cannot_answer(model: ModelName, features: &str, lang: Lang) -> Option<String> {
    (model == ModelName::Knn).then(|| words::KnnCannotAnswer { features }.say(lang))
}
