//! Every word the program says, in Chinese and in English, in one table.
//!
//! The table is made of `words!` entries, one file a subject. An entry becomes a
//! function, so a key without one of the languages, or with a placeholder that the other
//! language lacks, does not compile:
//!
//! ```
//! use melon::report::words::{Lang, common};
//! assert_eq!(common::samples(Lang::En, 17, "s"), "17 samples");
//! assert_eq!(common::samples(Lang::Zh, 17, "s"), "17 个样本");
//! ```
//!
//! What is looked up by name (the help of commands and flags) is a `texts!` table.

pub mod chat;
pub mod classify;
pub mod cluster;
pub mod common;
pub mod compare;
pub mod curve;
pub mod data;
pub mod errors;
pub mod findings;
pub mod generate;
pub mod gpt_errors;
pub mod help;
pub mod notices;
pub mod open_errors;
pub mod predict;
pub mod regress;
pub mod scale;
pub mod score;
pub mod tour;
pub mod train;
pub mod usage;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 中文
    Zh,
    /// English
    #[default]
    En,
}

impl Lang {
    /// The language of a locale name such as `zh_CN.UTF-8`; English unless it is Chinese.
    pub fn from_locale(locale: &str) -> Lang {
        if locale.to_ascii_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
    }

    /// The text for this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// The end of an English noun of which there are `n`: `1 layer`, `2 layers`.
pub fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

/// Makes a part of the table: `name(placeholders) = "zh", "en";` becomes
/// `pub fn name(lang: Lang, placeholders...) -> String` (or `-> &'static str` without any).
macro_rules! words {
    ($($name:ident $(($($arg:ident),+))? = $zh:literal, $en:literal;)+) => {
        $($crate::report::words::word!($name $(($($arg),+))? = $zh, $en);)+

        /// Every entry of this file as `(key, zh, en)`, for the test of completeness.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $zh, $en)),+];
    };
}

/// One entry of [`words!`].
macro_rules! word {
    ($name:ident = $zh:literal, $en:literal) => {
        #[doc = concat!("`", $zh, "` / `", $en, "`")]
        pub fn $name(lang: $crate::report::words::Lang) -> &'static str {
            lang.pick($zh, $en)
        }
    };
    ($name:ident ($($arg:ident),+) = $zh:literal, $en:literal) => {
        #[doc = concat!("`", $zh, "` / `", $en, "`")]
        pub fn $name(lang: $crate::report::words::Lang, $($arg: impl std::fmt::Display),+) -> String {
            match lang {
                $crate::report::words::Lang::Zh => format!($zh),
                $crate::report::words::Lang::En => format!($en),
            }
        }
    };
}

/// Makes a table that is looked up by key: `"key" = "zh", "en";`.
macro_rules! texts {
    ($($key:literal = $zh:literal, $en:literal;)+) => {
        /// Every entry as `(key, zh, en)`.
        pub const ALL: &[(&str, &str, &str)] = &[$(($key, $zh, $en)),+];
    };
}
pub(crate) use {texts, word, words};

#[cfg(test)]
mod tests {
    use super::*;

    /// The files of the table. A file that is missing here has an unused `ALL`, which the
    /// compiler points out.
    const FILES: &[&[(&str, &str, &str)]] = &[
        chat::ALL,
        classify::ALL,
        cluster::ALL,
        common::ALL,
        curve::ALL,
        compare::ALL,
        data::ALL,
        errors::ALL,
        findings::ALL,
        generate::ALL,
        gpt_errors::ALL,
        help::shared::ALL,
        help::discriminative::ALL,
        help::generative::ALL,
        help::contrast::ALL,
        notices::ALL,
        open_errors::ALL,
        predict::ALL,
        regress::ALL,
        train::ALL,
        scale::ALL,
        tour::ALL,
        score::ALL,
        usage::ALL,
    ];

    #[test]
    fn one_is_not_many() {
        let said = |n| train::secs(Lang::En, n, s(n));
        assert_eq!([said(1), said(2)], ["1 second", "2 seconds"]);
        assert_eq!(train::secs(Lang::Zh, 1, s(1)), "1 秒");
    }

    #[test]
    fn no_entry_is_empty_and_chinese_is_chinese() {
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for &(key, zh, en) in FILES.iter().copied().flatten() {
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{key} is empty");
            assert!(!en.chars().any(is_han) || zh == en, "{key}: Chinese in the English text");
        }
    }

    #[test]
    fn chinese_sentences_end_in_chinese() {
        let is_code = |text: &str| text.contains('=');
        for &(key, zh, _) in FILES.iter().copied().flatten().filter(|(_, zh, _)| !is_code(zh)) {
            let after_han = zh.chars().zip(zh.chars().skip(1)).find(|&(before, mark)| {
                ('\u{4e00}'..='\u{9fff}').contains(&before) && [',', ';', '?', '!'].contains(&mark)
            });
            assert_eq!(after_han, None, "{key}: a half-width mark after a Chinese character");
        }
    }
}
