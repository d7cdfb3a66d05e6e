//! Options that are checked once, into a type that only checking makes (linfa's habit).

use super::{TaskError, Wanted};
use std::ops::Deref;

/// Options that make sense: [`Check::checked`] alone makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<T>(T);

/// Options that can be checked.
pub trait Check: Sized {
    /// Whether the options make sense by themselves; what depends on the data is checked by
    /// those who see the data.
    ///
    /// # Errors
    /// The first option that does not.
    fn check(&self) -> Result<(), TaskError>;

    /// The same options, known to make sense.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    fn checked(self) -> Result<Checked<Self>, TaskError> {
        self.check()?;
        Ok(Checked(self))
    }
}

impl<T> Checked<T> {
    /// The options themselves, as the result shows them.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Checked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// That `option` has a value that makes no sense.
pub(super) fn invalid(option: &'static str, value: impl ToString, wanted: Wanted) -> Result<(), TaskError> {
    Err(TaskError::InvalidOption { option, value: value.to_string(), wanted })
}

/// A weight must be a number not below 0.
pub(super) fn check_weight(option: &'static str, weight: f64) -> Result<(), TaskError> {
    if weight.is_finite() && weight >= 0.0 { Ok(()) } else { invalid(option, weight, Wanted::NotNegative) }
}
