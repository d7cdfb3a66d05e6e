//! Units and currencies around the numbers of a column: `6 kg`, `$1,200`, `-$80`, `45%`.

use super::spelling::{are_same, bare, is_known};
use std::borrow::Cow;

/// What may stand before a number.
const CURRENCIES: &[&str] = &[
    "US$", "HK$", "NT$", "A$", "C$", "R$", "S$", "$", "€", "£", "¥", "￥", "₹", "₩", "₽", "₺", "₫", "฿", "₱", "₴", "₪",
    "USD", "EUR", "GBP", "CHF", "CNY", "RMB", "JPY", "HKD", "TWD", "INR", "KRW", "AUD", "CAD", "SGD", "NZD", "SEK",
    "NOK", "DKK", "PLN", "CZK", "Rs.", "Rs",
];
/// What may stand behind one.
const UNITS: &[&str] = &[
    "%", "‰", "kg", "mg", "g", "t", "lbs", "lb", "oz", "km", "cm", "mm", "m", "mi", "ft", "in", "ml", "l", "L", "ms",
    "min", "hrs", "hr", "h", "s", "days", "day", "years", "yrs", "°C", "°F", "℃", "°", "kWh", "kW", "W", "V", "Hz",
    "kHz", "MHz", "GB", "MB", "kB", "USD", "EUR", "GBP", "CHF", "CNY", "RMB", "JPY", "€", "$", "£", "₹", "₽", "元",
    "万元", "岁", "公斤", "千克", "斤", "克", "吨", "公里", "厘米", "毫米", "米", "毫升", "升", "个", "天", "年",
    "小时", "分钟", "秒", "度", "分", "千", "万", "亿",
];
/// Units of length, of which there are squares and cubes.
const LENGTHS: [&str; 7] = ["m", "cm", "mm", "km", "ft", "in", "mi"];
/// So many different texts that end alike are numbers in one unit, whatever it is called; fewer may well be
/// classes.
const MANY: usize = 5;
/// The longest of it, in characters.
const LONGEST: usize = 12;

/// Different texts without the unit that all of them have, if all have the same or none has any. The one that is
/// `expected` may be of any name.
pub(super) fn without(texts: &[Cow<str>], expected: Option<&str>) -> Option<(Vec<String>, Option<String>)> {
    if let Some(unit) = expected
        && let Some(bodies) = texts.iter().map(|text| before(text, unit)).collect::<Option<_>>()
    {
        return Some((bodies, Some(unit.to_owned())));
    }
    let parts: Vec<(String, &str)> = texts.iter().map(|text| split(text)).collect();
    let unit = parts.first()?.1;
    if unit.is_empty()
        && let Some((bodies, unit)) = common_ending(texts)
    {
        return Some((bodies, Some(unit.to_owned())));
    }
    if let Some((bodies, unit)) = one_unit(texts) {
        return Some((bodies, Some(unit.to_owned())));
    }
    let is_same = |other: &str| other == unit || !unit.is_empty() && !other.is_empty() && are_same(other, unit);
    let is_one = parts.iter().all(|(_, other)| is_same(other));
    let unit = (!unit.is_empty()).then(|| unit.to_owned());
    is_one.then(|| (parts.into_iter().map(|(body, _)| body).collect(), unit))
}

/// The numbers of texts that all have one unit, in whatever spelling; a letter alone may be a name.
fn one_unit<'a>(texts: &'a [Cow<str>]) -> Option<(Vec<String>, &'a str)> {
    let cuts: Vec<(&str, &str)> = texts.iter().map(|text| cut(text)).collect::<Option<_>>()?;
    let (_, unit) = *cuts.first()?;
    let is_unit = |name: &str| name.chars().count() > 1 && is_known(name) && are_same(name, unit);
    let are_one = cuts.iter().all(|(_, name)| is_unit(name));
    are_one.then(|| (cuts.iter().map(|(body, _)| (*body).to_owned()).collect(), unit))
}

/// What stands before a unit, however it is spelled, if that is a number's text.
fn before(text: &str, unit: &str) -> Option<String> {
    let (body, ending) = cut(text)?;
    are_same(ending, unit).then(|| body.to_owned())
}

