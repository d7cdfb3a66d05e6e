//! A whole number as a student writes it: in digits, or a small one in words.

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

/// `7`, `7 leaves`, `seven`, `seven leaves`, `七个`.
pub fn whole_number(text: &str) -> Option<f64> {
    number(text).or_else(|| in_words(alone(text)))
}

/// A word with nothing but a unit behind it: `twenty-one` is none of these.
fn in_words(text: &str) -> Option<f64> {
    let text = text.to_lowercase().replace('两', "二");
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
}
