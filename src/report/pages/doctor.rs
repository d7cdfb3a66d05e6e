//! The page of `melon doctor`.

use crate::report::Say;
use crate::report::number::fixed;
use crate::report::page::{DisplayTable, Page, PageContext};
use crate::report::words::{Lang, common, doctor as words};
use crate::task::doctor::{Checkup, SpeedLimit};

/// A gibibyte, as systems count memory.
const GIB: f64 = (1u64 << 30) as f64;

/// What this computer can do, then what is slow or missing and what to do about it.
pub fn doctor(checkup: &Checkup, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::Title);
    page.table(facts(checkup, lang));
    if checkup.findings.is_empty() {
        page.say(words::AllWell);
    } else {
        page.heading(words::Findings);
        page.list(checkup.findings.iter().map(|&trouble| advice(trouble, checkup, lang).into()));
    }
    let begin = context.other("classify").because(words::TryClassify, lang);
    page.suggest(common::TryNext, vec![begin]);
    page
}

fn facts(checkup: &Checkup, lang: Lang) -> DisplayTable {
    let mut table = DisplayTable::new().words(words::Part.text(lang)).words(words::Found.text(lang)).may_break();
    let Checkup { build, cpu, memory, .. } = checkup;
    let none = || words::Nothing.text(lang).to_owned();
    let listed = |names: &[&str]| if names.is_empty() { none() } else { lang.names(names) };
    let made = if build.optimized { words::Optimized.text(lang) } else { words::Debug.text(lang) };
    let version = words::Version { version: build.version, os: build.os, made }.say(lang);
    let threads = words::Threads { n_threads: cpu.n_threads, n_cores: cpu.n_cores }.say(lang);
    let memory = match (memory.available_bytes, memory.total_bytes) {
        (Some(free), Some(total)) => {
            let [free, total] = [free, total].map(|bytes| fixed(bytes as f64 / GIB, 1));
            words::FreeOf { free, total }.say(lang)
        }
        _ => words::Unknown.text(lang).to_owned(),
    };
    let locale = checkup.locale.name.clone().unwrap_or_else(none);
    table.row([words::Program.text(lang).into(), version.into()]);
    table.row([words::Parts.text(lang).into(), listed(&build.features).into()]);
    table.row([words::Processor.text(lang).into(), words::Arch { arch: cpu.arch, n: cpu.n_cores }.say(lang).into()]);
    table.row([words::Vectors.text(lang).into(), listed(&cpu.vector_instructions).into()]);
    table.row([words::AtOnce.text(lang).into(), threads.into()]);
    table.row([words::Memory.text(lang).into(), memory.into()]);
    table.row([words::Font.text(lang).into(), checkup.chinese_font.clone().unwrap_or_else(none).into()]);
    table.row([words::Locale.text(lang).into(), words::Speaks { locale, code: checkup.locale.lang }.say(lang).into()]);
    table.row([words::Terminal.text(lang).into(), screen(checkup, lang).into()]);
    table
}

fn screen(checkup: &Checkup, lang: Lang) -> String {
    let screen = &checkup.terminal;
    let kind = if screen.is_terminal { words::IsTerminal.text(lang) } else { words::IsPipe.text(lang) };
    let characters = if screen.unicode { words::Unicode.text(lang) } else { words::Ascii.text(lang) };
    let color = if screen.color { words::Color.text(lang) } else { words::NoColor.text(lang) };
    words::Screen { kind, width: screen.width, characters, color }.say(lang)
}

/// What it means, and what to do about it.
fn advice(trouble: SpeedLimit, checkup: &Checkup, lang: Lang) -> String {
    match trouble {
        SpeedLimit::NotOptimized => words::NotOptimized.text(lang).to_owned(),
        SpeedLimit::NoVectors => words::NoVectors.text(lang).to_owned(),
        SpeedLimit::FewThreads => {
            words::FewThreads { n_threads: checkup.cpu.n_threads, n_cores: checkup.cpu.n_cores }.say(lang)
        }
        SpeedLimit::OneCore => words::OneCore.text(lang).to_owned(),
        SpeedLimit::LittleMemory => words::LittleMemory.text(lang).to_owned(),
        SpeedLimit::NoChineseFont => words::NoChineseFont.text(lang).to_owned(),
        SpeedLimit::NoUnicode => words::NoUnicode.text(lang).to_owned(),
        SpeedLimit::Narrow => words::Narrow { width: checkup.terminal.width }.say(lang),
        SpeedLimit::NoParquet => words::NoParquet.text(lang).to_owned(),
    }
}
