//! Why a table could not be written.

/// Why a table could not be written.
#[derive(Debug, thiserror::Error, Clone, Copy, PartialEq, Eq)]
pub enum WriteError {
    /// It has more rows, columns or characters in a cell than a sheet can hold.
    BeyondSheet,
    /// It was to be Parquet, and this program was built without what writes it.
    ParquetLeftOut,
}
