//! Saved models: read and written whole, or not at all.

pub mod archive;
pub mod file;
pub mod folder;
pub mod gpt;
pub mod language;
mod lock;
mod model_files;
mod model_type;
pub mod ngram;
pub mod paths;
pub mod pretrained;
mod saved;
pub mod scale;
pub mod training;

pub(crate) use model_files::ModelFiles;
pub use saved::{Provenance, SavedModel, SavedTask, StoreError, load, parse, save};
