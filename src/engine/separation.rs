//! Are the classes separated, so that logistic regression has no maximum-likelihood estimate?
//!
//! A direction in the space of the coefficients separates the classes in part (*quasi*) if
//! along it no sample's true class becomes less likely and some sample's more; completely,
//! if every sample's does. The likelihood then grows without end along it (Albert and Anderson,
//! 1984). Whether there is one is a question to a linear program (Konis, 2007), which this
//! module asks, about distinct samples, where an unpenalised fit has not already proved that
//! the classes overlap.

use super::blocks::{Piece, RowSource, Sums, sum_pieces};
use super::native::Centre;
use super::patience::Patience;
use super::{Engine, EngineError, LogisticFit, LogisticOptions, Native};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use ndarray::{Array1, Array2, ArrayView1, ArrayView2};
use std::collections::HashSet;

/// Entries of the linear program (inequalities times parameters) up to which it is asked.
const MAX_PROGRAM: usize = 100_000;
/// Groups of columns that are tried one by one for what separates the classes.
const MOST_GROUPS: usize = 64;
/// A sample counts as set apart if its margin along a direction whose entries are at most
/// 1, in standardised columns, is above this.
const MARGIN: f64 = 1e-7;

/// How far the classes are separated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SeparationKind {
    /// They overlap: the maximum-likelihood estimate exists.
    None,
    /// Some samples are set apart.
    Quasi,
    /// Along one direction every sample's own class becomes likelier: all are set apart.
    Complete,
}

/// What was found out about a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separation {
    /// How far the classes are separated.
    pub kind: SeparationKind,
    /// Whether this is proved, by the fit or by the linear program. For tables beyond
    /// `MAX_PROGRAM` a fit that does not prove it is judged by where its next step would go.
    pub exact: bool,
}

/// Looks for separation of the classes `labels`, each in `0..n_classes`, by the columns of
/// `x`, `(n_samples, n_features)`, and an intercept. `fit` is the native engine's fit at
/// `l2 = 0`, if it has been made already.
///
/// # Errors
/// Those of [`Engine::logistic`].
pub fn detect(
    x: ArrayView2<f64>,
    labels: &[usize],
    n_classes: usize,
    fit: Option<&LogisticFit>,
) -> Result<Separation, EngineError> {
    let made;
    let fit = match fit {
        Some(fit) => fit,
        None => {
            made = Native.logistic(x, labels, n_classes, &LogisticOptions { l2: 0.0, ..Default::default() })?;
            &made
        }
    };
    if fit.overlap_proven {
        return Ok(Separation { kind: SeparationKind::None, exact: true });
    }
    if sets_all_apart(x, labels, fit) {
        return Ok(Separation { kind: SeparationKind::Complete, exact: true });
    }
    let kept: Vec<usize> = (0..x.ncols()).filter(|j| !fit.dropped.contains(j)).collect();
    let directions = Directions::new(x, labels, n_classes, &kept);
    let proved = directions.map(|directions| directions.kind()).transpose()?.flatten();
    Ok(proved.map_or_else(|| Separation { kind: judge(fit), exact: false }, |kind| Separation { kind, exact: true }))
}

