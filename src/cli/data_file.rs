//! A table written as a file: `melon data export` and `make`.

use super::console::Console;
use super::failure::Failure;
use super::output::{self, OutputNames};
use crate::data::Table;
use crate::data::write::{FileKind, Packing};
use crate::report::words::usage as words;
use std::ffi::OsStr;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};

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
    Jsonl,
    Arff,
    Xlsx,
    Ods,
    Parquet,
}

impl From<KindName> for FileKind {
    fn from(name: KindName) -> FileKind {
        match name {
            KindName::Csv => FileKind::Csv,
            KindName::Tsv => FileKind::Tsv,
            KindName::Json => FileKind::Json,
            KindName::Jsonl => FileKind::JsonLines,
            KindName::Arff => FileKind::Arff,
            KindName::Xlsx => FileKind::Xlsx,
            KindName::Ods => FileKind::Ods,
            KindName::Parquet => FileKind::Parquet,
        }
    }
}

impl FileArgs {
    /// As named, else by the file's ending (of a packed one, by that of what is packed), else CSV.
    fn kind(&self) -> FileKind {
        self.kind.map(FileKind::from).or_else(|| of_ending(self.name()?)).unwrap_or(FileKind::Csv)
    }

    /// What packs the file, by its ending.
    fn packing(&self) -> Option<Packing> {
        self.output.as_ref()?.extension()?.to_str().and_then(Packing::of_ending)
    }

    /// The name of the file; of a packed one, that of what is packed.
    fn name(&self) -> Option<&OsStr> {
        let path = self.output.as_ref()?;
        if self.packing().is_some() { path.file_stem() } else { path.file_name() }
    }

    /// The file's bytes as its name wants them: packed, if it says so.
    fn packed(&self, bytes: Vec<u8>, kind: FileKind) -> Vec<u8> {
        let (Some(packing), Some(name)) = (self.packing(), self.name()) else { return bytes };
        let shown = name.to_string_lossy();
        let is_named = of_ending(name) == Some(kind);
        let inner = if is_named { shown.into_owned() } else { format!("{shown}.{}", kind.ending()) };
        packing.bytes(&inner, &bytes)
    }

    /// JSON is for scripts, every other kind for people.
    pub fn is_for_people(&self) -> bool {
        !matches!(self.kind(), FileKind::Json | FileKind::JsonLines)
    }

    /// Whether nobody wants a file or a pipe: then a few rows say more than all of them.
    pub fn is_only_looked_at(&self) -> bool {
        self.output.is_none() && self.kind.is_none() && !self.bom && stdout().is_terminal()
    }

    /// Writes the table, with these names.
    pub fn write(&self, table: Table, names: OutputNames, console: &Console) -> Result<(), Failure> {
        let (kind, lang) = (self.kind(), console.lang);
        let may_be_marked = matches!(kind, FileKind::Csv | FileKind::Tsv);
        if self.bom && !may_be_marked {
            return Err(Failure::Usage(words::BomForText.text(lang).to_owned()));
        }
        if !kind.is_text() && self.output.is_none() && stdout().is_terminal() {
            return Err(Failure::Usage(words::WorkbookNeedsFile.text(lang).to_owned()));
        }
        let table = if names == OutputNames::English { table.in_english() } else { table };
        let mut bytes = if self.bom { BYTE_ORDER_MARK.as_bytes().to_vec() } else { Vec::new() };
        bytes.extend(kind.bytes(&table)?);
        output::document(self.packed(bytes, kind), self.output.as_deref(), console)
    }
}

/// The kind of a file by the end of its name.
fn of_ending(name: &OsStr) -> Option<FileKind> {
    Path::new(name).extension()?.to_str().and_then(FileKind::of_ending)
}
