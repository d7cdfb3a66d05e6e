//! Whether line 1 names the columns.

use super::notation::{self, Reading, Rules};
use super::shape::NameSource;
use super::tidy::{Tidied, Tidy};
use super::{Fault, ReadOptions, number};
use crate::data::Notice;
use crate::math;
use csv::StringRecord;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// How many rows are compared with line 1.
const ROWS: usize = 200;
/// Years that name columns.
const YEARS: RangeInclusive<f64> = 1500.0..=2100.0;

/// Whether line 1 names the columns, as the user says or as it looks against the rows below.
pub(super) fn names(
    text: &str,
    line: u64,
    tidy: Tidy,
    (delimiter, quote): (u8, u8),
    options: &ReadOptions,
    notices: &mut Vec<Notice>,
) -> Result<NameSource, Fault> {
    match options.header {
        Some(true) => return Ok(NameSource::FirstRow),
        Some(false) => return Ok(NameSource::Numbered),
        None => {}
    }
    let tidy = Tidy { skipped_lines: 0, ..tidy };
    let text = Tidied::new(text.as_bytes(), tidy, delimiter);
    let mut records = csv::ReaderBuilder::new();
    let records = records.delimiter(delimiter).quote(quote).has_headers(false).flexible(true).from_reader(text);
    let mut records = records.into_records().map_while(Result::ok).take(ROWS + 1);
    let Some(first) = records.next() else { return Ok(NameSource::FirstRow) };
    let rows: Vec<StringRecord> = records.filter(|row| row.len() == first.len()).collect();
    if let Some(at) = repeated(&first, &rows) {
        let line = line + rows[at].position().map_or(0, |place| place.line()) - 1;
        return Err(Fault::NamesRepeated { line });
    }
    let rules = options.rules(delimiter);
    let marked = marked_above(&first, &rows, rules);
    if let Some(cell) = sample_cell(&first, &rows, &marked, rules) {
        return Err(Fault::LooksLikeSample { line, cell });
    }
    let numbers = numbers_above(&first, &rows);
    let is_counted = are_counted(&numbers);
    let mut doubtful = if is_counted || numbers.len() == first.len() { Vec::new() } else { numbers };
    if !marked.is_empty() && !is_counted && !has_name_above_numbers(&first, &rows, &marked, rules) {
        doubtful.extend(marked);
    }
    if !doubtful.is_empty() {
        let names = doubtful.into_iter().map(|number| number.text.to_owned()).collect();
        notices.push(Notice::NumbersAsNames { names });
    }
    Ok(NameSource::FirstRow)
}

/// The row that says the same as line 1, which is a line of names: a word above numbers.
fn repeated(first: &StringRecord, rows: &[StringRecord]) -> Option<usize> {
    // Of another file, it may begin with a byte-order mark.
    let plain = |cell: &str| cell.trim_start_matches('\u{feff}').trim().to_lowercase();
    let is_first = |row: &StringRecord| row.iter().map(plain).eq(first.iter().map(plain));
    let at = rows.iter().position(is_first)?;
    let others: Vec<&StringRecord> = rows.iter().filter(|row| !is_first(row)).collect();
    let is_number = |cell: &str| super::is_missing(cell.trim()) || number(cell.trim()).is_some();
    let names_numbers = |at: usize| !is_number(&first[at]) && others.iter().all(|row| is_number(&row[at]));
    (!others.is_empty() && (0..first.len()).any(names_numbers)).then_some(at)
}

/// The cells of a column that are not missing.
fn present(rows: &[StringRecord], at: usize) -> impl Iterator<Item = &str> {
    rows.iter().map(move |row| row[at].trim()).filter(|cell| !super::is_missing(cell))
}

/// Whether a column holds numbers, and nothing else.
fn is_numeric(rows: &[StringRecord], at: usize) -> bool {
    present(rows, at).next().is_some() && present(rows, at).all(|cell| number(cell).is_some())
}

/// A cell of line 1 that is a number above numbers.
struct NumberAbove<'a> {
    value: f64,
    text: &'a str,
    /// Whether it lies between the least and the largest of its column.
    is_within: bool,
}

/// The numbers of `first` that stand above columns of numbers.
fn numbers_above<'a>(first: &'a StringRecord, rows: &[StringRecord]) -> Vec<NumberAbove<'a>> {
    let above = |at: usize| {
        let text = first[at].trim();
        let value = number(text).filter(|_| is_numeric(rows, at))?;
        let [least, largest] = math::least_and_largest(present(rows, at).filter_map(number));
        Some(NumberAbove { value, text, is_within: (least..=largest).contains(&value) })
    };
    (0..first.len()).filter_map(above).collect()
}

