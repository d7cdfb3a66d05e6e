//! The tables that come with the program.

use super::catalogue::{self, Builtin, FIELD_ROWS};
use super::read::{self, ReadError, ReadOptions};
use super::synth;
use super::table::{Column, Table};
use crate::rng::Seed;
use std::path::Path;

const WATERMELON_3_0: &str = include_str!("../../datasets/watermelon-3.0.csv");
const WATERMELON_4_0: &str = include_str!("../../datasets/watermelon-4.0.csv");
const TEN_MELONS: &str = include_str!("../../datasets/ten-melons.csv");

/// A built-in table or a file. `data` is a built-in name, a path, or `-`; `n_rows` and
/// `seed` matter to the synthetic table only.
///
/// # Errors
/// What is wrong with the file; of a name that is neither, the nearest built-in one.
pub fn open(data: &str, n_rows: Option<usize>, seed: Seed, options: &ReadOptions) -> Result<Table, ReadError> {
    match catalogue::find(data) {
        Some(builtin) => Ok(builtin.table(n_rows, seed)),
        None => read::read(Path::new(data), options),
    }
}

impl Builtin {
    /// The table itself. `n_rows` and `seed` matter to `melon-field` only, which has
    /// [`FIELD_ROWS`] rows unless told otherwise.
    pub fn table(self, n_rows: Option<usize>, seed: Seed) -> Table {
        let columns = match self {
            Builtin::TenMelons => embedded(TEN_MELONS),
            Builtin::Watermelon4 => embedded(WATERMELON_4_0),
            Builtin::MelonField => synth::melon_field(n_rows.unwrap_or(FIELD_ROWS), seed),
            // The other tables of the book are columns of 3.0, and are not stored twice.
            _ => embedded(WATERMELON_3_0),
        };
        let entry = self.entry();
        let kept = columns.into_iter().filter(|column| entry.columns.contains(&column.name.as_str())).collect();
        Table { builtin: Some(self), ..Table::new(entry.name, kept) }
    }
}

/// The columns of an embedded file.
fn embedded(text: &str) -> Vec<Column> {
    read::text(text).expect("the embedded tables are well-formed").columns
}
