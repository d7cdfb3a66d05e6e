//! The block that says how an answer is computed and compared.

use super::expression::Expression;
use super::fault::{LabFault, LabFaultKind};
use super::lines::{KeyValue, twice, unknown};
use super::pick::Pick;
use super::placeholders;
use super::spec::{AnswerCommand, AnswerKind, LabQuestion, Tolerance, WantedAnswer};
use crate::data::names;

/// What stands in a block, besides the commands.
const KEYS: [&str; 7] = ["value", "uncertain", "kind", "within", "also", "points", "hint"];
/// How a command begins.
const MELON: &str = "melon ";
/// Commands that end by themselves and write nothing.
const COMMANDS: [&str; 14] = [
    "classify", "regress", "cluster", "tree", "data", "generate", "score", "ladder", "compare", "curve", "scale",
    "chat", "pretrain", "tour",
];
/// Flags that write, or that the check sets itself.
const FORBIDDEN: [&str; 10] =
    ["--save", "-o", "--output", "--overwrite", "--format", "--report", "--plot", "--resume", "--lang", "export"];

/// The question of a block, in a lab with these lists.
pub(super) fn question(
    id: String,
    title: String,
    line: usize,
    all: &[KeyValue],
    picks: &[Pick],
) -> Result<LabQuestion, Vec<LabFault>> {
    let is_key = |entry: &&KeyValue| KEYS.contains(&entry.key.as_str()) || is_nearly_a_key(entry);
    let (rest, commands): (Vec<&KeyValue>, Vec<&KeyValue>) = all.iter().partition(is_key);
    let mut faults = twice(all);
    faults.extend(rest.iter().filter(|entry| !KEYS.contains(&entry.key.as_str())).map(|entry| unknown(entry, &KEYS)));
    let find = |key: &str| rest.iter().copied().find(|entry| entry.key == key);
    let is_text = find("kind").is_some_and(|kind| kind.value == "text");
    let points = match find("points").map(|entry| (entry, entry.value.parse::<usize>())) {
        Some((_, Ok(points))) => points,
        Some((entry, Err(_))) => {
            faults.push(no_number(entry));
            0
        }
        None => usize::from(!is_text),
    };
    let hint = find("hint").map_or_else(String::new, |entry| entry.value.clone());
    if is_text {
        let question = LabQuestion { id, title, line, wanted: WantedAnswer::Text, hint, points };
        return if faults.is_empty() { Ok(question) } else { Err(faults) };
    }
    faults
        .extend(["value", "kind", "hint"].into_iter().filter(|key| find(key).is_none()).map(|key| missing(line, key)));
    let names: Vec<&str> = commands.iter().map(|entry| entry.key.as_str()).collect();
    let commands: Vec<AnswerCommand> =
        commands.into_iter().filter_map(|entry| command(entry, picks, &mut faults)).collect();
    let value = find("value").and_then(|entry| expression(entry, &names, &mut faults));
    let uncertain = find("uncertain").map(|entry| expression(entry, &names, &mut faults));
    let kind = find("kind").and_then(|entry| kind(entry, find("within"), find("also"), line, &mut faults));
    match (value, kind) {
        (Some(value), Some(kind)) if faults.is_empty() => {
            let wanted = WantedAnswer::Computed { commands, value, uncertain: uncertain.flatten(), kind };
            Ok(LabQuestion { id, title, line, wanted, hint, points })
        }
        _ => Err(faults),
    }
}

/// A key with a slip in it, and no command.
fn is_nearly_a_key(entry: &KeyValue) -> bool {
    !entry.value.starts_with(MELON) && names::nearest(&entry.key, KEYS).is_some()
}

fn missing(line: usize, key: &'static str) -> LabFault {
    LabFault::new(line, LabFaultKind::MissingKey { key })
}

fn no_number(entry: &KeyValue) -> LabFault {
    LabFault::new(entry.line, LabFaultKind::NoNumber { key: entry.key.clone(), value: entry.value.clone() })
}

