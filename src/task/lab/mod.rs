//! Labs that check themselves: text and questions in Markdown, answers that commands give.
//!
//! Nothing is stored of an answer but how it is computed: a check runs the commands that a
//! student was asked to run, on the student's own data, and compares. So an answer is right on
//! every machine and for every version of the program that computes it.
//!
//! ```text
//! file --parse--> Lab          form --read--> Form
//!                  \------ check(lab, form, run) ------> CheckReport
//! ```

mod answer_block;
mod answers;
mod as_typed;
mod check;
mod expression;
mod fault;
mod figure;
mod form;
mod grade;
mod lines;
mod on_screen;
mod own_data;
mod own_words;
mod parse;
mod pick;
mod placeholders;
mod remark;
mod spec;
mod split;
mod verify;
mod whole_number;
mod word;
mod yes_no;

pub use answers::{RightAnswer, RunCommand, ShowCommand};
pub use check::{AnswerState, CheckReport, Graded, Key, NOT_CERTAIN, SCHEMA, check, key};
pub use expression::{Expression, value_text};
pub use fault::{LabFault, LabFaultKind};
pub use form::{Form, empty, read};
pub use own_data::{DATA_OPTIONS, own_data};
pub use parse::{draft, parse};
pub use pick::Pick;
pub use placeholders::Student;
pub use spec::{AnswerCommand, AnswerKind, Lab, LabQuestion, Outline, QuestionOutline, Tolerance, WantedAnswer};
pub use verify::verify;

#[cfg(test)]
mod tests;
