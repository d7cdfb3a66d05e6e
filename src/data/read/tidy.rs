//! Text as it should have been written: lines that are no rows become empty ones (so that the
//! others keep their numbers), runs of blanks become one separator, blanks between a separator
//! and a quote go, and so does a comment's mark before the names.

use std::io::{self, Read};

/// What is to be tidied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tidy {
    /// So many lines at the beginning are no rows.
    pub skipped_lines: u64,
    /// Cells are separated by runs of blanks; they come out separated by tabs.
    pub blanks: bool,
    /// There are blanks between separators and quotes.
    pub blanks_around_quotes: bool,
    /// The names stand behind a comment's mark.
    pub marked_names: bool,
}

/// Text on its way to the rows.
pub(super) struct Tidied<R> {
    text: R,
    tidy: Tidy,
    delimiter: u8,
    /// Bytes that are done: `done[start..]`.
    done: Vec<u8>,
    start: usize,
    raw: Vec<u8>,
    state: State,
}

/// What the next byte depends on.
#[derive(Debug, Default)]
struct State {
    n_lines: u64,
    in_quotes: bool,
    /// Blanks that are held back until it is known what follows.
    held: Vec<u8>,
    /// Whether a cell begins here.
    cell_start: bool,
    /// Whether the byte before was a quote that closed: a second one opens again, as `""` does.
    has_closed: bool,
    /// Whether the mark before the names is behind us.
    is_unmarked: bool,
}

impl<R: Read> Tidied<R> {
    /// Tidies `text`, whose cells are cut at `delimiter`.
    pub fn new(text: R, tidy: Tidy, delimiter: u8) -> Self {
        let state = State { cell_start: true, ..State::default() };
        Tidied { text, tidy, delimiter, done: Vec::new(), start: 0, raw: vec![0; 1 << 16], state }
    }

    fn is_needed(&self) -> bool {
        let is_marked = self.tidy.marked_names && !self.state.is_unmarked;
        self.tidy.blanks || self.tidy.blanks_around_quotes || is_marked || self.state.n_lines < self.tidy.skipped_lines
    }

    fn push(&mut self, byte: u8) {
        if self.state.n_lines < self.tidy.skipped_lines {
            if byte == b'\n' {
                self.state.n_lines += 1;
                self.done.push(byte);
            }
        } else if self.tidy.marked_names && !self.state.is_unmarked && b"#% ".contains(&byte) {
            // The mark goes.
        } else if self.tidy.blanks {
            self.state.is_unmarked = true;
            self.push_between_blanks(byte);
        } else if self.tidy.blanks_around_quotes {
            self.state.is_unmarked = true;
            self.push_around_quote(byte);
        } else {
            self.state.is_unmarked = true;
            self.done.push(byte);
        }
    }

    /// A run of blanks is one tab; at the ends of a line it is nothing.
    fn push_between_blanks(&mut self, byte: u8) {
        let state = &mut self.state;
        match byte {
            b' ' | b'\t' | b'\r' if !state.in_quotes => state.held = vec![b'\t'],
            b'\n' if !state.in_quotes => {
                state.held.clear();
                state.cell_start = true;
                self.done.push(byte);
            }
            _ => {
                let held = std::mem::take(&mut state.held);
                if !state.cell_start {
                    self.done.extend(&held);
                }
                state.in_quotes ^= byte == b'"';
                state.cell_start = false;
                self.done.push(byte);
            }
        }
    }

    /// Blanks at the start of a cell go if a quote follows them, and those behind a cell's last quote if the cell ends there.
    fn push_around_quote(&mut self, byte: u8) {
        let state = &mut self.state;
        if byte == b' ' && !state.in_quotes && (state.cell_start || state.has_closed) {
            state.held.push(byte);
            return;
        }
        let held = std::mem::take(&mut state.held);
        let goes = if state.has_closed { byte == self.delimiter || b"\r\n".contains(&byte) } else { byte == b'"' };
        if !goes {
            self.done.extend(&held);
        }
        // A quote behind such a blank is no second half of a doubled one.
        state.has_closed &= held.is_empty();
        let turns = byte == b'"' && (state.in_quotes || state.cell_start || state.has_closed);
        state.has_closed = turns && state.in_quotes;
        state.in_quotes ^= turns;
        state.cell_start = !state.in_quotes && (byte == self.delimiter || byte == b'\n');
        self.done.push(byte);
    }
}

impl<R: Read> Read for Tidied<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.start == self.done.len() && !self.is_needed() {
            return self.text.read(into);
        }
        while self.start == self.done.len() {
            self.done.clear();
            self.start = 0;
            let n = self.text.read(&mut self.raw)?;
            if n == 0 {
                return Ok(0);
            }
            for at in 0..n {
                let byte = self.raw[at];
                self.push(byte);
            }
        }
        let n = into.len().min(self.done.len() - self.start);
        into[..n].copy_from_slice(&self.done[self.start..self.start + n]);
        self.start += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(text: &str, tidy: Tidy) -> String {
        let mut out = String::new();
        Tidied::new(text.as_bytes(), tidy, b',').read_to_string(&mut out).unwrap();
        out
    }

    #[test]
    fn skipped_lines_stay_as_empty_ones() {
        let tidy = Tidy { skipped_lines: 2, ..Tidy::default() };
        assert_eq!(tidied("# a\n# b\nx,y\n1,2\n", tidy), "\n\nx,y\n1,2\n");
    }

    #[test]
    fn the_mark_before_the_names_goes() {
        let tidy = Tidy { skipped_lines: 1, blanks: true, marked_names: true, ..Tidy::default() };
        assert_eq!(tidied("# by me\n# x  y\n1  2\n", tidy), "\nx\ty\n1\t2\n");
    }

    #[test]
    fn runs_of_blanks_are_one_separator() {
        let tidy = Tidy { blanks: true, ..Tidy::default() };
        let text = "  mpg  name \r\n 18.0\t\"chevrolet  malibu\"\n15 x\n";
        assert_eq!(tidied(text, tidy), "mpg\tname\n18.0\t\"chevrolet  malibu\"\n15\tx\n");
    }

    #[test]
    fn blanks_before_a_quote_go() {
        let tidy = Tidy { blanks_around_quotes: true, ..Tidy::default() };
        assert_eq!(tidied("\"a\", \"b, c\"\n 1,  \"2\"\n3, x\n", tidy), "\"a\",\"b, c\"\n 1,\"2\"\n3, x\n");
        assert_eq!(tidied("\"a\" ,\"b, c\"  \n\"1\" x,2\n", tidy), "\"a\",\"b, c\"\n\"1\" x,2\n");
        let doubled = "\"a\"\", \"\"b\",1\n";
        assert_eq!(tidied(doubled, tidy), doubled, "within quotes nothing goes");
    }
}
