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
use super::spec::{Lab, Question};

/// What stands in a head.
const HEAD: [&str; 6] = ["lab", "title", "book", "minutes", "data", "student-data"];
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
    read(source).map_err(|mut faults| {
        faults.sort_by_key(|fault| fault.line);
        faults
    })
}

fn read(source: &str) -> Result<Lab, Vec<LabFault>> {
    let lines: Vec<(usize, &str)> = (1..).zip(source.trim_start_matches('\u{feff}').lines()).collect();
    let body_from = end_of_head(&lines).map_err(|fault| vec![fault])?;
    let head = entries(lines[1..body_from - 1].iter().copied())?;
    let mut faults = twice(&head);
    faults.extend(head.iter().filter(|entry| !HEAD.contains(&entry.key.as_str())).map(|entry| unknown(entry, &HEAD)));
    let (text, asked) = match body(&lines[body_from..]) {
        Ok(body) => body,
        Err(fault) => return Err(faults.into_iter().chain([fault]).collect()),
    };
    let mut questions: Vec<Question> = Vec::new();
    for one in asked {
        match question(&one) {
            Ok(question) if questions.iter().any(|earlier| earlier.id == question.id) => {
                faults.push(LabFault::new(one.line, LabFaultKind::Twice { key: question.id }));
            }
            Ok(question) => questions.push(question),
            Err(found) => faults.extend(found),
        }
    }
    if questions.len() < LEAST_QUESTIONS && faults.is_empty() {
        faults.push(LabFault::new(body_from, LabFaultKind::TooFew { n: questions.len(), least: LEAST_QUESTIONS }));
    }
    match from_head(&head, text, questions) {
        Ok(lab) if faults.is_empty() => Ok(lab),
        Ok(_) => Err(faults),
        Err(more) => Err(faults.into_iter().chain(more).collect()),
    }
}

/// The number of lines up to the end of the head.
fn end_of_head(lines: &[(usize, &str)]) -> Result<usize, LabFault> {
    if lines.first().is_none_or(|(_, text)| text.trim() != "---") {
        return Err(LabFault::new(1, LabFaultKind::NoHead));
    }
    let end = lines[1..].iter().position(|(_, text)| text.trim() == "---");
    end.map(|at| at + 2).ok_or(LabFault::new(1, LabFaultKind::OpenHead))
}

fn from_head(head: &[KeyValue], text: String, questions: Vec<Question>) -> Result<Lab, Vec<LabFault>> {
    let find = |key: &str| head.iter().find(|entry| entry.key == key);
    let mut faults = Vec::new();
    let mut needed = |key: &'static str| match find(key) {
        Some(entry) => entry.value.clone(),
        None => {
            faults.push(LabFault::new(1, LabFaultKind::MissingKey { key }));
            String::new()
        }
    };
    let (id, title, minutes, data) = (needed("lab"), needed("title"), needed("minutes"), needed("data"));
    let minutes = match (minutes.parse(), find("minutes")) {
        (Ok(minutes), _) => minutes,
        (Err(_), Some(entry)) => {
            let no_number = LabFaultKind::NoNumber { key: entry.key.clone(), value: minutes };
            faults.push(LabFault::new(entry.line, no_number));
            0
        }
        (Err(_), None) => 0, // that it is missing is said already
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    let optional = |key: &str| find(key).map(|entry| entry.value.clone());
    Ok(Lab {
        id,
        title,
        book: optional("book"),
        minutes,
        data,
        student_data: optional("student-data"),
        text,
        questions,
    })
}

/// The text without the answer blocks, and the questions.
fn body(lines: &[(usize, &str)]) -> Result<(String, Vec<UnreadQuestion>), LabFault> {
    let (mut text, mut asked): (Vec<&str>, Vec<UnreadQuestion>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < lines.len() {
        let (line, content) = lines[at];
        at += 1;
        if content.trim() == ANSWER {
            let inner = &lines[at..];
            let end = inner.iter().position(|(_, text)| text.trim() == FENCE);
            let end = end.ok_or(LabFault::new(line, LabFaultKind::OpenBlock))?;
            let block = inner[..end].iter().map(|&(line, text)| (line, text.to_owned())).collect();
            match asked.last_mut().filter(|one| one.block.is_none()) {
                Some(one) => one.block = Some(block),
                None => return Err(LabFault::new(line, LabFaultKind::NoAnswer { question: String::new() })),
            }
            at += end + 1;
            continue;
        }
        if let Some((id, title)) = content.strip_prefix(HEADING).and_then(heading) {
            asked.push(UnreadQuestion { id, title, line, block: None });
        }
        text.push(content);
    }
    Ok((squeezed(&text), asked))
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

fn question(asked: &UnreadQuestion) -> Result<Question, Vec<LabFault>> {
    let Some(block) = &asked.block else {
        return Err(vec![LabFault::new(asked.line, LabFaultKind::NoAnswer { question: asked.id.clone() })]);
    };
    let entries = entries(block.iter().map(|(line, text)| (*line, text.as_str())))?;
    let line = block.first().map_or(asked.line, |(line, _)| line - 1);
    answer_block::question(asked.id.clone(), asked.title.clone(), line, &entries)
}
