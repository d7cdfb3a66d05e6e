//! A `.zip` with one table in it. Workbooks are zips, too, and are known by their contents.

use super::kind::ContainerKind;
use super::unpacked::Unpacked;
use super::{json, parquet, workbook};
use crate::data::read::packed::most_unpacked;
use crate::data::read::{Fault, ReadOptions};
use crate::data::{Notice, names};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Files that only workbooks have.
const OF_WORKBOOKS: [&str; 2] = ["[Content_Types].xml", "content.xml"];
/// How a table's file ends; a `.txt` or a file without an ending may be about the tables.
const TABLES: [&str; 10] = ["csv", "tsv", "tab", "data", "dat", "arff", "xlsx", "xls", "ods", "parquet"];

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The workbook, or the table in the archive: the file that the options name, the only one, or
/// the only one that is called like a table.
///
/// # Errors
/// An archive that is damaged, has a password or holds several tables.
pub(super) fn unpack(bytes: &[u8], options: &ReadOptions) -> Result<Unpacked, Fault> {
    let mut archive: Archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::BrokenZip)?;
    let most = most_unpacked(bytes.len() as u64);
    if archive.decompressed_size().is_some_and(|size| size > u128::from(most)) {
        return Err(Fault::Swollen);
    }
    let files = files(&archive);
    if files.iter().any(|(_, name)| OF_WORKBOOKS.contains(&name.as_str())) {
        return workbook::unpack(bytes, options);
    }
    let known: Vec<String> = files.iter().map(|(_, name)| name.clone()).collect();
    let chosen = match &options.sheet {
        Some(asked) => named(&known, asked)?,
        None => only_table(&known)?,
    };
    let text = content(&mut archive, files[chosen].0, most)?;
    let inner = ReadOptions { sheet: None, ..options.clone() };
    let mut unpacked = match ContainerKind::by_signature(&text) {
        Some(ContainerKind::Zip | ContainerKind::OldWorkbook) => workbook::unpack(&text, &inner)?,
        Some(ContainerKind::Parquet) => parquet::unpack(&text, &inner)?,
        Some(ContainerKind::Json) => json::unpack(&text, &inner)?,
        None => Unpacked { text, options: inner, notices: Vec::new() },
    };
    if options.sheet.is_none() && known.len() > 1 {
        unpacked.notices.insert(0, Notice::FileChosen { file: known[chosen].clone() });
    }
    Ok(unpacked)
}

/// The files, each with its place, but for those that systems leave behind.
fn files(archive: &Archive) -> Vec<(usize, String)> {
    let name = |at: usize| archive.name_for_index(at).map(|name| (at, name.to_owned()));
    let is_file = |(_, name): &(usize, String)| {
        let own = name.rsplit('/').next().unwrap_or_default();
        !own.is_empty() && !own.starts_with('.') && !name.starts_with("__MACOSX/")
    };
    (0..archive.len()).filter_map(name).filter(is_file).collect()
}

fn named(known: &[String], asked: &str) -> Result<usize, Fault> {
    let of = |asked: &str| known.iter().position(|name| name == asked || name.rsplit('/').next() == Some(asked));
    of(asked).ok_or_else(|| Fault::NoSuchSheet {
        asked: asked.to_owned(),
        nearest: names::nearest(asked, known.iter().map(String::as_str)),
        known: known.to_vec(),
    })
}

fn only_table(known: &[String]) -> Result<usize, Fault> {
    let is_table = |name: &str| {
        name.rsplit_once('.').is_some_and(|(_, ending)| TABLES.contains(&ending.to_ascii_lowercase().as_str()))
    };
    let tables: Vec<usize> = (0..known.len()).filter(|&at| known.len() == 1 || is_table(&known[at])).collect();
    match tables[..] {
        [only] => Ok(only),
        _ if known.is_empty() => Err(Fault::Empty),
        _ => Err(Fault::SeveralFiles { known: known.to_vec() }),
    }
}

/// A file's bytes, if they are at most so many, whatever size the archive says.
fn content(archive: &mut Archive, at: usize, most: u64) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let file = archive.by_index(at).map_err(|_| Fault::BrokenZip)?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(|_| Fault::BrokenZip)?;
    if bytes.len() as u64 > most { Err(Fault::Swollen) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::{SimpleFileOptions, ZipWriter};

    #[test]
    fn what_unpacks_to_more_than_a_table_is_refused() {
        let mut written = ZipWriter::new(Cursor::new(Vec::new()));
        written.start_file("a.csv", SimpleFileOptions::default()).unwrap();
        written.write_all(&b"1,a\n".repeat(500)).unwrap();
        let bytes = written.finish().unwrap().into_inner();
        let mut archive: Archive = ZipArchive::new(Cursor::new(&bytes[..])).unwrap();
        assert_eq!(content(&mut archive, 0, 2000).unwrap().len(), 2000);
        assert_eq!(content(&mut archive, 0, 1999), Err(Fault::Swollen));
    }
}
