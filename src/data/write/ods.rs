//! An OpenDocument spreadsheet of one sheet: a zip whose `content.xml` has the cells, numbers as numbers and words as
//! words (OpenDocument 1.3, part 3, sections 6.1 and 9.1).

use super::error::WriteError;
use super::zipped::zipped;
use crate::data::table::{Column, Table, Values};
use zip::CompressionMethod::{Deflated, Stored};

/// What the file says that it is, before anything else and as it stands.
const MIME: &str = "application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3"
 manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"#;
const ABOVE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.3" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet>
"#;
const BELOW: &str = "</table:table></office:spreadsheet></office:body></office:document-content>\n";
/// What spreadsheets have room for, the line of names among it.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;
/// The most characters of a sheet's name, and those that it may not have.
const LONGEST_NAME: usize = 31;
const NOT_IN_NAMES: &str = "[]*?:/\\'";

pub(super) fn bytes(table: &Table) -> Result<Vec<u8>, WriteError> {
    if table.n_rows() >= MOST_ROWS || table.columns.len() > MOST_COLUMNS {
        return Err(WriteError::BeyondSheet);
    }
    let content = content(table);
    Ok(zipped(&[
        ("mimetype", MIME.as_bytes(), Stored),
        ("META-INF/manifest.xml", MANIFEST.as_bytes(), Deflated),
        ("content.xml", content.as_bytes(), Deflated),
    ]))
}

fn content(table: &Table) -> String {
    let name: String = table.name.chars().filter(|c| !NOT_IN_NAMES.contains(*c)).take(LONGEST_NAME).collect();
    let name = if name.is_empty() { "Sheet1".to_owned() } else { escaped(&name) };
    let n_columns = table.columns.len();
    let mut xml = ABOVE.to_owned();
    xml += &format!("<table:table table:name=\"{name}\">");
    xml += &format!("<table:table-column table:number-columns-repeated=\"{n_columns}\"/>\n");
    xml += &row(table.columns.iter().map(|column| words(&column.name)));
    for at in 0..table.n_rows() {
        xml += &row(table.columns.iter().map(|column| cell(column, at)));
    }
    xml + BELOW
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("<table:table-row>{}</table:table-row>\n", cells.collect::<String>())
}

fn cell(column: &Column, row: usize) -> String {
    match (&column.values, column.text(row)) {
        (_, None) => "<table:table-cell/>".to_owned(),
        (Values::Words { .. }, Some(text)) => words(&text),
        (Values::Numbers(_), Some(number)) => {
            let value = format!("office:value-type=\"float\" office:value=\"{number}\"");
            format!("<table:table-cell {value}><text:p>{number}</text:p></table:table-cell>")
        }
    }
}

/// A cell of words, a paragraph for each of its lines.
fn words(text: &str) -> String {
    let paragraphs: String = text.lines().map(paragraph).collect();
    format!("<table:table-cell office:value-type=\"string\">{paragraphs}</table:table-cell>")
}

/// A line of a cell. A blank that does not stand alone between two characters would be lost, unless it is an element. A
/// tab is a blank, too.
fn paragraph(line: &str) -> String {
    let line = escaped(&line.replace('\t', " "));
    let (mut xml, mut before) = (String::from("<text:p>"), ' ');
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        match c == ' ' && (before == ' ' || characters.peek().is_none()) {
            true => xml += "<text:s/>",
            false => xml.push(c),
        }
        before = c;
    }
    xml + "</text:p>"
}

/// Text as XML has it. What XML cannot hold, as a control character, becomes �.
fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => xml += "&amp;",
            '<' => xml += "&lt;",
            '>' => xml += "&gt;",
            '"' => xml += "&quot;",
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            other => xml.push(other),
        }
    }
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_begins_with_what_it_is() {
        let bytes = bytes(&Table::new("t", vec![Column::numbers("x", [1.0])])).unwrap();
        assert_eq!(&bytes[30..38], b"mimetype");
        assert_eq!(&bytes[38..38 + MIME.len()], MIME.as_bytes(), "not packed, and right behind its name");
    }

    #[test]
    fn cells_are_numbers_words_or_nothing() {
        let x = Column::numbers("x", [0.1, f64::NAN]);
        let number = "<table:table-cell office:value-type=\"float\" office:value=\"0.1\"><text:p>0.1</text:p>";
        assert_eq!(cell(&x, 0), format!("{number}</table:table-cell>"));
        assert_eq!(cell(&x, 1), "<table:table-cell/>");
        let two_lines = "<text:p><text:s/>a <text:s/>&lt;b&gt;</text:p><text:p>&amp;\u{fffd}<text:s/></text:p>";
        assert!(words(" a  <b>\n&\u{1b} ").contains(two_lines), "{}", words(" a  <b>\n&\u{1b} "));
        let named = content(&Table::new("[a]/\"b\"", vec![x]));
        assert!(named.contains("<table:table table:name=\"a&quot;b&quot;\">"), "{named}");
    }

    #[test]
    fn what_no_sheet_has_room_for_is_refused() {
        let columns = vec![Column::numbers("x", [1.0]); MOST_COLUMNS + 1];
        assert_eq!(bytes(&Table::new("t", columns)), Err(WriteError::BeyondSheet));
    }
}
