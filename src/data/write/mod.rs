//! A table -> the bytes of a file, such as [`read`](super::read) reads back as the same table.
//!
//! There is no old workbook: `.xlsx` and `.ods` say the same to whatever reads it.

mod arff;
mod error;
mod json;
mod ods;
mod packing;
#[cfg(feature = "parquet")]
mod parquet;
mod text;
mod xlsx;
mod zipped;

pub use error::WriteError;
pub use packing::Packing;
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
    /// The objects alone, one a line.
    JsonLines,
    /// Weka's text.
    Arff,
    /// A workbook of one sheet.
    Xlsx,
    /// The same as OpenDocument has it.
    Ods,
    /// Typed columns for other programs; in builds that read them, too.
    Parquet,
}

impl FileKind {
    /// By the end of a file's name.
    pub fn of_ending(ending: &str) -> Option<FileKind> {
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Some(FileKind::Csv),
            "tsv" | "tab" => Some(FileKind::Tsv),
            "json" => Some(FileKind::Json),
            "jsonl" | "ndjson" => Some(FileKind::JsonLines),
            "arff" => Some(FileKind::Arff),
            "xlsx" => Some(FileKind::Xlsx),
            "ods" => Some(FileKind::Ods),
            "parquet" => Some(FileKind::Parquet),
            _ => None,
        }
    }

    /// The usual end of such a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            FileKind::Csv => "csv",
            FileKind::Tsv => "tsv",
            FileKind::Json => "json",
            FileKind::JsonLines => "jsonl",
            FileKind::Arff => "arff",
            FileKind::Xlsx => "xlsx",
            FileKind::Ods => "ods",
            FileKind::Parquet => "parquet",
        }
    }

    /// Whether it is text, which a terminal can show.
    pub fn is_text(self) -> bool {
        !matches!(self, FileKind::Xlsx | FileKind::Ods | FileKind::Parquet)
    }

    /// The table in this form; text is UTF-8.
    ///
    /// # Errors
    /// A table that is too large for a sheet; Parquet where the build has none.
    pub fn bytes(self, table: &Table) -> Result<Vec<u8>, WriteError> {
        Ok(match self {
            FileKind::Csv => csv_text(&table.columns, b',').into_bytes(),
            FileKind::Tsv => csv_text(&table.columns, b'\t').into_bytes(),
            FileKind::Json => json::text(&table.columns).into_bytes(),
            FileKind::JsonLines => json::lines(&table.columns).into_bytes(),
            FileKind::Arff => arff::text(table).into_bytes(),
            FileKind::Xlsx => xlsx::bytes(table)?,
            FileKind::Ods => ods::bytes(table)?,
            #[cfg(feature = "parquet")]
            FileKind::Parquet => parquet::bytes(table),
            #[cfg(not(feature = "parquet"))]
            FileKind::Parquet => return Err(WriteError::ParquetLeftOut),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Column;
    use crate::data::read::{ReadOptions, from_bytes};

    /// Every kind that this build writes.
    fn kinds() -> Vec<FileKind> {
        use FileKind::{Arff, Csv, Json, JsonLines, Ods, Parquet, Tsv, Xlsx};
        let mut kinds = vec![Csv, Tsv, Json, JsonLines, Arff, Xlsx, Ods];
        kinds.extend(cfg!(feature = "parquet").then_some(Parquet));
        kinds
    }

    fn table() -> Table {
        let words = [Some("青绿"), None, Some("it's, \"so\"\\ here"), Some("<b> &  c")];
        Table::new("瓜", vec![Column::words("色 泽", words), Column::numbers("x", [0.1, -1e-7, f64::NAN, 1e21])])
    }

    fn assert_is_table(bytes: &[u8], kind: FileKind) {
        let read = from_bytes(bytes, &ReadOptions::default()).unwrap();
        assert_eq!(format!("{:?}", read.columns), format!("{:?}", table().columns), "{kind:?}");
    }

    #[test]
    fn what_is_written_is_read_back() {
        for kind in kinds() {
            let bytes = kind.bytes(&table()).unwrap();
            assert_is_table(&bytes, kind);
            assert_is_table(&Packing::Zip.bytes(&format!("t.{}", kind.ending()), &bytes), kind);
            assert_eq!(FileKind::of_ending(kind.ending()), Some(kind));
        }
    }

    #[test]
    fn the_same_table_is_the_same_bytes() {
        // An Excel workbook says when it was made.
        for kind in kinds().into_iter().filter(|&kind| kind != FileKind::Xlsx) {
            assert_eq!(kind.bytes(&table()).unwrap(), kind.bytes(&table()).unwrap(), "{kind:?}");
        }
    }

    #[cfg(not(feature = "parquet"))]
    #[test]
    fn a_build_without_parquet_says_so() {
        assert_eq!(FileKind::Parquet.bytes(&table()), Err(WriteError::ParquetLeftOut));
    }

    #[test]
    fn an_arff_file_declares_its_columns() {
        let text = String::from_utf8(FileKind::Arff.bytes(&table()).unwrap()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "@relation 瓜");
        assert_eq!(lines[2], r#"@attribute '色 泽' {青绿,'it\'s, "so"\\ here','<b> &  c'}"#);
        assert_eq!(lines[3], "@attribute x numeric");
        assert_eq!(lines[6..9], ["青绿,0.1", "?,-0.0000001", r#"'it\'s, "so"\\ here',?"#]);
    }

    #[test]
    fn json_keeps_the_columns_order_and_its_kinds() {
        let text = String::from_utf8(FileKind::Json.bytes(&table()).unwrap()).unwrap();
        let begins = "{\"色 泽\":\"青绿\",\"x\":0.1},\n{\"色 泽\":null,\"x\":-1e-7},\n";
        assert!(text.starts_with(&format!("[\n{begins}")) && text.ends_with("}\n]\n"), "{text}");
        let lines = String::from_utf8(FileKind::JsonLines.bytes(&table()).unwrap()).unwrap();
        assert_eq!(lines, text.trim_start_matches("[\n").trim_end_matches("]\n").replace("},\n", "}\n"));
    }
}
