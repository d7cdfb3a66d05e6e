//! What the parts of a form are called.

/// What stands in a form besides answers.
const HEAD: [&str; 2] = ["lab", "student"];
/// Below which the answers may stand.
const SECTIONS: [&str; 4] = ["answers", "answer", "答案", "回答"];
/// What an answer may be called that stands below its question.
const ANSWERS: [&str; 7] = ["answer", "value", "your answer", "my answer", "答案", "回答", "答"];
/// What a question may be called where it stands beside its answer.
const QUESTIONS: [&str; 6] = ["question", "id", "name", "key", "题号", "问题"];
/// Marks around a key that belong to Markdown or to a list.
const MARKS: [char; 25] = [
    '*', '_', '`', '"', '\'', '“', '”', '‘', '’', '(', ')', '（', '）', '[', ']', '【', '】', '「', '」', '#', '.',
    '．', '、', ':', '：',
];
/// The numbers of questions in Chinese; no lab has more.
const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// `lab` or `student`.
pub(super) fn head(key: &str) -> Option<&'static str> {
    HEAD.into_iter().find(|name| key.trim().eq_ignore_ascii_case(name))
}

/// `q1` of `q1`, `**Q1**`, `Question 1` and `第1题`.
pub(super) fn question(key: &str) -> Option<String> {
    let key = key.trim().trim_matches(MARKS).to_lowercase();
    let below = |begin: &str, end: &str| Some(key.strip_prefix(begin)?.strip_suffix(end)?.trim().to_owned());
    let kinds = [("question", ""), ("q", ""), ("第", "题"), ("问题", ""), ("题", "")];
    let number = |text: String| of_number(&text).or_else(|| numeral(&text));
    kinds.into_iter().filter_map(|(begin, end)| below(begin, end)).find_map(number)
}

/// `q3` of `三`.
fn numeral(text: &str) -> Option<String> {
    NUMERALS.iter().position(|numeral| *numeral == text).map(|at| format!("q{}", at + 1))
}

/// `q1` of a lone `1`.
pub(super) fn of_number(text: &str) -> Option<String> {
    let digits = text.trim().trim_matches(MARKS);
    let is_number = !digits.is_empty() && digits.len() < 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| format!("q{digits}"))
}

/// `answers`, below which the answers stand.
pub(super) fn is_section(key: &str) -> bool {
    is_one(key, &SECTIONS)
}

/// `value` or `answer`, of a question above it.
pub(super) fn is_answer(key: &str) -> bool {
    is_one(key, &ANSWERS)
}

/// `question`, beside `answer`.
pub(super) fn is_question_name(key: &str) -> bool {
    is_one(key, &QUESTIONS)
}

fn is_one(key: &str, names: &[&str]) -> bool {
    let key = key.trim().trim_matches(MARKS).to_lowercase();
    names.contains(&key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_called_in_many_ways() {
        for key in [
            "q3",
            "Q3",
            " **q3** ",
            "Question 3",
            "question3",
            "第3题",
            "第 3 题",
            "问题3",
            "q3.",
            "`q 3`",
            "第三题",
            "‘q3’",
            "q3)",
            "【q3】",
        ] {
            assert_eq!(question(key).as_deref(), Some("q3"), "{key}");
        }
        for key in ["quality 3", "3", "q", "qq3", "q3 and q4", "because", "q-3", "q3.5", "三", "第三"] {
            assert_eq!(question(key), None, "{key}");
        }
        assert_eq!((of_number("3."), of_number("0.53"), of_number("")), (Some("q3".to_owned()), None, None));
    }
}
