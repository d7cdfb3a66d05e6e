//! Tables inside other files: the sheets of a workbook, a file of a `.zip`, Parquet. Each comes
//! out as the text that a spreadsheet would export, so that whatever is known of tables as
//! people write them (titles above the header, units, markers of missing cells) holds here too.

mod kind;
mod parquet;
mod unpacked;
mod workbook;
mod zip;

pub(super) use kind::Kind;
pub(super) use unpacked::Unpacked;

use super::{Fault, ReadOptions};

/// The table in a file of this kind.
///
/// # Errors
/// A file that cannot be unpacked, a sheet that is not there, several tables of which none is
/// named.
pub(super) fn unpack(kind: Kind, bytes: &[u8], options: &ReadOptions) -> Result<Unpacked, Fault> {
    match kind {
        Kind::Zip => zip::unpack(bytes, options),
        Kind::OldWorkbook => workbook::unpack(bytes, options),
        Kind::Parquet => parquet::unpack(bytes, options),
    }
}
