//! Bars of Unicode blocks.

use super::lines::{pad, pad_left};
use super::style::mark;
use crate::report::page::Emphasis;

const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A bar of `share` (0 to 1) of `columns`, to an eighth of a column.
pub(super) fn bar(share: f64, columns: usize) -> String {
    let eighths = (share.clamp(0.0, 1.0) * columns as f64 * 8.0).round() as usize;
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

/// A bar on a track that shows the whole.
pub(super) fn gauge(share: f64, columns: usize, colour: Emphasis) -> String {
    let full = (share.clamp(0.0, 1.0) * columns as f64).round() as usize;
    format!("{}{}", mark(colour, "█".repeat(full)), mark(Emphasis::Faint, "░".repeat(columns - full)))
}

/// A bar that grows to the right of an axis for positive values and to the left for
/// negative ones, to half a column; `largest` fills its side of `half` columns.
pub(super) fn signed_bar(value: f64, largest: f64, half: usize) -> String {
    let share = if largest > 0.0 { (value.abs() / largest).min(1.0) } else { 0.0 };
    let halves = (share * half as f64 * 2.0).round() as usize;
    let full = "█".repeat(halves / 2);
    let axis = mark(Emphasis::Faint, "│");
    if value < 0.0 {
        let half_block = if halves % 2 == 1 { "▐" } else { "" };
        format!("{}{axis}{}", pad_left(&mark(Emphasis::Against, half_block.to_owned() + &full), half), " ".repeat(half))
    } else {
        let half_block = if halves % 2 == 1 { "▌" } else { "" };
        format!("{}{axis}{}", " ".repeat(half), pad(&mark(Emphasis::For, full + half_block), half))
    }
}

/// From nothing to everything.
const SHADES: [char; 5] = ['·', '░', '▒', '▓', '█'];

/// Shares as at most `columns` shades; of more, each shade is a mean of neighbours.
pub(super) fn shades(shares: &[f64], columns: usize) -> String {
    let each = shares.len().div_ceil(columns.max(1)).max(1);
    let means = shares.chunks(each).map(|part| part.iter().sum::<f64>() / part.len() as f64);
    means.map(|share| SHADES[((share * SHADES.len() as f64) as usize).min(SHADES.len() - 1)]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lines::width;
    use super::super::style::{ansi, plain};
    use super::*;

    #[test]
    fn lengths_follow_the_values() {
        assert_eq!(bar(0.5, 4), "██");
        assert_eq!(bar(0.03125, 4), "▏");
        assert_eq!(bar(2.0, 4), "████");
        assert_eq!(plain(&ansi(&gauge(0.25, 4, Emphasis::For))), "█░░░");
        assert_eq!(plain(&ansi(&signed_bar(-1.0, 2.0, 4))), "  ██│    ");
        assert_eq!(plain(&ansi(&signed_bar(0.75, 2.0, 4))), "    │█▌  ");
        assert_eq!(plain(&ansi(&signed_bar(0.0, 0.0, 2))), "  │  ");
        assert_eq!(shades(&[0.0, 0.25, 0.5, 0.75, 1.0], 5), "·░▒▓█");
        assert_eq!(shades(&[0.0, 0.0, 1.0, 1.0], 2), "·█");
        assert_eq!(shades(&[], 9), "");
        assert_eq!(width(&signed_bar(-0.3, 1.0, 7)), 15);
    }
}
