//! `--melon`, the likeliest combinations, and `--l2-path`: Python and R give the same answers.

use super::iris_like;
use super::peers::{Printed, assert_close, notebooks, tables};
use super::{Told, told_by_peers};
use crate::cli::Room;

/// Probabilities and the class that is predicted.
#[track_caller]
fn same_answers(line: &str, table: Option<&str>) {
    for Told { ours, found, at, .. } in told_by_peers(line, table) {
        let asked = ours["predictions"].as_array().unwrap();
        let is_it = |table: &&Printed| table.header[0].starts_with("P(") && table.rows.len() == asked.len();
        let answers = found.iter().find(is_it).unwrap_or_else(|| panic!("{at}: no answers"));
        for (row, own) in answers.rows.iter().zip(asked) {
            for (cell, class) in row.iter().zip(ours["data"]["classes"].as_array().unwrap()) {
                assert_close(cell, &own["probabilities"][class.as_str().unwrap()], &at);
            }
            assert_eq!(row[answers.place("predicted")], own["predicted"], "{at}");
            if !own["generative"].is_null() {
                assert_close(&row[answers.place("ln P(x)")], &own["generative"]["log_evidence_nats"], &at);
            }
        }
    }
}

#[test]
fn every_classifier_is_asked() {
    same_answers(
        "classify --melon color=green,root=curled,sound=muffled --melon color=pale,root=stiff,sound=crisp",
        None,
    );
    same_answers("classify watermelon-3.0a --l2 0 --melon density=0.5,sugar=0.2", None);
    same_answers("classify --model naive-bayes --melon color=green", None);
    same_answers("classify watermelon-3.0 --model naive-bayes --melon color=green,density=0.5 --melon sugar=0.1", None);
    same_answers("tree watermelon-3.0 --melon color=green --melon texture=clear,density=0.3", None);
    let (melon, gaps) = ("--target kind --missing impute --melon weight=100,colour=青", iris_like(true));
    same_answers(&format!("classify t.csv {melon}"), Some(&gaps));
    same_answers(&format!("classify t.csv --model knn {melon}"), Some(&gaps));
    same_answers(&format!("tree t.csv {melon} --prune post --cv 5"), Some(&gaps));
}

/// What each term adds to the answer.
#[test]
fn sums_are_taken_apart() {
    let gaps = iris_like(true);
    for (line, table) in [
        ("classify --melon color=green,root=curled,sound=muffled", None),
        ("regress watermelon-3.0a --melon density=0.5,ripe=yes", None),
        ("classify t.csv --target kind --missing impute --melon weight=100,colour=青", Some(gaps.as_str())),
    ] {
        for Told { ours, found, at, .. } in told_by_peers(line, table) {
            let added = found.iter().find(|table| table.header.iter().any(|name| name == "(Intercept)"));
            let added = added.unwrap_or_else(|| panic!("{at}: nothing is taken apart"));
            for one in ours["predictions"][0]["contributions"].as_array().unwrap() {
                let term = one["term"].as_str().unwrap();
                let is_it = |row: &&Vec<String>| one["class"].as_str().is_none_or(|class| row[0] == class);
                let row = added.rows.iter().find(is_it).unwrap_or_else(|| panic!("{at}: {one}"));
                assert_close(&row[added.place(term)], &one["value"], &format!("{at}: {one}"));
            }
            if let Some(predicted) = ours["predictions"][0]["predicted"].as_f64() {
                let table = found.iter().find(|table| table.header == ["predicted"]).unwrap();
                assert_close(&table.rows[0][0], &predicted.into(), &at);
            }
        }
    }
}

#[test]
fn all_combinations_are_asked() {
    for line in ["classify", "classify --model naive-bayes", "classify --model knn --cv none"] {
        for Told { ours, found, at, .. } in told_by_peers(line, None) {
            let is_it = |table: &&Printed| {
                table.header.first().is_some_and(|name| name == "色泽")
                    && table.header.iter().any(|name| name == "P(好瓜=是)")
            };
            let likeliest = found.iter().find(is_it).unwrap_or_else(|| panic!("{at}: no combinations"));
            let own = ours["likeliest"].as_array().unwrap();
            assert_eq!(likeliest.rows.len(), own.len(), "{at}");
            for (row, own) in likeliest.rows.iter().zip(own) {
                assert_close(row.last().unwrap(), &own["probability"], &at);
            }
        }
    }
}

#[test]
fn along_the_penalty() {
    for (line, table) in [
        ("classify --l2-path --cv 3x5", None),
        ("classify watermelon-3.0a --l2-path --l2 0.5", None),
        ("classify t.csv --target kind --l2-path --cv 5", Some(iris_like(false))),
    ] {
        for Told { ours, found, at, .. } in told_by_peers(line, table.as_deref()) {
            let mut paths = found.iter().filter(|table| table.header[0] == "l2");
            let (path, changes) = (paths.next().unwrap(), paths.next().unwrap());
            let ours = &ours["l2_path"];
            for (row, own) in path.rows.iter().zip(ours["points"].as_array().unwrap()) {
                for (cell, name) in row.iter().zip(["l2", "train_log_loss", "log_loss", "accuracy"]) {
                    assert_close(cell, &own[name], &format!("{at}: {name}"));
                }
            }
            for (row, own) in changes.rows.iter().zip([&ours["more_freedom"], &ours["less_freedom"]]) {
                let own = [&own["l2"], &own["change"], &own["interval"][0], &own["interval"][1]];
                for (cell, own) in row.iter().zip(own) {
                    assert_close(cell, own, &at);
                }
            }
            assert_eq!((path.rows.len(), changes.rows.len()), (9, 2), "{at}");
        }
    }
}

/// In a notebook every part is a cell.
#[test]
fn a_notebook_is_asked_too() {
    let room = Room::new();
    for peer in notebooks() {
        let line = "classify watermelon-3.0a --l2 0 --melon density=0.5,sugar=0.2 --script s.ipynb --format json";
        let ours = room.run(line).ok().json();
        let found = tables(&peer.run(&room, "s.ipynb"));
        let answers = found.iter().find(|table| table.header[0].starts_with("P(") && table.rows.len() == 1).unwrap();
        assert_close(&answers.rows[0][1], &ours["predictions"][0]["probabilities"]["是"], line);
    }
}