fn command(entry: &KeyValue, picks: &[Pick], faults: &mut Vec<LabFault>) -> Option<AnswerCommand> {
    let Some(rest) = entry.value.strip_prefix(MELON) else {
        let what = LabFaultKind::NoMelon { name: entry.key.clone(), text: entry.value.clone() };
        faults.push(LabFault::new(entry.line, what));
        return None;
    };
    let words: Vec<String> = split(rest);
    let flag = |word: &String| word.split('=').next().unwrap_or_default().to_owned();
    let first = words.first().cloned().unwrap_or_default();
    let forbidden = (!COMMANDS.contains(&first.as_str())).then_some(first);
    let forbidden = forbidden.or_else(|| words.iter().map(flag).find(|word| FORBIDDEN.contains(&word.as_str())));
    if let Some(word) = forbidden {
        faults.push(LabFault::new(entry.line, LabFaultKind::Forbidden { word }));
        return None;
    }
    if let Some(name) = placeholders::unknown(&entry.value, picks) {
        faults.push(LabFault::new(entry.line, LabFaultKind::Placeholder { name }));
        return None;
    }
    Some(AnswerCommand { name: entry.key.clone(), words, line: entry.line })
}

/// The words of a command line; `'…'` and `"…"` hold spaces.
pub(super) fn split(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut begun) = (Vec::new(), String::new(), None, false);
    for c in line.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '\'' | '"') => (quote, begun) = (Some(c), true),
            (None, c) if c.is_whitespace() => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            (_, c) => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

/// `known`: the names of the block's commands, of those with a fault too: one fault is enough.
fn expression(entry: &KeyValue, known: &[&str], faults: &mut Vec<LabFault>) -> Option<Expression> {
    let text = || entry.value.clone();
    match Expression::parse(&entry.value) {
        Err(at) => {
            faults.push(LabFault::new(entry.line, LabFaultKind::Expression { text: text(), at }));
            None
        }
        Ok(expression) => {
            let unknown = expression.commands().into_iter().find(|name| !known.contains(name)).map(str::to_owned);
            match unknown {
                Some(name) => {
                    faults.push(LabFault::new(entry.line, LabFaultKind::NoCommand { name }));
                    None
                }
                None => Some(expression),
            }
        }
    }
}

fn kind(
    entry: &KeyValue,
    within: Option<&KeyValue>,
    also: Option<&KeyValue>,
    line: usize,
    faults: &mut Vec<LabFault>,
) -> Option<AnswerKind> {
    match (entry.value.as_str(), within) {
        ("count", _) => Some(AnswerKind::Count),
        ("word", _) => Some(AnswerKind::Word(also.map_or_else(Vec::new, |entry| alternatives(&entry.value)))),
        ("number", Some(within)) => match tolerance(&within.value) {
            Some(tolerance) => Some(AnswerKind::Number(tolerance)),
            None => {
                faults.push(no_number(within));
                None
            }
        },
        ("number", None) => {
            faults.push(missing(line, "within"));
            None
        }
        (kind, _) => {
            faults.push(LabFault::new(entry.line, LabFaultKind::NoKind { kind: kind.to_owned() }));
            None
        }
    }
}

/// `0.005`, `2%`, or `2% or 0.005`.
fn tolerance(text: &str) -> Option<Tolerance> {
    let positive = |number: &str| number.trim().parse::<f64>().ok().filter(|most| most.is_finite() && *most >= 0.0);
    if let Some((one, other)) = text.split_once(" or ") {
        return match (tolerance(one.trim())?, tolerance(other.trim())?) {
            (Tolerance::Relative(relative), Tolerance::Absolute(absolute))
            | (Tolerance::Absolute(absolute), Tolerance::Relative(relative)) => {
                Some(Tolerance::Larger { relative, absolute })
            }
            _ => None,
        };
    }
    match text.strip_suffix('%') {
        Some(percent) => positive(percent).map(|percent| Tolerance::Relative(percent / 100.0)),
        None => positive(text).map(Tolerance::Absolute),
    }
}

/// `纹理 = texture, grain; 色泽 = colour`.
fn alternatives(text: &str) -> Vec<(String, Vec<String>)> {
    let pair = |part: &str| {
        let (computed, others) = part.split_once(['=', '＝'])?;
        let others = others.split([',', '，', '、', '|']).map(|word| word.trim().to_owned());
        Some((computed.trim().to_owned(), others.filter(|word| !word.is_empty()).collect()))
    };
    text.split([';', '；']).filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_spaces() {
        assert_eq!(split("score 'a b'  --model ngram"), ["score", "a b", "--model", "ngram"]);
        assert_eq!(split("generate '' x\"y z\""), ["generate", "", "xy z"]);
    }
}
