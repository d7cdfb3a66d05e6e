//! The files that a command is to write: each is what its name says, and none is one that the
//! command reads or writes elsewhere. Looked at before anything is done.

use super::failure::{Failure, failed};
use super::script;
use crate::data::catalogue;
use crate::data::write::Packing;
use crate::report::page::Command;
use crate::report::words::{errors, report as words, script as script_words, teach as teach_words};
use crate::report::{Lang, Say};
use crate::store::paths::folder_of;
use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What `--plot` writes.
const PICTURES: [&str; 2] = ["svg", "png"];
/// What `--report` writes.
const REPORTS: [&str; 4] = ["html", "htm", "md", "markdown"];
/// What `--slides` writes.
const SLIDES: [&str; 2] = ["html", "htm"];
/// What is neither text nor data: names that `-o` refuses, and that a plot's file may be given.
const NO_TEXT: [&str; 11] = ["svg", "png", "html", "htm", "pdf", "jpg", "jpeg", "gif", "bmp", "webp", "eps"];
/// Formats of tables and documents that nothing here writes, though some are read.
const NEVER_WRITTEN: [&str; 13] =
    ["xls", "xlsm", "feather", "tar", "tgz", "bz2", "xz", "zst", "7z", "rar", "doc", "docx", "sav"];
/// Those of them that are workbooks, as `.xlsx` is.
const OTHER_WORKBOOKS: [&str; 2] = ["xls", "xlsm"];
/// Texts of a form that tables are not written in, as their kind of file would be CSV.
const NO_TABLE: [&str; 7] = ["md", "markdown", "yaml", "yml", "xml", "sql", "pkl"];
/// What only a table is written as.
const ONLY_TABLES: [&str; 5] = ["xlsx", "ods", "parquet", "zip", "gz"];
/// Options that name what is read or saved beside.
const OTHERS: [&str; 6] = ["--save", "--corpus", "--chat", "--file", "--model", "--gpt"];
/// Commands whose arguments are texts and names.
const ARGUMENTS_ARE_TEXT: [&str; 5] = ["generate", "score", "chat", "tour", "explain"];

/// `--plot p.png` is one word, so that in `--plot table.csv` the table stays the data.
pub(super) fn plot_as_one_word(args: Vec<OsString>) -> Vec<OsString> {
    let mut joined: Vec<OsString> = Vec::with_capacity(args.len());
    for arg in args {
        match joined.last_mut().filter(|last| *last == "--plot" && ends_in(Path::new(&arg), &NO_TEXT)) {
            Some(last) => {
                last.push("=");
                last.push(arg);
            }
            None => joined.push(arg),
        }
    }
    joined
}

/// `-o -` is stdout, where results go anyway.
pub(super) fn without_stdout(args: Vec<OsString>) -> Vec<OsString> {
    let mut kept: Vec<OsString> = Vec::with_capacity(args.len());
    for arg in args {
        match kept.last() {
            Some(last) if arg == "-" && (last == "-o" || last == "--output") => drop(kept.pop()),
            _ if ["--output=-", "-o-", "-o=-"].iter().any(|own| arg == *own) => {}
            _ => kept.push(arg),
        }
    }
    kept
}

/// Looks at every file that the command is to write.
///
/// # Errors
/// A name that does not fit its option, a folder that is not there, or a file that is not to be lost.
pub(super) fn check(typed: &Command, lang: Lang) -> Result<(), Failure> {
    let outputs: Vec<(&str, &Path)> = ["--output", "--report", "--plot", "--script", "--slides"]
        .into_iter()
        .flat_map(|flag| paths(typed, flag).map(move |path| (flag, path)))
        .collect();
    let is_table = is_table(typed);
    let is_named = typed.options.iter().any(|(flag, _)| flag == "--format");
    for &(flag, path) in &outputs {
        let shown = path.display();
        let said = match flag {
            "--plot" if !ends_in(path, &PICTURES) => words::NotAPicture { path: shown }.say(lang),
            "--script" if script::dialect(path).is_none() => script_words::NotAScript { path: shown }.say(lang),
            "--slides" if !ends_in(path, &SLIDES) => teach_words::NotSlides { path: shown }.say(lang),
            "--report" if !ends_in(path, &REPORTS) => words::NotAReport { path: shown }.say(lang),
            "--output" if ends_in(path, &NO_TEXT) => words::OutputIsPicture { path: shown }.say(lang),
            "--output" if is_table && !is_named && ends_in(&within(path), &OTHER_WORKBOOKS) => {
                words::OutputIsOtherWorkbook { path: shown }.say(lang)
            }
            "--output" if !is_named && !is_written(path, is_table) || !is_table && ends_in(path, &ONLY_TABLES) => {
                words::OutputIsNotWritten { path: shown }.say(lang)
            }
            _ => continue,
        };
        return Err(Failure::Usage(said));
    }
    let writes_folder = typed.path == ["lab", "start"];
    for (_, path) in &outputs {
        let kind = match (folder_of(path).exists(), path.is_dir()) {
            (false, _) => ErrorKind::NotFound,
            (_, true) if !writes_folder => ErrorKind::IsADirectory,
            _ => continue,
        };
        return Err(failed(&path.to_string_lossy(), kind.into()));
    }
    let mut taken: Vec<PathBuf> = own(typed).map(place).collect();
    for (flag, path) in outputs {
        if taken.contains(&place(path)) {
            let flag = if flag == "--output" { "-o" } else { flag };
            return Err(Failure::Usage(errors::OutputIsOwn { flag, path: path.display() }.say(lang)));
        }
        taken.push(place(path));
        let beside = [("data", "csv"), ("splits", "txt")].map(|(what, end)| script::beside(path, what, end));
        if let Some(beside) = beside.iter().find(|beside| flag == "--script" && taken.contains(&place(beside))) {
            return Err(Failure::Usage(errors::OutputIsOwn { flag, path: beside.display() }.say(lang)));
        }
    }
    Ok(())
}

