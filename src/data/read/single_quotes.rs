//! Single quotes around cells, as where a database writes them.

/// How many lines are looked at.
const LINES: usize = 200;

/// Whether cells stand between single quotes: all lines can be cut so, into equally many cells, and either those hold separators
/// or all cells of the first line stand so. Where double quotes are used, an apostrophe is one.
pub(super) fn are_used(lines: &[&str], delimiter: u8) -> bool {
    let mut rows = lines.iter().filter(|line| !line.trim().is_empty()).take(LINES).peekable();
    let Some(first) = rows.peek().and_then(|line| cells(line, delimiter)) else { return false };
    let (mut n_quoted, mut holds_separator) = (0, false);
    for row in rows {
        match cells(row, delimiter) {
            Some(row) if row.n == first.n && !row.has_double => {
                n_quoted += row.n_quoted;
                holds_separator |= row.holds_separator;
            }
            _ => return false,
        }
    }
    first.n > 1 && n_quoted > 0 && (holds_separator || first.n_quoted == first.n)
}

/// What single quotes make of a line.
struct Line {
    n: usize,
    n_quoted: usize,
    holds_separator: bool,
    has_double: bool,
}

/// `None` if a quote that begins a cell does not end one.
fn cells(line: &str, delimiter: u8) -> Option<Line> {
    let mut found = Line { n: 0, n_quoted: 0, holds_separator: false, has_double: line.contains('"') };
    let mut rest = line;
    loop {
        found.n += 1;
        let cell = rest.trim_start_matches(' ');
        let after = match cell.strip_prefix('\'') {
            None => cell.find(delimiter as char).map(|end| &cell[end..]),
            Some(quoted) => {
                let end = (quoted.match_indices('\''))
                    .find(|(at, _)| quoted[at + 1..].is_empty() || quoted[at + 1..].starts_with(delimiter as char))?
                    .0;
                found.n_quoted += 1;
                found.holds_separator |= quoted[..end].contains(delimiter as char);
                Some(&quoted[end + 1..]).filter(|after| !after.is_empty())
            }
        };
        match after {
            Some(after) => rest = &after[1..],
            None => return Some(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(text: &str) -> bool {
        are_used(&text.lines().collect::<Vec<_>>(), b',')
    }

    #[test]
    fn single_quotes_are_quotes_where_they_hold_separators_or_all_names() {
        assert!(used("x,t\n1,'a, b'\n2,'c, d'\n"));
        assert!(used("'x','t'\n'1','a'\n'2','it''s'\n"));
        for text in
            ["x,t\n1,a'b\n2,c\n", "x,t\n1,'tis\n2,'twas\n", "x,t\n1,'a'\n2,'b'\n", "\"x\",t\n1,'a, b'\n", "x,t\n1,2\n"]
        {
            assert!(!used(text), "{text}");
        }
    }
}
