//! New melons from the generative models, beside real ones.
//!
//! Everything is compared in the words of the sentences: a number counts as its third of the
//! table, and where a model wants a number it gets the median of that third, for real
//! melons and made ones alike.

use super::CompareOptions;
use super::result::{Distances, LogProbs, Maker, ModelName, NewMelons};
use super::trained::TrainedModels;
use crate::data::{Dataset, Labels};
use crate::eval::classification;
use crate::math;
use crate::model::Generative;
use crate::rng::Seed;
use crate::task::TaskError;
use crate::task::sentences::Codes;
use ndarray::Axis;
use rand::seq::SliceRandom;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A melon in words, and its class.
pub(super) type Told = (Codes, usize);

/// Random halves of the table that are compared with each other, fewer of a large one.
const HALVES: usize = 100;
const HALVES_OF_ROWS: usize = 500_000;

/// What the generative models make, beside the table's own melons and those held out.
pub(super) fn new_melons(
    data: &Dataset,
    labels: &Labels,
    trained: &TrainedModels,
    held_out_log_probs: Option<LogProbs>,
    options: &CompareOptions,
) -> Result<Option<NewMelons>, TaskError> {
    if options.n_samples == 0 || generative(trained).next().is_none() {
        return Ok(None);
    }
    let table: Vec<Told> =
        trained.tokenizer.codes(&data.features)?.into_iter().zip(labels.codes.iter().copied()).collect();
    let names: Vec<&str> = data.features.iter().map(|c| c.name.as_str()).chain([labels.target.as_str()]).collect();
    let gaps: Vec<bool> =
        (0..data.features.len()).map(|at| table.iter().any(|(codes, _)| codes[at].is_none())).collect();
    let maker = |(model, generative): (ModelName, &dyn Generative)| -> Result<Maker, TaskError> {
        let made = make(model, generative, trained, options)?;
        let whole = |(codes, _): &Told| codes.iter().zip(&gaps).all(|(code, may_lack)| code.is_some() || *may_lack);
        let valid: Vec<Told> = made.into_iter().flatten().filter(whole).collect();
        let known: HashSet<&Told> = table.iter().collect();
        let n_new = valid.iter().filter(|melon| !known.contains(melon)).count();
        Ok(Maker {
            model,
            valid: valid.len() as f64 / options.n_samples as f64,
            new: n_new as f64 / valid.len().max(1) as f64,
            logistic_agrees: agreement(trained, &valid)?,
            distances: distances(&valid, &table, &names),
            log_probs: means(&log_probs(trained, &valid)?),
        })
    };
    Ok(Some(NewMelons {
        n_samples: options.n_samples,
        halves: halves(&table, &names, Seed(options.seed)),
        table_log_probs: means(&log_probs(trained, &table)?),
        held_out_log_probs,
        makers: generative(trained).map(maker).collect::<Result<_, _>>()?,
    }))
}

/// The models that can make melons.
fn generative(trained: &TrainedModels) -> impl Iterator<Item = (ModelName, &dyn Generative)> {
    trained.models.iter().filter_map(|model| Some((model.entry.name, model.classifier().generative()?)))
}

/// One melon a sample, or nothing where a sentence is not one.
fn make(
    name: ModelName,
    model: &dyn Generative,
    trained: &TrainedModels,
    options: &CompareOptions,
) -> Result<Vec<Option<Told>>, TaskError> {
    let mut random = Seed(options.seed).stream(&format!("compare/melons/{name}"));
    let drawn = model.draw(options.n_samples, &mut random);
    let codes = trained.tokenizer.codes(&drawn.features)?;
    Ok(codes.into_iter().zip(drawn.classes).map(|(codes, class)| Some((codes, class?))).collect())
}

/// `ln P(x, y)` of each melon under each generative model.
pub(super) fn log_probs(trained: &TrainedModels, melons: &[Told]) -> Result<BTreeMap<ModelName, Vec<f64>>, TaskError> {
    let rows: Vec<&Codes> = melons.iter().map(|(codes, _)| codes).collect();
    let classes: Vec<usize> = melons.iter().map(|(_, class)| *class).collect();
    let columns = trained.tokenizer.columns(&rows);
    generative(trained).map(|(name, model)| Ok((name, model.log_probs(&columns, &classes)?))).collect()
}

/// The mean under each model that has weighed any.
pub(super) fn means(log_probs: &BTreeMap<ModelName, Vec<f64>>) -> LogProbs {
    let mean = |logs: &Vec<f64>| logs.iter().sum::<f64>() / logs.len() as f64;
    let weighed = log_probs.iter().filter(|(_, logs)| !logs.is_empty());
    weighed.map(|(model, logs)| (*model, mean(logs))).collect()
}

