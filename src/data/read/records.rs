//! Rows of cells out of text, each with its line.

use super::Fault;
use super::quotes::{self, QuoteChecker};
use csv::{ReaderBuilder, StringRecord, Terminator};
use std::io::{Chain, Read};

/// How many cells a row may have; empty ones behind them are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Width {
    /// Columns with a name.
    pub named: usize,
    /// Those, and columns behind them that have none.
    pub all: usize,
}

impl Width {
    /// Whether a row fits, or would without empty cells at its end.
    pub fn takes(&self, row: &StringRecord) -> bool {
        row.len() >= self.named && row.iter().skip(self.all).all(|cell| cell.trim().is_empty())
    }

    /// Leaves out the cells behind the columns; whether there were any.
    pub fn cut(&self, row: &mut StringRecord) -> bool {
        let is_surplus = row.len() > self.all;
        row.truncate(self.all);
        is_surplus
    }
}

/// Reads rows one after another; each must have as many cells as `width` says.
pub(super) struct Records<R> {
    // The text always ends in a line end: one is added, and empty lines are skipped.
    csv: csv::Reader<Chain<QuoteChecker<R>, &'static [u8]>>,
    /// How many cells every further row must have.
    pub width: Option<Width>,
    /// Rows so far that ended in more separators.
    pub n_surplus: usize,
}

impl<R: Read> Records<R> {
    /// Rows of `text`, cut at `delimiter` outside of cells between `quote`s, if those mean anything.
    pub fn new(text: R, delimiter: u8, quote: Option<u8>) -> Self {
        // Lines are cut at `\n` alone, and a `\r` before it is taken off here: cut at
        // either, the reader's line count is not that of the file.
        let csv = ReaderBuilder::new()
            .delimiter(delimiter)
            .quoting(quote.is_some())
            .quote(quote.unwrap_or(b'"'))
            .escape(quotes::escape(quote))
            .terminator(Terminator::Any(b'\n'))
            .has_headers(false)
            .flexible(true)
            .from_reader(QuoteChecker::new(text, delimiter, quote).chain(&b"\n"[..]));
        Records { csv, width: None, n_surplus: 0 }
    }

    /// The next row into `record`, cells as they are in the file; its line, or `None` at the end.
    pub fn next(&mut self, record: &mut StringRecord) -> Result<Option<u64>, Fault> {
        loop {
            if !self.csv.read_record(record)? {
                return Ok(None);
            }
            if record.len() == 1 && &record[0] == "\r" {
                continue;
            }
            let line_after = self.csv.position().line();
            let n_breaks: usize = record.iter().map(|cell| memchr::memchr_iter(b'\n', cell.as_bytes()).count()).sum();
            let line = line_after - 1 - n_breaks as u64;
            take_off_carriage_return(record);
            if let Some(width) = self.width {
                if !width.takes(record) {
                    return Err(Fault::Ragged { line, expected: width.named, found: record.len() });
                }
                self.n_surplus += usize::from(width.cut(record));
            }
            return Ok(Some(line));
        }
    }
}

/// Removes the `\r` of a `\r\n` from the end of the last cell.
fn take_off_carriage_return(record: &mut StringRecord) {
    let Some(last) = record.iter().next_back().and_then(|cell| cell.strip_suffix('\r')).map(str::to_owned) else {
        return;
    };
    record.truncate(record.len() - 1);
    record.push_field(&last);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Result<Vec<(u64, Vec<String>)>, Fault> {
        let mut records = Records::new(text.as_bytes(), b',', Some(b'"'));
        let (mut record, mut rows) = (StringRecord::new(), Vec::new());
        while let Some(line) = records.next(&mut record)? {
            records.width.get_or_insert(Width { named: record.len(), all: record.len() });
            rows.push((line, record.iter().map(str::to_owned).collect()));
        }
        Ok(rows)
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let expected = |lines: [u64; 3], cell: &str| {
            let row = |line, cells: [&str; 2]| (line, cells.map(str::to_owned).to_vec());
            Ok(vec![row(lines[0], ["a", "b"]), row(lines[1], ["1", cell]), row(lines[2], ["3", "4"])])
        };
        assert_eq!(rows("a,b\n1,2\n3,4\n"), expected([1, 2, 3], "2"));
        assert_eq!(rows("a,b\r\n1,2\r\n3,4"), expected([1, 2, 3], "2"));
        assert_eq!(rows("a,b\n\n1,2\n\n\n3,4\n\n"), expected([1, 3, 6], "2"));
        assert_eq!(rows("\r\na,b\r\n\r\n1,2\r\n3,4\r\n\r\n"), expected([2, 4, 5], "2"));
        assert_eq!(rows("a,b\n1,\"x\n\"\"y\"\n3,4"), expected([1, 2, 4], "x\n\"y"));
        assert_eq!(rows("a,b\r\n1,\"x\"\r\n3,\"4\""), expected([1, 2, 3], "x"));
    }

    #[test]
    fn a_row_of_another_length_is_named_by_line() {
        assert_eq!(rows("a,b\n\n1,2,3\n"), Err(Fault::Ragged { line: 3, expected: 2, found: 3 }));
        assert_eq!(rows("a,b\n1\n"), Err(Fault::Ragged { line: 2, expected: 2, found: 1 }));
        let cells = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert_eq!(rows("a,b\n1,2,,\n"), Ok(vec![(1, cells(["a", "b"])), (2, cells(["1", "2"]))]));
    }
}
