//! An analysis as a script that gives the same figures: Python with scikit-learn, or R.
//!
//! ```text
//! result + data -> Recipe (what was done, in numbers and names) -> parts (words and code) -> a file
//! ```
//!
//! Both languages do what the program does: the same encoding, the same penalty, the same optimum. What no library
//! does in the same way (a tree with a branch for each value) is written out.

mod encoding;
mod file;
mod folds;
mod grown_tree;
mod held_out;
pub(super) mod literal;
mod part;
mod python;
mod r;
mod recipe;
mod tree;

pub use recipe::{NoScript, Recipe};

use crate::report::words::Lang;

/// Which kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// `.py`.
    Python,
    /// `.ipynb`: the same code in cells.
    Notebook,
    /// `.R`.
    R,
}

impl Dialect {
    /// The one whose files end so.
    pub fn of_ending(ending: &str) -> Option<Dialect> {
        match ending.to_lowercase().as_str() {
            "py" => Some(Dialect::Python),
            "ipynb" => Some(Dialect::Notebook),
            "r" => Some(Dialect::R),
            _ => None,
        }
    }
}

/// The script, which reads its data from `data_file`, or holds them if that is not named.
pub fn script(recipe: &Recipe, dialect: Dialect, data_file: Option<&str>, lang: Lang) -> String {
    match dialect {
        Dialect::Python => file::with_comments(&python::parts(recipe, data_file, lang)),
        Dialect::Notebook => file::notebook(&python::parts(recipe, data_file, lang)),
        Dialect::R => file::with_comments(&r::parts(recipe, data_file, lang)),
    }
}
