//! Numbers as a reader wants them.

/// `0.7647` as `76%`.
pub fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// A probability as a percentage with one decimal, never rounded to certainty.
pub fn probability(p: f64) -> String {
    match p {
        p if p > 0.0 && p < 0.001 => "<0.1%".to_owned(),
        p if p > 0.999 && p < 1.0 => ">99.9%".to_owned(),
        p => format!("{:.1}%", p * 100.0),
    }
}

/// `[0.1, 0.5]` as `10%–50%`.
pub fn percent_interval([low, high]: [f64; 2]) -> String {
    format!("{}–{}", percent(low), percent(high))
}

/// With a sign, two decimals; zero has none.
pub fn signed(value: f64) -> String {
    let text = format!("{value:+.2}");
    if text == "+0.00" || text == "-0.00" { "0.00".to_owned() } else { text }
}

/// The smallest number that is written out; below it zeros are hard to count.
const SMALLEST_PLAIN: f64 = 1e-4;

/// With `decimals` decimals. What they would make 0 has three digits that count, and what is very
/// large or very small is in scientific notation.
pub fn fixed(value: f64, decimals: usize) -> String {
    let size = value.abs();
    let vanishes = size > 0.0 && size < 0.5 * 10f64.powi(-(decimals as i32));
    match size {
        _ if !value.is_finite() => rounded(value, decimals),
        size if size >= 1e7 || (vanishes && size < SMALLEST_PLAIN) => format!("{value:.2e}"),
        size if vanishes => format!("{value:.*}", 2 + (-size.log10().floor()) as usize),
        _ => rounded(value, decimals),
    }
}

/// With `decimals` decimals whatever its size, as beside others of its kind.
pub fn rounded(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let text = format!("{value:.decimals$}");
    let zero = text.trim_start_matches('-').chars().all(|c| c == '0' || c == '.');
    if zero { text.trim_start_matches('-').to_owned() } else { text }
}

/// As [`fixed`], or a dash.
pub fn maybe(value: Option<f64>, decimals: usize) -> String {
    value.map_or("–".to_owned(), |value| fixed(value, decimals))
}

/// Four decimals, or `<0.0001`.
pub fn p_value(p: Option<f64>) -> String {
    match p {
        Some(p) if p < 0.0001 => "<0.0001".to_owned(),
        p => maybe(p, 4),
    }
}

/// R's stars for a p-value.
pub fn stars(p: Option<f64>) -> &'static str {
    match p {
        Some(p) if p < 0.001 => "***",
        Some(p) if p < 0.01 => "**",
        Some(p) if p < 0.05 => "*",
        Some(p) if p < 0.1 => ".",
        _ => "",
    }
}

/// A number with as many decimals as it needs, at most `decimals`.
pub fn short(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    if text.contains('.') && !text.contains('e') {
        return text.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    text
}

/// `1234567` as `1,234,567`.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let head = digits.len() % 3;
    let mut groups: Vec<&str> = Vec::new();
    if head > 0 {
        groups.push(&digits[..head]);
    }
    groups.extend((head..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(percent(13.0 / 17.0), "76%");
        assert_eq!(probability(0.99999), ">99.9%");
        assert_eq!(signed(-0.001), "0.00");
        assert_eq!(fixed(-0.00004, 4), "-4.00e-5");
        assert_eq!(fixed(-0.00431, 2), "-0.00431");
        assert_eq!(fixed(0.000999, 2), "0.000999");
        assert_eq!(short(0.0002, 3), "0.0002");
        assert_eq!(fixed(0.0, 2), "0.00");
        assert_eq!(short(1.0, 4), "1");
        assert_eq!(short(0.5, 4), "0.5");
        assert_eq!(grouped(1234567), "1,234,567");
        assert_eq!(grouped(17), "17");
        assert_eq!(p_value(Some(0.00001)), "<0.0001");
        assert_eq!(stars(Some(0.03)), "*");
    }
}
