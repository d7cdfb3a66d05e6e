//! Values as Python writes them.

pub(super) use crate::report::script::literal::text;
use std::fmt::Write;

/// A number to the last digit.
pub(super) fn number(number: f64) -> String {
    format!("{number:?}")
}

/// What may be missing.
pub(super) fn optional(value: Option<String>) -> String {
    value.unwrap_or_else(|| "None".to_owned())
}

/// `[a, b]`.
pub(super) fn list(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(", "))
}

/// `[0.5, 0.5]`.
pub(super) fn numbers(numbers: &[f64]) -> String {
    list(numbers.iter().map(|&cell| number(cell)))
}

/// `{a: b, c: d}`.
pub(super) fn dict(items: impl IntoIterator<Item = (String, String)>) -> String {
    let items: Vec<String> = items.into_iter().map(|(key, value)| format!("{key}: {value}")).collect();
    format!("{{{}}}", items.join(", "))
}

/// An assignment with an item a line.
pub(super) fn assign(name: &str, [open, close]: [&str; 2], items: impl IntoIterator<Item = String>) -> String {
    let mut out = format!("{name} = {open}\n");
    for item in items {
        writeln!(out, "    {item},").expect("a string takes everything");
    }
    out + close + "\n"
}

/// Lines of a comment. A name within, which may be anything, does not end it.
pub(super) fn comment(said: &str) -> String {
    let clean = |line: &str| line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    said.lines().map(|line| format!("# {}\n", clean(line))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_name_holds_stays_a_string() {
        assert_eq!(text("a\"b\\c\nd"), r#""a\"b\\c\nd""#);
        assert_eq!(comment("x\ry\u{c}z\u{85}!"), "# x y z !\n");
        assert_eq!([1e-7, 3.0, 0.1].map(number), ["1e-7", "3.0", "0.1"]);
    }
}
