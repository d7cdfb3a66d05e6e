//! Tables inside other files: the sheets of a workbook, a file of a `.zip`, Parquet, JSON. Each comes
//! out as the text that a spreadsheet would export, so that whatever is known of tables as
//! people write them (titles above the header, units, markers of missing cells) holds here too.

mod json;
mod kind;
mod parquet;
#[cfg(feature = "parquet")]
mod parquet_text;
#[cfg(feature = "parquet")]
mod row_groups;
mod unpacked;
mod workbook;
mod zip;

pub(super) use kind::ContainerKind;
#[cfg(feature = "parquet")]
pub(super) use parquet_text::ParquetText;
#[cfg(feature = "parquet")]
pub(super) use row_groups::RowGroups;
pub(super) use unpacked::Unpacked;
#[cfg(feature = "parquet")]
pub(super) use unpacked::own;

use super::{Fault, ReadOptions};

/// The table in a file of this kind.
///
/// # Errors
/// A file that cannot be unpacked, a sheet that is not there, several tables of which none is
/// named.
pub(super) fn unpack(kind: ContainerKind, bytes: &[u8], options: &ReadOptions) -> Result<Unpacked, Fault> {
    match kind {
        ContainerKind::Zip => zip::unpack(bytes, options),
        ContainerKind::OldWorkbook => workbook::unpack(bytes, options),
        ContainerKind::Parquet => parquet::unpack(bytes, options),
        ContainerKind::Json => json::unpack(bytes, options),
    }
}
