//! An encoder, learned from columns that pass by.

use crate::data::encode::{ColumnEncoder, Kind};
use crate::data::read::passes::Cells;
use crate::data::table::by_name;
use crate::data::{Column, EncodeError, EncodeOptions, Encoder, InPasses, Level, Values};
use crate::engine::lanes;
use crate::task::TaskError;
use std::sync::Mutex;

/// What [`Encoder::fit`] learns from the features, by a pass where means are wanted.
pub(super) fn fit(data: &InPasses, options: EncodeOptions) -> Result<Encoder, TaskError> {
    let wants_means = options.standardize || options.impute;
    let moments = if wants_means { moments(data) } else { Vec::new() };
    data.passes.check()?;
    let column = |(at, column): (usize, &Column)| {
        let kind = match &column.values {
            Values::Words { .. } => of_words(&column.name, &data.levels[at], options)?,
            Values::Numbers(_) => of_numbers(&column.name, moments.get(at).copied(), options)?,
        };
        Ok(ColumnEncoder { name: column.name.clone(), kind })
    };
    let columns = data.sketch.features.iter().enumerate().map(column).collect::<Result<_, TaskError>>()?;
    Ok(Encoder { options, columns })
}

/// Of the cells that are there: how many, their sum and their squares, about a shift.
#[derive(Debug, Clone, Copy, Default)]
struct Moments {
    n: f64,
    sum: f64,
    squares: f64,
    shift: f64,
}

fn of_numbers(name: &str, moments: Option<Moments>, options: EncodeOptions) -> Result<Kind, TaskError> {
    let Some(Moments { n, sum, squares, shift }) = moments else {
        return Ok(Kind::Numeric { center: 0.0, scale: 1.0, impute: None });
    };
    if n == 0.0 {
        return Err(EncodeError::NoValues { column: name.to_owned() }.into());
    }
    let mean = shift + sum / n;
    let deviation = (squares / n - (sum / n) * (sum / n)).max(0.0).sqrt();
    let scale = if deviation <= 10.0 * f64::EPSILON * mean.abs() { 1.0 } else { deviation };
    let (center, scale) = if options.standardize { (mean, scale) } else { (0.0, 1.0) };
    Ok(Kind::Numeric { center, scale, impute: options.impute.then_some(mean) })
}

fn of_words(name: &str, levels: &[Level], options: EncodeOptions) -> Result<Kind, TaskError> {
    let mut present: Vec<&Level> = levels.iter().filter(|level| level.count > 0).collect();
    if present.is_empty() {
        return Err(EncodeError::NoValues { column: name.to_owned() }.into());
    }
    present.sort_by(|a, b| by_name(&a.name, &b.name));
    let most = present.iter().map(|level| level.count).max();
    let imputed = present.iter().find(|level| Some(level.count) == most).map(|level| level.name.clone());
    let levels = present.iter().map(|level| level.name.clone()).collect();
    Ok(Kind::Categorical { levels, impute: imputed.filter(|_| options.impute) })
}

/// One a feature: by a pass, the lanes added up in order.
fn moments(data: &InPasses) -> Vec<Moments> {
    let lanes = lanes(data.passes.n_samples());
    let start: Vec<Moments> =
        data.sketch.features.iter().map(|column| Moments { shift: shift(column), ..Moments::default() }).collect();
    let sums: Vec<Mutex<Vec<Moments>>> = lanes.iter().map(|_| Mutex::new(start.clone())).collect();
    data.passes.pass(
        &lanes,
        |lane, piece| {
            let mut sums = sums[lane].lock().expect("no thread has panicked");
            for (moments, cells) in sums.iter_mut().zip(&piece.columns) {
                let Cells::Numbers(cells) = cells else { continue };
                for cell in cells.iter().filter(|cell| !cell.is_nan()) {
                    let d = cell - moments.shift;
                    (moments.n, moments.sum, moments.squares) =
                        (moments.n + 1.0, moments.sum + d, moments.squares + d * d);
                }
            }
        },
        |_| {},
    );
    let mut total = start;
    for lane in sums {
        for (sum, of_lane) in total.iter_mut().zip(lane.into_inner().expect("no thread has panicked")) {
            (sum.n, sum.sum, sum.squares) = (sum.n + of_lane.n, sum.sum + of_lane.sum, sum.squares + of_lane.squares);
        }
    }
    total
}

/// Near the mean, so that squares about it lose no digits.
pub(super) fn shift(column: &Column) -> f64 {
    let Values::Numbers(cells) = &column.values else { return 0.0 };
    crate::math::mean_and_deviation(cells.iter().copied()).map_or(0.0, |(mean, _)| mean)
}
