//! New melons from the three generative models, beside real ones.
//!
//! Everything is compared in the words of the sentences: a number counts as its third of the
//! table, and where a model wants a number it gets the median of that third, for real
//! melons and made ones alike.

use super::five::Five;
use super::result::{Distances, LogProbs, Maker, ModelName, NewMelons};
use super::{CompareOptions, HeldOut};
use crate::data::{Column, Dataset, Labels};
use crate::eval::classification;
use crate::math;
use crate::model::Classifier;
use crate::rng::Seed;
use crate::task::TaskError;
use crate::task::sentences::{Codes, RowTokenizer};
use ndarray::Axis;
use rand::seq::SliceRandom;
use std::collections::{HashMap, HashSet};

/// A melon in words, and its class.
pub(super) type Told = (Codes, usize);

/// Random halves of the table that are held against each other, fewer of a large one.
const HALVES: usize = 100;
const HALVES_OF_ROWS: usize = 500_000;

/// What the generative models make, beside the table's own melons and those held out.
pub(super) fn new_melons(
    data: &Dataset,
    labels: &Labels,
    five: &Five,
    held_out: Option<&HeldOut>,
    options: &CompareOptions,
) -> Result<Option<NewMelons>, TaskError> {
    if options.n_samples == 0 {
        return Ok(None);
    }
    let table: Vec<Told> =
        five.ngram.tokenizer.codes(&data.features)?.into_iter().zip(labels.codes.iter().copied()).collect();
    let names: Vec<&str> = data.features.iter().map(|c| c.name.as_str()).chain([labels.target.as_str()]).collect();
    let gaps: Vec<bool> =
        (0..data.features.len()).map(|at| table.iter().any(|(codes, _)| codes[at].is_none())).collect();
    let maker = |model: ModelName| -> Result<Maker, TaskError> {
        let made = make(model, five, options)?;
        let whole = |(codes, _): &Told| codes.iter().zip(&gaps).all(|(code, may_lack)| code.is_some() || *may_lack);
        let valid: Vec<Told> = made.into_iter().flatten().filter(whole).collect();
        let known: HashSet<&Told> = table.iter().collect();
        let n_new = valid.iter().filter(|melon| !known.contains(melon)).count();
        Ok(Maker {
            model,
            valid: valid.len() as f64 / options.n_samples as f64,
            new: n_new as f64 / valid.len().max(1) as f64,
            logistic_agrees: agreement(five, &valid)?,
            distances: distances(&valid, &table, &names),
            log_probs: means(&log_probs(five, &valid)?),
        })
    };
    Ok(Some(NewMelons {
        n_samples: options.n_samples,
        halves: halves(&table, &names, Seed(options.seed)),
        table_log_probs: means(&log_probs(five, &table)?),
        held_out_log_probs: held_out.and_then(|held_out| held_out.log_probs.clone()),
        makers: ModelName::GENERATIVE.into_iter().map(maker).collect::<Result<_, _>>()?,
    }))
}

/// One melon a sample, or nothing where a sentence is not one.
fn make(model: ModelName, five: &Five, options: &CompareOptions) -> Result<Vec<Option<Told>>, TaskError> {
    let n = options.n_samples;
    match five.reader(model) {
        Some(reader) => {
            let mut random = Seed(options.seed).stream(&format!("compare/melons/{}", reader.lm.kind()));
            Ok(reader.sample(n, &mut random).into_iter().map(|written| written.melon).collect())
        }
        None => {
            let mut random = Seed(options.seed).stream("compare/melons/naive-bayes");
            let (columns, classes) = five.naive_bayes.sample(n, &mut random);
            Ok(five.ngram.tokenizer.codes(&columns)?.into_iter().zip(classes).map(Some).collect())
        }
    }
}

/// `ln P(x, y)` of each melon under each generative model, in the order of
/// [`ModelName::GENERATIVE`]. Melons that are alike are weighed once.
pub(super) fn log_probs(five: &Five, melons: &[Told]) -> Result<[Vec<f64>; 3], TaskError> {
    let rows: Vec<&Codes> = melons.iter().map(|(codes, _)| codes).collect();
    let joint = five.naive_bayes.log_joint(&columns(&five.ngram.tokenizer, five, &rows))?;
    let bayes = melons.iter().zip(joint.rows()).map(|((_, class), row)| row[*class]).collect();
    let of = |model: ModelName| {
        let reader = five.reader(model).expect("a language model");
        let mut known: HashMap<&Told, f64> = HashMap::new();
        let weigh = |melon| *known.entry(melon).or_insert_with_key(|(codes, class)| reader.log_joint(codes, *class));
        melons.iter().map(weigh).collect()
    };
    Ok([bayes, of(ModelName::NGram), of(ModelName::Gpt)])
}

fn means(log_probs: &[Vec<f64>; 3]) -> LogProbs {
    let mean = |logs: &Vec<f64>| logs.iter().sum::<f64>() / logs.len() as f64;
    let named = ModelName::GENERATIVE.into_iter().zip(log_probs);
    named.filter(|(_, logs)| !logs.is_empty()).map(|(model, logs)| (model, mean(logs))).collect()
}

/// How often the logistic regression would have given the same class.
fn agreement(five: &Five, melons: &[Told]) -> Result<f64, TaskError> {
    if melons.is_empty() {
        return Ok(0.0);
    }
    let rows: Vec<&Codes> = melons.iter().map(|(codes, _)| codes).collect();
    let whole: Vec<usize> = (0..rows.len()).filter(|&row| rows[row].iter().all(Option::is_some)).collect();
    let rows: Vec<&Codes> = whole.iter().map(|&row| rows[row]).collect();
    let p = five.logistic.predict_proba(&columns(&five.ngram.tokenizer, five, &rows))?;
    let agrees =
        |(row, &melon): (usize, &usize)| classification::decide(p.index_axis(Axis(0), row), 0.5) == melons[melon].1;
    Ok(whole.iter().enumerate().filter(|&pair| agrees(pair)).count() as f64 / whole.len().max(1) as f64)
}

/// Melons in words as columns of a table: a number is the median of its third.
pub(super) fn columns(book: &RowTokenizer, five: &Five, rows: &[&Codes]) -> Vec<Column> {
    let column = |(at, feature): (usize, crate::data::Feature)| match book.bins(at) {
        Some(bins) => {
            let cells = rows.iter().map(|codes| codes[at].map_or(f64::NAN, |bin| bins.medians[bin]));
            Column::numbers(&feature.name, cells)
        }
        None => {
            let levels = book.features()[at].levels.as_deref().unwrap_or_default();
            Column::words(&feature.name, rows.iter().map(|codes| codes[at].map(|level| levels[level].as_str())))
        }
    };
    five.ngram.features().into_iter().enumerate().map(column).collect()
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
