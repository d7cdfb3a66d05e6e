//! Whether an answer is right.

use super::figure::number;
use super::spec::AnswerKind;
use super::whole_number::whole_number;
use super::word::is_said;
use super::yes_no::{self, QUOTES};
use super::{remark, split};
use serde_json::Value;

/// Whether `given` is `wanted`, as the question compares it.
pub fn is_right(given: &str, wanted: &Value, kind: &AnswerKind) -> bool {
    let given = bare(given);
    match (kind, wanted.as_f64()) {
        (AnswerKind::Number(tolerance), Some(wanted)) => {
            number(&given).is_some_and(|given| tolerance.holds(given, wanted))
        }
        (AnswerKind::Count, Some(wanted)) => whole_number(&given) == Some(wanted),
        (AnswerKind::Word(also), _) => is_said(&given, wanted, also),
        _ => false,
    }
}

/// Whether a figure is asked for and none can be read here.
pub fn is_unreadable(given: &str, kind: &AnswerKind) -> bool {
    let is_figure = match kind {
        AnswerKind::Number(_) => number(&bare(given)).is_some(),
        AnswerKind::Count => whole_number(&bare(given)).is_some(),
        AnswerKind::Word(_) => true,
    };
    !is_figure && !is_not_certain(given)
}

/// The threshold of an answer like `density ≤ 0.785`, as a tree shows it; any other answer as it is.
pub fn threshold(given: &str) -> String {
    let bare = bare(given);
    split::threshold(remark::without(&bare)).unwrap_or(given).to_owned()
}

/// Whether this says that one cannot know.
pub fn is_not_certain(given: &str) -> bool {
    yes_no::is_not_certain(&bare(given))
}

/// The answer itself: its first line, without a comment behind it or emphasis.
fn bare(given: &str) -> String {
    let line = half_width(given.lines().next().unwrap_or_default());
    let end = line.find(" #").unwrap_or(line.len());
    let line: String = line[..end].chars().filter(|c| !matches!(c, '*' | '`')).collect();
    line.trim_matches(|c: char| QUOTES.contains(&c) || c == '_' || c.is_whitespace()).to_owned()
}

/// Whether a computed value is of this kind.
pub fn fits(wanted: &Value, kind: &AnswerKind) -> bool {
    match kind {
        AnswerKind::Number(_) => wanted.as_f64().is_some_and(f64::is_finite),
        AnswerKind::Count => wanted.as_f64().is_some_and(|number| number.fract() == 0.0),
        AnswerKind::Word(_) => wanted.is_string() || wanted.is_boolean() || wanted.is_number(),
    }
}

/// Digits and marks of a Chinese keyboard as those of ASCII.
fn half_width(text: &str) -> String {
    let half = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '−' | '–' => '-',
        '’' => '\'',
        c => c,
    };
    text.chars().map(half).collect()
}

#[cfg(test)]
mod tests {
    use super::super::spec::Tolerance;
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_as_people_write_them() {
        let kind = AnswerKind::Number(Tolerance::Absolute(0.005));
        for right in [
            "0.53",
            "53%",
            "9/17",
            " ０．５３ ",
            "0.5294",
            "52.9 %",
            "0.53。",
            "0,53",
            "52,9%",
            "≈0.53",
            "0.53 # table",
            "0.53\nas said",
            "**0.53**",
            "`0.53`",
            "_0.53_",
            "**0.53** bits",
            "‘0.53’",
            "「0.53」",
            "（0.53）",
            "【0.53】",
            "0.53（9/17）",
            "9/17 (0.529)",
            "**0.53** (see table)",
            "about 0.53",
            "大约 ０．５３",
            "accuracy = 9/17",
            "accuracy ＝ 0.53",
        ] {
            assert!(is_right(right, &json!(9.0 / 17.0), &kind), "{right}");
        }
        for wrong in ["0.54", "53", "", "about a half", "about 0.54", "accuracy ≤ 0.53", "9/0", "nan"] {
            assert!(!is_right(wrong, &json!(9.0 / 17.0), &kind), "{wrong}");
            assert_eq!(is_unreadable(wrong, &kind), number(wrong).is_none(), "{wrong}");
        }
        assert!(!is_unreadable("not certain", &kind) && !is_unreadable("texture", &AnswerKind::Word(Vec::new())));
        let p_value = AnswerKind::Number(Tolerance::Absolute(0.005));
        assert!(is_right("<0.0001", &json!(1e-9), &p_value) && is_right("< 0.01%", &json!(1e-9), &p_value));
        assert!(is_right("＜0.0001", &json!(1e-9), &p_value) && !is_right("<0.0001", &json!(0.03), &p_value));
        assert!(!is_right("<0.5", &json!(0.001), &p_value), "no page writes this for a number");
        let thousand = AnswerKind::Number(Tolerance::Absolute(0.5));
        assert!(is_right("1,234", &json!(1234), &thousand) && is_right("1234,4", &json!(1234), &thousand));
        assert!(is_right("0,234", &json!(0.234), &p_value) && is_right("1,234.4", &json!(1234), &thousand));
        let relative = AnswerKind::Number(Tolerance::Relative(0.01));
        assert!(is_right("-4.43", &json!(-4.428865), &relative) && !is_right("4.43", &json!(-4.428865), &relative));
        assert!(is_right("17", &json!(17), &AnswerKind::Count) && !is_right("17.1", &json!(17), &AnswerKind::Count));
    }

