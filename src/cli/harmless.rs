//! Documents at a terminal: CSV, Markdown and JSON may hold anything, and nothing in them is to
//! move the cursor. A file or a program gets them byte for byte.

use std::io::{self, BufWriter, Write};

/// The first byte of the control characters `U+0080..=U+009F` in UTF-8, and of others.
const LEAD: u8 = 0xC2;

/// Leaves out control characters but for line ends and tabs.
pub(super) struct Harmless<W: Write> {
    out: BufWriter<W>,
    /// Whether the last byte was [`LEAD`], which is written with what follows it.
    is_led: bool,
}

impl<W: Write> Harmless<W> {
    pub fn new(out: W) -> Harmless<W> {
        Harmless { out: BufWriter::new(out), is_led: false }
    }

    fn push(&mut self, byte: u8) -> io::Result<()> {
        if std::mem::take(&mut self.is_led) {
            return if matches!(byte, 0x80..=0x9F) { Ok(()) } else { self.out.write_all(&[LEAD, byte]) };
        }
        match byte {
            LEAD => self.is_led = true,
            b'\n' | b'\t' | 0x20..=0x7E | 0x80.. => self.out.write_all(&[byte])?,
            _ => {}
        }
        Ok(())
    }
}

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        bytes.iter().try_for_each(|&byte| self.push(byte))?;
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
        let n = if c == '\u{1b}' {
            colour_len(rest)
        } else {
            usize::from(!c.is_control() || "\n\t".contains(c)) * c.len_utf8()
        };
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
        let text = "a\tb\r\n\u{1b}[2J\u{7f}\u{9b}2J é£\u{a0}瓜\u{85}!\u{0}";
        for n in 1..6 {
            let mut out = Harmless::new(Vec::new());
            text.as_bytes().chunks(n).for_each(|chunk| out.write_all(chunk).unwrap());
            out.flush().unwrap();
            assert_eq!(String::from_utf8(out.out.into_inner().unwrap()).unwrap(), "a\tb\n[2J2J é£\u{a0}瓜!");
        }
    }
}
