//! The languages of the program, and how a message is said in one of them.

use super::en::{self, En};
use super::language::{Label, Language, Said};
use super::zh::{self, Zh};

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// 中文
    Zh,
    /// English
    #[default]
    En,
}

impl Lang {
    /// The language of a locale name such as `zh_CN.UTF-8`; English unless it is another of ours.
    pub fn from_locale(locale: &str) -> Lang {
        if locale.to_ascii_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
    }

    /// What text needs that is not a message.
    pub fn language(self) -> &'static Language {
        match self {
            Lang::Zh => &zh::LANGUAGE,
            Lang::En => &en::LANGUAGE,
        }
    }
}

/// What can be said in every language: every message, every error, and any text as it stands.
pub trait Say {
    /// It, in the language of the reader.
    fn say(&self, lang: Lang) -> String;
}

impl<M: Said<Zh> + Said<En>> Say for M {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => Said::<Zh>::said(self),
            Lang::En => Said::<En>::said(self),
        }
    }
}

impl Say for String {
    fn say(&self, _: Lang) -> String {
        self.clone()
    }
}

impl Say for &str {
    fn say(&self, _: Lang) -> String {
        (*self).to_owned()
    }
}

/// Compiles for a message that every language says.
pub(crate) const fn every_language_says<M: Said<Zh> + Said<En>>() {}

/// The text of a message without arguments.
pub(crate) const fn label<M: Label<Zh> + Label<En>>(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => <M as Label<Zh>>::TEXT,
        Lang::En => <M as Label<En>>::TEXT,
    }
}
