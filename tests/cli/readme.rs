//! The transcripts in both READMEs are what the program says.
//!
//! A line that is only `…` stands for lines left out; a time, which no run repeats, is
//! compared by its unit alone.

use super::Room;

/// The commands of `text` with what it says they print.
fn transcripts(text: &str) -> Vec<(&str, &str)> {
    let blocks = text.split("```text\n$ melon ").skip(1);
    blocks.map(|block| block.split("```").next().unwrap().split_once('\n').unwrap()).collect()
}

/// The line without the numbers in `12 ms` and `3.5 s`, so that what is left can be the same
/// twice; as it is if it tells no time.
fn without_times(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_time = |i: usize| matches!(words.get(i + 1), Some(&"ms" | &"s" | &"毫秒" | &"秒"));
    if (0..words.len()).any(is_time) {
        (0..words.len()).filter(|&i| !is_time(i)).map(|i| words[i]).collect::<Vec<_>>().join(" ")
    } else {
        line.to_owned()
    }
}

/// The first line of `shown` that `said` does not have in its place.
fn first_difference(shown: &str, said: &str) -> Option<String> {
    let said: Vec<String> = said.lines().map(without_times).collect();
    let mut at = 0;
    let mut skipping = false;
    for line in shown.lines() {
        if line.trim() == "…" {
            skipping = true;
            continue;
        }
        if skipping && line.is_empty() {
            continue; // the gap ends where the next line with something on it stands
        }
        let wanted = without_times(line);
        let found =
            if skipping { said[at..].iter().position(|line| *line == wanted).map(|gap| at + gap) } else { Some(at) };
        match found.filter(|&found| said.get(found) == Some(&wanted)) {
            Some(found) => (at, skipping) = (found + 1, false),
            None => return Some(line.to_owned()),
        }
    }
    (at < said.len() && !skipping).then(|| format!("(the end, before: {})", said[at]))
}

#[test]
fn transcripts_are_true() {
    let room = Room::new();
    let read = |name: &str| std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for (readme, locale) in [("README.md", "en_US.UTF-8"), ("README.zh.md", "zh_CN.UTF-8")] {
        let text = read(readme);
        let transcripts = transcripts(&text);
        assert!(transcripts.len() >= 5, "{readme} lost its transcripts");
        for (line, shown) in transcripts {
            let output = room.command(line).env("LANG", locale).output().unwrap();
            let said = String::from_utf8(output.stdout).unwrap();
            assert_eq!(first_difference(shown, &said), None, "{readme}: melon {line} now says\n{said}");
        }
    }
}

#[test]
fn a_transcript_that_is_not_true_is_noticed() {
    assert_eq!(first_difference("a\n…\nd\n", "a\nb\nc\nd\n"), None);
    assert_eq!(first_difference("it took 3 ms\n", "it  took 41 ms\n"), None);
    assert_eq!(first_difference("a\nc\n", "a\nb\n"), Some("c".into()));
    assert_eq!(first_difference("a\n", "a\nb\n"), Some("(the end, before: b)".into()));
    assert_eq!(first_difference("a\n…\n", "a\nb\n"), None);
    assert_eq!(first_difference("a\n…\nz\n", "a\nb\n"), Some("z".into()));
    assert_eq!(first_difference("a\n…\n\nd\n", "a\n\nb\n\nd\n"), None);
}
