//! The pages of `melon generate`: candidates, the trace, and what was memorised.
//!
//! A trace is written while the model works, so its page comes in pieces: an opening, one
//! piece a token, a closing.

mod attention;
mod candidates;
mod embedding;
mod memorised;
mod trace;

pub use candidates::candidates;
pub use memorised::memorised;
pub use trace::{closing, opening, step};

use crate::lm::generate::StopReason;
use crate::lm::sampling::Strategy;
use crate::report::number::grouped;
use crate::report::words::generate as words;
use crate::report::{Lang, Say};
use crate::task::generate::{Generation, ModelSummary};

/// A token as it can be seen: spaces and line ends get a sign.
pub(super) fn visible(text: &str) -> String {
    let sign = |c: char| match c {
        ' ' => '␣',
        '\n' => '⏎',
        '\t' => '⇥',
        c if c.is_control() || unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) == 0 => '·',
        c => c,
    };
    text.chars().map(sign).collect()
}

/// Running text: as [`visible`], with its spaces, where lines may be broken.
pub(super) fn running(text: &str) -> String {
    visible(text).replace('␣', " ")
}

/// `gpt, 1,234 parameters, ...`: the model in a sentence.
pub fn model(lang: Lang, model: &ModelSummary) -> String {
    words::Model {
        name: &model.name,
        n_params: grouped(model.n_params),
        vocab_size: grouped(model.vocab_size),
        context_len: model.context_len,
    }
    .say(lang)
}

/// One line on how a text came to its end.
pub fn ending(lang: Lang, result: &Generation) -> String {
    let why = match result.stop_reason {
        StopReason::MaxTokens => words::StopMaxTokens.text(lang).to_owned(),
        StopReason::StopString => words::StopString.text(lang).to_owned(),
        StopReason::EndToken => words::StopEnd.text(lang).to_owned(),
        StopReason::Interrupted => words::StopInterrupted.text(lang).to_owned(),
    };
    words::Ending { name: &result.model.name, n: result.tokens.len(), why }.say(lang)
}

/// What to do about a text that goes round in circles; `None` if it does not, or was drawn.
pub fn circles(lang: Lang, result: &Generation) -> Option<String> {
    const ROUND: usize = 8;
    let chars: Vec<char> = result.completion.chars().collect();
    let (before, last) = chars.split_at(chars.len().saturating_sub(ROUND));
    let repeats = last.len() == ROUND && before.windows(ROUND).any(|run| run == last);
    (repeats && result.strategy == Strategy::Greedy).then(|| words::Circles.text(lang).to_owned())
}

/// The characters of a prompt that had to be spelt in bytes, if there are any.
pub fn unknown(lang: Lang, characters: &[char]) -> Option<String> {
    const SHOWN: usize = 8;
    let shown: Vec<String> = characters.iter().take(SHOWN).map(|c| visible(&c.to_string())).collect();
    let more = if characters.len() > SHOWN { " …" } else { "" };
    (!shown.is_empty()).then(|| words::Unknown { characters: shown.join(" ") + more }.say(lang))
}
