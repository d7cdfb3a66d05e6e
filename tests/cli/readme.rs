//! The transcripts in both READMEs are what the program says.

use super::Room;

/// The block of `text` that begins with the command `line`.
fn transcript(text: &str, line: &str) -> String {
    let start = text.find(&format!("$ {line}\n")).unwrap_or_else(|| panic!("no transcript of `{line}`"));
    let body = &text[start..];
    let body = &body[body.find('\n').unwrap() + 1..];
    body[..body.find("```").unwrap()].to_owned()
}

#[test]
fn transcripts_are_true() {
    let room = Room::new();
    let read = |name: &str| std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for (readme, locale) in [("README.md", "en_US.UTF-8"), ("README.zh.md", "zh_CN.UTF-8")] {
        let output = room.command("classify").env("LANG", locale).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(transcript(&read(readme), "melon classify"), said, "{readme}");
    }
}
