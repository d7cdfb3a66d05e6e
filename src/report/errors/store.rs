//! Errors of saving and loading models.

use super::{Tell, refused};
use crate::report::Lang;
use crate::report::words::errors as words;
use crate::store::StoreError;

impl Tell for StoreError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            StoreError::Io { path, source } => words::in_file(lang, path.display(), refused(lang, source)),
            StoreError::NotOurs { path } => words::not_ours(lang, path.display()),
            StoreError::Damaged { path, line, column, .. } => words::model_damaged(lang, path.display(), line, column),
            StoreError::Newer { path, found, melon } => words::model_newer(lang, path.display(), melon, found),
            StoreError::Unsound { path, source } => words::model_unsound(lang, path.display(), source.tell(lang)),
        }
    }
}
