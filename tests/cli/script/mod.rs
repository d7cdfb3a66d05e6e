//! `--script`: the same figures from the real scikit-learn and the real R, where they are installed.

mod peers;
mod tree;

use super::{Room, Run};
use peers::{Peer, Printed, assert_close, notebooks, peers, tables};
use serde_json::Value;

/// The rows that `melon predict` adds to the very table.
fn predictions(room: &Room, data: &str) -> Vec<Value> {
    let line = format!("predict model.json {data} --format json --names zh");
    let Run { stdout, .. } = room.run(&line).ok();
    stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Coefficients and answers of a classification or regression are those of Python and R.
#[track_caller]
fn same_figures(command: &str, data: &str, options: &str, table: Option<&str>) {
    same_figures_by(&peers(), command, data, options, table);
}

#[track_caller]
fn same_figures_by(peers: &[Peer], command: &str, data: &str, options: &str, table: Option<&str>) {
    let room = Room::new();
    let data = match table {
        Some(csv) => room.file(data, csv),
        None => data.to_owned(),
    };
    for peer in peers {
        let ending = peer.ending();
        let line = format!("{command} {data} {options} --cv none --names zh --save model.json --script s.{ending}");
        let ours = room.run(&format!("{line} --format json")).ok().json();
        let found = tables(&peer.run(&room, &format!("s.{ending}")));
        let coefficients: Vec<&Value> = ours["coefficients"]
            .as_array()
            .map_or(Vec::new(), |all| all.iter().filter(|one| !one["estimate"].is_null()).collect());
        if !coefficients.is_empty() {
            let Printed { rows, .. } = &found[0];
            let place = |name: &str| found[0].place(name);
            for one in &coefficients {
                let named = |row: &&Vec<String>| {
                    row[place("term")] == one["term"]
                        && one["class"].as_str().is_none_or(|class| row[place("class")] == class)
                };
                let row = rows.iter().find(named).unwrap_or_else(|| panic!("{line}: no {one}"));
                assert_close(&row[place("estimate")], &one["estimate"], &format!("{line}: {one}"));
            }
        }
        let Printed { header, rows } = found.last().unwrap();
        let ours = predictions(&room, &data);
        assert_eq!(rows.len(), ours.len(), "{line}");
        for (row, ours) in rows.iter().zip(&ours) {
            for (name, theirs) in header.iter().zip(row).filter(|(name, _)| name.starts_with("P(")) {
                assert_close(theirs, &ours[name.as_str()], &format!("{line}: {name}"));
            }
            let (_, theirs) = header.iter().zip(row).find(|(name, _)| *name == "predicted").unwrap();
            let own = ours.as_object().unwrap().iter().find(|(name, _)| name.starts_with("predicted ")).unwrap().1;
            match own {
                Value::String(class) => assert_eq!(theirs, class, "{line}"),
                number => assert_close(theirs, number, &line.to_string()),
            }
        }
    }
}

/// The figures on held-out samples are those of Python and R, in the same folds.
#[track_caller]
fn same_held_out(line: &str) {
    let room = Room::new();
    for peer in peers() {
        let script = format!("s.{}", peer.ending());
        let ours = room.run(&format!("{line} --script {script} --format json")).ok().json();
        let found = tables(&peer.run(&room, &script));
        let table = found.iter().find(|table| table.header.first().is_some_and(|name| name == "figure"));
        let table = table.unwrap_or_else(|| panic!("{line}: {script} says nothing of held-out samples"));
        assert!(!table.rows.is_empty());
        for row in &table.rows {
            assert_close(&row[1], &ours["cross_validation"][row[0].as_str()], &format!("{line}: {}", row[0]));
        }
    }
}

#[test]
fn figures_on_samples_that_were_held_out() {
    same_held_out("classify watermelon-3.0 --cv 20x5 --threshold 0.4");
    same_held_out("classify melons --cv loo");
    same_held_out("regress watermelon-3.0a --target sugar --features density --cv 3x4");
    same_held_out("regress melons --target sugar --l2 0.5 --cv loo");
}

#[test]
fn figures_that_are_not_computed_again_are_named() {
    let room = Room::new();
    for (line, why) in [
        ("tree", "writes the model out once"),
        ("classify melons --standardize", "learned anew"),
        ("classify watermelon-3.0a --l2 0", "without a penalty"),
        ("regress melons --target sugar", "learned anew"),
    ] {
        for ending in ["py", "R"] {
            room.run(&format!("{line} --script s.{ending}")).ok();
            let script = room.read(&format!("s.{ending}"));
            assert!(script.contains("are not computed again here") && script.contains(why), "{line}: {script}");
        }
    }
}

#[test]
fn logistic_regression_of_two_classes() {
    same_figures("classify", "melons", "", None);
    same_figures("classify", "watermelon-3.0a", "--l2 0", None);
    same_figures("classify", "watermelon-3.0", "--l2 0.1 --standardize --threshold 0.4", None);
}

/// 90 rows of three classes, with a category, numbers on two scales, and gaps if they are wanted.
fn iris_like(gaps: bool) -> String {
    let mut csv = "kind,\"the \"\"size\"\"\",weight,colour\n".to_owned();
    let mut state = 12345u64;
    let mut draw = || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as f64 / (1u64 << 31) as f64
    };
    for row in 0..90 {
        let kind = ["x", "y", "z"][row % 3];
        let size = 3.0 + (row % 3) as f64 * 0.8 + 3.0 * draw();
        let weight = 100.0 + 40.0 * draw() - (row % 3) as f64 * 6.0;
        let colour = ["r\\d", "grün", "青"][(draw() * 3.0) as usize % 3];
        let size = if gaps && row % 11 == 3 { String::new() } else { format!("{size:.3}") };
        let colour = if gaps && row % 13 == 5 { "" } else { colour };
        csv += &format!("{kind},{size},{weight:.2},{colour}\n");
    }
    csv
}

