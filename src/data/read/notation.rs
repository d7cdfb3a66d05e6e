//! How a column's numbers are written: decimal commas, thousands in groups, one unit on every
//! cell. What can be read in one way only is converted; what can be read in two is not.

use super::cell::half_width;
use super::{number, unit};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Marks that stand between groups of three digits, besides the comma: blanks, thin blanks,
/// apostrophes, and what programmers write.
const GROUP_MARKS: [char; 7] = [' ', '\u{a0}', '\u{2009}', '\u{202f}', '\'', '’', '_'];

/// A way of writing numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notation {
    /// `0,697`.
    DecimalCommas,
    /// `4,955`, `4 955` or, where commas stand before the decimals, `4.955`: the mark between the groups.
    Thousands(char),
    /// One unit or currency on every cell.
    Unit(String),
    /// Signs that only look like those of a number: the first such cell, and what it was read as.
    LookAlike {
        /// As it stands in the table.
        text: String,
        /// As it was read.
        read: String,
    },
}

impl Notation {
    /// That of a cell with signs that are read as what they look like.
    pub(super) fn look_alike(text: &str) -> Notation {
        Notation::LookAlike { text: text.to_owned(), read: half_width(text) }
    }
}

/// What decides between two readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rules {
    /// What the user says stands before the decimals.
    pub decimal: Option<char>,
    /// What stood there in a table that was written likewise: it decides where nothing else does, and is nothing where
    /// something else did.
    pub habit: Option<char>,
    /// Whether points are known to stand before the decimals, wherever they are.
    pub points_are_decimal: bool,
    /// Whether commas separate the cells: then those within cells are no decimal points by habit.
    pub cells_cut_at_commas: bool,
    /// Whether semicolons do, as where commas stand before the decimals.
    pub cells_cut_at_semicolons: bool,
}

/// What became of the texts of a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reading {
    /// They are numbers, written so.
    Numbers(Vec<f64>, Vec<Notation>),
    /// `4,955` could be 4955 or 4.955.
    Ambiguous(String),
    /// They are words.
    Words,
}

/// The numbers that the distinct texts of a column stand for, if none is a word.
/// All of them may have the `unit`, whatever it is called.
pub(super) fn read(texts: &[String], rules: Rules, unit: Option<&str>) -> Reading {
    match plainly(texts, rules, unit) {
        Reading::Numbers(values, mut notations) => {
            let alike = texts.iter().find(|text| plain(text) != text.as_str());
            notations.extend(alike.map(|text| Notation::look_alike(text)));
            Reading::Numbers(values, notations)
        }
        other => other,
    }
}

/// The same without a word about signs that only look like those of a number.
fn plainly(texts: &[String], rules: Rules, unit: Option<&str>) -> Reading {
    let has_digit = |text: Cow<str>| text.bytes().any(|byte| byte.is_ascii_digit());
    let texts = texts.iter().map(|text| plain(text));
    if !texts.clone().all(has_digit) {
        return Reading::Words;
    }
    let texts: Vec<Cow<str>> = texts.collect();
    let Some((bodies, unit)) = unit::without(&texts, unit) else { return Reading::Words };
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    let notations: Vec<Notation> = unit.into_iter().map(Notation::Unit).collect();
    let points = points_in_groups(&bodies).filter(|_| !rules.points_are_decimal);
    if points.is_some() && rules.habit == Some(',') && rules.decimal.is_some() {
        // Habit alone does not tell whether 1.500 is one and a half.
        return Reading::Ambiguous(bodies.iter().find(|body| body.contains('.')).unwrap_or(&bodies[0]).to_string());
    }
    if let Some(values) = all(&bodies, number) {
        return match points.filter(|_| rules.decimal == Some(',')) {
            Some(values) => Reading::Numbers(values, [notations, vec![Notation::Thousands('.')]].concat()),
            None if notations.is_empty() && rules.decimal != Some(',') => Reading::Words,
            None => Reading::Numbers(values, notations),
        };
    }
    if let Some((values, written)) = in_marked_groups(&bodies) {
        return Reading::Numbers(values, [notations, written].concat());
    }
    let grouped = all(&bodies, |body| number(body).or_else(|| number(&ungrouped(body, ',')?)));
    // `1.100` beside `2,101`: each of the two marks may be the one before the decimals.
    let is_either = points.is_some() && grouped.is_some();
    // A point alone is a group's only where all points are; before a comma it is one anyway.
    let has_group = points.is_some() || bodies.iter().any(|body| body.contains('.') && body.contains(','));
    let decimal = points.or_else(|| all(&bodies, |body| number(body).or_else(|| number(&with_point(body)?))));
    // Where the commas between cells are the program's own, nothing speaks for those within but plain numbers beside them.
    let are_all_doubtful = rules.points_are_decimal && bodies.iter().all(|body| body.contains(','));
    let has_comma = bodies.iter().any(|body| body.contains(','));
    let as_decimal = [(has_comma, Notation::DecimalCommas), (has_group, Notation::Thousands('.'))];
    let as_decimal = as_decimal.into_iter().filter(|(is_there, _)| *is_there).map(|(_, notation)| notation).collect();
    let (values, written) = match (grouped, decimal, rules.decimal) {
        (_, Some(values), Some(',')) => (values, as_decimal),
        (Some(values), _, Some('.')) => (values, vec![Notation::Thousands(',')]),
        (Some(values), None, None) => (values, vec![Notation::Thousands(',')]),
        (None, Some(values), None) => (values, as_decimal),
        (Some(values), Some(_), None) if rules.cells_cut_at_commas && !is_either && !are_all_doubtful => {
            (values, vec![Notation::Thousands(',')])
        }
        (Some(_), Some(_), None) => {
            return Reading::Ambiguous(bodies.iter().find(|body| body.contains(',')).unwrap_or(&bodies[0]).to_string());
        }
        _ => return Reading::Words,
    };
    Reading::Numbers(values, [notations, written].concat())
}

