//! What stands below the figures of a classifier: intervals, the area under the ROC curve, mistakes, the gain.

use super::peers::{Printed, assert_close};
use serde_json::Value;

/// All such tables that a script prints are those of the command, and there are some.
#[track_caller]
pub fn same_measures(found: &[Printed], ours: &Value, at: &str) {
    let mut n_compared = 0;
    for table in found {
        match (table.header[0].as_str(), table.header.get(1).map(String::as_str)) {
            ("of", Some("roc_auc")) => same_areas(table, ours, at),
            ("of", _) => same_intervals(table, ours, at),
            ("truth", _) => same_mistakes(table, ours, at),
            ("gain", _) => same_gain(table, ours, at),
            _ => continue,
        }
        n_compared += 1;
    }
    assert!(n_compared > 1, "{at}: intervals and mistakes");
}

/// What is said of samples learned from, or of held-out ones.
fn told<'a>(ours: &'a Value, of: &str) -> &'a Value {
    &ours[if of == "learned" { "train" } else { "cross_validation" }]
}

#[track_caller]
fn same_areas(table: &Printed, ours: &Value, at: &str) {
    for row in &table.rows {
        assert_close(&row[1], &told(ours, &row[0])["roc_auc"], at);
    }
}

#[track_caller]
fn same_intervals(table: &Printed, ours: &Value, at: &str) {
    for row in &table.rows {
        let own = told(ours, &row[0]);
        assert_close(&row[table.place("accuracy")], &own["accuracy"], at);
        assert_close(&row[table.place("low")], &own["accuracy_interval"][0], at);
        assert_close(&row[table.place("high")], &own["accuracy_interval"][1], at);
    }
}

/// The program counts over all divisions, the script shows their mean.
#[track_caller]
fn same_mistakes(table: &Printed, ours: &Value, at: &str) {
    let own = &ours[if ours["cross_validation"].is_null() { "train" } else { "cross_validation" }];
    let n_divisions = own["repeats"]["accuracy"].as_array().map_or(1, Vec::len) as f64;
    for (class, row) in table.rows.iter().enumerate() {
        let counts = own["confusion_matrix"][class].as_array().unwrap();
        for (cell, count) in row[1..].iter().zip(counts) {
            assert_close(cell, &Value::from(count.as_f64().unwrap() / n_divisions), at);
        }
        for name in ["precision", "recall", "f1"] {
            assert_close(&row[table.place(name)], &own["report"][class][name], at);
        }
    }
}

#[track_caller]
fn same_gain(table: &Printed, ours: &Value, at: &str) {
    let findings = ours["findings"].as_array().unwrap();
    let own = findings.iter().find(|one| one["kind"] == "beside_shares").unwrap_or_else(|| panic!("{at}: no gain"));
    for (name, own) in [("gain", &own["gain"]), ("low", &own["interval"][0]), ("high", &own["interval"][1])] {
        assert_close(&table.rows[0][table.place(name)], own, &format!("{at}: {name}"));
    }
}
