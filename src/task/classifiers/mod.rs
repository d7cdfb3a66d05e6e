//! The classifiers: one list, over which `classify`, `compare`, `curve` and the command line
//! iterate, and how each is fitted.

mod book_rows;
mod clusters;
mod common;
mod fitted;
mod list;
mod logistic;
mod nature;
mod option;
mod tree;

pub use common::CommonOptions;
pub use fitted::FittedClassifier;
pub(in crate::task) use fitted::LogisticEstimate;
pub use list::{CLASSIFIERS, ClassifierEntry, FitOptions, ModelName, OwnOptions, fit, read_by};
pub use nature::{Family, LearnedFrom, Nature, Subject};
pub use option::ModelOption;
pub use tree::{OwnTree, VALIDATION_SHARE, Validation, equally_good as equally_good_figures, grow as grow_tree};