/// The number that a text begins with, and what stands behind it.
fn cut(text: &str) -> Option<(&str, &str)> {
    let is_of_number = |c: char| c.is_ascii_digit() || ".,'’_ \u{a0}\u{2009}\u{202f}".contains(c);
    let unsigned = text.trim_start_matches(['+', '-']);
    let end = text.len() - unsigned.trim_start_matches(is_of_number).len();
    let body = text[..end].trim_end();
    (starts_as_number(body) && ends_as_number(body)).then(|| (body, text[end..].trim()))
}

fn starts_as_number(body: &str) -> bool {
    body.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
}

fn ends_as_number(body: &str) -> bool {
    body.ends_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// Whether a text is a unit that may stand on a cell and nothing else, with or without brackets.
pub(super) fn is_one(text: &str) -> bool {
    let bare = bare(text);
    CURRENCIES.contains(&bare) || UNITS.contains(&bare)
}

/// A number's text and its unit; the whole text and nothing if it has none.
fn split(text: &str) -> (String, &'static str) {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let sign = &text[..text.len() - unsigned.len()];
    let before = CURRENCIES.iter().find_map(|&unit| Some((unsigned.strip_prefix(unit)?.trim_start(), unit)));
    // One sign is enough.
    let before =
        before.filter(|(body, _)| starts_as_number(body) && (sign.is_empty() || !body.starts_with(['+', '-'])));
    if let Some((body, unit)) = before {
        return (format!("{sign}{body}"), unit);
    }
    let behind = UNITS.iter().filter_map(|&unit| Some((text.strip_suffix(unit)?.trim_end(), unit)));
    let behind = behind.filter(|(body, _)| starts_as_number(body) && ends_as_number(body));
    let behind = behind.min_by_key(|(body, _)| body.len());
    behind.map_or_else(|| (text.to_owned(), ""), |(body, unit)| (body.to_owned(), unit))
}

/// The numbers of many texts, and what stands behind each of them, if it is the same: ` kmpl`, ` CC`, ` g/cm3`. A
/// letter alone (`5A`) may be part of a name.
fn common_ending<'a>(texts: &'a [Cow<str>]) -> Option<(Vec<String>, &'a str)> {
    let cuts: Vec<(&str, &str)> = texts.iter().map(|text| cut(text)).collect::<Option<_>>()?;
    let (body, name) = *cuts.first()?;
    let is_apart = body.len() + name.len() < texts[0].len();
    let is_plain = name.chars().all(|c| c.is_alphabetic() || " ./²³°·".contains(c));
    let is_name = (is_plain || is_power(name)) && name.chars().count() <= LONGEST;
    let is_long = name.chars().count() > 1 || (!name.is_empty() && is_apart);
    let are_alike = || cuts.iter().all(|(_, other)| *other == name);
    (is_name && is_long && texts.len() >= MANY && are_alike())
        .then(|| (cuts.iter().map(|(body, _)| (*body).to_owned()).collect(), name))
}

