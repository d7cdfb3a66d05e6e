//! What came of a fine-tuning: answers before and after, and what was forgotten.

use super::numbers::{numbers, verdict};
use super::{curve, ending, next};
use crate::report::Say;
use crate::report::Style;
use crate::report::layout::{Page, pad, width, wrap};
use crate::report::number::{fixed, grouped};
use crate::report::style::{Ink, ink};
use crate::report::words::train as words;
use crate::task::finetune::{BeforeAfter, Example, Finetuned};
use crate::task::training::{self, Setup, Trained};

/// The same questions before and after, the curve and the numbers, and what was forgotten.
pub fn finetuned(setup: &Setup, result: &Trained, changed: &Finetuned, folder: Option<&str>, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    let n_conversations = setup.n_train + setup.n_validation;
    page.title(&words::FinetunedTitle { n: grouped(n_conversations) }.say(lang));
    let again = next::resume("melon finetune", folder);
    ending(result.ending, result.step, result.iters, folder, &again, &mut page);
    page.heading(words::Examples.text(lang));
    changed.examples.iter().for_each(|example| show(example, &mut page));
    let uniform = setup.uniform_loss_nats();
    let legends = [words::LegendAnswers.text(lang), words::LegendHeldOut.text(lang)];
    curve::curve(&result.history, uniform, legends, &mut page);
    let train = result.history.last().and_then(|evaluation| evaluation.train_loss_nats);
    let answers = changed.answers;
    let rows = [
        (words::RowBefore.text(lang), answers.map(|answers| answers.before_nats)),
        (words::RowTrainAnswers.text(lang), train),
        (words::RowHeldOut.text(lang), answers.map(|answers| answers.after_nats)),
    ];
    numbers(setup, &rows, answers.map(|answers| answers.after_nats).or(train), &mut page);
    let found = training::verdict(&result.history, uniform);
    verdict(found, result.ending, words::VerdictUnknownAnswers.text(lang), &mut page);
    forgotten(changed.forgotten, &mut page);
    next::after_finetuning(folder, &mut page);
    page.finish()
}

/// A question, and below it what the model said to it before and says now.
fn show(example: &Example, page: &mut Page) {
    let lang = page.style.lang;
    let kind = if example.is_held_out { words::HeldOut.text(lang) } else { words::Practised.text(lang) };
    page.say(ink(Ink::Strong, words::Question { question: one_line(&example.question), kind }.say(lang)));
    let said = [
        (words::Before.text(lang), &example.before, Some(Ink::Faint)),
        (words::After.text(lang), &example.after, Some(Ink::For)),
        (words::Expected.text(lang), &example.expected, None),
    ];
    let column = said.iter().map(|(label, ..)| width(label)).max().unwrap_or(0) + 2;
    for (label, text, colour) in said {
        let text = if text.trim().is_empty() { words::NothingSaid.text(lang).to_owned() } else { one_line(text) };
        for (i, line) in wrap(&text, page.inner_width() - column - 2).into_iter().enumerate() {
            let label = if i == 0 { ink(Ink::Faint, label) } else { String::new() };
            let line = colour.map_or(line.clone(), |colour| ink(colour, &line));
            page.block([format!("  {}{line}", pad(&label, column))]);
        }
    }
}

/// What a model writes may hold line ends and anything else: it is shown on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(|c| !c.is_control()).collect()
}

/// A change of the loss by less than this is not worth a warning, in nats a token.
const LITTLE: f64 = 0.05;

fn forgotten(change: Option<BeforeAfter>, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Forgotten.text(lang));
    let Some(BeforeAfter { before_nats, after_nats }) = change else {
        return page.say(words::ForgottenUnknown.text(lang));
    };
    let [before, after] = [before_nats, after_nats].map(|loss| fixed(loss, 3));
    page.say(match after_nats - before_nats > LITTLE {
        true => words::ForgottenMore { before, after }.say(lang),
        false => words::ForgottenLittle { before, after }.say(lang),
    });
}
