//! Stories of a small world, from `datasets/grammar/`: people, markets, days, and melons whose
//! colour, stem and sound say whether they are ripe.

use std::sync::OnceLock;

use super::noise::capitalised;
use super::{Grammar, Scope};
use crate::data::verbalise::Tongue;
use crate::rng::Seed;

macro_rules! files {
    ($language:literal: $($name:literal),+) => {
        &[$((
            concat!($language, "/", $name),
            include_str!(concat!("../../../datasets/grammar/", $language, "/", $name, ".txt")),
        )),+]
    };
}

const ENGLISH: &[(&str, &str)] =
    files!["en": "world", "melons", "days", "lessons", "animals", "home", "town", "year", "fruit", "ideas", "starts"];
const CHINESE: &[(&str, &str)] =
    files!["zh": "world", "melons", "days", "lessons", "animals", "home", "town", "year", "fruit", "ideas", "starts"];

/// The rules that come with the program.
pub fn builtin(tongue: Tongue) -> &'static Grammar {
    static GRAMMARS: [OnceLock<Grammar>; 2] = [OnceLock::new(), OnceLock::new()];
    let (place, files) = if tongue == Tongue::Chinese { (0, CHINESE) } else { (1, ENGLISH) };
    GRAMMARS[place].get_or_init(|| Grammar::parse(files).expect("the test below reads them"))
}

/// The story of this number.
pub fn story(tongue: Tongue, seed: Seed, number: usize) -> String {
    let stream = &mut seed.numbered_stream(&format!("stories/{tongue:?}"), number);
    let said = builtin(tongue).say("story", &mut Scope::default(), stream);
    finished(&said.map_or(String::new(), |said| said.text), tongue)
}

/// The first `n` stories.
pub fn first(tongue: Tongue, seed: Seed, n: usize) -> impl Iterator<Item = String> {
    (0..n).map(move |number| story(tongue, seed, number))
}

/// The same with an empty line between any two, as `pretrain --corpus` reads them.
pub fn text(tongue: Tongue, seed: Seed, n: usize) -> String {
    first(tongue, seed, n).map(|story| story + "\n\n").collect()
}

/// `a(n)` as the next word wants it, and capitals where sentences begin.
fn finished(text: &str, tongue: Tongue) -> String {
    if tongue == Tongue::Chinese {
        return text.to_owned();
    }
    let spaced: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let mut text = articles(&spaced.join(" "));
    for (end, next) in
        [(". ", 2), ("! ", 2), ("? ", 2), (". \"", 3), ("! \"", 3), ("? \"", 3), (": \"", 3), (".\" ", 3), ("\" \"", 3)]
    {
        text = begin_after(&text, end, next);
    }
    match text.strip_prefix('"') {
        Some(rest) => format!("\"{}", capitalised(rest)),
        None => capitalised(&text),
    }
}

/// `a(n)` as `a` or `an`.
fn articles(text: &str) -> String {
    let mut parts = text.split("a(n) ");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        whole += if part.starts_with(['a', 'e', 'i', 'o', 'u']) { "an " } else { "a " };
        whole += part;
    }
    whole
}

/// A capital after each `end`, which has `n` bytes.
fn begin_after(text: &str, end: &str, n: usize) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(end) {
        whole += &rest[..at + n];
        rest = &rest[at + n..];
        if let Some(first) = rest.chars().next() {
            whole.extend(first.to_uppercase());
            rest = &rest[first.len_utf8()..];
        }
    }
    whole + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_that_come_along_are_sound_and_say_something_else_each_time() {
        for tongue in [Tongue::Chinese, Tongue::English] {
            assert_eq!(builtin(tongue).unexplained([].into_iter(), &[]), [] as [String; 0]);
            let stories: Vec<String> = (0..500).map(|number| story(tongue, Seed(1), number)).collect();
            assert!(stories.iter().all(|story| !story.is_empty() && !story.contains(['{', '}', '|', '[', ']'])));
            let distinct: std::collections::BTreeSet<&String> = stories.iter().collect();
            assert!(distinct.len() > 450, "{}", distinct.len());
        }
    }

    #[test]
    fn sentences_begin_with_capitals_and_articles_fit() {
        let text = "\"it is a(n) egg.\" \"no, a(n) melon.\" he  went. \"where?\" asked she.";
        let wanted = "\"It is an egg.\" \"No, a melon.\" He went. \"Where?\" asked she.";
        assert_eq!(finished(text, Tongue::English), wanted);
    }
}
