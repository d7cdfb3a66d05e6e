//! Parquet: columns in a binary file, as data engineers keep them. What reads it is heavy to
//! build, and is left out unless it is asked for.

use super::unpacked::Unpacked;
use crate::data::read::{Fault, ReadOptions};

/// The rows below their names.
///
/// # Errors
/// A damaged file, or one that is packed in a way that is not known here.
#[cfg(feature = "parquet")]
pub(super) fn unpack(bytes: &[u8], options: &ReadOptions) -> Result<Unpacked, Fault> {
    Ok(Unpacked { text: rows::text(bytes)?, options: super::unpacked::own(options), notices: Vec::new() })
}

/// Nothing.
///
/// # Errors
/// That it was left out.
#[cfg(not(feature = "parquet"))]
pub(super) fn unpack(_: &[u8], _: &ReadOptions) -> Result<Unpacked, Fault> {
    Err(Fault::ParquetLeftOut)
}

#[cfg(feature = "parquet")]
mod rows {
    use super::super::unpacked::csv_of;
    use crate::data::read::Fault;
    use crate::data::table::number_text;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::{Field, Row};

    /// The rows as CSV below their names. Lists and maps within cells come out as text.
    ///
    /// # Errors
    /// A damaged file, or one that is packed in a way that is not known here.
    pub(super) fn text(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
        let reader =
            SerializedFileReader::new(bytes::Bytes::copy_from_slice(bytes)).map_err(|_| Fault::BrokenParquet)?;
        let schema = reader.metadata().file_metadata().schema();
        let names: Vec<String> = schema.get_fields().iter().map(|field| field.name().to_owned()).collect();
        let rows = reader.get_row_iter(None).map_err(|_| Fault::BrokenParquet)?;
        let cells = |row: Row| row.get_column_iter().map(|(_, field)| cell(field)).collect();
        let rows: Vec<Vec<String>> =
            rows.map(|row| row.map(cells)).collect::<Result<_, _>>().map_err(|_| Fault::BrokenParquet)?;
        Ok(csv_of(0, std::iter::once(names).chain(rows)))
    }

    fn cell(field: &Field) -> String {
        match field {
            Field::Null => String::new(),
            Field::Str(text) => text.clone(),
            Field::Float(value) if value.is_nan() => String::new(),
            Field::Double(value) if value.is_nan() => String::new(),
            Field::Float(value) => value.to_string(),
            Field::Double(value) => number_text(*value),
            other => other.to_string(),
        }
    }
}
