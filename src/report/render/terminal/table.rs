//! Tables whose columns line up, with Chinese text too. Nothing is cut: where a table is too
//! wide, its drawings go first, then its columns go on below, and last of all long cells break.

use super::bars;
use super::lines::{pad_left, width, wrap};
use super::style::{Line, mark, marked};
use crate::report::page::{Cell, CellValue, ColumnKind, DisplayTable, Emphasis};
use comfy_table::{Cell as Set, CellAlignment, Row, Table as Comfy, presets};

/// Spaces between two columns.
const GAP: usize = 2;
/// A bar is no shorter and no longer than this.
const BAR: [usize; 2] = [6, 40];

/// The table in lines of at most `columns`.
pub(super) fn lines(table: &DisplayTable, columns: usize) -> Vec<Line> {
    let widths = &Widths::of(table);
    let all: Vec<usize> = (0..table.columns.len()).collect();
    let written: Vec<usize> = all.iter().copied().filter(|&c| !is_drawing(table, c)).collect();
    for kept in [&all, &written] {
        if widths.least(kept) <= columns {
            return set(table, widths, kept, columns);
        }
    }
    let parts = parts(table, widths, &written, columns);
    let mut lines = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        lines.extend(set(table, widths, part, columns));
    }
    lines
}

fn is_drawing(table: &DisplayTable, column: usize) -> bool {
    table.columns[column].kind == ColumnKind::Drawing
}

/// The width of every column when each of its cells has one line: measured once, because what
/// fits is tried with many limits.
struct Widths(Vec<usize>);

impl Widths {
    fn of(table: &DisplayTable) -> Widths {
        let of_column = |column: usize| {
            let head = width(&table.columns[column].with_symbol());
            if is_drawing(table, column) {
                return BAR[0].max(head);
            }
            table.rows.iter().map(|row| width(&plain(&row[column]))).chain([head]).max().unwrap_or(0)
        };
        Widths((0..table.columns.len()).map(of_column).collect())
    }

    /// What these columns take side by side.
    fn least(&self, kept: &[usize]) -> usize {
        self.at_most(kept, usize::MAX)
    }

    /// What they take when no cell is longer than `longest`.
    fn at_most(&self, kept: &[usize], longest: usize) -> usize {
        let widths: usize = kept.iter().map(|&column| self.0[column].min(longest)).sum();
        widths + GAP * kept.len().saturating_sub(1)
    }

    /// Columns that the longest cell may take: all it wants, unless even these few columns do not fit.
    fn longest_cell(&self, kept: &[usize], columns: usize) -> usize {
        let wanted = kept.iter().map(|&column| self.0[column]).max().unwrap_or(0);
        // Too long ones follow those that fit.
        let (mut most, mut too_long) = (1, wanted + 1);
        while too_long - most > 1 {
            let middle = most + (too_long - most) / 2;
            if self.at_most(kept, middle) <= columns { most = middle } else { too_long = middle }
        }
        most.min(wanted)
    }
}

/// Columns in as few parts as fit, of like widths, each led by the first column, which names the rows.
fn parts(table: &DisplayTable, widths: &Widths, kept: &[usize], columns: usize) -> Vec<Vec<usize>> {
    let fewest = parts_within(table, widths, kept, columns).len();
    let as_few = (1..=columns).rev().map(|limit| parts_within(table, widths, kept, limit));
    as_few.take_while(|parts| parts.len() == fewest).last().unwrap_or_default()
}

fn parts_within(table: &DisplayTable, widths: &Widths, kept: &[usize], columns: usize) -> Vec<Vec<usize>> {
    let Some((&stub, rest)) = kept.split_first() else { return Vec::new() };
    let mut parts: Vec<Vec<usize>> = vec![vec![stub]];
    for &column in rest {
        let last = parts.last_mut().expect("there is a first part");
        let longer: Vec<usize> = last.iter().copied().chain([column]).collect();
        let stays = !table.breaks.contains(&column) && widths.least(&longer) <= columns;
        if last.len() == 1 || stays {
            last.push(column);
        } else {
            parts.push(vec![stub, column]);
        }
    }
    parts
}

