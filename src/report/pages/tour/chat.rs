//! Screens about the GPT that comes with the program.

use crate::report::number::grouped;
use crate::report::page::{DisplayTable, Emphasis, Page, Text};
use crate::report::visible::beginning;
use crate::report::words::{Say, tour as words};
use crate::task::tour::{Finetuning, Letters, Screen};

/// Characters of what a model wrote that a screen has room for.
const SHOWN: usize = 60;

pub(super) fn letters(figures: &Letters, page: &mut Page) {
    let lang = page.lang;
    page.say(words::LettersIdea);
    let screen = |screen: Screen| screen.number();
    let chat = [
        words::LettersChat.say(lang),
        words::LettersQuestion { text: &figures.question }.say(lang),
        words::LettersAnswer { text: one_line(&figures.answer) }.say(lang),
    ];
    let meanings = [
        ("Chat", lang.sentences(chat)),
        ("Generative", words::LettersG { screen: screen(Screen::NextWord) }.say(lang)),
        ("Pre-trained", words::LettersP { screen: screen(Screen::Pretraining) }.say(lang)),
        ("Transformer", words::LettersT.say(lang)),
    ];
    let mut table = DisplayTable::new().words("").words("");
    for (name, meaning) in meanings {
        table.row([Text::emphasised(Emphasis::Strong, name).into(), meaning.into()]);
    }
    page.table(table);
}

pub(super) fn finetuning(figures: &Finetuning, page: &mut Page) {
    let lang = page.lang;
    page.say(words::FinetuningIdea { n: grouped(figures.n_conversations) });
    for (place, answers) in figures.answers.iter().enumerate() {
        page.heading(words::LettersQuestion { text: &answers.question });
        if place == 0 {
            page.say(words::FinetuningBefore { text: beginning(&one_line(&answers.base), SHOWN) });
        }
        let after = words::FinetuningAfter { text: one_line(&answers.chat) }.say(lang);
        page.say(Text::emphasised(Emphasis::For, after));
    }
    if figures.answers.iter().all(|answers| !answers.practised) {
        page.remark(words::FinetuningNotPractised);
    }
    if let Some(wrong) = &figures.wrong {
        page.heading(words::LettersQuestion { text: &wrong.question });
        page.say(words::FinetuningAfter { text: one_line(&wrong.answer) });
        page.remark(words::FinetuningWrong { right: &wrong.right });
    }
    page.say(words::FinetuningLesson);
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
