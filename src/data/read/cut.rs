//! What cuts a line into cells: one separator, or runs of blanks.

use super::dialect;
use super::{is_missing, number};

/// How many lines are compared with each other.
const ROWS: usize = 200;

/// What cuts a line into cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    At(u8),
    AtBlanks,
}

impl Cut {
    /// The cells of a line; between double quotes nothing is cut.
    pub fn cells(self, line: &str) -> Vec<&str> {
        let mut in_quotes = false;
        let separates = |c: char| {
            in_quotes ^= c == '"';
            let is_separator = match self {
                Cut::At(delimiter) => c == delimiter as char,
                Cut::AtBlanks => c.is_ascii_whitespace(),
            };
            is_separator && !in_quotes
        };
        let cells = line.split(separates);
        if self == Cut::AtBlanks { cells.filter(|cell| !cell.is_empty()).collect() } else { cells.collect() }
    }

    /// How many those are.
    pub fn n_cells(self, line: &str) -> usize {
        self.cells(line).len()
    }

    /// The number of cells that the rows below the first one have, if all have the same.
    pub fn even(self, rows: &[&str]) -> Option<usize> {
        let below = below_names(rows);
        let first = self.n_cells(below.first()?);
        below.iter().all(|line| self.n_cells(line) == first).then_some(first)
    }
}

/// The rows below the first one, which may hold names; of a few, all.
fn below_names<'r, 'a>(rows: &'r [&'a str]) -> &'r [&'a str] {
    if rows.len() > 2 { &rows[1..] } else { rows }
}

/// Lines that are neither empty nor comments.
pub(super) fn rows_among<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    lines.iter().copied().filter(|line| !line.trim().is_empty() && !is_comment(line)).take(ROWS).collect()
}

/// Whether a line is a comment, if it is no row.
pub(super) fn is_comment(line: &str) -> bool {
    // As a spreadsheet writes a comment that holds a comma.
    let line = line.trim_start();
    let line = line.strip_prefix('"').unwrap_or(line);
    line.starts_with(['#', '%']) || line.starts_with("//")
}

/// The separator; blanks where they cut the lines evenly and into more cells than it does.
pub(super) fn guess(lines: &[&str]) -> Cut {
    let rows = rows_among(lines);
    let separator = dialect::sniff(&(rows.join("\n") + "\n"));
    let delimiter = Cut::At(separator);
    let by_delimiter = delimiter.even(&rows).unwrap_or(1);
    let Some(by_blanks) = Cut::AtBlanks.even(&rows).filter(|&n| n > 1) else { return delimiter };
    let names = rows.first().copied().unwrap_or_default();
    if by_blanks == 2 && Cut::AtBlanks.n_cells(names) == 1 && end_alike(&rows[1..]) {
        return delimiter; // numbers with their unit below one name
    }
    if by_delimiter == 1 && cuts_but_a_few(separator, &rows, by_blanks) {
        return delimiter; // who reads the few is told
    }
    let names_too = Cut::AtBlanks.n_cells(names) == by_blanks;
    let is_by_blanks = match by_delimiter {
        1 => true,
        // Where both cut evenly, the names decide: `3 kg,5 kg` stands below `x,y`, `New York,Ann Lee` below `Home town,Full name`.
        n if by_blanks > n => {
            names_too
                && !are_padded(delimiter, names)
                && (delimiter.n_cells(names) != n || holds_numbers_apart(delimiter, &rows))
        }
        // Commas before decimals, and names that they do not cut; tabs with nothing between some of them.
        _ => names_too && (delimiter.n_cells(names) == 1 && are_decimals(&rows[1..]) || has_gap(delimiter, names)),
    };
    if is_by_blanks { Cut::AtBlanks } else { delimiter }
}

/// Whether the separator cuts all lines alike, names too, but for a few rows that were cut short or have a cell too many.
/// Where blanks cut the names as well, or leave one name less as above R's row names, numbers decide: `Boston,MA 42.3`
/// stands below `City,State Lat`.
fn cuts_but_a_few(separator: u8, rows: &[&str], by_blanks: usize) -> bool {
    let names = Cut::AtBlanks.cells(rows[0]);
    let has_separator = |cell: &&&str| cell.contains(separator as char);
    // In numbers, commas stand before the decimals; and a tab is a blank, too.
    let is_decimal_comma = separator == b',' && names.iter().filter(has_separator).all(|cell| is_decimal(cell));
    let is_blank = separator == b'\t' && names.len() == by_blanks;
    if is_decimal_comma || is_blank || !dialect::cuts_most(rows, separator) {
        return false;
    }
    let n = dialect::count(rows[0], separator);
    let alike: Vec<&str> = rows[1..].iter().copied().filter(|row| dialect::cuts_into(row, separator, n)).collect();
    let are_named = names.len() == by_blanks || names.len() + 1 == by_blanks;
    !are_named || n_numeric(Cut::AtBlanks, &rows[1..]) <= n_numeric(Cut::At(separator), &alike)
}

