//! Notices quotes that are never closed, or closed within a cell: they swallow what follows.

use super::Fault;
use memchr::{memchr, memchr_iter};
use std::io::{self, Read};

/// Where in a row the last byte was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Plain,
    /// Within quotes that were opened on this line.
    Quoted(u64),
    /// Behind a quote within quotes: the end of them, or the first half of a doubled one.
    QuoteInQuotes(u64),
    /// Behind a mark that makes the next character an ordinary one, within such quotes.
    Escaped(u64),
    /// The quotes of a cell that began on this line were closed before its end.
    Stray(u64),
}

/// What makes a quote within quotes a character like any other, where it is not doubled: single
/// quotes stand in ARFF files, which take `\'`.
pub(super) fn escape(quote: Option<u8>) -> Option<u8> {
    (quote == Some(b'\'')).then_some(b'\\')
}

/// Text that passes through as it is; at its end, an open quote is an error.
pub(super) struct QuoteChecker<R> {
    text: R,
    delimiter: u8,
    quote: Option<u8>,
    state: State,
    line: u64,
}

impl<R: Read> QuoteChecker<R> {
    /// Watches `text`, whose cells are cut at `delimiter` and may stand between `quote`s.
    pub fn new(text: R, delimiter: u8, quote: Option<u8>) -> Self {
        QuoteChecker { text, delimiter, quote, state: State::CellStart, line: 1 }
    }

    fn see(&mut self, bytes: &[u8]) {
        let is_quoted = !matches!(self.state, State::CellStart | State::Plain);
        if !is_quoted && self.quote.is_none_or(|quote| memchr(quote, bytes).is_none()) {
            self.line += memchr_iter(b'\n', bytes).count() as u64;
            self.state = bytes.last().map_or(self.state, |&byte| self.outside(byte));
            return;
        }
        for &byte in bytes {
            self.state = self.after(byte);
            self.line += u64::from(byte == b'\n');
        }
    }

    fn outside(&self, byte: u8) -> State {
        if byte == self.delimiter || byte == b'\n' { State::CellStart } else { State::Plain }
    }

    /// As the `csv` crate reads: a quote counts at the start of a cell only.
    fn after(&self, byte: u8) -> State {
        let is_quote = Some(byte) == self.quote;
        match self.state {
            State::CellStart if is_quote => State::Quoted(self.line),
            State::Quoted(line) if is_quote => State::QuoteInQuotes(line),
            State::Quoted(line) if Some(byte) == escape(self.quote) => State::Escaped(line),
            State::Escaped(line) => State::Quoted(line),
            State::QuoteInQuotes(line) if is_quote => State::Quoted(line),
            State::Quoted(line) => State::Quoted(line),
            State::QuoteInQuotes(line) if byte != self.delimiter && !b"\r\n".contains(&byte) => State::Stray(line),
            State::Stray(line) => State::Stray(line),
            _ => self.outside(byte),
        }
    }
}

impl<R: Read> Read for QuoteChecker<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.text.read(buffer)?;
        self.see(&buffer[..n]);
        match self.state {
            State::Quoted(line) | State::Escaped(line) if n == 0 && !buffer.is_empty() => {
                Err(io::Error::other(Fault::UnclosedQuote { line }))
            }
            State::Stray(line) => Err(io::Error::other(Fault::StrayQuote { line })),
            _ => Ok(n),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open_quote(text: &str) -> Option<Fault> {
        let mut seen = String::new();
        let error = QuoteChecker::new(text.as_bytes(), b',', Some(b'"')).read_to_string(&mut seen).err()?;
        Some(error.into())
    }

    #[test]
    fn an_open_quote_is_named_by_the_line_it_begins_on() {
        assert_eq!(open_quote("a,b\n1,\"x\ny\n2,3\n"), Some(Fault::UnclosedQuote { line: 2 }));
        assert_eq!(open_quote("a,b\n1,2\n5,\"6\n"), Some(Fault::UnclosedQuote { line: 3 }));
        assert_eq!(open_quote("a,b\n1,\"x\n\"\"y\"\n2,3\n"), None);
        let mut arff = QuoteChecker::new(&br"'it\'s',1"[..], b',', Some(b'\''));
        assert!(arff.read_to_string(&mut String::new()).is_ok());
        assert_eq!(open_quote("a,b\n1,5\"\n\"2\"\"\",3\n"), None, "an inch is no quote");
    }

    #[test]
    fn quotes_closed_within_a_cell_are_named_by_the_line_it_begins_on() {
        assert_eq!(open_quote("a,b\n1,\"so he\n2,\"x\n"), Some(Fault::StrayQuote { line: 2 }));
        assert_eq!(open_quote("a,b\n\"he said \"fine\" and left\",1\n"), Some(Fault::StrayQuote { line: 2 }));
    }
}
