//! How a command ends when it cannot do what was asked.

use super::charset;
use crate::report::Lang;
use crate::report::errors::{Unwritten, UserError};
use crate::report::visible;
use crate::report::words::errors as words;
use std::io::{self, ErrorKind};

/// Why a command stopped.
#[derive(Debug)]
pub(super) enum Failure {
    /// Something went wrong with the data, the model or the disk (exit code 1), or an option
    /// turned out to be out of range (2).
    Failed(Box<dyn UserError>),
    /// The command line cannot be meant: exit code 2. Already worded.
    Usage(String),
    /// All was done, and the answer is no: exit code 1, in silence.
    NotYet,
    /// It cannot be done here and now: exit code 1. Already worded.
    Said(String),
    /// Whoever read our output has enough: exit code 0, in silence.
    ClosedPipe,
}

impl<T: UserError + 'static> From<T> for Failure {
    fn from(error: T) -> Self {
        Failure::Failed(Box::new(error))
    }
}

impl Failure {
    /// The same as wrong use, for a command whose exit code 1 has a meaning of its own.
    pub fn into_usage(self, lang: Lang) -> Failure {
        match self {
            Failure::Failed(_) => Failure::Usage(self.message(lang)),
            other => other,
        }
    }

    /// What is said of it; empty where nothing is.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Failure::Failed(error) => visible::message(&error.say(lang)),
            Failure::Usage(message) | Failure::Said(message) => visible::message(message),
            Failure::NotYet | Failure::ClosedPipe => String::new(),
        }
    }

    /// Says it on stderr and returns the exit code.
    pub fn say(&self, lang: Lang) -> u8 {
        let code = match self {
            Failure::Failed(error) => 1 + u8::from(error.is_misuse()),
            Failure::Usage(_) => 2,
            Failure::NotYet => return 1,
            Failure::Said(_) => 1,
            Failure::ClosedPipe => return 0,
        };
        let label = words::Error.text(lang);
        let _ = charset::eprint(&format!("\u{1b}[1;31m{label}\u{1b}[0m{}\n", self.message(lang).trim_end()));
        code
    }
}

/// A failed write as a failure of the command.
pub(super) fn failed(path: &str, error: io::Error) -> Failure {
    if error.kind() == ErrorKind::BrokenPipe {
        return Failure::ClosedPipe;
    }
    Unwritten { path: path.into(), error }.into()
}
