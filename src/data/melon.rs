//! `color=green,root=curled,sound=muffled` -> the cells of one melon, in the data's words.

use super::encode::{ColumnEncoder, EncodeError, Encoder, Kind, Place};
use super::table::{Column, Values};
use super::{names, read};

/// What a feature may be: any number, or one of these categories.
#[derive(Debug, Clone, PartialEq)]
pub struct Feature {
    /// The column's name.
    pub name: String,
    /// The known categories; `None` for a numeric feature.
    pub levels: Option<Vec<String>>,
}

/// Why a melon could not be understood.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum MelonError {
    /// A part is not of the form `name=value`.
    NoEqualsSign {
        /// The whole text.
        melon: String,
        /// The part.
        part: String,
    },
    /// A name that is no feature.
    UnknownFeature {
        /// As the user wrote it.
        asked: String,
        /// What may be meant.
        nearest: Option<String>,
        /// The features.
        known: Vec<String>,
    },
    /// A value that the feature never has.
    UnknownValue {
        /// The feature.
        feature: String,
        /// As the user wrote it.
        value: String,
        /// What may be meant.
        nearest: Option<String>,
        /// The known values.
        known: Vec<String>,
    },
    /// A numeric feature's value is no number.
    NotANumber {
        /// The feature.
        feature: String,
        /// As the user wrote it.
        value: String,
    },
    /// A numeric feature's value is infinite, or too large for a number.
    Infinite {
        /// The feature.
        feature: String,
        /// As the user wrote it.
        value: String,
    },
    /// A feature is named twice.
    Twice {
        /// The feature.
        feature: String,
    },
    /// Features that the model needs are left out.
    LeftOut {
        /// Which.
        features: Vec<String>,
    },
}

impl From<&Column> for Feature {
    fn from(column: &Column) -> Self {
        let levels = match &column.values {
            Values::Words { levels, .. } => Some(levels.clone()),
            Values::Numbers(_) => None,
        };
        Feature { name: column.name.clone(), levels }
    }
}

impl From<&ColumnEncoder> for Feature {
    fn from(encoder: &ColumnEncoder) -> Self {
        let levels = match &encoder.kind {
            Kind::Categorical { levels, .. } => Some(levels.clone()),
            Kind::Numeric { .. } => None,
        };
        Feature { name: encoder.name.clone(), levels }
    }
}

impl Encoder {
    /// What the features may be.
    pub fn features(&self) -> Vec<Feature> {
        self.columns.iter().map(Feature::from).collect()
    }
}

/// The cells of a melon as `(feature, value)`, in the features' order, in the data's words.
/// Names and values may be Chinese or English. Features may be left out; see [`left_out`].
///
/// # Errors
/// A part without `=`, an unknown feature or value, a feature given twice.
pub fn parse_melon(text: &str, features: &[Feature]) -> Result<Vec<(String, String)>, MelonError> {
    let parts = text.split([',', '，', ';']).map(str::trim).filter(|part| !part.is_empty());
    let mut cells: Vec<(String, String)> = parts.map(|part| cell(text, part, features)).collect::<Result<_, _>>()?;
    let place = |name: &str| features.iter().position(|feature| feature.name == name);
    cells.sort_by_key(|(name, _)| place(name));
    match cells.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(pair) => Err(MelonError::Twice { feature: pair[0].0.clone() }),
        None => Ok(cells),
    }
}

/// The features that a melon does not give; an error where a model needs them all.
///
/// # Errors
/// [`MelonError::LeftOut`] with their names.
pub fn require_all(cells: &[(String, String)], features: &[Feature]) -> Result<(), MelonError> {
    let left_out = left_out(cells, features);
    if left_out.is_empty() { Ok(()) } else { Err(MelonError::LeftOut { features: left_out }) }
}

/// The features that a melon does not give.
pub fn left_out(cells: &[(String, String)], features: &[Feature]) -> Vec<String> {
    let given = |feature: &&Feature| cells.iter().any(|(name, _)| *name == feature.name);
    features.iter().filter(|feature| !given(feature)).map(|feature| feature.name.clone()).collect()
}

