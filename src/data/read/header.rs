//! The first line: what the columns are called.

use super::{Fault, number};
use crate::data::Notice;

/// The name of a first column that has none, as exported indices are.
const INDEX: &str = "index";

/// The columns' names, checked: none empty, none twice, not a row of numbers.
pub(super) fn names<'a>(cells: impl Iterator<Item = &'a str>, line: u64) -> Result<(Vec<String>, Vec<Notice>), Fault> {
    let mut names: Vec<String> = cells.map(|cell| cell.trim().to_owned()).collect();
    let mut notices = Vec::new();
    if names.iter().all(|name| number(name).is_some()) {
        return Err(Fault::NoHeader { line, cells: names });
    }
    if names.len() == 1 && names[0].contains('，') {
        return Err(Fault::FullWidthCommas { line });
    }
    if names.len() > 1 && names[0].is_empty() {
        names[0] = INDEX.to_owned();
        notices.push(Notice::IndexNamed { column: INDEX.to_owned() });
    }
    if let Some(column) = names.iter().position(String::is_empty) {
        return Err(Fault::EmptyName { line, column: column + 1 });
    }
    for (second, name) in names.iter().enumerate() {
        if let Some(first) = names[..second].iter().position(|other| other == name) {
            return Err(Fault::DuplicateName { line, name: name.clone(), first: first + 1, second: second + 1 });
        }
    }
    Ok((names, notices))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(line: &str) -> Fault {
        names(line.split(','), 1).unwrap_err()
    }

    #[test]
    fn a_header_must_name_every_column_once() {
        assert_eq!(fault("1,2.5"), Fault::NoHeader { line: 1, cells: vec!["1".into(), "2.5".into()] });
        assert_eq!(fault("a,"), Fault::EmptyName { line: 1, column: 2 });
        assert_eq!(fault("a,b, a"), Fault::DuplicateName { line: 1, name: "a".into(), first: 1, second: 3 });
        assert_eq!(fault("色泽，根蒂"), Fault::FullWidthCommas { line: 1 });
    }

    #[test]
    fn a_first_column_without_a_name_is_an_index() {
        let (names, notices) = names(",x".split(','), 1).unwrap();
        assert_eq!(names, ["index", "x"]);
        assert_eq!(notices, [Notice::IndexNamed { column: "index".into() }]);
    }
}
