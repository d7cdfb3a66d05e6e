//! Lists, clauses and sentences, joined in the way of a language.

use super::Lang;

impl Lang {
    /// `a, b and c`.
    pub fn list<T: AsRef<str>>(self, items: impl IntoIterator<Item = T>) -> String {
        let mut items: Vec<T> = items.into_iter().collect();
        let last = items.pop();
        let start = self.names(items);
        match last {
            Some(last) if start.is_empty() => last.as_ref().to_owned(),
            Some(last) => format!("{start}{}{}", self.language().and, last.as_ref()),
            None => start,
        }
    }

    /// `a, b, c`.
    pub fn names<T: AsRef<str>>(self, items: impl IntoIterator<Item = T>) -> String {
        join(items, self.language().comma)
    }

    /// `a or b or c`.
    pub fn either<T: AsRef<str>>(self, items: impl IntoIterator<Item = T>) -> String {
        join(items, self.language().or)
    }

    /// `high sugar, low density`: as [`Lang::names`], for what is more than a name.
    pub fn phrases<T: AsRef<str>>(self, items: impl IntoIterator<Item = T>) -> String {
        join(items, self.language().phrase)
    }

    /// `this; that`.
    pub fn clauses<T: AsRef<str>>(self, items: impl IntoIterator<Item = T>) -> String {
        join(items, self.language().clause)
    }

    /// One sentence behind the other; empty ones are left out.
    pub fn sentences<T: AsRef<str>>(self, items: impl IntoIterator<Item = T>) -> String {
        let items: Vec<T> = items.into_iter().filter(|item| !item.as_ref().is_empty()).collect();
        join(items, self.language().space)
    }
}

fn join<T: AsRef<str>>(items: impl IntoIterator<Item = T>, between: &str) -> String {
    let mut joined = String::new();
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            joined += between;
        }
        joined += item.as_ref();
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_joined_in_the_languages_way() {
        assert_eq!(Lang::En.list(["a", "b", "c"]), "a, b and c");
        assert_eq!(Lang::Zh.list(["a", "b", "c"]), "a、b、c");
        assert_eq!([Lang::En.list(["a"]), Lang::En.list([""; 0])], ["a", ""]);
        assert_eq!(Lang::En.sentences(["One.", "", "Two."]), "One. Two.");
        assert_eq!(Lang::Zh.sentences(["一。", "二。"]), "一。二。");
    }
}