#[test]
fn logistic_regression_of_three_classes() {
    for options in ["--l2 1", "--l2 0", "--l2 0.5 --standardize"] {
        same_figures("classify", "t.csv", &format!("{options} --target kind"), Some(&iris_like(false)));
    }
}

#[test]
fn gaps_are_filled_alike() {
    same_figures("classify", "t.csv", "--target kind --missing impute --standardize", Some(&iris_like(true)));
    same_figures("regress", "t.csv", "--target weight --missing impute --drop kind --l2 2", Some(&iris_like(true)));
}

#[test]
fn least_squares_and_ridge() {
    same_figures("regress", "watermelon-3.0a", "", None);
    same_figures("regress", "melons", "--l2 0.5", None);
    same_figures("regress", "watermelon-3.0", "--target 含糖率 --l2 0.3 --standardize", None);
    let twice: String = (0..20)
        .fold("a,b,c,y\n".to_owned(), |csv, i| csv + &format!("{i},{},{},{}\n", 2 * i, (i * i) % 7, (i * 3) % 5));
    same_figures("regress", "t.csv", "--target y --numeric a,b,c", Some(&twice));
}

#[test]
fn naive_bayes_and_neighbours() {
    same_figures("classify", "watermelon-3.0", "--model naive-bayes", None);
    same_figures("classify", "watermelon-3.0a", "--model naive-bayes", None);
    same_figures("classify", "melons", "--model naive-bayes", None);
    same_figures("classify", "watermelon-3.0", "--model knn --k 3", None);
    same_figures("classify", "melons", "--model knn --k 4", None);
    same_figures("classify", "t.csv", "--target kind --model knn --k 5", Some(&iris_like(false)));
}

#[test]
fn clusters_keep_their_numbers() {
    for options in ["--k 3", "--k 2 --standardize"] {
        for peer in peers().into_iter().chain(notebooks()) {
            let (room, file) = (Room::new(), format!("s.{}", peer.ending()));
            let line = format!("cluster watermelon-4.0 {options} --names zh --script {file} --format json");
            let ours = room.run(&line).ok().json();
            let found = tables(&peer.run(&room, &file));
            let labels: Vec<u64> = found[1].rows.iter().map(|row| row[0].parse().unwrap()).collect();
            assert_eq!(
                labels,
                ours["labels"].as_array().unwrap().iter().map(|one| one.as_u64().unwrap()).collect::<Vec<_>>()
            );
            assert_close(&found[2].rows[0][0], &ours["inertia"], "inertia");
            if !options.contains("standardize") {
                for (row, ours) in found[0].rows.iter().zip(ours["centroids"].as_array().unwrap()) {
                    row[1..].iter().zip(ours.as_array().unwrap()).for_each(|(a, b)| assert_close(a, b, &line));
                }
            }
        }
    }
}

#[test]
fn large_data_stand_in_a_file_beside() {
    let room = Room::new();
    room.run("regress melon-field --rows 2000 --script big.py --format json").ok();
    assert_eq!(room.read("big-data.csv").lines().count(), 2001);
    assert!(room.read("big.py").contains("\"big-data.csv\""));
    for peer in peers().into_iter().chain(notebooks()) {
        let file = format!("big.{}", peer.ending());
        room.run(&format!("regress melon-field --rows 2000 --script {file} --quiet")).ok();
        assert_eq!(tables(&peer.run(&room, &file)).last().unwrap().rows.len(), 2000);
    }
}

#[test]
fn a_notebook_holds_the_same_code() {
    let room = Room::new();
    room.run("classify --script s.ipynb --quiet").ok();
    room.run("classify --script s.py --quiet").ok();
    let book: Value = serde_json::from_str(&room.read("s.ipynb")).unwrap();
    assert_eq!((&book["nbformat"], &book["nbformat_minor"]), (&4.into(), &5.into()));
    let script = room.read("s.py");
    let cells = book["cells"].as_array().unwrap();
    for cell in cells.iter().filter(|cell| cell["cell_type"] == "code") {
        assert!(script.contains(cell["source"].as_str().unwrap().trim()), "{cell}");
    }
    assert!(script.contains("C=1 / 1,") && script.contains("C = 1/l2"), "the penalty is stated: {script}");
    assert!(script.contains("color") && !script.contains("色泽"), "in English, English names: {script}");
    assert!(room.run("classify --lang zh --script z.py --quiet").ok().code == 0 && room.read("z.py").contains("色泽"));
}

/// Every cell runs in a real kernel, and prints the same figures.
#[test]
fn notebooks_are_executed() {
    let notebooks = notebooks();
    same_figures_by(&notebooks, "classify", "melons", "", None);
    same_figures_by(&notebooks, "regress", "watermelon-3.0a", "", None);
    same_figures_by(&notebooks, "classify", "watermelon-3.0", "--model naive-bayes", None);
    same_figures_by(&notebooks, "tree", "watermelon-3.0", "--prune post", None);
}

#[test]
fn what_no_script_can_give_is_refused() {
    let room = Room::new();
    room.run("classify ten-melons --l2 0 --script s.py").misused(&["separated", "--l2 1"]);
    room.run("classify --script s.txt").misused(&[".py, .ipynb or .R"]);
    assert!(!room.path("s.py").exists());
    room.file("s-data.csv", "a,y\n1,u\n2,v\n3,u\n4,v\n");
    room.run("classify s-data.csv --script s.py").misused(&["s-data.csv"]);
}
