//! Why a file could not be read as a table.

use std::io::ErrorKind;

/// Why a file could not be read as a table: which file, and what is wrong with it.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
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
    NotFound {
        /// A built-in table that may be meant.
        nearest: Option<String>,
    },
    /// The system cannot open or read it.
    Io {
        /// What the system says.
        message: String,
    },
    /// No encoding has this name.
    UnknownEncoding {
        /// As the user wrote it.
        label: String,
    },
    /// The bytes are not UTF-8, and could be in several encodings.
    UnclearEncoding {
        /// Labels, likeliest first, each with what the first line would be.
        candidates: Vec<(String, String)>,
    },
    /// Some bytes mean nothing in the encoding.
    Undecodable {
        /// The encoding that was taken.
        encoding: String,
        /// The line of the first such bytes.
        line: u64,
        /// Labels of encodings in which they mean something, likeliest first, each with what the line would be.
        candidates: Vec<(String, String)>,
    },
    /// It is not text at all.
    Binary {
        /// What it is, if its first bytes tell.
        format: FileFormat,
    },
    /// It is not text at all, where running text was wanted.
    BinaryText {
        /// What it is, if its first bytes tell.
        format: FileFormat,
    },
    /// There is no such file.
    NoFile,
    /// A folder has no text to read.
    NoTexts,
    /// A line of a `.jsonl` file is no text.
    NoTextInLine {
        /// The number of the line, from 1.
        line: u64,
    },
    /// There is nothing in it.
    Empty,
    /// There is a header and nothing below it.
    NoRows,
    /// It is text, but no table.
    NoTable {
        /// The format that the text looks like.
        format: FileFormat,
    },
    /// The names stand between the rows once more.
    NamesRepeated {
        /// The number of the line, from 1.
        line: u64,
    },
    /// The first line is made of numbers: the header is missing.
    NoHeader {
        /// The number of the line, from 1.
        line: u64,
        /// Its cells.
        cells: Vec<String>,
    },
    /// A column without a name, other than the first.
    EmptyName {
        /// The header's line.
        line: u64,
        /// The column, from 1.
        column: usize,
    },
    /// Two columns have the same name.
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
    FullWidthCommas {
        /// The header's line.
        line: u64,
    },
    /// A row has more or fewer cells than the header.
    Ragged {
        /// The number of the row's line, from 1.
        line: u64,
        /// Cells of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// The rows have one cell more than there are names.
    OneNameLess {
        /// The number of the first row's line, from 1.
        line: u64,
        /// The header's line.
        names_line: u64,
        /// Cells of the header.
        n_names: usize,
        /// Whether commas separate the cells, and may have cut a number.
        are_cut_at_commas: bool,
    },
    /// All rows stand between quotes as wholes, each of them one cell.
    LinesQuoted {
        /// The first of their lines, from 1.
        line: u64,
    },
    /// A quote is opened, and the file ends before it is closed.
    UnclosedQuote {
        /// The line on which it is opened.
        line: u64,
    },
    /// The quotes around a cell are closed before its end.
    StrayQuote {
        /// The line on which the cell begins.
        line: u64,
    },
    /// The first row has words above columns of numbers, and they do not look like units.
    WordsAboveNumbers {
        /// The number of the row's line, from 1.
        line: u64,
        /// The words.
        texts: Vec<String>,
    },
    /// The first row says of what type each column is.
    TypesBelowNames {
        /// The number of the row's line, from 1.
        line: u64,
        /// The types.
        texts: Vec<String>,
    },
    /// A column of new rows is in another unit than the one in which the model learned it.
    OtherUnit {
        /// The column's name.
        column: String,
        /// The unit that was learned.
        learned: String,
        /// The one that is there.
        found: String,
    },
    /// The first line looks like a sample, not like names.
    LooksLikeSample {
        /// The number of the line, from 1.
        line: u64,
        /// The cell that speaks for it.
        cell: String,
    },
    /// A table as Markdown writes it.
    MarkdownTable {
        /// The rule's line.
        line: u64,
    },
    /// An ARFF file has values between both kinds of quotes.
    MixedQuotesArff {
        /// The first line of the second kind, from 1.
        line: u64,
    },
    /// An ARFF file with sparse rows.
    SparseArff {
        /// The first such line.
        line: u64,
    },
    /// A packed file that cannot be unpacked to its end.
    BrokenGzip,
    /// A compressed file unpacks to far more than a table does.
    Swollen,
    /// The file became shorter while it was read.
    CutShort,
    /// An archive that is damaged or has a password.
    BrokenZip,
    /// A workbook that is damaged or has a password, or an Office file of another kind.
    BrokenWorkbook,
    /// A damaged Parquet file, or one packed in a way that is not known.
    BrokenParquet,
    /// A Parquet file, and this program was built without what reads it.
    ParquetLeftOut,
    /// No file is of a kind that the engine reads.
    NoTableFiles,
    /// Files of several kinds are meant.
    SeveralFormats,
    /// The engine that is to read it was left out.
    DatafusionLeftOut,
    /// The engine can read it here only.
    ClusterLeftOut,
    /// Nobody is reached at the scheduler's address.
    NoScheduler {
        /// `HOST:PORT`.
        address: String,
    },
    /// The engine that reads it says so.
    Query {
        /// What it says, in English.
        message: String,
    },
    /// A column that was to be numbers has something else in some row.
    OtherThanNumber {
        /// The column's name.
        column: String,
        /// What it has.
        text: String,
    },
    /// A file that cannot be read in passes, because it cannot be cut into pieces.
    NotInPasses {
        /// What is in the way.
        obstacle: Obstacle,
    },
    /// A folder without a file that could be part of a table.
    NoTables,
    /// A file of a folder has other columns than the first one.
    OtherColumns {
        /// The first one.
        first: String,
    },
    /// Another program wrote to a file while it was read.
    Changed,
    /// A sheet is named, and the file is neither a workbook nor an archive.
    NoSheets,
    /// A workbook has no sheet, or an archive no file, of this name.
    NoSuchSheet {
        /// As the user wrote it.
        asked: String,
        /// What may have been meant.
        nearest: Option<String>,
        /// The names of all sheets or files.
        known: Vec<String>,
    },
    /// An archive holds several files, of which none or many may be the table.
    SeveralFiles {
        /// The names of all files in it.
        known: Vec<String>,
    },
    /// A folder where a file is wanted.
    Folder,
    /// A column wanted as numbers has a cell that is none.
    NotANumber {
        /// The number of the row's line, from 1.
        line: u64,
        /// The column's name.
        column: String,
        /// The cell.
        text: String,
    },
    /// A column wanted as numbers has cells that can be read in two ways: `4,955`.
    TwoReadings {
        /// The column's name.
        column: String,
        /// The first cell that can be read in two ways, as it stands.
        text: String,
    },
    /// A column has points that may stand between groups of digits, and others have commas before
    /// their decimals.
    PointsAmongCommas {
        /// The column's name.
        column: String,
    },
    /// A numeric column has an infinite cell, or one too large for a number.
    Infinite {
        /// The number of the row's line, from 1.
        line: u64,
        /// The column's name.
        column: String,
        /// The cell.
        text: String,
    },
}

/// What a file that is not text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// `.xlsx`, or any other zip archive.
    Workbook,
    /// `.xls`
    OldWorkbook,
    /// `.pdf`
    Pdf,
    /// `.parquet`
    Parquet,
    /// `.bz2`, `.xz`, `.7z`, `.rar`, `.zst`
    Packed,
    /// A page, whatever it is called.
    Html,
    /// `.json`
    Json,
    /// None of these.
    Unknown,
}

impl Fault {
    /// The fault as an error of this file.
    pub fn of(self, file: &str) -> ReadError {
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

/// Why a file cannot be cut into pieces between its rows.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// It is the standard input, which comes once.
    Once,
    /// It is packed, or a workbook.
    Packed,
    /// In this encoding a line end cannot be found without reading from the beginning.
    Encoding {
        /// The encoding's name.
        encoding: String,
    },
    /// Its lines end in `\r` alone.
    LineEnds,
    /// Runs of blanks separate its cells.
    Blanks,
    /// Something stands above its names, or marks them.
    Above,
    /// Its names do not stand in its first line, or some column has none.
    Names,
    /// A row of units stands below the names.
    Units,
    /// Its cells hold lists or structures.
    Lists,
    /// `-` is a class beside `+`, and may be a missing cell.
    Minus,
}
