//! From bytes in whatever encoding to UTF-8.

use super::{Fault, FileFormat, guess};
use encoding_rs::{CoderResult, Decoder, DecoderResult, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{Error, Read, Result as IoResult};

/// How many Chinese characters must have been valid UTF-8 before a fault for the text to
/// be damaged UTF-8 rather than another encoding.
const CLEARLY_UTF8: usize = 4;
/// How many characters of more than one byte tell UTF-8 from all else, where no more than one in `USUAL_PER_FAULT` as
/// many faults stand between them: two bytes of another encoding are rarely a valid character.
const USUALLY_UTF8: usize = 16;
const USUAL_PER_FAULT: usize = 8;
/// How many bytes a preview looks at.
pub(super) const PREVIEW: usize = 1 << 16;
/// How many bytes are decoded at a time.
const BLOCK: usize = 1 << 16;

/// What begins Japanese text in mail.
const JIS_ESCAPES: [&[u8]; 2] = [b"\x1b$B", b"\x1b$@"];

/// First bytes that tell what a file is, if not text.
const SIGNATURES: &[(&[u8], FileFormat)] = &[
    (b"PK\x03\x04", FileFormat::Workbook),
    (b"\xd0\xcf\x11\xe0", FileFormat::OldWorkbook),
    (b"%PDF", FileFormat::Pdf),
    (b"PAR1", FileFormat::Parquet),
    (b"BZh", FileFormat::Packed),
    (b"\xfd7zXZ", FileFormat::Packed),
    (b"7z\xbc\xaf", FileFormat::Packed),
    (b"Rar!", FileFormat::Packed),
    (b"\x28\xb5\x2f\xfd", FileFormat::Packed),
];

/// The encoding of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct DetectedEncoding {
    pub encoding: &'static Encoding,
    /// Whether nothing but the look of the bytes speaks for it.
    pub guessed: bool,
}

/// Finds the encoding: the one named, else by the byte-order mark, else UTF-8 if the bytes
/// are valid, else UTF-16 by its NULs, else the one whose characters would be the commonest.
///
/// `complete` says that `sample` is the whole text and does not stop within a character.
pub(super) fn detect(sample: &[u8], complete: bool, label: Option<&str>) -> Result<DetectedEncoding, Fault> {
    if let Some((_, format)) = SIGNATURES.iter().find(|(start, _)| sample.starts_with(start)) {
        return Err(Fault::Binary { format: *format });
    }
    let marked = Encoding::for_bom(sample).map(|(encoding, _)| encoding);
    if let Some(label) = label {
        let encoding = named(label).ok_or_else(|| Fault::UnknownEncoding { label: label.to_owned() })?;
        let is_utf16 = |encoding| encoding == UTF_16LE || encoding == UTF_16BE;
        let either = marked.filter(|&marked| is_utf16(marked) && is_utf16(encoding));
        return Ok(DetectedEncoding { encoding: either.unwrap_or(encoding), guessed: false });
    }
    if let Some(encoding) = marked {
        return Ok(DetectedEncoding { encoding, guessed: encoding != UTF_8 });
    }
    guess(sample, complete)
}

/// The encoding of this name: one of the web's, or of Windows' and Python's.
fn named(label: &str) -> Option<&'static Encoding> {
    let lower = label.trim().to_lowercase().replace('_', "-");
    let usual = match lower.as_str() {
        "cp936" | "ms936" | "windows-936" => "gbk",
        "cp950" | "ms950" | "big5hkscs" => "big5",
        "cp932" => "shift_jis",
        "cp949" | "ms949" | "uhc" => "euc-kr",
        "utf-8-sig" | "utf8-sig" | "cp65001" => "utf-8",
        "utf16" => "utf-16",
        "latin-1" => "latin1",
        "mac-roman" | "macroman" => "macintosh",
        other => other,
    };
    Encoding::for_label(label.as_bytes()).or_else(|| Encoding::for_label(usual.as_bytes()))
}

