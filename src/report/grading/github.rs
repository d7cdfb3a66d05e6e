//! What GitHub Classroom's autograding reporter reads of a grader, version 1:
//! <https://github.com/classroom-resources/autograding-grading-reporter>.
//!
//! `version`, `status` (pass, fail, error), `max_score`, `tests`; of each test `name`, `status`,
//! `message`, `line_no`, `execution_time`, `score`. The reporter wants it in base64, as the
//! output `result` of a step: `melon lab check ... --format github | base64 -w 0`.

use super::explained;
use crate::report::Lang;
use crate::task::lab::{CheckReport, Graded};
use serde::Serialize;

/// The version of the format.
const VERSION: u32 = 1;

/// The whole document.
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
    Github {
        version: VERSION,
        status: status(result.passed),
        max_score: result.max_score,
        tests: result.results.iter().map(|one| test(one, lang)).collect(),
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
