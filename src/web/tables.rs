//! The table that a question is about: a built-in one by its name, or the page's own as text. A
//! path is never taken from the page.

use super::failure::{RequestFailure, said, unpacked};
use crate::data::names::display_name;
use crate::data::read::{ReadOptions, from_bytes};
use crate::data::{Dataset, Goal, MissingPolicy, Selection, Table, catalogue, select};
use crate::report::Lang;
use crate::report::errors::InFile;
use crate::report::page::Command;
use crate::report::words::web as words;
use crate::rng::Seed;
use serde::Deserialize;

/// Most rows that the page computes with: beyond, the program itself is the place.
pub(super) const MOST_ROWS: usize = 100_000;

/// Where the rows come from.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub(super) enum PageTable {
    /// A table that comes with the program.
    Builtin(String),
    /// What was typed or changed on the page.
    Csv {
        /// As a file would be called.
        name: String,
        /// Commas, names in the first line.
        text: String,
    },
    /// A file that was dropped on the page, in whatever encoding.
    File {
        /// Its name without its folder.
        name: String,
        /// Its bytes, in base64.
        base64: String,
    },
}

/// What the reader says about the columns; what is empty is decided.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ColumnChoices {
    target: Option<String>,
    features: Vec<String>,
    drop: Vec<String>,
    categorical: Vec<String>,
    numeric: Vec<String>,
    labels: Option<String>,
    missing: MissingPolicy,
}

impl PageTable {
    /// Its name on the command line.
    pub fn name(&self) -> &str {
        match self {
            PageTable::Builtin(name) | PageTable::Csv { name, .. } | PageTable::File { name, .. } => name,
        }
    }

    /// The table. Columns that the reader has given a kind are read as that.
    pub fn table(&self, columns: &ColumnChoices, lang: Lang) -> Result<Table, RequestFailure> {
        let options = ReadOptions {
            categorical: columns.categorical.clone(),
            numeric: columns.numeric.clone(),
            ..ReadOptions::default()
        };
        let table = match self {
            PageTable::Builtin(name) => {
                let builtin = catalogue::find(name).ok_or_else(|| said(words::NoSuchTable { name }, lang))?;
                builtin.table(None, Seed::default())
            }
            PageTable::Csv { name, text } => read(name, text.as_bytes(), &options)?,
            PageTable::File { name, base64 } => read(name, &unpacked(base64, lang)?, &options)?,
        };
        if table.n_rows() > MOST_ROWS {
            return Err(said(words::TooManyRows { n: table.n_rows(), most: MOST_ROWS }, lang));
        }
        Ok(table)
    }

    /// The data set for `goal`.
    pub fn dataset(&self, columns: &ColumnChoices, goal: Goal, lang: Lang) -> Result<Dataset, RequestFailure> {
        let failed = |error| RequestFailure::from(InFile::of(error, self.name()));
        select(self.table(columns, lang)?, &columns.selection(), goal).map_err(failed)
    }
}

/// A table read from bytes; its errors name the file.
fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Table, RequestFailure> {
    let table = from_bytes(bytes, options).map_err(|fault| fault.of(name))?;
    Ok(Table { name: name.to_owned(), ..table })
}

impl ColumnChoices {
    fn selection(&self) -> Selection {
        Selection {
            target: self.target.clone(),
            features: self.features.clone(),
            drop: self.drop.clone(),
            categorical: self.categorical.clone(),
            numeric: self.numeric.clone(),
            labels: self.labels.clone(),
            missing: self.missing,
        }
    }

    /// `command` with what the reader has said about the columns, in her words.
    pub fn typed(&self, command: Command, lang: Lang) -> Command {
        let shown = |name: &String| display_name(name, lang == Lang::En);
        let list = |command: Command, flag: &str, names: &[String]| {
            if names.is_empty() {
                return command;
            }
            command.with(flag, names.iter().map(shown).collect::<Vec<_>>().join(","))
        };
        let one = |command: Command, flag: &str, name: &Option<String>| match name {
            Some(name) => command.with(flag, shown(name)),
            None => command,
        };
        let command = one(command, "--target", &self.target);
        let command = list(command, "--features", &self.features);
        let command = list(command, "--drop", &self.drop);
        let command = list(command, "--categorical", &self.categorical);
        let command = list(command, "--numeric", &self.numeric);
        let command = one(command, "--labels", &self.labels);
        match self.missing {
            MissingPolicy::Error => command,
            MissingPolicy::Drop => command.with("--missing", "drop"),
            MissingPolicy::Impute => command.with("--missing", "impute"),
        }
    }
}
