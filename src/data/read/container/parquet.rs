//! Parquet: columns of typed cells. What reads it is a heavy build, hence optional.

use super::unpacked::Unpacked;
use crate::data::read::{Fault, ReadOptions};

/// The rows as CSV below their names.
///
/// # Errors
/// A damaged file, or one that is packed in a way that is not known here.
#[cfg(feature = "parquet")]
pub(super) fn unpack(bytes: &[u8], options: &ReadOptions) -> Result<Unpacked, Fault> {
    let bytes = bytes::Bytes::copy_from_slice(bytes);
    let text = match super::row_groups::RowGroups::open(bytes.clone())? {
        Some(mut groups) => {
            let mut text = groups.header();
            text.extend(groups.text(0, groups.n_rows())?);
            text
        }
        None => nested::text(bytes)?,
    };
    Ok(Unpacked { text, options: super::unpacked::own(options), notices: Vec::new() })
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
mod nested {
    use super::super::row_groups;
    use super::super::unpacked::csv_of;
    use crate::data::read::Fault;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Row;

    /// The same of a file with lists or structures in its cells.
    pub(super) fn text(bytes: bytes::Bytes) -> Result<Vec<u8>, Fault> {
        let reader = SerializedFileReader::new(bytes).map_err(|_| Fault::BrokenParquet)?;
        let schema = reader.metadata().file_metadata().schema();
        let names: Vec<String> = schema.get_fields().iter().map(|field| field.name().to_owned()).collect();
        let rows = reader.get_row_iter(None).map_err(|_| Fault::BrokenParquet)?;
        let cells = |row: Row| row.get_column_iter().map(|(_, field)| row_groups::text(field)).collect();
        let rows: Vec<Vec<String>> =
            rows.map(|row| row.map(cells)).collect::<Result<_, _>>().map_err(|_| Fault::BrokenParquet)?;
        Ok(csv_of(0, std::iter::once(names).chain(rows)))
    }
}
