//! `melon lab list|show|start|check|verify`: labs that check themselves.
//!
//! Of a check, exit code 0 says that all is right, 1 that something is not yet, 2 that the
//! command, the form or the lab cannot be used.

use super::console::Console;
use super::failure::Failure;
use super::lab_run::{Runner, open, read_form, source};
use super::output::{self, OutputArgs};
use super::presentation::Presentation;
use crate::data::labs;
use crate::report::pages::lab::Whose;
use crate::report::words::lab as words;
use crate::report::{Say, grading, grid, json, pages};
use crate::task::lab::{CheckReport, Lab, Outline, Student, check, draft, key, parse, verify};
use std::path::PathBuf;

/// The commands below `lab`.
#[derive(Debug, clap::Subcommand)]
pub(super) enum LabCommand {
    List(ListArgs),
    Show(ShowArgs),
    Start(StartArgs),
    Check(CheckArgs),
    Verify(VerifyArgs),
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    output: OutputArgs,
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    #[arg(id = "lab_number", value_name = "N")]
    lab: String,
    #[arg(long, value_name = "ID")]
    student: Option<String>,
    #[arg(id = "reader", long = "for", value_parser = ["student", "teacher"], default_value = "student", value_name = "WHO")]
    reader: String,
    #[arg(long)]
    key: bool,
    #[command(flatten)]
    output: OutputArgs,
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct StartArgs {
    #[arg(id = "lab_number", value_name = "N")]
    lab: String,
    #[arg(long, value_name = "ID")]
    student: String,
    #[arg(id = "lab_folder", short = 'o', long = "output", value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// How a check is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum CheckFormat {
    Text,
    Json,
    Check50,
    Gradescope,
    Github,
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[arg(id = "lab_number", value_name = "N")]
    lab: String,
    #[arg(value_name = "ANSWERS")]
    answers: String,
    #[arg(long, value_name = "ID")]
    student: Option<String>,
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[arg(id = "check_format", long = "format", default_value = "text", value_name = "FORMAT")]
    format: CheckFormat,
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct VerifyArgs {
    #[arg(id = "lab_file", value_name = "FILE")]
    file: String,
}

/// Runs the one command that was typed.
pub(super) fn run(command: LabCommand, console: &Console) -> Result<(), Failure> {
    match command {
        LabCommand::List(args) => list(&args, console),
        LabCommand::Show(args) => show(&args, console),
        LabCommand::Start(args) => super::lab_run::start(&args.lab, &args.student, args.folder, console),
        LabCommand::Check(args) => run_check(&args, console).map_err(|failure| failure.into_usage(console.lang)),
        LabCommand::Verify(args) => run_verify(&args.file, console),
    }
}

fn list(args: &ListArgs, console: &Console) -> Result<(), Failure> {
    let tongue = console.lang.language().tongue;
    let read = |id| Some(parse(labs::source(id, tongue)?).ok()?.of(&Student::default()));
    let labs: Vec<Lab> = labs::ids().filter_map(read).collect();
    let outlines: Vec<Outline> = labs.iter().map(Lab::outline).collect();
    let shown = Presentation::new(|| pages::lab::list(&labs, &console.context()));
    args.output.report(&outlines, &shown, |all| grid::lab_list(all), console)
}

fn show(args: &ShowArgs, console: &Console) -> Result<(), Failure> {
    let student = Student::new(args.student.as_deref());
    let lab = open(&args.lab, console)?.1.of(&student);
    if !args.key {
        let shown = Presentation::new(|| pages::lab::show(&lab, console.lang));
        return args.output.report(&lab.outline(), &shown, grid::lab_questions, console);
    }
    if args.reader != "teacher" {
        return Err(Failure::Usage(words::KeyIsForTeachers.say(console.lang)));
    }
    let mut runner = Runner::new(console.lang);
    let keys = key(&lab, &student, &mut |words| runner.run(words));
    let keys = keys.map_err(|fault| super::lab_run::faults(&args.lab, &[fault], console.lang))?;
    let shown = Presentation::new(|| pages::lab::key(&lab, &student, &keys, console.lang));
    args.output.report(&keys, &shown, |keys| grid::lab_key(keys), console)
}

fn run_check(args: &CheckArgs, console: &Console) -> Result<(), Failure> {
    let (name, lab) = open(&args.lab, console)?;
    match checked(&name, &lab, args, console) {
        Ok(result) => {
            write(&result, args, console)?;
            if result.passed { Ok(()) } else { Err(Failure::NotYet) }
        }
        Err(failure) => {
            // Whoever collects grades waits for a result, and a student for what is wrong.
            if args.format != CheckFormat::Text {
                let student = Student::new(args.student.as_deref());
                let unusable = CheckReport::unusable(&lab.of(&student), &student, failure.message(console.lang));
                write(&unusable, args, console)?;
            }
            Err(failure)
        }
    }
}

fn checked(name: &str, lab: &Lab, args: &CheckArgs, console: &Console) -> Result<CheckReport, Failure> {
    let (form, student) = read_form(&args.answers, lab, args.student.as_deref(), args.encoding.as_deref(), console)?;
    let lab = lab.clone().of(&student);
    if student.id.is_none() && lab.is_ones_own() && args.format != CheckFormat::Text {
        console.note(&words::OfNobody.say(console.lang));
    }
    let mut runner = Runner::new(console.lang);
    let result = check(&lab, &form, &student, &mut |words| runner.run(words));
    result.map_err(|fault| super::lab_run::faults(name, &[fault], console.lang))
}

fn write(result: &CheckReport, args: &CheckArgs, console: &Console) -> Result<(), Failure> {
    let lang = console.lang;
    let document = match args.format {
        CheckFormat::Text => {
            let whose = if args.student.is_some() { Whose::Option } else { Whose::Form };
            let page = console.set(&pages::lab::checked(result, whose, &console.context()));
            return output::page(&page, args.output.as_deref(), console);
        }
        CheckFormat::Json => json(result),
        CheckFormat::Check50 => json(&grading::check50(result, lang)),
        CheckFormat::Gradescope => json(&grading::gradescope(result, lang)),
        CheckFormat::Github => json(&grading::github(result, lang)),
    };
    output::document(&document, args.output.as_deref(), console)
}

/// What is wrong with the text and what shows only when the commands run is told at once.
fn run_verify(name: &str, console: &Console) -> Result<(), Failure> {
    let (lab, mut found) = draft(&source(name, console)?);
    if let Some(lab) = &lab {
        let (mut runner, screen) = (Runner::new(console.lang), Runner::new(console.lang));
        found.extend(verify(lab, &mut |words| runner.run(words), &mut |words| screen.show(words, &[])));
    }
    found.sort_by_key(|fault| fault.line);
    match lab.filter(|_| found.is_empty()) {
        Some(lab) => output::page(&console.set(&pages::lab::sound(&lab, &console.context())), None, console),
        None => Err(super::lab_run::faults(name, &found, console.lang)),
    }
}
