//! Screens about the GPT that comes with the program.

use crate::report::Say;
use crate::report::layout::{Page, pad, shorten, width, wrap};
use crate::report::number::grouped;
use crate::report::style::{Ink, ink};
use crate::report::words::tour as words;
use crate::task::tour::{Finetuning, Letters, Screen};

pub(super) fn letters(figures: &Letters, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::LettersIdea.text(lang));
    let chat = [
        words::LettersChat.text(lang).to_owned(),
        words::LettersQuestion { text: &figures.question }.say(lang),
        words::LettersAnswer { text: one_line(&figures.answer) }.say(lang),
    ];
    item(page, "Chat", &chat);
    item(page, "Generative", &[words::LettersG { screen: Screen::NextWord.number() }.say(lang)]);
    let read = words::LettersP { n: grouped(figures.n_chars), screen: Screen::Pretraining.number() }.say(lang);
    item(page, "Pre-trained", &[read]);
    let size = words::LettersT {
        context: figures.context_len,
        layers: figures.n_layer,
        heads: figures.n_head,
        params: grouped(figures.n_params),
    }
    .say(lang);
    item(page, "Transformer", &[size]);
}

/// The columns that the longest of the four words takes, and a gap.
const NAME_WIDTH: usize = 13;

/// A word, and beside it what it means.
fn item(page: &mut Page, name: &str, told: &[String]) {
    page.blank();
    let lines = told.iter().flat_map(|text| wrap(text, page.inner_width() - NAME_WIDTH)).collect::<Vec<_>>();
    let beside = |at: usize| pad(&if at == 0 { ink(Ink::Strong, name) } else { String::new() }, NAME_WIDTH);
    page.block(lines.into_iter().enumerate().map(|(at, line)| beside(at) + &line));
}

pub(super) fn finetuning(figures: &Finetuning, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::FinetuningIdea { n: figures.n_conversations }.say(lang));
    for answers in &figures.answers {
        page.blank();
        page.say(ink(Ink::Strong, words::LettersQuestion { text: &answers.question }.say(lang)));
        let room = page.inner_width() - width(&words::FinetuningBefore { text: "" }.say(lang));
        page.say(words::FinetuningBefore { text: shorten(&one_line(&answers.base), room) }.say(lang));
        page.say(ink(Ink::For, words::FinetuningAfter { text: one_line(&answers.chat) }.say(lang)));
        if !answers.practised {
            page.remark(words::FinetuningNotPractised.text(lang));
        }
    }
    page.blank();
    page.say(words::FinetuningLesson.text(lang));
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
