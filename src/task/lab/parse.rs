//! A lab from its Markdown file.
//!
//! A head between two lines `---`; text; and below each heading `### q1. …` a block that says
//! how the answer is computed:
//!
//! ````text
//! ### q1. What does the root ask?
//!
//! ```answer
//! a: melon tree {data}
//! value: a.tree.root.feature
//! kind: word
//! hint: The root is the first line of the tree.
//! ```
//! ````

use super::answer_block;
use super::fault::{LabFault, LabFaultKind};
use super::lines::{KeyValue, entries, twice, unknown};
use super::pick::{Pick, is_pick, picks};
use super::spec::{Lab, LabQuestion};

/// What stands in a head; of lists there may be several, each with a name of its own.
const HEAD: [&str; 7] = ["lab", "title", "book", "minutes", "data", "student-data", "pick-NAME"];
/// Before the name of a question.
const HEADING: &str = "### ";
/// The first line of an answer block, and the last of any.
const ANSWER: &str = "```answer";
const FENCE: &str = "```";
/// Questions that a lab has at least.
pub const LEAST_QUESTIONS: usize = 1;

/// A heading that asks, and its answer block.
struct UnreadQuestion {
    id: String,
    title: String,
    line: usize,
    block: Option<Vec<(usize, String)>>,
}

/// Reads a lab.
///
/// # Errors
/// Everything that is wrong with it, by line.
pub fn parse(source: &str) -> Result<Lab, Vec<LabFault>> {
    match draft(source) {
        (Some(lab), faults) if faults.is_empty() => Ok(lab),
        (_, faults) => Err(faults),
    }
}

/// What of a lab can be read, with the questions that are sound, and everything that is wrong with
/// it by line; no lab where it does not even say which data it is about.
pub fn draft(source: &str) -> (Option<Lab>, Vec<LabFault>) {
    let lines: Vec<(usize, &str)> = (1..).zip(source.trim_start_matches('\u{feff}').lines()).collect();
    let body_from = match end_of_head(&lines) {
        Ok(body_from) => body_from,
        Err(fault) => return (None, vec![fault]),
    };
    let (head, mut faults) = entries(lines[1..body_from - 1].iter().copied());
    faults.extend(twice(&head));
    let is_unknown = |entry: &&KeyValue| !HEAD.contains(&entry.key.as_str()) && !is_pick(&entry.key);
    faults.extend(head.iter().filter(is_unknown).map(|entry| unknown(entry, &HEAD)));
    let picks = picks(&head, &mut faults);
    let (text, asked) = body(&lines[body_from..], &mut faults);
    let questions = sound(&asked, &picks, &mut faults);
    if questions.len() < LEAST_QUESTIONS && faults.is_empty() {
        faults.push(LabFault::new(body_from, LabFaultKind::TooFew { n: questions.len(), least: LEAST_QUESTIONS }));
    }
    let lab = from_head(&head, picks, text, questions, &mut faults);
    faults.sort_by_key(|fault| fault.line);
    (lab, faults)
}

/// The questions with which nothing is wrong.
fn sound(asked: &[UnreadQuestion], picks: &[Pick], faults: &mut Vec<LabFault>) -> Vec<LabQuestion> {
    let mut questions: Vec<LabQuestion> = Vec::new();
    for one in asked {
        match question(one, picks) {
            Ok(question) if questions.iter().any(|earlier| earlier.id == question.id) => {
                faults.push(LabFault::new(one.line, LabFaultKind::Twice { key: question.id }));
            }
            Ok(question) => questions.push(question),
            Err(found) => faults.extend(found),
        }
    }
    questions
}

/// The number of lines up to the end of the head.
fn end_of_head(lines: &[(usize, &str)]) -> Result<usize, LabFault> {
    if lines.first().is_none_or(|(_, text)| text.trim() != "---") {
        return Err(LabFault::new(1, LabFaultKind::NoHead));
    }
    let end = lines[1..].iter().position(|(_, text)| text.trim() == "---");
    end.map(|at| at + 2).ok_or(LabFault::new(1, LabFaultKind::OpenHead))
}