/// How many of the columns hold numbers, without a unit or all with the same.
fn n_numeric(cut: Cut, rows: &[&str]) -> usize {
    let cells: Vec<Vec<&str>> = rows.iter().map(|row| cut.cells(row)).collect();
    let n = cells.iter().map(Vec::len).min().unwrap_or(0);
    let is_number = |cell: &&str| match Cut::AtBlanks.cells(cell).split_first() {
        Some((first, groups)) => is_decimal(first) && groups.iter().all(|piece| is_group(piece)),
        None => false,
    };
    let is_numeric = |at: &usize| {
        let column = cells.iter().map(|row| row[*at].trim());
        let present: Vec<&str> = column.filter(|cell| !is_missing(cell)).collect();
        !present.is_empty() && (present.iter().all(is_number) || end_alike(&present))
    };
    (0..n).filter(is_numeric).count()
}

/// Whether a piece can be the second group of digits in a number: `1 200`.
fn is_group(piece: &str) -> bool {
    piece.len() == 3 && piece.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether each row is a number and one word, in all rows the same.
fn end_alike(rows: &[&str]) -> bool {
    let mut cut = rows.iter().map(|row| Cut::AtBlanks.cells(row));
    let Some(end) = cut.clone().next().and_then(|cells| cells.get(1).copied()) else { return false };
    !is_decimal(end) && cut.all(|cells| cells.get(1) == Some(&end) && is_decimal(cells[0]))
}

/// Whether all that blanks cut are numbers.
fn are_decimals(rows: &[&str]) -> bool {
    rows.iter().all(|row| Cut::AtBlanks.cells(row).into_iter().all(is_decimal))
}

/// Whether a cell is a number, with a point or a comma before the decimals.
fn is_decimal(cell: &str) -> bool {
    number(&cell.replacen(',', ".", 1)).is_some()
}

/// Whether blanks stand around the separator: `x , y`.
fn are_padded(delimiter: Cut, names: &str) -> bool {
    let Cut::At(delimiter) = delimiter else { return false };
    Cut::AtBlanks
        .cells(names)
        .iter()
        .any(|cell| cell.starts_with(delimiter as char) || cell.ends_with(delimiter as char))
}

/// Whether one of the cells that the separator cuts holds two numbers with blanks between them, in every row. The second
/// one is no group of digits: `1 200`.
fn holds_numbers_apart(delimiter: Cut, rows: &[&str]) -> bool {
    let are_apart = |cell: &str| {
        let pieces = Cut::AtBlanks.cells(cell);
        pieces.windows(2).any(|pair| is_decimal(pair[0]) && is_decimal(pair[1]) && !is_group(pair[1]))
    };
    let cells: Vec<Vec<&str>> = below_names(rows).iter().map(|row| delimiter.cells(row)).collect();
    let n = cells.first().map_or(0, Vec::len);
    (0..n).any(|at| cells.iter().all(|row| row.get(at).is_some_and(|cell| are_apart(cell))))
}

/// Whether tabs leave a name out between two others.
fn has_gap(delimiter: Cut, names: &str) -> bool {
    let cells = delimiter.cells(names);
    let inner = cells.len().saturating_sub(1);
    delimiter == Cut::At(b'\t') && cells.iter().take(inner).skip(1).any(|cell| cell.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(text: &str) -> Cut {
        guess(&text.lines().collect::<Vec<_>>())
    }

    #[test]
    fn blanks_separate_where_nothing_else_does() {
        assert_eq!(guessed("mpg  cyl   name\n18.0   8   \"chevrolet malibu\"\n15.0   8   \"buick\"\n"), Cut::AtBlanks);
        assert_eq!(guessed("x,y\n3 kg,5 kg\n4 kg,6 kg\n"), Cut::At(b','));
        assert_eq!(guessed("a,b\nx y,1\nz w,2\n"), Cut::At(b','));
        assert_eq!(guessed("x , y , z\n1 , 2 , 3\n4 , 5 , 6\n"), Cut::At(b','));
        assert_eq!(guessed("Home town,Full name\nNew York,Ann Lee\nSan Jose,Bob Day\n"), Cut::At(b','));
        assert_eq!(guessed("Room size\tRent price\n45 m2\t620 EUR\n50 m2\t700 EUR\n"), Cut::At(b'\t'));
        assert_eq!(guessed("x y\n0,41 1\n-0,5 2\n3,25 3\n"), Cut::AtBlanks, "commas stand before the decimals");
        assert_eq!(guessed("T\n20 °C\n21,5 °C\n"), Cut::At(b','), "one column of numbers with their unit");
        assert_eq!(guessed("T\na 20\nb 21\n"), Cut::AtBlanks, "names of rows");
        assert_eq!(guessed("x\t\tz\tk\n1\t\t2\ta\n3\t\t4\tb\n5\t\t6\tb\n"), Cut::AtBlanks);
        assert_eq!(guessed("x\tz\tk\n1\t2\ta\n3\t\tb\n5\t6\tb\n"), Cut::At(b'\t'), "a missing cell");
    }

    #[test]
    fn one_separator_in_each_line_of_a_table_of_blanks_cuts_nothing() {
        let autos = "23.7   6   259.2   19.3   70  2\t\"elm coupe\"\n18.0   8   307.0   12.0   70  1\t\"oak sedan\"\n\
                     15.0   8   350.0   11.5   70  1\t\"ash wagon\"\n";
        assert_eq!(guessed(autos), Cut::AtBlanks);
        assert_eq!(guessed("id  x\ty\n1   5.0\t3\n2   6.1\t4\n"), Cut::AtBlanks);
        assert_eq!(guessed("City,State Lat Lon\nBoston,MA 42.3 -71.0\nAustin,TX 30.2 -97.7\n"), Cut::AtBlanks);
        assert_eq!(guessed("1,5 2 3\n2,5 3 4\n3,1 4 5\n"), Cut::AtBlanks);
        assert_eq!(guessed("net income\tgross income\n1 200\t2 300\n4 100\t5 250\n"), Cut::At(b'\t'));
    }

    #[test]
    fn a_few_ragged_rows_leave_the_separator_as_it_is() {
        let rows = "1,Ann Lee,43\n2,Bob Ray,44\n3,Cid Poe,51\n4,Dan Fox,50\n";
        for ragged in ["5,Eve Ray,5,5\n", "5,Eve Ray\n", "5,Eve Ray,\n", "5,Eve Ray,,,\n"] {
            let text = format!("id,name,score\n{rows}{ragged}");
            for (separator, other) in [(b',', ","), (b';', ";"), (b'|', "|")] {
                assert_eq!(guessed(&text.replace(',', other)), Cut::At(separator), "{ragged}");
                assert_eq!(guessed(&text[14..].replace(',', other)), Cut::At(separator), "no names, {ragged}");
            }
        }
        for text in [
            "id\tname\tscore\n1\tAnn Lee\t43\n2\tBob Ray\t44\n3\tCid\t5\t5\n",
            "name\tscore\nAnn Lee\t43\nBob Ray\t44\nCid\t5\t5\n",
        ] {
            assert_eq!(guessed(text), Cut::At(b'\t'), "{text}");
        }
        for text in [
            "name,x\nAnn Lee,3\nBob Ray,4\nCid Poe,5,\nAnn Ray,6,7\n",
            "name,x\nAnn Lee,3,4\nBob Ray,4\nCid Poe,5\n",
            "full name,job\nAnn Lee,cook\nBob Ray,cook,x\nCid Poe,smith\n",
            "time,temp,load\n2024-01-02 01:00,23,5\n2024-01-03 02:00,24,6\n2024-01-04 0:0\n",
            "item no,price\nitem 1,30\nitem 2,40\nitem 3\n",
            "x,y\n3 kg,5 kg\n4 kg,6 kg,\n5 kg,7 kg\n",
            "number,y\n1 200,5\n1 250,7\n1 300\n",
        ] {
            assert_eq!(guessed(text), Cut::At(b','), "{text}");
        }
        assert_eq!(guessed("id;name;score\n1;Ann Lee;4,5\n2;Bob Ray;5,5;7\n3;Cid Poe;2,5\n"), Cut::At(b';'));
    }

    #[test]
    fn commas_in_most_rows_of_a_table_of_blanks_cut_nothing() {
        for text in [
            "City,State Lat\nBoston,MA 42.3\nAustin,TX 30.2\nWashington 38.5\n",
            "City,State x\n1 Boston,MA 3\n2 Austin,TX 4\n3 Washington 5\n",
            "1,5 2 3\n2,5 3 4\n3 4 5\n",
            "1,5 a\n2,5 b\n3 c\n",
            "Melons, by hand\nx y\n1,5 2\n2,5 3\n3 4,5\n",
            "id  x\ty\n1   5.0\t3\n2   6.1 4\n",
            "city  name\tkind\nBoston  Ann\tbig\nAustin  Bob small\nDallas Cid\tbig\n",
        ] {
            assert_eq!(guessed(text), Cut::AtBlanks, "{text}");
        }
    }

    #[test]
    fn what_stands_between_quotes_is_not_cut() {
        assert_eq!(Cut::At(b',').cells("a,\"b, c\",d"), ["a", "\"b, c\"", "d"]);
        assert_eq!(Cut::AtBlanks.cells("  a \"b  c\"\td "), ["a", "\"b  c\"", "d"]);
    }
}
