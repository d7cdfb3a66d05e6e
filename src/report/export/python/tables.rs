//! What each model has learned, as Python's dictionaries and lists.

use super::literal::{assign, comment, dict, list, number, numbers, optional, text};
use crate::data::Encoder;
use crate::data::encode::{ColumnEncoder, ColumnEncoding};
use crate::data::names;
use crate::model::knn::TIE;
use crate::model::naive_bayes::Likelihood;
use crate::model::{KMeans, Knn, Linear, Logistic, Model, NaiveBayes, Tree};
use crate::report::words::{Lang, export as words};
use std::collections::BTreeMap;
use std::ops::Range;

const DICT: [&str; 2] = ["{", "}"];
const LIST: [&str; 2] = ["[", "]"];

/// The built-in names that mean the same as a column's or a value's.
pub(super) fn other_names(model: &Model) -> String {
    let mut others: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let features = model.features();
    for feature in &features {
        // A column is looked for by its own name, a value under the one that was given.
        others.entry(&feature.name).or_default().extend(names::spellings(&feature.name).into_iter().map(text));
        for (spelling, level) in crate::report::export::spelling::others(feature.levels.as_deref().unwrap_or_default())
        {
            let known = others.entry(spelling).or_default();
            known.extend((!known.contains(&text(level))).then(|| text(level)));
        }
    }
    let some = others.into_iter().filter(|(_, spellings)| !spellings.is_empty());
    assign("OTHER_NAMES", DICT, some.map(|(name, spellings)| format!("{}: {}", text(name), list(spellings))))
}

/// `FEATURES` of what an encoder has learned.
fn features(encoder: &Encoder, lang: Lang) -> String {
    let of_column = |column: &ColumnEncoder| {
        let how = match &column.kind {
            ColumnEncoding::Numeric { center, scale, impute } => dict([
                (text("center"), number(*center)),
                (text("scale"), number(*scale)),
                (text("missing"), optional(impute.map(number))),
            ]),
            ColumnEncoding::Categorical { levels, impute } => dict([
                (text("levels"), list(levels.iter().map(|level| text(level)))),
                (text("missing"), optional(impute.as_deref().map(text))),
            ]),
        };
        format!("{}: {how}", text(&column.name))
    };
    comment(words::Features.text(lang)) + &assign("FEATURES", DICT, encoder.columns.iter().map(of_column))
}

/// A column's terms, and the levels of a category. Where a level has no term, all its terms are 0.
fn columns(encoder: &Encoder) -> Vec<(Range<usize>, Option<&[String]>)> {
    let (mut columns, mut first) = (Vec::new(), 0);
    for column in &encoder.columns {
        let (n_terms, _) = column.size(encoder.options.coding);
        let levels = match &column.kind {
            ColumnEncoding::Numeric { .. } => None,
            ColumnEncoding::Categorical { levels, .. } => Some(levels.as_slice()),
        };
        columns.push((first..first + n_terms, levels));
        first += n_terms;
    }
    columns
}

/// `WEIGHTS`: of each feature those of every output, of a category for every level.
fn weights(encoder: &Encoder, n_outputs: usize, of_term: impl Fn(usize) -> Vec<f64>, lang: Lang) -> String {
    let of_column = |(terms, levels): (Range<usize>, Option<&[String]>)| match levels {
        None => numbers(&of_term(terms.start)),
        Some(levels) => dict(levels.iter().enumerate().map(|(at, level)| {
            let term = (terms.start + at).checked_sub(levels.len() - terms.len()).filter(|term| terms.contains(term));
            (text(level), numbers(&term.map_or_else(|| vec![0.0; n_outputs], &of_term)))
        })),
    };
    comment(words::Weights.text(lang)) + &assign("WEIGHTS", LIST, columns(encoder).into_iter().map(of_column))
}

pub(super) fn logistic(model: &Logistic, lang: Lang) -> String {
    let intercepts: Vec<f64> = model.outputs.iter().map(|output| output.intercept).collect();
    let of_term = |term: usize| model.outputs.iter().map(|output| output.coefficients[term]).collect();
    let outputs = list(model.outputs.iter().map(|output| text(&output.class)));
    features(&model.encoder, lang)
        + &comment(words::Outputs.text(lang))
        + &format!("OUTPUTS = {outputs}\nINTERCEPTS = {}\n", numbers(&intercepts))
        + &weights(&model.encoder, model.outputs.len(), of_term, lang)
}

