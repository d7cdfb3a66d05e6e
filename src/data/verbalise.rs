//! A row <-> a sentence: how a row is put into words for a language model, and read back.
//!
//! ```text
//! 色泽青绿，根蒂蜷缩，密度0.697，好瓜是。
//! color is green, root is curled, density is 0.697, ripe is yes.
//! ```
//!
//! Missing cells are left out. A value that would be mistaken for something else stands in
//! quotes, so that every sentence can be read back exactly.

use super::melon::Feature;
use super::table::Column;
use super::{names, read};

/// The language of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Tongue {
    /// 色泽青绿，根蒂蜷缩。
    #[default]
    #[serde(rename = "zh")]
    Chinese,
    /// color is green, root is curled.
    #[serde(rename = "en")]
    English,
}

/// Why a sentence could not be read.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum SentenceError {
    /// It does not end as a sentence does.
    NoEnd {
        /// The sentence.
        sentence: String,
    },
    /// A part speaks of no column, or says what the column cannot be.
    NotUnderstood {
        /// The part of the sentence that was not understood.
        clause: String,
    },
}

/// The row as a sentence; English names and values where they are known.
pub fn sentence(columns: &[Column], row: usize, tongue: Tongue) -> String {
    let features: Vec<Feature> = columns.iter().map(Feature::from).collect();
    let clause = |(column, feature): (&Column, &Feature)| {
        column.text(row).map(|value| tongue.clause(feature, &value, &features))
    };
    let clauses: Vec<String> = columns.iter().zip(&features).filter_map(clause).collect();
    clauses.join(tongue.separator()) + tongue.end()
}

/// The cells that a sentence tells, as `(column, value)` in the data's own words.
///
/// # Errors
/// A text that [`sentence`] cannot have made of these columns.
pub fn parse_sentence(
    sentence: &str,
    features: &[Feature],
    tongue: Tongue,
) -> Result<Vec<(String, String)>, SentenceError> {
    let no_end = || SentenceError::NoEnd { sentence: sentence.to_owned() };
    let body = sentence.strip_suffix(tongue.end()).ok_or_else(no_end)?;
    let understood = |clause: &str| {
        let not_understood = || SentenceError::NotUnderstood { clause: clause.to_owned() };
        tongue.understand(clause, features).ok_or_else(not_understood)
    };
    tongue.clauses(body).into_iter().map(understood).collect()
}

