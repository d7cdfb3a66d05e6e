//! What to try after a training.

use crate::report::layout::Page;
use crate::report::words::{examples, train as words};
use crate::task::training::{Setup, Verdict};

/// A folder that is not there yet, for what is made of a model next.
const CHAT_FOLDER: &str = "my-chat";
const FOLDER: &str = "my-model";

/// The command that goes on with the run in `folder`.
pub(super) fn resume(command: &str, folder: Option<&str>) -> String {
    format!("{command} --resume --save {}", folder.map_or(FOLDER.to_owned(), quoted))
}

pub(super) fn after_pretraining(setup: &Setup, verdict: Verdict, folder: Option<&str>, page: &mut Page) {
    let lang = page.style.lang;
    let again = |flag: &str| anew(&page.style.again_with(flag), folder);
    let mut commands = Vec::new();
    match folder.map(quoted) {
        Some(folder) => {
            let prompt = quoted(examples::Prompt.text(lang));
            commands.push((format!("melon generate {prompt} --model {folder}"), words::NextGenerate.text(lang)));
            let command = format!("melon finetune {folder} --save {CHAT_FOLDER}");
            commands.push((command, words::NextFinetune.text(lang)));
        }
        None => commands.push((again(&format!("--save {FOLDER}")), words::NextSave.text(lang))),
    }
    match verdict {
        Verdict::Overfits { .. } => commands.push((again("--dropout 0.2"), words::NextDropout.text(lang))),
        Verdict::StillFalling | Verdict::NothingLearned => {
            commands.push((again(&format!("--iters {}", 2 * setup.options.iters)), words::NextLonger.text(lang)));
        }
        Verdict::Settled => {
            commands.push((again(&format!("--iters {}", 2 * setup.options.iters)), words::NextLonger.text(lang)));
            commands.push((again(&format!("--n-embd {}", 2 * setup.config.n_embd)), words::NextSmall.text(lang)));
        }
        Verdict::Unknown => {}
    }
    show(commands, page);
}

pub(super) fn after_counting(folder: Option<&str>, page: &mut Page) {
    let lang = page.style.lang;
    let mut commands = Vec::new();
    match folder.map(quoted) {
        Some(folder) => {
            let prompt = quoted(examples::Prompt.text(lang));
            commands.push((format!("melon generate {prompt} --model {folder}"), words::NextGenerate.text(lang)));
        }
        None => commands.push((page.style.again_with(&format!("--save {FOLDER}")), words::NextSave.text(lang))),
    }
    commands.push(("melon pretrain --preset tiny".to_owned(), words::NextGpt.text(lang)));
    show(commands, page);
}

pub(super) fn after_finetuning(folder: Option<&str>, page: &mut Page) {
    let lang = page.style.lang;
    let again = |flag: &str| anew(&page.style.again_with(flag), folder);
    let mut commands = Vec::new();
    match folder.map(quoted) {
        Some(folder) => commands.push((format!("melon chat {folder}"), words::NextChat.text(lang))),
        None => commands.push((again(&format!("--save {CHAT_FOLDER}")), words::NextSave.text(lang))),
    }
    commands.push((again("--learning-rate 0.0001"), words::NextGentle.text(lang)));
    show(commands, page);
}

fn show(commands: Vec<(String, &str)>, page: &mut Page) {
    page.heading(words::Next.text(page.style.lang));
    let commands: Vec<(String, String)> = commands.into_iter().map(|(c, why)| (c, why.to_owned())).collect();
    page.commands(&commands);
}

/// A command line that begins a run like this one: saved if this one is, beside it.
fn anew(line: &str, folder: Option<&str>) -> String {
    let line = without(line, &["--resume", "--overwrite"]);
    match folder {
        Some(folder) => format!("{line} --save {}", quoted(&format!("{}-2", folder.trim_end_matches('/')))),
        None => line,
    }
}

/// A command line without these flags.
fn without(line: &str, flags: &[&str]) -> String {
    line.split(' ').filter(|word| !flags.contains(word)).collect::<Vec<_>>().join(" ")
}

/// A folder as a shell takes it.
fn quoted(folder: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    if folder.chars().all(plain) { folder.to_owned() } else { format!("'{}'", folder.replace('\'', r"'\''")) }
}
