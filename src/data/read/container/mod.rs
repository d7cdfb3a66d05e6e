//! Tables inside other files: the sheets of a workbook, a file of a `.zip`, Parquet. Each comes
//! out as the text that a spreadsheet would export, so that whatever is known of tables as
//! people write them (titles above the header, units, markers of missing cells) holds here too.

#[cfg(feature = "parquet")]
mod parquet;
mod workbook;
mod zip;

use super::{Fault, ReadOptions};
use crate::data::Notice;

/// A table's text, taken out of what it was packed in.
#[derive(Debug)]
pub(super) struct Unpacked {
    /// The text, as bytes of a file.
    pub text: Vec<u8>,
    /// How to read it.
    pub options: ReadOptions,
    pub notices: Vec<Notice>,
}

/// What the first bytes of a file say that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A workbook (`.xlsx`, `.ods`) is one, too.
    Zip,
    OldWorkbook,
    Parquet,
}

impl Kind {
    /// Of a file that has to be unpacked; `None` for any other.
    ///
    /// # Errors
    /// A sheet is named where there are none.
    pub fn of(bytes: &[u8], options: &ReadOptions) -> Result<Option<Kind>, Fault> {
        let kind = Kind::by_signature(bytes);
        if kind.is_none() && options.sheet.is_some() { Err(Fault::NoSheets) } else { Ok(kind) }
    }

    fn by_signature(bytes: &[u8]) -> Option<Kind> {
        let starts = |signature: &[u8]| bytes.starts_with(signature);
        match () {
            _ if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") => Some(Kind::Zip),
            _ if starts(b"\xd0\xcf\x11\xe0") => Some(Kind::OldWorkbook),
            _ if starts(b"PAR1") => Some(Kind::Parquet),
            _ => None,
        }
    }

    /// The table in a file of this kind.
    ///
    /// # Errors
    /// A file that cannot be unpacked, a sheet that is not there, several tables of which none
    /// is named.
    pub fn unpack(self, bytes: &[u8], options: &ReadOptions) -> Result<Unpacked, Fault> {
        match self {
            Kind::Zip => zip::unpack(bytes, options),
            Kind::OldWorkbook => workbook::unpack(bytes, options),
            Kind::Parquet => unpack_parquet(bytes, options),
        }
    }
}

#[cfg(feature = "parquet")]
fn unpack_parquet(bytes: &[u8], options: &ReadOptions) -> Result<Unpacked, Fault> {
    Ok(Unpacked { text: parquet::text(bytes)?, options: own(options), notices: Vec::new() })
}

#[cfg(not(feature = "parquet"))]
fn unpack_parquet(_: &[u8], _: &ReadOptions) -> Result<Unpacked, Fault> {
    Err(Fault::ParquetLeftOut)
}

/// How to read text that was written here: what the user says of the file's own text is not
/// about this one.
fn own(options: &ReadOptions) -> ReadOptions {
    let (delimiter, encoding) = (Some(b','), Some("utf-8".to_owned()));
    ReadOptions { delimiter, encoding, blanks: false, sheet: None, ..options.clone() }
}

/// Rows of cells as CSV, one line a row: a line break within a cell becomes a blank, so that
/// lines keep the numbers that rows have in the file. `above` empty lines come first.
fn csv_of(above: usize, rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(vec![b'\n'; above]);
    for row in rows {
        let cells = row.iter().map(|cell| cell.replace(['\r', '\n'], " "));
        writer.write_record(cells).expect("memory takes any row");
    }
    writer.into_inner().expect("memory can be flushed")
}