/// The number that a text alone is, if it can be read in one way only and has no unit: `-999,0`, but not `-9,999`.
pub(super) fn number_alone(text: &str) -> Option<f64> {
    let text = plain(text);
    let is_of_number = |c: char| c.is_ascii_digit() || "+-.,".contains(c) || GROUP_MARKS.contains(&c);
    if !text.chars().all(is_of_number) {
        return None;
    }
    let rules = Rules {
        decimal: None,
        habit: None,
        points_are_decimal: false,
        cells_cut_at_commas: false,
        cells_cut_at_semicolons: false,
    };
    match plainly(&[text.into_owned()], rules, None) {
        Reading::Numbers(values, notations) if !notations.iter().any(|own| matches!(own, Notation::Unit(_))) => {
            values.first().copied()
        }
        _ => None,
    }
}

/// A text with what is typed full-width, and other minus signs, as what they look like.
fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(half_width(text)) }
}

/// Numbers with blanks or apostrophes between groups of digits, before a decimal point or a decimal comma.
fn in_marked_groups(bodies: &[&str]) -> Option<(Vec<f64>, Vec<Notation>)> {
    let pointed = |body: &str| if body.contains('.') { None } else { with_point(body) };
    for mark in GROUP_MARKS {
        if let Some(values) = all(bodies, |body| number(body).or_else(|| number(&ungrouped(body, mark)?))) {
            return Some((values, vec![Notation::Thousands(mark)]));
        }
        let with_comma = |body: &str| {
            let pointed = pointed(body)?;
            number(&pointed).or_else(|| number(&ungrouped(&pointed, mark)?))
        };
        let either = |body: &str| with_comma(body).or_else(|| number(body)).or_else(|| number(&ungrouped(body, mark)?));
        // Blanks between the groups leave nothing for a comma but the decimals.
        let is_marked = bodies.iter().any(|body| body.contains(mark) && body.contains(','));
        if is_marked && let Some(values) = all(bodies, either) {
            return Some((values, vec![Notation::Thousands(mark), Notation::DecimalCommas]));
        }
    }
    None
}

/// `1.500` as 1500 and `0,5` as 0.5, if there is a point, and all points can stand between groups.
fn points_in_groups(bodies: &[&str]) -> Option<Vec<f64>> {
    let value = |body: &str| match (body.contains('.'), body.contains(',')) {
        (false, false) => number(body),
        (true, false) => number(&ungrouped(&body.replace('.', ","), ',')?),
        (_, true) => number(&with_point(body)?),
    };
    all(bodies, value).filter(|_| bodies.iter().any(|body| body.contains('.')))
}

fn all(bodies: &[&str], value: impl Fn(&str) -> Option<f64>) -> Option<Vec<f64>> {
    bodies.iter().map(|body| value(body)).collect()
}

/// `1,234,567.8` without the marks between its groups of three, or `12,34,567.8` as in India;
/// `None` if the groups are other ones.
fn ungrouped(body: &str, mark: char) -> Option<String> {
    let unsigned = body.trim_start_matches(['+', '-', '\u{2212}', '\u{2013}']);
    let (whole, decimals) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // Nobody writes 697 as 0,697.
    let fits = (1..=3).contains(&first.len()) && digits(first) && !first.starts_with('0') && !rest.is_empty();
    let in_threes = rest.iter().all(|group| group.len() == 3);
    let in_twos = first.len() < 3
        && rest.split_last().is_some_and(|(last, twos)| {
            last.len() == 3 && !twos.is_empty() && twos.iter().all(|group| group.len() == 2)
        });
    let fits = fits && (in_threes || in_twos) && rest.iter().all(|group| digits(group)) && decimals.is_none_or(digits);
    fits.then(|| body.replace(mark, ""))
}

