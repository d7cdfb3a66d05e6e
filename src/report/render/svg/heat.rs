//! Shares as shades, in a picture of its own: a row a reader, a column a token.

use super::measure::{round, text_width};
use super::style;
use crate::report::number;
use crate::report::page::{Emphasis, Heat};
use crate::report::render::terminal::shorten;
use maud::{Markup, html};

/// The height of a row.
const ROW: f64 = 22.0;
/// Columns that a token's name may take.
const MOST_COLUMNS: usize = 24;

/// The heat in a picture of this width, and its height. Tokens stand below their columns, turned
/// so that long ones fit.
pub(super) fn heat(heat: &Heat, width: f64) -> (Markup, f64) {
    let left = heat.rows.iter().map(|row| text_width(&row.name)).fold(0.0, f64::max) + 14.0;
    let cell = (width - left - 40.0) / heat.columns.len().max(1) as f64;
    let bottom = ROW * heat.rows.len() as f64 + 4.0;
    let drawn = html! {
        @for (at, row) in heat.rows.iter().enumerate() {
            g.faint { text x=(round(left - 7.0)) y=(round(ROW * at as f64 + 17.0)) text-anchor="end" { (row.name) } }
            g class=(style::class(Emphasis::For)) { @for (column, share) in row.shares.iter().enumerate() {
                rect.cell x=(round(left + cell * column as f64)) y=(round(ROW * at as f64 + 2.0)) width=(round(cell - 1.0))
                    height=(ROW - 1.0) fill-opacity=(round(*share)) {
                    title { (number::probability(*share)) }
                }
            } }
        }
        g.faint { @for (column, token) in heat.columns.iter().enumerate() {
            @let place = format!("translate({} {}) rotate(50)", round(left + cell * (column as f64 + 0.4)), bottom + 12.0);
            text transform=(place) { (shorten(token, MOST_COLUMNS)) }
        } }
    };
    let longest = heat.columns.iter().map(|token| text_width(&shorten(token, MOST_COLUMNS))).fold(0.0, f64::max);
    (drawn, bottom + 20.0 + longest * 0.77)
}
