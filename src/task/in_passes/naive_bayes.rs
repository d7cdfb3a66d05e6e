//! Naive Bayes in passes: one counts, one measures.

use super::asked::{Asked, MeasuredClassifier};
use super::check_counts;
use super::classified::{Scores, measure};
use super::hashed_folds::HashedFolds;
use super::part::SamplePart;
use super::part_aggregate::PartAggregate;
use super::row_encoder::Target;
use super::samples::Samples;
use super::seen::SampleStatistics;
use crate::data::InPasses;
use crate::data::read::passes::Cells;
use crate::data::table::MISSING;
use crate::engine::{AsNumbers, Sums, as_numbers, total_of};
use crate::math;
use crate::model::naive_bayes::{self, Likelihood, MeanAndSd};
use crate::model::{Model, NaiveBayes};
use crate::task::classify::{Classification, ClassificationFit, is_less_usual};
use crate::task::{Finding, TaskError};
use ndarray::Array2;

/// Fits and measures one.
pub(super) fn found(asked: &Asked, of_target: Target) -> Result<MeasuredClassifier, TaskError> {
    let Asked { data, classes, .. } = *asked;
    let folds = asked.measuring.folds;
    let n_folds = folds.map_or(1, |folds| folds.n_folds);
    let n_values: usize = SampleStatistics::nothing(data).iter().map(SampleStatistics::n_values).sum();
    check_counts(n_folds * classes.len() * n_values, asked.memory)?;
    let samples = Samples::as_they_are(data, of_target);
    let counted =
        samples.aggregate(&ClassCounts { folds, n_classes: classes.len(), nothing: SampleStatistics::nothing(data) });
    data.passes.check()?;
    let model = model_of(asked, &counted, None)?;
    let of_folds = folds.map_or(0..0, |folds| 0..folds.n_folds);
    let models = of_folds.map(|fold| {
        let model = model_of(asked, &counted, Some(fold));
        model.map_err(|error| error.in_fold(fold + 1))
    });
    let models = models.collect::<Result<Vec<NaiveBayes>, TaskError>>()?;
    let scores = |model| BayesScores::new(data, model, classes, &[]);
    let of_folds: Vec<BayesScores> = models.iter().map(scores).collect();
    let lacking = of_folds.iter().map(BayesScores::lacking).filter(|lacking| !lacking.is_empty()).collect();
    let measured = measure(&samples, &data.sketch, (scores(&model), of_folds), asked.measuring);
    data.passes.check()?;
    let fitted = ClassificationFit::elsewhere(Model::NaiveBayes(model), measured.train.log_likelihood);
    Ok(MeasuredClassifier {
        fitted,
        measured,
        n_unconverged: 0,
        lacking,
        gaps: |columns| Finding::LeftOutOfCounts { columns },
    })
}

/// Tells how usual the melons that were asked about are among all samples, by a pass.
pub(super) fn tell_how_usual(data: &InPasses, result: &mut Classification) -> Result<(), TaskError> {
    let Some(model) = &result.naive_bayes else { return Ok(()) };
    let generative = || result.predictions.iter().filter_map(|prediction| prediction.generative.as_ref());
    let melons: Vec<(f64, BayesScores)> = generative()
        .map(|melon| (melon.log_evidence_nats, BayesScores::new(data, model, &model.classes, &melon.summed_over)))
        .collect();
    if melons.is_empty() {
        return Ok(());
    }
    let counts = Samples::as_they_are(data, Target::None).aggregate(&LessUsual { melons });
    data.passes.check()?;
    let n_samples = data.passes.n_samples();
    let melons = result.predictions.iter_mut().filter_map(|prediction| prediction.generative.as_mut());
    melons.zip(counts).for_each(|(melon, n)| (melon.n_less_usual, melon.n_samples) = (n, n_samples));
    Ok(())
}

/// Of each melon, how many samples are less usual.
pub(super) struct LessUsual {
    /// Their log-evidence, and how that of a sample is told.
    melons: Vec<(f64, BayesScores)>,
}

as_numbers!(LessUsual { melons });

impl PartAggregate for LessUsual {
    const NAME: &'static str = "less_usual";
    type State = Vec<usize>;

    fn zero(&self) -> Vec<usize> {
        vec![0; self.melons.len()]
    }

    fn add(&self, less_usual: &mut Vec<usize>, part: &SamplePart) {
        for (n, (log_evidence, scores)) in less_usual.iter_mut().zip(&self.melons) {
            let joint = scores.scores(part);
            let evidence = joint.rows().into_iter().map(|row| math::log_sum_exp(&row.to_vec()));
            *n += evidence.filter(|&sample| is_less_usual(sample, *log_evidence)).count();
        }
    }
}

/// What is seen of the samples of each fold and class; of one fold without folds.
type Counted = Vec<Vec<OfClass>>;

/// The pass that counts these, over each part of the rows.
pub(super) struct ClassCounts {
    folds: Option<HashedFolds>,
    n_classes: usize,
    /// Of each feature, of no sample.
    nothing: Vec<SampleStatistics>,
}