/// The numbers of `first` that are no plain ones, but written as all those below them are: with the same unit, with
/// groups or with a decimal comma.
fn marked_above<'a>(first: &'a StringRecord, rows: &[StringRecord], rules: Rules) -> Vec<NumberAbove<'a>> {
    let above = |at: usize| {
        let text = first[at].trim();
        if !text.contains(char::is_numeric) || number(text).is_some() || is_numeric(rows, at) {
            return None;
        }
        let mut texts = below(rows, at);
        let [least, largest] = math::least_and_largest(written(&texts, rules)?.into_iter());
        texts.insert(0, text.to_owned());
        let value = *written(&texts, rules)?.first()?;
        Some(NumberAbove { value, text, is_within: (least..=largest).contains(&value) })
    };
    (0..first.len()).filter_map(above).collect()
}

/// The different texts of a column.
fn below(rows: &[StringRecord], at: usize) -> Vec<String> {
    present(rows, at).collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect()
}

/// The numbers that texts stand for, if all do.
fn written(texts: &[String], rules: Rules) -> Option<Vec<f64>> {
    let values = |rules: Rules| match notation::read(texts, rules, None) {
        Reading::Numbers(values, _) => Ok(values),
        other => Err(other),
    };
    match values(rules) {
        Ok(values) => Some(values),
        // Whichever it is, it is a number.
        Err(Reading::Ambiguous(_)) => values(Rules { decimal: Some('.'), habit: None, ..rules }).ok(),
        Err(_) => None,
    }
}

/// Whether a word stands above numbers, however they are written: then it is a name, and all of line 1 is.
fn has_name_above_numbers(first: &StringRecord, rows: &[StringRecord], marked: &[NumberAbove], rules: Rules) -> bool {
    let is_name = |at: usize| is_word(first[at].trim()) && !is_among(marked, first[at].trim());
    (0..first.len()).any(|at| is_name(at) && (is_numeric(rows, at) || written(&below(rows, at), rules).is_some()))
}

/// Whether a trimmed cell is one of these numbers.
fn is_among(numbers: &[NumberAbove], cell: &str) -> bool {
    numbers.iter().any(|number| number.text == cell)
}

/// Whether a trimmed cell is neither missing nor a plain number.
fn is_word(cell: &str) -> bool {
    !super::is_missing(cell) && number(cell).is_none()
}

/// Whether numbers can name columns, as hours and doses do: whole ones that rise.
fn rise(numbers: &[NumberAbove]) -> bool {
    numbers.len() > 1
        && numbers.windows(2).all(|pair| pair[0].value < pair[1].value)
        && numbers.iter().all(|number| number.value.fract() == 0.0)
}

/// Whether they plainly do, as years or places: from year to year or in even steps, and not all as large as what stands
/// below them.
fn are_counted(numbers: &[NumberAbove]) -> bool {
    let steps: Vec<f64> = numbers.windows(2).map(|pair| pair[1].value - pair[0].value).collect();
    let are_even = steps.iter().all(|&step| step == steps[0]) && (steps.len() > 1 || steps == [1.0]);
    let are_years = numbers.iter().all(|number| YEARS.contains(&number.value));
    rise(numbers) && (are_even || are_years) && !numbers.iter().all(|number| number.is_within)
}

