//! What becomes of a wording when somebody types it: marks, case, slips.

use rand::Rng;

use crate::data::verbalise::Tongue;
use crate::rng::{self, Stream};

/// The shares of questions with a slip, and of those in small letters and in capitals.
const SLIPS: f64 = 0.07;
const SMALL: f64 = 0.35;
const CAPITALS: f64 = 0.02;

/// The wording as somebody might type it.
pub(super) fn typed(wording: &str, tongue: Tongue, stream: &mut Stream) -> String {
    let (text, mark) = match wording.char_indices().next_back() {
        Some((at, mark @ ('.' | '!' | '。' | '！'))) => (&wording[..at], mark),
        _ => (wording, '?'),
    };
    let mut text = if stream.gen_bool(SLIPS) { slip(text, stream) } else { text.to_owned() };
    let drawn: f64 = stream.gen_range(0.0..1.0);
    if drawn < SMALL {
        text = text.to_lowercase();
    } else if drawn < SMALL + CAPITALS {
        text = text.to_uppercase();
    } else {
        text = capitalised(&text);
    }
    text + end(mark, tongue, stream)
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
