//! A split of a number as a tree shows it: `density ≤ 0.785?`.

use super::figure::{is_name, number};

/// Marks between the name and the threshold; `<=` is one with what follows.
const MARKS: [char; 8] = ['≤', '≥', '<', '>', '≦', '≧', '⩽', '⩾'];

/// The threshold of `density ≤ 0.785` or of `≤ 0.785`. Only where one is asked for: elsewhere no more than a number is
/// not that number.
pub(super) fn threshold(text: &str) -> Option<&str> {
    parts(text).map(|(_, threshold)| threshold)
}

/// `density` of `density ≤ 0.785`; any other text as it is.
pub(super) fn name(text: &str) -> &str {
    parts(text).map_or(text, |(name, _)| name)
}

/// The name, which may be missing, and the threshold.
fn parts(text: &str) -> Option<(&str, &str)> {
    let (name, threshold) = text.trim_end_matches(['?', '.', '。', ' ']).split_once(MARKS)?;
    let (name, threshold) = (name.trim(), threshold.trim_start_matches('=').trim());
    ((name.is_empty() || is_name(name)) && number(threshold).is_some()).then_some((name, threshold))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_split_has_a_name_and_a_threshold() {
        for text in ["density ≤ 0.785", "density≤0.785?", "density <= 0.785", "density > 0.785", "density ≥ 0.785."]
        {
            assert_eq!((name(text), threshold(text)), ("density", Some("0.785")), "{text}");
        }
        assert_eq!((name("≤ 0.785"), threshold("< 0.785")), ("", Some("0.785")));
        for text in ["density", "0.785", "0.3 < 0.785", "0.3 < density ≤ 0.785", "density ≤", "density ≤ sugar", ""]
        {
            assert_eq!((name(text), threshold(text)), (text, None), "{text}");
        }
    }
}
