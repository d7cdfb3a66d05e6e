//! Tables with bars drawn beside their figures.

use super::text::{class, inline};
use crate::report::page::{Cell, CellValue, ColumnKind, DisplayTable, Emphasis};
use crate::report::render::terminal::width;
use maud::{Markup, html};

/// Columns that paper holds without breaking their names.
const MANY: usize = 8;
/// Letters between two columns.
const BETWEEN: usize = 2;
/// As many letters as a row's head may have to be short; a Chinese character counts as two.
const SHORT: usize = 12;

/// A table that scrolls where the window is narrow; the first column heads its row, where it says something.
pub(super) fn table(table: &DisplayTable) -> Markup {
    let has_head = table.columns.iter().any(|column| !column.name.is_empty());
    let is_many = table.columns.len() > MANY;
    html! {
        div.wide { table.many[is_many] style=[is_many.then(|| format!("--letters:{}", letters(table)))] {
            @if has_head {
                thead { tr {
                    @for column in &table.columns {
                        @if column.name.is_empty() { td {} }
                        @else { th scope="col" class=(side(column.kind)) { (column.name) } }
                    }
                } }
            }
            tbody {
                @for row in &table.rows { tr {
                    @for (at, cell) in row.iter().enumerate() {
                        @if at == 0 && says_something(cell) { th scope="row" class=(head(table.columns[at].kind, cell)) { (content(cell)) } }
                        @else { td class=(side(table.columns[at].kind)) { (content(cell)) } }
                    }
                } }
            }
        } }
    }
}

/// How many letters a row takes where nothing is broken, with the space between columns: paper is so wide and no wider.
fn letters(table: &DisplayTable) -> usize {
    let cell = |cell: &Cell| cell.text().map_or(0, |text| width(&text.plain()));
    let column = |at: usize| table.rows.iter().filter_map(|row| row.get(at)).map(cell).max().unwrap_or(0) + BETWEEN;
    (0..table.columns.len()).map(column).sum()
}

/// Whether there is something to read in a cell.
fn says_something(cell: &Cell) -> bool {
    cell.text().is_some_and(|text| !text.is_empty())
}

/// The class of what heads a row: in few letters it is not broken, and takes no more room than that.
fn head(kind: ColumnKind, cell: &Cell) -> String {
    let is_short = cell.text().is_some_and(|text| width(&text.plain()) <= SHORT);
    [side(kind), if is_short { " short" } else { "" }].concat()
}

fn side(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Words => "words",
        ColumnKind::Numbers => "numbers",
        ColumnKind::Drawing => "drawing",
    }
}

fn content(cell: &Cell) -> Markup {
    let emphasis = class(cell.emphasis.unwrap_or(Emphasis::For));
    let percent = |share: f64| format!("{:.2}%", share.clamp(0.0, 1.0) * 100.0);
    match &cell.value {
        CellValue::Bar(share) => {
            html! { span.bar { i class=(emphasis) style=(format!("width:{}", percent(*share))) {} } }
        }
        CellValue::Gauge(share) => {
            html! { span class="bar gauge" { i class=(emphasis) style=(format!("width:{}", percent(*share))) {} } }
        }
        CellValue::SignedBar { value, largest } => {
            let share = if *largest > 0.0 { value.abs() / largest / 2.0 } else { 0.0 };
            let (side, colour) = if *value < 0.0 { ("right", "against") } else { ("left", "for") };
            html! { span class="bar signed" { i class=(colour) style=(format!("{side}:50%;width:{}", percent(share))) {} } }
        }
        CellValue::Shades(shares) => html! {
            span.shades { @for share in shares { i style=(format!("--share:{share:.3}")) {} } }
        },
        _ => cell.text().map_or_else(|| html! {}, |text| inline(&text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_cell_heads_no_row() {
        let mut both = DisplayTable::new().words("token").numbers("id");
        both.row(["ripe".into(), Cell::from(7_usize)]);
        both.row([Cell::empty(), Cell::from(8_usize)]);
        let html = table(&both).into_string();
        assert_eq!((html.matches("<th scope=\"row\"").count(), html.matches("<td").count()), (1, 3), "{html}");
    }

    #[test]
    fn a_table_of_many_columns_says_how_wide_it_is() {
        let mut few = DisplayTable::new().words("");
        few.row(["a".into()]);
        assert!(!table(&few).into_string().contains("--letters"));
        let mut many = (0..10).fold(DisplayTable::new(), |table, at| table.numbers(at.to_string()));
        many.row((0..10).map(|_| Cell::number(1.5, 1)));
        many.row((0..10).map(|_| Cell::number(13196.6289, 4)));
        assert!(table(&many).into_string().contains("style=\"--letters:120\""));
    }

    #[test]
    fn a_short_head_of_a_row_is_not_broken() {
        let names = ["sugar content", "sugar", "根蒂=稍蜷缩", "根蒂=稍微蜷缩"];
        let mut rows = DisplayTable::new().words("term").numbers("");
        names.iter().for_each(|&name| rows.row([name.into(), Cell::from(1_usize)]));
        let html = table(&rows).into_string();
        let short = |name: &str| html.contains(&format!("class=\"words short\">{name}<"));
        assert_eq!(names.map(short), [false, true, true, false], "{html}");
    }
}
