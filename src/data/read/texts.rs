//! Running text from files and folders, in whatever encoding: a corpus to learn from.

use super::{Fault, ReadError, encoding, source};
use crate::data::{Corpus, Document, Notice};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Files of a folder that are read; others are passed over.
const EXTENSIONS: [&str; 2] = ["txt", "jsonl"];

/// A text, and what was found out about its file.
#[derive(Debug, Clone, PartialEq)]
pub struct TextFile {
    /// Its path as given.
    pub name: String,
    /// The text: no byte-order mark, all lines end in `\n`.
    pub text: String,
    /// What was guessed.
    pub notices: Vec<Notice>,
}

/// The text of the file at `path`, or of the standard input for `-`; `.gz` is unpacked.
/// `label` names the encoding; without it, it is found out.
///
/// # Errors
/// If there is no such file, or it is no text.
pub fn text_file(path: &str, label: Option<&str>) -> Result<TextFile, ReadError> {
    read_text(path, label).map_err(|fault| match fault {
        Fault::NotFound { .. } => Fault::NoFile.of(path),
        Fault::Binary { format } => Fault::BinaryText { format }.of(path),
        fault => fault.of(path),
    })
}

/// A corpus of these files and of the `.txt` and `.jsonl` files in these folders, at any
/// depth and in the order of their paths; hidden ones are passed over. A text file is one text; a line of a `.jsonl` file
/// is one: a string, or an object with a `text`.
///
/// # Errors
/// The first file that cannot be read; a folder with nothing to read; a line of `.jsonl` that
/// is no text.
pub fn corpus(paths: &[String], label: Option<&str>) -> Result<(Corpus, Vec<Notice>), ReadError> {
    let (mut corpus, mut notices) = (Corpus::default(), Vec::new());
    for path in files(paths)? {
        let file = text_file(&path, label)?;
        let is_lines = has_extension(Path::new(&path), &["jsonl"]);
        let texts = if is_lines { lines(&file.text).map_err(|fault| fault.of(&path))? } else { vec![file.text] };
        corpus.documents.push(Document { name: path, texts });
        notices.extend(file.notices.into_iter().filter(|notice| !notices.contains(notice)).collect::<Vec<_>>());
    }
    Ok((corpus, notices))
}

fn read_text(path: &str, label: Option<&str>) -> Result<TextFile, Fault> {
    let bytes = source::load(path)?;
    let found = encoding::detect(&bytes, true, label)?;
    let mut text = String::new();
    encoding::Decoded::new(&bytes[..], found.encoding, false).read_to_string(&mut text)?;
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    let guessed = found.guessed.then(|| Notice::EncodingGuessed { encoding: found.encoding.name().to_owned() });
    Ok(TextFile { name: path.to_owned(), text, notices: guessed.into_iter().collect() })
}

/// The texts of a `.jsonl` file.
fn lines(text: &str) -> Result<Vec<String>, Fault> {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Line {
        Plain(String),
        Object { text: String },
    }
    let numbered = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let parsed = numbered.map(|(number, line)| match serde_json::from_str(line) {
        Ok(Line::Plain(text) | Line::Object { text }) => Ok(text),
        Err(_) => Err(Fault::NoTextInLine { line: number }),
    });
    parsed.collect()
}

/// Every file that is meant, folders opened.
fn files(paths: &[String]) -> Result<Vec<String>, ReadError> {
    let mut found = Vec::new();
    for path in paths {
        if !Path::new(path).is_dir() {
            found.push(path.clone());
            continue;
        }
        let mut inside = Vec::new();
        walk(Path::new(path), &mut inside).map_err(|error| Fault::from(error).of(path))?;
        if inside.is_empty() {
            return Err(Fault::NoTexts.of(path));
        }
        inside.sort();
        found.extend(inside.iter().map(|file| file.display().to_string()));
    }
    Ok(found)
}

/// Files to read below `folder`. Links are not followed: none can lead in a circle.
fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue; // what a system keeps for itself: .DS_Store, ._a.txt
        }
        match entry.file_type()? {
            kind if kind.is_dir() => walk(&entry.path(), found)?,
            kind if kind.is_file() && has_extension(&entry.path(), &EXTENSIONS) => found.push(entry.path()),
            _ => {}
        }
    }
    Ok(())
}

fn has_extension(path: &Path, wanted: &[&str]) -> bool {
    path.extension().is_some_and(|extension| wanted.iter().any(|name| extension.eq_ignore_ascii_case(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_in_order_and_in_any_encoding() {
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        fs::create_dir(at("b")).unwrap();
        fs::write(at("a.txt"), encoding_rs::GBK.encode("西瓜熟了，切开来吃。\r\n真甜。").0).unwrap();
        fs::write(at("b/c.jsonl"), "{\"text\": \"一\"}\n\n\"二\"\n").unwrap();
        fs::write(at("notes.doc"), [0, 1, 2]).unwrap();
        fs::write(at("._a.txt"), [0, 5, 22, 7]).unwrap(); // what a Mac puts beside a.txt on a stick
        fs::create_dir(at(".git")).unwrap();
        fs::write(at(".git/log.txt"), "hidden").unwrap();
        let (corpus, notices) = corpus(&[room.path().display().to_string()], None).unwrap();
        assert_eq!(corpus.texts().collect::<Vec<_>>(), ["西瓜熟了，切开来吃。\n真甜。", "一", "二"]);
        assert!(matches!(&notices[..], [Notice::EncodingGuessed { .. }]));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name).display().to_string();
        let fault = |path: String| corpus(&[path], None).unwrap_err().fault;
        assert_eq!(fault(room.path().display().to_string()), Fault::NoTexts);
        fs::write(at("x.jsonl"), "\"a\"\n{\"words\": 1}\n").unwrap();
        assert_eq!(fault(at("x.jsonl")), Fault::NoTextInLine { line: 2 });
        assert!(matches!(fault(at("nowhere.txt")), Fault::NoFile));
        fs::write(at("y.txt"), b"PK\x03\x04").unwrap();
        assert!(matches!(fault(at("y.txt")), Fault::BinaryText { .. }));
    }
}
