//! Other spellings of built-in names and values, which a model takes as well.

use crate::data::names;

/// Each spelling that means one of `known`, and which; those themselves are not among them.
pub(super) fn others<'a>(known: &'a [String]) -> Vec<(&'static str, &'a str)> {
    let spelt = known.iter().flat_map(|name| names::spellings(name));
    let mut found: Vec<(&str, &str)> = Vec::new();
    for spelling in spelt {
        let means = names::resolve(spelling, known.iter().map(String::as_str));
        let is_new = !known.iter().any(|name| name == spelling) && !found.iter().any(|(old, _)| *old == spelling);
        found.extend(means.filter(|_| is_new).map(|name| (spelling, name)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_means_one_value_and_never_replaces_one() {
        let known = ["乌黑", "紫"].map(str::to_owned);
        assert_eq!(others(&known), [("dark", "乌黑"), ("black", "乌黑")]);
        let both = ["dark", "乌黑"].map(str::to_owned);
        assert_eq!(others(&both), [("black", "dark")], "the first that is meant");
        assert_eq!(others(&["yes".to_owned()]), [("是", "yes")]);
    }
}
