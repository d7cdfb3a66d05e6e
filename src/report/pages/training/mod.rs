//! What training a language model looks like: before, meanwhile and after.

mod count;
mod curve;
mod finetune;
mod next;
mod numbers;
mod plan;
mod pretrain;

pub use count::counted;
pub use finetune::finetuned;
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
    use crate::report::render::Terminal;
    use crate::report::render::terminal::{plain, width};
    use crate::rng::Seed;
    use crate::task::ngram::{NGramOptions, ngram_from_corpus};
    use crate::task::training::Course;
    use crate::task::{finetune, pretrain};
    use crate::train::{Preset, TrainOptions};
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
