//! Yes, no and "not certain" as people write them: alone, or with a reason behind them.

/// Marks of quotation, of either keyboard.
pub(super) const QUOTES: [char; 10] = ['"', '\'', '“', '”', '‘', '’', '「', '」', '『', '』'];
/// Words for true and for false.
const TRUE: [&str; 13] = ["true", "yes", "y", "on", "是", "对", "会", "能", "有", "是的", "对的", "真", "正确"];
const FALSE: [&str; 15] =
    ["false", "no", "n", "off", "否", "不", "不是", "不会", "不能", "没有", "不对", "假", "错", "错误", "无"];
/// Words for what the samples cannot show, as [`plain`] leaves them.
const NOT_CERTAIN: [&str; 24] = [
    "notcertain",
    "uncertain",
    "notsure",
    "unsure",
    "unclear",
    "notclear",
    "cannottell",
    "can'ttell",
    "canttell",
    "cannotsay",
    "can'tsay",
    "cannotbesaid",
    "undecided",
    "notdecided",
    "unknown",
    "不能确定",
    "无法确定",
    "不确定",
    "说不准",
    "不好说",
    "看不出",
    "看不出来",
    "不能肯定",
    "没法确定",
];
/// What ends the word and begins the reason.
pub(super) const ENDS: [char; 20] =
    [',', '，', '.', '。', ';', '；', ':', '：', '!', '！', '—', '\n', '(', ')', '（', '）', '[', ']', '【', '】'];
/// With these a reason may begin without a mark before it. `no idea` is no answer, and `yes and no` none either.
const REASONS: [&str; 18] = [
    "it", "its", "it's", "they", "the", "this", "that", "these", "there", "because", "since", "as", "he", "she", "we",
    "i", "for", "if",
];
/// What may stand before the other word in an answer that takes itself back.
const TURNS: [&str; 24] = [
    "and",
    "or",
    "but",
    "also",
    "maybe",
    "perhaps",
    "sometimes",
    "partly",
    "actually",
    "really",
    "rather",
    "也",
    "又",
    "或",
    "或者",
    "和",
    "但也",
    "但是",
    "但",
    "其实",
    "实际上",
    "可能",
    "有时",
    "还",
];

/// Whether a remark behind an answer takes it back: `or 0.6`, `no`, `not sure`.
pub(super) fn takes_back(remark: &str) -> bool {
    let turns_round =
        |part: &str| without_turns(part).len() < part.trim().len() || of_word(part).is_some() || is_short_denial(part);
    remark.split(ENDS).any(|part| turns_round(part) || ends_not_certain(part))
}

/// `it isn't`, `not ripe`: nothing but a denial. A longer reason may well have a `not` in it.
pub(super) fn is_short_denial(part: &str) -> bool {
    let words: Vec<String> = without_turns(part).split_whitespace().map(str::to_lowercase).collect();
    words.len() <= 3 && words.iter().any(|word| word == "not" || word.ends_with("n't"))
}

/// `I am not certain`.
pub(super) fn ends_not_certain(part: &str) -> bool {
    let part = plain(part);
    NOT_CERTAIN.iter().any(|words| part.ends_with(words))
}

/// Whether this says that one cannot know.
pub(super) fn is_not_certain(given: &str) -> bool {
    let mut parts = without_opening(given).split(ENDS);
    let first = parts.next().unwrap_or_default();
    let decides = |part: &str| {
        let last = part.split_whitespace().last().unwrap_or_default();
        of_word(without_turns(part)).or_else(|| of_word(last)).is_some()
    };
    [given, first].iter().any(|one| NOT_CERTAIN.contains(&plain(one).as_str())) && !parts.any(decides)
}

/// Without case, spaces, underscores and marks at the ends.
pub(super) fn plain(text: &str) -> String {
    let marks = ['.', '。', '!', '！', '?', '？', '`', '*', ' '];
    let text = text.trim_matches(|c: char| marks.contains(&c) || QUOTES.contains(&c)).to_lowercase();
    text.chars().filter(|c| !c.is_whitespace() && *c != '_' && *c != '-').collect()
}

/// The word alone.
pub(super) fn of_word(word: &str) -> Option<bool> {
    let word = plain(word);
    let is_in = |words: &[&str]| words.contains(&word.as_str());
    if is_in(&TRUE) { Some(true) } else { is_in(&FALSE).then_some(false) }
}

/// The word, and what is said behind it.
pub(super) fn word_and_reason(given: &str) -> (&str, &str) {
    let given = without_opening(given);
    let ends = [given.find(ENDS), given.find(" because ")];
    let (word, reason) = given.split_at(ends.into_iter().flatten().min().unwrap_or(given.len()));
    let Some((first, rest)) = word.split_once(' ') else { return (word, reason) };
    let next = rest.split_whitespace().next().unwrap_or_default().to_lowercase();
    if REASONS.contains(&next.as_str()) { (first, &given[first.len()..]) } else { (word, reason) }
}

/// Without a bracket before it.
fn without_opening(given: &str) -> &str {
    given.trim_start_matches(['(', '（', '[', '【', ' ']).trim()
}

/// Without `and`, `but` and the like before it.
pub(super) fn without_turns(part: &str) -> &str {
    let mut part = part.trim();
    while let Some(rest) = TURNS.iter().find_map(|turn| below(part, turn)) {
        part = rest;
    }
    part
}

/// What follows a word: in English behind a space.
pub(super) fn below<'t>(part: &'t str, turn: &str) -> Option<&'t str> {
    let head = part.get(..turn.len()).filter(|head| head.eq_ignore_ascii_case(turn))?;
    let rest = &part[head.len()..];
    (!turn.is_ascii() || rest.starts_with(char::is_whitespace)).then_some(rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_cannot_know_does_not_answer() {
        assert!(is_not_certain("Not certain: the interval is wide") && is_not_certain("不能确定，区间太宽"));
        assert!(!is_not_certain("Not certain, yes") && !is_not_certain("不确定，但是是"));
        assert!(!is_not_certain("not certain, but I say yes"));
        assert!(is_not_certain("not certain (0.53 in [0.51, 0.9])") && is_not_certain("(不能确定)"));
        assert!(!is_not_certain("not certain (yes)"));
        assert!(!is_not_certain("certain") && !is_not_certain("") && !is_not_certain("yes, not certain"));
    }
}