/// How often the logistic regression, if there is one, would have given the same class.
fn agreement(trained: &TrainedModels, melons: &[Told]) -> Result<Option<f64>, TaskError> {
    let Some(logistic) = trained.get(ModelName::Logistic) else { return Ok(None) };
    let whole: Vec<&Told> = melons.iter().filter(|(codes, _)| codes.iter().all(Option::is_some)).collect();
    if whole.is_empty() {
        return Ok(Some(0.0));
    }
    let rows: Vec<&Codes> = whole.iter().map(|(codes, _)| codes).collect();
    let p = logistic.classifier().predict_proba(&trained.tokenizer.columns(&rows))?;
    let agrees = |&row: &usize| classification::decide(p.index_axis(Axis(0), row), 0.5) == whole[row].1;
    Ok(Some((0..whole.len()).filter(agrees).count() as f64 / whole.len() as f64))
}

/// How far two sets of melons lie apart. A cell that is missing in either is left out.
fn distances(a: &[Told], b: &[Told], names: &[&str]) -> Distances {
    let n_columns = names.len();
    let variation = |columns: &[usize]| total_variation(&counts(a, columns), &counts(b, columns));
    let marginals: Vec<f64> = (0..n_columns).map(|at| variation(&[at])).collect();
    let pairs: Vec<(f64, [usize; 2])> = (0..n_columns)
        .flat_map(|i| (i + 1..n_columns).map(move |j| [i, j]))
        .map(|pair| (variation(&pair), pair))
        .collect();
    let mean = |values: &mut dyn Iterator<Item = f64>, n: usize| values.sum::<f64>() / n.max(1) as f64;
    let worst = math::argmax(&pairs.iter().map(|(distance, _)| *distance).collect::<Vec<_>>());
    Distances {
        marginals: mean(&mut marginals.iter().copied(), n_columns),
        pairs: mean(&mut pairs.iter().map(|(distance, _)| *distance), pairs.len()),
        worst_pair: worst.map(|at| pairs[at].1.map(|column| names[column].to_owned())),
        worst: worst.map_or(0.0, |at| pairs[at].0),
    }
}

/// How often each combination of values of these columns occurs; the last column is the class.
fn counts(melons: &[Told], columns: &[usize]) -> HashMap<Vec<usize>, usize> {
    let mut counts = HashMap::new();
    for (codes, class) in melons {
        let cell = |&column: &usize| if column == codes.len() { Some(*class) } else { codes[column] };
        if let Some(cells) = columns.iter().map(cell).collect::<Option<Vec<usize>>>() {
            *counts.entry(cells).or_insert(0) += 1;
        }
    }
    counts
}

/// `1/2 sum |p - q|`; 1 if either has nothing.
fn total_variation(a: &HashMap<Vec<usize>, usize>, b: &HashMap<Vec<usize>, usize>) -> f64 {
    let (n_a, n_b) = (a.values().sum::<usize>() as f64, b.values().sum::<usize>() as f64);
    if n_a == 0.0 || n_b == 0.0 {
        return 1.0;
    }
    // In the order of the cells, so that the sum is the same in every run.
    let cells: std::collections::BTreeSet<&Vec<usize>> = a.keys().chain(b.keys()).collect();
    let share = |counts: &HashMap<Vec<usize>, usize>, cell, n| *counts.get(cell).unwrap_or(&0) as f64 / n;
    cells.into_iter().map(|cell| (share(a, cell, n_a) - share(b, cell, n_b)).abs()).sum::<f64>() / 2.0
}

/// How far one half of the table lies from the other, in the mean over random halves: what
/// two sets of real melons of that size differ by.
fn halves(table: &[Told], names: &[&str], seed: Seed) -> Distances {
    let n_times = (HALVES_OF_ROWS / table.len().max(1)).clamp(4, HALVES);
    let mut random = seed.stream("compare/halves");
    let mut mixed = table.to_vec();
    let each: Vec<Distances> = (0..n_times)
        .map(|_| {
            mixed.shuffle(&mut random);
            let (a, b) = mixed.split_at(mixed.len() / 2);
            distances(a, b, names)
        })
        .collect();
    let mean = |of: fn(&Distances) -> f64| each.iter().map(of).sum::<f64>() / n_times as f64;
    Distances { marginals: mean(|d| d.marginals), pairs: mean(|d| d.pairs), worst_pair: None, worst: mean(|d| d.worst) }
}
