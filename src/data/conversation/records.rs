//! A file of JSON as its records, whether it has one on each line or all of them in one list.

use serde_json::{Deserializer, Value};

/// What is wrong, and on which line.
pub(super) type BadRecord = (usize, String);

/// Every record with the line on which it begins, from 1.
///
/// # Errors
/// The first line that is no JSON.
pub(super) fn read(text: &str) -> Result<Vec<(usize, Value)>, BadRecord> {
    let text = text.trim_start_matches('\u{feff}');
    let lines: Vec<_> = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
    let parse = |&(number, line): &(usize, &str)| match value(line) {
        Ok(value) => Ok((number, value)),
        Err((_, reason)) => Err((number, reason)),
    };
    let parsed = lines.iter().map(parse);
    match parsed.collect::<Result<Vec<_>, BadRecord>>() {
        Ok(records) if matches!(&records[..], [(_, Value::Array(items))] if is_list_of_records(items)) => {
            Ok(items(text))
        }
        Ok(records) => Ok(records),
        Err(bad_line) if lines.first().is_some_and(|first| bad_line.0 == first.0) => whole(text, bad_line),
        Err(bad_line) => Err(bad_line),
    }
}

/// The records of a text that is one value over many lines.
fn whole(text: &str, bad_line: BadRecord) -> Result<Vec<(usize, Value)>, BadRecord> {
    match value(text) {
        Ok(Value::Array(list)) if is_list_of_records(&list) => Ok(items(text)),
        Ok(one) => Ok(vec![(bad_line.0, one)]),
        Err(bad_value) if text.trim_start().starts_with('[') => Err(bad_value),
        Err(_) => Err(bad_line),
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
        read(text).map(|records| records.into_iter().map(|(line, _)| line).collect()).map_err(|(line, _)| line)
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
