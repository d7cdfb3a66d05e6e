//! Errors of reading a file.

use super::{Tell, did_you_mean, in_file, sentences};
use crate::data::read::{Fault, ReadError};
use crate::report::Lang;
use crate::report::names::show;
use crate::report::words::errors as words;

impl Tell for ReadError {
    fn tell(&self, lang: Lang) -> String {
        in_file(lang, &self.file, self.fault.tell(lang))
    }
}

impl Tell for Fault {
    fn tell(&self, lang: Lang) -> String {
        match self {
            Fault::NotFound { nearest } => {
                sentences(lang, [words::not_found(lang).to_owned(), did_you_mean(lang, nearest)])
            }
            Fault::Io { message } => words::io(lang, message),
            Fault::UnknownEncoding { label } => words::unknown_encoding(lang, label),
            Fault::Undecodable { encoding, line } => words::undecodable(lang, line, encoding),
            Fault::Binary { format: None } => words::binary(lang).to_owned(),
            Fault::Binary { format: Some(format) } => words::binary_format(lang, format),
            Fault::BinaryText { format: None } => words::binary_text(lang).to_owned(),
            Fault::BinaryText { format: Some(format) } => words::binary_text_format(lang, format),
            Fault::NoFile => words::no_file(lang).to_owned(),
            Fault::NoTexts => words::no_texts(lang).to_owned(),
            Fault::NoTextInLine { line } => words::no_text_in_line(lang, line),
            Fault::Empty => words::empty(lang).to_owned(),
            Fault::NoRows => words::no_rows(lang).to_owned(),
            Fault::NoHeader { line, cells } => words::no_header(lang, line, cells.join(", ")),
            Fault::EmptyName { line, column } => words::empty_name(lang, line, column),
            Fault::DuplicateName { line, name, first, second } => {
                words::duplicate_name(lang, line, first, second, show(lang, name))
            }
            Fault::FullWidthCommas { line } => words::full_width_commas(lang, line),
            Fault::UnclosedQuote { line } => words::unclosed_quote(lang, line),
            Fault::BrokenGzip => words::broken_gzip(lang).to_owned(),
            Fault::Folder => words::folder_for_table(lang).to_owned(),
            Fault::Ragged { line, expected, found } => words::ragged(lang, line, found, expected),
            Fault::NotANumber { line, column, text } => words::cell_not_number(lang, line, show(lang, column), text),
            Fault::Infinite { line, column, text } => words::cell_infinite(lang, line, show(lang, column), text),
        }
    }
}
