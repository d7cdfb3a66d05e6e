//! The first rows of a text: what its columns are called, and what an additional cell is.

use super::cut::{Cut, is_comment};
use super::header::Header;
use super::left_out::LeftOut;
use super::records::{Records, Width};
use super::shape::{NameSource, Shape};
use super::{Fault, cut_numbers, number};
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
        if shape.names != NameSource::FirstRow {
            return Ok(header);
        }
        if n_more == 0 {
            return self.refuse_whole_lines(n_names, shape).map(|()| header);
        }
        self.peek(PEEKED)?;
        let is_empty = |(row, _): &(StringRecord, u64)| row.iter().skip(n_names).all(|cell| cell.trim().is_empty());
        let are_empty = self.pending.iter().all(is_empty);
        Ok(match (header.n_nameless, are_empty) {
            (0, true) => header.with_nameless(n_more),
            (0, false)
                if n_more == 1
                    && self.lack_one_name(n_names)
                    && !header.has_index()
                    && (shape.begins_quoted || self.have_more(n_names))
                    && self.begin_with_row_names(shape) =>
            {
                header.with_row_names()
            }
            (0, false) if n_more == 1 && self.plainly_lack_one_name(n_names) => {
                let line = self.pending.front().map_or(self.first_line, |(_, line)| *line);
                let (names_line, are_cut_at_commas) = (self.first_line, shape.delimiter == b',');
                return Err(Fault::OneNameLess { line, names_line, n_names, are_cut_at_commas });
            }
            (0, false) | (_, true) => header,
            (_, false) => header.with_all_named(),
        })
    }

    /// Refuses rows of which each is one cell, its whole line between quotes, that holds as many as there are names.
    fn refuse_whole_lines(&mut self, n_names: usize, shape: &Shape) -> Result<(), Fault> {
        let is_whole = |(row, _): &(StringRecord, u64)| {
            n_names > 1 && row.len() == 1 && Cut::At(shape.delimiter).n_cells(&row[0]) == n_names
        };
        let Some(line) = self.pending.front().filter(|first| is_whole(first)).map(|(_, line)| *line) else {
            return Ok(());
        };
        self.peek(PEEKED)?;
        if self.pending.iter().all(is_whole) { Err(Fault::LinesQuoted { line }) } else { Ok(()) }
    }

    /// Whether most rows have one cell more than there are names.
    fn lack_one_name(&self, n_names: usize) -> bool {
        let width = Width { named: n_names + 1, all: n_names + 1 };
        2 * self.pending.iter().filter(|(row, _)| width.takes(row)).count() > self.pending.len()
    }

    /// Whether most rows have something in cells for which there is no name.
    fn have_more(&self, n_names: usize) -> bool {
        let width = Width { named: n_names, all: n_names };
        2 * self.pending.iter().filter(|(row, _)| !width.takes(row)).count() > self.pending.len()
    }

    /// Whether those cells have something in them in most of several rows, and none was cut within its quotes.
    fn plainly_lack_one_name(&self, n_names: usize) -> bool {
        self.pending.len() > 1
            && self.lack_one_name(n_names)
            && self.have_more(n_names)
            && !self.pending.iter().any(|(row, _)| is_cut_in_quotes(row))
    }

    /// Whether the first cells can be R's row names, no two of which are the same, and which are no quantities. Where
    /// decimal commas seem to cut the cells, or a cell seems to be cut within its quotes, they are none.
    fn begin_with_row_names(&self, shape: &Shape) -> bool {
        let mut seen = HashSet::new();
        let is_name = |cell: &str| number(cell).is_none_or(|value| value.fract() == 0.0);
        let rows: Vec<&StringRecord> = self.pending.iter().map(|(row, _)| row).collect();
        let are_plain =
            || rows.iter().all(|row| is_name(row[0].trim())) && !cut_numbers::are_likely(&rows, self.first.len() + 1);
        rows.iter().all(|row| seen.insert(row[0].trim()) && !is_cut_in_quotes(row))
            && (shape.begins_quoted || shape.delimiter != b',' || are_plain())
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
    use crate::data::Notice;
    use crate::data::read::{Fault, ReadOptions, chunks, from_bytes};

    #[test]
    fn numbers_that_were_cut_at_their_commas_are_no_names_of_rows() {
        let read = |text: &str| from_bytes(text.as_bytes(), &ReadOptions::default());
        let one_name_less =
            |n_names| Err(Fault::OneNameLess { line: 2, names_line: 1, n_names, are_cut_at_commas: true });
        assert_eq!(read("x,y\n1,5,2\n7,1,4\n3,2,6\n"), one_name_less(2));
        assert_eq!(read("day,temp\nMon,6,9\nTue,-1,0\n"), one_name_less(2));
        assert_eq!(read("x,y\n5.1,3.5,a\n4.9,3.0,b\n"), one_name_less(2));
        assert_eq!(read("x,y\nb,5,2\nb,1,4\n"), one_name_less(2), "names of rows are different");
        assert_eq!(read("day,temp\nMon,6,9\n"), Err(Fault::Ragged { line: 2, expected: 2, found: 3 }));
        for named in [
            "x,y\n1,5,2\n3,1,4\n7,2,6\n",
            "x,y\n7,0.5,2\n3,0.1,4\n",
            "x,y\n\"b\",5,2\n\"a\",1,4\n",
            "x\ty\nb\t5\t2\na\t1\t4\n",
            "p,q\n\"0.5\",10,11\n\"1\",10,12\n",
            "m,c,h\nA RX,21.0,6,110\nB 71,22.8,4,93\n",
            "c,h\nA RX,6,110\nB 71,4,93\n",
        ] {
            assert_eq!(read(named).unwrap().columns[0].name, "index", "{named}");
        }
    }

    #[test]
    fn a_first_row_with_a_cell_too_many_is_no_row_with_a_name() {
        let commas_at_ends = "name,x\nAnn,3,\nBob,4,\nCid,5,\nDan,6,7\n";
        let fault = from_bytes(commas_at_ends.as_bytes(), &ReadOptions::default()).err();
        assert_eq!(fault, Some(Fault::Ragged { line: 5, expected: 2, found: 3 }));
        for (ragged, found) in [("Ann,3,4", 3), ("Ann Lee,3,4", 3), ("Ann,3,4,5", 4)] {
            let text = format!("name,x\n{ragged}\nBob Ray,4\nCid Poe,5\nDan Fox,6\n");
            assert_eq!(
                from_bytes(text.as_bytes(), &ReadOptions::default()),
                Err(Fault::Ragged { line: 2, expected: 2, found })
            );
        }
    }

    #[test]
    fn a_ragged_row_is_told_of_rows_that_come_in_pieces() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f.csv");
        std::fs::write(&path, "name,x\nAnn Lee,3\nBob Ray,4\nCid Poe,5,\nAnn Ray,6,7\n").unwrap();
        let error = chunks(path.to_str().unwrap(), &ReadOptions::default(), 2).err().unwrap();
        assert_eq!(error.fault, Fault::Ragged { line: 5, expected: 2, found: 3 });
    }

    #[test]
    fn whole_lines_between_quotes_are_told() {
        let read = |text: &str| from_bytes(text.as_bytes(), &ReadOptions::default());
        assert_eq!(read("x,y,z\n\"5,a,7\"\n\"6,b,8\"\n"), Err(Fault::LinesQuoted { line: 2 }));
        assert_eq!(read("x;y\n\n\"5;\"\"a;b\"\"\"\n\"6;b\"\n"), Err(Fault::LinesQuoted { line: 3 }));
        let some = "x,y,z\n\"5,a,7\"\n6,b,8\n";
        assert_eq!(read(some), Err(Fault::Ragged { line: 2, expected: 3, found: 1 }));
        for (text, notice) in [
            ("\"x,y,z\"\n\"5,a,7\"\n\"6,b,8\"\n", Notice::LinesQuoted),
            ("\"greeting\"\n\"Hello, you\"\n\"Bye, you\"\n", Notice::OneColumn),
            ("\"x,y\"\n\"5,a\"\n\"6\"\n", Notice::OneColumn),
        ] {
            assert_eq!(read(text).unwrap().notices, [notice], "{text}");
        }
    }
}
