//! Parts that several answers share: names as the reader should see them, and commands to type.

use crate::data::{Column, Dataset, Table, Values};
use crate::report::page::{Command, Suggestion};
use crate::report::{Lang, names};
use serde::Serialize;
use std::collections::BTreeMap;

/// The data's own names, each with how it is shown.
pub(super) type ShownNames = BTreeMap<String, String>;

/// A command line and what it is good for.
#[derive(Serialize)]
pub(super) struct Typed {
    line: String,
    why: String,
}

impl From<Suggestion> for Typed {
    fn from(suggestion: Suggestion) -> Self {
        Typed { line: suggestion.command.to_string(), why: suggestion.why }
    }
}

/// Names of columns and values, as far as they are words.
pub(super) fn names_of<'c>(columns: impl IntoIterator<Item = &'c Column>, lang: Lang) -> ShownNames {
    let mut all = ShownNames::new();
    let mut add = |name: &str| drop(all.insert(name.to_owned(), names::show(lang, name)));
    for column in columns {
        add(&column.name);
        if let Values::Words { levels, .. } = &column.values {
            levels.iter().for_each(|level| add(level));
        }
    }
    all
}

/// Names of all that a data set has.
pub(super) fn names_in(data: &Dataset, lang: Lang) -> ShownNames {
    names_of(data.features.iter().chain(&data.target), lang)
}

/// Names of all that a table has.
pub(super) fn names_in_table(table: &Table, lang: Lang) -> ShownNames {
    names_of(&table.columns, lang)
}

/// A melon as `--melon` takes it, in the reader's words.
pub(super) fn melon(cells: &[(String, String)], lang: Lang) -> String {
    let cell = |(name, value): &(String, String)| format!("{}={}", names::show(lang, name), names::show(lang, value));
    cells.iter().map(cell).collect::<Vec<_>>().join(",")
}

/// `command`, if it differs in anything from `usual`, with the option.
pub(super) fn with_unless<T: PartialEq + std::fmt::Display>(
    command: Command,
    flag: &str,
    value: T,
    usual: T,
) -> Command {
    if value == usual { command } else { command.with(flag, value) }
}
