//! A tree's script grows the same tree.

use super::peers::{Peer, Printed, assert_close, peers, tables};
use super::same_figures;
use crate::cli::Room;
use serde_json::Value;

/// Gains, rules and answers are those of Python and R.
#[track_caller]
fn same_tree(data: &str, options: &str, table: Option<&str>) {
    same_figures("tree", data, options, table);
    let room = Room::new();
    let data = table.map_or(data.to_owned(), |csv| room.file(data, csv));
    for peer in peers() {
        let file = format!("s.{}", peer.ending());
        let line = format!("tree {data} {options} --cv none --names zh --trace --script {file} --format json");
        let ours = room.run(&line).ok().json();
        let found = tables(&peer.run(&room, &file));
        same_gains(&found[0], &ours["splits"], &line);
        same_rules(&found[1], &ours["rules"], &line);
        if let Some(right) = ours["pruning"]["n_right"].as_u64() {
            assert_eq!(found[2].rows[0], [ours["pruning"]["n_validation"].to_string(), right.to_string()], "{line}");
        }
    }
}

#[track_caller]
fn same_gains(theirs: &Printed, ours: &Value, at: &str) {
    let mut rows = theirs.rows.iter();
    for node in ours.as_array().unwrap() {
        let chosen = node["chosen"].as_u64();
        let candidates = node["candidates"].as_array().unwrap().iter().enumerate();
        for (place, tried) in candidates.filter(|(_, tried)| tried["is_best"] == true) {
            let row = rows.next().unwrap_or_else(|| panic!("{at}: no row for {tried}"));
            let cell = |name: &str| row[theirs.place(name)].as_str();
            let at = format!("{at}: {} {tried}, theirs {row:?}", node["node"]);
            assert_eq!(cell("feature"), tried["feature"], "{at}");
            let figures = [("n", &node["n"]), ("entropy", &node["entropy"]), ("gain", &tried["gain"])];
            figures.into_iter().for_each(|(name, ours)| assert_close(cell(name), ours, &at));
            for name in ["threshold", "score"] {
                match &tried[name] {
                    Value::Null => assert_eq!(cell(name), "", "{at}"),
                    number => assert_close(cell(name), number, &at),
                }
            }
            assert_eq!(cell("chosen").to_uppercase() == "TRUE", chosen == Some(place as u64), "{at}");
        }
    }
    assert!(rows.next().is_none(), "{at}: they looked at more");
}

#[track_caller]
fn same_rules(theirs: &Printed, ours: &Value, at: &str) {
    let ours = ours.as_array().unwrap();
    assert_eq!(theirs.rows.len(), ours.len(), "{at}");
    for (row, rule) in theirs.rows.iter().zip(ours) {
        let conditions: Vec<&str> =
            rule["conditions"].as_array().unwrap().iter().map(|c| c.as_str().unwrap()).collect();
        assert_eq!(
            (row[0].as_str(), row[1].as_str()),
            (conditions.join(" & ").as_str(), rule["predicted"].as_str().unwrap()),
            "{at}"
        );
        assert_close(&row[2], &rule["n"], at);
        assert_close(&row[3], &rule["n_right"], at);
    }
}

#[test]
fn of_the_book_by_every_criterion() {
    same_tree("watermelon-2.0", "", None);
    same_tree("watermelon-3.0", "", None);
    same_tree("watermelon-3.0", "--criterion gain-ratio", None);
    same_tree("watermelon-3.0", "--criterion gini --max-depth 2 --min-samples 4 --threshold 0.4", None);
}

#[test]
fn pruned_on_the_same_samples() {
    same_tree("watermelon-2.0", "--prune pre --validation table-4.2 --prefer 脐部", None);
    same_tree("watermelon-2.0", "--prune post --validation table-4.2 --prefer 脐部", None);
    let (table, options) = (super::iris_like(false), "--target kind");
    same_tree("t.csv", &format!("{options} --prune pre"), Some(&table));
    same_tree("t.csv", &format!("{options} --prune post --seed 7"), Some(&table));
}

#[test]
fn with_gaps_and_three_classes() {
    let table = super::iris_like(true);
    same_tree("t.csv", "--target kind --missing impute --criterion gain-ratio", Some(&table));
    same_tree("t.csv", "--target kind --missing impute --prune post --criterion gini", Some(&table));
    same_tree("t.csv", "--target kind --missing impute --max-depth 3 --min-samples 12", Some(&table));
}

/// Where all are numbers and no two splits are as good, the script asks scikit-learn too.
#[test]
fn scikit_learn_grows_the_same_where_it_must() {
    for options in ["--criterion gain --max-depth 2", "--criterion gini --max-depth 2 --min-samples 10"] {
        let (room, table) = (Room::new(), numbers_of_two_classes());
        let data = room.file("n.csv", &table);
        room.run(&format!("tree {data} {options} --script s.py --quiet")).ok();
        assert!(room.read("s.py").contains("DecisionTreeClassifier"), "{options}");
        for peer in peers().into_iter().filter(|&peer| peer == Peer::Python) {
            let found = tables(&peer.run(&room, "s.py"));
            let [_, _, Printed { rows, .. }, ..] = &found[..] else { panic!("{} tables", found.len()) };
            assert_eq!(rows[0][1..3], rows[1][1..3], "{options}: leaves and depth");
            assert!(rows[1][3].parse::<f64>().unwrap() < 1e-12, "{options}: {rows:?}");
        }
    }
    let room = Room::new();
    room.run("tree watermelon-3.0 --script s.py --quiet").ok();
    assert!(!room.read("s.py").contains("sklearn"), "categories are not for scikit-learn");
}

/// 200 rows whose three numbers are all different, with a class that depends on two of them and on chance.
fn numbers_of_two_classes() -> String {
    let mut state = 2024u64;
    let mut draw = || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as f64 / (1u64 << 31) as f64
    };
    let row = |_| {
        let (a, b, c, chance) = (draw(), draw(), draw(), draw());
        let class = if (a > 0.4) != (b > 0.6) || chance > 0.9 { "yes" } else { "no" };
        format!("{:.4},{:.4},{:.4},{class}\n", a * 10.0, b * 3.0, c)
    };
    "a,b,c,y\n".to_owned() + &(0..200).map(row).collect::<String>()
}