as_numbers!(ClassCounts { folds, n_classes, nothing });

impl PartAggregate for ClassCounts {
    const NAME: &'static str = "class_counts";
    type State = Counted;

    fn zero(&self) -> Counted {
        let n_folds = self.folds.map_or(1, |folds| folds.n_folds);
        vec![vec![OfClass { n: 0, features: self.nothing.clone() }; self.n_classes]; n_folds]
    }

    fn add(&self, counted: &mut Counted, part: &SamplePart) {
        for (at, (&class, row)) in part.encoded.y.iter().zip(part.rows.clone()).enumerate() {
            let fold = self.folds.map_or(0, |folds| folds.of(part.encoded.first_row + at));
            counted[fold][class as usize].add(part.cells, row);
        }
    }
}

#[derive(Clone)]
pub(super) struct OfClass {
    n: usize,
    features: Vec<SampleStatistics>,
}

as_numbers!(OfClass { n, features });

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
fn seen(data: &InPasses, at: usize, of_classes: &[OfClass]) -> naive_bayes::FeatureStatistics {
    let each = || of_classes.iter().map(|class| class.features[at].clone());
    let spread = |seen: SampleStatistics| match seen {
        SampleStatistics::Numbers(moments) => MeanAndSd { mean: moments.mean(), sd: moments.sample_deviation() },
        SampleStatistics::Words(_) => MeanAndSd::default(),
    };
    match total_of(each()) {
        Some(SampleStatistics::Numbers(moments)) => naive_bayes::FeatureStatistics::Numbers {
            whole: spread(SampleStatistics::Numbers(moments)),
            of_classes: each().map(spread).collect(),
        },
        _ => {
            // Levels that no sample has are none.
            let levels = &data.levels[at];
            let kept: Vec<usize> = (0..levels.len()).filter(|&level| levels[level].count > 0).collect();
            let counts = |class: SampleStatistics| match class {
                SampleStatistics::Words(counts) => kept.iter().map(|&level| counts[level]).collect(),
                SampleStatistics::Numbers(_) => Vec::new(),
            };
            let names: Vec<String> = kept.iter().map(|&level| levels[level].name.clone()).collect();
            naive_bayes::FeatureStatistics::words(&names, &each().map(counts).collect::<Vec<_>>())
        }
    }
}

/// `ln P(x, y)` of samples as they are.
#[derive(Clone)]
pub(super) struct BayesScores {
    /// Of each class, its place in the model, if it has one.
    places: Vec<Option<usize>>,
    log_priors: Vec<f64>,
    factors: Vec<Factor>,
}

as_numbers!(BayesScores { places, log_priors, factors });

#[derive(Clone)]
enum Factor {
    /// `ln P(x | y)`, `(n_codes, n_classes)`; of a code that is none, 0.
    Words(Vec<Vec<f64>>),
    Number(Likelihood),
    /// A feature that is not given: summed over all its values, it adds 0.
    Hidden,
}

impl AsNumbers for Factor {
    fn put(&self, numbers: &mut Vec<f64>) {
        match self {
            Factor::Words(logs) => (0usize, logs.clone()).put(numbers),
            Factor::Number(Likelihood::Gaussian { means, std_devs, borrowed }) => {
                (1usize, ((means.clone(), std_devs.clone()), borrowed.clone())).put(numbers);
            }
            Factor::Number(Likelihood::Categorical(_)) | Factor::Hidden => 2usize.put(numbers),
        }
    }

    fn take(numbers: &mut std::slice::Iter<f64>) -> Option<Self> {
        Some(match usize::take(numbers)? {
            0 => Factor::Words(Vec::take(numbers)?),
            1 => {
                let ((means, std_devs), borrowed) = <((Vec<f64>, Vec<f64>), Vec<usize>)>::take(numbers)?;
                Factor::Number(Likelihood::Gaussian { means, std_devs, borrowed })
            }
            _ => Factor::Hidden,
        })
    }
}

impl BayesScores {
    /// `hidden` features are summed over.
    fn new(data: &InPasses, model: &NaiveBayes, classes: &[String], hidden: &[String]) -> Self {
        let factor = |(at, feature): (usize, &naive_bayes::FeatureLikelihood)| match &feature.likelihood {
            _ if hidden.contains(&feature.name) => Factor::Hidden,
            Likelihood::Gaussian { .. } => Factor::Number(feature.likelihood.clone()),
            Likelihood::Categorical(table) => {
                let of_level = |name: &String| match table.levels.iter().position(|level| level == name) {
                    Some(at) => table.probabilities.iter().map(|class| class[at].ln()).collect(),
                    None => vec![0.0; model.classes.len()],
                };
                Factor::Words(data.levels[at].iter().map(|level| of_level(&level.name)).collect())
            }
        };
        BayesScores {
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

impl Scores for BayesScores {
    const MEASURED: &'static str = "bayes_predictions";

    fn scores(&self, part: &SamplePart) -> Array2<f64> {
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
