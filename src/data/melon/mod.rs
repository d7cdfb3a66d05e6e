//! `color=green,root=curled,sound=muffled` -> the cells of one melon, in the data's words.

mod error;

pub use error::MelonError;

use super::encode::{ColumnEncoder, ColumnEncoding, EncodeError, Encoder, Place};
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
            ColumnEncoding::Categorical { levels, .. } => Some(levels.clone()),
            ColumnEncoding::Numeric { .. } => None,
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
    let mut cells = cells(text, features)?;
    let place = |name: &str| features.iter().position(|feature| feature.name == name);
    cells.sort_by_key(|(name, _)| place(name));
    match cells.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(pair) => Err(MelonError::Twice { feature: pair[0].0.clone() }),
        None => Ok(cells),
    }
}

/// The cells in the order in which they are given. A comma may belong to a name or a value
/// (`weight, g=3`): each cell is the longest stretch of text between commas that makes sense.
fn cells(text: &str, features: &[Feature]) -> Result<Vec<(String, String)>, MelonError> {
    let is_separator = |c: char| ",，;；".contains(c);
    let ends: Vec<usize> = text.match_indices(is_separator).map(|(at, _)| at).chain([text.len()]).collect();
    let (mut cells, mut start) = (Vec::new(), 0);
    while start < text.len() {
        let rest = || ends.iter().filter(|&&end| end >= start);
        let of = |end: usize| cell(text, text[start..end].trim(), features);
        let (found, end) = match rest().rev().find_map(|&end| Some((of(end).ok()?, end))) {
            Some((found, end)) => (Some(found), end),
            None => {
                let end = *rest().next().expect("the end of the text is one");
                let blank = text[start..end].trim().is_empty();
                (if blank { None } else { Some(of(end)?) }, end)
            }
        };
        cells.extend(found);
        start = end + text[end..].chars().next().map_or(0, char::len_utf8);
        if end == text.len() {
            break;
        }
    }
    Ok(cells)
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

/// One `name=value`, or `name：value`. A name or a value may hold such a sign itself: the
/// sign that counts is the one that leaves a feature's name and a value of it.
fn cell(melon: &str, part: &str, features: &[Feature]) -> Result<(String, String), MelonError> {
    let at_signs =
        || part.match_indices(['=', '＝', '：', ':']).map(|(at, sign)| (&part[..at], &part[at + sign.len()..]));
    let known: Vec<&str> = features.iter().map(|feature| feature.name.as_str()).collect();
    let as_cell = |(name, value): (&str, &str)| {
        let name = names::resolve(name, known.iter().copied())?;
        let feature = features.iter().find(|feature| feature.name == name)?;
        Some(cell_value(feature, value.trim()).map(|value| (name.to_owned(), value)))
    };
    let readings: Vec<Result<_, MelonError>> = at_signs().filter_map(as_cell).collect();
    if let Some(found) = readings.iter().position(Result::is_ok).or((!readings.is_empty()).then_some(0)) {
        return readings.into_iter().nth(found).expect("found just now");
    }
    let (asked, _) =
        at_signs().next().ok_or_else(|| MelonError::NoEqualsSign { melon: melon.to_owned(), part: part.to_owned() })?;
    Err(MelonError::UnknownFeature {
        asked: asked.trim().to_owned(),
        nearest: names::nearest(asked, known.iter().copied()),
        known: known.iter().map(|&name| name.to_owned()).collect(),
    })
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
        assert_eq!(parse("色泽：乌黑；密度：0.6，").unwrap(), expected);
    }

    #[test]
    fn names_and_values_may_hold_the_signs_themselves() {
        let city = Column::words("city", [Some("Rome"), Some("Rome, IT"), Some("a=b")]);
        let columns = [Column::numbers("weight, g", [1.0]), Column::numbers("a=b", [1.0]), city];
        let features: Vec<Feature> = columns.iter().map(Feature::from).collect();
        let parse = |text: &str| parse_melon(text, &features).unwrap();
        let owned = |cells: &[(&str, &str)]| -> Vec<(String, String)> {
            cells.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect()
        };
        assert_eq!(parse("a=b=3,weight, g=2"), owned(&[("weight, g", "2"), ("a=b", "3")]));
        assert_eq!(parse("city=Rome, IT,a=b=1"), owned(&[("a=b", "1"), ("city", "Rome, IT")]));
        assert_eq!(parse("city=a=b"), owned(&[("city", "a=b")]));
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