/// Which of `groups` of columns separate the classes as far as all of them together do, which
/// is `kind`: every group that does so alone; or else one set that no longer does when any
/// group of it is left out. Nothing for more than `MOST_GROUPS`, nor for a table beyond
/// `MAX_PROGRAM`.
///
/// # Errors
/// Nobody waits any longer.
pub fn separators(
    x: ArrayView2<f64>,
    labels: &[usize],
    n_classes: usize,
    kind: SeparationKind,
    groups: &[Vec<usize>],
) -> Result<Vec<Vec<usize>>, EngineError> {
    if groups.len() > MOST_GROUPS {
        return Ok(Vec::new());
    }
    let all: Vec<usize> = (0..groups.len()).collect();
    let separate = |chosen: &[usize]| -> Result<bool, EngineError> {
        let columns: Vec<usize> = chosen.iter().flat_map(|&group| groups[group].iter().copied()).collect();
        let directions = Directions::new(x, labels, n_classes, &columns);
        Ok(directions.map(|directions| directions.kind()).transpose()?.flatten() == Some(kind))
    };
    if !separate(&all)? {
        return Ok(Vec::new()); // too large a program to say
    }
    let mut alone = Vec::new();
    for group in 0..groups.len() {
        alone.extend(separate(&[group])?.then(|| vec![group]));
    }
    if !alone.is_empty() {
        return Ok(alone);
    }
    let mut needed = all;
    for group in 0..groups.len() {
        let rest: Vec<usize> = needed.iter().copied().filter(|&other| other != group).collect();
        if separate(&rest)? {
            needed = rest;
        }
    }
    Ok(vec![needed])
}

/// What a separating direction must fulfil: every row of `margins` times it is at least 0.
struct Directions {
    margins: Vec<Vec<f64>>, // (n_inequalities, n_parameters)
    n_parameters: usize,
}

impl Directions {
    /// `None` if there are too many distinct samples for the linear program.
    fn new(x: ArrayView2<f64>, labels: &[usize], n_classes: usize, kept: &[usize]) -> Option<Self> {
        let n_parameters = (n_classes - 1) * (kept.len() + 1);
        let most = MAX_PROGRAM / n_parameters / (n_classes - 1);
        let rows = distinct(x, labels, most)?;
        let centre = Centre::of(x);
        let mut margins = Vec::new();
        for row in rows {
            let cell = |&j: &usize| (x[[row, j]] - centre.shift[j]) / centre.scale[j];
            let sample: Vec<f64> = kept.iter().map(cell).chain([1.0]).collect();
            let others = (0..n_classes).filter(|&class| class != labels[row]);
            margins.extend(others.map(|other| margin(&sample, labels[row], other, n_parameters)));
        }
        Some(Directions { margins, n_parameters })
    }

    /// `None` if the linear program could not be solved. A program once begun goes on to its end: whether anybody waits is
    /// asked before each of the two.
    fn kind(&self) -> Result<Option<SeparationKind>, EngineError> {
        let patience = Patience::here();
        patience.check()?;
        let any = self.widest(false);
        patience.check()?;
        let all = self.widest(true);
        Ok(any.zip(all).map(|(any, all)| match (any > MARGIN, all > MARGIN) {
            (_, true) => SeparationKind::Complete,
            (true, false) => SeparationKind::Quasi,
            (false, false) => SeparationKind::None,
        }))
    }

    /// The largest sum of margins (or, of all, the largest least margin) of any separating
    /// direction with entries in `[-1, 1]`; 0 if there is none.
    fn widest(&self, least: bool) -> Option<f64> {
        let mut program = Problem::new(OptimizationDirection::Maximize);
        let sum = |p: usize| if least { 0.0 } else { self.margins.iter().map(|row| row[p]).sum() };
        let direction: Vec<Variable> = (0..self.n_parameters).map(|p| program.add_var(sum(p), (-1.0, 1.0))).collect();
        let slack = program.add_var(f64::from(u8::from(least)), (0.0, if least { 1.0 } else { 0.0 }));
        for row in &self.margins {
            let terms = direction.iter().copied().zip(row.iter().copied()).chain([(slack, -1.0)]);
            program.add_constraint(nonzero(terms), ComparisonOp::Ge, 0.0);
        }
        program.solve().ok().map(|solution| solution.objective())
    }
}

/// `z (d_class - d_other)` as a row over the parameters; class 0 has none.
fn margin(sample: &[f64], class: usize, other: usize, n_parameters: usize) -> Vec<f64> {
    let mut row = vec![0.0; n_parameters];
    for (of, sign) in [(class, 1.0), (other, -1.0)].into_iter().filter(|(of, _)| *of > 0) {
        let group = &mut row[(of - 1) * sample.len()..][..sample.len()];
        group.iter_mut().zip(sample).for_each(|(cell, v)| *cell = sign * v);
    }
    row
}

