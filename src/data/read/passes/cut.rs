//! A file of text in segments of whole rows.

use super::files::TableFile;
use super::segment::FileSegment;
use crate::data::read::Fault;
use memchr::{memchr, memchr_iter, memrchr};
use std::fs::File;
use std::io::Read;

/// Cuts the body of a file into segments, in order.
pub(super) struct Cutter {
    /// The bytes above the body.
    pub head: Vec<u8>,
    input: File,
    part: usize,
    quote: Option<u8>,
    piece_bytes: usize,
    /// Where the bytes in `rest` begin.
    start: u64,
    first_line: u64,
    rest: Vec<u8>,
    ended: bool,
}

impl Cutter {
    pub fn new(part: usize, of: &TableFile, piece_bytes: usize) -> Result<Self, Fault> {
        let mut input = File::open(&of.path)?;
        let mut head = vec![0; of.body as usize];
        input.read_exact(&mut head)?;
        let (quote, start, first_line) = (of.layout.shape.quote, of.body, of.first_line);
        Ok(Cutter { head, input, part, quote, piece_bytes, start, first_line, rest: Vec::new(), ended: false })
    }

    /// The next segment and its bytes; `None` at the end. A line end within quotes is no row's end.
    pub fn next(&mut self) -> Result<Option<(FileSegment, Vec<u8>)>, Fault> {
        let mut want = self.piece_bytes;
        loop {
            while !self.ended && self.rest.len() < want {
                let n = (&mut self.input).take((want - self.rest.len()) as u64).read_to_end(&mut self.rest)?;
                self.ended = n == 0;
            }
            let end = if self.ended { Some(self.rest.len()) } else { self.end_of_rows() };
            match end {
                Some(0) => return Ok(None),
                Some(end) => return Ok(Some(self.take(end))),
                None => want *= 2, // a row longer than a piece
            }
        }
    }

    /// Behind the last row that is whole.
    fn end_of_rows(&self) -> Option<usize> {
        let bytes = &self.rest;
        match self.quote.filter(|&quote| memchr(quote, bytes).is_some()) {
            None => memrchr(b'\n', bytes).map(|at| at + 1),
            Some(quote) => {
                let (mut is_open, mut last) = (false, None);
                for at in memchr::memchr2_iter(quote, b'\n', bytes) {
                    if bytes[at] == quote {
                        is_open = !is_open;
                    } else if !is_open {
                        last = Some(at + 1);
                    }
                }
                last
            }
        }
    }

    fn take(&mut self, end: usize) -> (FileSegment, Vec<u8>) {
        let later = self.rest.split_off(end);
        let bytes = std::mem::replace(&mut self.rest, later);
        let (part, start, first_line) = (self.part, self.start, self.first_line);
        self.start += bytes.len() as u64;
        self.first_line += memchr_iter(b'\n', &bytes).count() as u64;
        let segment = FileSegment::new(part, start, bytes.len(), bytes.len() as u64, first_line);
        (segment, bytes)
    }
}
