//! The plots of `melon generate`: the candidates of the first tokens.

use crate::report::Lang;
use crate::report::page::{Axis, Emphasis, Marks, Page, PageContext, Plot};
use crate::report::visible::{ending, visible};
use crate::report::words::generate as words;
use crate::task::generate::{Generation, WrittenToken};

/// Tokens whose candidates are drawn.
const MOST_TOKENS: usize = 6;
/// Characters of the text before that stand above its candidates.
const CONTEXT: usize = 24;

/// A plot a token, in which the one chosen stands out.
pub fn plots(result: &Generation, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    let mut before = result.prompt.clone();
    for (at, token) in result.tokens.iter().enumerate().take(MOST_TOKENS) {
        if !token.candidates.is_empty() {
            let text = ending(&before, CONTEXT);
            page.heading(words::CandidatesAfter { n: at + 1, text });
            page.plot(candidates(token, lang));
        }
        before += &token.text;
    }
    if result.tokens.len() > MOST_TOKENS && !page.blocks.is_empty() {
        page.remark(words::FirstTokens { n: MOST_TOKENS });
    }
    page
}

fn candidates(token: &WrittenToken, lang: Lang) -> Plot {
    let y = Axis::named("", token.candidates.iter().map(|candidate| visible(&candidate.text)));
    let largest = Axis::from_zero(token.candidates.iter().map(|candidate| candidate.probability));
    let mut plot = Plot::new(Axis::new(words::Probability.text(lang), [0.0, largest[1].min(1.0)]), y);
    let bars: Vec<(bool, [f64; 2])> = token
        .candidates
        .iter()
        .zip(&plot.y.ticks)
        .map(|(candidate, tick)| (candidate.id == token.id, [candidate.probability, tick.0]))
        .collect();
    let of = |chosen: bool| bars.iter().filter(|bar| bar.0 == chosen).map(|bar| bar.1).collect::<Vec<_>>();
    let series = [
        (words::Picked.text(lang), Emphasis::For, of(true)),
        (words::NotChosen.text(lang), Emphasis::Faint, of(false)),
    ];
    for (name, emphasis, bars) in series.into_iter().filter(|(.., bars)| !bars.is_empty()) {
        plot.add(Some(name.to_owned()), emphasis, Marks::Bars(bars));
    }
    plot
}
