//! Small plots of characters: points, thin curves, labelled axes. They can be read without
//! colour: every series has its own glyph.

use super::layout::{pad_left, width};
use super::number::short;
use super::style::{Ink, ink};

/// A rectangle of characters with a coordinate system.
#[derive(Debug, Clone)]
pub struct Plot {
    x_range: [f64; 2],
    y_range: [f64; 2],
    cells: Vec<Vec<(char, Option<Ink>)>>,
    /// Places on the axis of x and what stands there; if there are none, the ends and the
    /// middle of the range.
    pub x_ticks: Vec<(f64, String)>,
}

/// The four heights that a thin line can have within a character, from the top.
const LINE: [char; 4] = ['⠉', '⠒', '⠤', '⣀'];

impl Plot {
    /// An empty plot of `columns` by `rows` characters.
    pub fn new(x_range: [f64; 2], y_range: [f64; 2], columns: usize, rows: usize) -> Plot {
        Plot { x_range, y_range, x_ticks: Vec::new(), cells: vec![vec![(' ', None); columns]; rows] }
    }

    /// The range of `values` with some air around it; a single value gets room on both sides.
    pub fn range(values: impl Iterator<Item = f64> + Clone) -> [f64; 2] {
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        if !(low.is_finite() && high.is_finite()) {
            return [0.0, 1.0];
        }
        let air = if high > low { (high - low) * 0.05 } else { low.abs().max(1.0) * 0.5 };
        [low - air, high + air]
    }

    fn n_rows(&self) -> usize {
        self.cells.len()
    }

    fn n_columns(&self) -> usize {
        self.cells[0].len()
    }

    fn column(&self, x: f64) -> Option<usize> {
        let share = (x - self.x_range[0]) / (self.x_range[1] - self.x_range[0]);
        (0.0..=1.0).contains(&share).then(|| ((share * self.n_columns() as f64) as usize).min(self.n_columns() - 1))
    }

    /// Height from the top in `parts` of a character.
    fn height(&self, y: f64, parts: usize) -> Option<usize> {
        let share = (self.y_range[1] - y) / (self.y_range[1] - self.y_range[0]);
        let total = self.n_rows() * parts;
        (0.0..=1.0).contains(&share).then(|| ((share * total as f64) as usize).min(total - 1))
    }

    /// Draws `glyph` at a point; points outside are left out.
    pub fn point(&mut self, x: f64, y: f64, glyph: char, colour: Ink) {
        if let (Some(column), Some(row)) = (self.column(x), self.height(y, 1)) {
            self.cells[row][column] = (glyph, Some(colour));
        }
    }

    /// Draws `glyph` in the column of `x`, in the `place`-th row from the top or the bottom.
    pub fn stacked(&mut self, x: f64, place: usize, from_top: bool, glyph: char, colour: Ink) {
        let Some(column) = self.column(x) else { return };
        let place = place.min(self.n_rows() / 2 - 1);
        let row = if from_top { place } else { self.n_rows() - 1 - place };
        self.cells[row][column] = (glyph, Some(colour));
    }

    /// Draws `y = f(x)` as a thin line, below whatever is drawn later.
    pub fn curve(&mut self, f: impl Fn(f64) -> f64, colour: Ink) {
        let step = (self.x_range[1] - self.x_range[0]) / self.n_columns() as f64;
        for column in 0..self.n_columns() {
            let x = self.x_range[0] + (column as f64 + 0.5) * step;
            if let Some(height) = self.height(f(x), LINE.len()) {
                self.cells[height / LINE.len()][column] = (LINE[height % LINE.len()], Some(colour));
            }
        }
    }

    /// Draws a vertical line.
    pub fn vertical(&mut self, x: f64) {
        if let Some(column) = self.column(x) {
            self.cells.iter_mut().for_each(|row| row[column] = ('┊', Some(Ink::Faint)));
        }
    }