/// A cell of line 1 that speaks against its being a header: a number above numbers (years and places
/// in a row do not), words that are values of their own columns, or one such word beside a missing cell above numbers.
fn sample_cell(first: &StringRecord, rows: &[StringRecord], marked: &[NumberAbove], rules: Rules) -> Option<String> {
    if rows.len() < 2 {
        return None;
    }
    // A word above numbers is a name, and then all of line 1 is.
    let is_name = |at: usize| is_word(first[at].trim());
    if (0..first.len()).any(|at| is_numeric(rows, at) && is_name(at)) {
        return None;
    }
    let numbers = numbers_above(first, rows);
    let recurs = |at: &usize| !first[*at].trim().is_empty() && present(rows, *at).any(|cell| cell == first[*at].trim());
    // Numbers that rise may be names, unless a word beside them is a value of its own column.
    let may_be_names = || rise(&numbers) && !(0..first.len()).any(|at| is_name(at) && recurs(&at));
    if let Some(cell) = numbers.first().filter(|_| numbers.len() < first.len())
        && !are_counted(&numbers)
        && !may_be_names()
    {
        return Some(cell.text.to_owned());
    }
    let recurring: Vec<usize> = (0..first.len()).filter(recurs).collect();
    if 2 * recurring.len() >= first.len() {
        return recurring.first().map(|&at| first[at].trim().to_owned());
    }
    let value = recurring.iter().map(|&at| first[at].trim()).find(|cell| is_word(cell));
    let word = recurring.iter().any(|&at| is_name(at) && !is_among(marked, first[at].trim()));
    let above = marked.first().filter(|_| !are_counted(&numbers) && (word || !rise(marked))).map(|number| number.text);
    let is_gap = |at: usize| {
        let cell = first[at].trim();
        !cell.is_empty() && super::is_missing(cell) && is_numeric(rows, at)
    };
    let cell = above.or_else(|| value.filter(|_| (0..first.len()).any(is_gap)))?;
    (!has_name_above_numbers(first, rows, marked, rules)).then(|| cell.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::read::preamble::inspect;
    use crate::data::read::shape::Shape;

    fn shape(text: &str) -> Result<Shape, Fault> {
        inspect(text, true, &ReadOptions::default())
    }

    #[test]
    fn numbers_for_names_and_names_between_the_rows_are_told() {
        let names = ["30", "4"].map(str::to_owned).to_vec();
        let counts = shape("30,4,setosa,versicolor\n5.1,3.5,1.4,0\n4.9,3,1.4,1\n").unwrap();
        assert_eq!(counts.notices, [Notice::NumbersAsNames { names }]);
        assert_eq!(shape("land,2001,2002\n5,6,7\n8,9,1\n").unwrap().notices, []);
        let joined = |text: &str| shape(text).err();
        assert_eq!(joined("x,y\n1,a\n2,b\nx,y\n3,a\n"), Some(Fault::NamesRepeated { line: 4 }));
        assert_eq!(joined("x,y\n1,a\n2,b\n\u{feff}X,Y\n3,a\n"), Some(Fault::NamesRepeated { line: 4 }));
        assert!(matches!(joined("red,sweet\ngreen,sour\nred,sweet\n"), Some(Fault::LooksLikeSample { .. })));
    }

    #[test]
    fn line_1_that_looks_like_a_sample_is_asked_about() {
        let cell = |text: &str| match shape(text) {
            Err(Fault::LooksLikeSample { cell, .. }) => Some(cell),
            _ => None,
        };
        assert_eq!(cell("5.1,3.5,setosa\n4.9,3.0,setosa\n6.2,2.9,virginica\n"), Some("5.1".into()));
        assert_eq!(cell("green,curled,yes\ngreen,stiff,no\ndark,curled,yes\n"), Some("green".into()));
        assert_eq!(cell("land,1990,1991\nchina,5,6\nindia,7,8\n"), None, "years");
        assert_eq!(cell("land,1990,1995,2001\nchina,5,6,7\nindia,7,8,9\n"), None, "years");
        assert_eq!(cell("who,0,1,2\nann,0.5,-3,7\nbob,0.1,2,8\n"), None, "places");
        assert_eq!(cell("subject,0,15,30,60\nS1,4.1,7.2,8.8,6.9\nS2,4.5,6.9,9.1,7.7\n"), None, "minutes");
        assert_eq!(cell(",0,1\na,30,0\nb,0,20\n"), None, "a matrix of counts");
        assert_eq!(cell("103,187,240,m\n98,171,255,f\n121,203,231,m\n"), Some("103".into()), "they rise, no more");
        assert_eq!(cell("19,32,a\n17,40,b\n23,31,a\n"), Some("19".into()));
        assert_eq!(cell("3,4,yes\n1,5,no\n5,2,yes\n"), Some("3".into()), "as large as those below");
        assert_eq!(cell("Ann,$5\nBob,$30\nEve,$19\n"), Some("$5".into()));
        assert_eq!(cell("Ann,\"1,200\"\nBob,\"49,200\"\nEve,\"3,100\"\n"), Some("1,200".into()));
        assert_eq!(cell("张三,5元\n学生1,62元\n学生2,9元\n"), Some("5元".into()));
        assert_eq!(cell("who,5%,50%,95%\nann,3%,40%,90%\nbob,4%,60%,97%\n"), None, "they rise, as quantiles do");
        assert_eq!(cell("who,5%,50%,95%\nann,3,40,90\nbob,4,60,97\n"), None, "no such mark below");
        assert_eq!(cell("who,2020\nann,3%\nbob,4%\n"), None, "no such mark");
        assert_eq!(cell("price,5%\n$3,3%\n$4,4%\n"), None, "price stands above numbers");
        assert_eq!(cell("Ann,?,u\nBob,5,w\nEve,7,u\n"), Some("u".into()));
        assert_eq!(cell("who,NA,kind\nBob,5,w\nEve,7,u\n"), None, "sodium");
        assert_eq!(cell("a,b\n1,2\n3,4\n"), None);
        assert_eq!(cell("a,y\n1,x\n2,y\n"), None, "a stands above numbers");
        let no = ReadOptions { header: Some(false), ..ReadOptions::default() };
        assert_eq!(inspect("1,2\n3,4\n", true, &no).unwrap().names, NameSource::Numbered);
    }
}
