//! The marks of a plot.

use super::crowd::{Crowd, crowds};
use super::frame::Frame;
use super::measure::round;
use super::shape::{DASHES, MARK, mark, star};
use super::style;
use crate::report::page::{Emphasis, Field, Marks, Plot, Reference};
use maud::{Markup, html};

/// Marks of so many points let others show through.
const MANY: usize = 300;
/// How far apart marks stand of which none covers another.
const APART: f64 = 2.2 * MARK;
/// Cells of a region that have a mark, in a row and in a column: one of so many.
const REGION_STEP: usize = 5;
/// Half the size of such a mark.
const REGION_MARK: f64 = 1.8;
/// Half the width of the caps of intervals, and what those of each further series are wider:
/// at one place they can be told apart.
const CAPS: [f64; 2] = [3.0, 2.5];
/// Steps in which the shares of a field are shown.
const SHADES: usize = 25; // an odd number, so that one half lies between two shades

/// What tells a series apart: its place among those with marks, and among those with lines.
pub(super) fn looks(plot: &Plot) -> Vec<usize> {
    let (mut n_lines, mut n_marks, mut n_regions, mut n_whiskers) = (0, 0, 0, 0);
    let next = |counter: &mut usize| {
        *counter += 1;
        *counter - 1
    };
    let look = |marks: &Marks| match marks {
        Marks::Line(_) | Marks::Path(_) | Marks::Contour(_) => next(&mut n_lines),
        Marks::Points(_) | Marks::PileUp(_) | Marks::PileDown(_) => next(&mut n_marks),
        Marks::Region(_) => next(&mut n_regions),
        Marks::Whiskers(_) => next(&mut n_whiskers),
        Marks::Band(_) | Marks::Bars(_) | Marks::Ranges(_) | Marks::Field(_) => 0,
    };
    plot.series.iter().map(|series| &series.marks).map(look).collect()
}

/// All series, later ones on top.
pub(super) fn series(plot: &Plot, frame: &Frame) -> Markup {
    let (crowds, looks) = (crowds(plot, frame), looks(plot));
    html! {
        @for (at, series) in plot.series.iter().enumerate() {
            g class=(style::class(series.emphasis)) {
                @match &series.marks {
                    Marks::Points(points) => {
                        (of_points(crowds.get(&at).map_or(&[], Vec::as_slice), looks[at], series.emphasis, points.len()))
                    }
                    other => { (of_marks(other, looks[at], frame)) }
                }
            }
        }
    }
}

fn of_marks(marks: &Marks, look: usize, frame: &Frame) -> Markup {
    match marks {
        Marks::Points(_) => html! {},
        Marks::Line(points) | Marks::Path(points) => line(points, look, frame),
        Marks::PileUp(xs) => pile(xs, look, frame, |height| frame.bottom - height),
        Marks::PileDown(xs) => pile(xs, look, frame, |height| frame.top + height),
        Marks::Band(edges) => band(edges, frame),
        Marks::Whiskers(ends) => whiskers(ends, CAPS[0] + CAPS[1] * look as f64, frame),
        Marks::Bars(bars) => html! { @for &[x, y] in bars { (bar(x, y, frame)) } },
        Marks::Ranges(ends) => ranges(ends, frame),
        Marks::Field(field) => shaded(field, frame),
        Marks::Region(field) => region(field, look, frame),
        Marks::Contour(pieces) => contour(pieces, look, frame),
    }
}

/// The lines that the series are seen against, each with a dash of its own.
pub(super) fn references(plot: &Plot, frame: &Frame) -> Markup {
    let path = |reference: &Reference| match reference {
        Reference::Vertical(x, _) => format!("M{} {}V{}", round(frame.at_x(*x)), frame.top, frame.bottom),
        Reference::Horizontal(y, _) => format!("M{} {}H{}", round(frame.left), round(frame.at_y(*y)), frame.right),
    };
    html! {
        @for (at, reference) in plot.references.iter().enumerate() { path class=(style::reference(at)) d=(path(reference)) {} }
    }
}

