//! Plots of characters: points, thin curves, labelled axes. They can be read without colour:
//! every series has its own symbol.

use super::lines::{pad, pad_left, width, wrap};
use super::style::{Line, mark};
use crate::report::page::{Axis, Emphasis, Field, Marks, Plot, Reference, Series};
use crate::report::words::{Lang, Say, report as words};
use std::collections::HashMap;

/// A plot is no wider than this.
const MOST_COLUMNS: usize = 64;
/// The four heights that a thin line can have within a character, from the top.
const LINE: [char; 4] = ['⠉', '⠒', '⠤', '⣀'];
/// Between two lines.
const AREA: char = '░';
/// Where a share is a half or more.
const LIKELY: char = '░';
/// Where points of several series lie.
const SEVERAL: char = '&';
/// In a region, every so many columns have a mark, in every other row.
const REGION_STEP: usize = 4;
/// A cell of a bar.
const BAR: char = '█';

/// The plot in lines: the label of y above, ticks at the left and below, the label of x, the
/// legend, and of how many points at one place a mark may speak.
/// Names on the axis of y have a row each.
pub(super) fn lines(plot: &Plot, columns: usize, rows: usize, lang: Lang) -> Vec<Line> {
    let rows = if plot.y.is_named { plot.y.ticks.len().max(1) } else { rows };
    let ticks = y_ticks(&plot.y, rows);
    let margin = ticks.iter().map(|(_, label)| width(label)).max().unwrap_or(0);
    let mut canvas = Canvas::new(plot, columns.saturating_sub(margin + 2).min(MOST_COLUMNS), rows);
    plot.references.iter().for_each(|reference| canvas.reference(reference));
    plot.series.iter().enumerate().for_each(|(at, series)| canvas.series(at, series));
    let faint = |text: String| mark(Emphasis::Faint, text);
    let mut lines = wrap(&plot.y.label, columns).into_iter().map(faint).collect::<Vec<_>>();
    for (row, cells) in canvas.cells.iter().enumerate() {
        let label = ticks.iter().find(|(at, _)| *at == row).map(|(_, label)| label.as_str());
        let axis = if label.is_some() { "┤" } else { "│" };
        let left = faint(format!("{} {axis}", pad_left(label.unwrap_or_default(), margin)));
        lines.push(format!("{left}{}", line_of(cells)));
    }
    lines.push(faint(format!("{} └{}", " ".repeat(margin), "─".repeat(canvas.n_columns()))));
    lines.push(faint(format!("{}  {}", " ".repeat(margin), canvas.tick_line(&plot.x))));
    let start = (margin + 2 + canvas.n_columns().saturating_sub(width(&plot.x.label)) / 2)
        .min(columns.saturating_sub(width(&plot.x.label)));
    lines.push(faint(format!("{}{}", " ".repeat(start), plot.x.label)));
    lines.extend(legend(plot, canvas.has_several, columns, lang));
    let most = most_at_one_place(plot);
    if most > 1 {
        lines.extend(wrap(&words::SharedMark { n: most }.say(lang), columns).into_iter().map(faint));
    }
    lines
}

/// The most single points of a series that lie at exactly one place.
fn most_at_one_place(plot: &Plot) -> usize {
    let of_series = |series: &Series| {
        let Marks::Points(points) = &series.marks else { return 0 };
        let mut counts = HashMap::new();
        points.iter().for_each(|point| *counts.entry(point.map(f64::to_bits)).or_insert(0) += 1);
        counts.into_values().max().unwrap_or(0)
    };
    plot.series.iter().map(of_series).max().unwrap_or(0)
}

/// Rows and the labels at them.
fn y_ticks(axis: &Axis, rows: usize) -> Vec<(usize, String)> {
    let [low, high] = axis.range;
    let row = |at: f64| ((high - at) / (high - low) * (rows - 1) as f64).round() as usize;
    axis.all_ticks()
        .into_iter()
        .filter(|(at, _)| (low..=high).contains(at))
        .map(|(at, label)| (row(at), label))
        .collect()
}

/// What stands for a single mark.
fn symbol(series: &Series) -> char {
    series.symbol.unwrap_or('o')
}

