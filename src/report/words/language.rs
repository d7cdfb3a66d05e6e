//! What a language is made of.

use crate::data::verbalise::Tongue;

/// What text in a language needs that is not a message.
#[derive(Debug)]
pub struct Language {
    /// Its code in BCP 47.
    pub code: &'static str,
    /// The language of the sentences that language models read and write.
    pub tongue: Tongue,
    /// Between the names of a list: `a, b`.
    pub comma: &'static str,
    /// Before the last of a list: `a, b and c`.
    pub and: &'static str,
    /// Between things of which any will do: `a or b`.
    pub or: &'static str,
    /// Between phrases, each with a verb or a figure of its own.
    pub phrase: &'static str,
    /// Between clauses.
    pub clause: &'static str,
    /// Between sentences and between words.
    pub space: &'static str,
    /// Behind what is explained.
    pub colon: &'static str,
    /// The help of commands and flags, in parts; no key stands in two of them.
    pub help: [HelpTable; 5],
}

/// `(key, text)` of a part of the help.
pub type HelpTable = &'static [(&'static str, &'static str)];

/// A message or an error that language `L` has words for.
pub trait Said<L> {
    /// It, in this language.
    fn said(&self) -> String;
}

/// A message without arguments that language `L` has words for.
pub trait Label<L> {
    /// It, in this language.
    const TEXT: &'static str;
}