/// `0,697` with a point; `1.234,5` without its groups.
fn with_point(body: &str) -> Option<String> {
    let (whole, decimals) = body.split_once(',')?;
    let whole = if whole.contains('.') { ungrouped(&whole.replace('.', ","), ',')? } else { whole.to_owned() };
    (!decimals.contains(',') && !decimals.is_empty()).then(|| format!("{whole}.{decimals}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMAS: Rules = Rules {
        decimal: None,
        habit: None,
        points_are_decimal: false,
        cells_cut_at_commas: true,
        cells_cut_at_semicolons: false,
    };
    const SEMICOLONS: Rules = Rules { cells_cut_at_commas: false, cells_cut_at_semicolons: true, ..COMMAS };

    fn read_all(texts: &[&str], rules: Rules) -> Reading {
        read(&texts.iter().map(|text| text.to_string()).collect::<Vec<_>>(), rules, None)
    }

    fn numbers(values: &[f64], notation: Notation) -> Reading {
        Reading::Numbers(values.to_vec(), vec![notation])
    }

    #[test]
    fn what_can_be_read_in_one_way_only_is_read() {
        let both = || vec![Notation::DecimalCommas, Notation::Thousands('.')];
        assert_eq!(read_all(&["0,697", "1.234,5"], SEMICOLONS), Reading::Numbers(vec![0.697, 1234.5], both()));
        assert_eq!(read_all(&["1.500", "999,5"], SEMICOLONS), Reading::Numbers(vec![1500.0, 999.5], both()));
        assert_eq!(read_all(&["42.57", "74,39"], SEMICOLONS), numbers(&[42.57, 74.39], Notation::DecimalCommas));
        assert_eq!(read_all(&["0,697", "1,234"], COMMAS), numbers(&[0.697, 1.234], Notation::DecimalCommas));
        assert_eq!(read_all(&["4,955", "120"], COMMAS), numbers(&[4955.0, 120.0], Notation::Thousands(',')));
        assert_eq!(read_all(&["2,119,059"], SEMICOLONS), numbers(&[2119059.0], Notation::Thousands(',')));
        assert_eq!(read_all(&["12,34,567.5", "800"], COMMAS), numbers(&[1234567.5, 800.0], Notation::Thousands(',')));
        assert_eq!(read_all(&["-1 234", "56"], COMMAS), numbers(&[-1234.0, 56.0], Notation::Thousands(' ')));
        assert_eq!(read_all(&["45%", "7.5 %"], COMMAS), numbers(&[45.0, 7.5], Notation::Unit("%".into())));
        assert_eq!(read_all(&["6万", "-1.5万"], COMMAS), numbers(&[6.0, -1.5], Notation::Unit("万".into())));
        assert_eq!(read_all(&["6kg", "10 kg"], COMMAS), numbers(&[6.0, 10.0], Notation::Unit("kg".into())));
        let both = vec![Notation::Thousands(' '), Notation::DecimalCommas];
        assert_eq!(read_all(&["4 898,5", "16,25", "7"], SEMICOLONS), Reading::Numbers(vec![4898.5, 16.25, 7.0], both));
        assert_eq!(read_all(&["4_898", "16"], COMMAS), numbers(&[4898.0, 16.0], Notation::Thousands('_')));
        let full_width = vec![Notation::Thousands(','), Notation::look_alike("4，898")];
        assert_eq!(read_all(&["4，898", "16"], COMMAS), Reading::Numbers(vec![4898.0, 16.0], full_width));
        let minus = vec![Notation::Unit("kg".into()), Notation::look_alike("−5 kg")];
        assert_eq!(read_all(&["6 kg", "−5 kg"], COMMAS), Reading::Numbers(vec![6.0, -5.0], minus));
        assert_eq!(read_all(&["4.898.000"], COMMAS), numbers(&[4898000.0], Notation::Thousands('.')));
        let prices = vec![Notation::Unit("$".into()), Notation::Thousands(',')];
        assert_eq!(read_all(&["$1,200", "$80"], COMMAS), Reading::Numbers(vec![1200.0, 80.0], prices));
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_asked_about() {
        assert_eq!(read_all(&["4,955", "1,200"], SEMICOLONS), Reading::Ambiguous("4,955".into()));
        assert_eq!(read_all(&["1.100", "2,101"], COMMAS), Reading::Ambiguous("2,101".into()));
        let decimal = |decimal| Rules { decimal: Some(decimal), ..SEMICOLONS };
        let by_habit = Rules { habit: Some(','), ..decimal(',') };
        assert_eq!(read_all(&["1.500"], by_habit), Reading::Ambiguous("1.500".into()));
        assert_eq!(read_all(&["1,500"], by_habit), numbers(&[1.5], Notation::DecimalCommas));
        assert_eq!(read_all(&["4,955"], decimal(',')), numbers(&[4.955], Notation::DecimalCommas));
        assert_eq!(read_all(&["4,955"], decimal('.')), numbers(&[4955.0], Notation::Thousands(',')));
        assert_eq!(read_all(&["1.500", "12.000"], decimal(',')), numbers(&[1500.0, 12000.0], Notation::Thousands('.')));
        assert_eq!(read_all(&["1.5", "12.000"], decimal(',')), Reading::Numbers(vec![1.5, 12.0], vec![]));
    }

    #[test]
    fn words_stay_words() {
        for texts in [&["6kg", "6g"][..], &["45%", "50"], &["1,2,3"], &["5A", "7A"], &["a,b"], &["10,12", "x"], &["kg"]]
        {
            assert_eq!(read_all(texts, COMMAS), Reading::Words, "{texts:?}");
        }
    }
}
