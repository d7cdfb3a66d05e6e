//! The shapes and dashes that tell series apart without colour.

use super::measure::round;
use maud::{Markup, html};

/// Half the size of a mark.
pub(super) const MARK: f64 = 4.0;
/// Dashes of lines, in turn; the first is solid.
pub(super) const DASHES: [&str; 5] = ["none", "7 4", "2 4", "9 3 2 3", "12 5"];

/// The shape of a series: circle, cross, square, triangle, plus, diamond, in turn.
pub(super) fn mark(shape: usize, [x, y]: [f64; 2], size: f64) -> Markup {
    let (x, y, r) = (round(x), round(y), round(size));
    let d = round(2.0 * size);
    match shape % 6 {
        0 => html! { circle cx=(x) cy=(y) r=(r) {} },
        1 => html! { path.stroke d=(format!("M{} {}l{d} {d}m0 -{d}l-{d} {d}", round(x - r), round(y - r))) {} },
        2 => html! { rect x=(round(x - r)) y=(round(y - r)) width=(d) height=(d) {} },
        3 => html! { path d=(format!("M{x} {}l{r} {d}h-{d}z", round(y - r))) {} },
        4 => html! { path.stroke d=(format!("M{x} {}v{d}M{} {y}h{d}", round(y - r), round(x - r))) {} },
        _ => html! { path d=(format!("M{x} {}l{r} {r}l-{r} {r}l-{r} -{r}z", round(y - r))) {} },
    }
}

/// A star, for what stands out.
pub(super) fn star([x, y]: [f64; 2]) -> Markup {
    const R: f64 = 7.0;
    let ray = |n: f64| (n * std::f64::consts::PI / 3.0).sin_cos();
    let line = |n| {
        let (sin, cos) = ray(n);
        let [dx, dy] = [R * sin, R * cos].map(round);
        format!("M{} {}L{} {}", round(x - dx), round(y - dy), round(x + dx), round(y + dy))
    };
    html! { path.stroke d=([0.0, 1.0, 2.0].map(line).concat()) {} }
}
