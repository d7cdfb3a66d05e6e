//! Bytes from a file or the standard input, unpacked if they are gzip.

use super::container::{self, ContainerKind, Unpacked};
use super::end_mark::{self, Unmarked};
use super::packed::most_unpacked;
use super::{Fault, ReadOptions};
use crate::data::Notice;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, Cursor, Read, stdin};

/// How much of a stream is looked at before it is read.
const SAMPLE: usize = 1 << 16;
/// Files from this size on are read by all cores.
#[cfg(unix)]
const LARGE: u64 = 1 << 20;
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// All bytes of the file at `path`, or of the standard input for `-`.
pub(super) fn load(path: &str) -> Result<Vec<u8>, Fault> {
    let bytes = if path == "-" { read_all(stdin().lock())? } else { load_file(path)? };
    if !bytes.starts_with(&GZIP) {
        return Ok(bytes);
    }
    let limit = most_unpacked(bytes.len() as u64);
    Ok(read_all(Limited { input: MultiGzDecoder::new(&bytes[..]), left: limit })?)
}

fn load_file(path: &str) -> Result<Vec<u8>, Fault> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    #[cfg(unix)]
    if metadata.is_file() && metadata.len() >= LARGE {
        return in_parts(&file, metadata.len() as usize);
    }
    let _ = metadata;
    Ok(read_all(file)?)
}

/// A large file, each core a part. It is copied and not mapped into memory: if another program
/// cuts a mapped file short meanwhile, the system ends whoever reads it.
#[cfg(unix)]
fn in_parts(file: &File, len: usize) -> Result<Vec<u8>, Fault> {
    use rayon::prelude::*;
    use std::os::unix::fs::FileExt;
    const PART: usize = 1 << 22;
    let mut bytes = vec![0; len];
    let parts = bytes.par_chunks_mut(PART).enumerate();
    let read = parts.try_for_each(|(i, part)| file.read_exact_at(part, (i * PART) as u64));
    match read {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(Fault::CutShort),
        read => Ok(read.map(|()| bytes)?),
    }
}

fn read_all(mut input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A stream that may not give more than so many bytes.
struct Limited<R> {
    input: R,
    left: u64,
}

/// A packed stream, and how many bytes of it were read so far.
struct Counted<R> {
    input: R,
    n_read: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.input.read(buffer)?;
        self.n_read += n as u64;
        Ok(n)
    }
}

/// What is unpacked of a packed stream as it comes: at no moment too much for what was read.
struct Unpacking<R: Read> {
    input: MultiGzDecoder<Counted<R>>,
    n_given: u64,
}

impl<R: Read> Read for Unpacking<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.input.read(buffer)?;
        self.n_given += n as u64;
        let most = most_unpacked(self.input.get_ref().n_read);
        if self.n_given > most { Err(io::Error::other(Fault::Swollen)) } else { Ok(n) }
    }
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.input.read(buffer)?;
        self.left = self.left.checked_sub(n as u64).ok_or_else(|| io::Error::other(Fault::Swollen))?;
        Ok(n)
    }
}

/// A stream with its first bytes, which it will give again.
pub(super) struct Stream {
    /// The first bytes: at most [`SAMPLE`].
    pub sample: Vec<u8>,
    /// Whether that is all there is.
    pub complete: bool,
    /// Everything, from the first byte.
    pub input: Box<dyn Read + Send>,
    /// The file on the disk whose bytes these are.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet is read at its places"))]
    path: Option<String>,
}

impl Stream {
    /// The text within, where it is packed: then all of it is read at once, but for a Parquet file on the disk.
    pub fn unpacked(self, options: &ReadOptions) -> Result<(Stream, ReadOptions, Vec<Notice>), Fault> {
        let Some(kind) = ContainerKind::of(&self.sample, options)? else {
            let (text, is_marked) = self.without_end_mark();
            return Ok((text, options.clone(), is_marked.then_some(Notice::EndMark).into_iter().collect()));
        };
        #[cfg(feature = "parquet")]
        if let (ContainerKind::Parquet, Some(path)) = (kind, &self.path)
            && let Some(text) = container::ParquetText::open(path)?
        {
            return Ok((peek(Box::new(text), None)?, container::own(options), Vec::new()));
        }
        let Unpacked { text, options, notices } = container::unpack(kind, &read_all(self.input)?, options)?;
        Ok((peek(Box::new(Cursor::new(text)), None)?, options, notices))
    }
}

impl Stream {
    /// A text without the mark that may end it; whether there is one, where all of it is seen.
    fn without_end_mark(self) -> (Stream, bool) {
        if end_mark::is_of_two_bytes(&self.sample) {
            return (self, false);
        }
        if !self.complete {
            return (Stream { input: Box::new(Unmarked::new(self.input)), ..self }, false);
        }
        let (text, is_marked) = end_mark::without(&self.sample);
        let sample = text.to_vec();
        (Stream { input: Box::new(Cursor::new(sample.clone())), sample, ..self }, is_marked)
    }
}

/// Opens the file at `path`, or the standard input for `-`, to be read once in order.
pub(super) fn stream(path: &str) -> Result<Stream, Fault> {
    let input: Box<dyn Read + Send> = if path == "-" { Box::new(stdin()) } else { Box::new(File::open(path)?) };
    let packed = peek(input, (path != "-").then(|| path.to_owned()))?;
    if !packed.sample.starts_with(&GZIP) {
        return Ok(packed);
    }
    let input = MultiGzDecoder::new(Counted { input: packed.input, n_read: 0 });
    peek(Box::new(Unpacking { input, n_given: 0 }), None)
}

fn peek(mut input: Box<dyn Read + Send>, path: Option<String>) -> Result<Stream, Fault> {
    let mut sample = Vec::new();
    (&mut input).take(SAMPLE as u64).read_to_end(&mut sample)?;
    let complete = sample.len() < SAMPLE;
    Ok(Stream { input: Box::new(Cursor::new(sample.clone()).chain(input)), sample, complete, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_that_unpacks_to_too_much_is_refused() {
        let limited = |left| read_all(Limited { input: &b"1234567890"[..], left }).map_err(Fault::from);
        assert_eq!(limited(10), Ok(b"1234567890".to_vec()));
        assert_eq!(limited(9), Err(Fault::Swollen));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_is_shorter_than_it_was_is_an_error() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), vec![b'x'; 5 << 20]).unwrap();
        let file = File::open(file.path()).unwrap();
        assert_eq!(in_parts(&file, 5 << 20), Ok(vec![b'x'; 5 << 20]));
        assert_eq!(in_parts(&file, 6 << 20), Err(Fault::CutShort));
    }
}
