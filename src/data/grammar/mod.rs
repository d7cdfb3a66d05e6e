//! Text from readable rules: a context-free grammar whose variables are bound once and used
//! again, so that what is said of a thing stays true of it.
//!
//! ```text
//! table melon: colour stem sound ripe        a table of facts: one row, one thing
//!   green | curled | muffled | yes
//!   pale | stiff | crisp | no
//!
//! rule purchase with m = melon               a rule; each line below is one way to say it
//!   She bought a {m.colour} melon. {cut}
//!   3x It was {m.colour} and {m.stem}. {cut} three times as likely as the line above
//!
//! rule cut
//!   [m.ripe=yes] It was {red|sweet}.          only of a ripe melon; one of the two words
//!   [m.ripe=no] It was {white|hard}.
//! ```
//!
//! | in a line            | what it becomes                                                     |
//! |----------------------|---------------------------------------------------------------------|
//! | `{rule}` `{m.column}`| what the rule says; the fact in the column of the row bound to `m`    |
//! | `{a\|b\|}`           | one of the parts, here perhaps nothing                               |
//! | `{m=melon[n.stem=m.stem]}` | nothing: binds `m` to a row, or to what a rule says, that fits  |
//! | `3x` `[...]` `*`     | before a line: its weight, its condition, and that it is held out     |
//!
//! Two variables are never bound to the same row of a table at once. A line whose condition
//! fails, or that needs a row that there is not, is passed over for another.

pub mod chats;
mod expand;
mod names;
mod noise;
mod parse;
pub mod stories;

pub use expand::{Expansion, Scope};
pub use parse::GrammarError;

use std::collections::HashMap;

/// Rules and tables, by name.
#[derive(Debug, Clone, Default)]
pub struct Grammar {
    tables: HashMap<String, FactTable>,
    rules: HashMap<String, GrammarRule>,
}

/// Rows of facts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct FactTable {
    columns: Vec<String>,
    /// `(n_rows, n_columns)`.
    rows: Vec<Vec<String>>,
}

/// Ways to say something, and what is bound before one is chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct GrammarRule {
    bindings: Vec<Binding>,
    ways: Vec<Phrasing>,
}

/// `name = source [guards]`: a row of a table that fits, or what a rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Binding {
    name: String,
    source: String,
    guards: Vec<Condition>,
}

/// One way to say something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrasing {
    weight: u32,
    is_held_out: bool,
    guards: Vec<Condition>,
    pieces: Vec<PhrasePart>,
}

/// A condition on facts: `left = right`, or `left != right`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Condition {
    left: Fact,
    is_equal: bool,
    right: Fact,
}

/// A fact, or a word to hold it against.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fact {
    Word(String),
    Column { variable: String, column: String },
}

/// A part of a way.
#[derive(Debug, Clone, PartialEq, Eq)]
enum PhrasePart {
    Text(String),
    /// A variable or a rule.
    Name(String),
    Column {
        variable: String,
        column: String,
    },
    Choice(Vec<Phrasing>),
    Bind(Binding),
}
