//! Cells that may not mean what they say: the row of totals below the samples, `-999` for a missing value, a point
//! that may stand between groups of digits. They are asked about, and read as they stand.

use super::{Markers, number};
use crate::data::Notice;
use crate::data::table::{Column, MISSING, Table, Values};

/// What begins a row that sums up those above it; in lower case.
const TOTALS: &[&str] = &[
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sum",
    "average",
    "avg",
    "mean",
    "合计",
    "总计",
    "总和",
    "小计",
    "总数",
    "平均",
    "平均值",
    "均值",
    "平均数",
    "合計",
    "總計",
    "總和",
    "小計",
    "平均値",
    "median",
    "sd",
    "std",
    "stdev",
    "std. dev.",
    "standard deviation",
    "标准差",
    "中位数",
    "mittelwert",
    "moyenne",
    "summe",
    "gesamt",
    "somme",
    "total général",
];
/// Such rows stand at the end.
const LAST_ROWS: usize = 3;
/// Numbers that are written where none was measured.
const STAND_INS: &[f64] = &[-9.0, -99.0, -999.0, -9999.0, -99999.0, 99.0, 999.0, 9999.0, 99999.0, 999999.0];
/// So many other cells tell what is usual.
const USUAL: usize = 5;
/// So many of the broken numbers must have three decimals exactly: a group may end in 0.
const IN_THREES: f64 = 0.8;

/// The first of the last rows that is called a total, and its line.
pub(super) fn total_row(table: &Table) -> Option<Notice> {
    let n_rows = table.n_rows();
    let last_rows = n_rows.saturating_sub(LAST_ROWS).max(2)..n_rows;
    last_rows.into_iter().find_map(|row| {
        let text = table.columns.iter().find_map(|column| total(column, row))?;
        Some(Notice::TotalRow { line: table.line(row), text })
    })
}

/// The text of a cell that is called a total, as no cell above it is.
fn total(column: &Column, row: usize) -> Option<String> {
    let Values::Words { levels, codes } = &column.values else { return None };
    let code = codes[row];
    let text = levels.get(code as usize)?;
    // `Total (n = 3)`
    let text_alone = text.split(['(', '（']).next().unwrap_or_default().trim();
    let bare = text_alone.trim_end_matches([':', '：', '.']).trim().to_lowercase();
    let closed_up: String = bare.split_whitespace().collect(); // `合 计`
    let is_called = [bare.as_str(), closed_up.as_str()].iter().any(|name| TOTALS.contains(name));
    let is_total = is_called && codes[..row].iter().all(|&other| other != code);
    is_total.then(|| text.clone())
}

/// A number far from all others that may stand for a missing cell; `written` has the texts of a column whose numbers
/// are not plain ones.
pub(super) fn stand_in(column: &Column, written: &[(String, f64)]) -> Option<Notice> {
    let Values::Numbers(cells) = &column.values else { return None };
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    cells.iter().for_each(|&cell| (low, high) = (low.min(cell), high.max(cell)));
    let value = [low, high].into_iter().find(|end| STAND_INS.contains(end))?;
    let (mut count, mut n_others, mut from, mut to) = (0, 0, f64::INFINITY, f64::NEG_INFINITY);
    for &cell in cells.iter().filter(|cell| !cell.is_nan()) {
        if cell == value {
            count += 1;
        } else {
            n_others += 1;
            (from, to) = (from.min(cell), to.max(cell));
        }
    }
    let is_far = value < from - (to - from) || value > to + (to - from);
    (count > 1 && n_others >= USUAL && is_far).then(|| Notice::StandIn {
        column: column.name.clone(),
        value,
        texts: not_found_by(value, written),
        count,
        range: [from, to],
    })
}

/// The texts that are this number, where it is no marker for all of them.
fn not_found_by(value: f64, written: &[(String, f64)]) -> Vec<String> {
    let marker = Markers::new(&[value.to_string()], &[]);
    let texts: Vec<String> =
        written.iter().filter(|(_, number)| *number == value).map(|(text, _)| text.clone()).collect();
    if texts.iter().all(|text| marker.is_missing(text)) { Vec::new() } else { texts }
}

/// A number with a point that may stand between groups of digits, in a file that separates cells as those do
/// who write decimal commas: three digits behind it, in nearly all that have one, and none below 1.
pub(super) fn point_in_three(column: &Column) -> Option<Notice> {
    let Values::Numbers(cells) = &column.values else { return None };
    let broken: Vec<f64> = cells.iter().copied().filter(|cell| cell.is_finite() && cell.fract() != 0.0).collect();
    let fits = |&cell: &f64| (1.0..1000.0).contains(&cell.abs()) && in_steps(cell, 1000.0);
    let in_threes = broken.iter().filter(|&&cell| !in_steps(cell, 100.0)).count();
    let small = cells.iter().any(|cell| cell.fract() == 0.0 && cell.abs() >= 1000.0);
    let may_be = broken.len() >= USUAL && !small && broken.iter().all(fits);
    (may_be && in_threes as f64 >= IN_THREES * broken.len() as f64)
        .then(|| Notice::PointRead { column: column.name.clone(), value: broken[0] })
}

/// The same of texts that have a unit, the numbers `values`: there `12.500` can be told from `12.5`.
pub(super) fn point_in_texts(column: &Column, values: &[f64]) -> Option<Notice> {
    let Values::Words { levels, .. } = &column.values else { return None };
    let mut broken = Vec::new();
    for (level, &value) in levels.iter().zip(values) {
        match decimals(level) {
            // Nobody writes 512 as 0.512.
            Some(3) if (1.0..1000.0).contains(&value.abs()) => broken.push(value),
            Some(_) => return None,
            None if value.abs() >= 1000.0 => return None,
            None => {}
        }
    }
    let value = *broken.iter().find(|&&value| !in_steps(value, 100.0)).or(broken.first())?;
    (broken.len() >= USUAL).then(|| Notice::PointRead { column: column.name.clone(), value })
}

