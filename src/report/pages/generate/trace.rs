//! The four steps of generation, watched: encode, predict, choose, append.
//!
//! The first token is explained in full; all of them are the rows of a table at the end.

use super::{attention, candidates, encode, memorised, model, text};
use crate::lm::sampling::{Sampling, Strategy};
use crate::lm::{MatchedContext, ProbabilityBasis};
use crate::report::number::{grouped, probability, short};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, PageContext, Suggestion, Text, emphasise};
use crate::report::visible::{self, running, visible};
use crate::report::words::{common, generate as words};
use crate::report::{Lang, Say};
use crate::task::generate::{Generation, ModelSummary, Moment, Prompt, WrittenToken};

/// Characters of the prompt in the title: its last ones, after which the model goes on.
const PROMPT: usize = 40;
/// Tokens that are named beside the one written.
const OTHERS: usize = 3;

/// What is about to happen.
pub fn opening(prompt: &Prompt, summary: &ModelSummary, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    match prompt.text.as_str() {
        "" => page.title(words::Title { prompt: words::Beginning.text(context.lang) }),
        text => page.title(words::Title { prompt: visible::ending(text, PROMPT) }),
    }
    page.say(model(context.lang, summary));
    page.say(words::FourSteps);
    page
}

/// The first token in full.
pub fn first_token(moment: &Moment, strategy: Strategy, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    page.heading(words::Encode);
    encode::ids(moment.context, &mut page);
    encode::vectors(moment.context, &mut page);
    predict(moment, &mut page);
    choose(moment.written, strategy, &mut page);
    page.heading(words::Append);
    let before: String = moment.context.iter().map(|token| running(&token.text)).collect();
    page.say(before + &emphasise(Emphasis::For, visible(&moment.written.text)));
    page.say(words::Again);
    page
}

fn predict(moment: &Moment, page: &mut Page) {
    page.heading(words::Predict);
    if let Some(attention) = &moment.written.attention {
        page.say(words::LooksBack);
        attention::heads(attention, moment.context, page);
    }
    if let Some(found) = moment.written.looked_up {
        looked_up(found, moment, page);
    }
    candidates::table(moment.written, page);
}

/// What an n-gram found, and how that becomes probabilities.
fn looked_up(found: MatchedContext, moment: &Moment, page: &mut Page) {
    let start = moment.context.len() - found.n_tokens.min(moment.context.len());
    let seen: String = moment.context[start..].iter().map(|token| visible(&token.text)).collect();
    let context = emphasise(Emphasis::Strong, seen);
    let n = found.n_followers;
    match (found.basis, found.n_tokens) {
        (ProbabilityBasis::Uniform, _) => page.say(words::SeenNothing),
        (basis, 0) => {
            match found.context_len {
                0 => page.say(words::NoContext { n }),
                _ => page.say(words::NeverSeen { n }),
            }
            if basis == ProbabilityBasis::Smoothed {
                page.say(words::Smoothed);
            }
        }
        (ProbabilityBasis::Smoothed, _) => page.say(words::SeenSmoothed { context, n }),
        (ProbabilityBasis::RelativeFrequency, _) => page.say(words::Seen { context, n }),
    }
}

fn choose(written: &WrittenToken, strategy: Strategy, page: &mut Page) {
    page.heading(words::Choose);
    let token = emphasise(Emphasis::Strong, visible(&written.text));
    match (strategy, written.draw) {
        (Strategy::Sample(sampling), Some(draw)) => {
            page.say(words::Drawn { settings: settings(&sampling), n: grouped(written.n_kept) });
            candidates::draw(written, draw, page);
            page.say(words::FellOn { draw: format!("{draw:.3}"), token });
        }
        _ => page.say(words::Greedy { token }),
    }
}

/// How all tokens of a text are chosen.
pub fn chosen(lang: Lang, strategy: Strategy) -> String {
    match strategy {
        Strategy::Greedy => words::AlwaysLikeliest.text(lang).to_owned(),
        Strategy::Sample(sampling) => words::AllDrawn { settings: settings(&sampling) }.say(lang),
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

/// Every token in a row, the text and what of it was memorised, and what to try next.
pub fn closing(result: &Generation, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    let head = DisplayTable::new().numbers("#").words(words::Token.text(lang)).numbers(words::Probability.text(lang));
    let mut table = head.drawing("").words(words::Others.text(lang));
    for (n, written) in (1..).zip(&result.tokens) {
        let colour = if written.rank == 1 { Emphasis::For } else { Emphasis::Against };
        let token = Text::emphasised(Emphasis::Strong, visible(&written.text));
        let bar = Cell::bar(written.probability, colour);
        table.row([Cell::from(n), token.into(), Cell::probability(written.probability), bar, others(written).into()]);
    }
    page.table(table);
    page.heading(words::Text);
    text(result, &mut page);
    page.remark(super::ending(lang, result));
    if let Some(found) = &result.memorised {
        page = page.followed_by(memorised::section(found, lang));
    }
    page.suggest(common::TryNext, suggestions(result, context));
    page
}

/// The likeliest of those not chosen.
fn others(written: &WrittenToken) -> String {
    let others = written.candidates.iter().filter(|c| c.id != written.id && c.probability >= 0.001);
    let named = others.take(OTHERS).map(|other| format!("{} {}", visible(&other.text), probability(other.probability)));
    named.collect::<Vec<_>>().join("  ")
}

fn suggestions(result: &Generation, context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    let again = || context.again().without("--greedy");
    let mut next = match result.strategy {
        Strategy::Greedy => vec![again().with("--temperature", 1).because(words::TrySampling, lang)],
        Strategy::Sample(_) => vec![
            again().with("--seed", result.seed.wrapping_add(1)).because(words::TrySeed, lang),
            again().with("--temperature", 0.3).because(words::TryColder, lang),
        ],
    };
    match &result.memorised {
        None => next.push(context.again().with_flag("--memorised").because(words::TryMemorised, lang)),
        Some(found) => next.extend(memorised::test_on_new_text(found, context)),
    }
    next
}
