//! The classifiers: one list, over which `classify`, `compare`, `curve` and the command line
//! iterate, and how each is fitted.

mod clusters;
mod fitted;
mod list;
mod logistic;
mod options;

pub use fitted::{Estimate, Fitted};
pub use list::{CLASSIFIERS, Entry, Family, LearnedFrom, ModelName, Subject, fit};
pub use options::{FitOptions, OwnOptions};
