//! Lines that are no rows, rows of several lines, and separators behind the last column: counted while rows are
//! read, so that nothing of the kind passes in silence.

use crate::data::Notice;
use csv::StringRecord;
use memchr::memchr_iter;

/// What was seen of them.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    /// Lines without any cell.
    pub n_empty: usize,
    /// Comments: how many, and the line of the first.
    comments: Option<(usize, u64)>,
    /// Rows of several lines: how many, the line on which the longest begins and how many it takes.
    long: Option<(usize, u64, usize)>,
    /// Rows that end in more separators than there are columns.
    pub n_surplus: usize,
    /// Remarks below the last row: how many lines, the line of the first and its text.
    pub remarks: Option<(usize, u64, String)>,
}

impl LeftOut {
    /// A comment on this line.
    pub fn comment(&mut self, line: u64) {
        let (n, first) = self.comments.unwrap_or((0, line));
        self.comments = Some((n + 1, first));
    }

    /// A row that begins on `line`; it takes several lines if one of its cells holds a line end.
    pub fn row(&mut self, row: &StringRecord, line: u64) {
        let n_ends: usize = memchr_iter(b'\n', row.as_slice().as_bytes()).count();
        if n_ends > 0 {
            self.long_row(1, line, n_ends + 1);
        }
    }

    fn long_row(&mut self, n: usize, line: u64, n_lines: usize) {
        let (before, at, longest) = self.long.unwrap_or((0, line, 0));
        self.long = Some(if n_lines > longest { (before + n, line, n_lines) } else { (before + n, at, longest) });
    }

    /// With what was seen in later rows.
    pub fn absorb(&mut self, later: LeftOut) {
        self.n_empty += later.n_empty;
        self.n_surplus += later.n_surplus;
        self.remarks = later.remarks.or(self.remarks.take());
        if let Some((n, line)) = later.comments {
            let (before, first) = self.comments.unwrap_or((0, line));
            self.comments = Some((before + n, first));
        }
        if let Some((n, line, n_lines)) = later.long {
            self.long_row(n, line, n_lines);
        }
    }

    /// The same, of rows that are so many lines further down.
    pub fn below(self, n_lines: u64) -> LeftOut {
        LeftOut {
            comments: self.comments.map(|(n, line)| (n, line + n_lines)),
            long: self.long.map(|(n, line, longest)| (n, line + n_lines, longest)),
            remarks: self.remarks.map(|(n, line, first)| (n, line + n_lines, first)),
            ..self
        }
    }

    /// What is said of them.
    pub fn notices(self) -> impl Iterator<Item = Notice> {
        let comments = self.comments.map(|(count, line)| Notice::CommentsBetween { count, line });
        let long = self.long.map(|(count, line, n_lines)| Notice::RowsOfManyLines { count, line, n_lines });
        let empty = (self.n_empty > 0).then_some(Notice::EmptyRows { count: self.n_empty });
        let surplus = (self.n_surplus > 0).then_some(Notice::SurplusSeparators { count: self.n_surplus });
        let remarks = self.remarks.map(|(count, line, first)| Notice::LinesBelow { count, line, first });
        [comments, long, empty, surplus, remarks].into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_row_is_told_wherever_it_was_seen() {
        let (mut first, mut later) = (LeftOut::default(), LeftOut::default());
        first.row(&StringRecord::from(vec!["a\nb", "1"]), 3);
        later.row(&StringRecord::from(vec!["c\nd\ne", "1"]), 2);
        later.row(&StringRecord::from(vec!["f", "2"]), 5);
        later.comment(9);
        first.absorb(later.below(10));
        let said: Vec<Notice> = first.notices().collect();
        let expected = [
            Notice::CommentsBetween { count: 1, line: 19 },
            Notice::RowsOfManyLines { count: 2, line: 12, n_lines: 3 },
        ];
        assert_eq!(said, expected);
    }
}