/// What each glyph is, several to a line.
fn legend(plot: &Plot, has_several: bool, columns: usize, lang: Lang) -> Vec<Line> {
    let series = plot.series.iter().filter_map(|series| {
        let glyph = match series.marks {
            Marks::Line(_) => LINE[1],
            Marks::Band(_) => AREA,
            Marks::Field(_) => LIKELY,
            Marks::Bars(_) => BAR,
            Marks::Path(_) | Marks::Whiskers(_) | Marks::Ranges(_) | Marks::Contour(_) => return None,
            Marks::Points(_) | Marks::PileUp(_) | Marks::PileDown(_) | Marks::Region(_) => symbol(series),
        };
        Some((glyph, series.emphasis, series.name.as_deref()?))
    });
    let references = plot.references.iter().map(|reference| match reference {
        Reference::Vertical(_, name) => ('┊', Emphasis::Faint, name.as_str()),
        Reference::Horizontal(_, name) => ('─', Emphasis::Faint, name.as_str()),
    });
    let several = has_several.then_some((SEVERAL, Emphasis::Strong, words::Several.text(lang)));
    let mut lines: Vec<Line> = Vec::new();
    for (glyph, emphasis, name) in series.chain(several).chain(references).filter(|(.., name)| !name.is_empty()) {
        let entry = format!("{} {}", mark(emphasis, glyph), mark(Emphasis::Faint, name));
        match lines.last_mut() {
            Some(line) if width(line) + 4 + width(&entry) <= columns => *line += &format!("    {entry}"),
            _ => lines.push(entry),
        }
    }
    lines
}

/// A rectangle of characters with the coordinates of a plot.
struct Canvas {
    x: [f64; 2],
    y: [f64; 2],
    cells: Vec<Vec<(char, Option<Emphasis>)>>,
    /// Of which series the last point in a cell is.
    points: HashMap<[usize; 2], usize>,
    /// Whether points of several series share a cell.
    has_several: bool,
}

impl Canvas {
    fn new(plot: &Plot, columns: usize, rows: usize) -> Canvas {
        let cells = vec![vec![(' ', None); columns]; rows];
        Canvas { x: plot.x.range, y: plot.y.range, cells, points: HashMap::new(), has_several: false }
    }

    fn n_columns(&self) -> usize {
        self.cells[0].len()
    }

    fn column(&self, x: f64) -> Option<usize> {
        let share = (x - self.x[0]) / (self.x[1] - self.x[0]);
        (0.0..=1.0).contains(&share).then(|| ((share * self.n_columns() as f64) as usize).min(self.n_columns() - 1))
    }

    /// Height from the top in `parts` of a character.
    fn height(&self, y: f64, parts: usize) -> Option<usize> {
        let share = (self.y[1] - y) / (self.y[1] - self.y[0]);
        let total = self.cells.len() * parts;
        (0.0..=1.0).contains(&share).then(|| ((share * total as f64) as usize).min(total - 1))
    }

    fn reference(&mut self, reference: &Reference) {
        let faint = Some(Emphasis::Faint);
        match reference {
            Reference::Vertical(x, _) => {
                if let Some(column) = self.column(*x) {
                    self.cells.iter_mut().for_each(|row| row[column] = ('┊', faint));
                }
            }
            Reference::Horizontal(y, _) => {
                if let Some(row) = self.height(*y, 1) {
                    self.cells[row].iter_mut().for_each(|cell| *cell = ('─', faint));
                }
            }
        }
    }

    fn series(&mut self, at: usize, series: &Series) {
        let glyph = (symbol(series), Some(series.emphasis));
        match &series.marks {
            Marks::Points(points) => {
                for &[x, y] in points {
                    if let (Some(column), Some(row)) = (self.column(x), self.height(y, 1)) {
                        self.point(at, [row, column], glyph);
                    }
                }
            }
            Marks::Line(points) => self.line(points, series.emphasis),
            Marks::PileUp(xs) => self.pile(xs, glyph, |place, rows| rows - 1 - place),
            Marks::PileDown(xs) => self.pile(xs, glyph, |place, _| place),
            Marks::Band(edges) => self.band(edges, (AREA, Some(series.emphasis))),
            Marks::Bars(bars) => bars.iter().for_each(|&bar| self.bar(bar, (BAR, Some(series.emphasis)))),
            Marks::Field(field) => self.field(field, (LIKELY, Some(series.emphasis)), |_, _| true),
            Marks::Region(field) => {
                self.field(field, glyph, |row, column| row % 2 == 0 && (column + row).is_multiple_of(REGION_STEP))
            }
            // Too fine for characters.
            Marks::Path(_) | Marks::Whiskers(_) | Marks::Ranges(_) | Marks::Contour(_) => {}
        }
    }

