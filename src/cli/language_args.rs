//! Options of commands that ask a language model: which one, and what text.

use super::console::Console;
use super::failure::Failure;
use crate::data::{Corpus, read};
use crate::lm::ngram::Smoothing;
use crate::report::Say;
use crate::report::pages::FigureSource;
use crate::report::words::generate as words;
use crate::store::language::{self, Opened};
use crate::task::ngram::{NGramOptions, ngram_from_corpus};

/// Which model.
#[derive(Debug, clap::Args)]
pub(super) struct ModelArgs {
    #[arg(id = "language_model", long = "model", default_value = language::DEFAULT, value_name = "MODEL")]
    name: String,
    #[arg(long, value_name = "N")]
    order: Option<usize>,
    #[arg(long, value_parser = smoothing, value_name = "SMOOTHING")]
    smoothing: Option<Smoothing>,
}

impl ModelArgs {
    /// Opens the model; an n-gram that is counted now is smoothed as `usual` unless asked otherwise.
    ///
    /// # Errors
    /// If there is none, or options of another model were given.
    pub fn open(&self, usual: NGramOptions, console: &Console) -> Result<Opened, Failure> {
        let only_ngram = [("--order", self.order.is_some()), ("--smoothing", self.smoothing.is_some())];
        match only_ngram.into_iter().find(|&(_, given)| given && self.name != language::NGRAM) {
            Some((flag, _)) => Err(Failure::Usage(words::OnlyNgram { flag }.say(console.lang))),
            None => open(&self.name, self.ngram(usual)),
        }
    }

    fn ngram(&self, usual: NGramOptions) -> NGramOptions {
        NGramOptions {
            order: self.order.unwrap_or(usual.order),
            smoothing: self.smoothing.unwrap_or(usual.smoothing),
            ..usual
        }
    }
}

/// The model called `name`. The n-gram is counted now, with these options; every other is saved.
///
/// # Errors
/// If there is none, it cannot be counted so, or its files are damaged.
pub(super) fn open(name: &str, options: NGramOptions) -> Result<Opened, Failure> {
    if name != language::NGRAM {
        return Ok(language::open(name)?);
    }
    Ok(Opened::counted(ngram_from_corpus(&Corpus::builtin(), &options)?, options))
}

/// What tells a report's reader whether hers is the same model: its parameters; of one that
/// counts, the text.
pub(super) fn source(opened: &Opened) -> Option<FigureSource> {
    let counted = || opened.corpus_sha256().map(FigureSource::Data);
    opened.params_sha256().map(FigureSource::Model).or_else(counted)
}

/// `ml`, `witten-bell`, `kneser-ney` or `add-K`.
pub(super) fn smoothing(text: &str) -> Result<Smoothing, String> {
    match text {
        "ml" | "maximum-likelihood" => Ok(Smoothing::MaximumLikelihood),
        "witten-bell" => Ok(Smoothing::WittenBell),
        "kneser-ney" => Ok(Smoothing::KneserNey),
        _ => (text.strip_prefix("add-").and_then(|k| k.parse().ok()).map(Smoothing::AddK)).ok_or_else(String::new),
    }
}

/// A text as typed; `-` is the standard input.
///
/// # Errors
/// If that cannot be read.
pub(super) fn typed(text: &str, console: &Console) -> Result<String, Failure> {
    if text == "-" { typed_file(text, console) } else { Ok(text.to_owned()) }
}

/// The text in a file, without the line end that closes it.
///
/// # Errors
/// If it cannot be read.
pub(super) fn typed_file(path: &str, console: &Console) -> Result<String, Failure> {
    let file = read::text_file(path, None)?;
    console.notices(&file.notices);
    Ok(file.text.strip_suffix('\n').unwrap_or(&file.text).to_owned())
}

/// The text to learn from: these files and folders, or the built-in text if there are none.
///
/// # Errors
/// If one cannot be read.
pub(super) fn corpus(files: &[String], encoding: Option<&str>, console: &Console) -> Result<Corpus, Failure> {
    if files.is_empty() {
        return Ok(Corpus::builtin());
    }
    let (corpus, notices) = read::corpus(files, encoding)?;
    console.notices(&notices);
    Ok(corpus)
}
