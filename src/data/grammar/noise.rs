//! What becomes of a wording when somebody types it: marks, case, slips, words left out.

use rand::Rng;

use crate::data::verbalise::Tongue;
use crate::rng::{self, Stream};

/// The shares of questions with a slip, and of English ones without their small words.
const SLIPS: f64 = 0.07;
const WITHOUT_SMALL_WORDS: f64 = 0.03;
/// The shares of questions in small letters, in capitals, and in English Like This. In Chinese only
/// the names in Latin letters show it, as knn, KNN and k-NN, so there capitals are more frequent.
const SMALL: f64 = 0.34;
const CAPITALS: [f64; 2] = [0.12, 0.04];
const TITLES: [f64; 2] = [0.0, 0.04];
/// What learners of English leave out.
const SMALL_WORDS: [&str; 7] = ["a", "an", "the", "is", "are", "do", "does"];

/// The wording as somebody might type it.
pub(super) fn typed(wording: &str, tongue: Tongue, stream: &mut Stream) -> String {
    let (text, mark) = match wording.char_indices().next_back() {
        Some((at, mark @ ('.' | '!' | '。' | '！'))) => (&wording[..at], mark),
        _ => (wording, '?'),
    };
    let is_english = tongue == Tongue::English;
    let leaves_out = is_english && stream.gen_bool(WITHOUT_SMALL_WORDS);
    let text = if leaves_out { without_small_words(text) } else { text.to_owned() };
    let text = if stream.gen_bool(SLIPS) { slip(&text, stream) } else { text };
    let (capitals, titles) = (CAPITALS[usize::from(is_english)], TITLES[usize::from(is_english)]);
    let drawn: f64 = stream.gen_range(0.0..1.0);
    let text = if drawn < SMALL {
        text.to_lowercase()
    } else if drawn < SMALL + capitals {
        text.to_uppercase()
    } else if drawn < SMALL + capitals + titles {
        text.split(' ').map(capitalised).collect::<Vec<_>>().join(" ")
    } else {
        capitalised(&text)
    };
    text + end(mark, tongue, stream)
}

/// Without articles and auxiliaries, if two words are left.
fn without_small_words(text: &str) -> String {
    let kept: Vec<&str> = text.split(' ').filter(|word| !SMALL_WORDS.contains(word)).collect();
    if kept.len() < 2 { text.to_owned() } else { kept.join(" ") }
}

/// The first letter in capitals.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// How it ends: with its mark, of either width, with more of them, or with none.
fn end(mark: char, tongue: Tongue, stream: &mut Stream) -> &'static str {
    let drawn = stream.gen_range(0..20);
    match (tongue, mark, drawn) {
        (_, _, 0..7) => "",
        (Tongue::Chinese, '?', 7..17) => "？",
        (Tongue::Chinese, '?', 18) => "。",
        (Tongue::English, '?', 17) => " ?",
        (_, '?', 19) => "??",
        (_, '?', _) => "?",
        (Tongue::Chinese, '!' | '！', _) => "！",
        (Tongue::Chinese, _, 17..) => ".",
        (Tongue::Chinese, ..) => "。",
        (_, '!', _) => "!",
        (_, _, 18..) => "...",
        _ => ".",
    }
}

/// One character left out, doubled, or changed for its neighbour.
fn slip(text: &str, stream: &mut Stream) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    if chars.len() < 8 {
        return text.to_owned();
    }
    let at = 1 + rng::index(stream, chars.len() - 2);
    if !(chars[at].is_alphabetic() && chars[at + 1].is_alphabetic()) {
        return text.to_owned();
    }
    match stream.gen_range(0..3) {
        0 => drop(chars.remove(at)),
        1 => chars.insert(at, chars[at]),
        _ => chars.swap(at, at + 1),
    }
    chars.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Seed;

    /// The share of four thousand typings that `is_one`.
    fn share(wording: &str, tongue: Tongue, is_one: impl Fn(&str) -> bool) -> f64 {
        let typed = |number| typed(wording, tongue, &mut Seed(4).numbered_stream("noise", number));
        (0..4000).filter(|&number| is_one(typed(number).trim_end_matches(['?', ' ', '？', '。']))).count() as f64
            / 4000.0
    }

    #[test]
    fn titles_capitals_and_words_left_out_are_met_now_and_then() {
        let english = |is_one: fn(&str) -> bool| share("what is the mean of k-NN", Tongue::English, is_one);
        let titles = english(|text| text == "What Is The Mean Of K-NN");
        let capitals = english(|text| text == "WHAT IS THE MEAN OF K-NN");
        let left_out = english(|text| text.to_lowercase() == "what mean of k-nn");
        for share in [titles, capitals, left_out] {
            assert!((0.02..0.06).contains(&share), "{titles} {capitals} {left_out}");
        }
        assert!(english(|text| text == "what is the mean of k-nn") > 0.25);
        let chinese = |is_one: fn(&str) -> bool| share("什么是 knn 算法", Tongue::Chinese, is_one);
        assert!(chinese(|text| text == "什么是 KNN 算法") > 0.08);
        assert!(chinese(|text| text == "什么是 knn 算法") > 0.5);
        assert!(chinese(|text| text.contains("Knn")) == 0.0);
    }

    #[test]
    fn a_wording_of_small_words_stays_whole() {
        assert_eq!(without_small_words("what is a leaf"), "what leaf");
        assert_eq!(without_small_words("is it"), "is it");
    }
}
