//! A second line below the names: units (`cm, kg` below `height, weight`), or words that are none.

use super::kinds::RequestedKind;
use super::type_name;
use super::unit_name::looks_like_one;
use super::{Fault, number};
use crate::data::Notice;
use crate::data::table::{Column, MISSING, Table, Values};

/// What the first row is, beside those below it.
#[derive(Debug, PartialEq)]
pub(super) enum FirstRow {
    /// A row like the others.
    Sample,
    /// Units of these columns.
    Units {
        /// Their names.
        columns: Vec<String>,
        /// The unit of each, as it stands there.
        units: Vec<String>,
    },
}

/// What the first row is: units are words in columns that are numbers below it, if no number stands beside them
/// and at least half of them look like units. A dash says that there is none.
///
/// # Errors
/// [`Fault::WordsAboveNumbers`]: there are several words, and they do not; [`Fault::TypesBelowNames`]: they are types.
pub(super) fn first_row(table: &Table, requested: &[RequestedKind]) -> Result<FirstRow, Fault> {
    let has_number = || table.columns.iter().any(|column| column.is_numeric() && !column.is_missing(0));
    if table.n_rows() < 3 || requested.contains(&RequestedKind::Words) || has_number() {
        return Ok(FirstRow::Sample);
    }
    let words = table.columns.iter().filter_map(|column| Some((column.name.clone(), word_above_numbers(column)?)));
    let (columns, units): (Vec<String>, Vec<String>) = words.unzip();
    let texts: Vec<String> = table.columns.iter().filter_map(|column| Some(column.text(0)?.into_owned())).collect();
    if !units.is_empty() && texts.iter().all(|text| type_name::is_one(text)) {
        return Err(Fault::TypesBelowNames { line: table.line(0), texts });
    }
    let n_alike = units.iter().filter(|text| looks_like_one(text)).count();
    let n_others = units.iter().filter(|text| !looks_like_one(text) && text.contains(char::is_alphanumeric)).count();
    match n_alike + n_others {
        _ if n_alike > 0 && n_alike >= n_others => Ok(FirstRow::Units { columns, units }),
        // One word may be anything: it is told when the column is read.
        0 | 1 => Ok(FirstRow::Sample),
        _ => Err(Fault::WordsAboveNumbers { line: table.line(0), texts: units }),
    }
}

/// The table without its first row, if that holds units.
///
/// # Errors
/// As [`first_row`].
pub(super) fn without_row_of_units(table: Table, requested: &[RequestedKind]) -> Result<Table, Fault> {
    let FirstRow::Units { columns, units } = first_row(&table, requested)? else { return Ok(table) };
    let line = table.line(0);
    let below: Vec<usize> = (1..table.n_rows()).collect();
    let lines = Some(below.iter().map(|&row| table.line(row)).collect());
    let mut notices = table.notices;
    notices.push(Notice::UnitsLeftOut { line, columns, units });
    let columns = table.columns.iter().map(|column| reread(&column.take(&below))).collect();
    Ok(Table { columns, lines, notices, ..table })
}

/// The first cell of a column of words whose other cells are all numbers or missing.
fn word_above_numbers(column: &Column) -> Option<String> {
    let Values::Words { levels, codes } = &column.values else { return None };
    let first = *codes.first().filter(|&&code| code != MISSING)?;
    let is_number = |code: u32| code == MISSING || number(&levels[code as usize]).is_some();
    let any = codes[1..].iter().any(|&code| code != MISSING);
    (any && !is_number(first) && codes[1..].iter().all(|&code| is_number(code))).then(|| levels[first as usize].clone())
}

/// The column as numbers, if all its cells are.
pub(super) fn reread(column: &Column) -> Column {
    let text = |row: usize| column.text(row);
    let cells = (0..column.len()).map(|row| text(row).map_or(Some(f64::NAN), |cell| number(&cell)));
    let numbers: Option<Vec<f64>> = cells.collect();
    let any = (0..column.len()).any(|row| !column.is_missing(row));
    match numbers.filter(|_| any) {
        Some(cells) => Column::numbers(&column.name, cells),
        None => {
            Column::words(&column.name, (0..column.len()).map(text).collect::<Vec<_>>().iter().map(|t| t.as_deref()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(first: [&str; 2]) -> Result<Table, Fault> {
        let cells = |cells: [&str; 3], name: &str| Column::words(name, cells.map(Some));
        let columns = vec![cells([first[0], "1.5", "2"], "height"), cells([first[1], "3", "4"], "weight")];
        without_row_of_units(Table::new("t", columns), &[RequestedKind::Inferred; 2])
    }

    #[test]
    fn a_row_of_units_is_no_sample() {
        let table = read(["cm", "kg"]).unwrap();
        assert_eq!((table.n_rows(), table.line(0)), (2, 3));
        assert!(table.columns.iter().all(Column::is_numeric));
        let columns = ["height", "weight"].map(str::to_owned).to_vec();
        assert_eq!(table.notices, [Notice::UnitsLeftOut { line: 2, columns, units: vec!["cm".into(), "kg".into()] }]);
        assert_eq!(read(["1", "2"]).unwrap().n_rows(), 3);
    }

    #[test]
    fn a_row_of_types_is_named() {
        let typed = |first: [&str; 2]| {
            let columns = vec![
                Column::words("age", [Some(first[0]), Some("23"), Some("31"), Some("44")]),
                Column::words("name", [Some(first[1]), Some("ann"), Some("bob"), Some("cid")]),
            ];
            without_row_of_units(Table::new("t", columns), &[RequestedKind::Inferred; 2])
        };
        for types in [["int", "string"], ["numeric", "nominal"], ["c", "d"]] {
            let texts = types.map(str::to_owned).to_vec();
            assert_eq!(typed(types), Err(Fault::TypesBelowNames { line: 2, texts }));
        }
        assert_eq!(typed(["int", "ann"]).map(|table| table.n_rows()), Ok(4), "a sample with a word of its own");
    }

    #[test]
    fn words_that_are_no_units_are_asked_about() {
        let texts = ["low", "high"].map(str::to_owned).to_vec();
        assert_eq!(read(["low", "high"]), Err(Fault::WordsAboveNumbers { line: 2, texts }));
        assert_eq!(read(["low", "3"]).map(|table| table.n_rows()), Ok(3), "one word is told later");
        assert_eq!(read(["(steps)", "km/h"]).map(|table| table.n_rows()), Ok(2));
        assert_eq!(read(["inches", "pounds"]).map(|table| table.n_rows()), Ok(2));
        assert_eq!(read(["cm", "foobars"]).map(|table| table.n_rows()), Ok(2), "one of two is known");
        assert_eq!(read(["cm", "-"]).map(|table| table.n_rows()), Ok(2), "without a unit");
    }
}
