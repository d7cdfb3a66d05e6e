//! The page of `melon score`: where a text surprises a model, and how much in all.

use super::generate::model;
use crate::lm::ModelKind;
use crate::report::number::{fixed, grouped};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, PageContext, Suggestion, Text, emphasise};
use crate::report::visible::{beginning, ending, visible};
use crate::report::words::{common, score as words};
use crate::task::score::{Score, ScoredToken};

/// A longer text is shown by the line, with its most surprising tokens.
const MOST_TOKENS: usize = 40;
/// Most surprising tokens, and lines, that are shown.
const SHOWN: usize = 12;
/// Characters shown before a surprising token.
const BEFORE: usize = 12;
/// Characters shown of a line.
const LINE: usize = 24;
/// A surprise above this, in nats, is a high one.
const HIGH: f64 = 3.0;

/// How surprising is this text?
pub fn score(result: &Score, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    page.title(words::Title);
    page.say(model(context.lang, &result.model));
    page.say(words::Means);
    if result.tokens.len() <= MOST_TOKENS {
        tokens(result.tokens.iter().map(|token| (visible(&token.text).into(), token)), &mut page);
    } else {
        lines(result, &mut page);
        most_surprising(result, &mut page);
    }
    all_together(result, &mut page);
    page.suggest(common::TryNext, suggestions(result, context));
    page
}

/// A row for each token, by the name it is given.
fn tokens<'s>(all: impl Iterator<Item = (Text, &'s ScoredToken)> + Clone, page: &mut Page) {
    let lang = page.lang;
    let head = DisplayTable::new().words(words::Token.text(lang)).numbers(words::Probability.text(lang));
    let mut table = head.numbers(words::Surprise.text(lang)).drawing("");
    let largest = all.clone().map(|(_, token)| -token.log_prob_nats).fold(1.0, f64::max);
    for (name, token) in all {
        let nats = -token.log_prob_nats;
        table.row([name.into(), Cell::probability((-nats).exp()), Cell::number(nats, 2), bar(nats, largest)]);
    }
    page.table(table);
}

fn bar(nats: f64, largest: f64) -> Cell {
    Cell::bar(nats / largest, if nats > HIGH { Emphasis::Against } else { Emphasis::For })
}

/// The lines of the text in order of surprise by the character.
fn lines(result: &Score, page: &mut Page) {
    let lang = page.lang;
    let lines = (1..).zip(result.tokens.split_inclusive(|token| token.text.contains('\n')));
    let mut all: Vec<(usize, String, f64)> = lines
        .map(|(number, line)| {
            let text: String = line.iter().map(|token| token.text.as_str()).collect();
            let nats = -line.iter().map(|token| token.log_prob_nats).sum::<f64>();
            let n_chars = text.chars().count().max(1) as f64;
            (number, text, nats / n_chars)
        })
        .collect();
    if all.len() < 2 {
        return;
    }
    all.sort_by(|a, b| b.2.total_cmp(&a.2));
    page.heading(words::ByLine);
    let head = DisplayTable::new().numbers(words::Line.text(lang)).numbers(words::PerChar.text(lang));
    let mut table = head.drawing("").words(words::LineText.text(lang));
    let largest = all[0].2.max(1.0);
    for (number, text, nats) in all.into_iter().take(SHOWN) {
        let text = match text.trim_end() {
            "" => visible(&text),
            words => beginning(words, LINE),
        };
        table.row([number.into(), Cell::number(nats, 2), bar(nats, largest), text.into()]);
    }
    page.table(table);
}

fn most_surprising(result: &Score, page: &mut Page) {
    let mut order: Vec<usize> = (0..result.tokens.len()).collect();
    order.sort_by(|&a, &b| result.tokens[a].log_prob_nats.total_cmp(&result.tokens[b].log_prob_nats));
    order.truncate(SHOWN);
    page.heading(words::MostSurprising);
    let name = |at: usize| {
        // A token has at least one character: one more of them tells whether something is missing.
        let before: String =
            result.tokens[at.saturating_sub(BEFORE + 1)..at].iter().map(|token| token.text.as_str()).collect();
        let token = emphasise(Emphasis::Strong, visible(&result.tokens[at].text));
        let before = ending(&before, BEFORE);
        Text::from(if before.is_empty() { token } else { format!("{before} → {token}") })
    };
    tokens(order.iter().map(|&at| (name(at), &result.tokens[at])), page);
}

fn all_together(result: &Score, page: &mut Page) {
    page.heading(words::AllTogether);
    page.say(words::Total { nats: fixed(result.log_prob_nats, 2), n: grouped(result.tokens.len()) });
    let [nats_per_token, nats_per_char] = [result.nats_per_token, result.nats_per_char].map(|nats| fixed(nats, 3));
    page.say(words::PerToken { nats_per_token, nats_per_char });
    let perplexity = emphasise(Emphasis::Strong, fixed(result.perplexity, 1));
    let vocab_size = grouped(result.model.vocab_size);
    match result.perplexity > result.model.vocab_size as f64 {
        true => page.say(words::PerplexityBlind { perplexity, vocab_size }),
        false => page.say(words::Perplexity { perplexity, vocab_size }),
    }
}

fn suggestions(result: &Score, context: &PageContext) -> Vec<Suggestion> {
    let other = if result.model.kind == ModelKind::NGram { "gpt" } else { "ngram" };
    let again = ["--order", "--smoothing"].into_iter().fold(context.again(), |command, flag| command.without(flag));
    vec![
        again.with("--model", other).because(words::TryOther, context.lang),
        context.other("ladder").because(words::TryLadder, context.lang),
    ]
}
