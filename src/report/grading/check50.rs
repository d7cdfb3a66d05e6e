//! check50's JSON (`check50 -o json`), version 3:
//! <https://cs50.readthedocs.io/projects/check50/en/latest/json_specification/>.
//!
//! `slug`, `results`, `version` at the top; of each check `name`, `description`, `passed`
//! (null where it was skipped), `log`, `cause` (null exactly where it passed), `data`,
//! `dependency`. The cause has a `rationale` and a `help`, and never the pair `expected` and
//! `actual`, which would tell the answer. Where nothing could be checked, `error` stands in place of
//! `results`: `type`, `value`, `traceback`, `actions` (`show_traceback`, `message`), `data`.

use super::reason;
use crate::report::Lang;
use crate::task::lab::{AnswerState, CheckReport, Graded};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The version of check50 whose format this is.
const VERSION: &str = "3.0.0";

/// The JSON of a check as check50 writes it.
#[derive(Debug, Serialize)]
pub struct Check50 {
    slug: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    results: Option<Vec<Outcome>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Value>,
    version: &'static str,
}

#[derive(Debug, Serialize)]
struct Outcome {
    name: String,
    description: String,
    passed: Option<bool>,
    log: Vec<String>,
    cause: Option<Cause>,
    data: Map<String, Value>,
    dependency: Option<String>,
}

#[derive(Debug, Serialize)]
struct Cause {
    rationale: String,
    help: Option<String>,
}

/// The result in this format.
pub fn check50(result: &CheckReport, lang: Lang) -> Check50 {
    Check50 {
        slug: format!("melon/lab/{}", result.lab),
        results: result.error.is_none().then(|| result.results.iter().map(|one| outcome(one, lang)).collect()),
        error: result.error.as_ref().map(|what| {
            let actions = json!({ "show_traceback": false, "message": what });
            json!({ "type": "Error", "value": what, "traceback": [], "actions": actions, "data": {} })
        }),
        version: VERSION,
    }
}

fn outcome(one: &Graded, lang: Lang) -> Outcome {
    let passed = match one.state {
        AnswerState::Right | AnswerState::ForTeacher => Some(true),
        AnswerState::Wrong | AnswerState::Unreadable => Some(false),
        AnswerState::Missing => None,
    };
    let mut data = Map::new();
    data.insert("score".to_owned(), one.score.into());
    data.insert("max_score".to_owned(), one.max_score.into());
    let log = if one.state == AnswerState::ForTeacher { vec![reason(one, lang)] } else { Vec::new() };
    let cause = (passed != Some(true)).then(|| Cause { rationale: reason(one, lang), help: one.hint.clone() });
    Outcome { name: one.name.clone(), description: one.title.clone(), passed, log, cause, data, dependency: None }
}
