//! Columns of dates or times of day: read as words each of them is a class of its own, and nothing is learned of how
//! far apart they are. That is told; what they are to count is for the reader to say.

use crate::data::Notice;
use crate::data::table::{Column, Values};

/// Fewer different texts may be anything.
const FEW: usize = 3;
/// What stands between day, month and year.
const MARKS: [&str; 5] = ["--", "//", "..", "年月", "年月日"];

/// The first letters of the months, in English and where German, French and Spanish differ.
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec mai mär okt dez fév avr aoû déc ene abr ago dic";

/// What is told of a column of words that are all dates, or all times; or of numbers that are all dates, as `20240131`.
pub(super) fn of(column: &Column) -> Option<Notice> {
    match &column.values {
        Values::Words { levels, .. } => {
            let are = |is: fn(&str) -> bool| levels.len() >= FEW && levels.iter().all(|level| is(level));
            let is_told = are(is_date) || are(is_time);
            is_told.then(|| Notice::Moments { column: column.name.clone(), text: levels[0].clone(), is_number: false })
        }
        Values::Numbers(cells) => {
            let mut present = cells.iter().copied().filter(|cell| !cell.is_nan());
            let first = present.next().filter(|&cell| is_date_number(cell))?;
            let (mut n, mut differ) = (1, false);
            let are_dates = present.all(|cell| {
                n += 1;
                differ |= cell != first;
                is_date_number(cell)
            });
            let text = format!("{first:.0}");
            (are_dates && differ && n >= FEW).then(|| Notice::Moments {
                column: column.name.clone(),
                text,
                is_number: true,
            })
        }
    }
}

/// `20240131`
fn is_date_number(cell: f64) -> bool {
    let whole = cell as u32;
    let (month, day) = (whole / 100 % 100, whole % 100);
    f64::from(whole) == cell
        && (19_000_101..=21_001_231).contains(&whole)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
}

/// `Jan 5, 2024`, `5-Jan-24`, `01JAN2024`: a month's name between a day and a year.
fn has_month_name(text: &str) -> bool {
    let is_name = |c: char| c.is_alphabetic();
    let name: String = text.chars().skip_while(|&c| !is_name(c)).take_while(|&c| is_name(c)).collect();
    let rest = text.replacen(&name, " ", 1);
    let start: String = name.to_lowercase().chars().take(3).collect();
    let numbers: Vec<&str> = rest.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let is_day = |part: &str| part.len() <= 2 && part.parse().is_ok_and(|value: u32| (1..=31).contains(&value));
    let is_year = |part: &str| part.len() == 4 || part.len() == 2;
    start.chars().count() == 3
        && MONTHS.split(' ').any(|month| month == start)
        && rest.chars().all(|c| c.is_ascii_digit() || " ,.-/'".contains(c))
        && matches!(numbers[..], [day, year] if is_day(day) && is_year(year))
}

/// `2024-01-31`, `31.1.2024`, `01/31/24`, `2024年1月31日`, `2024-01`; what stands behind a blank or a T is a time.
fn is_date(text: &str) -> bool {
    if has_month_name(text) {
        return true;
    }
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let marks: String = day.chars().filter(|c| !c.is_ascii_digit()).collect();
    let parts: Vec<&str> = day.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let is =
        |part: &str, most: u32| part.len() <= 2 && part.parse().is_ok_and(|value: u32| (1..=most).contains(&value));
    let are_day_and_month = |a: &str, b: &str| is(a, 31) && is(b, 31) && (is(a, 12) || is(b, 12));
    let is_day = match parts[..] {
        [year, month] if year.len() == 4 => is(month, 12) && month.len() == 2 && ["-", "/", "年月"].contains(&&*marks),
        [year, month, day] if year.len() == 4 => is(month, 12) && is(day, 31) && MARKS.contains(&&*marks),
        [a, b, year] if year.len() == 4 => are_day_and_month(a, b) && MARKS.contains(&&*marks),
        [a, b, year] => {
            [a, b, year].iter().all(|part| part.len() == 2) && are_day_and_month(a, b) && MARKS.contains(&&*marks)
        }
        _ => false,
    };
    is_day && (time.is_empty() || time.starts_with(|c: char| c.is_ascii_digit()))
}

/// `10:32`, `9:05:59.5`, `10:32 PM`.
fn is_time(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == ' ');
    let parts: Vec<&str> = text.split(':').collect();
    let is_whole = |part: &&str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_minute = |part: &&str| {
        let whole = part.split('.').next().unwrap_or_default();
        whole.len() == 2 && is_whole(&whole) && whole < "60" && part.parse::<f64>().is_ok()
    };
    (2..=3).contains(&parts.len()) && is_whole(&parts[0]) && parts[1..].iter().all(is_minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_are_told_from_other_texts_with_digits() {
        for date in [
            "2024-01-31",
            "31.1.2024",
            "1/31/2024",
            "2024年1月31日",
            "2024-01",
            "01/31/24",
            "2024-01-31 10:32:01",
            "Jan 5, 2024",
            "5-Jan-24",
            "01JAN2024",
            "5. März 2024",
        ] {
            assert!(is_date(date), "{date}");
        }
        for time in ["10:32", "9:05:59.5", "10:32 PM", "9:58 a.m."] {
            assert!(is_time(time), "{time}");
        }
        for other in [
            "1.2.3",
            "10-15",
            "192.168.1.1",
            "2024-13-01",
            "45/50/99",
            "3:2",
            "a:10",
            "1:2:3",
            "2023-24",
            "x",
            "12",
            "May",
            "mar 5",
        ] {
            assert!(!is_date(other) && !is_time(other), "{other}");
        }
    }

    #[test]
    fn numbers_that_are_dates_are_told() {
        let told = |cells: [f64; 3]| of(&Column::numbers("day", cells)).is_some();
        assert!(told([20240130.0, 20240131.0, 20240201.0]));
        assert!(!told([20240130.0, 20241301.0, 20240201.0]) && !told([20240130.5, 20240131.0, 20240201.0]));
        assert!(!told([2024.0, 2025.0, 2026.0]));
    }

    #[test]
    fn a_column_of_dates_is_told_and_one_of_words_is_not() {
        let told = |cells: [&str; 3]| of(&Column::words("day", cells.map(Some)));
        let expected = Notice::Moments { column: "day".into(), text: "2024-01-01".into(), is_number: false };
        assert_eq!(told(["2024-01-01", "2024-01-02", "2024-01-03"]), Some(expected));
        assert_eq!(told(["2024-01-01", "later", "2024-01-03"]), None);
        assert_eq!(told(["2024-01-01", "2024-01-01", "2024-01-03"]), None, "two may be classes");
    }
}
