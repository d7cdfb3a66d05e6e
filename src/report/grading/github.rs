//! What GitHub Classroom's autograding reporter reads of a grader, version 1:
//! <https://github.com/classroom-resources/autograding-grading-reporter>.
//!
//! `version`, `status` (pass, fail, error), `max_score`, `tests`; of each test `name`, `status`,
//! `message`, `line_no`, `execution_time`, `score`. The reporter wants it in base64, as the
//! output `result` of a step: `melon lab check ... --format github | base64 -w 0`.

use super::explained;
use crate::report::words::lab as words;
use crate::report::{Lang, Say};
use crate::task::lab::{CheckReport, Graded};
use serde::Serialize;

/// The version of the format.
const VERSION: u32 = 1;
/// The status where nothing could be checked.
const ERROR: &str = "error";

/// The JSON of a check as GitHub Classroom's grader reads it.
#[derive(Debug, Serialize)]
pub struct Github {
    version: u32,
    status: &'static str,
    max_score: usize,
    tests: Vec<Test>,
}

#[derive(Debug, Serialize)]
struct Test {
    name: String,
    status: &'static str,
    message: Option<String>,
    line_no: usize,
    execution_time: String,
    score: usize,
}

/// The result in this format.
pub fn github(result: &CheckReport, lang: Lang) -> Github {
    let tests = || result.results.iter().map(|one| test(one, lang)).collect();
    Github {
        version: VERSION,
        status: if result.error.is_some() { ERROR } else { status(result.passed) },
        max_score: result.max_score,
        tests: result.error.as_ref().map_or_else(tests, |what| vec![unusable(result, what, lang)]),
    }
}

/// Nothing could be checked.
fn unusable(result: &CheckReport, what: &str, lang: Lang) -> Test {
    Test {
        name: words::CheckTitle { id: &result.lab, title: &result.title }.say(lang),
        status: ERROR,
        message: Some(what.to_owned()),
        line_no: 0,
        execution_time: "0s".to_owned(),
        score: 0,
    }
}

fn status(passed: bool) -> &'static str {
    if passed { "pass" } else { "fail" }
}

fn test(one: &Graded, lang: Lang) -> Test {
    let message = explained(one, lang);
    Test {
        name: format!("{}. {}", one.name, one.title),
        status: status(one.passed),
        message: (!message.is_empty()).then_some(message),
        line_no: 0,
        execution_time: "0s".to_owned(),
        score: one.score,
    }
}
