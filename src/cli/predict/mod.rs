//! `melon predict MODEL DATA`: streams rows through a saved model, in memory that does not
//! grow with the file.

mod heard;
mod prefetched;
mod rows;
mod script;
mod units;

use super::args::KindArgs;
use super::console::Console;
use super::failure::Failure;
use super::output::{self, OutputNames, WriteFailed};
use super::progress::RowCounter;
use super::script::{ScriptArgs, write_any};
use crate::data::read::{self, Chunks, ReadOptions};
use crate::data::{self, Column, Feature, Table, catalogue};
use crate::report::Say;
use crate::report::errors::InFile;
use crate::report::number::grouped;
use crate::report::words::predict as words;
use crate::rng::Seed;
use crate::store;
use crate::task::{Predictor, TaskError};
use heard::Heard;
use prefetched::Prefetched;
use rows::{RowFormat, RowWriter};
use script::ScriptRows;
use std::borrow::Cow;
use std::io::Write;
use std::path::PathBuf;
use units::Units;

/// Rows that are in memory at a time.
const ROWS_PER_CHUNK: usize = 8192;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(id = "model_file", value_name = "MODEL")]
    model: PathBuf,
    #[arg(id = "data_name", value_name = "DATA")]
    data: String,
    #[command(flatten)]
    source: super::args::SourceArgs,
    #[arg(id = "rows_format", long = "format", default_value = "csv", value_name = "FORMAT")]
    format: RowFormat,
    #[command(flatten)]
    script: ScriptArgs,
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Load, then read, predict and write chunk by chunk.
pub(super) fn run(mut args: Args, console: &Console) -> Result<(), Failure> {
    let saved = store::load(&args.model)?;
    let name = saved.data.name.clone();
    // The table speaks as `--names` and the reader do; so do the new columns, if the model's words
    // are those of a built-in table.
    let is_table = args.format == RowFormat::Csv;
    let names = args.source.names(&args.data, is_table, console);
    let spoken = Spoken { table: names, predicted: args.source.names(&name, is_table, console) };
    let (written, learned) = (saved.data.written.clone(), saved.data.markers.clone());
    let predictor = saved.into_predictor();
    let mut kinds = KindArgs::default();
    for Feature { name, levels } in predictor.model().features() {
        // What was a value in training is one here, though it may look like a missing cell.
        args.source.values.extend(levels.iter().flatten().filter(|level| read::is_missing(level)).cloned());
        if levels.is_some() { kinds.categorical.push(name) } else { kinds.numeric.push(name) }
    }
    let options = args.source.read_options(&kinds, console)?;
    let typed = options.markers.clone();
    let options = ReadOptions { written: written.clone(), markers: learned.and(&typed), ..options };
    args.source.check_rows(&args.data, console)?;
    let mut seen = ScriptRows::new(&predictor, spoken.predicted, args.script.script.is_some());
    let mut n_rows = 0;
    output::stream(args.output.as_deref(), console, |out, failed_write| {
        n_rows = match catalogue::find(&args.data) {
            Some(table) => {
                let table = table.table(args.source.rows, Seed(args.source.seed));
                seen.add(&table);
                let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
                note_not_missed(&predictor, &columns, spoken, console);
                whole(&predictor, table, args.format, spoken, out, failed_write)?
            }
            None => {
                let read = read::chunks(&args.data, &options, ROWS_PER_CHUNK)?;
                let checks = (Units::new(written, read.notices()), Heard::new(typed));
                chunks(&predictor, read, checks, (args.format, spoken), &mut seen, (out, failed_write), console)?
            }
        };
        Ok(())
    })?;
    write_any(&args.script, |typed| seen.analysis(predictor, typed), console)?;
    console.note(&words::Done { rows: grouped(n_rows), name }.say(console.lang));
    Ok(())
}

/// Whose names are written.
#[derive(Debug, Clone, Copy)]
struct Spoken {
    /// In the columns that were there.
    table: OutputNames,
    /// In those that are appended.
    predicted: OutputNames,
}

