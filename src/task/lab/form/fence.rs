//! A form within a text: in a block of code, with a name or a heading above it.

use super::by_line::{is_fence, names_a_question};
use super::keys;
use crate::task::lab::lines::{KeyValue, pair};

/// What a block may be called that is a form.
const FORMATS: [&str; 4] = ["yaml", "yml", "toml", "json"];

/// A text, and the form in it.
pub(super) struct Fenced {
    /// `lab` and `student`, where they stand in the text.
    pub head: Vec<KeyValue>,
    /// What is in the blocks of code, with empty lines in place of the text: so lines keep their numbers.
    pub form: String,
}

/// The form in the blocks of code of a text. `None` where no block is one, or where the text around them names
/// questions: then the blocks are answers.
pub(super) fn find(source: &str) -> Option<Fenced> {
    let (mut head, mut form, mut is_inside, mut is_form) = (Vec::new(), Vec::new(), false, false);
    for (line, text) in (1..).zip(source.lines()) {
        let bare = text.trim();
        let is_mark = is_fence(bare);
        if is_mark {
            let name = bare.trim_start_matches(['`', '~']).trim().to_lowercase();
            is_form |= !is_inside && FORMATS.contains(&name.as_str());
            is_inside = !is_inside;
        } else if is_inside {
            is_form |= names_a_question(text);
        } else if names_a_question(text) {
            return None;
        } else if let Some((key, value)) = pair(text).and_then(|(key, value)| Some((keys::head(key)?, value))) {
            head.push(KeyValue { key: key.to_owned(), value: value.trim_matches(['*', ' ']).to_owned(), line });
        }
        form.push(if is_inside && !is_mark { text } else { "" });
    }
    is_form.then(|| Fenced { head, form: form.join("\n") })
}
