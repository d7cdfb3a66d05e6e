//! Texts of cells that were taken for something else than they are, so that it can be told.

use super::cell::half_width;
use super::number;
use std::collections::{BTreeMap, BTreeSet};

/// What was seen of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Taken {
    /// Texts that were taken for missing cells.
    pub missing: BTreeSet<String>,
    /// Of each column, the first number that is written with signs which only look like those of one: `−3.5`
    /// with the mathematicians' minus, `３.５`.
    pub look_alikes: BTreeMap<String, String>,
    /// Of each column, the first number that is written as a code is: `01234`, or with more digits than a number keeps.
    pub codes: BTreeMap<String, String>,
}

impl Taken {
    /// A cell of a column of numbers.
    pub fn see_number(&mut self, column: &str, cell: &str) {
        if is_look_alike(cell) && !self.look_alikes.contains_key(column) {
            self.look_alikes.insert(column.to_owned(), cell.to_owned());
        }
        if is_code(cell) && !self.codes.contains_key(column) {
            self.codes.insert(column.to_owned(), cell.to_owned());
        }
    }

    /// What was seen in rows further on.
    pub fn absorb(&mut self, later: Taken) {
        self.missing.extend(later.missing);
        for (own, later) in [(&mut self.look_alikes, later.look_alikes), (&mut self.codes, later.codes)] {
            later.into_iter().for_each(|(column, text)| {
                own.entry(column).or_insert(text);
            });
        }
    }
}

/// Whether a cell is a number, but only once its signs are read as what they look like.
pub(super) fn is_look_alike(cell: &str) -> bool {
    !cell.is_ascii() && number(cell).is_some() && half_width(cell) != cell
}

/// Whether a number may be a code: `01234` begins as no quantity does, and of `110101199003078515` a number keeps not every
/// digit. Months and hours, as `07`, are too short for it.
pub(super) fn is_code(cell: &str) -> bool {
    const SHORTEST: usize = 4;
    const DIGITS_KEPT: usize = 15;
    let starts_as_code = cell.len() >= SHORTEST && cell.starts_with('0');
    (starts_as_code || cell.len() > DIGITS_KEPT) && cell.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_from_quantities() {
        for code in ["01234", "0012", "110101199003078515"] {
            assert!(is_code(code), "{code}");
        }
        for number in ["07", "0.25", "0", "000", "1234", "123456789012345", "0x1F", ""] {
            assert!(!is_code(number), "{number}");
        }
        let mut taken = Taken::default();
        ["90210", "01234", "02134"].iter().for_each(|cell| taken.see_number("zip", cell));
        assert_eq!(taken.codes.get("zip").map(String::as_str), Some("01234"));
    }

    #[test]
    fn the_first_of_a_column_is_kept() {
        let mut taken = Taken::default();
        ["1.5", "", "缺失", "−3.5", "–2"].iter().for_each(|cell| taken.see_number("x", cell));
        let mut later = Taken::default();
        ["３", "−1"].iter().for_each(|cell| later.see_number("x", cell));
        later.see_number("y", "\u{200b}7");
        taken.absorb(later);
        let seen: Vec<(&str, &str)> = taken.look_alikes.iter().map(|(name, text)| (&name[..], &text[..])).collect();
        assert_eq!(seen, [("x", "−3.5"), ("y", "\u{200b}7")]);
    }
}
