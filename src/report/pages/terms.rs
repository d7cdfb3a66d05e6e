//! Terms and what each adds, as bars on both sides of an axis.

use super::MOST_TERMS;
use crate::report::page::{Cell, CellValue, DisplayTable, Page};
use crate::report::words::{Lang, common};

/// Name, number and bar of each term. `unit` says what the number is, and `sides` what it
/// means to lie left or right of the axis, as `against | for`.
pub(super) fn signed_bars(terms: &[(String, f64)], unit: &str, sides: [&str; 2], lang: Lang) -> DisplayTable {
    let shown = &terms[..terms.len().min(MOST_TERMS)];
    let largest = shown.iter().map(|(_, value)| value.abs()).fold(0.0, f64::max);
    let mut table = DisplayTable::new().words(common::Term.text(lang)).numbers(unit).signed_bars(sides);
    for (name, value) in shown {
        let bar = CellValue::SignedBar { value: *value, largest };
        table.row([name.as_str().into(), Cell::signed(*value), bar.into()]);
    }
    table
}

/// Says how many of the terms have no room on a page.
pub(super) fn and_more(n_terms: usize, page: &mut Page) {
    let n = n_terms.saturating_sub(MOST_TERMS);
    if n > 0 {
        page.remark(common::AndMore { n });
    }
}
