//! What stands around the rows: `sep=`, comments and titles above them, names or none, blanks
//! for separators. One look at the first lines, against each other.

use super::shape::{Names, Shape};
use super::tidy::Tidy;
use super::{Fault, FileFormat, ReadOptions, arff, dialect, number};
use crate::data::Notice;
use csv::{ReaderBuilder, StringRecord};

/// How many rows are held against line 1.
const ROWS: usize = 200;

/// Looks at the beginning of a text, or at all of it if `complete`.
pub(super) fn inspect(text: &str, complete: bool, options: &ReadOptions) -> Result<Shape, Fault> {
    if complete && text.trim().is_empty() {
        return Err(Fault::Empty);
    }
    if let Some(shape) = arff::shape(text)? {
        return Ok(shape);
    }
    if let Some(format) = markup(text) {
        return Err(Fault::NoTable { format });
    }
    let mut notices = Vec::new();
    let whole: Vec<&str> = if complete || text.ends_with('\n') { text.lines().collect() } else { cut_short(text) };
    let (mut skipped, separator) = separator_line(&whole);
    if separator.is_some() {
        notices.push(Notice::SeparatorLine);
    }
    let delimiter = match options.delimiter.or(separator) {
        _ if options.blanks => Cut::AtBlanks,
        Some(delimiter) => Cut::At(delimiter),
        None => guess(&whole[skipped..]),
    };
    let above = lines_above(&whole[skipped..], delimiter);
    if above > 0 {
        let first = whole[skipped..].iter().find(|line| !line.trim().is_empty()).unwrap_or(&"").to_string();
        notices.push(Notice::LinesAbove { count: above, first });
        skipped += above;
    }
    let below = &whole[skipped..];
    if let Some(line) = markdown_rule(below) {
        return Err(Fault::MarkdownTable { line: (skipped + line + 1) as u64 });
    }
    let blanks = delimiter == Cut::AtBlanks;
    let delimiter = if let Cut::At(delimiter) = delimiter { delimiter } else { b'\t' };
    if blanks && !options.blanks {
        notices.push(Notice::BlanksSeparate);
    } else if !blanks && options.delimiter.is_none() && separator.is_none() && delimiter != b',' {
        notices.push(Notice::DelimiterGuessed { delimiter: delimiter as char });
    }
    let before_quotes = [delimiter, b' ', b'"'];
    let tidy = Tidy {
        skipped_lines: skipped as u64,
        blanks,
        blanks_before_quotes: !blanks && below.iter().any(|line| contains(line.as_bytes(), &before_quotes)),
    };
    let line = skipped as u64 + 1;
    let names = names(&below.join("\n"), line, tidy, delimiter, options, &mut notices)?;
    Ok(Shape { delimiter, tidy, names, quote: Some(b'"'), notices })
}

/// What a text is that begins as no table does.
fn markup(text: &str) -> Option<FileFormat> {
    let text = text.trim_start();
    let within = |open: char| text.strip_prefix(open).map(|rest| rest.trim_start());
    let is_json = within('{').is_some_and(|rest| rest.starts_with('"'))
        || within('[').is_some_and(|rest| rest.starts_with(['{', '[']));
    let start: String = text.chars().take(9).collect::<String>().to_lowercase();
    let is_html = ["<!doctype", "<html", "<table", "<?xml"].iter().any(|tag| start.starts_with(tag));
    if is_json { Some(FileFormat::Json) } else { is_html.then_some(FileFormat::Html) }
}

/// What cuts a line into cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    At(u8),
    AtBlanks,
}

fn contains(line: &[u8], part: &[u8]) -> bool {
    line.windows(part.len()).any(|window| window == part)
}

/// The lines of a text without the last one, which may be cut short.
fn cut_short(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.len() > 1 {
        lines.pop();
    }
    lines
}

