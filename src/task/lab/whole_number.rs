//! A whole number as a student writes it: in digits, or a small one in words; alone, or with how many it is out of.

use super::figure::{alone, is_unit, number};

/// From 0 on.
const ENGLISH: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const CHINESE: [&str; 21] = [
    "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六",
    "十七", "十八", "十九", "二十",
];

/// What may stand before how many there are in all.
const BEFORE_ALL: [&str; 2] = ["the ", "验证集"];
/// What kind of samples is counted, as a page says it.
const SETS: [&str; 2] = ["validation", "training"];

/// `7`, `7 leaves`, `seven`, `seven leaves`, `七个`; and, as a page shows how many of how many, 5 for `5/7`, `5 of 7`
/// and `7 个里的 5 个`. What is written so is never divided.
pub fn whole_number(text: &str) -> Option<f64> {
    let figure = alone(text).to_lowercase();
    match part_and_all(&figure) {
        Some((part, all)) => part_of(part, all).filter(|part| !is_either(*part, all, &figure)),
        None => number(text).or_else(|| in_words(&figure)),
    }
}

/// How many, and of how many.
fn part_and_all(text: &str) -> Option<(&str, &str)> {
    // A unit may have the mark, too: `nats/char`.
    let fraction = text.split_once('/').filter(|(_, all)| !all.trim_start().starts_with(char::is_alphabetic));
    let english = || text.split_once(" out of ").or_else(|| text.split_once(" of "));
    let chinese = || text.split_once(['里', '中']).map(|(all, part)| (behind_all(part), all));
    fraction.or_else(english).or_else(chinese)
}

/// `5 个` of `的 5 个`, `有 5 个` and `答对了 5 个`.
fn behind_all(text: &str) -> &str {
    text.trim_start_matches(['面', '的', '有', '答', '对', '了', ',', ' '])
}

/// The part, where it can be one.
fn part_of(part: &str, all: &str) -> Option<f64> {
    let all = all.trim();
    let all = BEFORE_ALL.iter().find_map(|word| all.strip_prefix(*word)).unwrap_or(all);
    let (part, all) = (counted(part)?, counted(all)?);
    (all > 0.0 && part <= all).then_some(part)
}

/// Whether `6/7` may be meant as 6 or 7: who names two answers has given none. `6 of 7` and `6/7 right` are clear.
fn is_either(part: f64, all: &str, text: &str) -> bool {
    text.contains('/') && all.trim().parse::<f64>().is_ok_and(|all| all == part + 1.0)
}

/// `7`, `7 melons`, `七个`: no fraction, and no share.
fn counted(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    match digits.parse::<u32>() {
        Ok(count) => is_counted(unit).then_some(f64::from(count)),
        Err(_) => in_words(text),
    }
}

/// Whether this says what is counted: `melons`, `validation samples right`, `个对`.
fn is_counted(unit: &str) -> bool {
    let unit = unit.trim_end_matches(['对', '了']);
    is_unit(unit) || unit.split_whitespace().all(|word| is_unit(word) || SETS.contains(&word))
}

/// A word in small letters with nothing but a unit behind it: `twenty-one` is none of these.
fn in_words(text: &str) -> Option<f64> {
    let text = text.replace('两', "二");
    let is_said = |word: &str| text.strip_prefix(word).is_some_and(is_unit);
    [ENGLISH, CHINESE].iter().find_map(|words| words.iter().position(|word| is_said(word))).map(|n| n as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_number_may_be_written_in_words() {
        for text in [
            "7",
            "seven",
            "Seven.",
            "seven leaves",
            "about seven melons",
            "k = seven",
            "seven (7)",
            "7 (seven)",
            "七",
            "七个",
            "七个好瓜",
            "七 层。",
            "约七个",
        ] {
            assert_eq!(whole_number(text), Some(7.0), "{text}");
        }
        assert_eq!(["zero", "ten", "seventeen", "twenty"].map(whole_number), [0.0, 10.0, 17.0, 20.0].map(Some));
        assert_eq!(
            ["零", "两个", "十", "十七个", "二十片叶子"].map(whole_number),
            [0.0, 2.0, 10.0, 17.0, 20.0].map(Some)
        );
    }

    #[test]
    fn what_is_no_single_whole_number_is_none() {
        for text in [
            "",
            "seven or eight",
            "twenty-one",
            "twenty one",
            "seventy",
            "tenth",
            "none",
            "melons",
            "二十一",
            "五十个",
            "六七个",
            "十几个",
            "三分之一",
            "一些",
            "不是七",
        ] {
            assert_eq!(whole_number(text), None, "{text}");
        }
    }

    #[test]
    fn how_many_of_how_many_is_how_many() {
        for text in [
            "5/7",
            "5 / 7",
            "(5/7)",
            "5/7 (71%)",
            "about 5/7",
            "right = 5/7",
            "5/7 right",
            "5 of 7",
            "5 Of 7.",
            "5 of the 7 melons",
            "5 out of 7",
            "Five of seven samples",
            "5 of 7 validation samples right (71%)",
            "7 个里的 5 个",
            "7个里5个",
            "7 个里对 5 个(71%)",
            "验证集 7 个里对 5 个",
            "七个中有五个",
            "7 个瓜里，5 个对",
            "7 个里面答对了 5 个。",
        ] {
            assert_eq!(whole_number(&text.replace('，', ",")), Some(5.0), "{text}");
        }
        let several = ["0/7", "7/7", "12/17", "6 of 7", "6/7 right"];
        assert_eq!(several.map(whole_number), [0.0, 7.0, 12.0, 6.0, 6.0].map(Some));
    }

    #[test]
    fn what_is_no_part_of_a_whole_is_none_and_is_not_divided() {
        for text in [
            "7/5",
            "14/7",
            "14/-7",
            "5/0",
            "0/0",
            "5.5/7",
            "7.5/17",
            "5/7.5",
            "0.5/1",
            "-5/7",
            "50%/7",
            "5/7%",
            "5/7/9",
            "1 5/7",
            "5/7 = 0.71",
            "5/7 or 4/7",
            "5/7 (or 4/7)",
            "5 or 6 of 7",
            "5 of 7 or 8",
            "6/7", // 6 or 7?
            "18/19",
            "seven/eight",
            "half of 7",
            "5 of them",
            "12 of the melons",
            "not 5 of 7",
            "7 个里没有 5 个",
            "7 个里不对 5 个",
            "5 个里的 7 个",
            "七分之五",
            "其中 5 个",
        ] {
            assert_eq!(whole_number(text), None, "{text}");
        }
        assert_eq!(whole_number("7 nats/char"), Some(7.0), "a unit with the mark");
    }
}