impl Spoken {
    fn say(names: OutputNames, text: Cow<str>) -> Cow<str> {
        if names == OutputNames::English { data::names::in_english(&text).into() } else { text }
    }
}

/// A built-in table at once.
fn whole(
    predictor: &Predictor,
    table: Table,
    format: RowFormat,
    spoken: Spoken,
    out: &mut dyn Write,
    failed_write: WriteFailed,
) -> Result<usize, Failure> {
    let predicted = predict(predictor, &table, &table.name)?;
    let n_rows = table.n_rows();
    let say = |names: OutputNames| {
        move |column: Column| if names == OutputNames::English { column.in_english() } else { column }
    };
    let own = table.columns.into_iter().map(say(spoken.table));
    let columns: Vec<Column> = own.chain(predicted.into_iter().map(say(spoken.predicted))).collect();
    let names = columns.iter().map(|column| column.name.clone()).collect();
    let mut rows = RowWriter::new(format, b',', names, out);
    for row in 0..n_rows {
        rows.write(columns.iter().map(|column| column.text(row).unwrap_or_default())).map_err(failed_write)?;
    }
    rows.finish().map_err(failed_write)?;
    Ok(n_rows)
}

/// A file, or those of a folder, piece by piece: their own cells untouched, the new columns behind them.
fn chunks(
    predictor: &Predictor,
    chunks: Chunks,
    (mut units, mut heard): (Units, Heard),
    (format, spoken): (RowFormat, Spoken),
    seen: &mut ScriptRows,
    (out, failed_write): (&mut dyn Write, WriteFailed),
    console: &Console,
) -> Result<usize, Failure> {
    console.notices(chunks.notices());
    let columns: Vec<&str> = chunks.header().iter().map(AsRef::as_ref).collect();
    note_not_missed(predictor, &columns, spoken, console);
    let own = chunks.header().iter().map(|name| Spoken::say(spoken.table, name.into()));
    let new = predictor.column_names().into_iter().map(|name| Spoken::say(spoken.predicted, name.into()).into_owned());
    let names = own.map(Cow::into_owned).chain(new).collect();
    let mut rows = RowWriter::new(format, chunks.delimiter(), names, out);
    let mut counter = RowCounter::new(console);
    let mut n_rows = 0;
    for chunk in Prefetched::new(chunks) {
        let chunk = chunk?;
        console.notices(&chunk.notices);
        console.notices(&heard.of(&chunk.table.notices));
        let missing = heard.missing_as_learned(&chunk.table.notices);
        if !missing.is_empty() {
            console.note(&words::MissingAsLearned { texts: console.lang.names(missing) }.say(console.lang));
        }
        console.notices(&heard.of(&units.check(&chunk)?));
        let predicted = predict(predictor, &chunk.table, &chunk.file)?;
        seen.add(&chunk.table);
        for (row, cells) in chunk.rows.iter().enumerate() {
            let own = cells.iter().map(|cell| Spoken::say(spoken.table, cell.into()));
            let new =
                predicted.iter().map(|column| Spoken::say(spoken.predicted, column.text(row).unwrap_or_default()));
            rows.write(own.chain(new)).map_err(failed_write)?;
        }
        n_rows += chunk.rows.len();
        counter.update(n_rows);
    }
    rows.finish().map_err(failed_write)?;
    Ok(n_rows)
}

/// Says which features have no column and are not missed.
fn note_not_missed(predictor: &Predictor, columns: &[&str], spoken: Spoken, console: &Console) {
    let lacking = predictor.not_missed(columns);
    if !lacking.is_empty() {
        let lacking = lacking.into_iter().map(|name| Spoken::say(spoken.predicted, name.into()));
        console.note(&words::NotMissed { columns: console.lang.names(lacking) }.say(console.lang));
    }
}

/// The new columns; an error says on which line of the file.
fn predict(predictor: &Predictor, table: &Table, file: &str) -> Result<Vec<Column>, Failure> {
    predictor.predict(&table.columns).map_err(|error| {
        let error = match error {
            TaskError::Encode(error) => TaskError::Encode(error.in_file(|row| table.line(row))),
            other => other,
        };
        InFile::of(error, file).into()
    })
}
