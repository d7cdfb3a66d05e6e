//! Rule files to rules.

use super::{Binding, Condition, Fact, FactTable, Grammar, GrammarRule, PhrasePart, Phrasing};

/// What is wrong with a rule file.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
#[error("{name}, line {line}: {reason}")]
pub struct GrammarError {
    /// The file.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub reason: String,
}

/// What the indented lines belong to.
pub(super) enum Open {
    Table(String),
    Rule(String),
}

impl Grammar {
    /// Reads rule files as `(name, text)`.
    ///
    /// # Errors
    /// The first line that cannot be read, or a name that is nowhere explained.
    pub fn parse(files: &[(&str, &str)]) -> Result<Grammar, GrammarError> {
        let mut grammar = Grammar::default();
        for &(name, text) in files {
            let mut open = None;
            for (line, content) in content_lines(text) {
                let read = grammar.read_line(content, &mut open);
                read.map_err(|reason| GrammarError { name: name.to_owned(), line, reason })?;
            }
        }
        Ok(grammar)
    }

    pub(super) fn read_line(&mut self, line: &str, open: &mut Option<Open>) -> Result<(), String> {
        if line.starts_with(' ') {
            return match open {
                Some(Open::Table(name)) => self.read_row(name, line.trim()),
                Some(Open::Rule(name)) => {
                    let way = way(line.trim())?;
                    self.rules.get_mut(name).expect("just opened").ways.push(way);
                    Ok(())
                }
                None => Err("it belongs to no rule".to_owned()),
            };
        }
        let (kind, rest) = line.split_once(' ').ok_or("neither `table` nor `rule`")?;
        *open = Some(match kind {
            "table" => {
                let (name, columns) = rest.split_once(':').ok_or("a table names its columns behind a colon")?;
                let columns = columns.split_whitespace().map(str::to_owned).collect();
                self.tables.insert(name.to_owned(), FactTable { columns, rows: Vec::new() });
                Open::Table(name.to_owned())
            }
            "rule" => {
                let (name, bindings) = head(rest)?;
                self.rules.insert(name.clone(), GrammarRule { bindings, ways: Vec::new() });
                Open::Rule(name)
            }
            _ => return Err(format!("`{kind}` is neither `table` nor `rule`")),
        });
        Ok(())
    }

    fn read_row(&mut self, name: &str, line: &str) -> Result<(), String> {
        let table = self.tables.get_mut(name).expect("just opened");
        let row: Vec<String> = line.split('|').map(|cell| cell.trim().to_owned()).collect();
        if row.len() != table.columns.len() {
            return Err(format!("{} cells under {} columns", row.len(), table.columns.len()));
        }
        table.rows.push(row);
        Ok(())
    }
}

/// Lines that say something, with their numbers.
pub(super) fn content_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = (1..).zip(text.lines().map(str::trim_end));
    lines.filter(|(_, line)| !line.is_empty() && !line.trim_start().starts_with('#'))
}

/// `name with a = table, b = table [guards]`.
pub(super) fn head(text: &str) -> Result<(String, Vec<Binding>), String> {
    let Some((name, bindings)) = text.split_once(" with ") else { return Ok((text.trim().to_owned(), Vec::new())) };
    let bindings = split_outside(bindings, ',').into_iter().map(|text| binding(text.trim()));
    Ok((name.trim().to_owned(), bindings.collect::<Result<_, _>>()?))
}

/// `name = source [guards]`.
fn binding(text: &str) -> Result<Binding, String> {
    let (name, rest) = text.split_once('=').ok_or_else(|| format!("`{text}` binds nothing"))?;
    let (source, conditions) = match rest.split_once('[') {
        Some((source, conditions)) => (source, guards(conditions.trim_end().trim_end_matches(']'))?),
        None => (rest, Vec::new()),
    };
    Ok(Binding { name: name.trim().to_owned(), source: source.trim().to_owned(), guards: conditions })
}

