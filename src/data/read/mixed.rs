//! Numbers with this and that around them: `5.98kg` below `5980g`, `(5.98)`, `<5`, `5.98*`. They
//! cannot be read as numbers without a guess, and as words each would be a class of its own.

use super::number;
use crate::data::table::{Column, MISSING, Values};
use std::collections::HashSet;

/// Fewer different texts may well be classes: `1st`, `2nd`, `3rd`.
const FEW: usize = 5;
/// So many are no classes, however often each of them comes.
const MANY: usize = 12;
/// What stands before a number in a table, besides a sign or a currency: `'5` keeps a spreadsheet from reading it.
const BEFORE: &str = "+-\u{2212}\u{2013}±~≈<>≤≥=(（$€£¥￥₹₩₽₺₫฿约'\"‘“ ";
/// What stands behind one, besides letters.
const BEHIND: &str = "%％‰$€£¥￥₹₩₽₺₫฿*+,-–—)）°²³/?!.'\"’” ";
/// What joins a number to another one that says more of it: `1.2±0.1`, `1.2×10^3`.
const JOINED: [char; 5] = ['±', '×', 'x', '*', '·'];
/// The longest of it, in characters.
const LONGEST: usize = 12;

/// Two cells that are written in different ways (or the only one), if all cells of a column of
/// words are such numbers, and most of them differ or they are many.
pub(super) fn texts(column: &Column) -> Option<Vec<String>> {
    let Values::Words { levels, codes } = &column.values else { return None };
    let n_present = codes.iter().filter(|&&code| code != MISSING).count();
    let do_most_differ = 2 * levels.len() > n_present;
    if levels.len() < FEW || levels.len() < MANY && !do_most_differ {
        return None;
    }
    let around: Vec<(&str, &str)> = levels.iter().map(|level| around(level)).collect::<Option<_>>()?;
    if !do_most_differ && may_be_classes(levels, &around) {
        return None;
    }
    let is_odd = |at: &usize| around[*at] != ("", "") || levels[*at].contains(JOINED);
    let at = (0..levels.len()).find(is_odd)?;
    let other = around.iter().position(|other| *other != around[at]);
    Some([Some(at), other].into_iter().flatten().map(|at| levels[at].clone()).collect())
}

/// Whether many texts that come again and again may be classes: all are written alike (`12月`), one number stands with
/// several letters (`12A`, `12B`), or numbers are counted (`21st`).
fn may_be_classes(levels: &[String], around: &[(&str, &str)]) -> bool {
    let are_alike = around.iter().all(|one| one == &around[0]);
    let is_counted = |(before, behind): &(&str, &str)| before.is_empty() && ["st", "nd", "rd", "th"].contains(behind);
    let bodies =
        levels.iter().zip(around).map(|(level, (before, behind))| &level[before.len()..level.len() - behind.len()]);
    let distinct: HashSet<&str> = bodies.collect();
    are_alike || distinct.len() < levels.len() || around.iter().all(is_counted)
}

/// What stands before and behind the number in a text that holds one, and nothing else that says much.
fn around(text: &str) -> Option<(&str, &str)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (start, end) = (text.find(is_digit)?, text.rfind(is_digit)? + 1);
    let (before, body, behind) = (&text[..start], &text[start..end], &text[end..]);
    let fits = before.chars().all(|c| BEFORE.contains(c))
        && behind.chars().all(|c| c.is_alphabetic() || BEHIND.contains(c))
        && before.chars().count() + behind.chars().count() <= LONGEST;
    (fits && is_body(body)).then_some((before, behind))
}

