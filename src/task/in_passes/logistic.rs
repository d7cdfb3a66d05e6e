//! Logistic regression in passes.

use super::asked::{Asked, MeasuredClassifier};
use super::classified::{Scores, measure};
use super::held_out::fits;
use super::part::SamplePart;
use super::row_encoder::Target;
use super::samples::Samples;
use super::{check_terms, encoder};
use crate::data::encode::OneHot;
use crate::data::{Coding, EncodeOptions, Encoder};
use crate::engine::separation::{self, Separation};
use crate::engine::{LogisticFit, LogisticOptions, Native, RowSource, as_numbers};
use crate::model::{Logistic, Model};
use crate::task::classifiers::LogisticEstimate;
use crate::task::classify::{self, ClassificationFit};
use crate::task::{Finding, TaskError};
use ndarray::{Array1, Array2};

/// Fits and measures one.
pub(super) fn found(asked: &Asked, of_target: Target) -> Result<MeasuredClassifier, TaskError> {
    let Asked { data, options, classes, .. } = *asked;
    let folds = asked.measuring.folds;
    let impute = !data.incomplete.is_empty();
    let coding = if options.l2 == 0.0 { Coding::DropFirst } else { Coding::OneHot };
    let encoder = encoder::fit(data, EncodeOptions { coding, standardize: options.standardize, impute })?;
    let n_outputs = if classes.len() == 2 { 1 } else { classes.len() };
    check_terms(n_outputs * (encoder.n_terms() + 1), asked.memory)?;
    let terms = encoder.terms();
    let samples = Samples::new(data, &encoder, of_target).in_folds(folds);
    let fit = |source: &dyn RowSource| {
        let with = LogisticOptions { l2: options.l2, ..LogisticOptions::default() };
        let fit = Native.logistic_in_passes(source, classes.len(), &with);
        fit.map_err(|error| TaskError::from_engine(error, &terms))
    };
    let fitted = fits(&samples, folds, &fit);
    data.passes.check()?; // what a broken pass has left is no fit, and its error is not the reason
    let (all, of_folds) = fitted?;
    let scores = |fit| LinearScores::of(fit, classes.len());
    let measured =
        measure(&samples, &data.sketch, (scores(&all), of_folds.iter().map(scores).collect()), asked.measuring);
    data.passes.check()?;
    let separation = separation(asked, &samples, &encoder, &all)?;
    data.passes.check()?;
    let constant = all.dropped.iter().copied().filter(|&term| measured.is_constant(term)).collect();
    let model = Logistic::new(asked.target, classes, encoder, all.coefficients.view(), &all.intercepts);
    let estimate = LogisticEstimate { fit: all, l2: options.l2, x: nothing(), engine: &Native };
    let fitted = ClassificationFit {
        estimate: Some(estimate),
        separation,
        constant,
        ..ClassificationFit::elsewhere(Model::Logistic(model), measured.train.log_likelihood)
    };
    Ok(MeasuredClassifier {
        fitted,
        measured,
        n_unconverged: of_folds.iter().filter(|fit| !fit.converged).count(),
        lacking: Vec::new(),
        gaps: |columns| Finding::Imputed { columns },
    })
}

/// Whether the classes are separated. A linear program asks all samples, where they are in the sketch.
fn separation(
    Asked { data, options, classes, .. }: &Asked,
    samples: &Samples,
    encoder: &Encoder,
    fit: &LogisticFit,
) -> Result<Separation, TaskError> {
    if options.l2 > 0.0 {
        return Ok(Separation { kind: separation::SeparationKind::None, exact: true });
    }
    if fit.overlap_proven || data.sketch.n_samples() < data.passes.n_samples() {
        return Ok(separation::detect_in_passes(samples, fit));
    }
    let labels = classify::labels_of(&data.sketch)?;
    let x = encoder.transform(&data.sketch.features)?;
    Ok(separation::detect(x.view(), &labels.codes, classes.len(), Some(fit))?)
}

/// The encoded samples that nobody holds.
fn nothing() -> OneHot {
    let numeric = Array2::zeros((0, 0));
    OneHot { n_samples: 0, n_terms: 0, numeric, numeric_terms: Vec::new(), indicators: Vec::new() }
}

/// Scores of a fit.
#[derive(Clone)]
pub(super) struct LinearScores {
    coefficients: Array2<f64>, // (n_outputs, n_terms)
    intercepts: Vec<f64>,
    n_classes: usize,
}

as_numbers!(LinearScores { coefficients, intercepts, n_classes });

impl LinearScores {
    fn of(fit: &LogisticFit, n_classes: usize) -> Self {
        LinearScores { coefficients: fit.coefficients.clone(), intercepts: fit.intercepts.to_vec(), n_classes }
    }
}

impl Scores for LinearScores {
    const MEASURED: &'static str = "logistic_predictions";

    /// 0 for a class that is only the others' measure.
    fn scores(&self, part: &SamplePart) -> Array2<f64> {
        let x = part.encoded.x;
        let mut scores = Array2::zeros((x.nrows(), self.n_classes));
        let offset = self.n_classes - self.intercepts.len();
        for (output, weights) in self.coefficients.rows().into_iter().enumerate() {
            let mut column = Array1::from_elem(x.nrows(), self.intercepts[output]);
            for (&weight, x) in weights.iter().zip(x.columns()) {
                column.scaled_add(weight, &x);
            }
            scores.column_mut(offset + output).assign(&column);
        }
        scores
    }
}