fn guess(sample: &[u8], complete: bool) -> Result<DetectedEncoding, Fault> {
    if sample.contains(&0) {
        let encoding = utf16_by_nuls(sample).ok_or(Fault::Binary { format: FileFormat::Unknown })?;
        return Ok(DetectedEncoding { encoding, guessed: true });
    }
    if JIS_ESCAPES.iter().any(|escape| sample.windows(escape.len()).any(|bytes| bytes == *escape)) {
        return Ok(DetectedEncoding { encoding: ISO_2022_JP, guessed: true });
    }
    let utf8 = DetectedEncoding { encoding: UTF_8, guessed: false };
    match std::str::from_utf8(sample) {
        Ok(_) => Ok(utf8),
        Err(fault) if fault.error_len().is_none() && !complete => Ok(utf8),
        Err(fault) => {
            let valid = String::from_utf8_lossy(&sample[..fault.valid_up_to()]);
            if valid.chars().filter(|&c| c >= '\u{800}').nth(CLEARLY_UTF8 - 1).is_some() || is_damaged_utf8(sample) {
                return Ok(utf8);
            }
            let encoding = guess::guess(sample)?;
            Ok(DetectedEncoding { encoding, guessed: encoding != UTF_8 })
        }
    }
}

/// Whether nearly all that is not ASCII is valid UTF-8.
fn is_damaged_utf8(sample: &[u8]) -> bool {
    let (mut n_valid, mut n_faults) = (0, 0);
    for chunk in sample.utf8_chunks() {
        n_valid += n_telling(chunk.valid());
        n_faults += usize::from(!chunk.invalid().is_empty());
    }
    n_valid >= USUALLY_UTF8.max(USUAL_PER_FAULT * n_faults)
}

/// How many characters tell UTF-8: three bytes and more do; two may be one character of GBK, unless they stand in a word.
fn n_telling(text: &str) -> usize {
    let is_of_word = |c: &char| c.is_ascii_alphabetic() || !c.is_ascii();
    let mut n = 0;
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let stands_in_word = before.iter().chain(chars.peek()).any(is_of_word);
        n += usize::from(c >= '\u{800}' || !c.is_ascii() && stands_in_word);
        before = Some(c);
    }
    n
}

/// In UTF-16 the digits, commas and line ends of a table have a NUL on one side, always
/// the same, and one of them is a line end.
fn utf16_by_nuls(sample: &[u8]) -> Option<&'static Encoding> {
    let nuls = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let has_unit = |unit: [u8; 2]| sample.chunks_exact(2).any(|pair| pair == unit);
    match (nuls(0), nuls(1)) {
        (0, _) if has_unit([b'\n', 0]) => Some(UTF_16LE),
        (_, 0) if has_unit([0, b'\n']) => Some(UTF_16BE),
        _ => None,
    }
}

/// Decodes what it reads; a byte-order mark is left out. Bytes that mean nothing are an
/// error that names their line.
pub(super) struct Decoded<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    /// Decoded and not yet read: `text[start..]`.
    text: Vec<u8>,
    start: usize,
    ended: bool,
    /// The line on which the next block begins.
    line: u64,
    /// Whether every `\r` is to come out as `\n`.
    only_carriage_returns: bool,
}

impl<R: Read> Decoded<R> {
    /// Decodes `input` from `encoding`; `only_carriage_returns` says that lines end in them.
    pub fn new(input: R, encoding: &'static Encoding, only_carriage_returns: bool) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        let (raw, text) = (vec![0; BLOCK], Vec::new());
        Decoded { input, decoder, raw, text, start: 0, ended: false, line: 1, only_carriage_returns }
    }

