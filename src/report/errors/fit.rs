//! Errors of engines and models.

use super::Tell;
use crate::engine::EngineError;
use crate::model::ModelError;
use crate::report::names::show;
use crate::report::words::errors as words;
use crate::report::{Lang, Say};

impl Tell for EngineError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            EngineError::NotFinite { row, column } => words::NotFinite { row: row + 1, column: column + 1 }.say(lang),
            EngineError::TargetNotFinite { row } => words::TargetNotFinite { row: row + 1 }.say(lang),
            EngineError::Overflow { column } => words::Overflow { column: column + 1 }.say(lang),
            EngineError::TargetOverflow => words::TargetOverflow.text(lang).to_owned(),
            EngineError::NoSamples => words::NoSamples.text(lang).to_owned(),
            EngineError::OneClass => words::AllOneClass.text(lang).to_owned(),
            EngineError::EmptyClass { class } => words::EmptyClass { class: class + 1 }.say(lang),
            EngineError::InvalidPenalty { l2 } => words::Penalty { l2 }.say(lang),
            EngineError::NoClusters => words::NoClusters.text(lang).to_owned(),
            EngineError::NoIterations => words::NoIterations.text(lang).to_owned(),
            EngineError::TooManyClusters { k, distinct } => words::TooManyClusters { k, distinct }.say(lang),
            EngineError::StartCount { k, given } => words::StartCount { k, given }.say(lang),
            EngineError::StartOutOfRange { row, n_samples } => {
                words::StartOutOfRange { row: row + 1, n: n_samples }.say(lang)
            }
            EngineError::StartDuplicate { first, second } => {
                words::StartDuplicate { first: first + 1, second: second + 1 }.say(lang)
            }
            EngineError::Unsupported { engine, feature } => words::Unsupported { engine, feature }.say(lang),
            EngineError::Backend { engine, reason } => words::Backend { engine, reason }.say(lang),
            // A caller's mistake, not the user's: there is nothing to advise.
            inner @ (EngineError::LengthMismatch { .. } | EngineError::LabelOutOfRange { .. }) => inner.to_string(),
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, EngineError::InvalidPenalty { .. } | EngineError::NoClusters | EngineError::NoIterations)
    }
}

impl Tell for ModelError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            ModelError::Encode(error) => error.tell(lang),
            ModelError::InvalidAlpha { alpha } => words::Alpha { alpha }.say(lang),
            ModelError::NoSamples => words::NoSamples.text(lang).to_owned(),
            ModelError::OneClass { class } => {
                let all = words::AllOneClass.text(lang);
                format!("{all} ({})", show(lang, class))
            }
            ModelError::OutOfRange { option, value, n_samples } => {
                words::OptionOutOfRange { option, value, n_samples }.say(lang)
            }
            ModelError::NoClassPossible { row } => words::NoClassPossible { row: row + 1 }.say(lang),
            ModelError::TooSpread { column } => words::TooSpread { column: show(lang, column) }.say(lang),
            ModelError::Damaged { fault } => words::Damaged { fault }.say(lang),
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, ModelError::OutOfRange { .. })
    }
}
