//! Weka's ARFF: attributes declared one a line, then the rows.

use crate::data::table::{Column, Table, Values};

pub(super) fn text(table: &Table) -> String {
    let mut text = format!("@relation {}\n\n", quoted(&table.name));
    for column in &table.columns {
        text += &format!("@attribute {} {}\n", quoted(&column.name), kind(column));
    }
    text += "\n@data\n";
    for row in 0..table.n_rows() {
        let cell = |column: &Column| column.text(row).map_or_else(|| "?".to_owned(), |text| quoted(&text));
        text += &(table.columns.iter().map(cell).collect::<Vec<_>>().join(",") + "\n");
    }
    text
}

fn kind(column: &Column) -> String {
    match &column.values {
        Values::Numbers(_) => "numeric".to_owned(),
        Values::Words { levels, .. } => {
            format!("{{{}}}", levels.iter().map(|level| quoted(level)).collect::<Vec<_>>().join(","))
        }
    }
}

/// A text as Weka takes it: in quotes where it holds anything but letters, digits and `_.+-`.
fn quoted(text: &str) -> String {
    if !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || "_.+-".contains(c)) {
        return text.to_owned();
    }
    let escaped = text.replace('\\', "\\\\").replace('\'', "\\'").replace(['\n', '\r'], " ");
    format!("'{escaped}'")
}
