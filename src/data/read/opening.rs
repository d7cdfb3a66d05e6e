//! The first rows of a text: what its columns are called, and what an additional cell is.

use super::Fault;
use super::cut::is_comment;
use super::header::Header;
use super::left_out::LeftOut;
use super::number;
use super::records::Records;
use super::shape::{NameSource, Shape};
use csv::StringRecord;
use std::collections::{HashSet, VecDeque};
use std::io::Read;

/// How many rows are looked at to tell what an additional cell is.
const PEEKED: usize = 100;

/// The first rows of a text, from which its columns' names are told.
pub(super) struct Opening<R> {
    pub records: Records<R>,
    first: StringRecord,
    first_line: u64,
    /// Rows that were looked at, each with its line.
    pub pending: VecDeque<(StringRecord, u64)>,
    pub left_out: LeftOut,
}

impl<R: Read> Opening<R> {
    /// The rows of a text of this shape.
    pub fn of(mut records: Records<R>, shape: &Shape) -> Result<Self, Fault> {
        let (mut first, mut left_out) = (StringRecord::new(), LeftOut::default());
        let mut first_line = records.next(&mut first)?.ok_or(Fault::Empty)?;
        // Below declared names, a comment may stand above the first row.
        while matches!(&shape.names, NameSource::Declared(names) if names.len() > 1)
            && first.len() == 1
            && is_comment(&first[0])
        {
            left_out.comment(first_line);
            first_line = records.next(&mut first)?.ok_or(Fault::NoRows)?;
        }
        Ok(Opening { records, first, first_line, pending: VecDeque::new(), left_out })
    }

    /// The names of the columns; rows that were looked at for them are pending.
    pub fn header(&mut self, shape: &Shape, forced: bool) -> Result<Header, Fault> {
        let header = match &shape.names {
            NameSource::FirstRow => {
                // Where quotes are characters like any other, those around a name are still no part of it.
                let name = |cell| if shape.quote.is_none() { unquoted(cell) } else { cell };
                Header::of_line(self.first.iter().map(name), self.first_line, forced)?
            }
            NameSource::Numbered => Header::numbered(self.first.len()),
            NameSource::Declared(columns) => {
                let names = columns.iter().map(|column| column.name.clone()).collect();
                Header { names, n_nameless: 0, notices: Vec::new() }
            }
        };
        if shape.names != NameSource::FirstRow {
            self.pending.push_back((self.first.clone(), self.first_line));
        }
        self.peek(self.pending.len() + 1)?;
        let n_names = header.names.len();
        let n_more = self.pending.back().map_or(0, |(row, _)| row.len().saturating_sub(n_names));
        if shape.names != NameSource::FirstRow || n_more == 0 {
            return Ok(header);
        }
        self.peek(PEEKED)?;
        let is_empty = |(row, _): &(StringRecord, u64)| row.iter().skip(n_names).all(|cell| cell.trim().is_empty());
        let are_empty = self.pending.iter().all(is_empty);
        Ok(match (header.n_nameless, are_empty) {
            (0, true) => header.with_nameless(n_more),
            (0, false) if n_more == 1 && !header.has_index() && self.begin_with_row_names(shape) => {
                header.with_row_names()
            }
            (0, false) | (_, true) => header,
            (_, false) => header.with_all_named(),
        })
    }

    /// Whether the first cells can be R's row names, no two of which are the same, and which are no quantities. Where
    /// decimal commas seem to cut the cells, or a cell seems to be cut within its quotes, they are none.
    fn begin_with_row_names(&self, shape: &Shape) -> bool {
        let mut seen = HashSet::new();
        let is_name = |cell: &str| number(cell).is_none_or(|value| value.fract() == 0.0);
        let mut rows = self.pending.iter().map(|(row, _)| row);
        let are_plain = || self.pending.iter().all(|(row, _)| is_name(row[0].trim())) && !self.have_cut_numbers();
        rows.all(|row| seen.insert(row[0].trim()) && !is_cut_in_quotes(row))
            && (shape.begins_quoted || shape.delimiter != b',' || are_plain())
    }

