//! Shades of attention, shares laid end to end, and dialogues.

use super::lines::{pad, shorten, width, wrap};
use super::style::{Line, mark, marked};
use crate::report::page::{DialogueTurn, Emphasis, Heat, Segments};
use crate::report::words::{Lang, Say, common as words};

/// Columns that a token may take where there is little room, and where there is much.
const TOKEN_COLUMNS: std::ops::RangeInclusive<usize> = 6..=24;
/// A bar of segments is no longer than this.
const LONGEST_BAR: usize = 50;

/// Shades below their tokens, and what they mean; of a long context the end, with the beginning
/// summed up.
pub(super) fn heat(heat: &Heat, columns: usize, lang: Lang) -> Vec<Line> {
    let margin = heat.rows.iter().map(|row| width(&row.name)).max().unwrap_or(0) + 2;
    let mut room = columns.saturating_sub(margin + 2);
    let all_take = |most: usize| heat.columns.iter().map(|token| width(token).min(most)).sum::<usize>();
    let most = TOKEN_COLUMNS.rev().find(|&most| all_take(most) <= room).unwrap_or(*TOKEN_COLUMNS.start());
    let tokens: Vec<String> = heat.columns.iter().map(|token| shorten(token, most)).collect();
    let fits = tokens.iter().rev().take_while(|token| {
        let fits = width(token) <= room;
        room = room.saturating_sub(width(token));
        fits
    });
    let first = tokens.len() - fits.count();
    let earlier = if first > 0 { "…" } else { "" };
    let head = format!("{}{}{}", " ".repeat(margin), earlier, mark(Emphasis::Strong, tokens[first..].concat()));
    let row = |row: &crate::report::page::HeatRow| {
        let before: f64 = row.shares.iter().take(first).sum();
        let before = if first > 0 { shade(before).to_string() } else { String::new() };
        let cell = |(token, share): (&String, &f64)| shade(*share).to_string().repeat(width(token));
        let cells: String = tokens[first..].iter().zip(&row.shares[first..]).map(cell).collect();
        format!("{}{}", mark(Emphasis::Faint, pad(&row.name, margin)), mark(Emphasis::For, before + &cells))
    };
    let earlier = if first > 0 { words::HeatEarlier { n: first }.say(lang) } else { String::new() };
    let legend = [words::HeatShades.text(lang), &earlier].into_iter().flat_map(|line| wrap(line, columns));
    let legend = legend.map(|line| mark(Emphasis::Faint, line));
    std::iter::once(head).chain(heat.rows.iter().map(row)).chain(legend).collect()
}

/// A share, from a trace of it to half and more.
fn shade(share: f64) -> char {
    match share {
        s if s >= 0.5 => '█',
        s if s >= 0.25 => '▓',
        s if s >= 0.1 => '▒',
        s if s >= 0.03 => '░',
        _ => '·',
    }
}

/// The marker, the segments, and the names of those that are long enough.
pub(super) fn segments(all: &Segments, columns: usize) -> Vec<Line> {
    let columns = columns.saturating_sub(2).min(LONGEST_BAR);
    let (mut bar, mut names, mut end) = (String::new(), String::new(), 0.0);
    let (mut filled, mut named) = (0, 0);
    for (i, segment) in all.segments.iter().enumerate() {
        end += segment.share;
        let until = ((end * columns as f64).round() as usize).min(columns);
        let block = if i % 2 == 0 { "█" } else { "▒" };
        bar += &mark(segment.emphasis, block.repeat(until - filled));
        if width(&segment.name) <= until - filled && named <= filled {
            names = pad(&names, filled) + &segment.name;
            named = filled + width(&segment.name);
        }
        filled = until;
    }
    bar += &mark(Emphasis::Faint, "·".repeat(columns - filled)); // shares that are not listed
    let marker = all.marker.map(|at| {
        let column = ((at * columns as f64) as usize).min(columns - 1);
        format!("{}▼ {at:.3}", " ".repeat(column))
    });
    marker.into_iter().chain([bar, names]).collect()
}

/// Each turn behind its speaker.
pub(super) fn dialogue(turns: &[DialogueTurn], columns: usize) -> Vec<Line> {
    let margin = turns.iter().map(|turn| width(&turn.speaker)).max().unwrap_or(0) + 2;
    let said = |turn: &DialogueTurn| {
        let lines = wrap(&marked(&turn.said), columns.saturating_sub(margin)).into_iter().enumerate();
        let speaker = mark(Emphasis::Faint, pad(&turn.speaker, margin));
        lines
            .map(
                |(at, line)| if at == 0 { format!("{speaker}{line}") } else { format!("{}{line}", " ".repeat(margin)) },
            )
            .collect::<Vec<_>>()
    };
    turns.iter().flat_map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::super::style::{ansi, plain};
    use super::*;
    use crate::report::page::{HeatRow, Segment};

    fn seen(lines: Vec<Line>) -> Vec<String> {
        lines.iter().map(|line| plain(&ansi(line)).trim_end().to_owned()).collect()
    }

    #[test]
    fn shades_stand_below_their_tokens() {
        let columns = ["瓜", "a", "⏎"].map(str::to_owned).to_vec();
        let rows = vec![HeatRow { name: "1".into(), shares: vec![0.6, 0.3, 0.1] }];
        assert_eq!(
            seen(heat(&Heat { title: String::new(), columns, rows }, 60, Lang::En))[..2],
            ["   瓜a⏎", "1  ██▓▒"]
        );
    }

    #[test]
    fn a_long_context_keeps_its_end_and_sums_up_its_beginning() {
        let rows = vec![HeatRow { name: "1".into(), shares: vec![0.01; 100] }];
        let lines = seen(heat(&Heat { title: String::new(), columns: vec!["瓜".to_owned(); 100], rows }, 58, Lang::En));
        assert!(lines[0].contains('…') && lines[1].contains('█'), "{lines:?}");
        assert!(lines.iter().all(|line| width(line) <= 58));
    }

    #[test]
    fn the_marker_stands_over_the_segment_that_was_drawn() {
        let segment = |name: &str, share| Segment { name: name.into(), share, emphasis: Emphasis::For };
        let all = Segments { segments: vec![segment("丧", 0.8), segment("爽", 0.2)], marker: Some(0.9) };
        let lines = seen(segments(&all, 52));
        assert_eq!(lines[0], format!("{}▼ 0.900", " ".repeat(45)));
        assert_eq!(lines[2].find('爽').map(|at| width(&lines[2][..at])), Some(40));
    }
}
