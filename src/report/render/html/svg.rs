//! Plots as SVG: colours come from the style, so that they follow light and dark; every series
//! has a shape of its own, so that it can be read in grey.

use super::text::class;
use crate::report::page::{Axis, Marks, Plot, Reference, Series};
use maud::{Markup, html};
use std::collections::HashMap;

/// The whole picture, in units of its view box.
const SIZE: [f64; 2] = [640.0, 360.0];
/// Room for labels: left, right, above, below.
const MARGIN: [f64; 4] = [56.0, 16.0, 28.0, 48.0];
/// Half the size of a mark.
const MARK: f64 = 4.0;

/// The plot and its legend.
pub(super) fn figure(plot: &Plot) -> Markup {
    let frame = Frame { x: plot.x.range, y: plot.y.range };
    let label = format!("{} / {}", plot.y.label, plot.x.label);
    html! {
        figure {
            svg viewBox=(format!("0 0 {} {}", SIZE[0], SIZE[1])) role="img" aria-label=(label) {
                (axes(plot, &frame))
                @for reference in &plot.references { (of_reference(reference, &frame)) }
                @for (at, series) in plot.series.iter().enumerate() { g class=(class(series.emphasis)) { (of_series(series, at, &frame)) } }
            }
            (legend(plot))
        }
    }
}

/// From the units of the axes to those of the picture.
struct Frame {
    x: [f64; 2],
    y: [f64; 2],
}

impl Frame {
    fn left(&self) -> f64 {
        MARGIN[0]
    }

    fn right(&self) -> f64 {
        SIZE[0] - MARGIN[1]
    }

    fn top(&self) -> f64 {
        MARGIN[2]
    }

    fn bottom(&self) -> f64 {
        SIZE[1] - MARGIN[3]
    }

    fn at_x(&self, x: f64) -> f64 {
        self.left() + (x - self.x[0]) / (self.x[1] - self.x[0]) * (self.right() - self.left())
    }

    fn at_y(&self, y: f64) -> f64 {
        self.bottom() - (y - self.y[0]) / (self.y[1] - self.y[0]) * (self.bottom() - self.top())
    }

    fn holds(&self, [x, y]: [f64; 2]) -> bool {
        (self.x[0]..=self.x[1]).contains(&x) && (self.y[0]..=self.y[1]).contains(&y)
    }
}

fn axes(plot: &Plot, frame: &Frame) -> Markup {
    let [left, right, top, bottom] = [frame.left(), frame.right(), frame.top(), frame.bottom()];
    html! {
        g.axis {
            path d=(format!("M{left} {top}V{bottom}H{right}")) {}
            @for (at, label) in inside(&plot.x) {
                text x=(round(frame.at_x(at))) y=(bottom + 18.0) text-anchor="middle" { (label) }
            }
            @for (at, label) in inside(&plot.y) {
                text x=(left - 8.0) y=(round(frame.at_y(at) + 4.0)) text-anchor="end" { (label) }
            }
            text x=((left + right) / 2.0) y=(bottom + 40.0) text-anchor="middle" { (plot.x.label) }
            text x=(left) y=(top - 12.0) { (plot.y.label) }
        }
    }
}

fn inside(axis: &Axis) -> Vec<(f64, String)> {
    let [low, high] = axis.range;
    axis.all_ticks().into_iter().filter(|(at, _)| (low..=high).contains(at)).collect()
}

fn of_reference(reference: &Reference, frame: &Frame) -> Markup {
    let path = match reference {
        Reference::Vertical(x, _) => format!("M{} {}V{}", round(frame.at_x(*x)), frame.top(), frame.bottom()),
        Reference::Horizontal(y, _) => format!("M{} {}H{}", frame.left(), round(frame.at_y(*y)), frame.right()),
    };
    html! { path.reference d=(path) {} }
}

fn of_series(series: &Series, shape: usize, frame: &Frame) -> Markup {
    match &series.marks {
        Marks::Line(points) => {
            let place = |&[x, y]: &[f64; 2]| format!("{},{}", round(frame.at_x(x)), round(frame.at_y(y)));
            let kept: Vec<String> = points.iter().filter(|point| frame.holds(**point)).map(place).collect();
            html! { polyline points=(kept.join(" ")) {} }
        }
        Marks::Points(points) => html! {
            @for &[x, y] in points.iter().filter(|point| frame.holds(**point)) { (mark(shape, frame.at_x(x), frame.at_y(y))) }
        },
        Marks::PileUp(xs) => pile(xs, shape, frame, |place| frame.bottom() - MARK * (1.5 + 2.2 * place)),
        Marks::PileDown(xs) => pile(xs, shape, frame, |place| frame.top() + MARK * (1.5 + 2.2 * place)),
    }
}

/// Marks that would cover each other, one further out than the other.
fn pile(xs: &[f64], shape: usize, frame: &Frame, height: impl Fn(f64) -> f64) -> Markup {
    let mut piled: HashMap<i64, usize> = HashMap::new();
    let mut places = Vec::new();
    for x in xs.iter().map(|&x| frame.at_x(x)) {
        let place = piled.entry((x / MARK / 2.0) as i64).or_insert(0);
        places.push((x, height(*place as f64)));
        *place += 1;
    }
    html! { @for (x, y) in places { (mark(shape, x, y)) } }
}

/// The shape of a series: circle, cross, square, diamond, in turn.
fn mark(shape: usize, x: f64, y: f64) -> Markup {
    let (x, y, r) = (round(x), round(y), MARK);
    match shape % 4 {
        0 => html! { circle cx=(x) cy=(y) r=(r) {} },
        1 => html! { path.cross d=(format!("M{} {}l{2} {2}m0 -{2}l-{2} {2}", x - r, y - r, 2.0 * r)) {} },
        2 => html! { rect x=(x - r) y=(y - r) width=(2.0 * r) height=(2.0 * r) {} },
        _ => html! { path d=(format!("M{x} {}l{r} {r}l-{r} {r}l-{r} -{r}z", y - r)) {} },
    }
}

fn legend(plot: &Plot) -> Markup {
    let sample = |at: usize, series: &Series| match series.marks {
        Marks::Line(_) => html! { path.line d="M0 8H16" {} },
        _ => mark(at, 8.0, 8.0),
    };
    let series: Vec<_> =
        plot.series.iter().enumerate().filter_map(|(at, series)| Some((at, series, series.name.as_ref()?))).collect();
    let references: Vec<_> = plot
        .references
        .iter()
        .map(|reference| match reference {
            Reference::Vertical(_, name) => ("M8 0V16", name),
            Reference::Horizontal(_, name) => ("M0 8H16", name),
        })
        .filter(|(_, name)| !name.is_empty())
        .collect();
    html! {
        @if !series.is_empty() || !references.is_empty() {
            figcaption {
                @for (at, of, name) in series {
                    span { svg viewBox="0 0 16 16" aria-hidden="true" { g class=(class(of.emphasis)) { (sample(at, of)) } } (name) }
                }
                @for (path, name) in references {
                    span { svg viewBox="0 0 16 16" aria-hidden="true" { path.reference d=(path) {} } (name) }
                }
            }
        }
    }
}

/// A hundredth of a unit is finer than any screen.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
