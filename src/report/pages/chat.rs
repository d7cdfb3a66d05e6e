//! What `melon chat` says before the first question.

use crate::report::Say;
use crate::report::number::grouped;
use crate::report::page::{Block, Page, PageContext};
use crate::report::words::chat as words;

/// The names of the model that comes with the program.
const OURS: [&str; 2] = ["chat", "gpt-chat"];

/// A folder that is not there yet, for the model that learns to answer.
const FOLDER: &str = "my-chat";

/// Who is at the other end, and how to end it.
pub fn welcome(model: &str, n_params: usize, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    page.say(words::Welcome { model, n_params: grouped(n_params) });
    if OURS.contains(&model) {
        page.remark(words::SeenMelons);
        let classify = || context.other("classify");
        page.push(Block::Suggestions(vec![
            classify().because(words::TrySeventeen, context.lang),
            classify().on("ten-melons").because(words::TryTen, context.lang),
        ]));
    }
    page
}

/// That a model never learned to answer, and how it would if it can.
pub fn not_tuned(model: &str, can_learn: bool, context: &PageContext) -> String {
    let lang = context.lang;
    let command = context.other("finetune").on(model).with("--save", FOLDER);
    let tune = if can_learn { words::Tune { command }.say(lang) } else { String::new() };
    lang.sentences([words::NotTuned.text(lang).to_owned(), tune])
}
