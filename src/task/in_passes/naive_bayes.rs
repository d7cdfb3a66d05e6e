//! Naive Bayes in passes: one counts, one measures.

use super::asked::{Asked, Found};
use super::check_counts;
use super::classified::{Scores, measure};
use super::samples::{Part, Samples, Target};
use super::seen::Seen;
use crate::data::InPasses;
use crate::data::read::passes::Cells;
use crate::data::table::MISSING;
use crate::engine::{Sums, total_of};
use crate::math;
use crate::model::naive_bayes::{self, Likelihood, Spread};
use crate::model::{Model, NaiveBayes};
use crate::task::classify::{Classification, Fitted, is_less_usual};
use crate::task::{Finding, TaskError};
use ndarray::Array2;

/// Fits and measures one.
pub(super) fn found(asked: &Asked, of_target: Target) -> Result<Found, TaskError> {
    let Asked { data, classes, .. } = *asked;
    let folds = asked.measuring.folds;
    let n_folds = folds.map_or(1, |folds| folds.n_folds);
    let n_values: usize = Seen::nothing(data).iter().map(Seen::n_values).sum();
    check_counts(n_folds * classes.len() * n_values, asked.memory)?;
    let samples = Samples::as_they_are(data, of_target);
    let zero = vec![vec![OfClass { n: 0, features: Seen::nothing(data) }; classes.len()]; n_folds];
    let add = |counted: &mut Counted, part: &Part| {
        for (at, (&class, row)) in part.encoded.y.iter().zip(part.rows.clone()).enumerate() {
            let fold = folds.map_or(0, |folds| folds.of(part.encoded.first_row + at));
            counted[fold][class as usize].add(part.cells, row);
        }
    };
    let counted = samples.sum(|| zero.clone(), add);
    data.passes.check()?;
    let model = model_of(asked, &counted, None)?;
    let of_folds = folds.map_or(0..0, |folds| 0..folds.n_folds);
    let models = of_folds.map(|fold| {
        let model = model_of(asked, &counted, Some(fold));
        model.map_err(|source| TaskError::Fold { fold: fold + 1, source: Box::new(source) })
    });
    let models = models.collect::<Result<Vec<NaiveBayes>, TaskError>>()?;
    let scorer = |model| Scorer::new(data, model, classes, &[]);
    let scorers: Vec<Scorer> = models.iter().map(scorer).collect();
    let lacking = scorers.iter().map(Scorer::lacking).filter(|lacking| !lacking.is_empty()).collect();
    let measured = measure(&samples, &data.sketch, (&scorer(&model), &scorers[..]), &asked.measuring);
    data.passes.check()?;
    let fitted = Fitted::elsewhere(Model::NaiveBayes(model), measured.train.log_likelihood);
    Ok(Found { fitted, measured, n_unconverged: 0, lacking, gaps: |columns| Finding::LeftOutOfCounts { columns } })
}

/// Tells how usual the melons that were asked about are among all samples, by a pass.
pub(super) fn tell_how_usual(data: &InPasses, result: &mut Classification) -> Result<(), TaskError> {
    let Some(model) = &result.naive_bayes else { return Ok(()) };
    let generative = || result.predictions.iter().filter_map(|prediction| prediction.generative.as_ref());
    let melons: Vec<(f64, Scorer)> = generative()
        .map(|melon| (melon.log_evidence_nats, Scorer::new(data, model, &model.classes, &melon.summed_over)))
        .collect();
    if melons.is_empty() {
        return Ok(());
    }
    // Of each melon, how many samples are less usual.
    let add = |less_usual: &mut Vec<usize>, part: &Part| {
        for (n, (log_evidence, scorer)) in less_usual.iter_mut().zip(&melons) {
            let joint = scorer.scores(part);
            let evidence = joint.rows().into_iter().map(|row| math::log_sum_exp(&row.to_vec()));
            *n += evidence.filter(|&sample| is_less_usual(sample, *log_evidence)).count();
        }
    };
    let counts = Samples::as_they_are(data, Target::None).sum(|| vec![0; melons.len()], add);
    data.passes.check()?;
    let n_samples = data.passes.n_samples();
    let melons = result.predictions.iter_mut().filter_map(|prediction| prediction.generative.as_mut());
    melons.zip(counts).for_each(|(melon, n)| (melon.n_less_usual, melon.n_samples) = (n, n_samples));
    Ok(())
}

/// What is seen of the samples of each fold and class; of one fold without folds.
type Counted = Vec<Vec<OfClass>>;

#[derive(Clone)]
struct OfClass {
    n: usize,
    features: Vec<Seen>,
}

impl Sums for OfClass {
    fn absorb(&mut self, later: Self) {
        self.n += later.n;
        self.features.absorb(later.features);
    }
}

impl OfClass {
    fn add(&mut self, cells: &[Cells], row: usize) {
        self.n += 1;
        self.features.iter_mut().zip(cells).for_each(|(seen, cells)| seen.add(cells, row));
    }
}

