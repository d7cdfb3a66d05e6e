//! What every question is.

use crate::web::asked::Asked;
use crate::web::failure::Failure;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Something that can be asked: its fields are what it needs to know.
pub(super) trait Question: DeserializeOwned {
    /// What is told in the end.
    type Answer: Serialize;

    /// Finds it out.
    fn answer(self, asked: &Asked) -> Result<Self::Answer, Failure>;
}
