//! Bars of Unicode blocks.

use super::layout::{pad, pad_left};
use super::style::{Ink, ink};

const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A bar of `share` (0 to 1) of `columns`, to an eighth of a column.
pub fn bar(share: f64, columns: usize) -> String {
    let eighths = (share.clamp(0.0, 1.0) * columns as f64 * 8.0).round() as usize;
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

/// A bar on a track that shows the whole.
pub fn gauge(share: f64, columns: usize, colour: Ink) -> String {
    let full = (share.clamp(0.0, 1.0) * columns as f64).round() as usize;
    format!("{}{}", ink(colour, "█".repeat(full)), ink(Ink::Faint, "░".repeat(columns - full)))
}

/// A bar that grows to the right of an axis for positive values and to the left for
/// negative ones, to half a column; `largest` fills its side of `half` columns.
pub fn signed_bar(value: f64, largest: f64, half: usize) -> String {
    let share = if largest > 0.0 { (value.abs() / largest).min(1.0) } else { 0.0 };
    let halves = (share * half as f64 * 2.0).round() as usize;
    let full = "█".repeat(halves / 2);
    let axis = ink(Ink::Faint, "│");
    if value < 0.0 {
        let half_block = if halves % 2 == 1 { "▐" } else { "" };
        format!("{}{axis}{}", pad_left(&ink(Ink::Against, half_block.to_owned() + &full), half), " ".repeat(half))
    } else {
        let half_block = if halves % 2 == 1 { "▌" } else { "" };
        format!("{}{axis}{}", " ".repeat(half), pad(&ink(Ink::For, full + half_block), half))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::layout::width;
    use crate::report::style::plain;

    #[test]
    fn lengths_follow_the_values() {
        assert_eq!(bar(0.5, 4), "██");
        assert_eq!(bar(0.03125, 4), "▏");
        assert_eq!(bar(2.0, 4), "████");
        assert_eq!(plain(&gauge(0.25, 4, Ink::For)), "█░░░");
        assert_eq!(plain(&signed_bar(-1.0, 2.0, 4)), "  ██│    ");
        assert_eq!(plain(&signed_bar(0.75, 2.0, 4)), "    │█▌  ");
        assert_eq!(plain(&signed_bar(0.0, 0.0, 2)), "  │  ");
        assert_eq!(width(&signed_bar(-0.3, 1.0, 7)), 15);
    }
}
