//! Literals that Python and R share: texts in double quotes, numbers in full precision.

/// A text, as both languages read it: what JSON escapes, they do too.
pub fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Texts with commas between.
pub fn texts<S: AsRef<str>>(all: impl IntoIterator<Item = S>) -> String {
    all.into_iter().map(|one| text(one.as_ref())).collect::<Vec<_>>().join(", ")
}

/// Numbers with commas between.
pub fn numbers(all: &[f64]) -> String {
    all.iter().map(f64::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_stays_one_text() {
        assert_eq!(text("a\"b\\c\n色"), r#""a\"b\\c\n色""#);
        assert_eq!(texts(["a", "b"]), r#""a", "b""#);
        assert_eq!(numbers(&[1.0, -0.25]), "1, -0.25");
    }
}
