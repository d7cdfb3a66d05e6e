//! Classification: the answer is one of a few.

use super::{Classroom, TourError};
use crate::task::classify::Classification;
use serde::Serialize;

/// The seventeen melons of the book, told apart.
#[derive(Debug, Clone, Serialize)]
pub struct Classifying {
    /// As `melon classify` finds it.
    pub classification: Classification,
}

pub(super) fn run(room: &Classroom) -> Result<Classifying, TourError> {
    Ok(Classifying { classification: room.seventeen()?.clone() })
}
