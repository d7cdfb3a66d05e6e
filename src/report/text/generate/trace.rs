//! The four steps of generation, watched: encode, predict, choose, append.
//!
//! The first token is explained in full. Each later one is a line of a table, so that a long
//! text can still be read.

use super::{attention, candidates, embedding, model, running, visible};
use crate::lm::sampling::{Sampling, Strategy};
use crate::lm::{MatchedContext, ProbabilityBasis};
use crate::report::bars::bar;
use crate::report::layout::{Page, pad, pad_left, shorten, width};
use crate::report::number::{probability, short};
use crate::report::style::{Ink, Style, ink};
use crate::report::words::{common, generate as words};
use crate::report::{Lang, Say};
use crate::task::generate::{Generation, ModelSummary, Moment, Prompt};

/// Columns of a later token's text.
const TEXT: usize = 8;
/// Columns of its bar.
const BAR: usize = 12;

/// What is about to happen.
pub fn opening(prompt: &Prompt, summary: &ModelSummary, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    let shown = if prompt.text.is_empty() { words::Beginning.text(lang).to_owned() } else { running(&prompt.text) };
    page.title(&words::Title { prompt: shorten(&shown, style.width / 2) }.say(lang));
    page.say(model(lang, summary));
    page.say(words::FourSteps.text(lang));
    page.finish()
}

/// One token more: the first in full, every later one in a line.
pub fn step(moment: &Moment, strategy: Strategy, style: &Style) -> String {
    if moment.index == 0 { in_full(moment, strategy, style) } else { in_a_line(moment, style) }
}

fn in_full(moment: &Moment, strategy: Strategy, style: &Style) -> String {
    let mut page = Page::new(style);
    encode(moment, &mut page);
    predict(moment, &mut page);
    choose(moment, strategy, &mut page);
    append(moment, &mut page);
    page.finish()
}

fn encode(moment: &Moment, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Encode.text(lang));
    embedding::ids(page, moment.context);
    page.blank();
    match moment.context.last().and_then(|token| token.embedding.as_ref()) {
        Some(vector) => {
            page.say(words::Vectors { n: vector.len() }.say(lang));
            embedding::vectors(page, moment.context);
        }
        None => page.say(words::NoVectors.text(lang)),
    }
}

fn predict(moment: &Moment, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Predict.text(lang));
    if let Some(attention) = &moment.written.attention {
        page.say(words::LooksBack.text(lang));
        attention::heads(page, attention, moment.context);
        page.blank();
    }
    if let Some(found) = moment.written.looked_up {
        page.say(looked_up(lang, found, moment));
    }
    candidates::table(page, moment.written, true);
}

/// What an n-gram found, and how that becomes probabilities.
fn looked_up(lang: Lang, found: MatchedContext, moment: &Moment) -> String {
    let start = moment.context.len() - found.n_tokens.min(moment.context.len());
    let seen: String = moment.context[start..].iter().map(|token| visible(&token.text)).collect();
    let seen = ink(Ink::Strong, seen);
    let n = found.n_followers;
    match (found.basis, found.n_tokens) {
        (ProbabilityBasis::Uniform, _) => words::SeenNothing.text(lang).to_owned(),
        (ground, 0) => {
            let ground = if ground == ProbabilityBasis::Smoothed { words::Smoothed.text(lang) } else { "" };
            let common = if found.context_len == 0 {
                words::NoContext { n }.say(lang)
            } else {
                words::NeverSeen { n }.say(lang)
            };
            common + ground
        }
        (ProbabilityBasis::Smoothed, _) => words::SeenSmoothed { context: seen, n }.say(lang),
        (ProbabilityBasis::RelativeFrequency, _) => words::Seen { context: seen, n }.say(lang),
    }
}

