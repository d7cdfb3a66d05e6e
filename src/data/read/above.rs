//! What stands above the rows: `sep=`, comments, a title of one line or of several.

use super::cut::{Cut, is_comment, rows_among};
use super::unit_name::looks_like_one;
use super::{is_missing, number};

/// A title and what is said below it have so many lines at most.
const MOST: usize = 12;

/// Lines above the names that are no rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Above {
    pub n_lines: usize,
    /// Whether the names stand behind a comment's mark, as numpy writes them.
    pub are_names_marked: bool,
}

/// Excel's `sep=;` in the first line.
pub(super) fn separator_line(lines: &[&str]) -> (usize, Option<u8>) {
    let first = lines.first().map(|line| line.trim_matches(['"', '\r', '\u{feff}'])).unwrap_or_default();
    let named = first.split_once('=').filter(|(key, _)| key.trim().eq_ignore_ascii_case("sep")).map(|(_, rest)| rest);
    let separator = |rest: &str| match rest.trim_matches(' ') {
        "" if !rest.is_empty() => Some(b' '),
        "\\t" => Some(b'\t'),
        rest => <[u8; 1]>::try_from(rest.as_bytes()).ok().map(|[byte]| byte).filter(u8::is_ascii),
    };
    let separator = named.and_then(separator);
    (usize::from(separator.is_some()), separator)
}

/// How many lines at the beginning are comments or a title: fewer cells than the rows below
/// them, which all have the same number.
pub(super) fn find(lines: &[&str], cut: Cut) -> Above {
    let rows = rows_among(lines);
    // A title may have several lines; the rows are what comes last.
    let rows = without_remarks(&rows[rows.len() / 3..], cut);
    let Some(n_columns) = cut.even(rows).filter(|&n| n > 1) else { return Above::default() };
    let below = Below::of(if rows.len() > 2 { &rows[1..] } else { rows }, n_columns, cut);
    let says_little = |line: &str| {
        let cells = cut.cells(line);
        let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        filled <= 1 && !goes_on(line, cut) && (cells.len() == 1 || cells.len() == n_columns)
    };
    // Cut at blanks, a comment may have as many words as there are columns; another one below it tells.
    let among_comments = |at: usize| cut == Cut::AtBlanks && lines.get(at + 1).is_some_and(|line| is_comment(line));
    let is_above = |&at: &usize| {
        let line = lines[at];
        let is_comment = is_comment(line) && (cut.n_cells(line) != n_columns || among_comments(at));
        line.trim().is_empty() || is_comment || says_little(line)
    };
    let above = (0..lines.len()).take_while(is_above).count();
    let above = below.names_below(lines, above).unwrap_or(above);
    if let Some(n_lines) = below.names_in_comment(lines, above) {
        return Above { n_lines, are_names_marked: true };
    }
    let says_nothing = lines[..above].iter().all(|line| line.trim().is_empty());
    Above { n_lines: if says_nothing { 0 } else { above }, are_names_marked: false }
}

/// Rows without the lines of one cell that may stand below them.
fn without_remarks<'r, 'l>(rows: &'r [&'l str], cut: Cut) -> &'r [&'l str] {
    let n_below = rows.iter().rev().take_while(|row| cut.n_cells(row) == 1).count();
    if 2 * n_below < rows.len() { &rows[..rows.len() - n_below] } else { rows }
}

/// Whether a quoted cell that begins on this line goes on on the next one, as in a name of two lines.
fn goes_on(line: &str, cut: Cut) -> bool {
    let is_open = |cell: &&str| cell.trim_start().starts_with('"') && cell.matches('"').count() % 2 == 1;
    cut.cells(line).last().is_some_and(is_open)
}

/// What the rows look like.
struct Below {
    n_columns: usize,
    /// Which columns are numbers.
    numeric: Vec<bool>,
    /// Which columns have any cell: others may stand behind the last separator, without a name.
    filled: Vec<bool>,
    cut: Cut,
}