/// Excel's `sep=;` in the first line.
fn separator_line(lines: &[&str]) -> (usize, Option<u8>) {
    let first = lines.first().map(|line| line.trim_matches(['"', '\r', '\u{feff}'])).unwrap_or_default();
    let rest = first.strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="));
    match rest.map(str::as_bytes) {
        Some([separator]) if separator.is_ascii() => (1, Some(*separator)),
        _ => (0, None),
    }
}

/// The separator; blanks where they cut the lines evenly and into more cells than it does.
fn guess(lines: &[&str]) -> Cut {
    let rows = rows_among(lines);
    let delimiter = dialect::sniff(&(rows.join("\n") + "\n"));
    let by_delimiter = even(&rows, Cut::At(delimiter)).unwrap_or(1);
    // Where both cut evenly, the names decide: `3 kg,5 kg` stands below `x,y`.
    let names_too = |n| by_delimiter == 1 || rows.first().is_some_and(|names| n_cells(names, Cut::AtBlanks) == n);
    match even(&rows, Cut::AtBlanks) {
        Some(by_blanks) if by_blanks > by_delimiter && names_too(by_blanks) => Cut::AtBlanks,
        _ => Cut::At(delimiter),
    }
}

/// Lines that are neither empty nor comments.
fn rows_among<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    lines.iter().copied().filter(|line| !line.trim().is_empty() && !is_comment(line)).take(ROWS).collect()
}

/// Whether a line is a comment, if it is no row.
pub(super) fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with(['#', '%']) || line.starts_with("//")
}

/// The number of cells that the rows below the first one have, if all have the same.
fn even(rows: &[&str], cut: Cut) -> Option<usize> {
    let below = if rows.len() > 2 { &rows[1..] } else { rows };
    let first = n_cells(below.first()?, cut);
    below.iter().all(|line| n_cells(line, cut) == first).then_some(first)
}

fn n_cells(line: &str, cut: Cut) -> usize {
    match cut {
        Cut::At(delimiter) => dialect::count(line, delimiter) + 1,
        Cut::AtBlanks => {
            let mut in_quotes = false;
            let is_gap = |c: char| {
                in_quotes ^= c == '"';
                c.is_ascii_whitespace() && !in_quotes
            };
            line.split(is_gap).filter(|cell| !cell.is_empty()).count()
        }
    }
}

/// How many lines at the beginning are comments or a title: fewer cells than the rows below
/// them, which all have the same number.
fn lines_above(lines: &[&str], cut: Cut) -> usize {
    let rows = rows_among(lines);
    // A title may have several lines; the rows are what comes last.
    let Some(n_columns) = even(&rows[rows.len() / 3..], cut).filter(|&n| n > 1) else { return 0 };
    let says_little = |line: &str| {
        let filled = match cut {
            Cut::At(delimiter) => line.split(delimiter as char).filter(|cell| !cell.trim().is_empty()).count(),
            Cut::AtBlanks => n_cells(line, cut),
        };
        filled <= 1 && !goes_on(line, cut) && (n_cells(line, cut) == 1 || n_cells(line, cut) == n_columns)
    };
    let is_above = |line: &&&str| {
        let is_empty = line.trim().is_empty();
        is_empty || (is_comment(line) && n_cells(line, cut) != n_columns) || says_little(line)
    };
    let above = lines.iter().take_while(is_above).count();
    if lines[..above].iter().all(|line| line.trim().is_empty()) { 0 } else { above }
}

/// Whether a quoted cell that begins on this line goes on on the next one, as in a name of two lines.
fn goes_on(line: &str, cut: Cut) -> bool {
    let is_open = |cell: &str| cell.trim_start().starts_with('"') && cell.matches('"').count() % 2 == 1;
    match cut {
        Cut::At(delimiter) => line.split(delimiter as char).any(is_open),
        Cut::AtBlanks => line.split_ascii_whitespace().any(is_open),
    }
}

/// The line of a Markdown table's rule, `|---|---|`, from 0.
fn markdown_rule(lines: &[&str]) -> Option<usize> {
    let second = lines.get(1)?.trim();
    let is_rule = second.contains("--") && second.contains('|') && second.chars().all(|c| "|-: ".contains(c));
    is_rule.then_some(1)
}