/// The model of all samples but those of fold `without`, with the classes that they have.
fn model_of(asked: &Asked, counted: &Counted, without: Option<usize>) -> Result<NaiveBayes, TaskError> {
    let folds = counted.iter().enumerate().filter(|(fold, _)| Some(*fold) != without).map(|(_, fold)| fold);
    let total = total_of(folds.cloned()).unwrap_or_default();
    let present = asked.classes.iter().cloned().zip(total).filter(|(_, class)| class.n > 0);
    let (classes, of_classes): (Vec<String>, Vec<OfClass>) = present.unzip();
    let counts: Vec<usize> = of_classes.iter().map(|class| class.n).collect();
    let names = asked.data.sketch.features.iter().map(|column| column.name.clone());
    let seen = names.enumerate().map(|(at, name)| (name, seen(asked.data, at, &of_classes))).collect();
    Ok(NaiveBayes::of_seen(asked.target, &classes, &counts, seen, asked.options.alpha)?)
}

/// What is seen of feature `at`.
fn seen(data: &InPasses, at: usize, of_classes: &[OfClass]) -> naive_bayes::Seen {
    let each = || of_classes.iter().map(|class| class.features[at].clone());
    let spread = |seen: Seen| match seen {
        Seen::Numbers(moments) => Spread { mean: moments.mean(), sd: moments.sample_deviation() },
        Seen::Words(_) => Spread::default(),
    };
    match total_of(each()) {
        Some(Seen::Numbers(moments)) => naive_bayes::Seen::Numbers {
            whole: spread(Seen::Numbers(moments)),
            of_classes: each().map(spread).collect(),
        },
        _ => {
            // Levels that no sample has are none.
            let levels = &data.levels[at];
            let kept: Vec<usize> = (0..levels.len()).filter(|&level| levels[level].count > 0).collect();
            let counts = |class: Seen| match class {
                Seen::Words(counts) => kept.iter().map(|&level| counts[level]).collect(),
                Seen::Numbers(_) => Vec::new(),
            };
            let names: Vec<String> = kept.iter().map(|&level| levels[level].name.clone()).collect();
            naive_bayes::Seen::words(&names, &each().map(counts).collect::<Vec<_>>())
        }
    }
}

/// `ln P(x, y)` of samples as they are.
struct Scorer<'a> {
    /// Of each class, its place in the model, if it has one.
    places: Vec<Option<usize>>,
    log_priors: Vec<f64>,
    factors: Vec<Factor<'a>>,
}

enum Factor<'a> {
    /// `ln P(x | y)`, `(n_codes, n_classes)`; of a code that is none, 0.
    Words(Vec<Vec<f64>>),
    Number(&'a Likelihood),
    /// Summed over.
    Hidden,
}

impl<'a> Scorer<'a> {
    /// `hidden` features are summed over.
    fn new(data: &InPasses, model: &'a NaiveBayes, classes: &[String], hidden: &[String]) -> Self {
        let factor = |(at, feature): (usize, &'a naive_bayes::Feature)| match &feature.likelihood {
            _ if hidden.contains(&feature.name) => Factor::Hidden,
            Likelihood::Gaussian { .. } => Factor::Number(&feature.likelihood),
            Likelihood::Categorical(table) => {
                let of_level = |name: &String| match table.levels.iter().position(|level| level == name) {
                    Some(at) => table.probabilities.iter().map(|class| class[at].ln()).collect(),
                    None => vec![0.0; model.classes.len()],
                };
                Factor::Words(data.levels[at].iter().map(|level| of_level(&level.name)).collect())
            }
        };
        Scorer {
            places: classes.iter().map(|class| model.classes.iter().position(|own| own == class)).collect(),
            log_priors: model.priors.iter().map(|prior| prior.ln()).collect(),
            factors: model.features.iter().enumerate().map(factor).collect(),
        }
    }

    /// Classes, by index, that the model does not have.
    fn lacking(&self) -> Vec<usize> {
        (0..self.places.len()).filter(|&class| self.places[class].is_none()).collect()
    }
}

impl Scores for Scorer<'_> {
    fn scores(&self, part: &Part) -> Array2<f64> {
        let mut factors = Array2::<f64>::zeros((part.rows.len(), self.log_priors.len()));
        for (factor, cells) in self.factors.iter().zip(part.cells) {
            for (mut sums, row) in factors.rows_mut().into_iter().zip(part.rows.clone()) {
                match (factor, cells) {
                    (Factor::Words(logs), Cells::Codes(codes)) if codes[row] != MISSING => {
                        sums.iter_mut().zip(&logs[codes[row] as usize]).for_each(|(sum, log)| *sum += log);
                    }
                    (Factor::Number(likelihood), Cells::Numbers(cells)) => {
                        let log = |class: usize| likelihood.log_of_number(cells[row], class);
                        sums.iter_mut().enumerate().for_each(|(class, sum)| *sum += log(class));
                    }
                    _ => {}
                }
            }
        }
        let score = |(row, class): (usize, usize)| {
            self.places[class].map_or(f64::NEG_INFINITY, |at| self.log_priors[at] + factors[[row, at]])
        };
        Array2::from_shape_fn((part.rows.len(), self.places.len()), score)
    }
}
