//! Errors of engines and models.

use super::Tell;
use crate::engine::EngineError;
use crate::model::ModelError;
use crate::report::Lang;
use crate::report::names::show;
use crate::report::words::errors as words;

impl Tell for EngineError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            EngineError::NotFinite { row, column } => words::not_finite(lang, row + 1, column + 1),
            EngineError::TargetNotFinite { row } => words::target_not_finite(lang, row + 1),
            EngineError::Overflow { column } => words::overflow(lang, column + 1),
            EngineError::TargetOverflow => words::target_overflow(lang).to_owned(),
            EngineError::NoSamples => words::no_samples(lang).to_owned(),
            EngineError::OneClass => words::all_one_class(lang).to_owned(),
            EngineError::EmptyClass { class } => words::empty_class(lang, class + 1),
            EngineError::InvalidPenalty { l2 } => words::penalty(lang, l2),
            EngineError::NoClusters => words::no_clusters(lang).to_owned(),
            EngineError::NoIterations => words::no_iterations(lang).to_owned(),
            EngineError::TooManyClusters { k, distinct } => words::too_many_clusters(lang, k, distinct),
            EngineError::StartCount { k, given } => words::start_count(lang, k, given),
            EngineError::StartOutOfRange { row, n_samples } => words::start_out_of_range(lang, row + 1, n_samples),
            EngineError::StartDuplicate { first, second } => words::start_duplicate(lang, first + 1, second + 1),
            EngineError::Unsupported { engine, feature } => words::unsupported(lang, engine, feature),
            EngineError::Backend { engine, reason } => words::backend(lang, engine, reason),
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
            ModelError::InvalidAlpha { alpha } => words::alpha(lang, alpha),
            ModelError::NoSamples => words::no_samples(lang).to_owned(),
            ModelError::OneClass { class } => {
                let all = words::all_one_class(lang);
                format!("{all} ({})", show(lang, class))
            }
            ModelError::Neighbors { .. } => self.to_string(),
            ModelError::NoClassPossible { row } => words::no_class_possible(lang, row + 1),
            ModelError::TooSpread { column } => words::too_spread(lang, show(lang, column)),
            ModelError::Damaged { fault } => words::damaged(lang, fault),
        }
    }

    fn is_misuse(&self) -> bool {
        matches!(self, ModelError::Neighbors { .. })
    }
}
