//! Which files a table in passes is made of, and how each is written.

use crate::data::Notice;
use crate::data::read::container::ContainerKind;
#[cfg(feature = "parquet")]
use crate::data::read::container::{RowGroups, own};
use crate::data::read::folder::files;
use crate::data::read::header::Header;
use crate::data::read::layout::Layout;
use crate::data::read::records::Records;
use crate::data::read::shape::NameSource;
use crate::data::read::tidy::Tidied;
use crate::data::read::{Fault, Obstacle, ReadError, ReadOptions, encoding};
use csv::StringRecord;
use memchr::memchr;
use std::fs::File;
use std::io::Read;

/// Bytes that are looked at to tell how a file is written.
const SAMPLE: usize = 1 << 16;
/// Rows of a Parquet file, likewise.
const SAMPLE_ROWS: usize = 256;

/// One file of a table.
pub(super) struct TableFile {
    pub path: String,
    pub layout: Layout,
    /// Where its rows begin.
    pub body: u64,
    /// The line on which they begin.
    pub first_line: u64,
    pub len: u64,
    /// Rows, of a Parquet file; others are cut at their line ends.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "there are no Parquet files"))]
    pub parquet_rows: Option<usize>,
}

/// A table's files, all written alike.
pub(super) struct TableFiles {
    pub parts: Vec<TableFile>,
    pub names: Vec<String>,
    pub notices: Vec<Notice>,
}

/// The files at `path`: one, or those in a folder, in the order of their names.
pub(super) fn parts(path: &str, options: &ReadOptions) -> Result<TableFiles, ReadError> {
    let mut found: Option<TableFiles> = None;
    for path in files(path)? {
        // A file of few rows alone might be taken for one without a header.
        let known_header = found.as_ref().map(|found| found.parts[0].layout.shape.names == NameSource::FirstRow);
        let options = ReadOptions { header: options.header.or(known_header), ..options.clone() };
        let (part, names, notices) = part(&path, &options).map_err(|fault| fault.of(&path))?;
        match &mut found {
            None => found = Some(TableFiles { parts: vec![part], names, notices }),
            Some(known)
                if known.names == names && known.parts[0].layout.shape.delimiter == part.layout.shape.delimiter =>
            {
                known.parts.push(part);
            }
            Some(known) => return Err(Fault::OtherColumns { first: known.parts[0].path.clone() }.of(&path)),
        }
    }
    Ok(found.expect("at least one file"))
}

fn part(path: &str, options: &ReadOptions) -> Result<(TableFile, Vec<String>, Vec<Notice>), Fault> {
    if path == "-" {
        return Err(Fault::NotInPasses { obstacle: Obstacle::Once });
    }
    let mut file = File::open(path)?;
    let len = file.metadata()?.len();
    let mut sample = Vec::new();
    (&mut file).take(SAMPLE as u64).read_to_end(&mut sample)?;
    match ContainerKind::of(&sample, options)? {
        Some(ContainerKind::Parquet) => return of_parquet(path, len, options),
        None if !sample.starts_with(&[0x1f, 0x8b]) => {}
        _ => return Err(Fault::NotInPasses { obstacle: Obstacle::Packed }),
    }
    of_text(path, &sample, len, None, options)
}

/// A Parquet file is what its text would be.
#[cfg(feature = "parquet")]
fn of_parquet(path: &str, len: u64, options: &ReadOptions) -> Result<(TableFile, Vec<String>, Vec<Notice>), Fault> {
    let mut groups = RowGroups::open(File::open(path)?)?.ok_or(Fault::NotInPasses { obstacle: Obstacle::Lists })?;
    let mut sample = groups.header();
    sample.extend(groups.text(0, SAMPLE_ROWS)?);
    let found = of_text(path, &sample, len, Some(groups.n_rows()), &own(options))?;
    match found.0.layout.shape.names {
        NameSource::FirstRow => Ok(found),
        _ => Err(Fault::NotInPasses { obstacle: Obstacle::Names }),
    }
}

#[cfg(not(feature = "parquet"))]
fn of_parquet(_: &str, _: u64, _: &ReadOptions) -> Result<(TableFile, Vec<String>, Vec<Notice>), Fault> {
    Err(Fault::ParquetLeftOut)
}

/// A file that begins so.
fn of_text(
    path: &str,
    sample: &[u8],
    len: u64,
    parquet_rows: Option<usize>,
    options: &ReadOptions,
) -> Result<(TableFile, Vec<String>, Vec<Notice>), Fault> {
    let is_all = parquet_rows.map_or(sample.len() as u64 == len, |n_rows| n_rows <= SAMPLE_ROWS);
    let layout = Layout::inspect(sample, is_all, options)?;
    if let Some(obstacle) = obstacle(&layout) {
        return Err(Fault::NotInPasses { obstacle });
    }
    let shape = &layout.shape;
    let (names, body, notices) = match &shape.names {
        NameSource::Declared(_) => return Err(Fault::NotInPasses { obstacle: Obstacle::Above }),
        NameSource::FirstRow => {
            let end = memchr(b'\n', sample).ok_or(Fault::NoRows)?;
            let first = first_row(&sample[..end], &layout)?;
            let Header { names, n_nameless, notices } = Header::of_line(first.iter(), 1, options.header == Some(true))?;
            if n_nameless > 0 {
                return Err(Fault::NotInPasses { obstacle: Obstacle::Names });
            }
            if let Some(at) = first.iter().skip(1).position(|name| name.trim().is_empty()) {
                return Err(Fault::EmptyName { line: 1, column: at + 2 });
            }
            if let Some(at) = first.iter().skip(1).position(|name| name.trim().is_empty()) {
                return Err(Fault::EmptyName { line: 1, column: at + 2 });
            }
            (names, end + 1, notices)
        }
        NameSource::Numbered => {
            let end = memchr(b'\n', sample).unwrap_or(sample.len());
            let header = Header::numbered(first_row(&sample[..end], &layout)?.len());
            (header.names, 0, header.notices)
        }
    };
    let notices = layout.notices.iter().cloned().chain(notices).collect();
    let first_line = if body > 0 { 2 } else { 1 };
    let body = if parquet_rows.is_some() { 0 } else { body as u64 };
    Ok((TableFile { path: path.to_owned(), layout, body, first_line, len, parquet_rows }, names, notices))
}

/// What of a text keeps it from being cut at its line ends.
fn obstacle(layout: &Layout) -> Option<Obstacle> {
    let tidy = &layout.shape.tidy;
    if !layout.encoding.is_ascii_compatible() {
        Some(Obstacle::Encoding { encoding: layout.encoding.name().to_owned() })
    } else if layout.only_carriage_returns {
        Some(Obstacle::LineEnds)
    } else if tidy.blanks {
        Some(Obstacle::Blanks)
    } else {
        (tidy.skipped_lines > 0 || tidy.marked_names).then_some(Obstacle::Above)
    }
}

fn first_row(line: &[u8], layout: &Layout) -> Result<StringRecord, Fault> {
    let text = encoding::preview(line, layout.encoding);
    let mut row = StringRecord::new();
    let text = Tidied::new(text.as_bytes(), layout.shape.tidy, layout.shape.delimiter);
    Records::new(text, layout.shape.delimiter, layout.shape.quote).next(&mut row)?.ok_or(Fault::Empty)?;
    Ok(row)
}
