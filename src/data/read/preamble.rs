//! What stands around the rows: `sep=`, comments and titles above them, names or none, blanks
//! for separators, single quotes. One look at the first lines, against each other.

use super::cut::{self, Cut};
use super::shape::Shape;
use super::single_quotes;
use super::tidy::Tidy;
use super::{Fault, FileFormat, ReadOptions, above, arff, naming};
use crate::data::Notice;

/// Looks at the beginning of a text, or at all of it if `complete`.
pub(super) fn inspect(text: &str, complete: bool, options: &ReadOptions) -> Result<Shape, Fault> {
    if complete && text.trim().is_empty() {
        return Err(Fault::Empty);
    }
    if let Some(shape) = arff::shape(text)? {
        return Ok(shape);
    }
    if let Some(format) = markup(text, complete) {
        return Err(Fault::NoTable { format });
    }
    let mut notices = Vec::new();
    let whole: Vec<&str> = if complete || text.ends_with('\n') { text.lines().collect() } else { cut_short(text) };
    let (mut skipped, separator) = above::separator_line(&whole);
    if separator.is_some() {
        notices.push(Notice::SeparatorLine);
    }
    let cut = match options.delimiter.or(separator) {
        _ if options.blanks => Cut::AtBlanks,
        Some(delimiter) => Cut::At(delimiter),
        None => cut::guess(&whole[skipped..]),
    };
    let above = above::find(&whole[skipped..], cut);
    if above.n_lines > 0 {
        let first = whole[skipped..].iter().find(|line| !line.trim().is_empty()).unwrap_or(&"").to_string();
        notices.push(Notice::LinesAbove { count: above.n_lines, first });
        skipped += above.n_lines;
    }
    if above.are_names_marked {
        notices.push(Notice::NamesInComment { line: skipped as u64 + 1 });
    }
    let below = &whole[skipped..];
    if let Some(line) = drawn_rule(below) {
        return Err(Fault::MarkdownTable { line: (skipped + line + 1) as u64 });
    }
    let blanks = cut == Cut::AtBlanks;
    let delimiter = if let Cut::At(delimiter) = cut { delimiter } else { b'\t' };
    if blanks && !options.blanks {
        notices.push(Notice::BlanksSeparate);
    } else if !blanks && options.delimiter.is_none() && separator.is_none() && delimiter != b',' {
        notices.push(Notice::DelimiterGuessed { delimiter: delimiter as char });
    }
    let quote = if !blanks && single_quotes::are_used(below, delimiter) { b'\'' } else { b'"' };
    notices.extend((quote == b'\'').then_some(Notice::SingleQuotes));
    let around_quotes = [[delimiter, b' ', b'"'], [b'"', b' ', delimiter]];
    let are_padded = |line: &&str| around_quotes.iter().any(|part| contains(line.as_bytes(), part));
    let tidy = Tidy {
        skipped_lines: skipped as u64,
        blanks,
        blanks_around_quotes: !blanks && below.iter().any(are_padded),
        marked_names: above.are_names_marked,
    };
    let line = skipped as u64 + 1;
    let names = naming::names(&below.join("\n"), line, tidy, (delimiter, quote), options, &mut notices)?;
    let first_row = below.iter().filter(|line| !line.trim().is_empty()).nth(1);
    let begins_quoted = first_row.is_some_and(|line| line.trim_start().as_bytes().first() == Some(&quote));
    Ok(Shape { delimiter, tidy, names, quote: Some(quote), begins_quoted, notices })
}

/// What a text is that begins as no table does.
fn markup(text: &str, complete: bool) -> Option<FileFormat> {
    let text = text.trim_start();
    let within = |open: char| text.strip_prefix(open).map(|rest| rest.trim_start());
    let is_json = within('{').is_some_and(|rest| rest.starts_with('"'))
        || within('[').is_some_and(|rest| rest.starts_with(['{', '[']))
        || complete && text.starts_with(['[', '{']) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    let start: String = text.chars().take(9).collect::<String>().to_lowercase();
    let is_html = ["<!doctype", "<html", "<table", "<?xml"].iter().any(|tag| start.starts_with(tag));
    if is_json { Some(FileFormat::Json) } else { is_html.then_some(FileFormat::Html) }
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

/// The line, from 0, of the rule of a table that is drawn in text: `|---|---|` in Markdown, `---+---` where a
/// database shows one, above the names too if it draws a frame.
fn drawn_rule(lines: &[&str]) -> Option<usize> {
    let is_rule =
        |line: &str| line.contains("--") && line.contains(['|', '+']) && line.chars().all(|c| "|-:+ ".contains(c));
    (0..2).find(|&at| lines.get(at).is_some_and(|line| is_rule(line.trim())))
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
            ("Melons, 5\" long\na,b,c\n1,x,2\n2,y,3\n", 1),
            ("Melons 5\" long\na,b,c\n1,x,2\n2,y,3\n", 1),
            ("a,b\n1,x\n2,y\n", 0),
            ("a\n1\n2\n", 0),
        ] {
            assert_eq!(shape(text).unwrap().tidy.skipped_lines, skipped, "{text}");
        }
    }

    #[test]
    fn drawn_tables_are_named_by_the_line_of_their_rule() {
        for (text, line) in [
            ("| a | b |\n|---|---|\n| 1 | 2 |\n", 2),
            (" a | b \n---+---\n 1 | 2 \n", 2),
            ("+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n| 3 | 4 |\n+---+---+\n", 1),
        ] {
            assert_eq!(shape(text), Err(Fault::MarkdownTable { line }), "{text}");
        }
    }

    #[test]
    fn blanks_alone_are_no_table() {
        for text in ["", "  \n\n", "\t\r\n"] {
            assert_eq!(shape(text).err(), Some(Fault::Empty), "{text:?}");
        }
    }

    #[test]
    fn other_formats_are_named() {
        for (text, format) in [
            ("[\n {\"x\": 1}]", FileFormat::Json),
            ("[1,2,3]", FileFormat::Json),
            ("[\"a\",\"b\"]", FileFormat::Json),
            ("[null]", FileFormat::Json),
            ("<!DOCTYPE html><p>", FileFormat::Html),
        ] {
            assert_eq!(shape(text), Err(Fault::NoTable { format }));
        }
    }
}
