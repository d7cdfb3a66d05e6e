//! One split: every model learns from every size and is tested.

use super::splits::Plan;
use super::{CurveModel, CurveOptions};
use crate::data::{Column, Dataset, EncodeError, Labels};
use crate::engine::EngineChoice;
use crate::eval::classification::decide;
use crate::model::{Classifier, NaiveBayes};
use crate::task::TaskError;
use crate::task::classify::{ClassifyOptions, fit_logistic_part};
use crate::task::sentences::{Reader, SentenceModel, SentenceOptions};

/// What one model did in one split at one size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Measured {
    /// Wrong answers among the test samples.
    pub n_wrong: usize,
    /// There was nothing to fit, since the training samples had one class only (or a column
    /// without a single value): the answer was their most frequent class throughout.
    pub guessed: bool,
    /// Without a penalty the classes were separated: no estimate exists, and the answers
    /// are those of the direction in which the fit ran off.
    pub separated: bool,
}

impl Measured {
    /// The share of wrong answers.
    pub fn error(&self, n_test: usize) -> f64 {
        self.n_wrong as f64 / n_test as f64
    }
}

/// A classifier, and whether its estimate exists.
type Learned = (Box<dyn Classifier>, bool);

/// What every model did at every size, `[size][model]`.
pub fn split(
    data: &Dataset,
    labels: &Labels,
    plan: &Plan,
    number: usize,
    options: &CurveOptions,
    impute: bool,
) -> Result<Vec<Vec<Measured>>, TaskError> {
    let nested = plan.split(number);
    let test = data.take(&nested.test).features;
    let truth: Vec<usize> = nested.test.iter().map(|&sample| labels.codes[sample]).collect();
    let at_size = |&size: &usize| {
        let rows = &nested.train[..size];
        let train = data.take(rows).features;
        let (known, present) = labels.among(rows);
        let one = |model: &CurveModel| measure(*model, &train, &known, &present, &test, &truth, impute);
        options.models.iter().map(one).collect()
    };
    plan.sizes.iter().map(at_size).collect()
}

/// `known` are the training samples' classes, `present` what they are among all classes.
fn measure(
    model: CurveModel,
    train: &[Column],
    known: &Labels,
    present: &[usize],
    test: &[Column],
    truth: &[usize],
    impute: bool,
) -> Result<Measured, TaskError> {
    let Some((classifier, exists)) = learn(model, train, known, impute)? else {
        let answer = present[known.majority()];
        let n_wrong = truth.iter().filter(|&&class| class != answer).count();
        return Ok(Measured { n_wrong, guessed: true, separated: false });
    };
    let scores = classifier.predict_proba(test)?;
    let answers = scores.rows().into_iter().map(|row| present[decide(row, 0.5)]);
    let n_wrong = answers.zip(truth).filter(|(answer, class)| answer != *class).count();
    Ok(Measured { n_wrong, guessed: false, separated: !exists })
}

/// A language model of the samples' sentences.
fn read(train: &[Column], known: &Labels, reader: Reader) -> Result<Learned, TaskError> {
    let model = SentenceModel::fit(train, known, &SentenceOptions::new(reader))?;
    Ok((Box::new(model), true))
}

/// `None` where there is nothing to learn from.
fn learn(model: CurveModel, train: &[Column], known: &Labels, impute: bool) -> Result<Option<Learned>, TaskError> {
    if known.classes.len() < 2 {
        return Ok(None);
    }
    let learned: Result<Learned, TaskError> = match model {
        CurveModel::NaiveBayes => NaiveBayes::fit(train, known, ClassifyOptions::default().alpha)
            .map(|model| (Box::new(model) as Box<dyn Classifier>, true))
            .map_err(TaskError::from),
        CurveModel::NGram => read(train, known, Reader::NGram),
        CurveModel::Gpt => read(train, known, Reader::Gpt),
        CurveModel::Logistic { l2 } => {
            // One engine at all sizes, so that a curve has no seam.
            let options = ClassifyOptions { l2, engine: EngineChoice::Native, ..ClassifyOptions::default() };
            fit_logistic_part(train, known, &options, impute)
                .map(|(model, exists)| (Box::new(model) as Box<dyn Classifier>, exists))
        }
    };
    match learned {
        Err(TaskError::Encode(EncodeError::NoValues { .. })) => Ok(None),
        other => other.map(Some),
    }
}
