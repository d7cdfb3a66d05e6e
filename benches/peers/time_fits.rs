//! The program's side of `run.py`: holds the data in memory and times one fit a line.
//!
//! ```text
//! time_fits X.f64 Y.f64 N_SAMPLES N_FEATURES
//! ```
//!
//! reads commands from stdin (`logistic 1 rows`, `ols columns`, `kmeans 8 5 rows`,
//! `csv FILE`) and answers each with a line of JSON: the seconds it took, what was found, and
//! how far the process's peak memory rose meanwhile, where the system tells.

use melon::data::{EncodeOptions, Encoder, read};
use melon::engine::{Engine, Init, KMeansOptions, LinearOptions, LogisticOptions, Native};
use ndarray::{Array2, ArrayView2, ShapeBuilder};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::time::Instant;

/// The data, row by row as they were read; column by column from when that is asked for.
struct Data {
    rows: Array2<f64>, // (n_samples, n_features)
    columns: Option<Array2<f64>>,
    y: Vec<f64>,
    labels: Vec<usize>,
}

impl Data {
    fn load(args: &[String]) -> io::Result<Data> {
        let number = |at: usize| args[at].parse::<usize>().expect("a number of rows or columns");
        let shape = (number(2), number(3));
        let rows =
            Array2::from_shape_vec(shape, doubles(&args[0], shape.0 * shape.1)?).expect("n_samples * n_features");
        let y = doubles(&args[1], shape.0)?;
        let labels = y.iter().map(|&y| usize::from(y > 0.0)).collect();
        Ok(Data { rows, columns: None, y, labels })
    }

    fn matrix(&mut self, layout: &str) -> ArrayView2<'_, f64> {
        if layout == "rows" {
            return self.rows.view();
        }
        let rows = &self.rows;
        let transposed = || {
            let mut columns = Array2::zeros(rows.raw_dim().f());
            columns.assign(rows);
            columns
        };
        self.columns.get_or_insert_with(transposed).view()
    }
}

/// `n` doubles as numpy's `tofile` writes them, without a second copy on the way.
fn doubles(path: &str, n: usize) -> io::Result<Vec<f64>> {
    let mut input = BufReader::with_capacity(1 << 20, File::open(path)?);
    let (mut values, mut bytes) = (Vec::with_capacity(n), [0; 8]);
    for _ in 0..n {
        input.read_exact(&mut bytes)?;
        values.push(f64::from_ne_bytes(bytes));
    }
    Ok(values)
}

/// The most memory that this process has had, in bytes; 0 where the system does not tell.
fn peak_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// Does `work`; returns what it found with the seconds it took and the rise of the peak.
fn timed(work: impl FnOnce() -> Value) -> Value {
    let (before, start) = (peak_bytes(), Instant::now());
    let mut found = work();
    found["secs"] = start.elapsed().as_secs_f64().into();
    found["peak_rise_bytes"] = (peak_bytes() - before).into();
    found
}

fn logistic(data: &mut Data, l2: f64, layout: &str) -> Value {
    let labels = data.labels.clone();
    let x = data.matrix(layout);
    timed(|| {
        let options = LogisticOptions { l2, ..LogisticOptions::default() };
        let fit = Native.logistic(x, &labels, 2, &options).expect("a fit");
        json!({ "coefficients": fit.coefficients.row(0).to_vec(), "intercept": fit.intercepts[0] })
    })
}

fn least_squares(data: &mut Data, layout: &str) -> Value {
    let y = data.y.clone();
    let x = data.matrix(layout);
    timed(|| {
        let fit = Native.linear(x, &y, &LinearOptions::default()).expect("a fit");
        json!({ "coefficients": fit.coefficients.to_vec(), "intercept": fit.intercept, "condition": fit.condition })
    })
}

fn kmeans(data: &mut Data, k: usize, max_iter: usize, layout: &str) -> Value {
    let x = data.matrix(layout);
    timed(|| {
        let init = Init::Rows((0..k).collect());
        let options = KMeansOptions { init, max_iter, tol: 0.0, ..KMeansOptions::new(k) };
        let fit = Native.kmeans(x, &options).expect("a fit");
        json!({ "inertia": fit.inertia, "iterations": fit.iterations })
    })
}

/// From a file to the matrix that a fit is given.
fn csv(path: &str) -> Value {
    timed(|| {
        let table = read::read(Path::new(path), &read::ReadOptions::default()).expect("a table");
        let encoder = Encoder::fit(&table.columns, EncodeOptions::default()).expect("numbers");
        let x = encoder.transform(&table.columns).expect("the same numbers");
        json!({ "sum": x.sum() })
    })
}

fn answer(data: &mut Data, command: &str) -> Value {
    let number = |text: &str| text.parse::<f64>().expect("a number");
    match command.split(' ').collect::<Vec<_>>()[..] {
        ["logistic", l2, layout] => logistic(data, number(l2), layout),
        ["ols", layout] => least_squares(data, layout),
        ["kmeans", k, max_iter, layout] => kmeans(data, number(k) as usize, number(max_iter) as usize, layout),
        ["csv", path] => csv(path),
        _ => panic!("no such command: {command}"),
    }
}

fn main() -> io::Result<()> {
    // As in the program itself, the main thread works along.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut data = Data::load(&args)?;
    let mut out = io::stdout();
    let mut say = |value: Value| writeln!(out, "{value}").and_then(|()| out.flush());
    say(json!({ "threads": rayon::current_num_threads(), "matrix_bytes": 8 * data.rows.len() }))?;
    for command in io::stdin().lock().lines() {
        say(answer(&mut data, &command?))?;
    }
    Ok(())
}
