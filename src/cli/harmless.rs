//! Documents at a terminal: CSV, Markdown and JSON may hold anything, and nothing in them is to
//! move the cursor or to turn the text around it. A file or a program gets them byte for byte.

use crate::report::visible::is_harmless;
use std::io::{self, BufWriter, Write};

/// Leaves out control characters but for line ends and tabs, and those that turn the direction of writing.
pub(super) struct Harmless<W: Write> {
    out: BufWriter<W>,
    /// The bytes of a character that is not complete yet.
    begun: Vec<u8>,
}

impl<W: Write> Harmless<W> {
    pub fn new(out: W) -> Harmless<W> {
        Harmless { out: BufWriter::new(out), begun: Vec::new() }
    }

    /// Bytes that are no text go through: they are none of the characters that act.
    fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.begun.extend_from_slice(bytes);
        let bytes = std::mem::take(&mut self.begun);
        let mut rest: &[u8] = &bytes;
        while let Some(chunk) = rest.utf8_chunks().next() {
            let acting = |c: char| !is_harmless(c);
            chunk.valid().split(acting).try_for_each(|text| self.out.write_all(text.as_bytes()))?;
            rest = &rest[chunk.valid().len()..];
            if is_begun(rest) {
                break;
            }
            self.out.write_all(chunk.invalid())?;
            rest = &rest[chunk.invalid().len()..];
        }
        self.begun = rest.to_vec();
        Ok(())
    }
}

/// Whether these are the first bytes of a character, and no more.
fn is_begun(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
}

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.push(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A page or message for a terminal: with its colours, and nothing else that acts on one.
pub(super) fn coloured(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let n = if c == '\u{1b}' { colour_len(rest) } else { usize::from(is_harmless(c)) * c.len_utf8() };
        out += &rest[..n];
        rest = &rest[n.max(c.len_utf8())..];
    }
    out
}

/// The length of the colour that `text` begins with (`ESC [ 1 ; 31 m`), or 0.
fn colour_len(text: &str) -> usize {
    let Some(numbers) = text.strip_prefix("\u{1b}[") else { return 0 };
    let end = numbers.find(|c: char| !(c.is_ascii_digit() || c == ';'));
    end.filter(|&end| numbers[end..].starts_with('m')).map_or(0, |end| end + 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_its_colours_and_nothing_else_that_acts() {
        let page = "\u{1b}[1;31merror:\u{1b}[0m 瓜\ta\u{1b}[2J\u{1b}]0;x\u{7}b\r\n\u{9b}1m\u{1b}";
        assert_eq!(coloured(page), "\u{1b}[1;31merror:\u{1b}[0m 瓜\ta[2J]0;xb\n1m");
    }

    #[test]
    fn what_acts_on_a_terminal_is_left_out_however_it_is_cut() {
        let text = "a\tb\r\n\u{1b}[2J\u{7f}\u{9b}2J é£\u{a0}瓜\u{85}!\u{0}\u{202e}\u{2066}\u{2069}";
        for n in 1..6 {
            let mut out = Harmless::new(Vec::new());
            text.as_bytes().chunks(n).for_each(|chunk| out.write_all(chunk).unwrap());
            out.flush().unwrap();
            assert_eq!(String::from_utf8(out.out.into_inner().unwrap()).unwrap(), "a\tb\n[2J2J é£\u{a0}瓜!");
        }
        let mut out = Harmless::new(Vec::new());
        for bytes in [&b"a\xff\xe7"[..], b"b", b"\xe2\x80", b"\xae\xe7\x93", b"\x9c"] {
            out.write_all(bytes).unwrap();
        }
        assert_eq!(out.out.into_inner().unwrap(), b"a\xff\xe7b\xe7\x93\x9c", "what is no text goes through");
    }
}
