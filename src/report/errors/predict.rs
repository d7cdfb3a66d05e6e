//! Errors of applying a model to a file: a row of a chunk becomes a line of that file.

use super::data::tell_at;
use super::{Tell, in_file};
use crate::data::{EncodeError, Table};
use crate::report::words::errors as words;
use crate::report::{Lang, Say};
use crate::task::TaskError;

/// An error in some rows of a file.
#[derive(Debug)]
pub struct InRows {
    file: String,
    lines: Vec<u64>,
    error: TaskError,
}

impl InRows {
    /// `error` as it came from the rows of `table`, which are part of `file`.
    pub fn of(error: TaskError, table: &Table, file: &str) -> InRows {
        InRows { file: file.to_owned(), lines: (0..table.n_rows()).map(|row| table.line(row)).collect(), error }
    }

    fn by_line(&self, error: &EncodeError, lang: Lang) -> String {
        tell_at(error, lang, |row| {
            words::LinePlace { line: self.lines.get(row).copied().unwrap_or_default() }.say(lang)
        })
    }
}

impl Tell for InRows {
    fn tell(&self, lang: Lang) -> String {
        let told = match &self.error {
            TaskError::Encode(error) => self.by_line(error, lang),
            other => other.tell(lang),
        };
        in_file(lang, &self.file, told)
    }
}
