//! What the losses of a run mean.

use crate::report::Say;
use crate::report::number::{fixed, grouped};
use crate::report::page::{Cell, DisplayTable, Page};
use crate::report::words::train as words;
use crate::task::training::{Setup, Verdict};
use crate::train::Ending;

/// A loss with its name.
pub(super) type NamedLoss<'a> = (&'a str, Option<f64>);

/// A table of losses and perplexities, beginning with that of knowing nothing, and what both
/// are. `headline` is the loss that is put into words.
pub(super) fn numbers(setup: &Setup, rows: &[NamedLoss], headline: Option<f64>, page: &mut Page) {
    losses(setup.config.vocab_size, rows, page);
    if let Some(loss) = headline {
        page.remark(words::PerplexityMeans { perplexity: perplexity(loss) });
    }
}

/// The table, and what a loss is.
pub(super) fn losses(vocab_size: usize, rows: &[NamedLoss], page: &mut Page) {
    let lang = page.lang;
    let uniform = (vocab_size as f64).ln();
    page.heading(words::Numbers);
    let head = DisplayTable::new().words("").numbers(words::LossColumn.text(lang));
    let mut table = head.numbers(words::PerplexityColumn.text(lang));
    let known = rows.iter().filter_map(|&(name, loss)| Some((name, loss?)));
    for (name, loss) in std::iter::once((words::RowUniform.text(lang), uniform)).chain(known) {
        table.row([name.into(), Cell::number(loss, 3), perplexity(loss).into()]);
    }
    page.table(table);
    page.remark(words::LossMeans { vocab_size: grouped(vocab_size), uniform: fixed(uniform, 2) });
}

/// What the curve of a run with this ending says, in a sentence.
pub(super) fn verdict(verdict: Verdict, ending: Ending, unknown: impl Say, page: &mut Page) {
    match verdict {
        Verdict::Unknown => page.say(unknown),
        Verdict::Overfits { best_step, best_nats, last_nats } => {
            let [best, last] = [best_nats, last_nats].map(|loss| fixed(loss, 3));
            page.say(words::VerdictOverfits { step: grouped(best_step), best, last });
        }
        Verdict::NotBetter { first_nats, last_nats } => {
            page.say(words::VerdictNotBetter { first: fixed(first_nats, 3), last: fixed(last_nats, 3) });
        }
        Verdict::StillFalling => page.say(words::VerdictFalling),
        Verdict::Settled if ending == Ending::Finished => page.say(words::VerdictSettled),
        Verdict::Settled => page.say(words::VerdictLevel),
        Verdict::NothingLearned => page.say(words::VerdictNothing),
    }
}

/// `e^loss`, as precise as it is worth.
pub(super) fn perplexity(loss_nats: f64) -> String {
    match loss_nats.exp() {
        p if p < 10.0 => fixed(p, 2),
        p if p < 100.0 => fixed(p, 1),
        p if p < 1e7 => grouped(p.round() as usize),
        p => fixed(p, 0),
    }
}
