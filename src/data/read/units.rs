//! A second header line with units: `cm, kg` below `height, weight`.

use super::kinds::RequestedKind;
use super::{number, unit};
use crate::data::Notice;
use crate::data::table::{Column, MISSING, Table, Values};

/// The units in the first row, if it holds some: words in columns that are numbers below it, and no
/// number anywhere.
pub(super) fn row_of_units(table: &Table, requested: &[RequestedKind]) -> Option<Vec<String>> {
    if table.n_rows() < 3 || requested.contains(&RequestedKind::Words) {
        return None;
    }
    let units: Vec<String> = table.columns.iter().filter_map(unit_of).collect();
    let has_number = table.columns.iter().any(|column| column.is_numeric() && !column.is_missing(0));
    let plain = units.iter().all(|text| unit::is_one(text));
    (!units.is_empty() && !has_number && (plain || units.len() > 1)).then_some(units)
}

/// The table without its first row, if that holds units.
pub(super) fn without_row_of_units(table: Table, requested: &[RequestedKind]) -> Table {
    let Some(units) = row_of_units(&table, requested) else { return table };
    let line = table.line(0);
    let below: Vec<usize> = (1..table.n_rows()).collect();
    let lines = Some(below.iter().map(|&row| table.line(row)).collect());
    let columns = table.columns.iter().map(|column| reread(&column.take(&below))).collect();
    let mut notices = table.notices;
    notices.push(Notice::UnitsLeftOut { line, units });
    Table { columns, lines, notices, ..table }
}

/// The first cell of a column of words whose other cells are all numbers or missing.
fn unit_of(column: &Column) -> Option<String> {
    let Values::Words { levels, codes } = &column.values else { return None };
    let first = *codes.first().filter(|&&code| code != MISSING)?;
    let is_number = |code: u32| code == MISSING || number(&levels[code as usize]).is_some();
    let any = codes[1..].iter().any(|&code| code != MISSING);
    (any && !is_number(first) && codes[1..].iter().all(|&code| is_number(code))).then(|| levels[first as usize].clone())
}

/// The column as numbers, if all its cells are.
fn reread(column: &Column) -> Column {
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

    fn read(first: [&str; 2]) -> Table {
        let cells = |cells: [&str; 3], name: &str| Column::words(name, cells.map(Some));
        let columns = vec![cells([first[0], "1.5", "2"], "height"), cells([first[1], "3", "4"], "weight")];
        without_row_of_units(Table::new("t", columns), &[RequestedKind::Inferred; 2])
    }

    #[test]
    fn a_row_of_units_is_no_sample() {
        let table = read(["cm", "kg"]);
        assert_eq!((table.n_rows(), table.line(0)), (2, 3));
        assert!(table.columns.iter().all(Column::is_numeric));
        assert_eq!(table.notices, [Notice::UnitsLeftOut { line: 2, units: vec!["cm".into(), "kg".into()] }]);
        assert_eq!(read(["1", "2"]).n_rows(), 3);
    }
}
