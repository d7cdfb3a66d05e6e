//! A table of one's own with the columns of the built-in melons, as an exported one is: what is
//! known only once a melon is cut is an outcome there too, and no feature by accident.

use crate::data::names;
use crate::data::table::Table;

/// What one sees of a melon from outside, in the tables that keep outcomes apart.
const LOOKS: [&str; 3] = ["色泽", "根蒂", "敲声"];
/// Further columns of the book's own tables, in which sugar is a feature.
const OF_THE_BOOK: [&str; 3] = ["纹理", "脐部", "触感"];
/// What the knife shows.
const OUTCOMES: [&str; 3] = ["含糖率", "好瓜", "熟"];

/// Whether `table` holds these melons, and `column` what the knife shows.
pub(super) fn is_known_once_cut(table: &Table, column: &str) -> bool {
    let has = |known: &&str| table.columns.iter().any(|column| names::same(&column.name, known));
    OUTCOMES.iter().any(|known| names::same(column, known)) && LOOKS.iter().all(&has) && !OF_THE_BOOK.iter().any(has)
}
