//! The first line: what the columns are called.

use super::{Fault, number};
use crate::data::Notice;

/// The name of a first column that has none, as exported indices are.
const INDEX: &str = "index";

/// The columns' names.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    /// None empty, none twice.
    pub names: Vec<String>,
    /// Columns behind them that have no name and must have no cells.
    pub n_nameless: usize,
    pub notices: Vec<Notice>,
}

impl Header {
    /// Names from the cells of a line, checked: not a row of numbers.
    pub fn of_line<'a>(cells: impl Iterator<Item = &'a str>, line: u64, forced: bool) -> Result<Header, Fault> {
        let mut names: Vec<String> = cells.map(|cell| bare(cell).to_owned()).collect();
        if names.iter().all(|name| number(name).is_some()) && !forced {
            return Err(Fault::NoHeader { line, cells: names });
        }
        if names.len() == 1 && names[0].contains('，') {
            return Err(Fault::FullWidthCommas { line });
        }
        let n_columns = names.len();
        let n_named = names.iter().rposition(|name| !name.is_empty()).map_or(n_columns, |last| last + 1);
        names.truncate(n_named);
        let mut notices = Vec::new();
        if n_columns > n_named {
            notices.push(Notice::NamelessColumns { count: n_columns - n_named });
        }
        if names.len() > 1 && names[0].is_empty() {
            names[0] = INDEX.to_owned();
            notices.push(Notice::IndexNamed { column: INDEX.to_owned() });
        }
        let given = name_by_place(&mut names);
        if !given.is_empty() {
            notices.push(Notice::NamesGiven { columns: given });
        }
        check(&names, line)?;
        Ok(Header { names, n_nameless: n_columns - n_named, notices })
    }

    /// `x1`, `x2`, ... for columns that nobody named.
    pub fn numbered(n_columns: usize) -> Header {
        let names: Vec<String> = (1..=n_columns).map(|column| format!("x{column}")).collect();
        Header { notices: vec![Notice::NamesMade { n_columns }], names, n_nameless: 0 }
    }

    /// The header above rows that end in so many empty cells more than it has names.
    pub fn with_nameless(mut self, count: usize) -> Header {
        self.n_nameless = count;
        self.notices.push(Notice::NamelessColumns { count });
        self
    }

    /// The header with names for the columns behind it, too: some of them have cells.
    pub fn with_all_named(mut self) -> Header {
        let n_named = self.names.len();
        self.names.resize(n_named + self.n_nameless, String::new());
        let given = name_by_place(&mut self.names);
        if given.len() < self.n_nameless {
            self.names.truncate(n_named); // another column has such a name: who reads the cell is told
            return self;
        }
        self.n_nameless = 0;
        let mut before = Vec::new();
        self.notices.retain_mut(|notice| match notice {
            Notice::NamesGiven { columns } => {
                before.append(columns);
                false
            }
            notice => !matches!(notice, Notice::NamelessColumns { .. }),
        });
        before.extend(given);
        self.notices.push(Notice::NamesGiven { columns: before });
        self
    }

    /// Whether one of the names is the one that nameless row names would get.
    pub fn has_index(&self) -> bool {
        self.names.iter().any(|name| name == INDEX)
    }

    /// The header above rows that have one cell more than it has names: R's row names.
    pub fn with_row_names(mut self) -> Header {
        self.names.insert(0, INDEX.to_owned());
        self.notices.push(Notice::IndexNamed { column: INDEX.to_owned() });
        self
    }
}

/// A name without blanks around it, and without byte-order marks, which cannot be seen: a second one before the first
/// name, or one within its quotes.
fn bare(name: &str) -> &str {
    name.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// Gives columns without a name that of their place, `x3`, unless another column has it; the names given.
fn name_by_place(names: &mut [String]) -> Vec<String> {
    let mut given = Vec::new();
    for at in 0..names.len() {
        let name = format!("x{}", at + 1);
        if names[at].is_empty() && !names.contains(&name) {
            given.push(name.clone());
            names[at] = name;
        }
    }
    given
}

fn check(names: &[String], line: u64) -> Result<(), Fault> {
    if let Some(column) = names.iter().position(String::is_empty) {
        return Err(Fault::EmptyName { line, column: column + 1 });
    }
    for (second, name) in names.iter().enumerate() {
        if let Some(first) = names[..second].iter().position(|other| other == name) {
            return Err(Fault::DuplicateName { line, name: name.clone(), first: first + 1, second: second + 1 });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::read::{ReadOptions, from_bytes};

    fn fault(line: &str) -> Fault {
        Header::of_line(line.split(','), 1, false).unwrap_err()
    }

    #[test]
    fn a_header_must_name_every_column_once() {
        assert_eq!(fault("1,2.5"), Fault::NoHeader { line: 1, cells: vec!["1".into(), "2.5".into()] });
        assert_eq!(fault("x2,,c"), Fault::EmptyName { line: 1, column: 2 });
        assert_eq!(fault("a,b, a"), Fault::DuplicateName { line: 1, name: "a".into(), first: 1, second: 3 });
        assert_eq!(fault("色泽，根蒂"), Fault::FullWidthCommas { line: 1 });
    }

    #[test]
    fn byte_order_marks_are_no_part_of_a_name() {
        for line in ["\u{feff}x,y", "\u{feff}\u{feff} x ,\u{feff}y"] {
            assert_eq!(Header::of_line(line.split(','), 1, false).unwrap().names, ["x", "y"], "{line:?}");
        }
        let columns = |text: &str| from_bytes(text.as_bytes(), &ReadOptions::default()).unwrap().columns;
        let expected = columns("x,y\n1,a\n2,b\n3,a\n");
        for begun in
            ["\u{feff}\u{feff}x,y", "\"\u{feff}x\",y", "\u{feff}\"\u{feff}x\",\"y\"", "\u{feff}\u{feff}\"x\",y"]
        {
            assert_eq!(columns(&format!("{begun}\n1,a\n2,b\n3,a\n")), expected, "{begun:?}");
        }
    }

    #[test]
    fn a_first_column_without_a_name_is_an_index() {
        let header = Header::of_line(",x".split(','), 1, false).unwrap();
        assert_eq!(header.names, ["index", "x"]);
        assert_eq!(header.notices, [Notice::IndexNamed { column: "index".into() }]);
    }

    #[test]
    fn a_column_in_the_middle_is_called_by_its_place() {
        let header = Header::of_line("a,,c,,e".split(','), 1, false).unwrap();
        assert_eq!(header.names, ["a", "x2", "c", "x4", "e"]);
        assert_eq!(header.notices, [Notice::NamesGiven { columns: vec!["x2".into(), "x4".into()] }]);
    }

    #[test]
    fn columns_at_the_end_are_called_by_their_places_if_they_have_cells() {
        let header = Header::of_line("a,,c,,".split(','), 1, false).unwrap().with_all_named();
        assert_eq!((&header.names[..], header.n_nameless), (&["a", "x2", "c", "x4", "x5"].map(str::to_owned)[..], 0));
        assert_eq!(header.notices, [Notice::NamesGiven { columns: ["x2", "x4", "x5"].map(str::to_owned).to_vec() }]);
        let taken = Header::of_line("x3,b,".split(','), 1, false).unwrap().with_all_named();
        assert_eq!((taken.names.len(), taken.n_nameless), (2, 1));
    }

    #[test]
    fn nameless_columns_at_the_end_are_counted() {
        let header = Header::of_line("v1,v2,,,".split(','), 1, false).unwrap();
        assert_eq!((header.names.len(), header.n_nameless), (2, 3));
    }
}
