//! Columns that have neither a name nor a cell: where bars stand at both ends of each line, or two separators
//! between any two cells.

use super::finish::with_notices;
use crate::data::Notice;
use crate::data::table::{Column, Table};

/// The table without them.
pub(super) fn without_empty_columns(mut table: Table) -> Table {
    let nameless: Vec<&String> = table.notices.iter().flat_map(|notice| given(notice, &table.columns)).collect();
    let is_empty = |column: &&Column| (0..column.len()).all(|row| column.is_missing(row));
    let unused = table.columns.iter().filter(|column| nameless.contains(&&column.name)).filter(is_empty);
    let unused: Vec<String> = unused.map(|column| column.name.clone()).collect();
    if unused.is_empty() || unused.len() == table.columns.len() {
        return table;
    }
    table.columns.retain(|column| !unused.contains(&column.name));
    let mut count = unused.len();
    let still_said = |notice| match notice {
        Notice::NamelessColumns { count: at_end } => {
            count += at_end;
            None
        }
        Notice::IndexNamed { column } => (!unused.contains(&column)).then_some(Notice::IndexNamed { column }),
        Notice::NamesGiven { columns } => {
            let columns: Vec<String> = columns.into_iter().filter(|name| !unused.contains(name)).collect();
            (!columns.is_empty()).then_some(Notice::NamesGiven { columns })
        }
        other => Some(other),
    };
    table.notices = std::mem::take(&mut table.notices).into_iter().filter_map(still_said).collect();
    with_notices(table, [Notice::NamelessColumns { count }])
}

/// The names that were given to columns without one.
fn given<'a>(notice: &'a Notice, all: &'a [Column]) -> Vec<&'a String> {
    match notice {
        Notice::IndexNamed { column } => vec![column],
        Notice::NamesGiven { columns } => columns.iter().collect(),
        Notice::NamesMade { .. } => all.iter().map(|column| &column.name).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::read::{ReadOptions, from_bytes};

    fn read(text: &str) -> (Vec<String>, Vec<Notice>) {
        let table = from_bytes(text.as_bytes(), &ReadOptions::default()).unwrap();
        (table.columns.into_iter().map(|column| column.name).collect(), table.notices)
    }

    #[test]
    fn two_separators_are_one() {
        let (names, notices) = read("a||b||y\n1||2||u\n3||||v\n5||6||u\n");
        assert_eq!(names, ["a", "b", "y"]);
        let expected = [Notice::NamelessColumns { count: 2 }, Notice::DelimiterGuessed { delimiter: '|' }];
        assert_eq!(notices, expected);
    }

    #[test]
    fn a_column_with_cells_is_kept_and_told() {
        let (names, notices) = read("a,,y\n1,2,u\n3,4,v\n5,6,u\n");
        assert_eq!(
            (&names[1], &notices[..]),
            (&"x2".to_owned(), &[Notice::NamesGiven { columns: vec!["x2".into()] }][..])
        );
        let (names, notices) = read(",a,,,y,\nr1,1,,2,u,\nr2,3,,4,v,\nr3,5,,6,u,\n");
        assert_eq!(names, ["index", "a", "x4", "y"]);
        assert!(notices.contains(&Notice::NamelessColumns { count: 2 }), "{notices:?}");
        assert!(notices.contains(&Notice::NamesGiven { columns: vec!["x4".into()] }), "{notices:?}");
    }
}