/// Marks with the number of points at each place, where there are several.
fn of_points(crowds: &[Crowd], shape: usize, emphasis: Emphasis, n_points: usize) -> Markup {
    let class = if n_points > MANY { "many" } else { "few" };
    html! {
        g class=(class) { @for Crowd { place, size, .. } in crowds {
            @if emphasis == Emphasis::Strong { (star(*place)) }
            @else if let Some(size) = size { g.hollow { (mark(shape, *place, *size)) } }
            @else { (mark(shape, *place, MARK)) }
        } }
        @for Crowd { n_points, label, .. } in crowds {
            @if let Some([x, y]) = label { text.count x=(round(*x)) y=(round(*y)) { "×" (n_points) } }
        }
    }
}

fn line(points: &[[f64; 2]], look: usize, frame: &Frame) -> Markup {
    let place = |&[x, y]: &[f64; 2]| format!("{},{}", round(frame.at_x(x)), round(frame.at_y(y)));
    let kept: Vec<String> = points.iter().filter(|point| frame.holds(**point)).map(place).collect();
    html! { polyline.line points=(kept.join(" ")) stroke-dasharray=(DASHES[look % DASHES.len()]) {} }
}

/// Marks that would cover each other, one further out than the other, the highest pile at most
/// to the middle.
fn pile(xs: &[f64], shape: usize, frame: &Frame, height: impl Fn(f64) -> f64) -> Markup {
    let mut xs: Vec<f64> = xs.iter().map(|&x| frame.clamp_x(x)).collect();
    xs.sort_by(f64::total_cmp);
    // Where the last mark of each row stands: the next one goes where it covers none.
    let mut rows: Vec<f64> = Vec::new();
    let mut places = Vec::new();
    for x in xs {
        let row = rows.iter().position(|last| x - last >= APART).unwrap_or(rows.len());
        if row < rows.len() {
            rows[row] = x
        } else {
            rows.push(x)
        }
        places.push((x, row as f64));
    }
    let step = ((frame.bottom - frame.top) / 2.0 / rows.len().max(1) as f64).min(APART);
    html! { @for (x, row) in places { (mark(shape, [x, height(MARK * 1.5 + step * row)], MARK)) } }
}

fn band(edges: &[[f64; 3]], frame: &Frame) -> Markup {
    let place = |x: f64, y: f64| format!("{} {}", round(frame.at_x(x)), round(frame.clamp_y(y)));
    let above = edges.iter().map(|&[x, _, high]| place(x, high));
    let below = edges.iter().rev().map(|&[x, low, _]| place(x, low));
    let corners: Vec<String> = above.chain(below).collect();
    html! { @if !corners.is_empty() { path.area d=(format!("M{}z", corners.join("L"))) {} } }
}

fn whiskers(ends: &[[f64; 3]], cap_width: f64, frame: &Frame) -> Markup {
    let path = |&[x, low, high]: &[f64; 3]| {
        // An end that lies outside has no cap: it goes on.
        let cap = |y: f64| match frame.holds([x, y]) {
            true => format!("M{} {}h{}", round(frame.at_x(x) - cap_width), round(frame.at_y(y)), 2.0 * cap_width),
            false => String::new(),
        };
        let [across, from, to] = [frame.at_x(x), frame.clamp_y(low), frame.clamp_y(high)].map(round);
        format!("M{across} {from}V{to}{}{}", cap(low), cap(high))
    };
    html! { path.thin d=(ends.iter().map(path).collect::<String>()) {} }
}

fn ranges(ends: &[[f64; 3]], frame: &Frame) -> Markup {
    let path = |&[low, high, y]: &[f64; 3]| {
        let [y, low, high] = [frame.at_y(y), frame.clamp_x(low), frame.clamp_x(high)].map(round);
        format!("M{low} {y}H{high}M{low} {}v8M{high} {}v8", round(y - 4.0), round(y - 4.0))
    };
    html! { path.stroke d=(ends.iter().map(path).collect::<String>()) {} }
}