fn nonzero(terms: impl IntoIterator<Item = (Variable, f64)>) -> Vec<(Variable, f64)> {
    terms.into_iter().filter(|(_, coefficient)| *coefficient != 0.0).collect()
}

/// The first row of each distinct sample; `None` if there are more than `most`.
fn distinct(x: ArrayView2<f64>, labels: &[usize], most: usize) -> Option<Vec<usize>> {
    let mut seen = HashSet::new();
    let mut rows = Vec::new();
    for (i, (row, &label)) in x.rows().into_iter().zip(labels).enumerate() {
        // Adding 0 turns -0 into +0.
        if seen.insert((label, row.iter().map(|v| (v + 0.0).to_bits()).collect::<Vec<_>>())) {
            rows.push(i);
        }
        if rows.len() > most {
            return None;
        }
    }
    Some(rows)
}

/// Whether the fit gives every sample's own class the strictly largest logit, by more than
/// rounding: its coefficients are then a direction along which all samples are set apart.
fn sets_all_apart(x: ArrayView2<f64>, labels: &[usize], fit: &LogisticFit) -> bool {
    let apart = Apart::by(fit);
    x.rows().into_iter().zip(labels).all(|(row, &label)| apart.is(row, label))
}

/// Tells samples to which a fit gives their own class.
struct Apart<'a> {
    fit: &'a LogisticFit,
    sizes: Array2<f64>,
}

impl<'a> Apart<'a> {
    fn by(fit: &'a LogisticFit) -> Self {
        Apart { fit, sizes: fit.coefficients.mapv(f64::abs) }
    }

    fn is(&self, row: ArrayView1<f64>, label: usize) -> bool {
        const ROUNDING: f64 = 1e-14;
        let Apart { fit, sizes } = self;
        let logits: Array1<f64> = fit.coefficients.dot(&row) + &fit.intercepts;
        let size: Array1<f64> = sizes.dot(&row.mapv(f64::abs)) + fit.intercepts.mapv(f64::abs);
        let noise = ROUNDING * row.len().max(1) as f64 * size.fold(0.0, |most: f64, v| most.max(*v));
        if let [logit] = logits.as_slice().expect("contiguous") {
            return if label == 1 { *logit > noise } else { *logit < -noise };
        }
        let others = logits.iter().enumerate().filter(|(class, _)| *class != label).map(|(_, logit)| *logit);
        logits[label] - others.fold(f64::NEG_INFINITY, f64::max) > noise
    }
}

/// What an unpenalised `fit` says of samples that come in passes, too many to be looked at one by one: one
/// pass tells whether it sets all of them apart.
pub fn detect_in_passes(source: &dyn RowSource, fit: &LogisticFit) -> Separation {
    if fit.overlap_proven {
        return Separation { kind: SeparationKind::None, exact: true };
    }
    let apart = Apart::by(fit);
    let add = |all: &mut All, piece: &Piece| {
        all.0 = all.0 && piece.x.rows().into_iter().zip(piece.y).all(|(row, &class)| apart.is(row, class as usize));
    };
    match sum_pieces(source, || All(true), add) {
        All(true) => Separation { kind: SeparationKind::Complete, exact: true },
        All(false) => Separation { kind: judge(fit), exact: false },
    }
}

/// Whether something holds of all samples.
struct All(bool);

impl Sums for All {
    fn absorb(&mut self, later: Self) {
        self.0 &= later.0;
    }
}

/// For large tables whose fit proves nothing: along a separating direction Newton's steps do
/// not get smaller, each moves the logits of the samples set apart by about 1.
fn judge(fit: &LogisticFit) -> SeparationKind {
    const STILL_MOVING: f64 = 0.1;
    if fit.next_step.is_some_and(|moved| moved > STILL_MOVING) { SeparationKind::Quasi } else { SeparationKind::None }
}
