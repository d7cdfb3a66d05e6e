//! Lengths in a picture.

/// A hundredth of a unit is finer than any screen.
pub(super) fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

/// About how wide a text is, in the units of the picture. A Chinese character is as wide as it is
/// high; of Latin letters some fonts (DejaVu Sans) need more than half of that.
pub(super) fn text_width(text: &str) -> f64 {
    const COLUMN: [f64; 3] = [0.0, 8.8, 14.8];
    text.chars().map(|c| COLUMN[unicode_width::UnicodeWidthChar::width(c).unwrap_or(1).min(2)]).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_room_that_a_wide_font_takes() {
        assert!((text_width("ripe") - 35.2).abs() < 1e-9 && (text_width("西瓜") - 29.6).abs() < 1e-9);
        assert_eq!(text_width(""), 0.0);
    }
}
