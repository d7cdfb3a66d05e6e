//! Why a screen of the tour cannot be shown.

use super::Tell;
use crate::report::Lang;
use crate::task::tour::TourError;

impl Tell for TourError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            TourError::Task(error) => error.tell(lang),
            TourError::Training(error) => error.tell(lang),
            TourError::Tokenizer(error) => error.tell(lang),
            TourError::Count(error) => error.tell(lang),
            TourError::NGram(error) => error.tell(lang),
            TourError::NoMarkers(error) => error.tell(lang),
            TourError::Broken(error) => error.tell(lang),
        }
    }
}
