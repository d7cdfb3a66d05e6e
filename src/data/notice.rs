//! What the reader guessed, left out or repaired: facts that are reported, not hidden.

use super::read::Notation;

/// One thing worth telling the user about the table. `report` puts it into words.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// The text was not UTF-8, or not plainly so; this encoding was taken.
    EncodingGuessed {
        /// The encoding's usual name, as `GB18030`.
        encoding: String,
    },
    /// A workbook has several sheets with cells; the first was taken, or the first with more than one row.
    SheetChosen {
        /// The sheet's name.
        sheet: String,
        /// The names of the other sheets with cells.
        others: Vec<String>,
        /// Whether no sheet with cells stands before it.
        is_first: bool,
    },
    /// An archive has several files; the only one called like a table was taken.
    FileChosen {
        /// The file's name.
        file: String,
    },
    /// The cells are not separated by commas; this character was taken.
    DelimiterGuessed {
        /// Tab, semicolon or bar.
        delimiter: char,
    },
    /// The first column has no name in the header (as an exported index); it was given one.
    IndexNamed {
        /// The name given.
        column: String,
    },
    /// Other columns have no name in the header; they were given one.
    NamesGiven {
        /// The names given.
        columns: Vec<String>,
    },
    /// A mark of old systems ends the text; it was left out.
    EndMark,
    /// These texts were read as missing cells (an empty cell always is).
    MissingTokens {
        /// As they stand in the file, each once.
        tokens: Vec<String>,
    },
    /// Texts that were named as missing stand in no cell.
    MarkersNotFound {
        /// As they were named.
        texts: Vec<String>,
    },
    /// A column was read as words although most of its cells are numbers, or all but those of one text.
    AlmostNumeric {
        /// The column's name.
        column: String,
        /// How many cells are neither numbers nor missing.
        count: usize,
        /// Line of the first of them.
        line: u64,
        /// Its text.
        text: String,
    },
    /// A column's numbers were written in this way and read so.
    NumbersWritten {
        /// The column's name.
        column: String,
        /// How they were written.
        notation: Notation,
    },
    /// A column's cells are numbers that can be read in two ways: `4,955`.
    TwoReadings {
        /// The column's name.
        column: String,
        /// The first cell that can be read in two ways, as it stands.
        text: String,
    },
    /// The first row held units and was left out.
    UnitsLeftOut {
        /// Its line.
        line: u64,
        /// The columns of numbers that have one.
        columns: Vec<String>,
        /// The text in each of them.
        units: Vec<String>,
    },
    /// New rows have no unit in a column that the model learned in one: they are taken to be in it.
    UnitAssumed {
        /// The column's name.
        column: String,
        /// The unit.
        unit: String,
    },
    /// The first line named the separator, as Excel writes it, and was no row.
    SeparatorLine,
    /// Comments or a title stood above the header.
    LinesAbove {
        /// How many lines.
        count: usize,
        /// The first that is not empty.
        first: String,
    },
    /// The names of the columns stand in a comment above the rows.
    NamesInComment {
        /// Its line.
        line: u64,
    },
    /// Cells are separated by runs of blanks.
    BlanksSeparate,
    /// Columns have neither a name nor a cell.
    NamelessColumns {
        /// The number of such columns.
        count: usize,
    },
    /// No line names the columns; they were numbered.
    NamesMade {
        /// The number of columns.
        n_columns: usize,
    },
    /// Columns are called by numbers, as a line of counts above the rows would call them.
    NumbersAsNames {
        /// The numbers.
        names: Vec<String>,
    },
    /// All there is stands in one column of words.
    OneColumn,
    /// All there is stands in one column that holds separators, as where each line stands between quotes as a whole.
    LinesQuoted,
    /// Comments between the rows were left out.
    CommentsBetween {
        /// The number of comment lines.
        count: usize,
        /// The number of the first one's line, from 1.
        line: u64,
    },
    /// Remarks below the rows were left out.
    LinesBelow {
        /// How many lines.
        count: usize,
        /// The number of the first one's line, from 1.
        line: u64,
        /// Its text.
        first: String,
    },
    /// A number was read that is written as a code is: `01234`, or with more digits than a number keeps.
    CodeRead {
        /// The column's name.
        column: String,
        /// The first cell that is written as a code is, as it stands.
        text: String,
    },
    /// A column of dates or times was read as words, or as numbers.
    Moments {
        /// The column's name.
        column: String,
        /// The first of them.
        text: String,
        /// Whether it was read as numbers, as `20240131`.
        is_number: bool,
    },
    /// Each value of a column stands once, above empty cells, as merged cells of a spreadsheet do.
    MergedCells {
        /// The column's name.
        column: String,
    },
    /// A column was read as words, although its cells are numbers with this and that around them.
    MixedNumbers {
        /// The column's name.
        column: String,
        /// Two that are written in different ways, or the only one.
        texts: Vec<String>,
    },
    /// Rows without any cell were left out.
    EmptyRows {
        /// The number of empty rows.
        count: usize,
    },
    /// Rows take several lines, because cells between quotes go on over line ends.
    RowsOfManyLines {
        /// The number of rows that take several lines.
        count: usize,
        /// The line on which the longest begins.
        line: u64,
        /// How many lines that takes.
        n_lines: usize,
    },
    /// Rows end in more separators than there are columns.
    SurplusSeparators {
        /// The number of such rows.
        count: usize,
    },
    /// Cells stand between single quotes.
    SingleQuotes,
    /// The first row says what the columns ask.
    ExplainingRow {
        /// Its line.
        line: u64,
        /// One of its cells.
        text: String,
    },
    /// A row at the end is called a total.
    TotalRow {
        /// Its line.
        line: u64,
        /// What it is called.
        text: String,
    },
    /// A number far from all others may stand for a missing cell.
    StandIn {
        /// The column's name.
        column: String,
        /// The number that may stand for a missing cell.
        value: f64,
        /// How these cells are written, where naming the number would not find them: `-9,999`.
        texts: Vec<String>,
        /// How many cells have it.
        count: usize,
        /// The least and the largest of the others.
        range: [f64; 2],
    },
    /// A point that may stand between groups of digits was read as a decimal point.
    PointRead {
        /// The column's name.
        column: String,
        /// The first such number, as it was read.
        value: f64,
    },
    /// Quotes that are not closed as they should be were read as characters.
    QuotesPlain {
        /// The number of the first one's line, from 1.
        line: u64,
    },
    /// Words of a column differ in nothing but case.
    CaseVariants {
        /// The column's name.
        column: String,
        /// The spellings of one word.
        variants: Vec<String>,
    },
    /// A column that only tells the rows apart was left out.
    IdColumn {
        /// The column's name.
        column: String,
        /// Whether it counts the rows one by one.
        counts: bool,
    },
    /// A column that is called like an id is a feature, because its values repeat.
    IdRepeats {
        /// The column's name.
        column: String,
    },
    /// The first column counts the rows and is a feature, because its name is no id's.
    CountsRows {
        /// The column's name.
        column: String,
    },
    /// A column that is called like an id and is different in every row that was compared was left out.
    IdOfSome {
        /// The column's name.
        column: String,
        /// The rows that were compared.
        n_rows: usize,
    },
    /// A column that holds the answer was left out of the clustering.
    OutcomeLeftOut {
        /// The column's name.
        column: String,
    },
    /// A table of one's own holds the built-in melons' columns; this one is known only once a melon
    /// is cut, and was left out.
    KnownOnceCut {
        /// The column's name.
        column: String,
    },
    /// A column that was not asked for, or that a built-in table keeps apart, was left out: no
    /// news to who runs the command, but to who reads of it.
    NotAskedFor {
        /// The column's name.
        column: String,
        /// Whether because it is known only once the melon is cut.
        is_outcome: bool,
    },
    /// Nobody named a target; this column was taken.
    TargetChosen {
        /// The column's name.
        column: String,
        /// Whether for its name, or else for being the last one that fits.
        by_name: bool,
    },
    /// Nearly every row has its own value in this categorical feature: little can be learned.
    HighCardinality {
        /// The column's name.
        column: String,
        /// Distinct values.
        n_levels: usize,
        /// Rows that have a value.
        n_rows: usize,
    },
    /// A feature has the same value everywhere: nothing can be learned from it.
    ConstantColumn {
        /// The column's name.
        column: String,
    },
    /// Cells of a column are missing.
    MissingCells(MissingCells),
    /// Rows with missing cells were left out.
    RowsDropped {
        /// The number of rows left out.
        dropped: usize,
        /// The number of rows before any was left out.
        n_rows: usize,
    },
    /// The table is one of the book's, but for this cell.
    DiffersFromBook {
        /// The built-in table's name.
        table: &'static str,
        /// The row, from 1.
        row: usize,
        /// Its line in the file.
        line: u64,
        /// The column, as the user's table calls it.
        column: String,
        /// What the user's table says.
        found: String,
        /// What the book says.
        book: String,
    },
}

impl Notice {
    /// Whether it is worth telling who runs the command.
    pub fn is_news(&self) -> bool {
        !matches!(self, Notice::NotAskedFor { .. })
    }
}

/// Where cells of a column are missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingCells {
    /// The column's name.
    pub column: String,
    /// How many of its cells.
    pub count: usize,
    /// The lines of the first few of them.
    pub lines: Vec<u64>,
}
