//! What is said of the rows, once.

use crate::data::Notice;
use crate::data::read::{Markers, Notation};
use std::collections::BTreeSet;
use std::mem::{Discriminant, discriminant};

/// What was said already.
pub(super) struct Heard {
    /// Which cells are missing without the model's own markers.
    typed: Markers,
    missing: BTreeSet<String>,
    kinds: Vec<Discriminant<Notice>>,
    written: Vec<Notice>,
}

impl Heard {
    /// Nothing yet; `typed` are the markers of the command, without those of the model.
    pub fn new(typed: Markers) -> Heard {
        Heard { typed, missing: BTreeSet::new(), kinds: Vec::new(), written: Vec::new() }
    }

    /// New texts that are missing cells because they were where the model learned.
    pub fn missing_as_learned(&mut self, notices: &[Notice]) -> Vec<String> {
        let tokens = notices.iter().flat_map(|notice| match notice {
            Notice::MissingTokens { tokens } => tokens.as_slice(),
            _ => &[],
        });
        let learned = tokens.filter(|text| !self.typed.is_missing(text));
        learned.filter(|text| self.missing.insert((*text).clone())).cloned().collect()
    }

    /// What is new in the notices of a piece: how its cells were read. `5000 g` below a model of `kg` is told, and so is a
    /// quote that swallows rows. A column may be written in one way here and in another one there; of all else one example
    /// is enough.
    pub fn of(&mut self, notices: &[Notice]) -> Vec<Notice> {
        notices.iter().filter(|notice| self.is_new(notice)).cloned().collect()
    }

    fn is_new(&mut self, notice: &Notice) -> bool {
        match notice {
            Notice::NumbersWritten { .. }
            | Notice::StandIn { .. }
            | Notice::PointRead { .. }
            | Notice::CodeRead { .. }
            | Notice::UnitAssumed { .. } => {
                let is_new = !self.written.iter().any(|said| is_same(said, notice));
                self.written.extend(is_new.then(|| notice.clone()));
                is_new
            }
            Notice::RowsOfManyLines { .. }
            | Notice::TotalRow { .. }
            | Notice::LinesBelow { .. }
            | Notice::SurplusSeparators { .. } => {
                let kind = discriminant(notice);
                let is_new = !self.kinds.contains(&kind);
                self.kinds.extend(is_new.then_some(kind));
                is_new
            }
            _ => false,
        }
    }
}

/// Whether both say the same of one column.
fn is_same(said: &Notice, notice: &Notice) -> bool {
    match (said, notice) {
        (Notice::StandIn { column: said, .. }, Notice::StandIn { column, .. })
        | (Notice::PointRead { column: said, .. }, Notice::PointRead { column, .. })
        | (Notice::CodeRead { column: said, .. }, Notice::CodeRead { column, .. }) => said == column,
        (
            Notice::NumbersWritten { column: said, notation: Notation::LookAlike { .. } },
            Notice::NumbersWritten { column, notation: Notation::LookAlike { .. } },
        ) => said == column,
        _ => said == notice,
    }
}
