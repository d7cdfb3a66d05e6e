//! The page of `melon score`: where a text surprises a model, and how much in all.

use super::generate::{model, visible};
use crate::report::Say;
use crate::report::bars::bar;
use crate::report::layout::{Page, pad, pad_left, shorten, width};
use crate::report::number::{fixed, grouped, probability};
use crate::report::style::{Ink, Style, ink};
use crate::report::words::{common, score as words};
use crate::task::score::{Score, ScoredToken};

/// A longer text is shown by the line, with its most surprising tokens.
const MOST_TOKENS: usize = 40;
/// Most surprising tokens, and lines, that are shown.
const SHOWN: usize = 12;
/// Characters shown before a surprising token.
const BEFORE: usize = 12;

/// How surprising is this text?
pub fn score(result: &Score, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(words::Title.text(lang));
    page.say(model(lang, &result.model));
    page.say(words::Means.text(lang));
    page.blank();
    if result.tokens.len() <= MOST_TOKENS {
        every_token(result, &mut page);
    } else {
        lines(result, &mut page);
        most_surprising(result, &mut page);
    }
    all_together(result, &mut page);
    page.finish()
}

/// One bar of surprise: the text of a row, its figures, and what fills the bar.
fn rows(page: &mut Page, head: [&str; 3], rows: &[(String, String, f64)]) {
    let widest = rows.iter().map(|(text, ..)| width(text)).chain([width(head[0])]).max().unwrap_or(0).min(30);
    let second = rows.iter().map(|(_, figure, _)| width(figure)).chain([width(head[1])]).max().unwrap_or(0);
    let room = page.inner_width().saturating_sub(widest + 2 + second + 2 + 6 + 1);
    let largest = rows.iter().map(|&(.., nats)| nats).fold(1.0, f64::max);
    let head = format!("{}  {}  {}", pad(head[0], widest), pad_left(head[1], second), head[2]);
    page.block([ink(Ink::Faint, head)]);
    for (text, figure, nats) in rows {
        let colour = if *nats > 3.0 { Ink::Against } else { Ink::For };
        let bar = ink(colour, bar(nats / largest, room.min(40)));
        let text = pad(&shorten(text, widest), widest);
        page.block([format!("{text}  {}  {} {bar}", pad_left(figure, second), pad_left(&fixed(*nats, 2), 6))]);
    }
}

fn every_token(result: &Score, page: &mut Page) {
    let lang = page.style.lang;
    let row =
        |token: &ScoredToken| (visible(&token.text), probability(token.log_prob_nats.exp()), -token.log_prob_nats);
    let all: Vec<_> = result.tokens.iter().map(row).collect();
    rows(page, [words::Token.text(lang), words::Probability.text(lang), words::Surprise.text(lang)], &all);
}

/// The lines of the text in order of surprise by the token.
fn lines(result: &Score, page: &mut Page) {
    let lang = page.style.lang;
    let mut all: Vec<(String, String, f64)> = Vec::new();
    for (i, line) in result.tokens.split_inclusive(|token| token.text.contains('\n')).enumerate() {
        let text: String = line.iter().map(|token| visible(&token.text)).collect();
        let nats = -line.iter().map(|token| token.log_prob_nats).sum::<f64>();
        let n_chars = line.iter().map(|token| token.text.chars().count()).sum::<usize>().max(1);
        all.push((text, (i + 1).to_string(), nats / n_chars as f64));
    }
    if all.len() < 2 {
        return;
    }
    all.sort_by(|a, b| b.2.total_cmp(&a.2));
    all.truncate(SHOWN);
    page.heading(words::ByLine.text(lang));
    rows(page, ["", words::Line.text(lang), words::PerChar.text(lang)], &all);
}

fn most_surprising(result: &Score, page: &mut Page) {
    let lang = page.style.lang;
    let mut order: Vec<usize> = (0..result.tokens.len()).collect();
    order.sort_by(|&a, &b| result.tokens[a].log_prob_nats.total_cmp(&result.tokens[b].log_prob_nats));
    page.heading(words::MostSurprising.text(lang));
    let row = |&at: &usize| {
        let before: String = result.tokens[..at].iter().map(|token| visible(&token.text)).collect();
        let n = before.chars().count();
        let before: String = before.chars().skip(n.saturating_sub(BEFORE)).collect();
        let token = &result.tokens[at];
        (format!("…{before} → {}", visible(&token.text)), probability(token.log_prob_nats.exp()), -token.log_prob_nats)
    };
    let all: Vec<_> = order.iter().take(SHOWN).map(row).collect();
    rows(page, [words::Token.text(lang), words::Probability.text(lang), words::Surprise.text(lang)], &all);
}

fn all_together(result: &Score, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::AllTogether.text(lang));
    page.say(words::Total { nats: fixed(result.log_prob_nats, 2), n: grouped(result.tokens.len()) }.say(lang));
    page.say(
        words::PerToken {
            nats_per_token: fixed(result.nats_per_token, 3),
            nats_per_char: fixed(result.nats_per_char, 3),
        }
        .say(lang),
    );
    let perplexity = ink(Ink::Strong, fixed(result.perplexity, 1));
    let vocab_size = grouped(result.model.vocab_size);
    page.say(match result.perplexity > result.model.vocab_size as f64 {
        true => words::PerplexityBlind { perplexity, vocab_size }.say(lang),
        false => words::Perplexity { perplexity, vocab_size }.say(lang),
    });
    page.heading(common::TryNext.text(lang));
    let other = if result.model.kind == "ngram" { "gpt" } else { "ngram" };
    page.commands(&[
        (page.style.again_with(&format!("--model {other}")), words::TryOther.text(lang).to_owned()),
        ("melon ladder".to_owned(), words::TryLadder.text(lang).to_owned()),
    ]);
}
