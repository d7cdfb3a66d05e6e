//! A table's text, taken out of what it was packed in.

use crate::data::Notice;
use crate::data::read::ReadOptions;

/// A table's text, taken out of what it was packed in.
#[derive(Debug)]
pub(in crate::data::read) struct Unpacked {
    /// The text, as bytes of a file.
    pub text: Vec<u8>,
    /// How to read it.
    pub options: ReadOptions,
    pub notices: Vec<Notice>,
}

/// How to read text that was written here: what the user says of the file's own text is not
/// about this one.
pub(in crate::data::read) fn own(options: &ReadOptions) -> ReadOptions {
    let (delimiter, encoding) = (Some(b','), Some("utf-8".to_owned()));
    ReadOptions { delimiter, encoding, blanks: false, sheet: None, points_are_decimal: true, ..options.clone() }
}

/// Rows of cells as CSV, one line a row: a line break within a cell becomes a blank, so that
/// lines keep the numbers that rows have in the file. `above` empty lines come first.
pub(super) fn csv_of(above: usize, rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(vec![b'\n'; above]);
    for row in rows {
        let cells = row.iter().map(|cell| cell.replace(['\r', '\n'], " "));
        writer.write_record(cells).expect("memory takes any row");
    }
    writer.into_inner().expect("memory can be flushed")
}
