//! A table written as a file: `melon data export` and `make`.

use super::console::Console;
use super::failure::Failure;
use super::output::{self, OutputNames};
use crate::data::Table;
use crate::data::write::FileKind;
use crate::report::words::usage as words;
use std::io::{IsTerminal, stdout};
use std::path::PathBuf;

/// What tells a spreadsheet that CSV is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct FileArgs {
    #[arg(id = "file_kind", long = "format", value_name = "FORMAT")]
    kind: Option<KindName>,
    #[arg(long)]
    bom: bool,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum KindName {
    Csv,
    Tsv,
    Json,
    Arff,
    Xlsx,
}

impl From<KindName> for FileKind {
    fn from(name: KindName) -> FileKind {
        match name {
            KindName::Csv => FileKind::Csv,
            KindName::Tsv => FileKind::Tsv,
            KindName::Json => FileKind::Json,
            KindName::Arff => FileKind::Arff,
            KindName::Xlsx => FileKind::Xlsx,
        }
    }
}

impl FileArgs {
    /// As named, else by the file's ending, else CSV.
    fn kind(&self) -> FileKind {
        let ending = || self.output.as_ref()?.extension()?.to_str().and_then(FileKind::of_ending);
        self.kind.map(FileKind::from).or_else(ending).unwrap_or(FileKind::Csv)
    }

    /// JSON is for scripts, every other kind for people.
    pub fn is_for_people(&self) -> bool {
        self.kind() != FileKind::Json
    }

    /// Whether nobody wants a file or a pipe: then a few rows say more than all of them.
    pub fn is_only_looked_at(&self) -> bool {
        self.output.is_none() && self.kind.is_none() && !self.bom && stdout().is_terminal()
    }

    /// Writes the table, with these names.
    pub fn write(&self, table: Table, names: OutputNames, console: &Console) -> Result<(), Failure> {
        let (kind, lang) = (self.kind(), console.lang);
        let is_text = matches!(kind, FileKind::Csv | FileKind::Tsv);
        if self.bom && !is_text {
            return Err(Failure::Usage(words::BomForText.text(lang).to_owned()));
        }
        if kind == FileKind::Xlsx && self.output.is_none() && stdout().is_terminal() {
            return Err(Failure::Usage(words::WorkbookNeedsFile.text(lang).to_owned()));
        }
        let table = if names == OutputNames::English { table.in_english() } else { table };
        let mut bytes = if self.bom { BYTE_ORDER_MARK.as_bytes().to_vec() } else { Vec::new() };
        bytes.extend(kind.bytes(&table)?);
        output::document(bytes, self.output.as_deref(), console)
    }
}