    /// Whether two cells in a row can be a number that was cut at its decimal comma: digits and digits. Beside row numbers,
    /// which rise, they are not taken for one, nor where numbers have points, or two could have been cut.
    fn have_cut_numbers(&self) -> bool {
        let whole =
            |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit()).then(|| cell.parse::<u64>().ok()).flatten();
        let column = |at: usize| self.pending.iter().map(move |(row, _)| row.get(at).unwrap_or_default().trim());
        let first: Option<Vec<u64>> = column(0).map(whole).collect();
        let has_point = |cell: &str| cell.contains('.') && number(cell).is_some();
        if first.is_some_and(|numbers| numbers.is_sorted())
            || self.pending.iter().any(|(row, _)| row.iter().any(|cell| has_point(cell.trim())))
        {
            return false;
        }
        let are_whole = |at: usize| column(at).all(|cell| whole(cell.trim_start_matches(['-', '+'])).is_some());
        let are_digits = |at: usize| column(at).all(|cell| whole(cell).is_some());
        let (mut n_pairs, mut at) = (0, 1);
        while at < self.first.len() + 1 {
            let is_pair = are_whole(at - 1) && are_digits(at);
            n_pairs += usize::from(is_pair);
            at += 1 + usize::from(is_pair);
        }
        n_pairs == 1
    }

    /// Looks ahead until `n` rows are pending.
    fn peek(&mut self, n: usize) -> Result<(), Fault> {
        let mut row = StringRecord::new();
        while self.pending.len() < n
            && let Some(line) = self.records.next(&mut row)?
        {
            match self.first.len() > 1 && row.len() == 1 && is_comment(&row[0]) {
                true => self.left_out.comment(line),
                false => self.pending.push_back((row.clone(), line)),
            }
        }
        Ok(())
    }
}

/// Whether a quote is opened in a cell and closed in the next one, as where quotes of another kind hold a separator.
fn is_cut_in_quotes(row: &StringRecord) -> bool {
    let cells: Vec<&str> = row.iter().map(str::trim).collect();
    let around = |quote: char| {
        let ends = |cell: &str| cell.len() > 1 && cell.ends_with(quote);
        cells.windows(2).any(|pair| pair[0].starts_with(quote) && !ends(pair[0]) && pair[1].ends_with(quote))
    };
    let within = |(open, close): (char, char)| {
        let left_open = |cell: &str| cell.contains(open) && !cell.contains(close);
        cells.windows(2).any(|pair| left_open(pair[0]) && pair[1].contains(close) && !pair[1].contains(open))
    };
    ['\'', '"'].into_iter().any(around) || [('“', '”'), ('‘', '’'), ('「', '」')].into_iter().any(within)
}

fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use crate::data::read::{Fault, ReadOptions, from_bytes};

    #[test]
    fn numbers_that_were_cut_at_their_commas_are_no_names_of_rows() {
        let read = |text: &str| from_bytes(text.as_bytes(), &ReadOptions::default());
        assert_eq!(read("x,y\n1,5,2\n7,1,4\n3,2,6\n"), Err(Fault::Ragged { line: 2, expected: 2, found: 3 }));
        assert_eq!(read("day,temp\nMon,6,9\nTue,-1,0\n"), Err(Fault::Ragged { line: 2, expected: 2, found: 3 }));
        assert_eq!(read("x,y\n5.1,3.5,a\n4.9,3.0,b\n"), Err(Fault::Ragged { line: 2, expected: 2, found: 3 }));
        for named in [
            "x,y\n1,5,2\n3,1,4\n7,2,6\n",
            "x,y\n7,0.5,2\n3,0.1,4\n",
            "x,y\n\"b\",5,2\n\"a\",1,4\n",
            "x\ty\nb\t5\t2\na\t1\t4\n",
            "p,q\n\"0.5\",10,11\n\"1\",10,12\n",
            "m,c,h\nA RX,21.0,6,110\nB 71,22.8,4,93\n",
        ] {
            assert_eq!(read(named).unwrap().columns[0].name, "index", "{named}");
        }
    }
}