/// `5.98`, `5,98`, `1,23,598.5`, `1.2±0.1` or `1.2×10^3`; not `1.2.3` or `1,2`.
fn is_body(body: &str) -> bool {
    if let Some((value, error)) = body.split_once('±') {
        return is_body(value.trim_end()) && is_body(error.trim_start());
    }
    if let Some((value, power)) = body.split_once(&JOINED[1..]) {
        return is_body(value.trim_end()) && (power.trim() == "10" || power.trim().starts_with("10^"));
    }
    let whole = body.split('.').next().unwrap_or(body);
    let groups: Vec<&str> = whole.split([',', '\'', '’', ' ', '\u{a0}', '\u{2009}', '\u{202f}']).collect();
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit()) && (2..=3).contains(&group.len());
    let grouped =
        groups.len() > 1 && groups[1..].iter().all(digits) && groups.last().is_some_and(|last| last.len() == 3);
    number(body).is_some() || grouped && body.matches('.').count() <= 1 || number(&body.replacen(',', ".", 1)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(cells: [&str; 6]) -> Option<Vec<String>> {
        texts(&Column::words("x", cells.map(Some)))
    }

    #[test]
    fn numbers_that_are_not_written_alike_are_found() {
        let pair = |a: &str, b: &str| Some(vec![a.to_owned(), b.to_owned()]);
        assert_eq!(found(["5kg", "7200g", "6kg", "8kg", "9kg", "4kg"]), pair("5kg", "7200g"));
        assert_eq!(found(["(5)", "7", "6", "8", "9.5", "4"]), pair("(5)", "7"));
        assert_eq!(found(["'5'", "'7'", "'6'", "'8'", "'9.5'", "'4'"]), Some(vec!["'5'".into()]));
        assert_eq!(found(["'5", "7", "6", "8", "9.5", "4"]), pair("'5", "7"));
        assert_eq!(found(["12,- €", "7,- €", "3,50 €", "8,- €", "9,- €", "4,- €"]), pair("12,- €", "3,50 €"));
        assert_eq!(found(["1.2±0.1", "3.4±0.2", "6 ± 1", "8±1", "9.5±1", "4±2"]), Some(vec!["1.2±0.1".into()]));
        assert_eq!(found(["1.2×10^3", "3×10^3", "6x10^2", "8*10^3", "9.5", "4"]), Some(vec!["1.2×10^3".into()]));
        assert_eq!(found(["5%", "0.3", "6%", "8%", "9%", "4%"]), pair("5%", "0.3"));
        assert_eq!(
            found(["5 melons", "6 melons", "7 melons", "8 melons", "9 melons", "1 melons"]),
            Some(vec!["5 melons".into()])
        );
    }

    #[test]
    fn many_are_found_however_often_each_comes() {
        let found = |cell: &dyn Fn(usize) -> String| {
            let cells: Vec<String> = (0..60).map(cell).collect();
            texts(&Column::words("x", cells.iter().map(|cell| Some(cell.as_str()))))
        };
        let sizes =
            |at: usize| if at.is_multiple_of(2) { format!("{}k", 3 + at % 20) } else { format!("{}M", 3 + at % 20) };
        assert_eq!(found(&sizes), Some(vec!["3k".into(), "4M".into()]));
        assert_eq!(found(&|at| format!("{} GB", 8 << (at % 6))), None, "few");
        assert_eq!(found(&|at| format!("{}月", 1 + at % 12)), None, "written alike");
        assert_eq!(found(&|at| format!("{}{}", 5 + at % 6, ["A", "B", "C"][at % 3])), None, "school classes");
        assert_eq!(found(&|at| format!("{}th", 4 + at % 12)), None);
    }

    #[test]
    fn words_dates_lists_and_addresses_are_none() {
        for cells in [
            ["n1", "n2", "n3", "n4", "n5", "n6"],
            ["2024/1/1", "2024/1/2", "2024/1/3", "2024/1/4", "2024/1/5", "2024/1/6"],
            ["10:01", "10:02", "10:03", "10:04", "10:05", "10:06"],
            ["1.2.3", "1.2.4", "1.2.5", "1.2.6", "1.2.7", "1.2.8"],
            ["1,2,3", "2,3,4", "1,3,5", "7,8,9", "4,5,6", "2,4,6"],
            ["1st", "2nd", "3rd", "1st", "2nd", "3rd"],
        ] {
            assert_eq!(found(cells), None, "{cells:?}");
        }
    }
}
