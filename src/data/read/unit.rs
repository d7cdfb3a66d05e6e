//! Units and currencies around the numbers of a column: `6 kg`, `$1,200`, `-$80`, `45%`.

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
/// Names of one unit.
const SAME: &[&[&str]] = &[
    &["kg", "KG", "Kg", "公斤", "千克"],
    &["g", "克"],
    &["t", "吨"],
    &["lb", "lbs", "pound", "pounds"],
    &["km", "公里"],
    &["m", "米"],
    &["cm", "厘米"],
    &["mm", "毫米"],
    &["l", "L", "升"],
    &["ml", "毫升"],
    &["h", "hr", "hrs", "小时"],
    &["min", "mins", "分钟"],
    &["km/h", "kph", "kmh"],
    &["s", "秒"],
    &["day", "days", "天"],
    &["year", "years", "yrs", "年", "岁"],
    &["°C", "℃"],
    &["$", "US$", "USD"],
    &["€", "EUR"],
    &["£", "GBP"],
    &["₹", "INR", "Rs"],
    &["¥", "￥"],
    &["元", "CNY", "RMB"],
];
/// What may stand around a unit.
const BRACKETS: [char; 6] = ['(', ')', '[', ']', '（', '）'];
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
        && let Some(unit) = common_ending(texts)
    {
        let body = |text: &Cow<str>| Some(text.strip_suffix(unit)?.trim_end().to_owned());
        return Some((texts.iter().map(body).collect::<Option<_>>()?, Some(unit.trim().to_owned())));
    }
    let is_one = parts.iter().all(|(_, other)| *other == unit);
    let unit = (!unit.is_empty()).then(|| unit.to_owned());
    is_one.then(|| (parts.into_iter().map(|(body, _)| body).collect(), unit))
}

/// What stands before a unit, if that is a number's text.
fn before(text: &str, unit: &str) -> Option<String> {
    let body = text.strip_suffix(unit)?.trim_end();
    (starts_as_number(body) && ends_as_number(body)).then(|| body.to_owned())
}

fn starts_as_number(body: &str) -> bool {
    body.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
}

fn ends_as_number(body: &str) -> bool {
    body.ends_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// Whether two units are the same one, by whatever name and with either of the two signs for micro.
pub(super) fn are_same(a: &str, b: &str) -> bool {
    let spelled = |unit: &str| unit.trim_end_matches('.').replace('\u{b5}', "μ");
    let (a, b) = (&*spelled(a), &*spelled(b));
    a == b || SAME.iter().any(|names| names.contains(&a) && names.contains(&b))
}

/// Whether a text is a unit that may stand on a cell and nothing else, with or without brackets.
pub(super) fn is_one(text: &str) -> bool {
    let bare = bare(text);
    CURRENCIES.contains(&bare) || UNITS.contains(&bare)
}

/// A unit without its brackets.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(BRACKETS).trim()
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

/// What stands behind the last digit of every text, if it is the same in all of many: ` kmpl`, ` CC`, ` m²`. A
/// letter alone (`5A`) may be part of a name.
fn common_ending<'a>(texts: &'a [Cow<str>]) -> Option<&'a str> {
    let ending = |text: &'a str| text.rfind(|c: char| c.is_ascii_digit()).map(|at| &text[at + 1..]);
    let first = ending(texts.first()?)?;
    let name = first.trim();
    let is_name = name.chars().all(|c| c.is_alphabetic() || " ./²³°·".contains(c)) && name.chars().count() <= LONGEST;
    let is_long = name.chars().count() > 1 || (!name.is_empty() && name.len() < first.len());
    let are_alike = || texts.iter().all(|text| ending(text) == Some(first));
    (is_name && is_long && texts.len() >= MANY && are_alike()).then_some(first)
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
    fn one_unit_has_several_names() {
        assert!(are_same("kg", "千克") && are_same("CC", "CC") && !are_same("kg", "g") && !are_same("$", "€"));
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
        assert_eq!(unit(&["1A", "2A", "3A", "4A", "5A"]), None);
        assert_eq!(unit(&["6th", "7th", "8th"]), None);
        assert_eq!(unit(&["9 CC", "8 CC", "7 CC", "6 cc", "5 CC"]), None);
    }
}
