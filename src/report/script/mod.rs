//! An analysis as a script that gives the same figures: Python with scikit-learn, or R.
//!
//! ```text
//! result + data -> Recipe (what was done, in numbers and names) -> parts (words and code) -> a file
//! ```
//!
//! Both languages do what the program does: the same encoding, the same penalty, the same optimum. What no library
//! does in the same way (a tree with a branch for each value) is written out. Several models on the same samples
//! are [`Together`].

mod answers;
mod applied;
mod asked;
mod asked_samples;
mod below_fit;
mod beside_fit;
mod decisions;
mod embedded;
mod encoding;
mod estimates;
mod figures;
mod file;
mod folds;
mod grown_tree;
mod heading;
mod held_out;
mod imports;
mod inference;
mod l2_path;
mod language;
pub(super) mod literal;
mod not_computed;
mod part;
mod python;
mod r;
mod recipe;
mod sklearn;
mod together;
mod tree;

pub use applied::Applied;
pub use recipe::{NoScript, Recipe};
pub use together::{Beside, Splits, Tested, Together};

use crate::report::words::Lang;
use language::ScriptLanguage;

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

/// What a script does.
pub enum Analysis {
    /// One model.
    One(Box<Recipe>),
    /// Several, tested on the same samples.
    Together(Together),
    /// A saved model, applied to rows.
    Applied(Applied),
}

impl Analysis {
    /// Whether the data are too large to stand in the script itself.
    pub fn needs_file(&self) -> bool {
        match self {
            Analysis::One(recipe) => recipe.needs_file(),
            Analysis::Together(together) => together.first().needs_file(),
            Analysis::Applied(applied) => applied.needs_file(),
        }
    }

    /// The data that the script reads, as CSV.
    pub fn csv(&self) -> String {
        match self {
            Analysis::One(recipe) => recipe.csv(),
            Analysis::Together(together) => together.first().csv(),
            Analysis::Applied(applied) => applied.csv(),
        }
    }

    /// The splits, where they are too many to stand in the script itself.
    pub fn splits(&self) -> Option<String> {
        match self {
            Analysis::One(_) | Analysis::Applied(_) => None,
            Analysis::Together(together) => together.splits_beside(),
        }
    }
}

/// The script, which reads its data from the files beside it, or holds them where none is named.
pub fn script(analysis: &Analysis, dialect: Dialect, beside: Beside, lang: Lang) -> String {
    let language = if dialect == Dialect::R { ScriptLanguage::R } else { ScriptLanguage::Python };
    let parts = match (analysis, language) {
        (Analysis::Together(together), _) => together::parts(together, language, beside, lang),
        (Analysis::Applied(applied), _) => applied::parts(applied, language, beside.data, lang),
        (Analysis::One(recipe), ScriptLanguage::Python) => python::parts(recipe, beside.data, lang),
        (Analysis::One(recipe), ScriptLanguage::R) => r::parts(recipe, beside.data, lang),
    };
    match dialect {
        Dialect::Notebook => file::notebook(&parts),
        Dialect::Python | Dialect::R => file::with_comments(&parts),
    }
}
