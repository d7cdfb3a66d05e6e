//! What a question's own words say of yes and no: `ripe`, `not ripe`, `unripe`.

use super::yes_no::{ENDS, ends_not_certain, is_short_denial, of_word, plain, without_turns, word_and_reason};

/// What may stand before a question's own word, as [`plain`] leaves it, and what denies it there.
const IT_IS: [&str; 12] = ["itisa", "it'sa", "itis", "it's", "its", "it", "isa", "is", "a", "它是", "它", "是"];
const NOT: [&str; 16] = [
    "nota",
    "not",
    "isn'ta",
    "isn't",
    "no",
    "并不是",
    "并没有",
    "并非",
    "并不",
    "不是",
    "没有",
    "还没有",
    "还没",
    "不",
    "没",
    "未",
];
/// What may stand behind it.
const ENDINGS: [char; 2] = ['的', '了'];

/// Words for yes and for no that only one question has, as `ripe` and `unripe`; in the shape of [`plain`].
#[derive(Debug, Clone, Default)]
pub(super) struct OwnWords {
    yes: Vec<String>,
    no: Vec<String>,
}

impl OwnWords {
    /// Those among the words that are right as well: `是 = ripe; 否 = unripe`.
    pub fn of(also: &[(String, Vec<String>)]) -> OwnWords {
        let of = |truth: bool| -> Vec<String> {
            let said = also.iter().filter(|(of, _)| of_word(of) == Some(truth));
            said.flat_map(|(_, words)| words).map(|word| plain(word)).collect()
        };
        OwnWords { yes: of(true), no: of(false) }
    }

    /// Whether the answer says yes or no; `None` where it says neither, or both.
    pub fn truth(&self, given: &str) -> Option<bool> {
        let (word, reason) = word_and_reason(given);
        let truth = self.of_word(word)?;
        let turns_round = |part: &str| {
            // `worse, not better` goes on saying yes where `worse` says it.
            let is_denied = truth && is_short_denial(part) && !denies(&self.no, &plain(without_turns(part)));
            is_denied || self.of_word(without_turns(part)) == Some(!truth) || ends_not_certain(part)
        };
        (!reason.split(ENDS).any(turns_round)).then_some(truth)
    }

    /// `yes`, or `ripe`, `it is ripe`, `not ripe`. What a word for no says may be denied, and yes not be meant:
    /// `not unripe` says neither.
    fn of_word(&self, word: &str) -> Option<bool> {
        let own = plain(word);
        let says = |own: &str| {
            let yes = is_one_of(&self.yes, own);
            (yes || is_one_of(&self.no, own) || denies(&self.yes, own)).then_some(yes)
        };
        let behind_it = || IT_IS.iter().filter_map(|it| own.strip_prefix(it)).find_map(says);
        of_word(word).or_else(|| says(&own)).or_else(behind_it)
    }
}

/// Whether this is one of the words, with or without `的` behind it.
fn is_one_of(words: &[String], given: &str) -> bool {
    words.iter().any(|word| word == given || word == given.trim_end_matches(ENDINGS))
}

/// Whether this is one of the words with a `not` before it.
fn denies(words: &[String], given: &str) -> bool {
    NOT.iter().filter_map(|not| given.strip_prefix(not)).any(|rest| is_one_of(words, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn truth(given: &str) -> Option<bool> {
        OwnWords::default().truth(given)
    }

    #[test]
    fn a_reason_behind_the_word_changes_nothing() {
        for yes in [
            "yes",
            "Yes, it is better",
            "yes it is",
            "Yes. The root is texture.",
            "yes: no model is worse",
            "yes, no doubt",
            "是的，更好",
            "是，因为不需要剪枝",
            "对。",
            "True; see the table",
            "yes (it is better)",
            "是（更好）",
            "(yes)",
        ] {
            assert_eq!(truth(yes), Some(true), "{yes}");
        }
        for no in ["No, it is not", "no, yes-sayers are wrong", "不是，更差", "否；反而更差", "No because it overfits"]
        {
            assert_eq!(truth(no), Some(false), "{no}");
        }
    }

    #[test]
    fn both_or_neither_is_no_answer() {
        for neither in [
            "yes and no",
            "yes, no",
            "Yes, and no",
            "yes, but also no",
            "no, maybe yes",
            "yes or no",
            "no idea",
            "no one knows",
            "是，也不是",
            "是也不是",
            "是，不是",
            "是，不确定",
            "yes, not sure",
            "yes, but actually no",
            "yes it isn't",
            "Yes, not ripe",
            "yes, I am not certain",
            "yes (no)",
            "yes (not certain)",
            "是（也不是）",
            "(yes) no",
            "better",
            "",
        ] {
            assert_eq!(truth(neither), None, "{neither}");
        }
    }

    #[test]
    fn a_question_may_have_words_of_its_own_and_they_may_be_denied() {
        let words = |words: &[&str]| words.iter().map(|word| word.to_string()).collect::<Vec<_>>();
        let yes = words(&["好瓜", "熟", "ripe", "ripe melon"]);
        let own = OwnWords::of(&[("是".into(), yes), ("否".into(), words(&["坏瓜", "生", "unripe"]))]);
        for yes in [
            "ripe",
            "Ripe.",
            "it is ripe",
            "It's ripe",
            "a ripe melon",
            "ripe, since the sugar is high",
            "ripe because the sugar is high",
            "yes, it is ripe",
            "ripe, not unripe",
            "好瓜",
            "是好瓜",
            "熟的",
            "熟了",
            "它是熟的",
            "是，好瓜",
        ] {
            assert_eq!(own.truth(yes), Some(true), "{yes}");
        }
        for no in [
            "not ripe",
            "unripe",
            "un-ripe",
            "it is not ripe",
            "it isn't ripe",
            "is not ripe",
            "it is unripe",
            "not a ripe melon",
            "not ripe because the sugar is low",
            "no, not ripe",
            "no, unripe",
            "不是好瓜",
            "不熟",
            "没熟",
            "没有熟",
            "还没熟",
            "它不熟",
            "是不熟的",
            "坏瓜",
            "是坏瓜",
            "生的",
            "不是，是坏瓜",
        ] {
            assert_eq!(own.truth(no), Some(false), "{no}");
        }
        for neither in [
            "not unripe",
            "不是坏瓜",
            "不是不熟",
            "ripe, unripe",
            "ripe (unripe)",
            "yes, unripe",
            "no, ripe",
            "ripe, not ripe",
            "是，不熟",
            "是，坏瓜",
            "不是，是好瓜",
            "yes it is not ripe",
            "ripe or unripe",
            "ripe, not certain",
            "ripen",
            "半熟",
            "",
        ] {
            assert_eq!(own.truth(neither), None, "{neither}");
        }
        assert_eq!(truth("ripe"), None, "a question without such words");
    }
}
