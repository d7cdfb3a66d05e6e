//! Bytes from a file or the standard input, unpacked if they are gzip.

use super::container::{self, Kind, Unpacked};
use super::{Fault, ReadOptions};
use crate::data::Notice;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{Cursor, Read, stdin};
use std::ops::Deref;

/// How much of a stream is looked at before it is read.
const SAMPLE: usize = 1 << 16;
/// Files from this size on are mapped into memory rather than copied.
const LARGE: u64 = 1 << 20;
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// The bytes of a whole file.
pub(super) enum Bytes {
    Mapped(memmap2::Mmap),
    Owned(Vec<u8>),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Bytes::Mapped(map) => map,
            Bytes::Owned(bytes) => bytes,
        }
    }
}

/// All bytes of the file at `path`, or of the standard input for `-`.
pub(super) fn load(path: &str) -> Result<Bytes, Fault> {
    let bytes = if path == "-" { Bytes::Owned(read_all(stdin().lock())?) } else { load_file(path)? };
    if bytes.starts_with(&GZIP) { Ok(Bytes::Owned(read_all(MultiGzDecoder::new(&bytes[..]))?)) } else { Ok(bytes) }
}

fn load_file(path: &str) -> Result<Bytes, Fault> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() && metadata.len() >= LARGE {
        // SAFETY: sound as long as nobody changes the file while it is read, which no program
        // that maps its input can rule out. It is only read, and every access is checked; if
        // it is cut short meanwhile, the system ends the process.
        return Ok(Bytes::Mapped(unsafe { memmap2::Mmap::map(&file)? }));
    }
    Ok(Bytes::Owned(read_all(file)?))
}

fn read_all(mut input: impl Read) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A stream with its first bytes, which it will give again.
pub(super) struct Stream {
    /// The first bytes: at most [`SAMPLE`].
    pub sample: Vec<u8>,
    /// Whether that is all there is.
    pub complete: bool,
    /// Everything, from the first byte.
    pub input: Box<dyn Read + Send>,
}

impl Stream {
    /// The text within, where it is packed: then all of it is read at once.
    pub fn unpacked(self, options: &ReadOptions) -> Result<(Stream, ReadOptions, Vec<Notice>), Fault> {
        let Some(kind) = Kind::of(&self.sample, options)? else {
            return Ok((self, options.clone(), Vec::new()));
        };
        let Unpacked { text, options, notices } = container::unpack(kind, &read_all(self.input)?, options)?;
        Ok((peek(Box::new(Cursor::new(text)))?, options, notices))
    }
}

/// Opens the file at `path`, or the standard input for `-`, to be read once in order.
pub(super) fn stream(path: &str) -> Result<Stream, Fault> {
    let input: Box<dyn Read + Send> = if path == "-" { Box::new(stdin()) } else { Box::new(File::open(path)?) };
    let packed = peek(input)?;
    if packed.sample.starts_with(&GZIP) { peek(Box::new(MultiGzDecoder::new(packed.input))) } else { Ok(packed) }
}

fn peek(mut input: Box<dyn Read + Send>) -> Result<Stream, Fault> {
    let mut sample = Vec::new();
    (&mut input).take(SAMPLE as u64).read_to_end(&mut sample)?;
    let complete = sample.len() < SAMPLE;
    Ok(Stream { input: Box::new(Cursor::new(sample.clone()).chain(input)), sample, complete })
}
