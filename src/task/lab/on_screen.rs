//! How a page shows a number.

/// A page that rounds off more of a number, as a share of it, does not show it.
const MOST_ROUNDED: f64 = 0.2;

/// Half a unit of the last digit with which `screen` shows `number`: the most that is lost by
/// reading it there. Where it stands more than once, that of the most precise place; `None` where
/// it does not stand. A table in percent has its sign at the head: there a share stands as 25.4. What
/// is rounded to nothing that one could read, as a share to 0, is another figure.
pub(super) fn rounding(number: f64, screen: &str) -> Option<f64> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | 'e' | '<' | '%');
    let words = screen.split(|c: char| !is_part(c)).filter(|word| word.contains(|c: char| c.is_ascii_digit()));
    let half_units = words.filter_map(written).filter_map(|(shown, half_unit, is_bound)| match is_bound {
        true => (number >= 0.0 && number < shown).then_some(shown),
        false => [1.0, 0.01].into_iter().find_map(|scale| {
            let (shown, half_unit) = (scale * shown, scale * half_unit);
            let is_it = (number - shown).abs() <= half_unit * (1.0 + 1e-9) && half_unit <= MOST_ROUNDED * number.abs();
            is_it.then_some(half_unit)
        }),
    });
    half_units.reduce(f64::min)
}

/// The number that is written here, half a unit of its last digit, and whether it stands for all
/// that is smaller (`<0.0001`).
fn written(word: &str) -> Option<(f64, f64, bool)> {
    let word = word.trim_end_matches(['.', ',', '-', '+', 'e', '<']);
    let (word, is_bound) = word.strip_prefix('<').map_or((word, false), |word| (word, true));
    let (word, scale) = word.strip_suffix('%').map_or((word, 1.0), |word| (word, 0.01));
    let word = word.replace(',', "");
    let (digits, exponent) = word.split_once('e').unwrap_or((&word, "0"));
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let unit = scale * 10f64.powi(exponent.parse::<i32>().ok()? - i32::try_from(decimals).ok()?);
    Some((word.parse::<f64>().ok()? * scale, 0.5 * unit, is_bound))
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_abs_diff_eq;

    #[test]
    fn the_most_precise_place_counts() {
        let screen = "accuracy 76%, 13/17\n  sugar   +0.49  0.486  1,234.5  (p <0.0001) 1.25e-6";
        let of = |number: f64| rounding(number, screen);
        assert_abs_diff_eq!(of(0.7647).unwrap(), 0.005);
        assert_abs_diff_eq!(of(0.4858).unwrap(), 0.0005);
        assert_abs_diff_eq!(of(0.4901).unwrap(), 0.005);
        assert_abs_diff_eq!(of(1234.46).unwrap(), 0.05);
        assert_abs_diff_eq!(of(0.00003).unwrap(), 0.0001);
        assert_abs_diff_eq!(of(1.2503e-6).unwrap(), 0.5e-8, epsilon = 1e-20);
        assert_eq!(of(0.55), None);
        assert_abs_diff_eq!(rounding(0.25389, "wrong, %\n 300  25.4 ±1.2  0  1").unwrap(), 0.0005, epsilon = 1e-12);
        assert_eq!(rounding(0.25389, "0 of 1"), None);
    }
}
