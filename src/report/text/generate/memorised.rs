//! What of a completion stands in the training text word for word.

use super::running;
use crate::report::Say;
use crate::report::bars::gauge;
use crate::report::layout::{Page, pad};
use crate::report::number::{fixed, percent};
use crate::report::style::{Ink, Style, ink};
use crate::report::words::generate as words;
use crate::task::memorised::{Memorised, RUN};

/// The report on memorisation, as a page of its own.
pub fn memorised(found: &Memorised, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.heading(words::Memorised.text(lang));
    match &found.longest {
        None => page.say(words::NothingShared.text(lang)),
        Some(run) => {
            let share = percent(run.n_chars as f64 / found.n_chars as f64);
            page.say(words::LongestRun { n: run.n_chars, share, document: &run.document }.say(lang));
            let shown = running(&run.text);
            let around = |text: &str| ink(Ink::Faint, running(text));
            // In brackets too: without colour the passage would not be seen to begin and end.
            let passage = ink(Ink::Against, format!("[{shown}]"));
            page.say(format!("…{}{passage}{}…", around(&run.before), around(&run.after)));
        }
    }
    if let Some(novel) = found.novel_share {
        let columns = page.inner_width().min(40);
        page.say(words::Novel { run: RUN, n: found.n_novel, of: found.n_runs, share: percent(novel) }.say(lang));
        page.block([gauge(novel, columns, Ink::For)]);
    }
    losses(found, &mut page);
    page.finish()
}

fn losses(found: &Memorised, page: &mut Page) {
    let lang = page.style.lang;
    let rows = [
        (words::LossTrain.text(lang), found.train_loss_nats),
        (words::LossHeldOut.text(lang), found.held_out_loss_nats),
    ];
    let known: Vec<(&str, f64)> = rows.iter().filter_map(|(name, loss)| Some((*name, (*loss)?))).collect();
    if known.is_empty() {
        return;
    }
    let widest = known.iter().map(|(name, _)| crate::report::layout::width(name)).max().unwrap_or(0);
    let line = |(name, loss): &(&str, f64)| words::Loss { name: pad(name, widest), nats: fixed(*loss, 3) }.say(lang);
    page.block(known.iter().map(line));
    let (train, held_out) = (found.train_loss_nats, found.held_out_loss_nats);
    match (train, held_out) {
        (Some(train), Some(held_out)) if held_out - train > 0.3 => page.remark(words::GapWide.text(lang)),
        (Some(_), Some(_)) => page.remark(words::GapNarrow.text(lang)),
        _ => page.remark(words::NoHeldOut.text(lang)),
    }
}
