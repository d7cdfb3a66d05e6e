//! Whether two texts name one unit: `°C` and `C`, `kg` and `kilograms`, `g/cm3` and `g·cm⁻³`.

/// What may stand around a unit.
const BRACKETS: [char; 6] = ['(', ')', '[', ']', '（', '）'];
/// Spellings of one unit, the shortest first. Only words of more than three letters may be written in any case: `mW` is
/// no `MW`. What has two meanings (`ton`, `pound` of money) is in none.
const SPELLINGS: &[&[&str]] = &[
    &["kg", "KG", "Kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes", "公斤", "千克"],
    &["g", "gr", "gm", "gram", "grams", "gramme", "grammes", "克"],
    &["mg", "milligram", "milligrams", "毫克"],
    &["μg", "ug", "mcg", "microgram", "micrograms", "微克"],
    &["t", "tonne", "tonnes", "吨"],
    &["lb", "lbs", "LB", "LBS", "pound", "pounds", "磅"],
    &["oz", "ounce", "ounces", "盎司"],
    &["km", "KM", "Km", "kilometre", "kilometres", "kilometer", "kilometers", "公里", "千米"],
    &["m", "metre", "metres", "meter", "meters", "mètre", "mètres", "metro", "metros", "米"],
    &["cm", "CM", "Cm", "centimetre", "centimetres", "centimeter", "centimeters", "厘米", "公分"],
    &["mm", "millimetre", "millimetres", "millimeter", "millimeters", "毫米"],
    &["μm", "um", "micron", "microns", "micrometre", "micrometres", "micrometer", "micrometers", "微米"],
    &["nm", "nanometre", "nanometres", "nanometer", "nanometers", "纳米"],
    &["mi", "mile", "miles", "英里"],
    &["ft", "foot", "feet", "英尺"],
    &["in", "inch", "inches", "英寸"],
    &["l", "L", "litre", "litres", "liter", "liters", "升"],
    &["dl", "dL"],
    &["ml", "mL", "millilitre", "millilitres", "milliliter", "milliliters", "毫升"],
    &["μl", "μL", "ul", "uL", "微升"],
    &["m2", "sqm", "sq m", "㎡", "平方米"],
    &["km2", "sq km", "平方公里", "平方千米"],
    &["cm2", "sq cm", "平方厘米"],
    &["ft2", "sqft", "sq ft"],
    &["m3", "cbm", "cu m", "立方米"],
    &["cm3", "cc", "CC", "ccm", "立方厘米"],
    &["s", "sec", "secs", "second", "seconds", "秒"],
    &["ms", "msec", "millisecond", "milliseconds", "毫秒"],
    &["min", "mins", "minute", "minutes", "分钟"],
    &["h", "hr", "hrs", "hour", "hours", "Stunden", "小时"],
    &["d", "day", "days", "Tag", "Tage", "天", "日"],
    &["wk", "week", "weeks", "周"],
    &["mo", "month", "months", "月", "个月"],
    &["yr", "yrs", "y", "year", "years", "Jahr", "Jahre", "ans", "años", "年", "岁"],
    &["°C", "C", "° C", "℃", "degC", "deg C", "degree C", "degrees C", "Celsius", "degrees Celsius", "摄氏度"],
    &["°F", "F", "° F", "℉", "degF", "deg F", "degrees F", "Fahrenheit", "degrees Fahrenheit", "华氏度"],
    &["K", "kelvin", "kelvins"],
    &["°", "deg", "degree", "degrees", "度"],
    &["%", "pct", "percent", "per cent", "Prozent", "百分比"],
    &["km/h", "kph", "kmh", "kmph"],
    &["mi/h", "mph"],
    &["mmHg", "mm Hg", "毫米汞柱"],
    &["Hz", "hz", "HZ", "hertz", "赫兹"],
    &["kW", "KW", "kw", "千瓦"],
    &["kWh", "KWh", "KWH", "kwh", "千瓦时"],
    &["$", "US$", "USD", "dollar", "dollars", "美元"],
    &["€", "EUR", "euro", "euros", "欧元"],
    &["£", "GBP", "英镑"],
    &["₹", "INR", "Rs"],
    &["¥", "￥"],
    &["元", "CNY", "RMB", "人民币"],
];
/// From so many letters on a spelling is a word, which may begin with a capital.
const WORD: usize = 4;

