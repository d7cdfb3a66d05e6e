//! One cell: a number or a word.

/// The number that a trimmed cell is, correctly rounded; `None` if it is none, or not a
/// finite one. Digits, points and signs typed full-width (`０.６９７`) count as what they
/// look like. `-0` is 0.
pub fn number(cell: &str) -> Option<f64> {
    let parsed = match cell.is_ascii() {
        true => fast_float2::parse(cell),
        false => fast_float2::parse(half_width(cell)),
    };
    parsed.ok().filter(|number: &f64| number.is_finite()).map(without_sign_of_zero)
}

/// The same number; 0 for -0, so that a table has one zero.
#[inline]
pub(super) fn without_sign_of_zero(number: f64) -> f64 {
    number + 0.0
}

/// Whether a trimmed cell is a number beyond all bounds: infinite, or too large to be held.
pub fn is_infinite(cell: &str) -> bool {
    fast_float2::parse::<f64, _>(cell).is_ok_and(f64::is_infinite)
}

/// The text with full-width forms (U+FF01..U+FF5E), Arabic digits, the minus sign (U+2212) and the hyphens and dashes that stand
/// for one as what they look like in ASCII, and without characters that cannot be seen.
pub(super) fn half_width(cell: &str) -> String {
    let ascii = |c: char| match c {
        '\u{2010}'..='\u{2014}' | '\u{2212}' | '\u{fe63}' => Some('-'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(c as u32 - 0x6f0, 10),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        other => Some(other),
    };
    cell.chars().filter_map(ascii).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_looks_like_one() {
        for (cell, value) in [
            ("0.697", 0.697),
            ("٣٤", 34.0),
            ("۳۴", 34.0),
            ("-1e-3", -1e-3),
            ("+5", 5.0),
            (".5", 0.5),
            ("０.６９７", 0.697),
            ("－２", -2.0),
            ("−3.5", -3.5),
            ("–3.5", -3.5),
            ("‑3.5", -3.5),
            ("—3.5", -3.5),
            ("\u{200b}3.5\u{feff}", 3.5),
        ] {
            assert_eq!(number(cell), Some(value), "{cell}");
        }
        for cell in ["-0", "-0.0", "−0", "-0e5", "-1e-400"] {
            assert_eq!(number(cell).map(f64::to_bits), Some(0), "{cell}");
        }
        for cell in ["", "inf", "-Infinity", "nan", "1e999", "1,5", "0x10", "1 2", "青绿", "1．2．3"] {
            assert_eq!(number(cell), None, "{cell}");
        }
    }
}
