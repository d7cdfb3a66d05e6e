//! A figure as a student writes it: with a unit or a remark behind it, in bold, with the marks of any keyboard.

use super::remark;
use super::yes_no::below;

/// What may stand behind a figure, in small letters: units, and what is counted.
const UNITS: &[&str] = &[
    "bit",
    "bits",
    "nat",
    "nats",
    "char",
    "character",
    "characters",
    "token",
    "tokens",
    "leaf",
    "leaves",
    "level",
    "levels",
    "deep",
    "question",
    "questions",
    "node",
    "nodes",
    "melon",
    "melons",
    "sample",
    "samples",
    "row",
    "rows",
    "feature",
    "features",
    "column",
    "columns",
    "class",
    "classes",
    "group",
    "groups",
    "cluster",
    "clusters",
    "step",
    "steps",
    "pass",
    "passes",
    "iteration",
    "iterations",
    "round",
    "rounds",
    "time",
    "times",
    "parameter",
    "parameters",
    "number",
    "numbers",
    "right",
    "correct",
    "in all",
    "in total",
    "bits a token",
    "nats a token",
    "nats a character",
    "nats per character",
    "nats per token",
    "比特",
    "奈特",
    "纳特",
    "个",
    "片",
    "层",
    "次",
    "轮",
    "步",
    "遍",
    "行",
    "列",
    "类",
    "组",
    "簇",
    "题",
    "个瓜",
    "个样本",
    "个结点",
    "个节点",
    "个叶结点",
    "个叶节点",
    "片叶子",
    "个叶子",
    "层深",
    "个特征",
    "个参数",
    "个问题",
    "次迭代",
    "个好瓜",
    "奈特每字",
    "奈特/字",
    "比特/字",
    "nat/char",
    "nats/char",
    "nats/token",
];

/// What may stand before a figure. A longer word of Chinese comes before the one that it begins with.
const ABOUT: [&str; 14] = [
    "about",
    "around",
    "roughly",
    "approximately",
    "approx.",
    "approx",
    "circa",
    "ca.",
    "大概是",
    "大概",
    "大约",
    "约等于",
    "约为",
    "约",
];

/// The largest bound that a page puts in place of a number, as in `<0.1%`.
const LEAST_SHOWN: f64 = 0.001;

/// `0.53`, `0,53`, `53%`, `9/17`, `1,000`, `≈0.53`, `about 0.53`, `gain = 0.53`, `0.971 bits`, `0.526 (10/19)`, and
/// `<0.0001` as a page shows what is smaller; in half width, without emphasis.
pub fn number(text: &str) -> Option<f64> {
    let text = alone(text);
    if let Some((name, bound)) = text.split_once('<') {
        // What a page writes so is nearer to 0 than anything that a question asks for.
        let is_shown = |bound: &f64| *bound > 0.0 && *bound <= LEAST_SHOWN;
        return number(bound).filter(is_shown).filter(|_| name.is_empty() || is_name(name)).map(|_| 0.0);
    }
    let text = with_point(without_unit(text)?);
    if let Some((top, bottom)) = text.split_once('/') {
        let (top, bottom) = (number(top)?, number(bottom)?);
        return (bottom != 0.0).then_some(top / bottom);
    }
    match text.strip_suffix('%') {
        Some(percent) => percent.trim().parse::<f64>().ok().map(|percent| percent / 100.0),
        None => text.parse().ok(),
    }
    .filter(|number: &f64| number.is_finite())
}

/// What is written of the figure itself: without a remark, its name, and `about` before it.
pub(super) fn alone(text: &str) -> &str {
    let text = remark::without(text.trim().trim_end_matches(['.', '。'])).trim_end_matches(['.', '。']);
    let named = text.rsplit_once(['=', '≈']).filter(|(name, _)| is_name(name));
    without_about(named.map_or(text, |(_, figure)| figure))
}

/// Whether this may be the name before a figure: it is no figure itself (`9/17 = 0.5`), and its end neither denies
/// what follows nor belongs to another mark (`gain != 0.5`).
pub(super) fn is_name(text: &str) -> bool {
    let text = text.trim_end();
    let is_figure = |(at, c): (usize, char)| {
        let goes_on = |before: char| before.is_ascii_alphanumeric() || matches!(before, '_' | '^');
        c.is_ascii_digit() && !text[..at].ends_with(goes_on)
    };
    let ends = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']'));
    ends && !["not", "不"].iter().any(|no| text.ends_with(no)) && !text.char_indices().any(is_figure)
}