/// Whether digits in a unit are powers, as in `g/cm3`, `m2` and `m/s^2`, and not part of a name, as in `A4`.
fn is_power(name: &str) -> bool {
    let is_of_power = |c: char| "123^-⁻¹²³".contains(c);
    let letters: String = name.chars().filter(|&c| !is_of_power(c)).collect();
    let is_alone = LENGTHS.contains(&letters.as_str()) || name.contains(['/', '^', '·', '⁻']);
    is_alone
        && name.starts_with(char::is_alphabetic)
        && letters.chars().all(|c| c.is_alphabetic() || " ./°·".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str]) -> Option<(Vec<String>, Option<String>)> {
        read_as(texts, None)
    }

    fn read_as(texts: &[&str], expected: Option<&str>) -> Option<(Vec<String>, Option<String>)> {
        without(&texts.iter().map(|text| Cow::Borrowed(*text)).collect::<Vec<_>>(), expected)
    }

    #[test]
    fn a_unit_that_is_expected_may_have_any_name() {
        let read = |texts: &[&str]| read_as(texts, Some("kmpl"));
        assert_eq!(read(&["9.5 kmpl", "8kmpl"]), Some((vec!["9.5".into(), "8".into()], Some("kmpl".into()))));
        assert_eq!(
            read(&["9.5 kg"]),
            Some((vec!["9.5".into()], Some("kg".into()))),
            "another one is found all the same"
        );
        assert_eq!(read(&["much kmpl"]), Some((vec!["much kmpl".into()], None)));
    }

    #[test]
    fn one_unit_may_be_spelled_in_several_ways() {
        let bodies = |texts: [&str; 2]| Some(texts.map(str::to_owned).to_vec());
        let expected =
            |texts: &[&str], unit| read_as(texts, Some(unit)).filter(|(_, own)| own.as_deref() == Some(unit));
        for (texts, unit) in
            [(["25 C", "7.5C"], "°C"), (["25 KG", "7.5 kilograms"], "kg"), (["25 percent", "7.5%"], "%")]
        {
            assert_eq!(expected(&texts, unit).map(|(bodies, _)| bodies), bodies(["25", "7.5"]), "{texts:?}");
        }
        let density = expected(&["25 g/cm³", "7.5 g·cm⁻³"], "g/cm3");
        assert_eq!(density.map(|(bodies, _)| bodies), bodies(["25", "7.5"]));
        assert_eq!(read(&["1 day", "2 days"]), Some((vec!["1".into(), "2".into()], Some("day".into()))));
        assert_eq!(read(&["1 Kg", "2 kilograms"]), Some((vec!["1".into(), "2".into()], Some("Kg".into()))));
        assert_eq!(read(&["1 kg", "2 g"]), None);
        assert_eq!(read(&["1C", "2C"]).and_then(|(_, unit)| unit), None, "names of classes");
    }

    #[test]
    fn currencies_stand_before_numbers_and_behind_signs() {
        for (texts, bodies, unit) in [
            (["-$4,898", "$9,916"], ["-4,898", "9,916"], "$"),
            (["₹4898", "₹16"], ["4898", "16"], "₹"),
            (["USD 5", "USD 7.5"], ["5", "7.5"], "USD"),
            (["Rs. 5", "Rs. 70"], ["5", "70"], "Rs."),
            (["HK$5", "HK$-7"], ["5", "-7"], "HK$"),
        ] {
            assert_eq!(read(&texts), Some((bodies.map(str::to_owned).to_vec(), Some(unit.to_owned()))));
        }
        assert_eq!(read(&["USA 5"]), Some((vec!["USA 5".into()], None)));
    }

    #[test]
    fn many_texts_that_end_alike_have_a_unit_whatever_it_is_called() {
        let unit = |texts: &[&str]| read(texts).and_then(|(_, unit)| unit);
        assert_eq!(unit(&["9 CC", "8 CC", "7 CC", "6 CC", "5 CC"]).as_deref(), Some("CC"));
        assert_eq!(unit(&["9.5kmpl", "8kmpl", "7kmpl", "6kmpl", "5kmpl"]).as_deref(), Some("kmpl"));
        assert_eq!(unit(&["9 m²", "8 m²", "7 m²", "6 m²", "5 m²"]).as_deref(), Some("m²"));
        assert_eq!(unit(&["1.5 g/cm3", "2 g/cm3", "3 g/cm3", "4 g/cm3", "5 g/cm3"]).as_deref(), Some("g/cm3"));
        assert_eq!(unit(&["1.5 m2", "2 m2", "3 m2", "4 m2", "5 m2"]).as_deref(), Some("m2"));
        assert_eq!(unit(&["1A4", "2A4", "3A4", "4A4", "5A4"]), None);
        assert_eq!(unit(&["1A", "2A", "3A", "4A", "5A"]), None);
        assert_eq!(unit(&["6th", "7th", "8th"]), None);
        assert_eq!(unit(&["9 CC", "8 CC", "7 CC", "6 cc", "5 CC"]).as_deref(), Some("CC"));
        assert_eq!(unit(&["9 CC", "8 CC", "7 CC", "6 kmpl", "5 CC"]), None);
    }
}