    /// Decodes the next block.
    fn refill(&mut self) -> IoResult<()> {
        let n_raw = self.input.read(&mut self.raw)?;
        self.ended = n_raw == 0;
        // No encoding here makes more than three bytes of one, save what was held back.
        self.text.resize(3 * n_raw + 16, 0);
        let (result, n_read, n_text) =
            self.decoder.decode_to_utf8_without_replacement(&self.raw[..n_raw], &mut self.text, self.ended);
        self.text.truncate(n_text);
        self.start = 0;
        if self.only_carriage_returns {
            self.text.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
        }
        self.line += memchr::memchr_iter(b'\n', &self.text).count() as u64;
        match result {
            DecoderResult::Malformed(..) => {
                let (failed, line) = (self.decoder.encoding(), self.line);
                let candidates = guess::offered(&self.raw[..n_raw], line_at(&self.raw[..n_raw], n_read), failed);
                Err(Error::other(Fault::Undecodable { encoding: failed.name().to_owned(), line, candidates }))
            }
            _ if memchr::memchr(0, &self.text).is_some() => {
                Err(Error::other(Fault::Binary { format: FileFormat::Unknown }))
            }
            _ => Ok(()),
        }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> IoResult<usize> {
        while self.start == self.text.len() && !self.ended {
            self.refill()?;
        }
        let n_read = into.len().min(self.text.len() - self.start);
        into[..n_read].copy_from_slice(&self.text[self.start..self.start + n_read]);
        self.start += n_read;
        Ok(n_read)
    }
}

/// The line on which the byte before `at` stands.
fn line_at(bytes: &[u8], at: usize) -> &[u8] {
    let at = at.saturating_sub(1).min(bytes.len());
    let start = bytes[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    let length = bytes[start..].iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len() - start);
    &bytes[start..start + length]
}

/// The fault of a file, of which these are the bytes: what it offers to read it in decodes all of them.
pub(super) fn narrowed(fault: Fault, bytes: &[u8]) -> Fault {
    match fault {
        Fault::Undecodable { encoding, line, mut candidates } => {
            let decodes = |label: &str| named(label).is_some_and(|encoding| guess::decodes(encoding, bytes));
            candidates.retain(|(label, _)| decodes(label));
            Fault::Undecodable { encoding, line, candidates }
        }
        other => other,
    }
}

/// The beginning of a text, for a look at it: whatever cannot be decoded is replaced.
pub(super) fn preview(sample: &[u8], encoding: &'static Encoding) -> String {
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let sample = &sample[..sample.len().min(PREVIEW)];
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(sample.len()).unwrap_or(sample.len() * 3));
    let (result, ..) = decoder.decode_to_string(sample, &mut text, false);
    debug_assert!(result == CoderResult::InputEmpty, "the buffer is as large as it can get");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "色泽,好瓜\n青绿,是\n";

