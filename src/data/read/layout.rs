//! How a file is written: its encoding, its line ends and its shape.

use super::encoding::{self, Decoded};
use super::shape::Shape;
use super::tidy::Tidied;
use super::{Fault, ReadOptions, preamble};
use crate::data::Notice;
use std::io::Read;

/// What was found out about a text before it is read.
pub(super) struct Layout {
    pub encoding: &'static encoding_rs::Encoding,
    pub shape: Shape,
    /// Lines end in `\r` alone, as old spreadsheets write them.
    pub only_carriage_returns: bool,
    pub notices: Vec<Notice>,
}

impl Layout {
    /// Looks at the beginning of a file, or at all of it if `complete`.
    pub fn inspect(sample: &[u8], complete: bool, options: &ReadOptions) -> Result<Layout, Fault> {
        let found = encoding::detect(sample, complete, options.encoding.as_deref())?;
        let mut notices = Vec::new();
        if found.guessed {
            notices.push(Notice::EncodingGuessed { encoding: found.encoding.name().to_owned() });
        }
        let preview = encoding::preview(sample, found.encoding);
        let only_carriage_returns = preview.contains('\r') && !preview.contains('\n');
        let lines = if only_carriage_returns { preview.replace('\r', "\n") } else { preview };
        let shape = preamble::inspect(&lines, complete && sample.len() <= encoding::PREVIEW, options)?;
        notices.extend(shape.notices.iter().cloned());
        Ok(Layout { encoding: found.encoding, shape, only_carriage_returns, notices })
    }

    /// Decodes and tidies a file of this kind; all lines come out ending in `\n` or `\r\n`.
    pub fn decode<R: Read>(&self, input: R) -> Tidied<Decoded<R>> {
        let text = Decoded::new(input, self.encoding, self.only_carriage_returns);
        Tidied::new(text, self.shape.tidy, self.shape.delimiter)
    }
}
