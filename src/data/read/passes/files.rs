//! Which files a table in passes is made of, and how each is written.

use crate::data::Notice;
use crate::data::read::header::Header;
use crate::data::read::layout::Layout;
use crate::data::read::records::Records;
use crate::data::read::shape::Names;
use crate::data::read::tidy::Tidied;
use crate::data::read::{Fault, ReadError, ReadOptions, encoding};
use csv::StringRecord;
use memchr::memchr;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Bytes that are looked at to tell how a file is written.
const SAMPLE: usize = 1 << 16;
/// Files of a folder that are parts of a table.
const EXTENSIONS: [&str; 3] = ["csv", "tsv", "txt"];

/// One file of a table.
pub(super) struct Part {
    pub path: String,
    pub layout: Layout,
    /// Where its rows begin.
    pub body: u64,
    /// The line on which they begin.
    pub first_line: u64,
    pub len: u64,
}

/// A table's files, all written alike.
pub(super) struct Parts {
    pub parts: Vec<Part>,
    pub names: Vec<String>,
    pub notices: Vec<Notice>,
}

/// The files at `path`: one, or those in a folder, in the order of their names.
pub(super) fn parts(path: &str, options: &ReadOptions) -> Result<Parts, ReadError> {
    let mut found: Option<Parts> = None;
    for path in paths(path)? {
        let (part, names, notices) = part(&path, options).map_err(|fault| fault.of(&path))?;
        match &mut found {
            None => found = Some(Parts { parts: vec![part], names, notices }),
            Some(known)
                if known.names == names && known.parts[0].layout.shape.delimiter == part.layout.shape.delimiter =>
            {
                known.parts.push(part);
            }
            Some(known) => return Err(Fault::OtherColumns { first: known.parts[0].path.clone() }.of(&path)),
        }
    }
    found.ok_or_else(|| Fault::NoTables.of(path))
}

/// The file, or the files of a folder; hidden ones are passed over.
fn paths(path: &str) -> Result<Vec<String>, ReadError> {
    if !Path::new(path).is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let listed = || -> std::io::Result<Vec<PathBuf>> { fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect() };
    let is_part = |file: &PathBuf| {
        let is_hidden = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let extension = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        !is_hidden && file.is_file() && EXTENSIONS.contains(&extension.as_str())
    };
    let mut files = listed().map_err(|error| Fault::from(error).of(path))?;
    files.retain(is_part);
    files.sort();
    Ok(files.into_iter().map(|file| file.display().to_string()).collect())
}

fn part(path: &str, options: &ReadOptions) -> Result<(Part, Vec<String>, Vec<Notice>), Fault> {
    if path == "-" {
        return Err(Fault::NotInPasses);
    }
    let mut file = File::open(path)?;
    let len = file.metadata()?.len();
    let mut sample = Vec::new();
    (&mut file).take(SAMPLE as u64).read_to_end(&mut sample)?;
    let is_packed = sample.starts_with(&[0x1f, 0x8b]) || super::super::container::Kind::of(&sample, options)?.is_some();
    if is_packed {
        return Err(Fault::NotInPasses);
    }
    let layout = Layout::inspect(&sample, sample.len() as u64 == len, options)?;
    let (shape, is_ascii) = (&layout.shape, layout.encoding.is_ascii_compatible());
    if !is_ascii || layout.only_carriage_returns || shape.tidy.blanks || shape.tidy.skipped_lines > 0 {
        return Err(Fault::NotInPasses);
    }
    let (names, body, notices) = match &shape.names {
        Names::Declared(_) => return Err(Fault::NotInPasses),
        Names::FirstRow => {
            let end = memchr(b'\n', &sample).ok_or(Fault::NoRows)?;
            let first = first_row(&sample[..end], &layout)?;
            let Header { names, n_nameless, notices } = Header::of_line(first.iter(), 1, options.header == Some(true))?;
            if n_nameless > 0 {
                return Err(Fault::NotInPasses);
            }
            (names, end + 1, notices)
        }
        Names::Numbered => {
            let end = memchr(b'\n', &sample).unwrap_or(sample.len());
            let header = Header::numbered(first_row(&sample[..end], &layout)?.len());
            (header.names, 0, header.notices)
        }
    };
    let notices = layout.notices.iter().cloned().chain(notices).collect();
    let first_line = if body > 0 { 2 } else { 1 };
    Ok((Part { path: path.to_owned(), layout, body: body as u64, first_line, len }, names, notices))
}

fn first_row(line: &[u8], layout: &Layout) -> Result<StringRecord, Fault> {
    let text = encoding::preview(line, layout.encoding);
    let mut row = StringRecord::new();
    let text = Tidied::new(text.as_bytes(), layout.shape.tidy, layout.shape.delimiter);
    Records::new(text, layout.shape.delimiter, layout.shape.quote).next(&mut row)?.ok_or(Fault::Empty)?;
    Ok(row)
}

/// Bytes of a file, or of the files of a folder that are parts of a table; `None` where there is none.
pub fn n_bytes(path: &str) -> Option<u64> {
    let sizes = paths(path).ok()?.into_iter().map(|file| Some(fs::metadata(file).ok()?.len()));
    sizes.sum()
}
