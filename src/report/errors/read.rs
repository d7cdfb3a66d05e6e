//! Errors of reading a file.

use super::{Tell, did_you_mean, in_file, sentences};
use crate::data::read::{Fault, ReadError};
use crate::report::names::show;
use crate::report::words::errors as words;
use crate::report::{Lang, Say};

impl Tell for ReadError {
    fn tell(&self, lang: Lang) -> String {
        in_file(lang, &self.file, self.fault.tell(lang))
    }
}

impl Tell for Fault {
    fn tell(&self, lang: Lang) -> String {
        match self {
            Fault::NotFound { nearest } => {
                sentences(lang, [words::NotFound.text(lang).to_owned(), did_you_mean(lang, nearest)])
            }
            Fault::Io { message } => words::Io { message }.say(lang),
            Fault::UnknownEncoding { label } => words::UnknownEncoding { label }.say(lang),
            Fault::Undecodable { encoding, line } => words::Undecodable { line, encoding }.say(lang),
            Fault::Binary { format: None } => words::Binary.text(lang).to_owned(),
            Fault::Binary { format: Some(format) } => words::BinaryFormat { format }.say(lang),
            Fault::BinaryText { format: None } => words::BinaryText.text(lang).to_owned(),
            Fault::BinaryText { format: Some(format) } => words::BinaryTextFormat { format }.say(lang),
            Fault::NoFile => words::NoFile.text(lang).to_owned(),
            Fault::NoTexts => words::NoTexts.text(lang).to_owned(),
            Fault::NoTextInLine { line } => words::NoTextInLine { line }.say(lang),
            Fault::Empty => words::Empty.text(lang).to_owned(),
            Fault::NoRows => words::NoRows.text(lang).to_owned(),
            Fault::NoHeader { line, cells } => words::NoHeader { line, cells: cells.join(", ") }.say(lang),
            Fault::EmptyName { line, column } => words::EmptyName { line, column }.say(lang),
            Fault::DuplicateName { line, name, first, second } => {
                words::DuplicateName { line, first, second, name: show(lang, name) }.say(lang)
            }
            Fault::FullWidthCommas { line } => words::FullWidthCommas { line }.say(lang),
            Fault::UnclosedQuote { line } => words::UnclosedQuote { line }.say(lang),
            Fault::UnclearEncoding { candidates } => {
                let shown = candidates.iter().map(|(name, text)| words::Reading { name, text }.say(lang));
                words::UnclearEncoding { readings: lang.names(shown) }.say(lang)
            }
            Fault::StrayQuote { line } => words::StrayQuote { line }.say(lang),
            Fault::LooksLikeSample { line, cell } => words::LooksLikeSample { line, cell }.say(lang),
            Fault::MarkdownTable { line } => words::MarkdownTable { line }.say(lang),
            Fault::SparseArff { line } => words::SparseArff { line }.say(lang),
            Fault::BrokenGzip => words::BrokenGzip.text(lang).to_owned(),
            Fault::Folder => words::FolderForTable.text(lang).to_owned(),
            Fault::Ragged { line, expected, found } => words::Ragged { line, found, expected }.say(lang),
            Fault::NotANumber { line, column, text } => {
                words::CellNotNumber { line, column: show(lang, column), text }.say(lang)
            }
            Fault::Infinite { line, column, text } => {
                words::CellInfinite { line, column: show(lang, column), text }.say(lang)
            }
        }
    }
}