impl Tongue {
    /// What stands between two clauses.
    pub fn separator(self) -> &'static str {
        if self == Tongue::Chinese { "，" } else { ", " }
    }

    /// What stands behind the last clause.
    pub fn end(self) -> &'static str {
        if self == Tongue::Chinese { "。" } else { "." }
    }

    fn quotes(self) -> [char; 2] {
        if self == Tongue::Chinese { ['「', '」'] } else { ['"', '"'] }
    }

    /// How a clause about the column begins.
    fn opening(self, feature: &Feature) -> String {
        let shown = names::display_name(&feature.name, self == Tongue::English);
        let name = if self.is_special(&shown) { self.quote(&shown) } else { shown };
        match self {
            Tongue::English => name + " is ",
            // 密度0.697, but x 0.697.
            Tongue::Chinese if name.ends_with(|c: char| c.is_ascii()) => name + " ",
            Tongue::Chinese => name,
        }
    }

    /// One column's part of a sentence, in quotes if it would be misread without.
    pub fn clause(self, feature: &Feature, value: &str, features: &[Feature]) -> String {
        let opening = self.opening(feature);
        let meant = Some((feature.name.clone(), value.to_owned()));
        let plain = format!("{opening}{}", self.word_for(value));
        let clear = !self.is_special(value) && self.understand(&plain, features) == meant;
        if clear { plain } else { opening + &self.quote(value) }
    }

    /// The value as this language has it.
    fn word_for(self, value: &str) -> String {
        match self {
            Tongue::Chinese => value.to_owned(),
            Tongue::English => {
                let shown = names::display_name(value, true);
                if shown == value { shown } else { shown.replace('_', " ") }
            }
        }
    }

    /// Whether the text would be cut, or taken for quoted.
    fn is_special(self, text: &str) -> bool {
        text.is_empty() || text.contains(self.quotes()) || text.contains(self.separator().trim())
    }

    fn quote(self, text: &str) -> String {
        let [open, close] = self.quotes();
        format!("{open}{}{close}", text.replace(close, &format!("{close}{close}")))
    }

    /// The text between quotes, if that is all there is.
    fn unquote(self, text: &str) -> Option<String> {
        let [open, close] = self.quotes();
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        Some(inner.replace(&format!("{close}{close}"), &close.to_string()))
    }

    /// The parts of a sentence, cut at separators outside of quotes.
    fn clauses(self, body: &str) -> Vec<&str> {
        let [open, close] = self.quotes();
        let (mut clauses, mut start, mut quoted) = (Vec::new(), 0, false);
        for (at, c) in body.char_indices() {
            // A doubled closing quote closes and opens again.
            quoted = if quoted { c != close } else { c == open || c == close };
            if !quoted && body[at..].starts_with(self.separator()) {
                clauses.push(&body[start..at]);
                start = at + self.separator().len();
            }
        }
        if !body.is_empty() {
            clauses.push(&body[start..]);
        }
        clauses
    }

    /// What a clause says: of all columns whose opening it has, the one with the longest.
    fn understand(self, clause: &str, features: &[Feature]) -> Option<(String, String)> {
        let openings = features.iter().map(|feature| (feature, self.opening(feature)));
        let (feature, opening) =
            openings.filter(|(_, opening)| clause.starts_with(opening)).max_by_key(|(_, opening)| opening.len())?;
        let told = &clause[opening.len()..];
        let value = match (self.unquote(told), &feature.levels) {
            (Some(quoted), _) => quoted,
            (None, Some(levels)) => names::resolve(told, levels.iter().map(String::as_str))?.to_owned(),
            (None, None) => told.to_owned(),
        };
        let fits = match &feature.levels {
            Some(levels) => levels.contains(&value),
            None => read::number(&value).is_some(),
        };
        fits.then(|| (feature.name.clone(), value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Builtin;

    fn round_trip(columns: &[Column], row: usize, tongue: Tongue) -> String {
        let features: Vec<Feature> = columns.iter().map(Feature::from).collect();
        let told = sentence(columns, row, tongue);
        let cells = parse_sentence(&told, &features, tongue).unwrap_or_else(|error| panic!("{told}: {error}"));
        let expected: Vec<(String, String)> =
            (columns.iter()).filter_map(|column| Some((column.name.clone(), column.text(row)?.into_owned()))).collect();
        assert_eq!(cells, expected, "{told}");
        told
    }

    #[test]
    fn melons_are_told_in_both_languages() {
        let table = Builtin::Watermelon3.table(None, Default::default());
        let columns: Vec<Column> = [1, 2, 7, 9].map(|at| table.columns[at].clone()).to_vec();
        assert_eq!(round_trip(&columns, 5, Tongue::Chinese), "色泽青绿，根蒂稍蜷，密度0.403，好瓜是。");
        let english = "color is green, root is slightly curled, density is 0.403, ripe is yes.";
        assert_eq!(round_trip(&columns, 5, Tongue::English), english);
    }

    #[test]
    fn odd_values_are_quoted_and_missing_ones_left_out() {
        let values = ["泽青，", "a, b", "a\"b,\" c", "」，「", "", "x is y", "青绿", "green", "。", "1."];
        let odd = Column::words("色", values.iter().map(|&value| Some(value)));
        let other = Column::words("色泽", values.iter().map(|_| None).chain([Some("青，")]).skip(1));
        let number = Column::numbers("x is", (0..values.len()).map(|row| row as f64 - 0.5));
        for row in 0..values.len() {
            for tongue in [Tongue::Chinese, Tongue::English] {
                round_trip(&[odd.clone(), other.clone(), number.clone()], row, tongue);
            }
        }
    }

    #[test]
    fn nonsense_is_refused() {
        let features = [Feature { name: "色泽".into(), levels: Some(vec!["青绿".into()]) }];
        let parse = |text: &str| parse_sentence(text, &features, Tongue::Chinese);
        assert!(matches!(parse("色泽青绿"), Err(SentenceError::NoEnd { .. })));
        assert!(matches!(parse("色泽乌黑。"), Err(SentenceError::NotUnderstood { .. })));
        assert!(matches!(parse("今天天气好。"), Err(SentenceError::NotUnderstood { .. })));
    }
}
