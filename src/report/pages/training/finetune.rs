//! What came of a fine-tuning: answers before and after, and what was forgotten.

use super::numbers::{numbers, verdict};
use super::{curve, ending, next};
use crate::data::conversation::ReadConversations;
use crate::report::number::{fixed, grouped};
use crate::report::page::{Block, DialogueTurn, Emphasis, Page, PageContext, Text, emphasise};
use crate::report::visible::running;
use crate::report::words::train as words;
use crate::report::{Lang, Say};
use crate::task::finetune::{BeforeAfter, Example, Finetuned};
use crate::task::training::{self, Setup, Trained};

/// The same questions before and after, the curve and the numbers, and what was forgotten. The
/// command of `context` is one that begins such a run.
pub fn finetuned(
    setup: &Setup,
    result: &Trained,
    changed: &Finetuned,
    folder: Option<&str>,
    context: &PageContext,
) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::FinetunedTitle { n: grouped(setup.n_train + setup.n_validation) });
    ending(result, folder, context, &mut page);
    page.heading(words::Examples);
    changed.examples.iter().for_each(|example| page.push(Block::Dialogue(turns(example, lang))));
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
    verdict(found, result.ending, words::VerdictUnknownAnswers, &mut page);
    forgotten(changed.forgotten, &mut page);
    page.suggest(words::Next, next::after_finetuning(folder, context));
    page
}

/// Conversations that are none that are named: the others are counted.
const MOST_NAMED: usize = 8;

/// Which conversations of a file were left out, and why.
pub fn left_out(read: &ReadConversations, lang: Lang) -> String {
    let (n, n_all) = (read.left_out.len(), read.left_out.len() + read.conversations.len());
    let named = read.left_out.iter().take(MOST_NAMED).map(|error| format!("  {}", error.say(lang)));
    let more = (n > MOST_NAMED).then(|| format!("  {}", words::LeftOutMore { n: n - MOST_NAMED }.say(lang)));
    let told = words::LeftOut { n: grouped(n), n_all: grouped(n_all) }.say(lang);
    [told].into_iter().chain(named).chain(more).collect::<Vec<_>>().join("\n")
}

/// A question, and what the model said to it before and says now.
fn turns(example: &Example, lang: Lang) -> Vec<DialogueTurn> {
    let kind = if example.is_held_out { words::HeldOut.text(lang) } else { words::Practised.text(lang) };
    let question = emphasise(Emphasis::Strong, one_line(&example.question));
    let said = |text: &str| match one_line(text) {
        empty if empty.is_empty() => words::NothingSaid.text(lang).to_owned(),
        text => text,
    };
    let turn = |speaker: &str, said: Text| DialogueTurn { speaker: speaker.to_owned(), said };
    vec![
        turn(words::Question.text(lang), words::Asked { question, kind }.say(lang).into()),
        turn(words::Before.text(lang), Text::emphasised(Emphasis::Faint, said(&example.before))),
        turn(words::After.text(lang), Text::emphasised(Emphasis::For, said(&example.after))),
        turn(words::Expected.text(lang), said(&example.expected).into()),
    ]
}

/// What a model writes may hold line ends and anything else: it is shown on one line.
fn one_line(text: &str) -> String {
    running(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A change of the loss by less than this is not worth a warning, in nats a token.
const LITTLE: f64 = 0.05;

fn forgotten(change: Option<BeforeAfter>, page: &mut Page) {
    page.heading(words::Forgotten);
    let Some(BeforeAfter { before_nats, after_nats }) = change else {
        return page.say(words::ForgottenUnknown);
    };
    let [before, after] = [before_nats, after_nats].map(|loss| fixed(loss, 3));
    match after_nats - before_nats > LITTLE {
        true => page.say(words::ForgottenMore { before, after }),
        false => page.say(words::ForgottenLittle { before, after }),
    }
}
