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

/// The room that a text of any letters takes in any of the fonts: capitals and `m` are wider than most.
pub(super) fn most_room(text: &str) -> f64 {
    let more = |c: char| match c {
        'W' | 'M' | 'm' | '@' | '%' | '—' | '…' => 5.2,
        'A'..='Z' | 'w' | '#' | '&' | '+' | '<'..='>' | '^' | '~' => 3.0,
        c if c.is_ascii() => 0.2,
        c if c.is_uppercase() => 6.4,
        '\u{2e80}'.. => 0.0,
        _ => 3.0,
    };
    text_width(text) + text.chars().map(more).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_room_that_a_wide_font_takes() {
        assert!((text_width("ripe") - 35.2).abs() < 1e-9 && (text_width("西瓜") - 29.6).abs() < 1e-9);
        assert_eq!(text_width(""), 0.0);
    }

    /// Advances of DejaVu Sans at 14 units, the widest of the fonts: `hmtx` of its file, over its 2048 units.
    #[test]
    fn no_letter_takes_more_than_its_room() {
        let advances = [13.84, 12.08, 13.64, 14.0, 11.02, 11.45, 11.73, 8.89, 8.91, 11.73, 11.73, 15.08];
        for (letter, advance) in "WMm@Ow#b8→≤Ж".chars().zip(advances) {
            let room = most_room(&letter.to_string());
            assert!(room >= advance, "{letter}: {room} < {advance}");
        }
    }
}
