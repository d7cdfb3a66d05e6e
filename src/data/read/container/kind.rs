//! What the first bytes of a file say that it is.

use crate::data::read::{Fault, ReadOptions};

/// What the first bytes of a file say that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::data::read) enum ContainerKind {
    /// A workbook (`.xlsx`, `.ods`) is one, too.
    Zip,
    OldWorkbook,
    Parquet,
    Json,
}

impl ContainerKind {
    /// Of a file that has to be unpacked; `None` for any other.
    ///
    /// # Errors
    /// A sheet is named where there are none.
    pub fn of(bytes: &[u8], options: &ReadOptions) -> Result<Option<ContainerKind>, Fault> {
        let kind = ContainerKind::by_signature(bytes);
        if kind.is_none() && options.sheet.is_some() { Err(Fault::NoSheets) } else { Ok(kind) }
    }

    /// By its first bytes alone.
    pub fn by_signature(bytes: &[u8]) -> Option<ContainerKind> {
        let starts = |signature: &[u8]| bytes.starts_with(signature);
        match () {
            _ if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") => Some(ContainerKind::Zip),
            _ if starts(b"\xd0\xcf\x11\xe0") => Some(ContainerKind::OldWorkbook),
            _ if starts(b"PAR1") => Some(ContainerKind::Parquet),
            _ if super::json::begins(bytes) => Some(ContainerKind::Json),
            _ => None,
        }
    }
}