    #[test]
    fn a_small_count_may_be_a_word() {
        for right in ["seven", "**Seven** leaves", "七", "七个（见表）", "7"] {
            assert!(is_right(right, &json!(7), &AnswerKind::Count), "{right}");
        }
        assert!(!is_right("seven", &json!(17), &AnswerKind::Count) && !is_right("十七", &json!(7), &AnswerKind::Count));
        assert!(is_unreadable("many", &AnswerKind::Count) && !is_unreadable("eight", &AnswerKind::Count));
        let kind = AnswerKind::Number(Tolerance::Absolute(0.5));
        assert!(!is_right("seven", &json!(7), &kind) && is_unreadable("seven", &kind), "no measured figure is a word");
    }

    #[test]
    fn a_threshold_may_stand_as_the_tree_shows_it() {
        for given in
            ["density ≤ 0.785", "≤ 0.785", "密度 ≤ 0.785（16 个划分点里最好的）", "**density ＜ 0.785?**", "0.785"]
        {
            assert_eq!(threshold(given), "0.785", "{given}");
        }
        for other in ["0.785 bits", "0.3 < 0.785", "about 0.785"] {
            assert_eq!(threshold(other), other);
        }
    }

    #[test]
    fn words_in_both_languages_and_with_alternatives() {
        let kind = AnswerKind::Word(vec![("纹理".into(), vec!["grain".into()])]);
        for right in [
            "纹理",
            "texture",
            " Texture. ",
            "Grain",
            "the texture",
            "**texture**",
            "The grain",
            "`纹理`",
            "‘texture’",
            "texture (纹理)",
            "(the texture)",
            "[x] texture (0.381)",
        ] {
            assert!(is_right(right, &json!("纹理"), &kind), "{right}");
        }
        for wrong in ["色泽", "", "texture (or color)", "color (texture)"] {
            assert!(!is_right(wrong, &json!("纹理"), &kind), "{wrong}");
        }
        let yes_no = AnswerKind::Word(Vec::new());
        assert!(is_right("是", &json!(true), &yes_no) && is_right("No", &json!(false), &yes_no));
        assert!(!is_right("yes", &json!(false), &yes_no));
        for yes in ["‘yes’", "(yes)", "yes (it is better)", "【是】", "是（更好）"] {
            assert!(is_right(yes, &json!(true), &yes_no) && is_right(yes, &json!("是"), &yes_no), "{yes}");
        }
        for neither in ["yes (no)", "yes (not certain)", "是（也不是）", "(yes) no"] {
            assert!(
                !is_right(neither, &json!(true), &yes_no) && !is_right(neither, &json!("是"), &yes_no),
                "{neither}"
            );
        }
        assert!(is_right("true", &json!("是"), &yes_no) && is_right("False", &json!("否"), &yes_no));
        assert!(!is_right("true", &json!("否"), &yes_no));
        for unsure in ["not certain", "Cannot tell.", "不能确定", "can't tell"] {
            assert!(is_not_certain(unsure), "{unsure}");
        }
        assert!(!is_not_certain("certain") && !is_not_certain(""));
        assert!(is_right("slightly curled", &json!("稍蜷"), &yes_no));
        assert!(is_right("Yes, it is better", &json!(true), &yes_no) && is_right("是的，更好", &json!("是"), &yes_no));
        assert!(!is_right("yes and no", &json!(true), &yes_no) && !is_right("yes, it is", &json!(false), &yes_no));
        assert!(is_not_certain("not certain: too few samples") && !is_right("是也不是", &json!(true), &yes_no));
    }
}
