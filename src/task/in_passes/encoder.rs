//! An encoder, learned from columns that pass by.

use super::coder::Target;
use super::moments::{Moments, MomentsAbout};
use super::samples::Samples;
use crate::data::encode::{ColumnEncoder, Kind};
use crate::data::table::by_name;
use crate::data::{Column, EncodeError, EncodeOptions, Encoder, InPasses, Level, Values};
use crate::task::TaskError;

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
    let question = MomentsAbout { shifts: data.sketch.features.iter().map(shift).collect() };
    let nothing = Encoder { options: EncodeOptions::default(), columns: Vec::new() };
    Samples::new(data, &nothing, Target::None, None).of_cells(&question).0
}

/// Near the mean, so that squares about it lose no digits.
pub(super) fn shift(column: &Column) -> f64 {
    let Values::Numbers(cells) = &column.values else { return 0.0 };
    crate::math::mean_and_deviation(cells.iter().copied()).map_or(0.0, |(mean, _)| mean)
}