/// Whether line 1 names the columns, as the user says or as it looks against the rows below.
fn names(
    text: &str,
    line: u64,
    tidy: Tidy,
    delimiter: u8,
    options: &ReadOptions,
    notices: &mut Vec<Notice>,
) -> Result<Names, Fault> {
    match options.header {
        Some(true) => return Ok(Names::FirstRow),
        Some(false) => return Ok(Names::Numbered),
        None => {}
    }
    let tidy = Tidy { skipped_lines: 0, ..tidy };
    let text = super::tidy::Tidied::new(text.as_bytes(), tidy, delimiter);
    let reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text);
    let mut records = reader.into_records().map_while(Result::ok).take(ROWS + 1);
    let Some(first) = records.next() else { return Ok(Names::FirstRow) };
    let rows: Vec<StringRecord> = records.filter(|row| row.len() == first.len()).collect();
    if let Some(at) = repeated(&first, &rows) {
        let line = line + rows[at].position().map_or(0, |place| place.line()) - 1;
        return Err(Fault::NamesRepeated { line });
    }
    if let Some(cell) = sample_cell(&first, &rows) {
        return Err(Fault::LooksLikeSample { line, cell });
    }
    let numbers = numbers_above(&first, &rows);
    if !numbers.is_empty() && !are_years(&numbers) && numbers.len() < first.len() {
        let names = numbers.into_iter().map(|(_, name)| name.to_owned()).collect();
        notices.push(Notice::NumbersAsNames { names });
    }
    Ok(Names::FirstRow)
}

/// The row that says the same as line 1, which is a line of names: a word above numbers.
fn repeated(first: &StringRecord, rows: &[StringRecord]) -> Option<usize> {
    let at = rows.iter().position(|row| row == first)?;
    let others: Vec<&StringRecord> = rows.iter().filter(|row| *row != first).collect();
    let is_number = |cell: &str| super::is_missing(cell.trim()) || number(cell.trim()).is_some();
    let names_numbers = |at: usize| !is_number(&first[at]) && others.iter().all(|row| is_number(&row[at]));
    (!others.is_empty() && (0..first.len()).any(names_numbers)).then_some(at)
}

/// The cells of line 1 that are numbers above numbers.
fn numbers_above<'a>(first: &'a StringRecord, rows: &[StringRecord]) -> Vec<(f64, &'a str)> {
    let below = |at: usize| rows.iter().map(move |row| row[at].trim()).filter(|cell| !super::is_missing(cell));
    let is_numeric = |at: usize| below(at).next().is_some() && below(at).all(|cell| number(cell).is_some());
    let above = |at: usize| Some((number(first[at].trim())?, first[at].trim())).filter(|_| is_numeric(at));
    (0..first.len()).filter_map(above).collect()
}

/// Whether numbers name columns as years do: whole ones that rise.
fn are_years(numbers: &[(f64, &str)]) -> bool {
    let rise = numbers.len() > 1 && numbers.windows(2).all(|pair| pair[0].0 < pair[1].0);
    rise && numbers.iter().all(|(value, _)| value.fract() == 0.0)
}

