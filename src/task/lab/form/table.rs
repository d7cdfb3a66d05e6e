//! Answers in the rows of a Markdown table: `| q1 | How many? | 0.53 |`.

use super::keys;

/// What its head says.
#[derive(Default)]
pub(super) struct TableHead {
    /// The column of the answers; without one, the last.
    answers: Option<usize>,
    /// Whether a lone number in the first column is a question: in a table of data it is none.
    has_numbers: bool,
}

impl TableHead {
    /// One in which a lone number in the first column is a question, or is none.
    pub fn of(has_numbers: bool) -> TableHead {
        TableHead { has_numbers, ..TableHead::default() }
    }

    /// Whether this is the head of a table or the line below it; the head says where answers stand.
    pub fn is_head(&mut self, bare: &str) -> bool {
        if !bare.starts_with('|') {
            return false;
        }
        let cells = cells(bare);
        self.answers = cells.iter().position(|cell| keys::is_answer(cell) || keys::is_section(cell)).or(self.answers);
        true
    }

    /// The entry of a row.
    pub fn entry<'t>(&self, bare: &'t str) -> Option<(String, &'t str)> {
        let cells = cells(bare);
        let (first, last) = (*cells.first()?, *cells.last()?);
        let number = || keys::of_number(first).filter(|_| self.has_numbers && bare.starts_with('|'));
        let title = || keys::question(first.split(['.', '．', ' ']).next()?);
        let key = keys::head(first).map(str::to_owned).or_else(|| keys::question(first)).or_else(number);
        let value = self.answers.filter(|_| keys::head(first).is_none()).and_then(|at| cells.get(at).copied());
        let key = key.or_else(|| title().filter(|_| bare.starts_with('|')))?;
        (cells.len() > 1).then(|| (key, value.unwrap_or(last)))
    }
}

fn cells(bare: &str) -> Vec<&str> {
    let inner = bare.strip_prefix('|').unwrap_or(bare);
    inner.strip_suffix('|').unwrap_or(inner).split('|').map(str::trim).collect()
}
