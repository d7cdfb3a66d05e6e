//! The pages of `melon generate`: candidates, the trace, and what was memorised.
//!
//! What is written is watched while the model works: a trace is an opening, the first token in
//! full, and a closing with the others; candidates are a page a token.

mod attention;
mod candidates;
mod encode;
mod memorised;
mod plots;
mod trace;

pub use attention::first_attention;
pub use candidates::candidates;
pub use memorised::memorised;
pub use plots::plots;
pub use trace::{chosen, closing, first_token, opening};

use crate::lm::generate::StopReason;
use crate::lm::sampling::Strategy;
use crate::report::number::grouped;
use crate::report::page::{Emphasis, Page, PageContext, emphasise};
use crate::report::visible::{running, visible};
use crate::report::words::generate as words;
use crate::report::{Lang, Say};
use crate::task::generate::{Generation, ModelSummary};

/// The prompt and what was written after it.
pub fn written(result: &Generation, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    text(result, &mut page);
    page
}

fn text(result: &Generation, page: &mut Page) {
    let completion = emphasise(Emphasis::For, running(&result.completion));
    page.say(running(&result.prompt) + &completion);
}

/// `gpt, 1,234 parameters, ...`: the model in a sentence.
pub(super) fn model(lang: Lang, model: &ModelSummary) -> String {
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
        StopReason::MaxTokens => words::StopMaxTokens.text(lang),
        StopReason::StopString => words::StopString.text(lang),
        StopReason::EndToken => words::StopEnd.text(lang),
        StopReason::Interrupted => words::StopInterrupted.text(lang),
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
    let characters = first_few(characters)?;
    Some(words::Unknown { characters }.say(lang))
}

/// The words of a prompt that its vocabulary of words does not have, if there are any.
pub fn unknown_words(lang: Lang, unknown: &[String]) -> Option<String> {
    let unknown = first_few(unknown)?;
    Some(words::UnknownWords { unknown }.say(lang))
}

/// The first of a list, and whether there are more; nothing of an empty one.
fn first_few(items: &[impl ToString]) -> Option<String> {
    const SHOWN: usize = 8;
    let shown: Vec<String> = items.iter().take(SHOWN).map(|item| visible(&item.to_string())).collect();
    let more = if items.len() > SHOWN { " …" } else { "" };
    (!shown.is_empty()).then(|| shown.join(" ") + more)
}