fn bar(x: f64, y: f64, frame: &Frame) -> Markup {
    let [from, to] = [frame.left, frame.clamp_x(x)].map(round);
    html! { rect.bar x=(from) y=(round(frame.at_y(y) - 7.0)) width=(round((to - from).max(0.0))) height="14" {} }
}

/// Neighbours of one shade in a row are one rectangle, and a shade is one path.
fn shaded(field: &Field, frame: &Frame) -> Markup {
    let (n_columns, n_rows) = (field.n_columns, field.n_rows());
    let [width, height] = [frame.right - frame.left, frame.bottom - frame.top];
    let mut paths = vec![String::new(); SHADES + 1];
    for (row, shares) in field.shares.chunks(n_columns.max(1)).enumerate() {
        let top = frame.bottom - height * (row + 1) as f64 / n_rows as f64;
        let mut column = 0;
        for run in shares.chunk_by(|a, b| shade(*a) == shade(*b)) {
            let [left, wide] = [column, run.len()].map(|n| width * n as f64 / n_columns as f64);
            let [left, top, wide, high] = [frame.left + left, top, wide, height / n_rows as f64].map(round);
            paths[shade(run[0])] += &format!("M{left} {top}h{wide}v{high}h-{wide}z");
            column += run.len();
        }
    }
    let opacity = |shade: usize| round(0.5 * shade as f64 / SHADES as f64);
    html! {
        @for (shade, path) in paths.iter().enumerate().filter(|(shade, path)| *shade > 0 && !path.is_empty()) {
            path.field fill-opacity=(opacity(shade)) d=(path) {}
        }
    }
}

/// A tint, and small marks in the middle of some cells.
fn region(field: &Field, look: usize, frame: &Frame) -> Markup {
    let (n_columns, n_rows) = (field.n_columns, field.n_rows());
    let [width, height] = [frame.right - frame.left, frame.bottom - frame.top];
    let place = |column: f64, row: f64| {
        [frame.left + width * column / n_columns as f64, frame.bottom - height * row / n_rows as f64]
    };
    let is_inside = |column: usize, row: usize| field.shares[row * n_columns + column] >= 0.5;
    let mut tint = String::new();
    for row in 0..n_rows {
        let [_, top] = place(0.0, row as f64 + 1.0);
        let columns: Vec<usize> = (0..n_columns).filter(|&column| is_inside(column, row)).collect();
        for run in columns.chunk_by(|a, b| a + 1 == *b) {
            let [[left, _], [right, _]] = [place(run[0] as f64, 0.0), place((run[0] + run.len()) as f64, 0.0)];
            let [left, top, wide, high] = [left, top, right - left, height / n_rows as f64].map(round);
            tint += &format!("M{left} {top}h{wide}v{high}h-{wide}z");
        }
    }
    let some = |n: usize| (REGION_STEP / 2..n).step_by(REGION_STEP);
    let cells = some(n_rows).flat_map(|row| some(n_columns).map(move |column| (column, row)));
    let marked = cells.filter(|&(column, row)| is_inside(column, row));
    html! {
        path.region d=(tint) {}
        g.small { @for (column, row) in marked {
            (mark(look, place(column as f64 + 0.5, row as f64 + 0.5), REGION_MARK))
        } }
    }
}

fn shade(share: f64) -> usize {
    (share.clamp(0.0, 1.0) * SHADES as f64).round() as usize
}

fn contour(pieces: &[[[f64; 2]; 2]], look: usize, frame: &Frame) -> Markup {
    let place = |[x, y]: [f64; 2]| format!("{} {}", round(frame.at_x(x)), round(frame.at_y(y)));
    let path: String = pieces.iter().map(|&[from, to]| format!("M{}L{}", place(from), place(to))).collect();
    html! { path.line d=(path) stroke-dasharray=(DASHES[look % DASHES.len()]) {} }
}
