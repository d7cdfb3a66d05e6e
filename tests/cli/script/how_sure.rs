//! Without a penalty: standard errors, tests, intervals, and how well the fit fits.

use super::peers::{Printed, assert_same, peers, tables};
use super::{Told, iris_like, told_by_peers};
use crate::cli::Room;
use serde_json::Value;

/// Every estimate with its errors and tests, and the figures of the fit, are those of Python and R.
#[track_caller]
fn same_summary(line: &str, table: Option<&str>) {
    for Told { ours, script, found, at } in told_by_peers(&format!("{line} --cv none"), table) {
        assert!(!script.contains("not computed here"), "{at}");
        same_estimates(&found[0], &ours["coefficients"], &at);
        same_fit(&found[1], &ours["fit"], &at);
    }
}

#[track_caller]
fn same_estimates(found: &Printed, ours: &Value, at: &str) {
    let exists = |one: &&Value| !one["estimate"].is_null();
    let ours: Vec<&Value> = ours.as_array().unwrap().iter().filter(exists).collect();
    assert_eq!(found.rows.len(), ours.len(), "{at}: those that do not exist are left out");
    for one in ours {
        let is_it = |row: &&Vec<String>| {
            row[found.place("term")] == one["term"]
                && one["class"].as_str().is_none_or(|class| row[found.place("class")] == class)
        };
        let row = found.rows.iter().find(is_it).unwrap_or_else(|| panic!("{at}: no {one}"));
        let same = |name: &str, own: &Value| assert_same(&row[found.place(name)], own, &format!("{at}: {name} {one}"));
        for name in ["estimate", "std_error", "p_value"] {
            same(name, &one[name]);
        }
        let test = if one["t"].is_null() { "z" } else { "t" };
        same(test, &one[test]);
        same("low", &one["interval"][0]);
        same("high", &one["interval"][1]);
        let odds = if one["odds_step"].is_null() { &one["odds_ratio"] } else { &one["odds_step"]["ratio"] };
        if !odds.is_null() {
            same("odds_ratio", odds);
        }
    }
}

#[track_caller]
fn same_fit(found: &Printed, ours: &Value, at: &str) {
    let (figures, df): (&[&str], _) = match ours["f"].is_null() {
        true => (&["log_likelihood", "null_deviance", "residual_deviance", "aic"], ["df_null", "df_residual"]),
        false => (&["r2", "adjusted_r2", "residual_std_error", "f", "f_p_value"], ["df1", "df2"]),
    };
    let cell = |name: &str| found.rows[0][found.place(name)].as_str();
    for name in figures {
        assert_same(cell(name), &ours[*name], &format!("{at}: {name}"));
    }
    for (name, own) in df.iter().zip(ours["df"].as_array().unwrap()) {
        assert_same(cell(name), own, &format!("{at}: {name}"));
    }
}

/// A year, grams, a share, and what repeats the year: columns that are `apart` times further from each other in size
/// than grams and shares are. With a number and a class that depend on them and on chance.
fn on_many_scales(apart: f64) -> String {
    let mut state = 77u64;
    let mut draw = || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as f64 / (1u64 << 31) as f64
    };
    let mut csv = "year,grams,share,twice,y,kind\n".to_owned();
    for row in 0..60 {
        let (year, grams, share) = (2000 + row % 25, 4500.0 + 1000.0 * draw(), 0.1 * draw());
        let y = f64::from(year - 2000) + grams / 100.0 + share * 100.0 + 20.0 * draw();
        let kind = if y + 30.0 * draw() > 92.0 { "a" } else { "b" };
        csv += &format!("{year},{},{},{},{y:.4},{kind}\n", grams * apart, share / apart, 2 * year);
    }
    csv
}

#[test]
fn of_least_squares() {
    same_summary("regress watermelon-3.0a", None);
    same_summary("regress melons --target sugar", None);
    same_summary("regress t.csv --target weight --drop kind", Some(&iris_like(false)));
    let numeric = "--numeric year,grams,share,twice";
    same_summary(&format!("regress t.csv --target y --drop kind {numeric}"), Some(&on_many_scales(1000.0)));
}

#[test]
fn of_logistic_regression() {
    same_summary("classify watermelon-3.0a --l2 0", None);
    same_summary("classify melon-field --rows 300 --l2 0", None);
    same_summary("classify t.csv --target kind --l2 0", Some(&iris_like(false)));
    let numeric = "--numeric year,grams,share,twice";
    same_summary(&format!("classify t.csv --target kind --drop y --l2 0 {numeric}"), Some(&on_many_scales(1.0)));
}

/// What is left of an exact fit is rounding, which nobody else need have.
#[test]
fn an_exact_fit_has_no_tests() {
    let room = Room::new();
    let rows: String = (0..20).map(|i| format!("{i},{},{}\n", i * i % 7, 2 * i + 1)).collect();
    room.file("t.csv", format!("a,b,y\n{rows}"));
    for peer in peers() {
        let script = format!("s.{}", peer.ending());
        room.run(&format!("regress t.csv --target y --numeric a,b --script {script} --quiet")).ok();
        let text = room.read(&script);
        assert!(text.lines().any(|line| line.contains("not computed here") && line.contains("rounding")), "{text}");
        let estimates = &tables(&peer.run(&room, &script))[0];
        assert_eq!(estimates.header, ["term", "estimate"]);
        assert_same(&estimates.rows[1][1], &2.0.into(), &script);
    }
}
