//! Who might come next: bars before and after temperature and filters, and the draw.

use super::visible;
use crate::lm::generate::Candidate;
use crate::report::Say;
use crate::report::bars::bar;
use crate::report::layout::{Page, pad, pad_left, shorten, width};
use crate::report::number::probability;
use crate::report::style::{Ink, Style, ink};
use crate::report::words::generate as words;
use crate::task::generate::{Moment, WrittenToken};

/// Columns that a candidate's text may take.
const TEXT: usize = 10;
/// Columns of a percentage.
const SHARE: usize = 6;

/// The candidates of one step, as a page of its own.
pub fn candidates(moment: &Moment, style: &Style) -> String {
    let mut page = Page::new(style);
    let written = moment.written;
    let title = words::NthToken { n: moment.index + 1 }.say(style.lang);
    page.block([format!("{title} → {}", ink(Ink::Strong, visible(&written.text)))]);
    table(&mut page, written, false);
    page.blank();
    page.finish()
}

/// A line for each candidate; the one chosen stands out.
pub(super) fn table(page: &mut Page, written: &WrittenToken, headed: bool) {
    let lang = page.style.lang;
    let drawn = written.draw.is_some();
    let widest = written.candidates.iter().map(|c| width(&visible(&c.text))).max().unwrap_or(0).clamp(4, TEXT);
    let widest = widest.max(width(words::Token.text(lang)));
    let ids =
        written.candidates.iter().map(|c| c.id.to_string().len()).max().unwrap_or(0).max(width(words::Id.text(lang)));
    let room = page.inner_width().saturating_sub(2 + widest + 2 + ids + 2);
    let columns = if drawn { room / 2 - SHARE - 3 } else { room - SHARE - 1 }.min(32);
    if headed {
        let before =
            pad(if drawn { words::Before.text(lang) } else { words::Probability.text(lang) }, SHARE + 1 + columns);
        let after = if drawn { format!("  {}", words::After.text(lang)) } else { String::new() };
        let head = format!(
            "  {}  {}  {before}{after}",
            pad(words::Token.text(lang), widest),
            pad_left(words::Id.text(lang), ids)
        );
        page.block([ink(Ink::Faint, head.trim_end())]);
    }
    let line = |candidate: &Candidate| {
        let chosen = candidate.id == written.id;
        let colour = if chosen { Ink::For } else { Ink::Faint };
        let text = pad(&shorten(&visible(&candidate.text), widest), widest);
        let text = if chosen { ink(Ink::Strong, text) } else { text };
        let before = share(candidate.probability, columns, colour);
        let after = match (drawn, candidate.kept) {
            (false, _) => String::new(),
            (true, true) => format!("  {}", share(candidate.sampling_probability, columns, colour)),
            (true, false) => format!("  {}", ink(Ink::Faint, pad_left(words::LeftOut.text(lang), SHARE))),
        };
        let arrow = if chosen { "→" } else { " " };
        format!("{arrow} {text}  {}  {}{after}", ink(Ink::Faint, pad_left(&candidate.id.to_string(), ids)), before)
    };
    page.block(written.candidates.iter().map(line));
    if written.candidates.iter().all(|candidate| candidate.id != written.id) {
        let text = visible(&written.text);
        page.say(words::FurtherDown { token: text, rank: written.rank, p: probability(written.probability) }.say(lang));
    }
}

/// `80.0% ████████`, filled up to its column.
fn share(p: f64, columns: usize, colour: Ink) -> String {
    format!("{} {}", pad_left(&probability(p), SHARE), pad(&ink(colour, bar(p, columns)), columns))
}

/// The candidates laid end to end, and where the draw fell.
pub(super) fn draw(page: &mut Page, written: &WrittenToken, draw: f64) {
    let columns = (page.inner_width() - 2).min(50);
    let at = ((draw * columns as f64) as usize).min(columns - 1);
    let (mut segments, mut labels, mut end) = (String::new(), String::new(), 0.0);
    let (mut filled, mut labelled) = (0, 0);
    for (i, candidate) in written.candidates.iter().filter(|candidate| candidate.kept).enumerate() {
        end += candidate.sampling_probability;
        let until = ((end * columns as f64).round() as usize).min(columns);
        let block = if i % 2 == 0 { "█" } else { "▒" };
        let colour = if candidate.id == written.id { Ink::For } else { Ink::Faint };
        segments += &ink(colour, block.repeat(until - filled));
        let label = visible(&candidate.text);
        if width(&label) <= until - filled && labelled <= filled {
            labels = pad(&labels, filled) + &label;
            labelled = filled + width(&label);
        }
        filled = until;
    }
    segments += &ink(Ink::Faint, "·".repeat(columns - filled)); // tokens that are not listed
    page.block([format!("{}▼ {draw:.3}", " ".repeat(at)), segments, labels]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::text::tests::stripped;
    use crate::report::{Lang, fixtures};

    #[test]
    fn the_marker_stands_over_the_token_that_was_drawn() {
        let style = Style::new(Lang::En, 60, "melon generate");
        for written in &fixtures::sampled().tokens {
            let mut page = Page::new(&style);
            draw(&mut page, written, written.draw.unwrap());
            let text = stripped(&page.finish());
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(lines.len(), 3, "{lines:?}");
            assert!(lines[0].contains('▼') && width(lines[0]) <= 60);
        }
    }
}