fn without_about(text: &str) -> &str {
    let rest = text.trim_start_matches(['≈', '~', '=', ' ']);
    let rest = ABOUT.iter().find_map(|word| below(rest, word)).unwrap_or(rest);
    if rest.len() == text.len() { text } else { without_about(rest) }
}

/// The figure without the unit behind it; `None` where something else stands there.
fn without_unit(text: &str) -> Option<&str> {
    let is_of_figure = |c: char| c.is_ascii_digit() || matches!(c, '%' | '.');
    let end = text.rfind(is_of_figure).map_or(text.len(), |at| at + 1);
    let (figure, unit) = text.split_at(end);
    is_unit(unit).then_some(figure)
}

/// Whether what stands behind a figure is nothing, or a unit.
pub(super) fn is_unit(text: &str) -> bool {
    let unit = text.trim().trim_matches(['(', ')', '[', ']', '.', '。', ' ']).to_lowercase();
    unit.is_empty() || UNITS.contains(&unit.as_str())
}

/// With a point before the decimals and no marks of thousands. A comma is a decimal one where it
/// cannot be one of thousands: alone, and before other than three digits or after a lone 0.
fn with_point(text: &str) -> String {
    let alone = text.split_once(',').filter(|(_, rest)| !rest.contains(',') && !text.contains('.'));
    if let Some((whole, decimals)) = alone {
        let n_digits = decimals.chars().take_while(char::is_ascii_digit).count();
        if n_digits != 3 || whole.trim_start_matches(['-', '+']) == "0" {
            return format!("{whole}.{decimals}");
        }
    }
    text.replace(',', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_behind_a_figure_changes_nothing() {
        for text in ["0.971", "0.971 bits", "0.971bit", "0.971 (bits)", "0.971比特", "0.971 比特。", "= 0.971 bits"]
        {
            assert_eq!(number(text), Some(0.971), "{text}");
        }
        assert_eq!(["18 leaves", "18 个叶结点", "18个"].map(number), [Some(18.0); 3]);
        assert_eq!((number("53 % right"), number("9/17 right")), (Some(0.53), Some(9.0 / 17.0)));
    }

    #[test]
    fn a_remark_in_brackets_changes_nothing() {
        for text in
            ["0.526 (10/19)", "0.526 [10/19]", "(0.526)", "(table 2) 0.526", "0.526 bits (see above).", "‘0.526’"]
        {
            assert_eq!(number(text), Some(0.526), "{text}");
        }
        assert_eq!(["10/19", "10/19 (52.6%)", "(10/19)", "10 / 19"].map(number), [Some(10.0 / 19.0); 4]);
    }

    #[test]
    fn its_name_and_about_before_a_figure_change_nothing() {
        for text in [
            "about 0.131",
            "大概 0.131",
            "大概是0.131",
            "About 0.131",
            "roughly 0.131 bits",
            "approx. 0.131",
            "~0.131",
            "≈ 0.131",
            "大约 0.131",
            "大约0.131",
            "约0.131",
            "约为 0.131",
            "= 0.131",
            "gain = 0.131",
            "gain=0.131",
            "Gain ≈ 0.131",
            "the gain = about 0.131",
            "增益 = 0.131",
            "Gain(D, 色泽) = 0.131 比特",
            "R2 = 0.131",
            "R² = 0.131 (see table 2)",
        ] {
            assert_eq!(number(text), Some(0.131), "{text}");
        }
        assert_eq!(number("share = 10/19"), Some(10.0 / 19.0));
        assert_eq!(["p < 0.0001", "p = <0.0001", "P<0.01%"].map(number), [Some(0.0); 3]);
    }

    #[test]
    fn what_is_no_single_figure_is_none() {
        for text in [
            "",
            "0.5 (or 0.6)",
            "(0.5, 0.6)",
            "0.5 0.6",
            "bits",
            "2 thousand",
            "53 percent",
            "5 or 6",
            "about",
            "about half",
            "gain =",
            "0.5 or so",
            "0.4 = 0.5",
            "9/17 = 0.5",
            "0.4 ≈ 0.5",
            "a = 0.4 or b = 0.5",
            "gain != 0.5",
            "gain is not = 0.5",
            "≤ 0.5",
            "gain ≤ 0.5",
            "< 0.5",
            "p < 0.5",
            "1e",
            "nan",
            "9/0",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