    fn detected(bytes: &[u8]) -> &'static str {
        detect(bytes, true, None).unwrap().encoding.name()
    }

    fn decoded(bytes: &[u8], encoding: &'static Encoding) -> Result<String, Fault> {
        let mut text = String::new();
        Decoded::new(bytes, encoding, false).read_to_string(&mut text)?;
        Ok(text)
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        assert_eq!(detected(TEXT.as_bytes()), "UTF-8");
        assert_eq!(detected(&encoding_rs::GBK.encode(TEXT).0), "GBK");
        assert_eq!(detected(&encoding_rs::ISO_2022_JP.encode("産地,甘い\n").0), "ISO-2022-JP");
        assert_eq!(detected(&utf16(TEXT, u16::to_le_bytes)), "UTF-16LE");
        assert_eq!(detected(&utf16(TEXT, u16::to_be_bytes)), "UTF-16BE");
        assert_eq!(detected(&utf16(&format!("\u{feff}{TEXT}"), u16::to_be_bytes)), "UTF-16BE");
    }

    #[test]
    fn every_encoding_comes_out_as_the_same_text() {
        assert_eq!(decoded(format!("\u{feff}{TEXT}").as_bytes(), UTF_8).unwrap(), TEXT);
        assert_eq!(decoded(&encoding_rs::GBK.encode(TEXT).0, encoding_rs::GBK).unwrap(), TEXT);
        let big5 = Encoding::for_label(b"big5").unwrap();
        assert_eq!(decoded(&big5.encode("色澤,好瓜\n").0, big5).unwrap(), "色澤,好瓜\n");
        assert_eq!(decoded(&utf16(TEXT, u16::to_le_bytes), UTF_16LE).unwrap(), TEXT);
        let long = TEXT.repeat(20_000);
        assert_eq!(decoded(&encoding_rs::GBK.encode(&long).0, encoding_rs::GBK).unwrap(), long);
    }

    #[test]
    fn encodings_have_the_names_of_windows_and_python_too() {
        for (label, name) in [
            ("cp936", "GBK"),
            ("CP950", "Big5"),
            ("cp949", "EUC-KR"),
            ("utf_8_sig", "UTF-8"),
            ("latin_1", "windows-1252"),
        ] {
            assert_eq!(named(label).map(Encoding::name), Some(name), "{label}");
        }
        assert_eq!(named("klingon"), None);
    }

    #[test]
    fn damaged_text_is_named_by_line() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.extend(b"\xff,1\n");
        let found = detect(&bytes, true, None).unwrap();
        let fault = decoded(&bytes, found.encoding).unwrap_err();
        assert!(matches!(&fault, Fault::Undecodable { encoding, line: 3, .. } if encoding == "UTF-8"), "{fault:?}");
        let cut = &TEXT.as_bytes()[..TEXT.len() - 2];
        assert!(matches!(decoded(cut, UTF_8), Err(Fault::Undecodable { line: 2, .. })));
    }

    #[test]
    fn one_line_of_another_encoding_does_not_make_utf8_another() {
        let mut bytes = "city,x\n".as_bytes().to_vec();
        bytes.extend("München,1\n".repeat(40).bytes());
        bytes.extend(b"K\xf6ln,3\n");
        assert_eq!(detected(&bytes), "UTF-8");
        let fault = decoded(&bytes, UTF_8).unwrap_err();
        assert!(matches!(fault, Fault::Undecodable { line: 42, .. }), "{fault:?}");
        for (encoding, text) in
            [(encoding_rs::GBK, "色泽,青绿,乌黑,浅白\n"), (encoding_rs::SHIFT_JIS, "産地,甘い,ちちぶ\n")]
        {
            assert_eq!(detected(&encoding.encode(&text.repeat(40)).0), encoding.name());
        }
        let women = format!("编号,性别\n{}{}", "1,女\n".repeat(147), "2,男\n".repeat(3));
        assert_eq!(detected(&encoding_rs::GBK.encode(&women).0), "GBK");
    }

    #[test]
    fn what_is_offered_decodes_all_of_the_file() {
        let line = |bytes: &[u8]| match decoded(bytes, UTF_8).map_err(|fault| narrowed(fault, bytes)) {
            Err(Fault::Undecodable { line, candidates, .. }) => (line, candidates),
            other => panic!("{other:?}"),
        };
        let mut german = b"x,y\n1,2\n".repeat(3);
        german.extend(encoding_rs::WINDOWS_1252.encode("Größe,3\n").0.iter());
        let (at, candidates) = line(&german);
        assert_eq!((at, &candidates[0]), (7, &("windows-1252".to_owned(), "Größe,3".to_owned())));
        assert!(candidates.iter().all(|(label, _)| guess::decodes(named(label).unwrap(), &german)));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(detect(b"PK\x03\x04abc", true, None), Err(Fault::Binary { format: FileFormat::Workbook })));
        assert!(matches!(detect(b"a\0\0b\0c\0\0", true, None), Err(Fault::Binary { format: FileFormat::Unknown })));
        assert!(matches!(detect(b"a", true, Some("klingon")), Err(Fault::UnknownEncoding { .. })));
    }
}
