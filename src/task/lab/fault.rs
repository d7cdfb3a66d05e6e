//! What can be wrong with a lab or with a form, and on which line.

/// What is wrong, and on which line of the file (from 1).
#[derive(Debug, Clone, PartialEq)]
pub struct LabFault {
    /// The line.
    pub line: usize,
    /// What is wrong there.
    pub what: LabFaultKind,
}

/// What can be wrong.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum LabFaultKind {
    /// The file does not begin with `---`.
    NoHead,
    /// The head does not end.
    OpenHead,
    /// A line that is no `key: value`.
    NoKey {
        /// The line.
        text: String,
    },
    /// A key that is not known here.
    UnknownKey {
        /// The key.
        key: String,
        /// What may be meant.
        nearest: Option<String>,
        /// The keys there are.
        known: Vec<String>,
    },
    /// A key that is needed is not there.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A key stands twice.
    Twice {
        /// The key.
        key: String,
    },
    /// A question has no answer block, or a block has no question.
    NoAnswer {
        /// The question; empty where there is none.
        question: String,
    },
    /// A block of code does not end.
    OpenBlock,
    /// There are fewer questions than a lab needs.
    TooFew {
        /// The number of questions in the lab.
        n: usize,
        /// The least number of questions.
        least: usize,
    },
    /// A kind of answer that does not exist.
    NoKind {
        /// As written.
        kind: String,
    },
    /// A value is no number where one is needed.
    NoNumber {
        /// The key.
        key: String,
        /// As written.
        value: String,
    },
    /// What is no key of a block and no command of this program.
    NoMelon {
        /// What it is called.
        name: String,
        /// As written.
        text: String,
    },
    /// A command that a lab may not run: it writes, or never ends.
    Forbidden {
        /// The word.
        word: String,
    },
    /// An expression that cannot be read.
    Expression {
        /// The expression.
        text: String,
        /// From which character, from 1.
        at: usize,
    },
    /// An expression names a command that the block does not have.
    NoCommand {
        /// The name.
        name: String,
    },
    /// A list of the head with a name that cannot stand in braces, or stands for something else.
    PickName {
        /// The name.
        name: String,
    },
    /// A list of the head with fewer than two choices, or with one that cannot be typed.
    PickChoices {
        /// The list's name.
        name: String,
    },
    /// A placeholder that does not exist.
    Placeholder {
        /// As written, in braces.
        name: String,
    },
    /// A command of the lab fails.
    CommandFailed {
        /// The command.
        command: String,
        /// What it said.
        said: String,
    },
    /// An expression finds nothing in what the command printed.
    NoValue {
        /// The expression.
        text: String,
        /// The part that is not there.
        part: String,
    },
    /// An answer is of another kind than the question says.
    OtherKind {
        /// What was computed.
        found: String,
    },
    /// What a command needs does not stand in the text, so that a student cannot type it.
    NotInText {
        /// The command, with placeholders.
        command: String,
        /// The parts of it that do not stand there.
        parts: Vec<String>,
    },
    /// The answer as a page rounds it would be called wrong.
    TooTight {
        /// The answer.
        answer: String,
        /// How far it may be off.
        within: f64,
        /// How much the page rounds off.
        least: f64,
    },
    /// The hint says the answer.
    HintTells {
        /// The answer.
        answer: String,
    },
}

impl LabFault {
    /// A fault on this line.
    pub fn new(line: usize, what: LabFaultKind) -> LabFault {
        LabFault { line, what }
    }
}