    /// A point of the series `at`. One of another series in the same cell is not covered by it.
    fn point(&mut self, at: usize, [row, column]: [usize; 2], glyph: (char, Option<Emphasis>)) {
        let is_taken = self.points.insert([row, column], at).is_some_and(|before| before != at);
        self.has_several |= is_taken;
        let is_several = is_taken || self.cells[row][column].0 == SEVERAL;
        self.cells[row][column] = if is_several { (SEVERAL, Some(Emphasis::Strong)) } else { glyph };
    }

    /// Fills between two lines, column by column.
    fn band(&mut self, edges: &[[f64; 3]], glyph: (char, Option<Emphasis>)) {
        let edge = |at: usize| edges.iter().map(|edge| [edge[0], edge[at]]).collect::<Vec<_>>();
        let (low, high) = (edge(1), edge(2));
        let [bottom, top] = self.y;
        for column in 0..self.n_columns() {
            let x = self.middle(column);
            let ends = between(&low, x).zip(between(&high, x)).filter(|&(low, high)| low <= top && high >= bottom);
            let Some((low, high)) = ends else { continue };
            let rows = self.height(high.min(top), 1).zip(self.height(low.max(bottom), 1));
            if let Some((first, last)) = rows {
                (first..=last).for_each(|row| self.cells[row][column] = glyph);
            }
        }
    }

    fn bar(&mut self, [x, y]: [f64; 2], glyph: (char, Option<Emphasis>)) {
        let share = ((x - self.x[0]) / (self.x[1] - self.x[0])).clamp(0.0, 1.0);
        let n = (share * self.n_columns() as f64).round() as usize;
        if let Some(row) = self.height(y, 1) {
            self.cells[row][..n].fill(glyph);
        }
    }

    /// Where the share is a half or more, in the cells that are wanted.
    fn field(&mut self, field: &Field, glyph: (char, Option<Emphasis>), is_wanted: impl Fn(usize, usize) -> bool) {
        let (n_columns, n_rows) = (self.n_columns() as f64, self.cells.len() as f64);
        for (row, cells) in self.cells.iter_mut().enumerate() {
            for (column, cell) in cells.iter_mut().enumerate() {
                let place = [(column as f64 + 0.5) / n_columns, 1.0 - (row as f64 + 0.5) / n_rows];
                if is_wanted(row, column) && field.at(place).is_some_and(|share| share >= 0.5) {
                    *cell = glyph;
                }
            }
        }
    }

    /// The x in the middle of a column.
    fn middle(&self, column: usize) -> f64 {
        let step = (self.x[1] - self.x[0]) / self.n_columns() as f64;
        self.x[0] + (column as f64 + 0.5) * step
    }

    /// A thin line through the points, one height a column.
    fn line(&mut self, points: &[[f64; 2]], emphasis: Emphasis) {
        for column in 0..self.n_columns() {
            let height = between(points, self.middle(column)).and_then(|y| self.height(y, LINE.len()));
            if let Some(height) = height {
                self.cells[height / LINE.len()][column] = (LINE[height % LINE.len()], Some(emphasis));
            }
        }
    }

    /// Samples piled up in their columns, at most to the middle.
    fn pile(&mut self, xs: &[f64], glyph: (char, Option<Emphasis>), row: impl Fn(usize, usize) -> usize) {
        let rows = self.cells.len();
        let mut piled: HashMap<usize, usize> = HashMap::new();
        for column in xs.iter().filter_map(|&x| self.column(x)).collect::<Vec<_>>() {
            let place = piled.entry(column).or_insert(0);
            self.cells[row((*place).min(rows / 2 - 1), rows)][column] = glyph;
            *place += 1;
        }
    }

    /// The ticks of x at their places; those that would touch their neighbour are left out.
    fn tick_line(&self, axis: &Axis) -> String {
        let mut line = String::new();
        for (x, label) in axis.all_ticks() {
            let Some(column) = self.column(x) else { continue };
            let start = column.saturating_sub(width(&label) / 2).min(self.n_columns().saturating_sub(width(&label)));
            if line.is_empty() || start >= width(&line) + 2 {
                line = format!("{}{label}", pad(&line, start));
            }
        }
        line
    }
}

