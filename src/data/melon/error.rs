//! Why a melon could not be understood.

use crate::data::{WhyLeftOut, names};

/// Why a melon could not be understood.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum MelonError {
    /// A part is not of the form `name=value`.
    NoEqualsSign {
        /// The whole text.
        melon: String,
        /// The part between two commas that is not of this form.
        part: String,
    },
    /// A name that is no feature.
    UnknownFeature {
        /// As the user wrote it.
        asked: String,
        /// What may be meant.
        nearest: Option<String>,
        /// The features' names.
        known: Vec<String>,
    },
    /// A column of the table that the model does not look at.
    NotAFeature {
        /// The column's name.
        column: String,
        /// Why the model does not look at it.
        why: WhyLeftOut,
    },
    /// A value that the feature never has.
    UnknownValue {
        /// The feature's name.
        feature: String,
        /// As the user wrote it.
        value: String,
        /// What may be meant.
        nearest: Option<String>,
        /// The known values.
        known: Vec<String>,
    },
    /// A numeric feature's value is no number.
    NotANumber {
        /// The feature's name.
        feature: String,
        /// As the user wrote it.
        value: String,
    },
    /// A numeric feature's value is infinite, or too large for a number.
    Infinite {
        /// The feature's name.
        feature: String,
        /// As the user wrote it.
        value: String,
    },
    /// A feature is named twice.
    Twice {
        /// The feature's name.
        feature: String,
    },
    /// Features that the model needs are left out.
    LeftOut {
        /// The names of the features that are left out.
        features: Vec<String>,
    },
}

impl MelonError {
    /// The same error, but of a column that was left out, why it was.
    pub fn explained(self, left_out: &[(String, WhyLeftOut)]) -> MelonError {
        let MelonError::UnknownFeature { asked, .. } = &self else { return self };
        let known = left_out.iter().map(|(column, _)| column.as_str());
        let found = names::resolve(asked, known).and_then(|name| left_out.iter().find(|(column, _)| column == name));
        match found.cloned() {
            Some((column, why)) => MelonError::NotAFeature { column, why },
            None => self,
        }
    }
}