/// A unit without its brackets.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(BRACKETS).trim()
}

/// Whether a text is a spelling of a unit that has several.
pub(super) fn is_known(unit: &str) -> bool {
    SPELLINGS.iter().any(|spellings| spellings.contains(&unit) || spellings.contains(&canonical(unit)))
}

/// Whether two units are the same one, however they are spelled.
pub(super) fn are_same(a: &str, b: &str) -> bool {
    a == b || factors(a) == factors(b)
}

/// What a unit is the product of, each with its power, in the order of their names.
fn factors(unit: &str) -> Vec<(String, i32)> {
    let plain: String = bare(unit).trim_end_matches('.').chars().map(plain).collect();
    let whole = canonical(&plain).replace(" per ", "/");
    let mut factors: Vec<(String, i32)> = Vec::new();
    let (mut rest, mut sign) = (whole.as_str(), 1);
    loop {
        let end = rest.find(['/', '*', '·', ' ', '.']).unwrap_or(rest.len());
        factors.extend(factor(&rest[..end]).map(|(name, power)| (name, sign * power)));
        let Some(mark) = rest[end..].chars().next() else { break };
        sign = if mark == '/' { -1 } else { 1 };
        rest = &rest[end + mark.len_utf8()..];
    }
    factors.sort();
    factors
}

/// `cm3` as `cm` and 3.
fn factor(text: &str) -> Option<(String, i32)> {
    let name = text.trim_end_matches(|c: char| c.is_ascii_digit() || "+-".contains(c));
    let power = text[name.len()..].parse().ok().filter(|_| !name.is_empty());
    let name = if power.is_some() { name.trim_end_matches('^') } else { text };
    (!name.is_empty()).then(|| (canonical(name).to_owned(), power.unwrap_or(1)))
}

/// The first spelling of a unit.
fn canonical(unit: &str) -> &str {
    let is =
        |spelling: &&str| *spelling == unit || spelling.chars().count() >= WORD && spelling.eq_ignore_ascii_case(unit);
    SPELLINGS.iter().find(|spellings| spellings.iter().any(&is)).map_or(unit, |found| found[0])
}

/// A sign as it is typed where there is no better one.
fn plain(c: char) -> char {
    match c {
        '\u{b5}' => 'μ',
        'º' | '˚' => '°',
        '％' => '%',
        '／' => '/',
        '⋅' | '×' => '·',
        '⁻' | '\u{2212}' => '-',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴' => '4',
        '\u{a0}' | '\u{202f}' | '_' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_unit_are_one_unit() {
        for (a, b) in [
            ("°C", "C"),
            ("°C", "℃"),
            ("ºC", "degrees Celsius"),
            ("kg", "KG"),
            ("kg", "Kilograms"),
            ("kg", "千克"),
            ("cm", "centimetres"),
            ("%", "percent"),
            ("％", "Percent"),
            ("g/cm3", "g/cm³"),
            ("g/cm3", "g·cm⁻³"),
            ("g/cm^3", "g cm-3"),
            ("kg per m3", "kg/m³"),
            ("m2", "㎡"),
            ("km/h", "kph"),
            ("km/h", "公里/小时"),
            ("\u{b5}g/L", "μg/l"),
            ("hrs.", "hours"),
            ("(kg)", "kg"),
            ("$", "USD"),
        ] {
            assert!(are_same(a, b), "{a} and {b}: {:?}, {:?}", factors(a), factors(b));
        }
    }

    #[test]
    fn other_units_are_other_ones() {
        for (a, b) in [
            ("kg", "g"),
            ("°C", "°F"),
            ("C", "K"),
            ("mW", "MW"),
            ("ms", "mS"),
            ("cm", "cm2"),
            ("m/s", "s/m"),
            ("g/cm3", "kg/m3"),
            ("%", "‰"),
            ("$", "€"),
            ("lb", "£"),
            ("mm", "MM"),
            ("ton", "t"),
        ] {
            assert!(!are_same(a, b), "{a} and {b}");
        }
    }
}
