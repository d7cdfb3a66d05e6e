//! What came of a pre-training.

use super::numbers::{numbers, verdict};
use super::{curve, ending, next};
use crate::report::Say;
use crate::report::Style;
use crate::report::layout::Page;
use crate::report::number::grouped;
use crate::report::words::train as words;
use crate::task::training::{self, Setup, Trained};

/// The curve, the numbers and what they mean, and what to do with the model in `folder`.
pub fn pretrained(setup: &Setup, n_chars: usize, result: &Trained, folder: Option<&str>, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(&words::PretrainedTitle { n_chars: grouped(n_chars) }.say(lang));
    let again = next::resume("melon pretrain", folder);
    ending(result.ending, result.step, result.iters, folder, &again, &mut page);
    let uniform = setup.uniform_loss_nats();
    let legends = [words::LegendTrain.text(lang), words::LegendValidation.text(lang)];
    curve::curve(&result.history, uniform, legends, &mut page);
    let train = result.history.last().and_then(|evaluation| evaluation.train_loss_nats);
    let rows = [(words::RowTrain.text(lang), train), (words::RowValidation.text(lang), result.val_loss_nats)];
    numbers(setup, &rows, result.val_loss_nats.or(train), &mut page);
    let found = training::verdict(&result.history, uniform);
    verdict(found, result.ending, words::VerdictUnknown.text(lang), &mut page);
    next::after_pretraining(setup, found, folder, &mut page);
    page.finish()
}