/// Some columns of the table. Rows that are empty in all of them but the first are left out.
fn set(table: &DisplayTable, widths: &Widths, kept: &[usize], columns: usize) -> Vec<Line> {
    let room = columns.saturating_sub(widths.least(kept));
    let n_drawings = kept.iter().filter(|&&column| is_drawing(table, column)).count().max(1);
    let bar = (BAR[0] + room / n_drawings).min(BAR[1]);
    let longest = widths.longest_cell(kept, columns);
    let mut out = Comfy::new();
    out.load_style(presets::NOTHING);
    if kept.iter().any(|&column| !table.columns[column].name.is_empty()) {
        let head = kept.iter().map(|&c| cell(table, c, head(table, c, longest, bar)));
        out.set_header(Row::from(head.collect::<Vec<_>>()));
    }
    let says_something =
        |row: &&Vec<Cell>| kept[1..].iter().any(|&c| row[c].value != CellValue::Empty) || kept.len() == 1;
    for row in table.rows.iter().filter(says_something) {
        let cells = kept.iter().map(|&c| cell(table, c, drawn(&row[c], bar).unwrap_or_else(|| text(&row[c], longest))));
        out.add_row(Row::from(cells.collect::<Vec<_>>()));
    }
    for column in out.column_iter_mut() {
        column.set_padding((0, GAP as u16));
    }
    out.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// A column's heading; those of two sides stand around the axis of signed bars.
fn head(table: &DisplayTable, column: usize, longest: usize, bar: usize) -> String {
    let column = &table.columns[column];
    match &column.sides {
        Some([left, right]) => mark(Emphasis::Faint, format!("{}   {right}", pad_left(left, (bar - 1) / 2 - 1))),
        None => broken(&column.with_symbol(), Some(Emphasis::Faint), longest),
    }
}

fn cell(table: &DisplayTable, column: usize, text: String) -> Set {
    Set::new(text).set_alignment(match table.columns[column].kind {
        ColumnKind::Numbers => CellAlignment::Right,
        ColumnKind::Words | ColumnKind::Drawing => CellAlignment::Left,
    })
}

fn plain(cell: &Cell) -> String {
    cell.text().map_or(String::new(), |text| text.plain())
}

/// A cell's text, in several lines where it is longer than `columns`.
fn text(cell: &Cell, columns: usize) -> String {
    let Some(text) = cell.text() else { return String::new() };
    if width(&text.plain()) <= columns { marked(&text) } else { broken(&text.plain(), cell.emphasis, columns) }
}

fn broken(text: &str, emphasis: Option<Emphasis>, columns: usize) -> String {
    let line = |line: String| emphasis.map_or(line.clone(), |emphasis| mark(emphasis, &line));
    wrap(text, columns).into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A cell's drawing, `columns` wide.
fn drawn(cell: &Cell, columns: usize) -> Option<String> {
    let emphasis = cell.emphasis.unwrap_or(Emphasis::For);
    Some(match &cell.value {
        CellValue::Bar(share) => mark(emphasis, bars::bar(*share, columns)),
        CellValue::Gauge(share) => bars::gauge(*share, columns, emphasis),
        CellValue::SignedBar { value, largest } => bars::signed_bar(*value, *largest, (columns - 1) / 2),
        CellValue::Shades(shares) => mark(emphasis, bars::shades(shares, columns)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::style::{ansi, plain};
    use super::*;

    fn set(table: &DisplayTable, columns: usize) -> Vec<String> {
        lines(table, columns).iter().map(|line| plain(&ansi(line)).trim_end().to_owned()).collect()
    }

    fn melons() -> DisplayTable {
        let mut table = DisplayTable::new().words("名").numbers("n").drawing("").words("备注");
        table.row(["色泽".into(), 1.into(), Cell::bar(1.0, Emphasis::For), "long remark".into()]);
        table.row(["a".into(), 10.into(), Cell::bar(0.5, Emphasis::For), Cell::empty()]);
        table
    }

    #[test]
    fn columns_line_up_with_chinese() {
        assert_eq!(set(&melons(), 30), ["名     n           备注", "色泽   1  ███████  long remark", "a     10  ███▌"]);
    }

    #[test]
    fn drawings_go_first() {
        assert_eq!(set(&melons(), 22), ["名     n  备注", "色泽   1  long remark", "a     10"]);
    }

    #[test]
    fn what_does_not_fit_goes_on_below_with_its_names() {
        let lines = set(&melons(), 18);
        assert_eq!(lines, ["名     n", "色泽   1", "a     10", "", "名    备注", "色泽  long remark"]);
    }

    #[test]
    fn what_belongs_together_stays_together() {
        let mut table = DisplayTable::new().words("").numbers("aaa").may_break().numbers("bbb").numbers("ccc");
        table.row(["x".into(), 1.into(), 2.into(), 3.into()]);
        assert_eq!(set(&table, 16), ["   aaa  bbb  ccc", "x    1    2    3"]);
        assert_eq!(set(&table, 14), ["   aaa", "x    1", "", "   bbb  ccc", "x    2    3"]);
    }

    #[test]
    fn parts_are_of_like_widths() {
        let mut table = DisplayTable::new().words("").numbers("aaa").numbers("bbb").numbers("ccc").numbers("ddd");
        table.row(["x".into(), 1.into(), 2.into(), 3.into(), 4.into()]);
        assert_eq!(set(&table, 16), ["   aaa  bbb", "x    1    2", "", "   ccc  ddd", "x    3    4"]);
    }

    #[test]
    fn a_long_cell_breaks_rather_than_being_cut() {
        let mut table = DisplayTable::new().words("").words("");
        table.row(["slightly curled stem".into(), "slightly hollow navel".into()]);
        let lines = set(&table, 24);
        assert!(lines.iter().all(|line| width(line) <= 24), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', "").len(), "slightlycurledstemslightlyhollownavel".len());
    }
}
