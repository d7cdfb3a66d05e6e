//! What to try after a training.

use crate::report::page::{Command, PageContext, Suggestion};
use crate::report::words::{examples, train as words};
use crate::task::training::{Setup, Verdict};

/// A folder that is not there yet, for what is made of a model next.
const CHAT_FOLDER: &str = "my-chat";
const FOLDER: &str = "my-model";

pub(super) fn after_pretraining(
    setup: &Setup,
    verdict: Verdict,
    folder: Option<&str>,
    context: &PageContext,
) -> Vec<Suggestion> {
    let lang = context.lang;
    let mut next = vec![generate_or_save(folder, context)];
    if let Some(folder) = folder {
        let finetune = context.other("finetune").on(folder).with("--save", CHAT_FOLDER);
        next.push(finetune.because(words::NextFinetune, lang));
    }
    let longer = || anew("--iters", 2 * setup.options.iters, folder, context).because(words::NextLonger, lang);
    let larger = || anew("--n-embd", 2 * setup.config.n_embd, folder, context).because(words::NextLarger, lang);
    match verdict {
        Verdict::Overfits { .. } => {
            next.push(anew("--dropout", 0.2, folder, context).because(words::NextDropout, lang));
        }
        Verdict::StillFalling | Verdict::NothingLearned => next.push(longer()),
        Verdict::Settled => next.extend([longer(), larger()]),
        Verdict::NotBetter { .. } | Verdict::Unknown => {}
    }
    next
}

pub(super) fn after_counting(folder: Option<&str>, context: &PageContext) -> Vec<Suggestion> {
    let gpt = context.again().without("--model").without("--order").with("--preset", "tiny");
    let gpt = gpt.because(words::NextGpt, context.lang);
    vec![generate_or_save(folder, context), gpt]
}

pub(super) fn after_finetuning(folder: Option<&str>, context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    let use_it = match folder {
        Some(folder) => context.other("chat").on(folder).because(words::NextChat, lang),
        None => context.again().with("--save", CHAT_FOLDER).because(words::NextSave, lang),
    };
    vec![use_it, anew("--learning-rate", 0.0001, folder, context).because(words::NextGentle, lang)]
}

fn generate_or_save(folder: Option<&str>, context: &PageContext) -> Suggestion {
    let lang = context.lang;
    match folder {
        Some(folder) => {
            let generate = context.other("generate").on(examples::Prompt.text(lang)).with("--model", folder);
            generate.because(words::NextGenerate, lang)
        }
        None => context.again().with("--save", FOLDER).because(words::NextSave, lang),
    }
}

/// A run like this one from its beginning, but for one setting: saved if this one is, beside it.
fn anew(flag: &str, value: impl std::fmt::Display, folder: Option<&str>, context: &PageContext) -> Command {
    let run = context.again().without("--resume").with(flag, value);
    match folder {
        Some(folder) => run.with("--save", format!("{}-2", folder.trim_end_matches('/'))),
        None => run,
    }
}
