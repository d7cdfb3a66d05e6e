//! What pre-training and fine-tuning share: what may be set, how a run goes, what is
//! remembered of it, and what its curve says. Nothing here opens a file: where a run is kept is
//! the business of [`store::training`](crate::store::training).

mod course;
mod record;
mod settings;
mod verdict;
mod vocabulary;

pub use course::{Course, Setup, Trained, TrainingError};
pub use record::{BaseRecord, CorpusRecord, ResumeError, Stage, TrainingRecord};
pub use settings::{Flag, SETTINGS, Setting, SettingOverrides, Settings};
pub use verdict::{Verdict, verdict};
pub use vocabulary::{NotAValue, VocabSize, Vocabulary};

/// The share that is held out unless asked otherwise.
pub const VALIDATION_SHARE: f64 = 0.1;

/// The program and its version, as it stands in the record of what it has made.
pub fn program() -> String {
    format!("melon {}", env!("CARGO_PKG_VERSION"))
}
