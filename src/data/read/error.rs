//! Why a file could not be read as a table.

use crate::data::schema::did_you_mean;
use std::io::ErrorKind;

/// Why a file could not be read as a table: which file, and what is wrong with it.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
#[error("{file}: {fault}")]
pub struct ReadError {
    /// The path as it was given; `-` is the standard input.
    pub file: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a file. Lines count from 1, the header's being the first.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum Fault {
    /// There is no such file, nor a built-in table of that name.
    #[error("there is no such file or built-in table{}", did_you_mean(.nearest))]
    NotFound {
        /// A built-in table that may be meant.
        nearest: Option<String>,
    },
    /// The system cannot open or read it.
    #[error("{message}")]
    Io {
        /// What the system says.
        message: String,
    },
    /// No encoding has this name.
    #[error("`{label}` is not an encoding that is known here")]
    UnknownEncoding {
        /// As the user wrote it.
        label: String,
    },
    /// The bytes are not UTF-8, and could be in several encodings.
    #[error("the encoding could be {}; name it", .candidates.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", "))]
    UnclearEncoding {
        /// Labels, likeliest first, each with what the first line would be.
        candidates: Vec<(String, String)>,
    },
    /// Some bytes mean nothing in the encoding.
    #[error("line {line} is not valid {encoding}; name the right encoding")]
    Undecodable {
        /// The encoding that was taken.
        encoding: String,
        /// The line of the first such bytes.
        line: u64,
    },
    /// It is not text at all.
    #[error("this is not text{}; export it as CSV", .format.map_or(String::new(), |f| format!(" but {f}")))]
    Binary {
        /// What it is, if its first bytes tell.
        format: Option<&'static str>,
    },
    /// It is not text at all, where running text was wanted.
    #[error("this is not text{}; save it as plain text (UTF-8)", .format.map_or(String::new(), |f| format!(" but {f}")))]
    BinaryText {
        /// What it is, if its first bytes tell.
        format: Option<&'static str>,
    },
    /// There is no such file.
    #[error("there is no such file")]
    NoFile,
    /// A folder has no text to read.
    #[error("the folder holds no .txt and no .jsonl file")]
    NoTexts,
    /// A line of a `.jsonl` file is no text.
    #[error("line {line} is neither a JSON string nor an object with a `text`")]
    NoTextInLine {
        /// The line.
        line: u64,
    },
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// There is a header and nothing below it.
    #[error("there are no rows below the header")]
    NoRows,
    /// The first line is made of numbers: the header is missing.
    #[error("line {line} should name the columns, but holds numbers: {}; add a header", .cells.join(", "))]
    NoHeader {
        /// The line.
        line: u64,
        /// Its cells.
        cells: Vec<String>,
    },
    /// A column without a name, other than the first.
    #[error("line {line}: column {column} has no name")]
    EmptyName {
        /// The header's line.
        line: u64,
        /// The column, from 1.
        column: usize,
    },
    /// Two columns have the same name.
    #[error("line {line}: columns {first} and {second} are both called `{name}`")]
    DuplicateName {
        /// The header's line.
        line: u64,
        /// The name.
        name: String,
        /// The first of them, from 1.
        first: usize,
        /// The second, from 1.
        second: usize,
    },
    /// The cells are separated by full-width commas.
    #[error("line {line}: the cells are separated by `，`; use an ASCII comma")]
    FullWidthCommas {
        /// The header's line.
        line: u64,
    },
    /// A row has more or fewer cells than the header.
    #[error("line {line} has {found} cells, but the header has {expected}")]
    Ragged {
        /// The row's line.
        line: u64,
        /// Cells of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// A quote is opened, and the file ends before it is closed.
    #[error("line {line}: a quote is opened and never closed")]
    UnclosedQuote {
        /// The line on which it is opened.
        line: u64,
    },
    /// The quotes around a cell are closed before its end.
    #[error("line {line}: a quote is closed in the middle of a cell")]
    StrayQuote {
        /// The line on which the cell begins.
        line: u64,
    },
    /// The first line looks like a sample, not like names.
    #[error("line {line} looks like a sample (`{cell}`) and not like names of columns")]
    LooksLikeSample {
        /// The line.
        line: u64,
        /// The cell that speaks for it.
        cell: String,
    },
    /// A table as Markdown writes it.
    #[error("line {line} is the rule of a Markdown table")]
    MarkdownTable {
        /// The rule's line.
        line: u64,
    },
    /// An ARFF file with sparse rows.
    #[error("line {line}: sparse ARFF rows are not read")]
    SparseArff {
        /// The first such line.
        line: u64,
    },
    /// A packed file that cannot be unpacked to its end.
    #[error("the compressed file is cut short or damaged")]
    BrokenGzip,
    /// A folder where a file is wanted.
    #[error("this is a folder")]
    Folder,
    /// A column wanted as numbers has a cell that is none.
    #[error("line {line}, column `{column}`: `{text}` is not a number")]
    NotANumber {
        /// The row's line.
        line: u64,
        /// The column.
        column: String,
        /// The cell.
        text: String,
    },
    /// A numeric column has an infinite cell, or one too large for a number.
    #[error("line {line}, column `{column}`: `{text}` is infinite; models need finite numbers")]
    Infinite {
        /// The row's line.
        line: u64,
        /// The column.
        column: String,
        /// The cell.
        text: String,
    },
}

impl Fault {
    /// The fault as an error of this file.
    pub(super) fn of(self, file: &str) -> ReadError {
        ReadError { file: file.to_owned(), fault: self }
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        match error.downcast::<Fault>() {
            Ok(fault) => fault,
            Err(error) if error.kind() == ErrorKind::NotFound => Fault::NotFound { nearest: None },
            Err(error) => match error.kind() {
                ErrorKind::IsADirectory => Fault::Folder,
                // What comes out of a file is bytes, whatever they are: only unpacking them can fail so.
                ErrorKind::UnexpectedEof | ErrorKind::InvalidInput | ErrorKind::InvalidData => Fault::BrokenGzip,
                _ => Fault::Io { message: error.to_string() },
            },
        }
    }
}

impl From<csv::Error> for Fault {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => error.into(),
            other => Fault::Io { message: format!("{other:?}") },
        }
    }
}