fn choose(moment: &Moment, strategy: Strategy, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Choose.text(lang));
    let text = ink(Ink::Strong, visible(&moment.written.text));
    match (strategy, moment.written.draw) {
        (Strategy::Sample(sampling), Some(draw)) => {
            page.say(words::Drawn { settings: settings(&sampling), n: moment.written.n_kept }.say(lang));
            candidates::draw(page, moment.written, draw);
            page.say(words::FellOn { draw: format!("{draw:.3}"), token: text }.say(lang));
        }
        _ => page.say(words::Greedy { token: text }.say(lang)),
    }
}

/// `temperature 0.8, top-k 5`.
fn settings(sampling: &Sampling) -> String {
    let mut parts = vec![format!("temperature {}", short(sampling.temperature, 3))];
    parts.extend(sampling.top_k.map(|k| format!("top-k {k}")));
    parts.extend(sampling.top_p.map(|p| format!("top-p {}", short(p, 3))));
    parts.extend(sampling.min_p.map(|p| format!("min-p {}", short(p, 3))));
    parts.join(", ")
}

fn append(moment: &Moment, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Append.text(lang));
    let before: String = moment.context.iter().map(|token| running(&token.text)).collect();
    page.say(format!("{before}{}", ink(Ink::For, visible(&moment.written.text))));
    page.say(words::Again.text(lang));
    page.blank();
    let head = format!(
        "{}  {}  {}  {}",
        pad_left("#", 3),
        pad(words::Token.text(lang), TEXT),
        pad(words::Probability.text(lang), 7 + BAR),
        words::Others.text(lang)
    );
    page.block([ink(Ink::Faint, head)]);
    page.block([line(moment, page.inner_width())]);
}

fn in_a_line(moment: &Moment, style: &Style) -> String {
    let mut page = Page::new(style);
    page.block([line(moment, page.inner_width())]);
    page.finish()
}

fn line(moment: &Moment, columns: usize) -> String {
    let written = moment.written;
    let number = pad_left(&(moment.index + 1).to_string(), 3);
    let text = pad(&shorten(&visible(&written.text), TEXT), TEXT);
    let share = pad_left(&probability(written.probability), 6);
    let bar = pad(&bar(written.probability, BAR), BAR);
    let room = columns - (3 + 2 + TEXT + 2 + 6 + 1 + BAR + 2);
    let colour = if written.rank == 1 { Ink::For } else { Ink::Against };
    format!(
        "{}  {}  {share} {}  {}",
        ink(Ink::Faint, number),
        ink(Ink::Strong, text),
        ink(colour, bar),
        ink(Ink::Faint, others(moment, room))
    )
}

/// The likeliest of those not chosen, as many as fit.
fn others(moment: &Moment, room: usize) -> String {
    let mut text = String::new();
    for candidate in moment.written.candidates.iter().filter(|c| c.id != moment.written.id && c.probability >= 0.001) {
        let one = format!("{} {}", visible(&candidate.text), probability(candidate.probability));
        let gap = if text.is_empty() { "" } else { "  " };
        if width(&text) + width(gap) + width(&one) > room {
            break;
        }
        text += &format!("{gap}{one}");
    }
    text
}

/// The text, and what to try next.
pub fn closing(result: &Generation, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.heading(words::Text.text(lang));
    let completion = ink(Ink::For, running(&result.completion));
    page.say(format!("{}{completion}", running(&result.prompt)));
    page.remark(super::ending(lang, result));
    page.heading(common::TryNext.text(lang));
    page.commands(&next(result, style));
    page.finish()
}

fn next(result: &Generation, style: &Style) -> Vec<(String, String)> {
    let lang = style.lang;
    let again = |flag: &str, why: &str| (style.again_with(flag), why.to_owned());
    match result.strategy {
        Strategy::Greedy => {
            vec![
                again("--temperature 1", words::TrySampling.text(lang)),
                again("--memorised", words::TryMemorised.text(lang)),
            ]
        }
        Strategy::Sample(_) => vec![
            again(&format!("--seed {}", result.seed.wrapping_add(1)), words::TrySeed.text(lang)),
            again("--temperature 0.3", words::TryColder.text(lang)),
            again("--memorised", words::TryMemorised.text(lang)),
        ],
    }
}
