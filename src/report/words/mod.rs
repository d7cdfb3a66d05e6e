//! Every word the program says.
//!
//! A language is a folder with a file a subject. The reference, [`en`], declares each
//! message with its arguments by name and says it in English (`messages!`); every other
//! language says the same messages in its own words (`texts!`):
//!
//! ```text
//! // en/classify.rs
//! Answer { class, probability } = "The answer: {class}, probability {probability}";
//! // zh/classify.rs
//! Answer { class, probability } = "回答：{class}，概率 {probability}";
//! // where it is said
//! words::Answer { class, probability: percent(p) }.say(lang)
//! ```
//!
//! A message that a language lacks, and an argument that its text leaves out, do not compile.
//! How a language joins, counts and quotes is its [`Grammar`].
//!
//! A further language is a folder beside `en` and `zh`, and in this file: a variant of
//! [`Lang`], its marker type, a bound on [`Say`] and an arm of each `match`.

pub mod en;
mod grammar;
mod help;
mod zh;

pub use en::{
    chat, classify, cluster, common, compare, curve, data, errors, findings, generate, gpt_errors, notices,
    open_errors, predict, regress, scale, score, tour, train, usage,
};
pub use grammar::Grammar;
pub use help::help;

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

/// Chinese, as a type.
pub enum Zh {}
/// English, as a type.
pub enum En {}

impl Lang {
    /// The language of a locale name such as `zh_CN.UTF-8`; English unless it is Chinese.
    pub fn from_locale(locale: &str) -> Lang {
        if locale.to_ascii_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
    }

    /// Its code in BCP 47.
    pub fn code(self) -> &'static str {
        self.pick("zh", "en")
    }

    /// How it joins, counts and quotes.
    pub fn grammar(self) -> &'static Grammar {
        match self {
            Lang::Zh => &zh::grammar::GRAMMAR,
            Lang::En => &en::grammar::GRAMMAR,
        }
    }

    /// Its help of commands and flags, in parts.
    fn help_parts(self) -> [help::Table; 4] {
        match self {
            Lang::Zh => zh::help::PARTS,
            Lang::En => en::help::PARTS,
        }
    }

    /// The text for this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// A message that language `L` has words for.
pub trait Said<L> {
    /// The message in this language.
    fn said(&self) -> String;
}

/// A message without arguments that language `L` has words for.
pub trait Label<L> {
    /// The message in this language.
    const TEXT: &'static str;
}

/// What can be said in every language: every message, and any text as it stands.
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

/// The text of a message without arguments.
pub(crate) const fn label<M: Label<Zh> + Label<En>>(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => <M as Label<Zh>>::TEXT,
        Lang::En => <M as Label<En>>::TEXT,
    }
}

/// Compiles for a message that every language says.
pub(crate) const fn every_language_says<M: Said<Zh> + Said<En>>() {}

/// Declares messages and says them in English: `Name { arguments } = "text";`, where named
/// values may follow the text as in [`format!`]: `Melons { n } = "{n} melon{s}", s = s(n);`.
macro_rules! messages {
    ($($name:ident $({ $($arg:ident),+ })? = $text:literal $(, $with:ident = $value:expr)*;)+) => {
        $($crate::report::words::message!($name $({ $($arg),+ })? = $text);)+
        $crate::report::words::said! { $crate::report::words::En;
            $($name $({ $($arg),+ })? = $text $(, $with = $value)*;)+ }
    };
}

/// Says the messages of a subject in Chinese; as [`messages!`], which declares them.
macro_rules! texts {
    ($($entries:tt)+) => { $crate::report::words::said! { $crate::report::words::Zh; $($entries)+ } };
}

/// One struct of [`messages!`].
macro_rules! message {
    ($name:ident = $text:literal) => {
        #[doc = concat!("\"", $text, "\"")]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl $name {
            /// The message in the language of the reader.
            #[allow(dead_code)] // some are only ever said
            pub const fn text(self, lang: $crate::report::words::Lang) -> &'static str {
                $crate::report::words::label::<$name>(lang)
            }
        }
    };
    ($name:ident { $($arg:ident),+ } = $text:literal) => {
        #[doc = concat!("\"", $text, "\"")]
        #[derive(Debug, Clone, Copy)]
        #[allow(non_camel_case_types)]
        pub struct $name<$($arg),+> {
            $(#[doc = concat!("`", stringify!($arg), "`")] pub $arg: $arg),+
        }

        const _: () = $crate::report::words::every_language_says::<$name<$($crate::report::words::any!($arg)),+>>();
    };
}

/// The words of language `$lang` for messages of [`messages!`].
macro_rules! said {
    ($lang:path; $($name:ident $({ $($arg:ident),+ })? = $text:literal $(, $with:ident = $value:expr)*;)+) => {
        $($crate::report::words::says! { $lang; $name $({ $($arg),+ })? = $text $(, $with = $value)* })+

        /// Every entry of this file as `(name, text)`, for the test of completeness.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str)] = &[$((stringify!($name), $text)),+];
    };
}

/// One impl of [`said!`].
macro_rules! says {
    ($lang:path; $name:ident = $text:literal) => {
        impl $crate::report::words::Label<$lang> for $name {
            const TEXT: &'static str = $text;
        }

        impl $crate::report::words::Said<$lang> for $name {
            fn said(&self) -> String {
                $text.to_owned()
            }
        }
    };
    ($lang:path; $name:ident { $($arg:ident),+ } = $text:literal $(, $with:ident = $value:expr)*) => {
        #[allow(non_camel_case_types)]
        #[deny(unused_variables)]
        impl<$($arg: std::fmt::Display),+> $crate::report::words::Said<$lang> for $name<$($arg),+> {
            fn said(&self) -> String {
                let $name { $($arg),+ } = self;
                format!($text $(, $with = $value)*)
            }
        }
    };
}

/// A type that stands for any argument.
macro_rules! any {
    ($arg:ident) => { &'static str };
}

/// A table that is looked up by key: `"key" = "text";`.
macro_rules! table {
    ($($key:literal = $text:literal;)+) => {
        /// Every entry as `(key, text)`.
        pub const ALL: &[(&str, &str)] = &[$(($key, $text)),+];
    };
}
pub(crate) use {any, message, messages, said, says, table, texts};

#[cfg(test)]
mod tests {
    use super::*;

    fn is_han(c: char) -> bool {
        ('\u{4e00}'..='\u{9fff}').contains(&c)
    }

    #[test]
    fn one_is_not_many() {
        let said = |n: usize| train::Secs { n }.say(Lang::En);
        assert_eq!([said(1), said(2)], ["1 second", "2 seconds"]);
        assert_eq!(train::Secs { n: 1 }.say(Lang::Zh), "1 秒");
    }

    #[test]
    fn no_text_is_empty_and_english_is_english() {
        for &(name, text) in en::every().chain(zh::every()) {
            assert!(!text.trim().is_empty(), "{name} is empty");
        }
        for &(name, text) in en::every() {
            assert!(!text.chars().any(is_han), "{name}: Chinese in the English text");
        }
    }

    #[test]
    fn chinese_sentences_end_in_chinese() {
        let is_code = |text: &str| text.contains('=');
        for &(name, text) in zh::every().filter(|(_, text)| !is_code(text)) {
            let mut pairs = text.chars().zip(text.chars().skip(1));
            let after_han = pairs.find(|&(before, mark)| is_han(before) && [',', ';', '?', '!'].contains(&mark));
            assert_eq!(after_han, None, "{name}: a half-width mark after a Chinese character");
        }
    }
}
