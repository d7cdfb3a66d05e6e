//! A regression on one number: the line, and how surely it lies there.

use super::{MOST_FITTED, Regression};
use crate::data::{Column, Dataset, Values};
use crate::eval::tail::student_975;
use crate::math;

/// Places at which the line is computed.
const N_PLACES: usize = 61;
/// Room beside the samples, as a share of their range.
const AIR: f64 = 0.05;

/// The line over one numeric feature, with the samples around it.
#[derive(Debug, Clone, PartialEq)]
pub struct FittedLine {
    /// The only feature, along which the line runs.
    pub feature: String,
    /// The samples, as `[x, y]`.
    pub samples: Vec<[f64; 2]>,
    /// The line, as `[x, y]`.
    pub fitted: Vec<[f64; 2]>,
    /// The 95 % confidence band of the mean, as `[x, low, high]`; empty where nothing is known of
    /// the error (a penalty, no degrees of freedom, an exact fit).
    pub band: Vec<[f64; 3]>,
}

/// The line of `result`, which was learned from `data`; `None` unless there is one feature, a
/// number. With the `n` samples' mean `m` and sum of squares `S` around it, and the residual
/// standard error `s` on `n - 2` degrees of freedom:
///
/// `band(x) = fitted(x) ± t s sqrt(1/n + (x - m)² / S)`
pub fn line(data: &Dataset, result: &Regression) -> Option<FittedLine> {
    let [feature] = data.features.as_slice() else { return None };
    let Values::Numbers(xs) = &feature.values else { return None };
    let (Values::Numbers(ys), crate::model::Model::Linear(model)) = (&data.target.as_ref()?.values, &result.fitted)
    else {
        return None;
    };
    if xs.iter().any(|x| !x.is_finite()) {
        return None;
    }
    let [low, high] = math::least_and_largest(xs.iter().copied());
    let air = (high - low) * AIR;
    let place = |at: usize| low - air + (high - low + 2.0 * air) * at as f64 / (N_PLACES - 1) as f64;
    let places: Vec<f64> = (0..N_PLACES).map(place).filter(|_| high > low).collect();
    let fitted = model.predict(&[Column::numbers(&feature.name, places.iter().copied())]).ok()?;
    let mean = xs.iter().sum::<f64>() / xs.len() as f64;
    let squares: f64 = xs.iter().map(|x| (x - mean) * (x - mean)).sum();
    let error = result.fit.residual_std_error.filter(|_| !result.fit.is_exact);
    let reach = |x: f64, s: f64| {
        student_975(result.fit.df[1]) * s * (1.0 / xs.len() as f64 + (x - mean) * (x - mean) / squares).sqrt()
    };
    let around = |(&x, &y): (&f64, &f64)| error.map(|s| [x, y - reach(x, s), y + reach(x, s)]);
    Some(FittedLine {
        feature: feature.name.clone(),
        samples: xs.iter().zip(ys).map(|(&x, &y)| [x, y]).take(MOST_FITTED).collect(),
        band: places.iter().zip(&fitted).filter_map(around).collect(),
        fitted: places.iter().copied().zip(fitted).map(|(x, y)| [x, y]).collect(),
    })
}
