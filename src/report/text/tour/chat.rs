//! Screens about the GPT that comes with the program.

use crate::report::layout::{Page, pad, shorten, width, wrap};
use crate::report::number::grouped;
use crate::report::style::{Ink, ink};
use crate::report::words::tour as words;
use crate::task::tour::{Finetuning, Letters, Screen};

pub(super) fn letters(figures: &Letters, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::letters_idea(lang));
    let chat = [
        words::letters_chat(lang).to_owned(),
        words::letters_question(lang, &figures.question),
        words::letters_answer(lang, one_line(&figures.answer)),
    ];
    item(page, "Chat", &chat);
    item(page, "Generative", &[words::letters_g(lang, Screen::NextWord.number())]);
    let read = words::letters_p(lang, grouped(figures.n_chars), Screen::Pretraining.number());
    item(page, "Pre-trained", &[read]);
    let size = words::letters_t(lang, figures.context_len, figures.n_layer, figures.n_head, grouped(figures.n_params));
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
    page.say(words::finetuning_idea(lang, figures.n_conversations));
    for answers in &figures.answers {
        page.blank();
        page.say(ink(Ink::Strong, words::letters_question(lang, &answers.question)));
        let room = page.inner_width() - width(&words::finetuning_before(lang, ""));
        page.say(words::finetuning_before(lang, shorten(&one_line(&answers.base), room)));
        page.say(ink(Ink::For, words::finetuning_after(lang, one_line(&answers.chat))));
        if !answers.practised {
            page.remark(words::finetuning_not_practised(lang));
        }
    }
    page.blank();
    page.say(words::finetuning_lesson(lang));
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
