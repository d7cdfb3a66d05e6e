//! Small tables in the shapes in which people bring them: read as `tables.py` says, which reads
//! them with pandas, and with the notices that were approved.

use crate::cli::binary;
use approx::assert_relative_eq;
use serde_json::Value;
use std::process::{Command, Output};

fn golden() -> Value {
    serde_json::from_str(include_str!("tables.json")).unwrap()
}

/// The command beside the tables.
fn run(command: &str, file: &str, flags: &[String]) -> Output {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/tables");
    let mut run = Command::new(binary());
    run.args(command.split(' ')).arg(file).args(flags).current_dir(folder);
    run.env_clear().env("LANG", "en_US.UTF-8").output().unwrap()
}

fn cases() -> Vec<(String, Vec<String>, Value)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let case = |case: &Value| {
        (text(&case["file"]), case["flags"].as_array().unwrap().iter().map(text).collect(), case.clone())
    };
    golden()["cases"].as_array().unwrap().iter().map(case).collect()
}

fn coefficients(file: &str, flags: &[String]) -> Vec<(String, f64)> {
    let output = run("regress --format json --cv none", file, flags);
    assert!(output.status.success(), "{file}: {}", String::from_utf8_lossy(&output.stderr));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let line = |line: &Value| (line["term"].as_str().unwrap().to_owned(), line["estimate"].as_f64().unwrap());
    json["coefficients"].as_array().unwrap().iter().map(line).collect()
}

#[test]
fn every_shape_gives_the_same_fit_as_pandas_and_numpy() {
    for (file, flags, case) in cases() {
        let found = coefficients(&file, &flags);
        let terms: Vec<&str> = found.iter().skip(1).map(|(term, _)| term.as_str()).collect();
        assert_eq!(serde_json::to_value(&terms).unwrap(), case["terms"], "{file}");
        for ((term, estimate), expected) in found.iter().zip(case["estimates"].as_array().unwrap()) {
            println!("{file} {term}");
            assert_relative_eq!(*estimate, expected.as_f64().unwrap(), max_relative = 1e-9, epsilon = 1e-9);
        }
    }
}

/// Nothing that is read rightly today is read otherwise tomorrow without a notice.
#[test]
fn what_is_said_of_every_table_is_what_was_approved() {
    let mut said = String::new();
    for (file, flags, _) in cases() {
        for command in ["regress", "cluster --k 2 --n-init 1"] {
            let flags: Vec<String> = if command == "regress" { flags.clone() } else { without_target(&flags) };
            let output = run(&format!("{command} --format csv"), &file, &flags);
            let stderr = String::from_utf8(output.stderr).unwrap();
            let rows = String::from_utf8(output.stdout).unwrap();
            let columns = rows.lines().next().unwrap_or("nothing").to_owned();
            let command = command.split(' ').next().unwrap();
            said += &format!("{command} {file} {}\n{stderr}-> {columns}\n\n", flags.join(" "));
        }
    }
    insta::assert_snapshot!(said);
}

fn without_target(flags: &[String]) -> Vec<String> {
    let is_target = |at: usize| flags[at] == "--target" || (at > 0 && flags[at - 1] == "--target");
    (0..flags.len()).filter(|&at| !is_target(at)).map(|at| flags[at].clone()).collect()
}

/// Its marks tell, where no plain number stands beside them.
#[test]
fn a_first_sample_with_marks_is_no_header() {
    for (file, cell) in [("marked-samples.csv", "$1000"), ("grouped-samples.csv", "1,000")] {
        let stderr = String::from_utf8(run("regress", file, &[]).stderr).unwrap();
        assert!(stderr.contains("line 1 looks like a sample") && stderr.contains(cell), "{file}: {stderr}");
    }
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_is_read_where_it_is_built_in() {
    assert_eq!(coefficients("melons.parquet", &[]), coefficients("plain.csv", &[]));
}

#[cfg(not(feature = "parquet"))]
#[test]
fn parquet_is_named_where_it_is_left_out() {
    let output = run("regress", "melons.parquet", &[]);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("Parquet") && stderr.contains("--features parquet"), "{stderr}");
}

/// One baseline for R² and for the errors beside it.
#[test]
fn held_out_r2_is_against_the_mean_of_what_was_learned_from() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("five.csv");
    let first: Vec<&str> = include_str!("tables/plain.csv").lines().take(6).collect();
    std::fs::write(&file, first.join("\n")).unwrap();
    let output = run("regress --format json --cv loo --features x", file.to_str().unwrap(), &[]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let r2 = json["cross_validation"]["r2"].as_f64().unwrap();
    assert_relative_eq!(r2, golden()["held_out_r2"].as_f64().unwrap(), max_relative = 1e-9);
    let rmse = |of: &Value| of["rmse"].as_f64().unwrap();
    assert_relative_eq!(r2, 1.0 - (rmse(&json["cross_validation"]) / rmse(&json["baseline"])).powi(2), epsilon = 1e-12);
}