impl Below {
    fn of(rows: &[&str], n_columns: usize, cut: Cut) -> Below {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| cut.cells(row)).collect();
        let present = |at: usize| rows.iter().map(move |row| bare(row[at])).filter(|cell| !is_missing(cell));
        let is_numeric = |at: usize| present(at).next().is_some() && present(at).all(|cell| number(cell).is_some());
        let numeric = (0..n_columns).map(is_numeric).collect();
        let filled = (0..n_columns).map(|at| present(at).next().is_some()).collect();
        Below { n_columns, numeric, filled, cut }
    }

    /// Whether a line names all columns: a word in each, one of them above numbers; or years above numbers, and words
    /// beside them.
    fn are_names(&self, line: &str) -> bool {
        let cells = self.cut.cells(line);
        let is_year = |cell: &str| cell.len() == 4 && cell.starts_with(['1', '2']) && number(cell).is_some();
        let columns = || cells.iter().zip(&self.numeric).zip(&self.filled);
        let are_years = columns().all(|((cell, numeric), filled)| !filled || is_year(bare(cell)) == *numeric);
        let is_name = |cell: &str| number(cell).is_none() || are_years && self.numeric.contains(&false);
        let is_word = |((cell, numeric), filled): ((&&str, &bool), &bool)| match bare(cell) {
            "" => !filled,
            cell => !numeric || is_name(cell),
        };
        cells.len() == self.n_columns
            && self.numeric.contains(&true)
            && !goes_on(line, self.cut)
            && columns().all(is_word)
    }

    fn is_blank(&self, line: &str) -> bool {
        self.cut.cells(line).iter().all(|cell| cell.trim().is_empty())
    }

    /// The line that names the columns, if all from `start` on are a title or comments above it: they have fewer
    /// cells, or an empty line below them.
    fn names_below(&self, lines: &[&str], start: usize) -> Option<usize> {
        let is_title = |at: usize, names: usize| {
            let has_gap = || lines[at + 1..names].iter().any(|line| self.is_blank(line));
            self.is_blank(lines[at])
                || self.cut.n_cells(lines[at]) < self.n_columns
                || is_comment(lines[at])
                || has_gap()
        };
        let are_units = |line: &str| self.cut.cells(line).iter().all(|cell| looks_like_one(bare(cell)));
        let end = lines.len().min(start + MOST);
        let are_names = |&at: &usize| {
            self.are_names(lines[at]) && !are_units(lines[at]) && (start..at).all(|line| is_title(line, at))
        };
        (start + 1..end).find(are_names)
    }

    /// The comment above the first row that names the columns, where no other line does: `# x y`, as numpy writes it.
    fn names_in_comment(&self, lines: &[&str], above: usize) -> Option<usize> {
        let is_sample = |line: &str| {
            let cells = self.cut.cells(line);
            let mut numbers = cells.iter().zip(&self.numeric).filter(|(_, numeric)| **numeric);
            cells.len() == self.n_columns
                && numbers.all(|(cell, _)| number(bare(cell)).is_some() || is_missing(bare(cell)))
        };
        let first = lines.get(above).filter(|line| is_sample(line))?;
        let at = (0..above).rev().find(|&at| !lines[at].trim().is_empty())?;
        let names = lines[at].trim_start().strip_prefix(['#', '%'])?;
        (self.numeric.contains(&true) && !first.is_empty() && self.are_names(names)).then_some(at)
    }
}

/// A cell without what stands around it.
fn bare(cell: &str) -> &str {
    cell.trim().trim_matches('"').trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn above(text: &str, cut: Cut) -> (usize, bool) {
        let Above { n_lines, are_names_marked } = find(&text.lines().collect::<Vec<_>>(), cut);
        (n_lines, are_names_marked)
    }

    #[test]
    fn a_title_may_have_cells_of_its_own() {
        let table = "x,z,g\n1,2,a\n3,4,b\n5,6,a\n7,8,b\n";
        for (title, n_lines) in [
            ("Survey, by Anna\nExported 2026-01-02\n", 2),
            ("Title:,Survey\nDate:,2026-01-02\n\n", 3),
            ("Report,by,me\n\n", 2),
            ("Report,by,me\n,,\n", 2),
            ("# a, b, c\n", 1),
            ("\"# by me, with commas\"\n", 1),
            ("\"Data Source\",\"Melons\"\n\n\"Last Updated\",\"2024-01-01\"\n\n", 4),
            ("\"Survey, 2026\",,\n", 1),
            ("", 0),
        ] {
            assert_eq!(above(&format!("{title}{table}"), Cut::At(b',')), (n_lines, false), "{title}");
        }
    }

    #[test]
    fn years_may_name_the_columns_below_a_title() {
        let title = "\"Data Source\",\"World Development Indicators\",\n\n";
        let table = "\"Country Name\",\"Code\",\"2019\",\"2020\"\n\"Aruba\",\"ABW\",\"1.2\",\"\"\n\"Angola\",\"AGO\",\"2.2\",\"3.3\"\n\
                     \"Albania\",\"ALB\",\"2.5\",\"3.1\"\n";
        assert_eq!(above(&format!("{title}{table}"), Cut::At(b',')), (2, false));
        assert_eq!(above(table, Cut::At(b',')), (0, false));
        // As they are downloaded, with a separator at the end of each line.
        let ended = format!("{title}{}", table.replace('\n', ",\n"));
        assert_eq!(above(&ended, Cut::At(b',')), (2, false));
    }

    #[test]
    fn names_above_units_or_row_names_are_no_title() {
        let comma = Cut::At(b',');
        assert_eq!(above("x,z,g\ncm,kg,%\n1,2,3\n3,4,5\n5,6,7\n", comma), (0, false));
        assert_eq!(above("#x,z,g\ncm,kg,%\n1,2,3\n3,4,5\n5,6,7\n", comma), (0, false));
        assert_eq!(above("x,z\nr1,1,2\nr2,3,4\nr3,5,6\n", comma), (0, false));
        assert_eq!(above("x,z,g\n\n1,2,a\n\n3,4,b\n", comma), (0, false));
    }

    #[test]
    fn names_may_stand_in_a_comment() {
        assert_eq!(above("# x z k\n1 2 0\n3 4 1\n5 6 0\n", Cut::AtBlanks), (0, true));
        assert_eq!(above("# by me\n# x z k\n1 2 0\n3 4 1\n5 6 0\n", Cut::AtBlanks), (1, true));
        assert_eq!(above("# written by me at home\n1 2 0\n3 4 1\n5 6 0\n", Cut::AtBlanks), (1, false));
    }

    #[test]
    fn the_separator_line_is_read_however_it_is_written() {
        for (line, separator) in
            [("sep=;", b';'), ("\"sep=,\"", b','), ("Sep=|", b'|'), ("sep = ;", b';'), ("SEP=\t", b'\t')]
        {
            assert_eq!(separator_line(&[line]), (1, Some(separator)), "{line}");
        }
        assert_eq!(separator_line(&["sepal=1"]), (0, None));
        assert_eq!(separator_line(&["sep=abc"]), (0, None));
    }
}
