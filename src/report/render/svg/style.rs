//! The colours of pages and pictures, in one list.

use crate::report::page::Emphasis;

/// Rules for every plot, on a page or in a picture of its own.
pub(in crate::report::render) const PICTURE: &str = include_str!("plot.css");

/// A class, and its colour on light and on dark ground.
const COLOURS: [(&str, [&str; 2]); 8] = [
    ("strong", ["#1c2b20", "#e6ece7"]),
    ("faint", ["#55645a", "#a5b5aa"]),
    ("for", ["#1a7f45", "#5cc98b"]),
    ("against", ["#b3261e", "#ff8a80"]),
    ("group1", ["#8e3b8a", "#d69ad3"]),
    ("group2", ["#006d8f", "#66c5e3"]),
    ("group3", ["#8a6100", "#e0b44c"]),
    ("group4", ["#2f4fb5", "#93a9ff"]),
];
/// The ground, and the rules on it.
const GROUND: [(&str, [&str; 2]); 2] = [("ground", ["#fdfdf9", "#151916"]), ("rule", ["#d0d9d2", "#3c4740"])];

/// The style's name for an emphasis. The first and the last group have the colours of what
/// speaks for and against.
pub(in crate::report::render) fn class(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Strong => "strong",
        Emphasis::Faint => "faint",
        Emphasis::For => "for",
        Emphasis::Against => "against",
        Emphasis::Command => "command",
        Emphasis::Group(group) => ["for", "group1", "group2", "group3", "group4", "against"][group % 6],
    }
}

/// The style's name for one of the lines that series are seen against, by its place among them.
pub(super) fn reference(at: usize) -> &'static str {
    ["reference", "reference second", "reference third"][at % 3]
}

/// The colours as variables of a page: light, dark where the reader's screen is, and light on paper.
pub(in crate::report::render) fn variables() -> String {
    let of = |ground: usize| -> String {
        let all = COLOURS.iter().chain(&GROUND);
        all.map(|(name, colours)| format!("--{name}:{};", colours[ground])).collect()
    };
    let classes: String =
        COLOURS.iter().chain(&GROUND).map(|(name, _)| format!(".{name}{{color:var(--{name})}}\n")).collect();
    format!(
        ":root{{color-scheme:light dark;{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n{classes}",
        of(0),
        of(1)
    )
}

/// The colours on light ground as rules of a picture.
pub(in crate::report::render) fn classes() -> String {
    COLOURS.iter().chain(&GROUND).map(|(name, [light, _])| format!(".{name}{{color:{light}}}\n")).collect()
}
