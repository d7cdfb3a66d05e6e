//! A file of JSON as its records, whether it has one on each line or all of them in one list.

use super::error::ConversationFault;
use serde_json::{Deserializer, Value};

/// What is wrong, and on which line.
type BadRecord = (usize, String);

/// Every record with the line on which it begins, from 1; or what is wrong with that line.
pub(super) fn read(text: &str) -> Vec<(usize, Result<Value, ConversationFault>)> {
    let text = text.trim_start_matches('\u{feff}');
    let lines: Vec<_> = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
    let parsed: Vec<_> = lines.iter().map(|&(number, line)| (number, value(line))).collect();
    let found = match &parsed[..] {
        [(_, Ok(Value::Array(list)))] if is_list_of_records(list) => Ok(Some(items(text))),
        [(_, Err(_)), ..] => whole(text),
        _ => Ok(None),
    };
    let not_json = |reason| Err(ConversationFault::NotJson { reason });
    match found {
        Ok(Some(records)) => records.into_iter().map(|(line, record)| (line, Ok(record))).collect(),
        Err((line, reason)) => vec![(line, not_json(reason))],
        Ok(None) => {
            let record = |(line, record): (usize, Result<Value, BadRecord>)| {
                (line, record.or_else(|(_, reason)| not_json(reason)))
            };
            parsed.into_iter().map(record).collect()
        }
    }
}

/// The records of a text that is one value over many lines; `None` where it is none.
fn whole(text: &str) -> Result<Option<Vec<(usize, Value)>>, BadRecord> {
    let first = 1 + n_line_ends(&text[..text.len() - text.trim_start().len()]);
    match value(text) {
        Ok(Value::Array(list)) if is_list_of_records(&list) => Ok(Some(items(text))),
        Ok(one) => Ok(Some(vec![(first, one)])),
        Err(bad_value) if text.trim_start().starts_with('[') => Err(bad_value),
        Err(_) => Ok(None),
    }
}

fn value(text: &str) -> Result<Value, BadRecord> {
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let (what, _) = message.rsplit_once(" at line ").unwrap_or((&message, ""));
        (error.line(), format!("{what}, column {}", error.column()))
    })
}

/// A list of messages is one conversation; any other list is of conversations.
fn is_list_of_records(list: &[Value]) -> bool {
    !list.iter().any(|item| ["role", "from"].iter().any(|key| item.get(key).is_some()))
}

/// The items of a list that has been read without a fault, each with its line.
fn items(text: &str) -> Vec<(usize, Value)> {
    let (mut found, mut line) = (Vec::new(), 1);
    let mut rest = text;
    loop {
        let next = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let next = if found.is_empty() { next.trim_start_matches('[').trim_start() } else { next };
        line += n_line_ends(&rest[..rest.len() - next.len()]);
        let mut values = Deserializer::from_str(next).into_iter::<Value>();
        let Some(Ok(item)) = values.next() else { return found };
        let (item_text, after) = next.split_at(values.byte_offset());
        found.push((line, item));
        line += n_line_ends(item_text);
        rest = after;
    }
}

fn n_line_ends(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Result<Vec<usize>, usize> {
        read(text).into_iter().map(|(line, record)| record.map(|_| line).map_err(|_| line)).collect()
    }

    #[test]
    fn lines_and_lists_give_the_same_records() {
        let one = r#"{"a": "x, [y]"}"#;
        assert_eq!(lines(&format!("\u{feff}{one}\n\n{one}\r\n")), Ok(vec![1, 3]));
        assert_eq!(lines(&format!("[{one}, {one}]")), Ok(vec![1, 1]));
        assert_eq!(lines(&format!("\n[\n  {one},\n\n  {one}\n]\n")), Ok(vec![3, 5]));
        assert_eq!(lines("{\n  \"a\": 1\n}\n"), Ok(vec![1]));
        assert_eq!(lines("[{\"role\": 1}, {\"role\": 2}]"), Ok(vec![1]));
        assert_eq!(lines("[{\"from\": 1}]\n[{\"from\": 2}]"), Ok(vec![1, 2]));
        assert_eq!((lines(""), lines("[]")), (Ok(vec![]), Ok(vec![])));
    }

    #[test]
    fn what_is_no_json_is_named_by_its_line() {
        assert_eq!(lines("{}\n{\n{}"), Err(2));
        assert_eq!(lines("nonsense\n{}"), Err(1));
        assert_eq!(lines("[\n{},\n{\"a\": },\n{}]"), Err(3));
        assert_eq!(lines("[\n{}\n"), Err(3));
    }
}