/// Whether the command writes a table; stories, chats and the truth behind melons are texts.
fn is_table(typed: &Command) -> bool {
    let is_text = || {
        typed.arguments.iter().any(|name| name == "stories" || name == "chats")
            || typed.options.iter().any(|(flag, _)| flag == "--truth")
    };
    match &typed.path[..] {
        [data, file] if data == "data" => file == "export" || file == "make" && !is_text(),
        _ => false,
    }
}

/// Whether `-o` writes the kind of file that the path is named for.
fn is_written(path: &Path, is_table: bool) -> bool {
    let path = if is_table { within(path) } else { path.to_owned() };
    let refused: &[&str] = if is_table { &NO_TABLE } else { &ONLY_TABLES };
    !ends_in(&path, &NEVER_WRITTEN) && !ends_in(&path, refused)
}

/// The path without the ending of what packs it.
fn within(path: &Path) -> PathBuf {
    let ending = path.extension().and_then(OsStr::to_str);
    if ending.and_then(Packing::of_ending).is_some() { path.with_extension("") } else { path.to_owned() }
}

fn ends_in(path: &Path, ends: &[&str]) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    end.is_some_and(|end| ends.contains(&end.as_str()))
}

fn paths<'a>(typed: &'a Command, flag: &'a str) -> impl Iterator<Item = &'a Path> {
    typed.options.iter().filter(move |(own, _)| own == flag).flat_map(|(_, values)| values).map(Path::new)
}

/// What the command reads or saves: its tables, unless they are built in, and the files of its options.
fn own(typed: &Command) -> impl Iterator<Item = &Path> {
    let is_text = typed.path.first().is_some_and(|name| ARGUMENTS_ARE_TEXT.contains(&name.as_str()));
    let arguments =
        typed.arguments.iter().filter(move |name| !is_text && *name != "-" && catalogue::find(name).is_none());
    arguments.map(Path::new).chain(OTHERS.into_iter().flat_map(|flag| paths(typed, flag)))
}

/// The path without links and detours; of a file that is yet to be written, its folder's.
fn place(path: &Path) -> PathBuf {
    let beside = || Some(folder_of(path).canonicalize().ok()?.join(path.file_name()?));
    path.canonicalize().ok().or_else(beside).unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(line: &str) -> String {
        let words = plot_as_one_word(line.split(' ').map(OsString::from).collect());
        words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_picture_belongs_to_its_flag_and_a_table_does_not() {
        assert_eq!(joined("melon classify --plot p.PNG"), "melon classify --plot=p.PNG");
        assert_eq!(joined("melon classify --plot my.csv"), "melon classify --plot my.csv");
        assert_eq!(joined("melon classify --plot --l2 1"), "melon classify --plot --l2 1");
        assert_eq!(joined("melon classify -o p.png"), "melon classify -o p.png");
    }

    #[test]
    fn a_lone_hyphen_is_where_results_go_anyway() {
        let kept = |line: &str| {
            let words = without_stdout(line.split(' ').map(OsString::from).collect());
            words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(kept("melon classify -o - --l2 1"), "melon classify --l2 1");
        assert_eq!(kept("melon classify --output=- -"), "melon classify -");
        assert_eq!(kept("melon classify -o=-"), "melon classify");
        assert_eq!(kept("melon classify - -o -.csv"), "melon classify - -o -.csv");
    }

    #[test]
    fn names_fit_their_options_and_nothing_is_lost() {
        let check = |command: Command| check(&command, Lang::En).is_ok();
        let command = || Command::new("classify").on("my.csv");
        assert!(check(command().with("--output", "page.txt").with("--plot", "p.svg").with("--report", "r.html")));
        assert!(check(command().with_flag("--plot")));
        for (flag, file) in [("--output", "p.png"), ("--report", "r.pdf"), ("--plot", "p.jpg"), ("--output", "my.csv")]
        {
            assert!(!check(command().with(flag, file)), "{flag} {file}");
        }
        assert!(!check(command().with("--save", "m.json").with("--output", "./m.json")));
        assert!(!check(Command::new("pretrain").with("--corpus", "t.md").with("--report", "t.md")));
        assert!(check(Command::new("generate").argument("Monday").with("--output", "Monday")));
        assert!(check(Command::new("data show").argument("melons").with("--output", "melons")));
    }

    #[test]
    fn tables_are_written_as_more_kinds_than_pages() {
        let check = |command: &Command, file: &str| check(&command.clone().with("--output", file), Lang::En).is_ok();
        let (classify, export) = (Command::new("classify"), Command::new("data export").argument("melons"));
        for file in ["t.xlsx", "t.ods", "t.parquet", "t.csv.gz", "t.zip"] {
            assert!(check(&export, file) && check(&Command::new("data make"), file), "{file}");
            assert!(!check(&classify, file), "{file}");
            assert!(!check(&Command::new("data make").argument("stories"), file), "{file}");
        }
        for file in ["t.xls", "t.md", "t.xls.zip", "t.tar.gz", "t.md.gz", "t.csv.bz2"] {
            assert!(!check(&export, file), "{file}");
        }
        assert!(check(&Command::new("data make").with_flag("--truth"), "truth.md"));
        assert!(check(&export.clone().with("--format", "csv"), "t.md"));
        assert!(check(&export.with("--format", "csv"), "t.csv.gz"));
        assert!(!check(&classify.with("--format", "csv"), "t.xlsx"));
    }
}
