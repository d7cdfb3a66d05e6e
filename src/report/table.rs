//! Tables whose columns line up, with Chinese text too, and that shrink to fit.

use super::layout::shorten;
use super::style::{Ink, ink};
use comfy_table::{Cell, CellAlignment, Row, Table as Comfy, presets};

/// Cells are cut no shorter than this.
const SHORTEST_CELL: usize = 6;

/// The side to which a column's cells are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// One column of a table.
#[derive(Debug, Clone)]
pub struct TableColumn {
    /// Its heading.
    pub name: String,
    /// Its side.
    pub side: Side,
    /// 0 always stays; of the others the highest are left out first where space is short.
    pub dispensable: u8,
}

/// Rows of cells below headings.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// One cell a column.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table.
    pub fn new() -> Table {
        Table::default()
    }

    /// Adds a column of words.
    pub fn words(self, name: impl Into<String>) -> Table {
        self.column(name, Side::Left, 0)
    }

    /// Adds a column of numbers.
    pub fn numbers(self, name: impl Into<String>) -> Table {
        self.column(name, Side::Right, 0)
    }

    /// Adds a column.
    pub fn column(mut self, name: impl Into<String>, side: Side, dispensable: u8) -> Table {
        self.columns.push(TableColumn { name: name.into(), side, dispensable });
        self
    }

    /// Adds a row, one cell a column.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Whether all columns have room in `width`.
    pub fn fits(&self, width: usize) -> bool {
        let all: Vec<usize> = (0..self.columns.len()).collect();
        self.set(&all, usize::MAX).iter().all(|line| super::layout::width(line) <= width)
    }

    /// The table in lines of at most `width` columns: dispensable columns go first, then the
    /// longest cells are cut short.
    pub fn lines(&self, width: usize) -> Vec<String> {
        let mut kept: Vec<usize> = (0..self.columns.len()).collect();
        let mut longest_cell = usize::MAX;
        loop {
            let lines = self.set(&kept, longest_cell);
            let widest = lines.iter().map(|line| super::layout::width(line)).max().unwrap_or(0);
            if widest <= width || longest_cell <= SHORTEST_CELL {
                return lines;
            }
            let rank = |&at: &usize| (self.columns[kept[at]].dispensable, at);
            match (0..kept.len()).filter(|&at| self.columns[kept[at]].dispensable > 0).max_by_key(rank) {
                Some(at) => drop(kept.remove(at)),
                None => longest_cell = (longest_cell - 1).min(self.longest_cell()).min(width),
            }
        }
    }

    fn longest_cell(&self) -> usize {
        let cells = self.rows.iter().flatten().map(|cell| super::layout::width(cell));
        cells.chain(self.columns.iter().map(|column| super::layout::width(&column.name))).max().unwrap_or(0)
    }

    fn set(&self, kept: &[usize], longest_cell: usize) -> Vec<String> {
        let mut table = Comfy::new();
        table.load_style(presets::NOTHING);
        let cell = |column: usize, text: &str| {
            let side = match self.columns[column].side {
                Side::Left => CellAlignment::Left,
                Side::Right => CellAlignment::Right,
            };
            Cell::new(shorten(text, longest_cell)).set_alignment(side)
        };
        if self.columns.iter().any(|column| !column.name.is_empty()) {
            let name = |&c: &usize| cell(c, &ink(Ink::Faint, shorten(&self.columns[c].name, longest_cell)));
            table.set_header(Row::from(kept.iter().map(name).collect::<Vec<_>>()));
        }
        for row in &self.rows {
            table.add_row(Row::from(kept.iter().map(|&c| cell(c, &row[c])).collect::<Vec<_>>()));
        }
        for column in table.column_iter_mut() {
            column.set_padding((0, 2));
        }
        table.lines().map(|line| line.trim_end().to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::layout::width;
    use crate::report::style::plain;

    fn melons() -> Table {
        let mut table = Table::new().words("名").numbers("n").column("备注", Side::Left, 1);
        table.row(["色泽".into(), "1".into(), "long remark".into()]);
        table.row(["a".into(), "10".into(), String::new()]);
        table
    }

    #[test]
    fn columns_line_up_with_chinese() {
        let lines: Vec<String> = melons().lines(60).iter().map(|line| plain(line)).collect();
        assert_eq!(lines, ["名     n  备注", "色泽   1  long remark", "a     10"]);
    }

    #[test]
    fn dispensable_columns_go_first() {
        let lines = melons().lines(12);
        assert!(lines.iter().all(|line| width(line) <= 12 && !line.contains("long")));
        assert!(melons().fits(21) && !melons().fits(20));
    }

    #[test]
    fn long_cells_are_cut_rather_than_broken() {
        let mut table = Table::new().words("a").words("b");
        table.row(["slightly_curled".into(), "slightly_hollow".into()]);
        let lines: Vec<String> = table.lines(24).iter().map(|line| plain(line)).collect();
        assert_eq!(lines[1], "slightly_c…  slightly_h…");
    }
}
