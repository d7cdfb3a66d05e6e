//! `melon data list|show|export|make`.

use super::args::{self, KindArgs, NamesIn, SourceArgs};
use super::console::Console;
use super::data_file::FileArgs;
use super::failure::Failure;
use super::output::{self, OutputArgs, OutputFormat};
use super::presentation::Presentation;
use super::usage;
use crate::data::Builtin;
use crate::data::grammar::{chats, stories};
use crate::data::{Table, synth};
use crate::report::grid::{self, Grid};
use crate::report::pages;
use crate::rng::Seed;
use serde::{Serialize, Serializer};

/// The commands below `data`.
#[derive(Debug, clap::Subcommand)]
pub(super) enum DataCommand {
    List(ListArgs),
    Show(ShowArgs),
    Export(ExportArgs),
    Make(MakeArgs),
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    output: OutputArgs,
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    #[arg(default_value = "melons", value_name = "NAME")]
    table: String,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    source: SourceArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    #[arg(value_name = "NAME")]
    table: String,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    source: SourceArgs,
    #[command(flatten)]
    file: FileArgs,
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct MakeArgs {
    #[arg(default_value = "melon-field", value_parser = ["melon-field", "stories", "chats"], value_name = "NAME")]
    table: String,
    #[arg(long, default_value_t = 1000, value_name = "N")]
    rows: usize,
    #[arg(long, default_value_t = 42, value_name = "N")]
    seed: u64,
    #[arg(long)]
    truth: bool,
    #[arg(long, value_name = "LANG")]
    names: Option<NamesIn>,
    #[command(flatten)]
    file: FileArgs,
}

/// Runs one of them.
pub(super) fn run(command: DataCommand, console: &Console) -> Result<(), Failure> {
    match command {
        DataCommand::List(args) => list(args, console),
        DataCommand::Show(args) => show(args, console),
        DataCommand::Export(args) => export(args, console),
        DataCommand::Make(args) => make(args, console),
    }
}

fn list(args: ListArgs, console: &Console) -> Result<(), Failure> {
    let shown = Presentation::new(|| pages::list(&console.context()));
    args.output.report(&DeferredGrid(grid::catalogue), &shown, DeferredGrid::grid, console)
}

fn show(args: ShowArgs, console: &Console) -> Result<(), Failure> {
    let table: Table = args.source.table_of_kinds(&args.table, &args.kinds, console)?;
    let names = args.source.names(&args.table, args.output.format == OutputFormat::Csv, console);
    let shown = Presentation::new(|| pages::show(&table, &console.context()));
    args.output.report_in(names, &DeferredGrid(|| grid::table(&table)), &shown, DeferredGrid::grid, console)
}

fn export(args: ExportArgs, console: &Console) -> Result<(), Failure> {
    let table = args.source.table_of_kinds(&args.table, &args.kinds, console)?;
    let names = args.source.names(&args.table, args.file.is_for_people(), console);
    args.file.write(table, names, console)
}

fn make(args: MakeArgs, console: &Console) -> Result<(), Failure> {
    if args.truth {
        let page = pages::truth(&synth::truth(), &synth::reference(), &console.context());
        return output::page(&console.set(&page), args.file.output.as_deref(), console);
    }
    usage::rows(args.rows, console.lang)?;
    let (tongue, seed) = (console.lang.language().tongue, Seed(args.seed));
    let output = args.file.output.as_deref();
    match args.table.as_str() {
        "stories" => return output::document(stories::text(tongue, seed, args.rows), output, console),
        "chats" => return output::document(chats::lines(tongue, seed, args.rows), output, console),
        _ => {}
    }
    let table = Builtin::MelonField.table(Some(args.rows), seed);
    if args.file.is_only_looked_at() {
        return output::page(&console.set(&pages::made(&table, &console.context())), None, console);
    }
    let names = args::names(args.names, true, args.file.is_for_people(), console);
    args.file.write(table, names, console)
}

/// A table that is made only when it is written; as JSON, one object a row.
struct DeferredGrid<F>(F);

impl<F: Fn() -> Grid> DeferredGrid<F> {
    fn grid(&self) -> Grid {
        (self.0)()
    }
}

impl<F: Fn() -> Grid> Serialize for DeferredGrid<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.grid().records().serialize(serializer)
    }
}