pub(super) fn linear(model: &Linear, lang: Lang) -> String {
    features(&model.encoder, lang)
        + &format!("INTERCEPTS = {}\n", numbers(&[model.intercept]))
        + &weights(&model.encoder, 1, |term| vec![model.coefficients[term]], lang)
}

pub(super) fn naive_bayes(model: &NaiveBayes, lang: Lang) -> String {
    let of_feature = |feature: &crate::model::naive_bayes::FeatureLikelihood| {
        let how = match &feature.likelihood {
            Likelihood::Categorical(table) => {
                let row = |level: usize| table.probabilities.iter().map(|class| class[level]).collect::<Vec<_>>();
                let levels = table.levels.iter().enumerate();
                dict([(text("levels"), dict(levels.map(|(at, level)| (text(level), numbers(&row(at))))))])
            }
            Likelihood::Gaussian { means, std_devs, .. } => {
                dict([(text("means"), numbers(means)), (text("sds"), numbers(std_devs))])
            }
        };
        format!("{}: {how}", text(&feature.name))
    };
    comment(words::Priors.text(lang))
        + &format!("PRIORS = {}\n", numbers(&model.priors))
        + &comment(words::Likelihoods.text(lang))
        + &assign("FEATURES", DICT, model.features.iter().map(of_feature))
}

pub(super) fn tree(model: &Tree, lang: Lang) -> String {
    let of_feature = |feature: &crate::model::tree::TreeFeature| {
        let levels = feature.levels.as_ref().map(|levels| list(levels.iter().map(|level| text(level))));
        format!("{}: {}", text(&feature.name), optional(levels))
    };
    let of_node = |node: &crate::model::tree::Node| {
        let Some(split) = &node.split else { return dict([(text("shares"), numbers(&node.shares))]) };
        let feature = &model.features[split.feature];
        let answer = |at: usize| match &feature.levels {
            Some(levels) => text(&levels[at]),
            None => text(["<=", ">"][at]),
        };
        let children = split.children.iter().enumerate();
        let children = children.map(|(at, child)| (answer(at), format!("({}, {})", number(child.share), child.node)));
        let threshold = split.threshold.filter(|_| feature.levels.is_none());
        let asked = [(text("ask"), text(&feature.name))];
        let threshold = threshold.map(|threshold| (text("threshold"), number(threshold)));
        dict(asked.into_iter().chain(threshold).chain([(text("children"), dict(children))]))
    };
    let nodes = model.nodes.iter().enumerate();
    comment(words::TreeFeatures.text(lang))
        + &assign("FEATURES", DICT, model.features.iter().map(of_feature))
        + &comment(words::Nodes.text(lang))
        + &assign("NODES", DICT, nodes.map(|(at, node)| format!("{at}: {}", of_node(node))))
}

pub(super) fn knn(model: &Knn, lang: Lang) -> String {
    let columns = columns(&model.encoder);
    let cell = |sample: &[f64], (terms, levels): &(Range<usize>, Option<&[String]>)| match levels {
        None => number(sample[terms.start]),
        // A sample of a level without a term has none that is 1.
        Some(levels) => {
            let at = terms.clone().find(|&term| sample[term] == 1.0).map(|term| term - terms.start);
            text(&levels[at.map_or(0, |at| at + levels.len() - terms.len())])
        }
    };
    let of_sample = |(sample, &label): (&Vec<f64>, &usize)| {
        format!("({}, {})", list(columns.iter().map(|column| cell(sample, column))), text(&model.classes[label]))
    };
    features(&model.encoder, lang)
        + &comment(words::Samples.text(lang))
        + &format!("K = {}\nTIE = {}\n", model.k, number(TIE))
        + &assign("SAMPLES", LIST, model.samples.iter().zip(&model.labels).map(of_sample))
}

pub(super) fn k_means(model: &KMeans, lang: Lang) -> String {
    let columns = columns(&model.encoder);
    let coordinate = |centroid: &[f64], (terms, levels): &(Range<usize>, Option<&[String]>)| match levels {
        None => number(centroid[terms.start]),
        Some(levels) => {
            let coded = &levels[levels.len() - terms.len()..];
            dict(coded.iter().zip(&centroid[terms.clone()]).map(|(level, &share)| (text(level), number(share))))
        }
    };
    let of_centroid = |centroid: &Vec<f64>| list(columns.iter().map(|column| coordinate(centroid, column)));
    features(&model.encoder, lang)
        + &comment(words::Centroids.text(lang))
        + &assign("CENTROIDS", LIST, model.centroids.iter().map(of_centroid))
}
