//! Gradescope's `results.json`:
//! <https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format>.
//!
//! At the top `score`, `output`, `output_format`, `visibility`, `stdout_visibility`,
//! `extra_data`, `tests`; of each test `score`, `max_score`, `status` (passed or failed),
//! `name`, `number`, `output`, `output_format`, `visibility`.

use super::explained;
use crate::report::words::lab as words;
use crate::report::{Lang, Say};
use crate::task::lab::{CheckReport, Graded};
use serde::Serialize;
use serde_json::{Value, json};

/// The `results.json` of a check as Gradescope reads it.
#[derive(Debug, Serialize)]
pub struct Gradescope {
    score: usize,
    output: String,
    output_format: &'static str,
    visibility: &'static str,
    stdout_visibility: &'static str,
    extra_data: Value,
    tests: Vec<Test>,
}

#[derive(Debug, Serialize)]
struct Test {
    score: usize,
    max_score: usize,
    status: &'static str,
    name: String,
    number: String,
    output: String,
    output_format: &'static str,
    visibility: &'static str,
}

/// The result in this format.
pub fn gradescope(result: &CheckReport, lang: Lang) -> Gradescope {
    Gradescope {
        score: result.score,
        output: match &result.error {
            Some(what) => what.clone(),
            None => words::CheckTitle { id: &result.lab, title: &result.title }.say(lang),
        },
        output_format: "text",
        visibility: "visible",
        stdout_visibility: "hidden",
        extra_data: json!({ "schema": result.schema, "lab": result.lab, "student": result.student }),
        tests: (1..).zip(&result.results).map(|(number, one)| test(number, one, lang)).collect(),
    }
}

fn test(number: usize, one: &Graded, lang: Lang) -> Test {
    Test {
        score: one.score,
        max_score: one.max_score,
        status: if one.passed { "passed" } else { "failed" },
        name: format!("{}. {}", one.name, one.title),
        number: number.to_string(),
        output: explained(one, lang),
        output_format: "text",
        visibility: "visible",
    }
}
