//! `melon compare`: the same melon, seen by every model.

use super::args::{DataArgs, melons};
use super::failure::Failure;
use super::output::{Format, OutputArgs};
use super::overwrite;
use super::progress::with_spinner;
use super::session::Session;
use super::usage;
use crate::data::Goal;
use crate::report::{grid, text};
use crate::task::compare::{CompareOptions, Comparison, N_SAMPLES, compare};
use crate::task::sentences::Unit;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    data: DataArgs,
    #[arg(id = "melon_input", long = "melon", value_name = "NAME=VALUE,...")]
    melon: Option<String>,
    #[arg(long, default_value_t = 1.0, allow_negative_numbers = true, value_name = "NUMBER")]
    l2: f64,
    #[arg(long, default_value = "auto", value_name = "SCHEME")]
    cv: String,
    #[arg(long, default_value_t = N_SAMPLES, value_name = "N")]
    samples: usize,
    #[arg(long, default_value = "clause", value_name = "UNIT")]
    tokens: Tokens,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Tokens {
    Clause,
    Char,
}

impl Args {
    fn options(&self, session: &Session) -> Result<CompareOptions, Failure> {
        Ok(CompareOptions {
            l2: self.l2,
            cv: usage::cv(&self.cv, session.lang)?,
            n_samples: self.samples,
            tongue: session.lang.language().tongue,
            unit: if self.tokens == Tokens::Clause { Unit::Clause } else { Unit::Character },
            seed: self.data.source.seed,
        })
    }
}

/// Resolve, load, compare, report, write.
pub(super) fn run(args: Args, session: &Session) -> Result<(), Failure> {
    let options = args.options(session)?;
    overwrite::refuse(args.output.output.as_deref(), &args.data.data, &[], session)?;
    let dataset = args.data.load(Goal::Classify, None, session)?;
    let typed: Vec<String> = args.melon.iter().cloned().collect();
    let asked = melons(&typed, &dataset)?.pop();
    let result = with_spinner(session, || compare(&dataset, asked.as_ref(), &options))?;
    let table = |result: &Comparison| match args.output.format {
        Format::Markdown => grid::comparison(result).transposed(),
        _ => grid::comparison(result),
    };
    args.output.report(&result, || text::compare(&result, &session.style()), table, session)
}