    /// The plot in lines: the label of y above, ticks at the left and below, the label of x last.
    pub fn lines(&self, x_label: &str, y_label: &str) -> Vec<String> {
        let ticks = [self.y_range[1], (self.y_range[0] + self.y_range[1]) / 2.0, self.y_range[0]];
        let places = [0, (self.n_rows() - 1) / 2, self.n_rows() - 1];
        let label = |row: usize| {
            places.iter().position(|&place| place == row).map_or(String::new(), |i| tick(ticks[i], self.y_range))
        };
        let margin = (0..self.n_rows()).map(|row| width(&label(row))).max().unwrap_or(0);
        let axis = |row: usize| if places.contains(&row) { "┤" } else { "│" };
        let mut lines = vec![ink(Ink::Faint, y_label)];
        for (row, cells) in self.cells.iter().enumerate() {
            let left = ink(Ink::Faint, format!("{} {}", pad_left(&label(row), margin), axis(row)));
            lines.push(format!("{left}{}", line_of(cells)));
        }
        lines.push(ink(Ink::Faint, format!("{} └{}", " ".repeat(margin), "─".repeat(self.n_columns()))));
        lines.push(ink(Ink::Faint, format!("{}  {}", " ".repeat(margin), self.tick_line())));
        let start = margin + 2 + self.n_columns().saturating_sub(width(x_label)) / 2;
        lines.push(ink(Ink::Faint, format!("{}{x_label}", " ".repeat(start))));
        lines
    }

    /// The ticks of x at their places; those that would touch their neighbour are left out.
    fn tick_line(&self) -> String {
        if self.x_ticks.is_empty() {
            return self.three_ticks();
        }
        let mut line = String::new();
        for (x, label) in &self.x_ticks {
            let Some(column) = self.column(*x) else { continue };
            let start = column.saturating_sub(width(label) / 2).min(self.n_columns().saturating_sub(width(label)));
            if line.is_empty() || start >= width(&line) + 2 {
                line = format!("{}{label}", super::layout::pad(&line, start));
            }
        }
        line
    }

    /// Least, middle and greatest x, at their places.
    fn three_ticks(&self) -> String {
        let [low, high] = self.x_range;
        let [left, middle, right] = [low, (low + high) / 2.0, high].map(|x| tick(x, self.x_range));
        let gap = self.n_columns() / 2 - width(&left) - width(&middle) / 2;
        let so_far = format!("{left}{}{middle}", " ".repeat(gap));
        format!("{so_far}{}", pad_left(&right, self.n_columns() - width(&so_far)))
    }
}

/// A tick's number, as precise as the range asks for.
fn tick(value: f64, range: [f64; 2]) -> String {
    let spread = (range[1] - range[0]).abs();
    let decimals = if spread > 0.0 { (2.0 - spread.log10()).floor().clamp(0.0, 6.0) as usize } else { 2 };
    short(value, decimals.min(3))
}

/// Neighbouring cells of one colour are inked together.
fn line_of(cells: &[(char, Option<Ink>)]) -> String {
    let same = |a: &(char, Option<Ink>), b: &(char, Option<Ink>)| a.1 == b.1;
    let runs = cells.chunk_by(same).map(|run| {
        let text: String = run.iter().map(|&(glyph, _)| glyph).collect();
        run[0].1.map_or(text.clone(), |colour| ink(colour, text))
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::style::plain;

    #[test]
    fn points_lie_where_they_should() {
        let mut plot = Plot::new([0.0, 1.0], [0.0, 1.0], 10, 4);
        plot.point(0.0, 0.0, '1', Ink::Group(0));
        plot.point(1.0, 1.0, '2', Ink::Group(1));
        plot.point(2.0, 0.0, '3', Ink::Group(2));
        let lines: Vec<String> = plot.lines("x", "y").iter().map(|line| plain(line)).collect();
        assert_eq!(lines[1], "  1 ┤         2");
        assert_eq!(lines[4], "  0 ┤1         ");
        assert_eq!(lines[6], "     0   0.5  1");
        assert!(!lines.concat().contains('3'), "outside the ranges");
    }

    #[test]
    fn chosen_ticks_stand_at_their_places_and_do_not_touch() {
        let mut plot = Plot::new([0.0, 1.0], [0.0, 1.0], 21, 2);
        plot.x_ticks = [(0.0, "a"), (0.5, "bbb"), (0.6, "c"), (1.0, "dd")].map(|(x, l)| (x, l.to_owned())).to_vec();
        let lines: Vec<String> = plot.lines("x", "y").iter().map(|line| plain(line)).collect();
        assert_eq!(lines[4], "   a        bbb       dd");
    }

    #[test]
    fn a_range_has_air_even_around_one_value() {
        assert_eq!(Plot::range([2.0, 2.0].into_iter()), [1.0, 3.0]);
        assert_eq!(Plot::range([].into_iter()), [0.0, 1.0]);
    }
}