/// A cell of line 1 that speaks against its being a header: a number above numbers (years in a
/// row do not), or words that are values of their own columns.
fn sample_cell(first: &StringRecord, rows: &[StringRecord]) -> Option<String> {
    if rows.len() < 2 {
        return None;
    }
    let below = |at: usize| rows.iter().map(move |row| row[at].trim()).filter(|cell| !super::is_missing(cell));
    let is_numeric = |at: usize| below(at).next().is_some() && below(at).all(|cell| number(cell).is_some());
    // A word above numbers is a name, and then all of line 1 is.
    let is_name = |at: usize| !super::is_missing(first[at].trim()) && number(first[at].trim()).is_none();
    if (0..first.len()).any(|at| is_numeric(at) && is_name(at)) {
        return None;
    }
    let numbers = numbers_above(first, rows);
    if let Some((_, cell)) = numbers.first().filter(|_| !are_years(&numbers) && numbers.len() < first.len()) {
        return Some((*cell).to_owned());
    }
    let recurs = |at: &usize| !first[*at].trim().is_empty() && below(*at).any(|cell| cell == first[*at].trim());
    let recurring: Vec<usize> = (0..first.len()).filter(recurs).collect();
    (2 * recurring.len() >= first.len()).then(|| first[*recurring.first()?].trim().to_owned().into()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Result<Shape, Fault> {
        inspect(text, true, &ReadOptions::default())
    }

    #[test]
    fn lines_above_the_rows_are_skipped() {
        for (text, skipped) in [
            ("sep=;\na;b\n1;x\n2;y\n", 1),
            ("# made by x\n# on Monday\na,b\n1,x\n2,y\n", 2),
            ("Melons of 2026\na,b\n1,x\n2,y\n", 1),
            ("Melons,,\n\na,b,c\n1,x,2\n2,y,3\n", 2),
            ("Melons\nof 2026\na,b\n1,x\n2,y\n3,x\n", 2),
            ("// made by x\n// on Monday\na,b\n1,x\n2,y\n3,x\n", 2),
            ("#a,b\n1,x\n2,y\n", 0),
            ("\"a\n(cm)\",b\n1,x\n2,y\n", 0),
            ("Melons, 5\" long\na,b,c\n1,x,2\n2,y,3\n", 0),
            ("Melons 5\" long\na,b,c\n1,x,2\n2,y,3\n", 1),
            ("a,b\n1,x\n2,y\n", 0),
            ("a\n1\n2\n", 0),
        ] {
            assert_eq!(shape(text).unwrap().tidy.skipped_lines, skipped, "{text}");
        }
    }

    #[test]
    fn blanks_alone_are_no_table() {
        for text in ["", "  \n\n", "\t\r\n"] {
            assert_eq!(shape(text).err(), Some(Fault::Empty), "{text:?}");
        }
    }

    #[test]
    fn numbers_for_names_and_names_between_the_rows_are_told() {
        let names = ["30", "4"].map(str::to_owned).to_vec();
        let counts = shape("30,4,setosa,versicolor\n5.1,3.5,1.4,0\n4.9,3,1.4,1\n").unwrap();
        assert_eq!(counts.notices, [Notice::NumbersAsNames { names }]);
        assert_eq!(shape("land,2001,2002\n5,6,7\n8,9,1\n").unwrap().notices, []);
        let joined = |text: &str| shape(text).err();
        assert_eq!(joined("x,y\n1,a\n2,b\nx,y\n3,a\n"), Some(Fault::NamesRepeated { line: 4 }));
        assert!(matches!(joined("red,sweet\ngreen,sour\nred,sweet\n"), Some(Fault::LooksLikeSample { .. })));
    }

    #[test]
    fn other_formats_are_named() {
        for (text, format) in [("[\n {\"x\": 1}]", FileFormat::Json), ("<!DOCTYPE html><p>", FileFormat::Html)] {
            assert_eq!(shape(text), Err(Fault::NoTable { format }));
        }
    }

    #[test]
    fn blanks_separate_where_nothing_else_does() {
        let found = shape("mpg  cyl   name\n18.0   8   \"chevrolet malibu\"\n15.0   8   \"buick\"\n").unwrap();
        assert!(found.tidy.blanks && found.delimiter == b'\t' && found.tidy.skipped_lines == 0);
        assert!(!shape("x,y\n3 kg,5 kg\n4 kg,6 kg\n").unwrap().tidy.blanks);
        assert!(!shape("a,b\nx y,1\nz w,2\n").unwrap().tidy.blanks);
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
        assert_eq!(cell("a,b\n1,2\n3,4\n"), None);
        assert_eq!(cell("a,y\n1,x\n2,y\n"), None, "a stands above numbers");
        let no = ReadOptions { header: Some(false), ..ReadOptions::default() };
        assert_eq!(inspect("1,2\n3,4\n", true, &no).unwrap().names, Names::Numbered);
    }
}