/// Whether a number is a whole number of steps, so many to a unit.
fn in_steps(cell: f64, per_unit: f64) -> bool {
    ((cell * per_unit).round() / per_unit - cell).abs() < 1e-9
}

/// How many digits stand behind the point of a number, if it has one.
fn decimals(text: &str) -> Option<usize> {
    let count = |at: usize| text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
    let is_within = |at: &usize| text[..*at].ends_with(|c: char| c.is_ascii_digit()) && count(*at) > 0;
    text.match_indices('.').map(|(at, _)| at).find(is_within).map(count)
}

/// Whether a column is numbers but for one text, as `..`, however often that stands: then it is a marker.
pub(in crate::data) fn has_one_odd_text(column: &Column) -> bool {
    const MANY: usize = 10;
    let Values::Words { levels, codes } = &column.values else { return false };
    let n_odd = levels.iter().filter(|level| number(level).is_none()).count();
    n_odd == 1 && levels.len() > MANY && codes.iter().any(|&code| code != MISSING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_totals_is_asked_about_where_it_stands_last() {
        let table = |cells: [&str; 5]| {
            let numbers = Column::numbers("y", [1.0, 2.0, 3.0, 4.0, 10.0]);
            Table::new("t", vec![Column::words("x", cells.map(Some)), numbers])
        };
        let found = |cells| match total_row(&table(cells)) {
            Some(Notice::TotalRow { line, text }) => Some((line, text)),
            _ => None,
        };
        assert_eq!(found(["a", "b", "a", "c", "Total:"]), Some((6, "Total:".into())));
        assert_eq!(found(["a", "b", "a", "c", "合　计"]), Some((6, "合　计".into())));
        assert_eq!(found(["a", "b", "a", "合计", "平均"]), Some((5, "合计".into())));
        assert_eq!(found(["a", "b", "a", "c", "Totals (3 entries)"]), Some((6, "Totals (3 entries)".into())));
        assert_eq!(found(["total", "b", "a", "c", "total"]), None, "a class");
        assert_eq!(found(["mean", "b", "a", "c", "a"]), None);
    }

    #[test]
    fn a_number_far_from_all_others_may_be_no_number() {
        let found = |cells: &[f64]| match stand_in(&Column::numbers("x", cells.iter().copied()), &[]) {
            Some(Notice::StandIn { value, count, .. }) => Some((value, count)),
            _ => None,
        };
        assert_eq!(found(&[3.0, -999.0, 5.0, 4.0, -999.0, 6.0, 2.5]), Some((-999.0, 2)));
        assert_eq!(found(&[3.0, 99.0, 5.0, 4.0, 99.0, 1.0, 2.0]), Some((99.0, 2)), "answers from 1 to 5");
        assert_eq!(found(&[31.0, 99.0, 55.0, 74.0, 99.0, 18.0, 62.0]), None, "years of age");
        assert_eq!(found(&[3.0, -999.0, 5.0, 4.0, 7.0, 6.0, 2.5]), None, "once is no habit");
        assert_eq!(found(&[-999.0, -999.0, -998.0, -800.0, -900.0, -700.0, -850.0]), None, "in its range");
    }

    #[test]
    fn what_is_advised_finds_the_cells() {
        let cells = [3.0, -9999.0, 5.0, 4.0, -9999.0, 6.0, 2.5];
        let texts = |written: &[(&str, f64)]| {
            let written: Vec<(String, f64)> = written.iter().map(|(text, value)| (text.to_string(), *value)).collect();
            match stand_in(&Column::numbers("x", cells), &written) {
                Some(Notice::StandIn { texts, .. }) => texts,
                other => panic!("{other:?}"),
            }
        };
        assert!(texts(&[]).is_empty());
        assert!(texts(&[("2,5", 2.5), ("-9999,0", -9999.0), ("-9 999", -9999.0)]).is_empty());
        assert_eq!(texts(&[("6 kg", 6.0), ("-9999 kg", -9999.0), ("-9,999", -9999.0)]), ["-9999 kg", "-9,999"]);
    }

    #[test]
    fn three_digits_behind_every_point_may_be_a_group() {
        let found = |cells: &[f64]| point_in_three(&Column::numbers("x", cells.iter().copied())).is_some();
        assert!(found(&[4.898, 9.916, 3.5, 8.704, 1.201, 6.333, 120.0]));
        assert!(!found(&[4.898, 9.916, 0.512, 8.704, 1.201, 6.333]), "nobody writes 512 as 0.512");
        assert!(!found(&[4.89, 9.916, 3.51, 8.7, 1.201, 6.333]));
        let found = |texts: [&str; 6], values: [f64; 6]| point_in_texts(&Column::words("x", texts.map(Some)), &values);
        let texts = ["12.500 €", "345 €", "1.234 €", "1.100 €", "23.400 €", "5.900 €"];
        let told = Notice::PointRead { column: "x".into(), value: 1.234 };
        assert_eq!(found(texts, [12.5, 345.0, 1.234, 1.1, 23.4, 5.9]), Some(told));
        let texts = ["12.5 €", "345 €", "1.234 €", "1.100 €", "23.400 €", "5.900 €"];
        assert_eq!(found(texts, [12.5, 345.0, 1.234, 1.1, 23.4, 5.9]), None);
    }
}
