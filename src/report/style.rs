//! How a report is to look: the language, the width, and ink.
//!
//! Inside a report a change of ink is an invisible mark of no width, so that tables and
//! line breaking may measure text as it will be seen. [`finish`] turns the marks into ANSI
//! styles at the very end; the edge strips those where colour is not wanted.

use super::Lang;
use anstyle::{AnsiColor, Color, Effects, Style as Ansi};

/// How a text report is to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// The language it speaks.
    pub lang: Lang,
    /// The columns that a line may take.
    pub width: usize,
    /// The command as the user typed it, to be continued in what to try next.
    pub again: String,
}

impl Style {
    /// The narrowest page that is set; below it lines are too long rather than useless.
    pub const MIN_WIDTH: usize = 60;
    /// Wider lines are hard to read.
    pub const MAX_WIDTH: usize = 100;

    /// A page of `width` columns, kept within readable bounds.
    pub fn new(lang: Lang, width: usize, again: &str) -> Style {
        Style { lang, width: width.clamp(Self::MIN_WIDTH, Self::MAX_WIDTH), again: again.to_owned() }
    }

    /// Whether the command as typed has this flag.
    pub fn has(&self, flag: &str) -> bool {
        self.again.split(' ').any(|word| word == flag)
    }

    /// The command as typed with `flag` (as `--l2 1`) in place of an earlier one like it.
    pub fn again_with(&self, flag: &str) -> String {
        let takes_value = flag.contains(' ');
        let name = flag.split(' ').next().unwrap_or_default();
        let mut kept: Vec<&str> = Vec::new();
        let mut words = self.again.split(' ');
        while let Some(word) = words.next() {
            let joined = word.strip_prefix(name).is_some_and(|rest| rest.starts_with('='));
            if word != name && !joined {
                kept.push(word);
            } else if takes_value && !joined {
                words.next();
            }
        }
        kept.push(flag);
        kept.join(" ")
    }
}

/// What a stretch of text is, and so how it is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// A heading.
    Heading,
    /// What the eye should find first.
    Strong,
    /// What may be skipped.
    Faint,
    /// Speaks for, is good.
    For,
    /// Speaks against, is bad.
    Against,
    /// Something to type.
    Command,
    /// One of several groups, from 0.
    Group(usize),
}

/// Groups that can be told apart by colour; further ones begin again.
const GROUPS: [AnsiColor; 6] =
    [AnsiColor::Green, AnsiColor::Magenta, AnsiColor::Cyan, AnsiColor::Yellow, AnsiColor::Blue, AnsiColor::Red];

// Marks are Unicode tag characters that no running text needs: they have no width, and only the
// small letters among them have a use (in flags, which U+E007F ends).
const FIRST_MARK: u32 = 0xE0041;
const END_MARK: char = '\u{E0001}';
const PLAIN_INKS: [Ink; 6] = [Ink::Heading, Ink::Strong, Ink::Faint, Ink::For, Ink::Against, Ink::Command];

impl Ink {
    fn mark(self) -> char {
        let index = match self {
            Ink::Group(group) => PLAIN_INKS.len() + group % GROUPS.len(),
            plain => PLAIN_INKS.iter().position(|&ink| ink == plain).expect("a plain ink"),
        };
        char::from_u32(FIRST_MARK + index as u32).expect("a tag character")
    }

    fn of_mark(mark: char) -> Option<Ink> {
        let index = (mark as u32).checked_sub(FIRST_MARK)? as usize;
        let groups = (0..GROUPS.len()).map(Ink::Group);
        PLAIN_INKS.into_iter().chain(groups).nth(index)
    }

    fn ansi(self) -> Ansi {
        let colour = |c: AnsiColor| Ansi::new().fg_color(Some(Color::Ansi(c)));
        match self {
            Ink::Heading => colour(AnsiColor::Green).effects(Effects::BOLD),
            Ink::Strong => Ansi::new().effects(Effects::BOLD),
            Ink::Faint => Ansi::new().effects(Effects::DIMMED),
            Ink::For => colour(AnsiColor::Green),
            Ink::Against => colour(AnsiColor::Red),
            Ink::Command => colour(AnsiColor::Cyan),
            Ink::Group(group) => colour(GROUPS[group % GROUPS.len()]),
        }
    }
}

/// `text` in this ink. Inks do not nest.
pub fn ink(ink: Ink, text: impl std::fmt::Display) -> String {
    let text = text.to_string();
    if text.is_empty() { text } else { format!("{}{text}{END_MARK}", ink.mark()) }
}

/// The marks of a finished page as ANSI styles.
pub fn finish(page: &str) -> String {
    let mut out = String::with_capacity(page.len() + 256);
    for c in page.chars() {
        match Ink::of_mark(c) {
            Some(ink) => out.push_str(&ink.ansi().render().to_string()),
            None if c == END_MARK => out.push_str(&anstyle::Reset.render().to_string()),
            None => out.push(c),
        }
    }
    out
}

/// The text without any marks.
pub fn plain(page: &str) -> String {
    page.chars().filter(|&c| c != END_MARK && Ink::of_mark(c).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_takes_the_place_of_an_earlier_one() {
        let style = Style::new(Lang::En, 80, "melon classify --l2 0 --cv 5");
        assert_eq!(style.again_with("--l2 1"), "melon classify --cv 5 --l2 1");
        let joined = Style::new(Lang::En, 80, "melon classify --l2=0 --cv 5");
        assert_eq!(joined.again_with("--l2 1"), "melon classify --cv 5 --l2 1");
        assert_eq!(style.again_with("--plot"), "melon classify --l2 0 --cv 5 --plot");
    }

    #[test]
    fn marks_have_no_width_and_become_ansi() {
        let text = ink(Ink::For, "瓜");
        assert_eq!(unicode_width::UnicodeWidthStr::width(text.as_str()), 2);
        assert_eq!(finish(&text), "\u{1b}[32m瓜\u{1b}[0m");
        assert_eq!(plain(&text), "瓜");
        let every = PLAIN_INKS.into_iter().chain((0..GROUPS.len()).map(Ink::Group));
        every.for_each(|ink| assert_eq!(Ink::of_mark(ink.mark()), Some(ink)));
    }
}
