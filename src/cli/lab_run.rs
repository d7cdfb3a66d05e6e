//! What the labs need of the world: their files, a student's folder, and the commands that
//! give the answers.

use super::console::Console;
use super::failure::{Failure, failed};
use super::output;
use crate::data::{labs, read};
use crate::report::words::lab as words;
use crate::report::{Lang, Say, pages};
use crate::store::file::write_whole;
use crate::task::lab::{self, Form, Lab, LabFault, Student, empty, parse};
use serde_json::Value;
use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs the commands of a lab: this very program, asked for JSON.
pub(super) struct Runner {
    lang: Lang,
}

impl Runner {
    pub fn new(lang: Lang) -> Runner {
        Runner { lang }
    }

    /// What the command prints as JSON, or else what it said.
    pub fn run(&mut self, words: &[String]) -> Result<Value, String> {
        let printed = self.show(words, &["--format", "json"])?;
        // A training prints a line of JSON a report: the last one sums up.
        let whole = serde_json::from_str(&printed);
        whole
            .or_else(|_| serde_json::from_str(printed.lines().last().unwrap_or_default()))
            .map_err(|error| error.to_string())
    }

    /// What the command prints, or else what it said.
    pub fn show(&self, words: &[String], more: &[&str]) -> Result<String, String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let code = self.lang.language().code;
        let output = Command::new(program).args(words).args(more).args(["--quiet", "--lang", code]).output();
        let output = output.map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// A lab by its number, or from a teacher's file; and what it is called in messages.
pub(super) fn open(name: &str, console: &Console) -> Result<(String, Lab), Failure> {
    let lab = parse(&source(name, console)?).map_err(|found| faults(name, &found, console.lang))?;
    Ok((name.to_owned(), lab))
}

/// The text of a lab by its number, or of a teacher's file.
pub(super) fn source(name: &str, console: &Console) -> Result<Cow<'static, str>, Failure> {
    if let Some(source) = labs::source(name, console.lang.language().tongue) {
        return Ok(source.into());
    }
    if !Path::new(name).exists() {
        let known = console.lang.names(labs::ids());
        return Err(Failure::Usage(words::NoSuchLab { id: name, known }.say(console.lang)));
    }
    let file = read::text_file(name, None)?;
    console.notices(&file.notices);
    Ok(file.text.into())
}

/// The form in a file, and whose it is.
pub(super) fn read_form(
    file: &str,
    lab: &Lab,
    student: Option<&str>,
    encoding: Option<&str>,
    console: &Console,
) -> Result<(Form, Student), Failure> {
    let lang = console.lang;
    let source = read::text_file(file, encoding)?;
    console.notices(&source.notices);
    let form = lab::read(&source.text, lab).map_err(|found| faults(file, &found, lang))?;
    if let Some(other) = form.lab.as_ref().filter(|other| **other != lab.id) {
        return Err(Failure::Usage(words::OtherLab { form: other, asked: &lab.id }.say(lang)));
    }
    let asked = Student::new(student);
    let filled_in = Student::new(form.student.as_deref());
    match (&asked.id, &filled_in.id) {
        (Some(one), Some(other)) if asked.seed() != filled_in.seed() => {
            Err(Failure::Usage(words::OtherStudent { form: other, asked: one }.say(lang)))
        }
        (Some(_), _) => Ok((form, asked)),
        (None, _) => Ok((form, filled_in)),
    }
}

/// Faults as the failure of a command, a line each.
pub(super) fn faults(file: &str, found: &[LabFault], lang: Lang) -> Failure {
    let line =
        |fault: &LabFault| format!("  {}", words::LineFault { line: fault.line, what: fault.what.say(lang) }.say(lang));
    let list: Vec<String> = found.iter().map(line).collect();
    Failure::Usage(words::Faults { file, list: list.join("\n") }.say(lang))
}

/// A folder for a student: the lab, the form, and data of their own.
pub(super) fn start(name: &str, id: &str, folder: Option<PathBuf>, console: &Console) -> Result<(), Failure> {
    let (lang, student) = (console.lang, Student::new(Some(id)));
    let Some(id) = &student.id else { return Err(Failure::Usage(words::NeedsStudent.say(lang))) };
    let lab = open(name, console)?.1.of(&student);
    let plain: String = id.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let folder = folder.unwrap_or_else(|| PathBuf::from(format!("lab-{}-{plain}", lab.id)));
    let shown = folder.display().to_string();
    if folder.exists() {
        return Err(Failure::Usage(words::FolderThere { folder: shown }.say(lang)));
    }
    // What cannot be made is found before there is a folder.
    let data = lab::own_data(&lab, &student, &mut |words| Runner::new(lang).show(words, &[]))
        .map_err(|fault| faults(name, &[fault], lang))?;
    let more = if data.is_some() { words::StartedData.text(lang) } else { "" };
    let head = words::FormHead { title: &lab.title }.say(lang);
    let form = empty(&lab, Some(id), &head, |wanted| pages::lab::wanted(wanted, lang).to_owned());
    let files =
        [("lab.md", Some(pages::lab::as_markdown(&lab, lang))), ("answers.yaml", Some(form)), ("data.csv", data)];
    make_folder(&folder, files.into_iter().filter_map(|(file, text)| Some((file, text?))))?;
    output::page(&format!("{}\n", words::Started { folder: shown, data: more }.say(lang)), None, console)
}

/// A new folder with these files, or none.
fn make_folder(folder: &Path, files: impl Iterator<Item = (&'static str, String)>) -> Result<(), Failure> {
    let no_folder = |error| failed(&folder.display().to_string(), error);
    folder.parent().map_or(Ok(()), fs::create_dir_all).map_err(no_folder)?;
    fs::create_dir(folder).map_err(no_folder)?;
    for (file, text) in files {
        let path = folder.join(file);
        if let Err(error) = write_whole(&path, text.as_bytes()) {
            let _ = fs::remove_dir_all(folder); // it is ours: a moment ago it was not there
            return Err(failed(&path.display().to_string(), error));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::args::SourceArgs;

    /// An option that is not known there would be left out of the student's table.
    #[test]
    fn what_makes_the_data_is_what_commands_take_for_it() {
        let command = <SourceArgs as clap::Args>::augment_args(clap::Command::new("melon"));
        let taken: Vec<&str> = command.get_arguments().filter_map(|argument| argument.get_long()).collect();
        assert_eq!(taken, crate::task::lab::DATA_OPTIONS);
        assert!(command.get_arguments().all(|argument| argument.get_action().takes_values()), "each has a value");
    }
}
