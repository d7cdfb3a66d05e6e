//! Rows with their predictions, written as they come.

use serde::Serializer;
use serde_json::{Number, Value};
use std::io::{self, Write};

/// How the rows are written: memory for one at a time serves both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(in super::super) enum RowFormat {
    /// As the file has them, with its delimiter.
    Csv,
    /// One object a line.
    Json,
}

/// Where they go. Nothing is written before the first row, which may be the one that fails.
pub(super) enum RowWriter<'a> {
    Csv { writer: Box<csv::Writer<&'a mut dyn Write>>, header: Option<Vec<String>> },
    Json { out: &'a mut dyn Write, names: Vec<String> },
}

impl<'a> RowWriter<'a> {
    /// Columns of these names.
    pub fn new(format: RowFormat, delimiter: u8, names: Vec<String>, out: &'a mut dyn Write) -> Self {
        match format {
            RowFormat::Json => RowWriter::Json { out, names },
            RowFormat::Csv => {
                let writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(out);
                RowWriter::Csv { writer: Box::new(writer), header: Some(names) }
            }
        }
    }

    /// One row, its cells in the order of the names.
    pub fn write<C: AsRef<str>>(&mut self, mut cells: impl Iterator<Item = C>) -> io::Result<()> {
        match self {
            RowWriter::Csv { writer, header } => {
                let written = header
                    .take()
                    .map_or(Ok(()), |names| writer.write_record(names))
                    .and_then(|()| cells.try_for_each(|cell| writer.write_field(cell.as_ref())))
                    .and_then(|()| writer.write_record(None::<&[u8]>));
                written.map_err(cause)
            }
            RowWriter::Json { out, names } => {
                let fields = names.iter().zip(cells).map(|(name, cell)| (name, value(cell.as_ref())));
                serde_json::Serializer::new(&mut **out).collect_map(fields)?;
                out.write_all(b"\n")
            }
        }
    }

    /// Writes what is still held back.
    pub fn finish(self) -> io::Result<()> {
        match self {
            RowWriter::Csv { mut writer, .. } => writer.flush(),
            RowWriter::Json { out, .. } => out.flush(),
        }
    }
}

/// What the system said, which a closed pipe is told by: as an `io::Error` of its own, a
/// `csv::Error` would no longer say of which kind it is.
fn cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A cell by itself, so that no row depends on another: a number where JSON would write it
/// so (`007` is a word), nothing where it is empty.
fn value(cell: &str) -> Value {
    if cell.is_empty() {
        return Value::Null;
    }
    serde_json::from_str::<Number>(cell).map_or_else(|_| Value::from(cell), Value::Number)
}
