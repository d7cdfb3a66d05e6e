//! What separates the cells.

/// Separators, likeliest first.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// How many lines are looked at.
const LINES: usize = 10;

/// The separator that cuts the first lines into equally many cells, and most of them; next best, one that cuts all
/// of them and most into as many cells as the first; then one that cuts the lines below those that may be a title
/// into equally many. A comma if none cuts at all.
pub(super) fn sniff(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect();
    // The last line may be cut short, unless it is the only one.
    let whole = if lines.len() > 1 && !text.ends_with('\n') { &lines[..lines.len() - 1] } else { &lines[..] };
    let score = |delimiter: u8| {
        let counts: Vec<usize> = whole.iter().map(|line| count(line, delimiter)).collect();
        let first = counts.first().copied().unwrap_or(0);
        let is_even =
            |counts: &[usize]| counts.first().is_some_and(|&n| n > 0 && counts.iter().all(|&other| other == n));
        let below = &counts[(counts.len() / 3).max(1).min(counts.len())..];
        let below_even = below.len() > 1 && is_even(below);
        let is_usual = !counts.contains(&0) && cuts_most(whole, delimiter);
        (is_even(&counts), is_usual, below_even, if below_even { below[0] } else { first })
    };
    // Of equals, `max_by_key` takes the last: hence from the least likely one.
    DELIMITERS.into_iter().rev().max_by_key(|&delimiter| score(delimiter)).unwrap_or(b',')
}

/// Whether `delimiter` cuts the first line, which may hold names, and at least half of the others into equally many
/// cells, and the one below the first at all: below a title stand names that have another separator.
pub(super) fn cuts_most(lines: &[&str], delimiter: u8) -> bool {
    let [names, second, ..] = lines else { return false };
    let (n, below) = (count(names, delimiter), &lines[1..]);
    let n_alike = below.iter().filter(|line| cuts_into(line, delimiter, n)).count();
    n > 0 && count(second, delimiter) > 0 && 2 * n_alike >= below.len()
}

/// Whether the line has `n` separators, or more of which those too many stand at its end with nothing between them.
pub(super) fn cuts_into(line: &str, delimiter: u8, n: usize) -> bool {
    let bare = line.trim_end_matches([delimiter as char, ' ', '\r']);
    let found = count(line, delimiter);
    found == n || found > n && count(bare, delimiter) <= n
}

/// How often `delimiter` stands in the line outside of quotes.
pub(super) fn count(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    let mut separates = |&byte: &u8| {
        quoted ^= byte == b'"';
        byte == delimiter && !quoted
    };
    line.as_bytes().iter().filter(|byte| separates(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_cuts_evenly() {
        assert_eq!(sniff("a,b\n1,2\n"), b',');
        assert_eq!(sniff("a\tb\n1\t2\n"), b'\t');
        assert_eq!(sniff("a;b;c\n0,5;1,5;2\n"), b';');
        assert_eq!(sniff("a|b\n\"x,y\"|2\n"), b'|');
        assert_eq!(sniff("name;note\nx;a, b, c\n"), b';');
        assert_eq!(sniff("|1x3 Cross validator\n1, a\n2, b\n"), b',', "a title has signs of its own");
        assert_eq!(sniff("a\n1\n"), b',');
        assert_eq!(sniff(""), b',');
    }

    #[test]
    fn a_row_with_a_cell_too_many_leaves_the_separator_as_it_is() {
        let rows = |ragged: &str| format!("id;name;score\n1;Ann;4,5\n2;Bob;3,5\n{ragged}\n4;Cid;2,5\n5;Dan;1,5\n");
        for ragged in ["3;Eve;5,5;7", "3;Eve;5,5;", "3;5,5"] {
            assert_eq!(sniff(&rows(ragged)), b';', "{ragged}");
        }
        let title = "Melons, by hand\nx;y;z\n1,5;2;3\n2,5;3;4\n3;4;5\n4,5;6;7\n5,5;6;7\n";
        assert_eq!(sniff(title), b';', "a title with a comma");
        assert!(cuts_most(&["a,b", "1,2", "3,4,", "5,6,7", "8,9"], b','));
        assert!(!cuts_most(&["a,b", "1,2", "3", "5,6,7", "8"], b','));
    }
}