fn from_head(
    head: &[KeyValue],
    picks: Vec<Pick>,
    text: String,
    questions: Vec<LabQuestion>,
    faults: &mut Vec<LabFault>,
) -> Option<Lab> {
    let find = |key: &str| head.iter().find(|entry| entry.key == key);
    let optional = |key: &str| find(key).map(|entry| entry.value.clone());
    for key in ["lab", "title", "minutes", "data"].into_iter().filter(|key| find(key).is_none()) {
        faults.push(LabFault::new(1, LabFaultKind::MissingKey { key }));
    }
    let minutes = find("minutes").map_or(Ok(0), |entry| entry.value.parse().map_err(|_| entry));
    let minutes = minutes.unwrap_or_else(|entry| {
        let no_number = LabFaultKind::NoNumber { key: entry.key.clone(), value: entry.value.clone() };
        faults.push(LabFault::new(entry.line, no_number));
        0
    });
    Some(Lab {
        id: optional("lab").unwrap_or_default(),
        title: optional("title").unwrap_or_default(),
        book: optional("book"),
        minutes,
        data: optional("data")?,
        student_data: optional("student-data"),
        student_data_line: find("student-data").map_or(1, |entry| entry.line),
        picks,
        text,
        questions,
    })
}

/// The text without the answer blocks, and the questions.
fn body(lines: &[(usize, &str)], faults: &mut Vec<LabFault>) -> (String, Vec<UnreadQuestion>) {
    let (mut text, mut asked): (Vec<&str>, Vec<UnreadQuestion>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < lines.len() {
        let (line, content) = lines[at];
        at += 1;
        if content.trim() == ANSWER {
            let inner = &lines[at..];
            let end = inner.iter().position(|(_, text)| text.trim() == FENCE).unwrap_or_else(|| {
                faults.push(LabFault::new(line, LabFaultKind::OpenBlock));
                inner.len()
            });
            let block = inner[..end].iter().map(|&(line, text)| (line, text.to_owned())).collect();
            match asked.last_mut().filter(|one| one.block.is_none()) {
                Some(one) => one.block = Some(block),
                None => faults.push(LabFault::new(line, LabFaultKind::NoAnswer { question: String::new() })),
            }
            at += end + 1;
            continue;
        }
        if let Some((id, title)) = content.strip_prefix(HEADING).and_then(heading) {
            asked.push(UnreadQuestion { id, title, line, block: None });
        }
        text.push(content);
    }
    (squeezed(&text), asked)
}

/// `q1. What does the root ask?`; other headings are no questions.
fn heading(text: &str) -> Option<(String, String)> {
    let (id, title) = text.split_once(['.', '．', '。', ' ', '·'])?;
    let is_question = id.strip_prefix('q').is_some_and(|number| number.parse::<usize>().is_ok());
    is_question.then(|| (id.to_owned(), title.trim().to_owned()))
}

/// Lines joined, never with more than one empty line between.
fn squeezed(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        if !line.trim().is_empty() || !text.ends_with("\n\n") {
            text += line.trim_end();
            text += "\n";
        }
    }
    text.trim().to_owned() + "\n"
}

fn question(asked: &UnreadQuestion, picks: &[Pick]) -> Result<LabQuestion, Vec<LabFault>> {
    let Some(block) = &asked.block else {
        return Err(vec![LabFault::new(asked.line, LabFaultKind::NoAnswer { question: asked.id.clone() })]);
    };
    let (entries, faults) = entries(block.iter().map(|(line, text)| (*line, text.as_str())));
    let line = block.first().map_or(asked.line, |(line, _)| line - 1);
    match answer_block::question(asked.id.clone(), asked.title.clone(), line, &entries, picks) {
        Ok(question) if faults.is_empty() => Ok(question),
        Ok(_) => Err(faults),
        Err(more) => Err(faults.into_iter().chain(more).collect()),
    }
}
