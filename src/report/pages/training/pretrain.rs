//! What came of a pre-training.

use super::numbers::{numbers, verdict};
use super::{curve, ending, next};
use crate::report::number::grouped;
use crate::report::page::{Page, PageContext};
use crate::report::words::train as words;
use crate::task::training::{self, Setup, Trained};

/// The curve, the numbers and what they mean, and what to do with the model in `folder`. The
/// command of `context` is one that begins such a run.
pub fn pretrained(
    setup: &Setup,
    n_chars: usize,
    result: &Trained,
    folder: Option<&str>,
    context: &PageContext,
) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::PretrainedTitle { n_chars: grouped(n_chars) });
    ending(result, folder, context, &mut page);
    let uniform = setup.uniform_loss_nats();
    let legends = [words::LegendTrain.text(lang), words::LegendValidation.text(lang)];
    curve::curve(&result.history, uniform, legends, &mut page);
    let train = result.history.last().and_then(|evaluation| evaluation.train_loss_nats);
    let rows = [(words::RowTrain.text(lang), train), (words::RowValidation.text(lang), result.val_loss_nats)];
    numbers(setup, &rows, result.val_loss_nats.or(train), &mut page);
    let found = training::verdict(&result.history, uniform);
    verdict(found, result.ending, words::VerdictUnknown, &mut page);
    page.suggest(words::Next, next::after_pretraining(setup, found, folder, context));
    page
}
