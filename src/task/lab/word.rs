//! Whether an answer is a word, as people say it.

use super::own_words::OwnWords;
use super::yes_no::plain;
use super::{remark, split};
use crate::data::names;
use serde_json::Value;

/// What may stand behind the name of a column or of a colour, and adds nothing to it.
const KINDS: [&str; 8] = [" column", " feature", " colour", " color", "那一列", "这一列", "列", "色"];

/// Words that are right as well: `(computed, others)`.
type Also = [(String, Vec<String>)];

/// Whether the answer is the word, or says yes or no as it does.
pub(super) fn is_said(given: &str, wanted: &Value, also: &Also) -> bool {
    let own = OwnWords::of(also);
    let given = [given, named(given, &own)];
    let mut said = given.into_iter().flat_map(|one| [one, without_article(one)]).map(|one| own.truth(one));
    let is_truth = truth(wanted).is_some_and(|wanted| said.any(|truth| truth == Some(wanted)));
    is_truth || given.into_iter().flat_map(ways).any(|one| is_word(one, wanted, also))
}

/// `texture` of `texture (纹理)`. What follows yes or no may deny it, and is left to those who read it with it.
fn named<'t>(given: &'t str, own: &OwnWords) -> &'t str {
    let named = remark::without(given);
    if own.truth(named).is_some() { given } else { named }
}

/// What a computed answer says; YAML's own tools write yes as true.
fn truth(wanted: &Value) -> Option<bool> {
    match wanted.as_str() {
        Some("是" | "yes") => Some(true),
        Some("否" | "no") => Some(false),
        _ => wanted.as_bool(),
    }
}

fn is_word(given: &str, wanted: &Value, also: &Also) -> bool {
    let given = plain(given);
    let computed = super::expression::value_text(wanted);
    let mut others = also.iter().filter(|(of, _)| plain(of) == plain(&computed)).flat_map(|(_, others)| others);
    let shown = [plain(&computed), plain(&names::display_name(&computed, true))];
    let is_name = |word: &str| names::resolve(&given, [word]).is_some();
    others.any(|other| plain(other) == given) || shown.contains(&given) || wanted.as_str().is_some_and(is_name)
}

/// The answer, and the word itself of `density ≤ 0.785`, `the sugar column`, `青绿色`.
fn ways(given: &str) -> Vec<&str> {
    let strips: [fn(&str) -> &str; 3] = [split::name, without_article, without_kind];
    strips.iter().fold(vec![given], |ways, strip| ways.into_iter().flat_map(|way| [way, strip(way)]).collect())
}

/// `sugar` of `sugar column`, `青绿` of `青绿色`.
fn without_kind(given: &str) -> &str {
    let given = given.trim_end_matches(['.', '。', '?', '!', ' ']);
    let end = |kind: &str| {
        let at = given.len().checked_sub(kind.len())?;
        given.get(at..).filter(|end| end.eq_ignore_ascii_case(kind)).map(|_| given[..at].trim_end())
    };
    KINDS.iter().find_map(|kind| end(kind)).unwrap_or(given)
}

/// `density` of `the density`.
fn without_article(given: &str) -> &str {
    let begins = |article: &&str| given.get(..article.len()).is_some_and(|head| head.eq_ignore_ascii_case(article));
    ["the ", "an ", "a "].iter().find(|article| begins(article)).map_or(given, |article| &given[article.len()..])
}

#[cfg(test)]
mod tests {
    use super::super::grade::is_right;
    use super::super::spec::AnswerKind;
    use serde_json::json;

    #[test]
    fn a_word_may_be_said_to_be_a_column_or_a_colour() {
        let also = AnswerKind::Word(Vec::new());
        for right in [
            "sugar",
            "the sugar column",
            "The Sugar Column.",
            "含糖率列",
            "“含糖率”那一列",
            "the sugar column (含糖率)",
        ] {
            assert!(is_right(right, &json!("含糖率"), &also), "{right}");
        }
        for right in ["青绿", "青绿色", "青绿色。", "green", "green colour"] {
            assert!(is_right(right, &json!("青绿"), &also), "{right}");
        }
        for right in ["density ≤ 0.785", "密度≤0.785？", "the density", "density <= 0.785 (best of 16)"] {
            assert!(is_right(right, &json!("密度"), &also), "{right}");
        }
        for wrong in ["not density", "sugar ≤ 0.126", "density or sugar", "density ≤ sugar", "column", "列", ""] {
            assert!(!is_right(wrong, &json!("密度"), &also), "{wrong}");
        }
        assert!(!is_right("乌黑色", &json!("青绿"), &also) && !is_right("不是青绿色", &json!("青绿"), &also));
    }

    #[test]
    fn yes_and_no_may_be_said_with_the_words_of_the_label() {
        let words = |words: &[&str]| words.iter().map(|word| word.to_string()).collect::<Vec<_>>();
        let also = [("是", words(&["好瓜", "熟", "ripe"])), ("否", words(&["坏瓜", "unripe"]))];
        let kind = AnswerKind::Word(also.map(|(of, others)| (of.to_owned(), others)).to_vec());
        for ripe in ["好瓜", "是好瓜", "熟", "熟了。", "ripe", "it’s ripe", "yes (ripe)", "ripe (see row 7)"]
        {
            assert!(is_right(ripe, &json!("是"), &kind) && !is_right(ripe, &json!("否"), &kind), "{ripe}");
        }
        for unripe in
            ["不是好瓜", "不熟", "没熟", "坏瓜", "not ripe", "unripe", "it isn’t ripe", "no (not ripe)", "否（坏瓜）"]
        {
            assert!(is_right(unripe, &json!("否"), &kind) && !is_right(unripe, &json!("是"), &kind), "{unripe}");
        }
        for neither in
            ["not unripe", "不是坏瓜", "ripe (unripe)", "ripe (not ripe)", "yes (unripe)", "好瓜，坏瓜", "半熟"]
        {
            assert!(!is_right(neither, &json!("是"), &kind) && !is_right(neither, &json!("否"), &kind), "{neither}");
        }
        let larger = [("true", words(&["larger", "更大"])), ("false", words(&["smaller", "更小"]))];
        let kind = AnswerKind::Word(larger.map(|(of, others)| (of.to_owned(), others)).to_vec());
        assert!(is_right("not larger", &json!(false), &kind) && is_right("没有更大", &json!(false), &kind));
        assert!(is_right("larger, not smaller", &json!(true), &kind) && is_right("更小", &json!(false), &kind));
        assert!(!is_right("not smaller", &json!(true), &kind), "it may be the same");
        assert!(!is_right("yes it isn’t", &json!(true), &kind));
    }
}
