//! Checks of a fit's input, made once, before any arithmetic.

use super::{EngineError, Init, KMeansOptions, LinearFit};
use ndarray::{ArrayView1, ArrayView2};
use std::collections::HashSet;

/// At least one row, one target a row, and a penalty that is one.
pub fn shape(x: ArrayView2<f64>, n_targets: usize, l2: f64) -> Result<(), EngineError> {
    let n_samples = x.nrows();
    if n_samples == 0 {
        return Err(EngineError::NoSamples);
    }
    if n_targets != n_samples {
        return Err(EngineError::LengthMismatch { n_samples, n_targets });
    }
    if !(l2 >= 0.0 && l2.is_finite()) {
        return Err(EngineError::InvalidPenalty { l2 });
    }
    Ok(())
}

/// Every label in range, at least two classes, and every class with a sample.
pub fn labels(labels: &[usize], n_classes: usize) -> Result<(), EngineError> {
    let mut seen = vec![false; n_classes];
    for (row, &label) in labels.iter().enumerate() {
        *seen.get_mut(label).ok_or(EngineError::LabelOutOfRange { row, label, n_classes })? = true;
    }
    if seen.iter().filter(|&&s| s).count() < 2 {
        return Err(EngineError::OneClass);
    }
    seen.iter().position(|&s| !s).map_or(Ok(()), |class| Err(EngineError::EmptyClass { class }))
}

/// Every target finite.
pub fn targets(y: &[f64]) -> Result<(), EngineError> {
    y.iter().position(|v| !v.is_finite()).map_or(Ok(()), |row| Err(EngineError::TargetNotFinite { row }))
}

/// Every cell finite: a full scan, row by row.
pub fn finite(x: ArrayView2<f64>) -> Result<(), EngineError> {
    let bad = x.indexed_iter().find(|(_, v)| !v.is_finite());
    bad.map_or(Ok(()), |((row, column), _)| Err(EngineError::NotFinite { row, column }))
}

/// What to say when the sum of column `column` came out NaN or infinite: which cell it
/// was, or else that the sum itself overflowed.
pub fn explain_sum(x: ArrayView2<f64>, column: usize) -> EngineError {
    finite(x).err().unwrap_or(EngineError::Overflow { column })
}

/// A fit whose parameters are finite: sums may leave the range unnoticed where cells do not.
pub fn fitted(x: ArrayView2<f64>, fit: LinearFit) -> Result<LinearFit, EngineError> {
    finite_parameters(x, fit.coefficients.iter().chain([&fit.intercept]))?;
    Ok(fit)
}

/// All of a model's parameters finite; else which sums were too large.
pub fn finite_parameters<'a>(
    x: ArrayView2<f64>,
    mut parameters: impl Iterator<Item = &'a f64>,
) -> Result<(), EngineError> {
    if parameters.all(|parameter| parameter.is_finite()) {
        return Ok(());
    }
    let overflows = |column: ArrayView1<f64>| !column.iter().map(|cell| cell * cell).sum::<f64>().is_finite();
    let column = x.columns().into_iter().position(overflows);
    Err(column.map_or(EngineError::TargetOverflow, |column| EngineError::Overflow { column }))
}

/// A number of clusters that the rows can fill, and starting rows that are distinct points.
pub fn clusters(x: ArrayView2<f64>, options: &KMeansOptions) -> Result<(), EngineError> {
    let k = options.k;
    if k == 0 {
        return Err(EngineError::NoClusters);
    }
    if options.n_init == Some(0) || options.max_iter == 0 {
        return Err(EngineError::NoIterations);
    }
    let distinct = distinct_rows(x, k);
    if distinct < k {
        return Err(EngineError::TooManyClusters { k, distinct });
    }
    match &options.init {
        Init::Rows(rows) => start_rows(x, k, rows),
        Init::Points(points) if points.dim() != (k, x.ncols()) => {
            Err(EngineError::StartCount { k, given: points.nrows() })
        }
        Init::Points(points) => finite(points.view()),
        Init::PlusPlus | Init::Random => Ok(()),
    }
}

fn start_rows(x: ArrayView2<f64>, k: usize, rows: &[usize]) -> Result<(), EngineError> {
    if rows.len() != k {
        return Err(EngineError::StartCount { k, given: rows.len() });
    }
    if let Some(&row) = rows.iter().find(|&&row| row >= x.nrows()) {
        return Err(EngineError::StartOutOfRange { row, n_samples: x.nrows() });
    }
    for (i, &second) in rows.iter().enumerate() {
        if let Some(&first) = rows[..i].iter().find(|&&first| x.row(first) == x.row(second)) {
            return Err(EngineError::StartDuplicate { first, second });
        }
    }
    Ok(())
}

/// The number of distinct rows, counted no further than `enough`.
pub fn distinct_rows(x: ArrayView2<f64>, enough: usize) -> usize {
    let mut seen: HashSet<Vec<u64>> = HashSet::new();
    for row in x.rows() {
        // Adding 0 turns -0 into +0, which are the same point.
        seen.insert(row.iter().map(|v| (v + 0.0).to_bits()).collect());
        if seen.len() >= enough {
            break;
        }
    }
    seen.len()
}
