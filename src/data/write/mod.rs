//! A table -> the bytes of a file, such as [`read`](super::read) reads back as the same table.
//!
//! There is no old workbook and no Parquet: `.xlsx` and CSV say the same to whatever reads those.

mod arff;
mod error;
mod json;
mod text;
mod xlsx;

pub use error::WriteError;
pub use text::csv_text;

use super::table::Table;

/// What a table can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Comma-separated text.
    Csv,
    /// The same with tabs.
    Tsv,
    /// A list of objects, one a row.
    Json,
    /// Weka's text.
    Arff,
    /// A workbook of one sheet.
    Xlsx,
}

impl FileKind {
    /// By the end of a file's name.
    pub fn of_ending(ending: &str) -> Option<FileKind> {
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Some(FileKind::Csv),
            "tsv" | "tab" => Some(FileKind::Tsv),
            "json" => Some(FileKind::Json),
            "arff" => Some(FileKind::Arff),
            "xlsx" => Some(FileKind::Xlsx),
            _ => None,
        }
    }

    /// The table in this form; text is UTF-8.
    ///
    /// # Errors
    /// A table that is too large for a sheet.
    pub fn bytes(self, table: &Table) -> Result<Vec<u8>, WriteError> {
        Ok(match self {
            FileKind::Csv => csv_text(&table.columns, b',').into_bytes(),
            FileKind::Tsv => csv_text(&table.columns, b'\t').into_bytes(),
            FileKind::Json => json::text(&table.columns).into_bytes(),
            FileKind::Arff => arff::text(table).into_bytes(),
            FileKind::Xlsx => xlsx::bytes(table)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Column;
    use crate::data::read::{ReadOptions, from_bytes};

    fn table() -> Table {
        let words = [Some("青绿"), None, Some("it's, \"so\"\\ here")];
        Table::new("瓜", vec![Column::words("色 泽", words), Column::numbers("x", [0.1, -1e-7, f64::NAN])])
    }

    #[test]
    fn what_is_written_is_read_back() {
        for kind in [FileKind::Csv, FileKind::Tsv, FileKind::Arff, FileKind::Xlsx] {
            let read = from_bytes(&kind.bytes(&table()).unwrap(), &ReadOptions::default()).unwrap();
            assert_eq!(format!("{:?}", read.columns), format!("{:?}", table().columns), "{kind:?}");
        }
    }

    #[test]
    fn an_arff_file_declares_its_columns() {
        let text = String::from_utf8(FileKind::Arff.bytes(&table()).unwrap()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "@relation 瓜");
        assert_eq!(lines[2], r#"@attribute '色 泽' {青绿,'it\'s, "so"\\ here'}"#);
        assert_eq!(lines[3], "@attribute x numeric");
        assert_eq!(lines[6..9], ["青绿,0.1", "?,-0.0000001", r#"'it\'s, "so"\\ here',?"#]);
    }

    #[test]
    fn json_keeps_the_columns_order_and_its_kinds() {
        let text = String::from_utf8(FileKind::Json.bytes(&table()).unwrap()).unwrap();
        assert!(text.starts_with("[\n{\"色 泽\":\"青绿\",\"x\":0.1},\n{\"色 泽\":null,\"x\":-1e-7},\n"), "{text}");
    }
}
