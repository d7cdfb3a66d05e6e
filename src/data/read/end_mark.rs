//! Ctrl-Z (0x1A) at the end of a text, as DOS and old editors leave it: it ends the text, and is no cell.

use std::io::{Read, Result};

const CTRL_Z: u8 = 0x1a;
/// How many bytes tell.
const LOOK: usize = 1 << 16;

/// The bytes of a text without the mark at their end, and whether there was one.
pub(super) fn without(bytes: &[u8]) -> (&[u8], bool) {
    let end = if is_of_two_bytes(bytes) { bytes.len() } else { held(bytes) };
    (&bytes[..end], end < bytes.len())
}

/// Whether a text that begins so is UTF-16, in which such a byte is half of a character.
pub(super) fn is_of_two_bytes(sample: &[u8]) -> bool {
    memchr::memchr(0, &sample[..sample.len().min(LOOK)]).is_some()
}

/// Where the end of `bytes` begins that may be a mark: a Ctrl-Z, with no more than line ends and other marks behind it.
fn held(bytes: &[u8]) -> usize {
    let tail = bytes.iter().rev().take_while(|byte| [CTRL_Z, b'\r', b'\n'].contains(byte)).count();
    let start = bytes.len() - tail;
    bytes[start..].iter().position(|&byte| byte == CTRL_Z).map_or(bytes.len(), |at| start + at)
}

/// A stream without the mark at its end.
pub(super) struct Unmarked<R> {
    input: R,
    /// Bytes to be given: `ready[at..]`; behind them, what may be the end.
    ready: Vec<u8>,
    at: usize,
    tail: Vec<u8>,
}

impl<R: Read> Unmarked<R> {
    pub fn new(input: R) -> Self {
        Unmarked { input, ready: Vec::new(), at: 0, tail: Vec::new() }
    }
}

impl<R: Read> Read for Unmarked<R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        if self.tail.is_empty() && self.at == self.ready.len() {
            let n = self.input.read(into)?;
            let end = held(&into[..n]);
            self.tail.extend(&into[end..n]);
            if end > 0 || n == 0 {
                return Ok(end);
            }
        }
        while self.at == self.ready.len() {
            let mut bytes = vec![0; into.len().max(1)];
            let n = self.input.read(&mut bytes)?;
            if n == 0 {
                return Ok(0); // the tail was the end
            }
            self.ready = std::mem::take(&mut self.tail);
            self.ready.extend(&bytes[..n]);
            self.tail = self.ready.split_off(held(&self.ready));
            self.at = 0;
        }
        let n = into.len().min(self.ready.len() - self.at);
        into[..n].copy_from_slice(&self.ready[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_goes_and_nothing_else() {
        for (text, kept) in [
            (&b"a,b\n1,2\n\x1a"[..], &b"a,b\n1,2\n"[..]),
            (b"a,b\n1,2\n\x1a\x1a\r\n", b"a,b\n1,2\n"),
            (b"a,b\n1,\x1a2\n\n", b"a,b\n1,\x1a2\n\n"),
            (b"a\0,\0b\0\n\x58\x1a", b"a\0,\0b\0\n\x58\x1a"),
            (b"\x1a", b""),
            (b"", b""),
        ] {
            assert_eq!(without(text), (kept, kept.len() < text.len()));
            for step in (1..6).filter(|_| !is_of_two_bytes(text)) {
                let (mut stream, mut all, mut some) = (Unmarked::new(text), Vec::<u8>::new(), vec![0; step]);
                while let n @ 1.. = stream.read(&mut some).unwrap() {
                    all.extend(&some[..n]);
                }
                assert_eq!(all, kept, "{step} bytes at a time");
            }
        }
    }
}
