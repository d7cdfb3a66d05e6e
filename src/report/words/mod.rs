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
//! Errors of the other rooms are worded in the same way, a variant a line (`errors!`,
//! `error_texts!`). Joiners, plurals and gaps belong to the language, too: `Language` and the
//! functions of its `grammar`.
//!
//! A further language is a folder beside `en` and `zh`, and in `lang.rs` a variant of [`Lang`],
//! a bound of [`Say`] and an arm of each `match`.

mod en;
mod help;
mod io;
mod joins;
mod lang;
mod language;
mod macros;
mod zh;

pub(crate) use en::En;
pub use en::{
    chat, classify, cluster, common, compare, curve, data, doctor, errors, examples, explain, export, findings,
    generate, in_passes, lab, models, notices, predict, regress, report, scale, score, script, teach, tour, train,
    tree, usage, web,
};
pub use help::help;
pub use io::unwritable;
pub use lang::{Lang, Say};
pub(crate) use lang::{every_language_says, label};
pub(crate) use language::{Label, Said};
pub(crate) use macros::{any, error_texts, errors, message, messages, said, said_errors, says, texts};
pub(crate) use zh::Zh;

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
    fn chinese_errors_hold_chinese_errors() {
        // The `Display` of an error is English.
        let source = concat!(
            include_str!("zh/errors/data.rs"),
            include_str!("zh/errors/files.rs"),
            include_str!("zh/errors/fit.rs"),
            include_str!("zh/errors/lab.rs"),
            include_str!("zh/errors/language.rs"),
            include_str!("zh/errors/task.rs"),
            include_str!("zh/errors/training.rs"),
        );
        for entry in source.split(";\n") {
            for inner in ["error", "fault", "source"].into_iter().filter(|name| entry.contains(&format!("{{{name}}}")))
            {
                assert!(entry.contains(&format!("{inner} = said(")), "{entry}");
            }
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
