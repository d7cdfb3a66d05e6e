//! Lengths in a picture.

/// A hundredth of a unit is finer than any screen.
pub(super) fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

/// About how wide a text is, in the units of the picture.
pub(super) fn text_width(text: &str) -> f64 {
    const COLUMN: f64 = 7.4;
    unicode_width::UnicodeWidthStr::width(text) as f64 * COLUMN
}
