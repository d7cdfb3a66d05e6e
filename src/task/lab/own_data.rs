//! A student's own table: the command that writes it.

use super::answer_block::split;
use super::answers::{ShowCommand, command_line};
use super::fault::{LabFault, LabFaultKind};
use super::placeholders::{Student, filled};
use super::spec::Lab;

/// Options, without their `--`, that say how a table is read or drawn: those that `melon data export` takes with every
/// other command. Each has a value.
pub const DATA_OPTIONS: [&str; 10] =
    ["delimiter", "encoding", "header", "decimal", "missing-values", "values", "sheet", "names", "rows", "seed"];

/// This student's table as CSV, if the lab has one: what `melon data export` prints.
///
/// # Errors
/// The command failed: at the line of `student-data`, with what it said.
pub fn own_data(lab: &Lab, student: &Student, show: ShowCommand) -> Result<Option<String>, LabFault> {
    let Some(words) = export_words(lab, student) else { return Ok(None) };
    show(&words).map(Some).map_err(|said| {
        let command = command_line(&words);
        LabFault::new(lab.student_data_line, LabFaultKind::CommandFailed { command, said })
    })
}

/// The command that writes this student's table, its words without `melon`; `None` where the lab has no data of one's
/// own, or is for nobody. What `student-data` says of the model (`--target sugar`) is left to the commands that learn.
fn export_words(lab: &Lab, student: &Student) -> Option<Vec<String>> {
    let own = lab.student_data.as_ref().filter(|_| student.id.is_some())?;
    let command = ["data", "export"].map(str::to_owned);
    Some(command.into_iter().chain(of_table(split(&filled(own, lab, student)))).collect())
}

/// The table's name and the options that make it.
fn of_table(words: Vec<String>) -> Vec<String> {
    let mut kept = Vec::new();
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        if !is_option(&word) {
            kept.push(word);
            continue;
        }
        let name = word.trim_start_matches('-').split('=').next().unwrap_or_default();
        let is_kept = DATA_OPTIONS.contains(&name);
        // A value that is needed may begin with a `-`, as in `--missing-values -999`.
        let value = if word.contains('=') { None } else { words.next_if(|next| is_kept || !is_option(next)) };
        if is_kept {
            kept.push(word);
            kept.extend(value);
        }
    }
    kept
}

fn is_option(word: &str) -> bool {
    word.len() > 1 && word.starts_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::lab::parse;

    fn exported(student_data: &str, id: Option<&str>) -> Option<String> {
        let head = format!("---\nlab: t\ntitle: T\nminutes: 5\ndata: melons\nstudent-data: {student_data}\n---\n");
        let lab = parse(&format!("{head}### q1. Why?\n```answer\nkind: text\n```\n")).unwrap();
        export_words(&lab, &Student::new(id)).map(|words| words.join(" "))
    }

    #[test]
    fn a_table_is_exported_without_what_is_said_of_the_model() {
        let seed = Student::new(Some("s1")).seed();
        let field = format!("data export melon-field --rows 60 --seed {seed}");
        for own in [
            "melon-field --rows 60 --seed {seed}",
            "melon-field --rows 60 --seed {seed} --target sugar",
            "melon-field --target sugar --rows 60 --drop 'root, sound' --seed {seed} --missing omit",
            "--target=sugar melon-field --rows 60 --features density --seed {seed} --trace",
        ] {
            assert_eq!(exported(own, Some("s1")), Some(field.clone()), "{own}");
        }
        let file = "class-{student}.csv --missing-values -999 --sheet=two --target y --encoding gbk";
        let own = "data export class-s1.csv --missing-values -999 --sheet=two --encoding gbk";
        assert_eq!(exported(file, Some("s1")), Some(own.to_owned()));
        assert_eq!(exported(file, None), None, "nobody's data are their own");
    }
}
