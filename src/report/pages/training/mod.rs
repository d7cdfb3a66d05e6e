//! What training a language model looks like: before, meanwhile and after.

mod curve;
mod finetune;
mod next;
mod ngram_counts;
mod numbers;
mod plan;
mod pretrain;

pub use finetune::{finetuned, left_out};
pub use ngram_counts::counted;
pub use plan::{plan_finetune, plan_pretrain};
pub use pretrain::pretrained;

use crate::report::number::maybe;
use crate::report::page::{Block, Emphasis, Page, PageContext, Text};
use crate::report::words::train as words;
use crate::report::{Lang, Say};
use crate::task::training::Trained;
use crate::train::{Ending, Evaluation};

/// One line about a measurement.
pub fn measured(lang: Lang, evaluation: &Evaluation) -> String {
    words::Measured {
        step: evaluation.step,
        train: maybe(evaluation.train_loss_nats, 3),
        validation: maybe(evaluation.val_loss_nats, 3),
    }
    .say(lang)
}

/// Why the run ended, and where its model is.
fn ending(result: &Trained, folder: Option<&str>, context: &PageContext, page: &mut Page) {
    let lang = page.lang;
    let (step, iters) = (result.step, result.iters);
    let strong = |words: &dyn Say| Text::emphasised(Emphasis::Strong, words.say(lang));
    match result.ending {
        Ending::Finished => {}
        Ending::Stopped => page.say(strong(&words::Stopped { step, iters })),
        Ending::OutOfTime => page.say(strong(&words::OutOfTime { step, iters })),
    }
    match (result.ending, folder) {
        (Ending::Finished, Some(folder)) => page.say(words::SavedTo { folder }),
        (Ending::Finished, None) => page.say(words::NotSaved),
        (_, Some(folder)) => {
            page.say(words::StoppedSaved { folder });
            let resume = context.other(&context.command.path.join(" ")).with_flag("--resume").with("--save", folder);
            page.push(Block::Suggestions(vec![resume.because(words::NextResume, lang)]));
        }
        (_, None) => page.say(words::StoppedUnsaved),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Conversation, Corpus, Role, Turn};
    use crate::lm::gpt::GptModel;
    use crate::report::page::Command;
    use crate::report::pages::approved::assert_approved;
    use crate::report::render::Terminal;
    use crate::report::render::terminal::{plain, width};
    use crate::rng::Seed;
    use crate::task::finetune::{BeforeAfter, Example, Finetuned};
    use crate::task::ngram::{NGramOptions, ngram_from_corpus};
    use crate::task::training::Course;
    use crate::task::training::{Setup, Trained};
    use crate::task::{finetune, pretrain};
    use crate::train::{Evaluation, Preset, TimeEstimate, TrainOptions};
    use std::sync::Arc;

    const TEXT: &str = "The melon is ripe. Knock on it and listen. ";

    fn course() -> Course {
        let recipe = Preset { context_len: 8, iters: 16, eval_interval: 4, ..Preset::TINY };
        pretrain::course(&Corpus::of_text("x", &TEXT.repeat(20)), &[], &recipe.into()).unwrap()
    }

    fn conversation(question: &str, answer: &str) -> Conversation {
        let turn = |role, content: &str| Turn { role, content: content.to_owned() };
        Conversation { turns: vec![turn(Role::User, question), turn(Role::Assistant, answer)] }
    }

    /// Every page, of runs that ended in every way, with and without a folder.
    fn pages(context: &PageContext) -> Vec<Page> {
        let lang = context.lang;
        let course = course();
        let mut state = course.fresh();
        let estimate = course.estimate(&state).unwrap();
        let setup = course.setup(&state, Some(estimate));
        let mut pages =
            vec![plan_pretrain(&setup, 900, Some("my-model"), lang), plan_pretrain(&setup, 900, None, lang)];
        course.run(&mut state, None, &mut ()).unwrap();
        for (ending, folder) in
            [(Ending::Finished, Some("my-model")), (Ending::Stopped, Some("my-model")), (Ending::OutOfTime, None)]
        {
            pages.push(pretrained(&setup, 900, &course.finish(&state, ending), folder, context));
        }
        let base = GptModel::new(course.gpt.clone(), course.gpt.init(Seed(1))).unwrap();
        let chats = [conversation("ripe", "no"), conversation("so", "yes"), conversation("a melon", "ripe")];
        let train = TrainOptions { iters: 8, eval_interval: 2, ..Preset::TINY.options() };
        let tokenizer = course.tokenizer.clone();
        let (tuning, exam) = finetune::course(Arc::new(base), tokenizer, &chats, train, 0.0, 0.4).unwrap();
        let mut state = tuning.fresh();
        tuning.run(&mut state, None, &mut ()).unwrap();
        let setup = tuning.setup(&state, Some(estimate));
        pages.push(plan_finetune(&setup, 2, None, lang));
        let corpus = Corpus::of_text("x", &TEXT.repeat(20));
        for (folder, text) in [(Some("my-chat"), Some((&corpus, 0.1))), (None, None)] {
            let result = tuning.finish(&state, Ending::Finished);
            pages.push(finetuned(&setup, &result, &exam.compare(&tuning, &result, text), folder, context));
        }
        let counted_here = ngram_from_corpus(&corpus, &NGramOptions::default()).unwrap();
        pages.push(counted(&counted_here, 900, Some("counts"), context));
        pages
    }

    /// A run with figures that are the same on every machine.
    fn fixed(course: &Course) -> (Setup, Trained) {
        let state = course.fresh();
        let estimate = TimeEstimate { step_secs: 0.02, eval_secs: 0.3, total_secs: 75.0 };
        let losses = [(0, None, 4.2), (500, Some(2.1), 2.2), (1000, Some(1.7), 1.9), (1500, Some(1.4), 2.0)];
        let evaluation = |(step, train_loss_nats, val)| Evaluation { step, train_loss_nats, val_loss_nats: Some(val) };
        let trained = course.finish(&state, Ending::Finished);
        let history = losses.map(evaluation).to_vec();
        let trained =
            Trained { val_loss_nats: Some(1.9), best_step: Some(1000), step: 1500, iters: 1500, history, ..trained };
        (course.setup(&state, Some(estimate)), trained)
    }

    #[test]
    fn pages_look_as_they_were_approved() {
        let example = Example {
            question: "is it ripe".to_owned(),
            expected: "yes".to_owned(),
            is_held_out: true,
            before: "The melon".to_owned(),
            after: "no".to_owned(),
        };
        let losses = |before_nats, after_nats| Some(BeforeAfter { before_nats, after_nats });
        let changed = Finetuned { answers: losses(3.0, 1.9), forgotten: losses(1.8, 2.4), examples: vec![example] };
        let counts = ngram_from_corpus(&Corpus::of_text("x", &TEXT.repeat(20)), &NGramOptions::default()).unwrap();
        let course = course();
        let (setup, trained) = fixed(&course);
        for lang in [Lang::En, Lang::Zh] {
            let context = &PageContext::new(lang, Command::new("pretrain").with("--preset", "tiny"));
            let folder = Some("my-model");
            for (name, page) in [
                ("plan", plan_pretrain(&setup, 900, folder, lang)),
                ("pretrained", pretrained(&setup, 900, &trained, folder, context)),
                ("finetuned", finetuned(&setup, &trained, &changed, folder, context)),
                ("counted", counted(&counts, 900, folder, context)),
            ] {
                assert_approved(&format!("training-{name}-{}", lang.language().code), &page);
            }
        }
    }

    #[test]
    fn pages_fit_and_speak_one_language() {
        for lang in [Lang::Zh, Lang::En] {
            let pages = pages(&PageContext::new(lang, Command::new("pretrain").with("--preset", "tiny")));
            for (columns, page) in
                [60, 80].into_iter().flat_map(|columns| pages.iter().map(move |page| (columns, page)))
            {
                let page = plain(&Terminal::new(columns).render(page));
                for line in page.lines().filter(|line| !line.trim_start().starts_with("melon ")) {
                    assert!(width(line) <= columns, "{} columns: {line}", width(line));
                    assert_eq!(line, line.trim_end());
                }
                let han = page.chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
                assert!(lang == Lang::Zh || han.is_none(), "{han:?} in\n{page}");
            }
        }
    }
}
