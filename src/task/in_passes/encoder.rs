//! An encoder, learned from columns that pass by.

use super::part::SamplePart;
use super::part_aggregate::PartAggregate;
use super::row_encoder::Target;
use super::samples::Samples;
use super::seen::SampleStatistics;
use crate::data::encode::{ColumnEncoder, ColumnEncoding};
use crate::data::table::by_name;
use crate::data::{Column, EncodeError, EncodeOptions, Encoder, InPasses, Level, Values};
use crate::engine::as_numbers;
use crate::task::TaskError;

/// What [`Encoder::fit`] learns from the features, by a pass where means are wanted.
pub(super) fn fit(data: &InPasses, options: EncodeOptions) -> Result<Encoder, TaskError> {
    let wants_means = options.standardize || options.impute;
    let seen = if wants_means { seen(data) } else { Vec::new() };
    data.passes.check()?;
    let column = |(at, column): (usize, &Column)| {
        let kind = match &column.values {
            Values::Words { .. } => of_words(&column.name, &data.levels[at], options)?,
            Values::Numbers(_) => of_numbers(&column.name, seen.get(at), options)?,
        };
        Ok(ColumnEncoder { name: column.name.clone(), kind })
    };
    let columns = data.sketch.features.iter().enumerate().map(column).collect::<Result<_, TaskError>>()?;
    Ok(Encoder { options, columns })
}

fn of_numbers(
    name: &str,
    seen: Option<&SampleStatistics>,
    options: EncodeOptions,
) -> Result<ColumnEncoding, TaskError> {
    let Some(SampleStatistics::Numbers(moments)) = seen else {
        return Ok(ColumnEncoding::Numeric { center: 0.0, scale: 1.0, impute: None });
    };
    let mean = moments.mean().ok_or_else(|| EncodeError::NoValues { column: name.to_owned() })?;
    let deviation = moments.deviation();
    let scale = if deviation <= 10.0 * f64::EPSILON * mean.abs() { 1.0 } else { deviation };
    let (center, scale) = if options.standardize { (mean, scale) } else { (0.0, 1.0) };
    Ok(ColumnEncoding::Numeric { center, scale, impute: options.impute.then_some(mean) })
}

fn of_words(name: &str, levels: &[Level], options: EncodeOptions) -> Result<ColumnEncoding, TaskError> {
    let mut present: Vec<&Level> = levels.iter().filter(|level| level.count > 0).collect();
    if present.is_empty() {
        return Err(EncodeError::NoValues { column: name.to_owned() }.into());
    }
    present.sort_by(|a, b| by_name(&a.name, &b.name));
    let most = present.iter().map(|level| level.count).max();
    let imputed = present.iter().find(|level| Some(level.count) == most).map(|level| level.name.clone());
    let levels = present.iter().map(|level| level.name.clone()).collect();
    Ok(ColumnEncoding::Categorical { levels, impute: imputed.filter(|_| options.impute) })
}

/// Of each feature; by a pass.
fn seen(data: &InPasses) -> Vec<SampleStatistics> {
    Samples::as_they_are(data, Target::None).aggregate(&FeatureSums { nothing: SampleStatistics::nothing(data) })
}

/// What is seen of each feature that is a number.
pub(super) struct FeatureSums {
    /// What is seen before the first sample, one a feature.
    nothing: Vec<SampleStatistics>,
}

as_numbers!(FeatureSums { nothing });

impl PartAggregate for FeatureSums {
    const NAME: &'static str = "features";
    type State = Vec<SampleStatistics>;

    fn zero(&self) -> Vec<SampleStatistics> {
        self.nothing.clone()
    }

    fn add(&self, of: &mut Vec<SampleStatistics>, part: &SamplePart) {
        for (seen, cells) in
            of.iter_mut().zip(part.cells).filter(|(seen, _)| matches!(seen, SampleStatistics::Numbers(_)))
        {
            part.rows.clone().for_each(|row| seen.add(cells, row));
        }
    }
}
