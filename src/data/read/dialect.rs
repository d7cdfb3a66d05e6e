//! What separates the cells.

/// Separators, likeliest first.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// How many lines are looked at.
const LINES: usize = 10;

/// The separator that cuts the first lines into equally many cells, and most of them; next best,
/// the lines below those that may be a title. A comma if none cuts at all.
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
        (is_even(&counts), below_even, if below_even { below[0] } else { first })
    };
    // Of equals, `max_by_key` takes the last: hence from the least likely one.
    DELIMITERS.into_iter().rev().max_by_key(|&delimiter| score(delimiter)).unwrap_or(b',')
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
}
