//! Before the first step: what will be trained on what, and how long it will take.

use crate::lm::TokenizerKind;
use crate::report::number::grouped;
use crate::report::page::Page;
use crate::report::words::train as words;
use crate::report::{Lang, Say};
use crate::task::training::Setup;

/// Of a pre-training on `n_chars` characters, saved to `folder`.
pub fn plan_pretrain(setup: &Setup, n_chars: usize, folder: Option<&str>, lang: Lang) -> Page {
    let mut page = Page::new(lang);
    model(setup, &mut page);
    let kind = match setup.tokenizer {
        TokenizerKind::Characters => words::CharKind.text(lang),
        TokenizerKind::Bpe => words::BpeKind.text(lang),
        TokenizerKind::Other => words::OtherKind.text(lang),
    };
    let [n_chars, n_train, n_validation, vocab_size] =
        [n_chars, setup.n_train, setup.n_validation, setup.config.vocab_size].map(grouped);
    page.say(words::PlanText { n_chars, n_train, n_validation, vocab_size, kind });
    let tokens = setup.sequences_per_step() * setup.config.context_len * setup.options.iters;
    practice(setup, tokens as f64 / setup.n_train as f64, folder, &mut page);
    page
}

/// Of a fine-tuning, in which `n_too_long` conversations lose their end.
pub fn plan_finetune(setup: &Setup, n_too_long: usize, folder: Option<&str>, lang: Lang) -> Page {
    let mut page = Page::new(lang);
    model(setup, &mut page);
    page.say(words::PlanChats { n_train: grouped(setup.n_train), n_validation: grouped(setup.n_validation) });
    if n_too_long > 0 {
        page.say(words::PlanTooLong { n: grouped(n_too_long) });
    }
    let sequences = setup.sequences_per_step() * setup.options.iters;
    practice(setup, sequences as f64 / setup.n_train as f64, folder, &mut page);
    page
}

fn model(setup: &Setup, page: &mut Page) {
    let config = &setup.config;
    let layers = words::PlanLayers { n_layer: config.n_layer, n_head: config.n_head }.say(page.lang);
    let (n_embd, context_len, n_params) = (config.n_embd, config.context_len, grouped(setup.n_params));
    page.say(words::PlanModel { layers, n_embd, context_len, n_params });
}

fn practice(setup: &Setup, passes: f64, folder: Option<&str>, page: &mut Page) {
    let [step, iters, sequences] = [setup.step, setup.options.iters, setup.sequences_per_step()].map(grouped);
    let passes = if passes < 10.0 { format!("{passes:.1}") } else { grouped(passes.round() as usize) };
    page.say(words::PlanSteps { iters: &iters, sequences, passes });
    if setup.step > 0 {
        page.say(words::PlanFrom { step, iters });
    }
    if let Some(estimate) = &setup.estimate {
        let time = duration(page.lang, estimate.total_secs);
        match folder {
            Some(folder) => page.say(words::PlanTimeSaved { time, folder }),
            None => page.say(words::PlanTime { time }),
        }
    }
    if folder.is_none() {
        page.say(words::PlanUnsaved);
    }
}

/// As a person would say it.
fn duration(lang: Lang, secs: f64) -> String {
    let (whole, minutes) = (secs.ceil().max(1.0) as usize, (secs / 60.0).round() as usize);
    match secs {
        _ if secs < 100.0 => words::Secs { n: whole }.say(lang),
        _ if secs < 5940.0 => words::Minutes { n: minutes }.say(lang),
        _ => words::Hours { n: format!("{:.1}", secs / 3600.0) }.say(lang),
    }
}
