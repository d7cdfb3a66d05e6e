//! What training a language model looks like: before, meanwhile and after.

mod curve;
mod finetune;
mod next;
mod numbers;
mod plan;
mod pretrain;

pub use finetune::finetuned;
pub use plan::{plan_finetune, plan_pretrain};
pub use pretrain::pretrained;

use super::super::layout::Page;
use super::super::style::{Ink, ink};
use crate::report::Lang;
use crate::report::number::maybe;
use crate::report::words::train as words;
use crate::train::{Ending, Evaluation};

/// One line about a measurement.
pub fn measured(lang: Lang, evaluation: &Evaluation) -> String {
    words::measured(lang, evaluation.step, maybe(evaluation.train_loss_nats, 3), maybe(evaluation.val_loss_nats, 3))
}

/// Why the run ended, and where its model is. `again` is the command that goes on with it.
fn ending(ending: Ending, step: usize, iters: usize, folder: Option<&str>, again: &str, page: &mut Page) {
    let lang = page.style.lang;
    match ending {
        Ending::Finished => {}
        Ending::Stopped => page.say(ink(Ink::Strong, words::stopped(lang, step, iters))),
        Ending::OutOfTime => page.say(ink(Ink::Strong, words::out_of_time(lang, step, iters))),
    }
    match (ending, folder) {
        (Ending::Finished, Some(folder)) => page.say(words::saved_to(lang, folder)),
        (Ending::Finished, None) => page.say(words::not_saved(lang)),
        (_, Some(folder)) => {
            page.say(words::stopped_saved(lang, folder));
            page.block([format!("  {}", ink(Ink::Command, again))]);
        }
        (_, None) => page.say(words::stopped_unsaved(lang)),
    }
}
