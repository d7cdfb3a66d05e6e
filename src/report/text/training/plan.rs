//! Before the first step: what will be trained on what, and how long it will take.

use crate::report::Style;
use crate::report::layout::Page;
use crate::report::number::grouped;
use crate::report::words::train as words;
use crate::report::words::{Lang, Say};
use crate::task::training::Setup;

/// Of a pre-training on `n_chars` characters, saved to `folder`.
pub fn plan_pretrain(setup: &Setup, n_chars: usize, folder: Option<&str>, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    model(setup, &mut page);
    let kind = match setup.tokenizer {
        "char" => words::CharKind.text(lang),
        "bpe" => words::BpeKind.text(lang),
        _ => words::OtherKind.text(lang),
    };
    let [n_train, n_validation] = [setup.n_train, setup.n_validation].map(grouped);
    let vocab_size = grouped(setup.config.vocab_size);
    page.say(words::PlanText { n_chars: grouped(n_chars), n_train, n_validation, vocab_size, kind }.say(lang));
    let tokens = setup.sequences_per_step() * setup.config.context_len * setup.options.iters;
    practice(setup, tokens as f64 / setup.n_train as f64, folder, &mut page);
    page.finish()
}

/// Of a fine-tuning, in which `n_too_long` conversations lose their end.
pub fn plan_finetune(setup: &Setup, n_too_long: usize, folder: Option<&str>, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    model(setup, &mut page);
    page.say(words::PlanChats { n_train: grouped(setup.n_train), n_validation: grouped(setup.n_validation) }.say(lang));
    if n_too_long > 0 {
        page.say(words::PlanTooLong { n: grouped(n_too_long) }.say(lang));
    }
    let sequences = setup.sequences_per_step() * setup.options.iters;
    practice(setup, sequences as f64 / setup.n_train as f64, folder, &mut page);
    page.finish()
}

fn model(setup: &Setup, page: &mut Page) {
    let config = &setup.config;
    let n_params = grouped(setup.n_params);
    let lang = page.style.lang;
    let (n_layer, n_head) = (config.n_layer, config.n_head);
    let layers = words::PlanLayers { n_layer, n_head }.say(lang);
    page.say(words::PlanModel { layers, n_embd: config.n_embd, context_len: config.context_len, n_params }.say(lang));
}

fn practice(setup: &Setup, passes: f64, folder: Option<&str>, page: &mut Page) {
    let lang = page.style.lang;
    let [iters, sequences] = [setup.options.iters, setup.sequences_per_step()];
    let passes = if passes < 10.0 { format!("{passes:.1}") } else { grouped(passes.round() as usize) };
    page.say(words::PlanSteps { iters: grouped(iters), sequences: grouped(sequences), passes }.say(lang));
    if setup.step > 0 {
        page.say(words::PlanFrom { step: grouped(setup.step), iters: grouped(setup.options.iters) }.say(lang));
    }
    if let Some(estimate) = &setup.estimate {
        let time = duration(lang, estimate.total_secs);
        page.say(match folder {
            Some(folder) => words::PlanTimeSaved { time, folder }.say(lang),
            None => words::PlanTime { time }.say(lang),
        });
    }
    if folder.is_none() {
        page.say(words::PlanUnsaved.text(lang));
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
