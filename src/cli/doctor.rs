//! `melon doctor`: asks the computer what it has.

use super::console::Console;
use super::failure::Failure;
use super::output::OutputArgs;
use super::presentation::Presentation;
use super::{charset, png};
use crate::report::{grid, pages};
use crate::task::doctor::{Build, Checkup, Cpu, Locale, Memory, PageScreen};
use std::env::consts::{ARCH, OS};
use std::fs;
use std::io::{self, IsTerminal};

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    output: OutputArgs,
}

/// Look, judge, report, write.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let checkup = look(console).judged();
    let shown = Presentation::new(|| pages::doctor(&checkup, &console.context()));
    args.output.report(&checkup, &shown, grid::doctor, console)
}

fn look(console: &Console) -> Checkup {
    let features = [
        ("parquet", cfg!(feature = "parquet")),
        ("datafusion", cfg!(feature = "datafusion")),
        ("cluster", cfg!(feature = "cluster")),
    ];
    let with = |wanted: bool| features.iter().filter(|(_, there)| *there == wanted).map(|(name, _)| *name).collect();
    let screen = console.terminal();
    let may_color = anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
    Checkup {
        build: Build {
            version: env!("CARGO_PKG_VERSION"),
            os: OS,
            optimized: !cfg!(debug_assertions),
            features: with(true),
            without: with(false),
        },
        cpu: Cpu {
            arch: ARCH,
            vector_instructions: vector_instructions(),
            n_cores: std::thread::available_parallelism().map_or(1, usize::from),
            n_threads: rayon::current_num_threads(),
        },
        memory: memory(),
        chinese_font: png::chinese_font(),
        locale: Locale { name: charset::locale(), lang: console.lang.language().code },
        terminal: PageScreen {
            is_terminal: io::stdout().is_terminal(),
            width: screen.width,
            unicode: screen.unicode,
            color: may_color,
        },
        findings: Vec::new(),
    }
}

/// Of the instructions that `gemm` and `pulp` choose from, those that this processor has.
fn vector_instructions() -> Vec<&'static str> {
    #[cfg(target_arch = "x86_64")]
    let known = [
        ("avx2", is_x86_feature_detected!("avx2")),
        ("fma", is_x86_feature_detected!("fma")),
        ("avx512f", is_x86_feature_detected!("avx512f")),
    ];
    #[cfg(target_arch = "aarch64")]
    let known = [("neon", true)];
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    let known: [(&str, bool); 0] = [];
    known.into_iter().filter(|(_, there)| *there).map(|(name, _)| name).collect()
}

/// Bytes that programs may still take, where the system tells.
pub(super) fn free_memory() -> Option<u64> {
    memory().available_bytes
}

/// What Linux says; other systems keep it elsewhere.
fn memory() -> Memory {
    let said = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let bytes = |key: &str| -> Option<u64> {
        let line = said.lines().find_map(|line| line.strip_prefix(key))?;
        Some(line.trim_start_matches(':').split_whitespace().next()?.parse::<u64>().ok()? * 1024)
    };
    Memory { total_bytes: bytes("MemTotal"), available_bytes: bytes("MemAvailable") }
}
