//! The language of a script.

/// The language of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScriptLanguage {
    Python,
    R,
}

impl ScriptLanguage {
    /// Of the same thing in both languages that in this one.
    pub fn of<T>(self, python: T, r: T) -> T {
        match self {
            ScriptLanguage::Python => python,
            ScriptLanguage::R => r,
        }
    }
}
