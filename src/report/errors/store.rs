//! Errors of saving and loading models.

use super::{Tell, refused};
use crate::report::words::errors as words;
use crate::report::{Lang, Say};
use crate::store::StoreError;

impl Tell for StoreError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            StoreError::Io { path, source } => {
                words::InFile { file: path.display(), what: refused(lang, source) }.say(lang)
            }
            StoreError::NotOurs { path } => words::NotOurs { path: path.display() }.say(lang),
            StoreError::Damaged { path, line, column, .. } => {
                words::ModelDamaged { path: path.display(), line, column }.say(lang)
            }
            StoreError::Newer { path, found, melon } => {
                words::ModelNewer { path: path.display(), melon, found }.say(lang)
            }
            StoreError::Unsound { path, source } => {
                words::ModelUnsound { path: path.display(), why: source.tell(lang) }.say(lang)
            }
        }
    }
}