/// A melon as columns of one row; a feature that it does not give is missing.
///
/// # Errors
/// A name that is no feature, or text where a number is wanted.
pub fn row(cells: &[(String, String)], features: &[Feature]) -> Result<Vec<Column>, EncodeError> {
    let known = || features.iter().map(|feature| feature.name.as_str());
    if let Some((name, _)) = cells.iter().find(|(name, _)| !known().any(|known| known == name)) {
        let (column, nearest) = (name.clone(), names::nearest(name, known()));
        return Err(EncodeError::NoSuchFeature { column, nearest, known: known().map(str::to_owned).collect() });
    }
    let column = |feature: &Feature| {
        let given = cells.iter().find(|(name, _)| *name == feature.name).map(|(_, text)| text.as_str());
        let is_level = |text: &str| feature.levels.iter().flatten().any(|level| level == text);
        let given = given.filter(|text| is_level(text) || !read::is_missing(text));
        if feature.levels.is_some() {
            return Ok(Column::words(&feature.name, [given]));
        }
        let number = |text: &str| {
            let error = || EncodeError::NotANumber {
                column: feature.name.clone(),
                place: Place::Row(0),
                text: text.to_owned(),
            };
            read::number(text).ok_or_else(error)
        };
        Ok(Column::numbers(&feature.name, [given.map(number).transpose()?.unwrap_or(f64::NAN)]))
    };
    features.iter().map(column).collect()
}

/// One `name=value`.
fn cell(melon: &str, part: &str, features: &[Feature]) -> Result<(String, String), MelonError> {
    let no_equals_sign = || MelonError::NoEqualsSign { melon: melon.to_owned(), part: part.to_owned() };
    let (asked, value) = part.split_once(['=', '＝']).ok_or_else(no_equals_sign)?;
    let known = || features.iter().map(|feature| feature.name.as_str());
    let name = names::resolve(asked, known().collect::<Vec<_>>()).ok_or_else(|| MelonError::UnknownFeature {
        asked: asked.trim().to_owned(),
        nearest: names::nearest(asked, known()),
        known: known().map(str::to_owned).collect(),
    })?;
    let feature = features.iter().find(|feature| feature.name == name).expect("resolved among the features");
    Ok((name.to_owned(), cell_value(feature, value.trim())?))
}

/// The value in the data's words.
fn cell_value(feature: &Feature, value: &str) -> Result<String, MelonError> {
    let (name, value) = (feature.name.clone(), value.to_owned());
    let Some(levels) = &feature.levels else {
        return match read::number(&value) {
            Some(_) => Ok(value),
            None if read::is_infinite(&value) => Err(MelonError::Infinite { feature: name, value }),
            None => Err(MelonError::NotANumber { feature: name, value }),
        };
    };
    let known = || levels.iter().map(String::as_str);
    match names::resolve(&value, known().collect::<Vec<_>>()) {
        Some(level) => Ok(level.to_owned()),
        None => {
            let nearest = names::nearest(&value, known());
            Err(MelonError::UnknownValue { feature: name, value, nearest, known: levels.clone() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features() -> Vec<Feature> {
        let colour = Column::words("色泽", [Some("青绿"), Some("乌黑")]);
        [colour, Column::numbers("密度", [0.5])].iter().map(Feature::from).collect()
    }

    fn parse(text: &str) -> Result<Vec<(String, String)>, MelonError> {
        parse_melon(text, &features())
    }

    #[test]
    fn both_languages_and_any_order_are_understood() {
        let expected = vec![("色泽".to_owned(), "乌黑".to_owned()), ("密度".to_owned(), "0.6".to_owned())];
        assert_eq!(parse("density=0.6, color=dark").unwrap(), expected);
        assert_eq!(parse("色泽=乌黑，密度＝0.6").unwrap(), expected);
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(matches!(parse("green"), Err(MelonError::NoEqualsSign { part, .. }) if part == "green"));
        assert!(matches!(parse("colr=dark"), Err(MelonError::UnknownFeature { nearest: Some(n), .. }) if n == "color"));
        assert!(matches!(parse("color=gren"), Err(MelonError::UnknownValue { nearest: Some(n), .. }) if n == "green"));
        assert!(matches!(parse("density=high"), Err(MelonError::NotANumber { .. })));
        assert!(matches!(parse("density=1e999"), Err(MelonError::Infinite { .. })));
        assert!(matches!(parse("color=dark,色泽=青绿"), Err(MelonError::Twice { .. })));
        let cells = parse("color=dark").unwrap();
        assert_eq!(require_all(&cells, &features()), Err(MelonError::LeftOut { features: vec!["密度".into()] }));
    }
}
