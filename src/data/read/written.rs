//! How the numbers were written in the table that a model learned from: new rows are read likewise, and numbers in
//! another unit are not what it has learned.

use super::Fault;
use super::notation::Notation;
use super::spelling::{are_same, bare};
use crate::data::table::Table;
use crate::data::{Notice, names};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Of each column whose numbers were not plain ones, how they were written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Notations(BTreeMap<String, Vec<Notation>>);

impl Notations {
    /// What `notices` say of these columns.
    pub fn of<'a>(notices: &[Notice], columns: impl IntoIterator<Item = &'a str>) -> Notations {
        let columns: Vec<&str> = columns.into_iter().collect();
        let mut written: BTreeMap<String, Vec<Notation>> = BTreeMap::new();
        for (column, notation) in notices.iter().flat_map(notations) {
            if columns.contains(&column.as_str()) && !matches!(notation, Notation::LookAlike { .. }) {
                written.entry(column).or_default().push(notation);
            }
        }
        Notations(written)
    }

    /// Whether all numbers were plain ones.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What stood before the decimals, if that could be told.
    pub fn decimal(&self) -> Option<char> {
        self.0.values().flatten().find_map(|notation| match notation {
            Notation::DecimalCommas | Notation::Thousands('.') => Some(','),
            Notation::Thousands(',') => Some('.'),
            _ => None,
        })
    }

    /// The unit that every cell of a column had.
    pub fn unit(&self, column: &str) -> Option<&str> {
        let (_, notations) = self.0.iter().find(|(own, _)| names::same(own, column))?;
        notations.iter().find_map(unit_of)
    }

    /// Whether the rows of `table`, of which `notices` and its own tell how they were written, are in the units
    /// that were learned. Columns without any unit are taken as if they were, and that is to be told.
    ///
    /// # Errors
    /// [`Fault::OtherUnit`].
    pub fn check(&self, table: &Table, notices: &[Notice]) -> Result<Vec<Notice>, Fault> {
        let units: Vec<(String, String)> = (notices.iter().chain(&table.notices).flat_map(notations))
            .filter_map(|(column, notation)| Some((column, unit_of(&notation)?.to_owned())))
            .collect();
        for (column, found) in &units {
            if let Some(learned) = self.unit(column).filter(|learned| !are_same(learned, found)) {
                let (column, learned, found) = (column.clone(), learned.to_owned(), found.clone());
                return Err(Fault::OtherUnit { column, learned, found });
            }
        }
        let has_cells = |name: &str| table.column(name).is_some_and(|c| (0..c.len()).any(|row| !c.is_missing(row)));
        let is_unsaid = |name: &&String| has_cells(name) && units.iter().all(|(column, _)| column != *name);
        let names = table.columns.iter().map(|column| &column.name);
        let unsaid = names.filter(is_unsaid).filter_map(|name| Some((name, self.unit(name)?)));
        Ok(unsaid.map(|(name, unit)| Notice::UnitAssumed { column: name.clone(), unit: unit.to_owned() }).collect())
    }
}

/// How columns were written, as a notice says.
fn notations(notice: &Notice) -> Vec<(String, Notation)> {
    match notice {
        Notice::NumbersWritten { column, notation } => vec![(column.clone(), notation.clone())],
        Notice::UnitsLeftOut { columns, units, .. } => {
            let units = units.iter().map(|unit| Notation::Unit(bare(unit).to_owned()));
            columns.iter().cloned().zip(units).collect()
        }
        _ => Vec::new(),
    }
}

fn unit_of(notation: &Notation) -> Option<&str> {
    if let Notation::Unit(unit) = notation { Some(unit) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Column;

    fn unit(column: &str, unit: &str) -> Notice {
        Notice::NumbersWritten { column: column.to_owned(), notation: Notation::Unit(unit.to_owned()) }
    }

    fn rows(notices: Vec<Notice>) -> Table {
        let columns = ["x", "z"].map(|name| Column::numbers(name, [1.0, 2.0])).to_vec();
        Table { notices, ..Table::new("t", columns) }
    }

    #[test]
    fn another_unit_is_refused_and_none_is_told() {
        let learned = Notations::of(&[unit("x", "kg"), unit("y", "cm")], ["x", "z"]);
        let check = |notices: Vec<Notice>| learned.check(&rows(notices), &[]);
        assert_eq!(check(vec![unit("x", "kg")]), Ok(vec![]));
        for same in ["公斤", "KG", "kilograms"] {
            assert_eq!(check(vec![unit("x", same)]), Ok(vec![]), "the same by another name");
        }
        let other = Fault::OtherUnit { column: "x".into(), learned: "kg".into(), found: "g".into() };
        assert_eq!(check(vec![unit("x", "g")]), Err(other.clone()));
        assert_eq!(check(vec![]), Ok(vec![Notice::UnitAssumed { column: "x".into(), unit: "kg".into() }]));
        let row = |text: &str| Notice::UnitsLeftOut { line: 2, columns: vec!["x".into()], units: vec![text.into()] };
        assert_eq!(learned.check(&rows(vec![]), &[row("(g)")]), Err(other));
        assert_eq!(learned.check(&rows(vec![]), &[row("(kg)")]), Ok(vec![]));
    }

    #[test]
    fn what_stood_before_the_decimals_is_known_of_some_notations() {
        let decimal = |notation| {
            let written = Notice::NumbersWritten { column: "x".into(), notation };
            Notations::of(&[written], ["x"]).decimal()
        };
        assert_eq!(decimal(Notation::DecimalCommas), Some(','));
        assert_eq!(decimal(Notation::Thousands('.')), Some(','));
        assert_eq!(decimal(Notation::Thousands(',')), Some('.'));
        assert_eq!(decimal(Notation::Thousands(' ')), None);
    }
}
