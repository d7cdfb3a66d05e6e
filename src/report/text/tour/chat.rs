//! Screens about the GPT that comes with the program.

use crate::report::layout::Page;
use crate::report::number::grouped;
use crate::report::style::{Ink, ink};
use crate::report::words::tour as words;
use crate::task::tour::{Finetuning, Letters, Screen};

pub(super) fn letters(figures: &Letters, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::letters_idea(lang));
    page.blank();
    let letter = |page: &mut Page, name: &str, told: String| {
        page.say(format!("{}  {told}", ink(Ink::Strong, name)));
    };
    letter(page, "Chat", words::letters_chat(lang).to_owned());
    page.say(words::letters_question(lang, &figures.question));
    page.say(ink(Ink::For, words::letters_answer(lang, &figures.answer)));
    page.blank();
    let at = |screen: Screen| screen.number();
    letter(page, "Generative", words::letters_g(lang, at(Screen::NextWord)));
    page.blank();
    letter(page, "Pre-trained", words::letters_p(lang, grouped(figures.n_chars), at(Screen::Pretraining)));
    page.blank();
    let size = words::letters_t(lang, figures.context_len, figures.n_layer, figures.n_head, grouped(figures.n_params));
    letter(page, "Transformer", size);
}

pub(super) fn finetuning(figures: &Finetuning, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::finetuning_idea(lang, figures.n_conversations));
    for answers in &figures.answers {
        page.blank();
        page.say(ink(Ink::Strong, words::letters_question(lang, &answers.question)));
        page.say(words::finetuning_before(lang, one_line(&answers.base)));
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
