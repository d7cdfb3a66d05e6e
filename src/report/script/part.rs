//! A piece of a script: a comment, or a cell of a notebook, and the code below it.

/// What is done, in words and in code.
pub(super) struct ScriptPart {
    pub words: String,
    pub code: String,
}

impl ScriptPart {
    /// The words that are not empty, a line each, and the code below them.
    pub fn new(words: impl IntoIterator<Item = String>, code: String) -> ScriptPart {
        ScriptPart { words: words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n"), code }
    }
}
