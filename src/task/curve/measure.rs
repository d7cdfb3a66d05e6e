//! One split: every model learns from every size and is tested.

use super::splits::SplitPlan;
use crate::data::{Column, Dataset, EncodeError, Labels};
use crate::eval::classification::decide;
use crate::model::ModelError;
use crate::task::TaskError;
use crate::task::checked::Checked;
use crate::task::classifiers::{self, FitOptions, FittedClassifier};

/// What one model did in one split at one size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SplitResult {
    /// Whether the answer to each test sample is wrong: bit by bit, since there are many splits.
    wrong: Vec<u64>,
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
    /// `true` for each wrong answer.
    fn of(wrong: impl Iterator<Item = bool>) -> SplitResult {
        let mut bits = Vec::new();
        for (at, is_wrong) in wrong.enumerate() {
            if at % 64 == 0 {
                bits.push(0);
            }
            bits[at / 64] |= u64::from(is_wrong) << (at % 64);
        }
        SplitResult { wrong: bits, ..SplitResult::default() }
    }

    /// The share of wrong answers.
    pub fn error(&self, n_test: usize) -> f64 {
        self.wrong.iter().map(|bits| bits.count_ones()).sum::<u32>() as f64 / n_test as f64
    }

    /// 1 if the answer to this test sample is wrong, else 0.
    pub fn error_at(&self, place: usize) -> f64 {
        f64::from((self.wrong[place / 64] >> (place % 64)) & 1 == 1)
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
    let wrong = answers.zip(truth).map(|(answer, &class)| answer != class);
    Ok(SplitResult { separated: !fitted.exists(known)?, ..SplitResult::of(wrong) })
}

/// The most frequent class throughout.
fn guess(known: &Labels, present: &[usize], truth: &[usize]) -> SplitResult {
    let answer = present[known.majority()];
    SplitResult { guessed: true, ..SplitResult::of(truth.iter().map(|&class| class != answer)) }
}

/// `None` where there is nothing to learn from.
fn learn(fit: &Checked<FitOptions>, train: &Dataset, known: &Labels) -> Result<Option<FittedClassifier>, TaskError> {
    if known.classes.len() < 2 {
        return Ok(None);
    }
    match classifiers::fit(train, known, fit) {
        Err(TaskError::Encode(EncodeError::NoValues { .. })) => Ok(None),
        other => other.map(Some),
    }
}
