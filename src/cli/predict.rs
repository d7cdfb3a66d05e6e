//! `melon predict MODEL DATA`: streams rows through a saved model, in memory that does not
//! grow with the file.

use super::failure::Failure;
use super::output::{self, failed};
use super::progress::RowCounter;
use super::session::Session;
use crate::data::read::{self, ReadOptions};
use crate::data::{Column, Feature, Table, builtin};
use crate::report::errors::InRows;
use crate::report::grid;
use crate::report::number::grouped;
use crate::report::words::predict as words;
use crate::rng::Seed;
use crate::store;
use crate::task::Predictor;
use std::io::Write;
use std::path::PathBuf;

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
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Load, then read, predict and write chunk by chunk.
pub(super) fn run(args: Args, session: &Session) -> Result<(), Failure> {
    let saved = store::load(&args.model)?;
    let name = saved.data.name.clone();
    let predictor = saved.into_predictor();
    let (mut categorical, mut numeric) = (Vec::new(), Vec::new());
    for Feature { name, levels } in predictor.model().features() {
        if levels.is_some() { categorical.push(name) } else { numeric.push(name) }
    }
    let options = args.source.read_options(&categorical, &numeric, session)?;
    args.source.check_rows(&args.data, session)?;
    let mut n_rows = 0;
    output::stream(args.output.as_deref(), session, |out| {
        n_rows = match builtin::find(&args.data) {
            Some(table) => whole(&predictor, &table.table(args.source.rows, Seed(args.source.seed)), out)?,
            None => chunks(&predictor, &args.data, &options, out, session)?,
        };
        Ok(())
    })?;
    session.note(&words::done(session.lang, grouped(n_rows), name));
    Ok(())
}

/// A built-in table at once.
fn whole(predictor: &Predictor, table: &Table, out: &mut dyn Write) -> Result<usize, Failure> {
    let predicted = predict(predictor, table, &table.name)?;
    let columns = table.columns.iter().cloned().chain(predicted).collect();
    let text = grid::csv(&grid::table(&Table::new(&table.name, columns)));
    out.write_all(text.as_bytes()).map_err(|error| failed("stdout", error))?;
    Ok(table.n_rows())
}

/// A file piece by piece: its own cells untouched, the new columns behind them.
fn chunks(
    predictor: &Predictor,
    file: &str,
    options: &ReadOptions,
    out: &mut dyn Write,
    session: &Session,
) -> Result<usize, Failure> {
    let chunks = read::chunks(file, options, ROWS_PER_CHUNK)?;
    session.notices(chunks.notices());
    let header = chunks.header().to_vec();
    let mut writer = csv::WriterBuilder::new().delimiter(chunks.delimiter()).flexible(true).from_writer(out);
    let mut counter = RowCounter::new(session);
    let mut n_rows = 0;
    for chunk in chunks {
        let chunk = chunk?;
        let predicted = predict(predictor, &chunk.table, file)?;
        if n_rows == 0 {
            let names = header.iter().map(String::as_str).chain(predicted.iter().map(|column| column.name.as_str()));
            writer.write_record(names).map_err(csv_failed)?;
        }
        for (row, cells) in chunk.rows.iter().enumerate() {
            let new = predicted.iter().map(|column| column.text(row).unwrap_or_default().into_owned());
            writer.write_record(cells.iter().map(str::to_owned).chain(new)).map_err(csv_failed)?;
        }
        n_rows += chunk.rows.len();
        counter.update(n_rows);
    }
    writer.flush().map_err(|error| failed("stdout", error))?;
    Ok(n_rows)
}

/// The new columns; an error says on which line of the file.
fn predict(predictor: &Predictor, table: &Table, file: &str) -> Result<Vec<Column>, Failure> {
    predictor.predict(&table.columns).map_err(|error| InRows::of(error, table, file).into())
}

fn csv_failed(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => failed("stdout", error),
        other => failed("stdout", std::io::Error::other(format!("{other:?}"))),
    }
}
