//! What of a completion stands in the training text word for word.

use crate::report::Lang;
use crate::report::number::percent;
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, PageContext, Suggestion, emphasise};
use crate::report::visible::running;
use crate::report::words::{common, generate as words};
use crate::task::memorised::{Memorised, RUN, SharedRun};

/// A held-out loss that is higher by more than this, in nats a token, tells of learning by heart.
const WIDE: f64 = 0.3;

/// The report on memorisation, as a page of its own.
pub fn memorised(found: &Memorised, context: &PageContext) -> Page {
    let mut page = section(found, context.lang);
    page.suggest(common::TryNext, test_on_new_text(found, context).into_iter().collect());
    page
}

/// The report as a part of a page.
pub(super) fn section(found: &Memorised, lang: Lang) -> Page {
    let mut page = Page::new(lang);
    page.heading(words::Memorised);
    match &found.longest {
        None => page.say(words::NothingShared),
        Some(run) => longest(run, found.n_chars, &mut page),
    }
    if let Some(novel) = found.novel_share {
        page.say(words::Novel { run: RUN, n: found.n_novel, of: found.n_runs, share: percent(novel) });
    }
    losses(found, &mut page);
    page
}

/// What holds text out, where none was.
pub(super) fn test_on_new_text(found: &Memorised, context: &PageContext) -> Option<Suggestion> {
    is_untested(found).then(|| {
        let corpus = context.command.options.iter().filter(|(flag, _)| flag == "--corpus");
        let mut ladder = context.other("ladder");
        ladder.options.extend(corpus.cloned());
        ladder.because(words::TryHeldOut, context.lang)
    })
}

/// Whether a loss is known, and none of it on text that was held out.
fn is_untested(found: &Memorised) -> bool {
    found.train_loss_nats.is_some() && found.held_out_loss_nats.is_none()
}

fn longest(run: &SharedRun, n_chars: usize, page: &mut Page) {
    let share = percent(run.n_chars as f64 / n_chars as f64);
    page.say(words::LongestRun { n: run.n_chars, share, document: running(&run.document) });
    let around = |text: &str| emphasise(Emphasis::Faint, running(text));
    // In brackets too: without colour the passage would not be seen to begin and end.
    let passage = emphasise(Emphasis::Against, format!("[{}]", running(&run.text)));
    page.say(format!("…{}{passage}{}…", around(&run.before), around(&run.after)));
}

fn losses(found: &Memorised, page: &mut Page) {
    let lang = page.lang;
    let rows = [
        (words::LossTrain.text(lang), found.train_loss_nats),
        (words::LossHeldOut.text(lang), found.held_out_loss_nats),
    ];
    let mut table = DisplayTable::new().words("").numbers(words::Loss.text(lang));
    for (name, loss) in rows.into_iter().filter(|(_, loss)| loss.is_some()) {
        table.row([name.into(), Cell::number(loss, 3)]);
    }
    page.table(table);
    match (found.train_loss_nats, found.held_out_loss_nats) {
        (Some(train), Some(held_out)) if held_out - train > WIDE => page.remark(words::GapWide),
        (Some(_), Some(_)) => page.remark(words::GapNarrow),
        _ if is_untested(found) => page.remark(words::NoHeldOut),
        _ => {}
    }
}
