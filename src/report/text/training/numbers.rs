//! What the losses of a run mean.

use crate::report::Say;
use crate::report::layout::Page;
use crate::report::number::{fixed, grouped};
use crate::report::table::Table;
use crate::report::words::train as words;
use crate::task::training::{Setup, Verdict};
use crate::train::Ending;

/// A loss with its name.
pub(super) type Row<'a> = (&'a str, Option<f64>);

/// A table of losses and perplexities, beginning with that of knowing nothing, and what both
/// are. `headline` is the loss that is put into words.
pub(super) fn numbers(setup: &Setup, rows: &[Row], headline: Option<f64>, page: &mut Page) {
    let lang = page.style.lang;
    let uniform = setup.uniform_loss_nats();
    page.heading(words::Numbers.text(lang));
    let mut table =
        Table::new().words("").numbers(words::LossColumn.text(lang)).numbers(words::PerplexityColumn.text(lang));
    for (name, loss) in [(words::RowUniform.text(lang), Some(uniform))].iter().chain(rows) {
        if let Some(loss) = loss {
            table.row([(*name).to_owned(), fixed(*loss, 3), perplexity(*loss)]);
        }
    }
    page.block(table.lines(page.inner_width()));
    page.remark(
        words::LossMeans { vocab_size: grouped(setup.config.vocab_size), uniform: fixed(uniform, 2) }.say(lang),
    );
    if let Some(loss) = headline {
        page.remark(words::PerplexityMeans { perplexity: perplexity(loss) }.say(lang));
    }
}

/// What the curve of a run with this ending says, in a sentence.
pub(super) fn verdict(verdict: Verdict, ending: Ending, unknown: &str, page: &mut Page) {
    let lang = page.style.lang;
    match verdict {
        Verdict::Unknown => page.say(unknown),
        Verdict::Overfits { best_step, best_nats, last_nats } => {
            page.say(
                words::VerdictOverfits {
                    step: grouped(best_step),
                    best: fixed(best_nats, 3),
                    last: fixed(last_nats, 3),
                }
                .say(lang),
            );
        }
        Verdict::StillFalling => page.say(words::VerdictFalling.text(lang)),
        Verdict::Settled if ending == Ending::Finished => page.say(words::VerdictSettled.text(lang)),
        Verdict::Settled => page.say(words::VerdictLevel.text(lang)),
        Verdict::NothingLearned => page.say(words::VerdictNothing.text(lang)),
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