/// The height of a line at `x`, between the two points around it.
fn between(points: &[[f64; 2]], x: f64) -> Option<f64> {
    let pair = points.windows(2).find(|pair| pair[0][0] <= x && x <= pair[1][0])?;
    let [[x0, y0], [x1, y1]] = [pair[0], pair[1]];
    Some(if x1 > x0 { y0 + (y1 - y0) * (x - x0) / (x1 - x0) } else { y0 })
}

/// Neighbouring cells of one colour are marked together.
fn line_of(cells: &[(char, Option<Emphasis>)]) -> Line {
    let runs = cells.chunk_by(|a, b| a.1 == b.1).map(|run| {
        let text: String = run.iter().map(|&(glyph, _)| glyph).collect();
        run[0].1.map_or(text.clone(), |emphasis| mark(emphasis, text))
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::super::style::{ansi, plain};
    use super::*;

    const ROWS: usize = 13;

    fn drawn(plot: &Plot) -> Vec<String> {
        lines(plot, 40, ROWS, Lang::En).iter().map(|line| plain(&ansi(line)).trim_end().to_owned()).collect()
    }

    #[test]
    fn points_lie_where_they_should() {
        let mut plot = Plot::new(Axis::new("x", [0.0, 1.0]), Axis::new("y", [0.0, 1.0]));
        let points = Marks::Points(vec![[0.0, 0.0], [1.0, 1.0], [2.0, 0.5]]);
        plot.mark(Some("melons".into()), 'o', Emphasis::Group(0), points);
        let lines = drawn(&plot);
        assert_eq!(lines[1], format!("  1 ┤{}o", " ".repeat(34)));
        assert_eq!(lines[ROWS], "  0 ┤o");
        assert!(lines[ROWS + 2].starts_with("     0") && lines[ROWS + 2].ends_with('1'));
        assert_eq!(lines.last().unwrap(), "o melons");
        assert_eq!(lines.concat().matches('o').count(), 4, "what lies outside is left out");
    }

    #[test]
    fn a_point_does_not_cover_one_of_another_series() {
        let mut plot = Plot::new(Axis::new("x", [0.0, 1.0]), Axis::new("y", [0.0, 1.0]));
        plot.mark(Some("one".into()), 'o', Emphasis::Group(0), Marks::Points(vec![[0.0, 0.0], [0.5, 0.5], [0.5, 0.5]]));
        plot.mark(Some("two".into()), 'x', Emphasis::Group(1), Marks::Points(vec![[0.0, 0.0], [1.0, 1.0]]));
        let lines = drawn(&plot);
        assert_eq!(lines[ROWS], "  0 ┤&");
        assert!(lines[ROWS / 2 + 1].contains('o') && lines[1].ends_with('x'), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("& several of these")), "{lines:?}");
    }

    #[test]
    fn chosen_ticks_do_not_touch() {
        let mut x = Axis::new("x", [0.0, 1.0]);
        x.ticks =
            [(0.0, "a"), (0.5, "bbb"), (0.56, "c"), (1.0, "dd")].map(|(at, label)| (at, label.to_owned())).to_vec();
        let lines = drawn(&Plot::new(x, Axis::new("y", [0.0, 1.0])));
        assert!(!lines[ROWS + 2].contains('c') && lines[ROWS + 2].contains("bbb"), "{}", lines[ROWS + 2]);
    }

    #[test]
    fn piles_grow_from_both_edges() {
        let mut plot = Plot::new(Axis::new("x", [-1.0, 1.0]), Axis::new("y", [0.0, 1.0]));
        plot.mark(None, '+', Emphasis::For, Marks::PileDown(vec![0.5, 0.5]));
        plot.mark(None, '-', Emphasis::Against, Marks::PileUp(vec![-0.5]));
        let lines = drawn(&plot);
        assert!(lines[1].contains('+') && lines[2].contains('+') && lines[ROWS].contains('-'));
    }

    #[test]
    fn points_at_one_place_are_told() {
        let mut plot = Plot::new(Axis::new("x", [-1.0, 1.0]), Axis::new("y", [0.0, 1.0]));
        plot.mark(None, 'o', Emphasis::Strong, Marks::Points(vec![[0.5, 0.5], [0.5, 0.5001]]));
        assert!(!drawn(&plot).concat().contains("stand for"), "near each other is not at one place");
        plot.mark(None, 'x', Emphasis::Strong, Marks::Points(vec![[0.1, 0.5]; 7]));
        assert_eq!(drawn(&plot).last().unwrap(), "a mark may stand for up to 7 points");
    }
}
