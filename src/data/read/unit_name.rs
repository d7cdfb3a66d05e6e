//! Whether a text looks like the name of a unit, whatever it measures: `cm`, `(kg)`, `km/h`, `m s^-2`, `°C`.

use super::spelling::bare;
use super::unit::is_one;

/// Names of units that nobody writes on every cell, but in a line below the names.
const MORE: &str = "\
    A mA mV kV Ω ohm K N J kJ MJ cal kcal Pa hPa kPa MPa bar mbar atm psi mmHg Hg dB lux lx lm cd mol \
    mmol umol nmol ppm ppb rad deg degC degF rpm bpm nm um ng ug mcg cc cl dl hl ha acre acres yd inch \
    inches feet mile miles mph kmh kmpl mpg hp bhp kVA MW GW MWh GWh Wh Ah mAh TB KB px dpi IU U pH Bq \
    Sv uS mS sec secs mins hour hours week weeks month months year yr pts per unitless dimensionless dm \
    分米 千米 平方米 立方米 亩 公顷 摄氏度 百分比 人 次 台 件 月 周 日 dL mL uL \
    pound pounds lb lbs ounce ounces oz gram grams kilogram kilograms kilo kilos ton tons tonne tonnes metre metres \
    meter meters centimetre centimetres centimeter centimeters degree degrees north south east west celsius \
    fahrenheit kelvin litre litres liter liters gallon gallons gal knot knots kt Nm PSU NTU cfs in cu sq day days \
    minute minutes second seconds percent person persons people individual individuals ind cell cells bit bits \
    byte bytes point points count counts dollar dollars euro euros cent cents USD EUR GBP CNY RMB JPY k M bn \
    thousand thousands million millions billion billions Jahr Jahre Meter Stunden Tage Tsd Mio Mrd ans mètre \
    mètres années heures año años metro metros horas 万 亿 万元 亿元 千元 万人 亿人 转 千瓦 千克 克 米 厘米 秒 分钟 小时 \
    名 辆 头 只 家 户 岁 年 天";
/// Signs that stand in units and in few words.
const SIGNS: [char; 8] = ['%', '‰', '°', '℃', '℉', 'µ', 'μ', '²'];

/// Whether a text looks like a unit: a known one, some that are joined, or anything between brackets.
pub(super) fn looks_like_one(text: &str) -> bool {
    let text = text.trim();
    let inner = bare(text);
    let is_in_brackets =
        inner.len() < text.len() && text.starts_with(['(', '[', '（']) && text.ends_with([')', ']', '）']);
    !inner.is_empty() && (is_in_brackets || inner.contains(SIGNS) || is_joined(inner))
}

/// Whether a text is made of known units, powers and numbers: `kg/m3`, `10^9/L`, `W m^-2`.
fn is_joined(text: &str) -> bool {
    let is_power = |c: char| c.is_ascii_digit() || "^-+³".contains(c);
    let mut names = text.split(['/', '*', '·', '.', ' ', '^', '_']).map(|part| part.trim_matches(is_power));
    let is_known = |name: &str| {
        let is = |known: &str| known == name || name.len() > 2 && known.eq_ignore_ascii_case(name);
        is_one(name) || MORE.split_whitespace().any(is)
    };
    text.chars().any(char::is_alphabetic) && names.all(|name| name.is_empty() || is_known(name)) || is_one(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_told_from_words() {
        for unit in [
            "cm",
            "(kg)",
            "[steps]",
            "（米）",
            "km/h",
            "m/s^2",
            "kg/m3",
            "10^9/L",
            "W m^-2",
            "mg/dL",
            "µg/l",
            "°C",
            "%",
            "mmHg",
            "元/斤",
            "Mins",
            "$",
            "inches",
            "cu. in.",
            "billion USD",
            "degrees_north",
            "Tsd. EUR",
            "ind/m2",
            "转/分",
        ] {
            assert!(looks_like_one(unit), "{unit}");
        }
        for word in ["low", "high", "text", "float", "unknown", "total", "n/a?", "", "()", "1/2", "label", "日期"] {
            assert!(!looks_like_one(word), "{word}");
        }
    }
}
