//! What `melon chat` says first.

use crate::report::number::grouped;
use crate::report::page::{Page, PageContext};
use crate::report::words::chat as words;

/// The names of the model that comes with the program.
const OURS: [&str; 2] = ["chat", "gpt-chat"];

/// Who is at the other end, and how to end it.
pub fn welcome(model: &str, n_params: usize, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    page.say(words::Welcome { model, n_params: grouped(n_params) });
    if OURS.contains(&model) {
        page.remark(words::SeenMelons);
    }
    page
}
