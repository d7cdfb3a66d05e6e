//! One split: every model learns from every size and is tested.

use super::splits::SplitPlan;
use crate::data::{Column, Dataset, EncodeError, Labels};
use crate::eval::classification::decide;
use crate::model::ModelError;
use crate::task::TaskError;
use crate::task::checked::Checked;
use crate::task::classifiers::{self, FitOptions, Fitted};

/// What one model did in one split at one size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SplitResult {
    /// Wrong answers among the test samples.
    pub n_wrong: usize,
    /// There was nothing to fit, since the training samples had one class only, or a column
    /// without a single value, or were fewer than the neighbours that vote, or too few to set
    /// some aside for pruning: the answer was
    /// their most frequent class throughout.
    pub guessed: bool,
    /// Without a penalty the classes were separated: no estimate exists, and the answers
    /// are those of the direction in which the fit ran off.
    pub separated: bool,
}

impl SplitResult {
    /// The share of wrong answers.
    pub fn error(&self, n_test: usize) -> f64 {
        self.n_wrong as f64 / n_test as f64
    }
}

/// What every model did at every size, `[size][model]`.
pub fn split(
    data: &Dataset,
    labels: &Labels,
    plan: &SplitPlan,
    number: usize,
    fits: &[Checked<FitOptions>],
) -> Result<Vec<Vec<SplitResult>>, TaskError> {
    let nested = plan.split(number);
    let test = data.take(&nested.test).features;
    let truth: Vec<usize> = nested.test.iter().map(|&sample| labels.codes[sample]).collect();
    let at_size = |&size: &usize| {
        let rows = &nested.train[..size];
        let train = data.take(rows);
        let (known, present) = labels.among(rows);
        let one = |fit: &Checked<FitOptions>| match measure(fit, &train, &known, &present, &test, &truth) {
            // At the largest size there is no hope for more.
            Err(TaskError::Model(ModelError::OutOfRange { .. }) | TaskError::Split(_))
                if Some(&size) != plan.sizes.last() =>
            {
                Ok(guess(&known, &present, &truth))
            }
            other => other,
        };
        fits.iter().map(one).collect()
    };
    plan.sizes.iter().map(at_size).collect()
}

/// `known` are the training samples' classes, `present` what they are among all classes.
fn measure(
    fit: &Checked<FitOptions>,
    train: &Dataset,
    known: &Labels,
    present: &[usize],
    test: &[Column],
    truth: &[usize],
) -> Result<SplitResult, TaskError> {
    let Some(fitted) = learn(fit, train, known)? else {
        return Ok(guess(known, present, truth));
    };
    let scores = fitted.classifier().predict_proba(test)?;
    let answers = scores.rows().into_iter().map(|row| present[decide(row, 0.5)]);
    let n_wrong = answers.zip(truth).filter(|(answer, class)| answer != *class).count();
    Ok(SplitResult { n_wrong, guessed: false, separated: !fitted.exists(known)? })
}

/// The most frequent class throughout.
fn guess(known: &Labels, present: &[usize], truth: &[usize]) -> SplitResult {
    let answer = present[known.majority()];
    let n_wrong = truth.iter().filter(|&&class| class != answer).count();
    SplitResult { n_wrong, guessed: true, separated: false }
}

/// `None` where there is nothing to learn from.
fn learn(fit: &Checked<FitOptions>, train: &Dataset, known: &Labels) -> Result<Option<Fitted>, TaskError> {
    if known.classes.len() < 2 {
        return Ok(None);
    }
    match classifiers::fit(train, known, fit) {
        Err(TaskError::Encode(EncodeError::NoValues { .. })) => Ok(None),
        other => other.map(Some),
    }
}
