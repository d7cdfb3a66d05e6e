//! Which tokens might come next: before and after temperature and filters, and the draw.

use crate::lm::generate::Candidate;
use crate::report::number::probability;
use crate::report::page::{Block, Cell, DisplayTable, Emphasis, Page, PageContext, Segment, Segments, Text, emphasise};
use crate::report::visible::visible;
use crate::report::words::generate as words;
use crate::task::generate::{Moment, WrittenToken};

/// The candidates of one step, as a page of its own.
pub fn candidates(moment: &Moment, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    let token = visible(&moment.written.text);
    page.heading(words::NthToken { n: moment.index + 1, token });
    table(moment.written, &mut page);
    page
}

/// A row for each candidate; the one chosen stands out.
pub(super) fn table(written: &WrittenToken, page: &mut Page) {
    let lang = page.lang;
    let is_drawn = written.draw.is_some();
    let head = DisplayTable::new().words(words::Token.text(lang)).numbers(words::Id.text(lang));
    let mut table = match is_drawn {
        false => head.numbers(words::Probability.text(lang)).drawing(""),
        true => head.numbers(words::Before.text(lang)).drawing("").numbers(words::After.text(lang)).drawing(""),
    }
    .words("");
    for candidate in &written.candidates {
        let is_chosen = candidate.id == written.id;
        let colour = if is_chosen { Emphasis::For } else { Emphasis::Faint };
        let name = visible(&candidate.text);
        let name = if is_chosen { Text::emphasised(Emphasis::Strong, name) } else { name.into() };
        let share = |p: f64| [Cell::probability(p), Cell::bar(p, colour)];
        let after = match (is_drawn, candidate.kept) {
            (false, _) => Vec::new(),
            (true, true) => share(candidate.sampling_probability).to_vec(),
            (true, false) => vec![words::LeftOut.text(lang).into(), Cell::empty()],
        };
        let mark = if is_chosen { words::Chosen.text(lang) } else { "" };
        let start = [name.into(), candidate.id.to_string().into()];
        table.row(start.into_iter().chain(share(candidate.probability)).chain(after).chain([mark.into()]));
    }
    page.table(table);
    if written.candidates.iter().all(|candidate| candidate.id != written.id) {
        let token = emphasise(Emphasis::Strong, visible(&written.text));
        page.say(words::FurtherDown { token, rank: written.rank, p: probability(written.probability) });
    }
}

/// The candidates laid end to end, and where the draw fell.
pub(super) fn draw(written: &WrittenToken, draw: f64, page: &mut Page) {
    let segment = |candidate: &Candidate| Segment {
        name: visible(&candidate.text),
        share: candidate.sampling_probability,
        emphasis: if candidate.id == written.id { Emphasis::For } else { Emphasis::Faint },
    };
    let segments = written.candidates.iter().filter(|candidate| candidate.kept).map(segment).collect();
    page.push(Block::Segments(Segments { segments, marker: Some(draw) }));
}