/// `a.b=c, d.e!=f.g`.
fn guards(text: &str) -> Result<Vec<Condition>, String> {
    let one = |text: &str| {
        let (left, right) = text.split_once('=').ok_or_else(|| format!("`{text}` compares nothing"))?;
        let is_equal = !left.ends_with('!');
        Ok(Condition { left: fact(left.trim_end_matches('!')), is_equal, right: fact(right) })
    };
    text.split(',').map(one).collect()
}

/// `variable.column`, or a word.
fn fact(text: &str) -> Fact {
    match text.trim().split_once('.') {
        Some((variable, column)) => Fact::Column { variable: variable.to_owned(), column: column.to_owned() },
        None => Fact::Word(text.trim().to_owned()),
    }
}

/// `*3x [guards] text`.
pub(super) fn way(text: &str) -> Result<Phrasing, String> {
    let (is_held_out, text) = text.strip_prefix('*').map_or((false, text), |rest| (true, rest.trim_start()));
    let (weight, text) = weighted(text);
    let (conditions, text) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((conditions, text)) => (guards(conditions)?, text.trim_start()),
        None => (Vec::new(), text),
    };
    Ok(Phrasing { weight, is_held_out, guards: conditions, pieces: pieces(text)? })
}

/// `3x text`, where the text may be empty; 1 where no weight is given.
pub(super) fn weighted(text: &str) -> (u32, &str) {
    let (digits, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(0));
    let rest = rest.strip_prefix('x').filter(|rest| rest.is_empty() || rest.starts_with(' '));
    digits.parse().ok().zip(rest).map_or((1, text), |(weight, rest)| (weight, rest.trim_start()))
}

/// Text and what stands in braces.
fn pieces(mut text: &str) -> Result<Vec<PhrasePart>, String> {
    let mut pieces = Vec::new();
    while let Some(start) = text.find('{') {
        let (before, inside) = (&text[..start], &text[start + 1..]);
        let end = closing(inside).ok_or("a brace is not closed")?;
        if !before.is_empty() {
            pieces.push(PhrasePart::Text(before.to_owned()));
        }
        pieces.push(braced(&inside[..end])?);
        text = &inside[end + 1..];
    }
    if text.contains('}') {
        return Err("a brace is closed that was not opened".to_owned());
    }
    if !text.is_empty() {
        pieces.push(PhrasePart::Text(text.to_owned()));
    }
    Ok(pieces)
}

/// Where the brace that is open ends.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn braced(inside: &str) -> Result<PhrasePart, String> {
    let parts = split_outside(inside, '|');
    if parts.len() > 1 {
        let choice =
            |text: &&str| Ok(Phrasing { weight: 1, is_held_out: false, guards: Vec::new(), pieces: pieces(text)? });
        return Ok(PhrasePart::Choice(parts.iter().map(choice).collect::<Result<_, String>>()?));
    }
    if inside.contains('=') {
        return Ok(PhrasePart::Bind(binding(inside)?));
    }
    Ok(match fact(inside) {
        Fact::Word(name) => PhrasePart::Name(name),
        Fact::Column { variable, column } => PhrasePart::Column { variable, column },
    })
}

/// The parts between separators that stand in no bracket or brace.
pub(super) fn split_outside(text: &str, separator: char) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            _ if c == separator && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let error = |text: &str| {
            let error = Grammar::parse(&[("f", text)]).unwrap_err();
            (error.line, error.reason)
        };
        assert_eq!(error("# x\n  lost").0, 2);
        assert_eq!(error("table t: a b\n  1 | 2\n  1").0, 3);
        assert_eq!(error("rule r\n  {open").1, "a brace is not closed");
        assert_eq!(error("rule r\n  shut}").0, 2);
        assert_eq!(error("lemon l").0, 1);
        assert!(Grammar::parse(&[("f", "rule r with m = t [m.a=x], n = t\n  3x [m.a!=n.a] {a|{b|c}} {m.a}")]).is_ok());
    }
}
