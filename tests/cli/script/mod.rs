//! `--script`: the same figures from the real scikit-learn and the real R, where they are installed.

mod asked;
mod how_sure;
mod measured;
mod peers;
mod tree;

use super::{Room, Run};
use measured::same_measures;
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

/// What a command says, and what a script of it prints.
struct Told {
    ours: Value,
    script: String,
    found: Vec<Printed>,
    /// The command and the script's name.
    at: String,
}

/// A command's own figures, in the data's own names, and those of its script in Python and in R.
fn told_by_peers(line: &str, table: Option<&str>) -> Vec<Told> {
    let room = Room::new();
    if let Some(csv) = table {
        room.file("t.csv", csv);
    }
    let told = |peer: Peer| {
        let name = format!("s.{}", peer.ending());
        let ours = room.run(&format!("{line} --names zh --script {name} --format json")).ok().json();
        let found = tables(&peer.run(&room, &name));
        Told { ours, script: room.read(&name), found, at: format!("{line}, {name}") }
    };
    peers().into_iter().map(told).collect()
}

/// Columns of the figures, and where the command's JSON has them.
const COLUMNS: [(&str, &str); 4] =
    [("learned", "train"), ("held_out", "cross_validation"), ("shares", "baseline"), ("mean", "baseline")];

/// The figures on samples learned from and on held-out samples, in the same folds, and those of guesses that do not
/// look at the sample are those of Python and R.
#[track_caller]
fn same_held_out(line: &str, table: Option<&str>) {
    for Told { ours, found, at, .. } in told_by_peers(line, table) {
        let table = found.iter().find(|table| table.header.first().is_some_and(|name| name == "figure"));
        let table = table.unwrap_or_else(|| panic!("{at} says nothing of held-out samples"));
        assert_eq!(table.rows.len(), 3, "{at}");
        if !line.starts_with("regress") {
            same_measures(&found, &ours, &at);
            same_range(table, &ours["cross_validation"]["repeats"], &at);
        }
        for row in &table.rows {
            for (column, of) in COLUMNS {
                let own = &ours[of][row[0].as_str()];
                if table.header.iter().any(|name| name == column) && !own.is_null() {
                    assert_close(&row[table.place(column)], own, &format!("{at}: {} {column}", row[0]));
                }
            }
        }
    }
}

/// The least and the most of single divisions, where there are several.
#[track_caller]
fn same_range(table: &Printed, repeats: &Value, at: &str) {
    for row in &table.rows {
        let Some(each) = repeats[row[0].as_str()].as_array() else { continue };
        let each = each.iter().map(|figure| figure.as_f64().unwrap());
        let (least, most) = (each.clone().fold(f64::INFINITY, f64::min), each.fold(f64::NEG_INFINITY, f64::max));
        assert_close(&row[table.place("least")], &least.into(), at);
        assert_close(&row[table.place("most")], &most.into(), at);
    }
}

/// Without held-out samples the figures on those learned from stand alone.
#[test]
fn figures_on_samples_learned_from() {
    let table = iris_like(false);
    for line in ["classify", "classify t.csv --target kind --l2 0", "tree t.csv --target kind", "regress melons"] {
        same_held_out(&format!("{line} --cv none"), Some(&table));
    }
}

#[test]
fn figures_on_samples_that_were_held_out() {
    same_held_out("classify watermelon-3.0 --cv 20x5 --threshold 0.4", None);
    same_held_out("classify melons --cv loo", None);
    // In one of the tests the probability is 0.499995: one half, but for rounding.
    same_held_out("classify watermelon-3.0a", None);
    same_held_out("regress watermelon-3.0a --target sugar --features density --cv 3x4", None);
    same_held_out("regress melons --target sugar --l2 0.5 --cv loo", None);
}

/// In each fold it is learned anew which values there are, what numbers are divided by, and what fills gaps.
#[test]
fn held_out_where_each_fold_learns_its_own_columns() {
    same_held_out("classify watermelon-3.0 --standardize --cv 3x5", None);
    same_held_out("regress melons --target sugar --cv 3x4", None);
    same_held_out("classify melon-field --rows 150 --l2 0 --cv 2x5", None);
    same_held_out("classify t.csv --target kind --missing impute --standardize --cv 2x5", Some(&iris_like(true)));
    same_held_out("classify t.csv --target kind --l2 0 --cv 2x5", Some(&iris_like(false)));
    same_held_out(
        "regress t.csv --target weight --drop kind --missing impute --standardize --cv 2x5",
        Some(&iris_like(true)),
    );
}

#[test]
fn held_out_by_every_model() {
    same_held_out("classify watermelon-3.0 --model naive-bayes --cv 3x5", None);
    same_held_out("classify watermelon-3.0a --model naive-bayes --cv loo --threshold 0.6", None);
    same_held_out("tree watermelon-2.0 --prune post --validation table-4.2 --cv 5", None);
    same_held_out("tree watermelon-3.0 --prune pre --criterion gini --cv 5", None);
    let table = iris_like(false);
    same_held_out("classify t.csv --target kind --model knn --cv 5", Some(&table));
    // Votes of thirds and quarters that sum to exactly one half.
    same_held_out("classify melons --model knn", None);
    same_held_out("tree t.csv --target kind --prune post --cv 5", Some(&table));
}

/// The lone sample of a class is held out once: there nothing was learned of its class.
#[test]
fn held_out_where_a_fold_lacks_a_class() {
    let csv = "kind,size\n".to_owned()
        + &(0..12).map(|i| format!("{},{}\n", ["x", "y"][i % 2], i * i % 7)).collect::<String>();
    let csv = csv + "z,9\n";
    for model in ["logistic", "naive-bayes"] {
        same_held_out(&format!("classify t.csv --target kind --numeric size --model {model} --cv 4"), Some(&csv));
    }
    same_held_out("tree t.csv --target kind --numeric size --cv 4", Some(&csv));
}

#[test]
fn figures_that_are_not_computed_again_are_named() {
    let room = Room::new();
    for (line, why) in [
        ("classify watermelon-3.0a --l2 0", "without a penalty"),
        ("classify melon-field --rows 2000 --cv 20x5", "too long to write out"),
    ] {
        for ending in ["py", "R"] {
            room.run(&format!("{line} --script s.{ending} --quiet")).ok();
            let script = room.read(&format!("s.{ending}"));
            assert!(script.contains("are not computed again here") && script.contains(why), "{line}: {script}");
        }
    }
}

/// What the command shows and the script does not compute stands at its head.
#[test]
fn what_a_script_leaves_out_is_named() {
    let room = Room::new();
    for (line, named) in [
        ("classify --melon color=green,root=curled,sound=muffled", vec![]),
        ("classify watermelon-3.0a --l2-path", vec![]),
        ("classify watermelon-3.0a --l2 0 --l2-path", vec!["--l2-path"]),
        ("classify watermelon-3.0a --l2 0", vec![]),
        ("classify watermelon-3.0a", vec![]),
        ("classify melons --cv loo", vec!["leave-one-out"]),
        ("classify --model naive-bayes --melon color=green", vec!["--melon", "AUC"]),
        ("tree watermelon-3.0 --melon color=green", vec!["why --melon"]),
        ("tree --ties", vec!["--ties"]),
        ("regress watermelon-3.0a", vec![]),
        ("regress watermelon-3.0a --l2 1", vec![]),
        ("cluster watermelon-4.0", vec![]),
        ("cluster watermelon-4.0 --k-range 2..4", vec!["--k-range"]),
        ("cluster watermelon-4.0 --trace --labels density", vec!["--trace", "--labels"]),
        ("compare --models logistic,knn --samples 0 --cv 2x5", vec!["AUC", "differences"]),
        ("curve watermelon-3.0 --models logistic,knn --k 3 --splits 4", vec!["differences"]),
    ] {
        for ending in ["py", "R"] {
            room.run(&format!("{line} --script s.{ending} --quiet")).ok();
            let script = room.read(&format!("s.{ending}"));
            let head = script.lines().find(|line| line.starts_with("# Shown by melon, not computed here:"));
            assert_eq!(head.is_none(), named.is_empty(), "{line}: {script}");
            assert!(named.iter().all(|what| head.is_some_and(|head| head.contains(what))), "{line}: {head:?}");
        }
    }
}

/// What naive Bayes counted and smoothed can be looked up in the scripts' tables.
#[test]
fn naive_bayes_shows_its_counts() {
    let room = Room::new();
    let line = "classify watermelon-3.0 --model naive-bayes --names zh --cv none";
    for peer in peers() {
        let file = format!("s.{}", peer.ending());
        let ours = room.run(&format!("{line} --script {file} --format json")).ok().json();
        let found = tables(&peer.run(&room, &file));
        let (counts, densities) = (&found[0], &found[1]);
        let row = |value: &str, class: &str| {
            let of = |name: &str| counts.place(name);
            let is_it = |row: &&Vec<String>| row[of("value")] == value && row[of("class")] == class;
            let row = counts.rows.iter().find(is_it).unwrap_or_else(|| panic!("{file}: no {value}"));
            ["counted", "of", "smoothed"].map(|name| row[of(name)].clone())
        };
        // Of the eight ripe melons three are green: (3 + 1) / (8 + 3).
        let [counted, of, smoothed] = row("青绿", "是");
        assert_eq!((counted.as_str(), of.as_str()), ("3", "8"), "{file}");
        assert_close(&smoothed, &(4.0 / 11.0).into(), &file);
        assert_close(&row("", "是")[2], &ours["naive_bayes"]["priors"][1], &file);
        let features = ours["naive_bayes"]["features"].as_array().unwrap();
        let density = features.iter().find(|feature| feature["name"] == "密度").unwrap();
        let ripe = densities.rows.iter().find(|row| row[0] == "密度" && row[1] == "是").unwrap();
        assert_close(&ripe[2], &density["means"][1], &file);
        assert_close(&ripe[3], &density["std_devs"][1], &file);
    }
}

/// `compare`: every model that other programs have too, in the same folds.
#[test]
fn models_compared_in_the_same_folds() {
    let room = Room::new();
    room.file("t.csv", iris_like(false));
    for line in [
        "compare watermelon-3.0 --models logistic,naive-bayes,knn,tree,ngram --samples 0 --cv 2x5",
        "compare t.csv --target kind --models tree,logistic,naive-bayes --prune post --samples 0 --cv 4",
        "compare melons --models knn,naive-bayes --samples 0",
    ] {
        for peer in peers().into_iter().chain(notebooks()) {
            let file = format!("s.{}", peer.ending());
            let ours = room.run(&format!("{line} --script {file} --format json")).ok().json();
            if line.contains("ngram") {
                assert!(room.read(&file).contains("Not computed again here: ngram"), "{file}");
            }
            let found = tables(&peer.run(&room, &file));
            let [table] = &found[..] else { panic!("{file}: {} tables", found.len()) };
            let models = ours["models"].as_array().unwrap().iter().filter(|model| model["model"] != "ngram");
            for model in models.clone() {
                let row = table.rows.iter().find(|row| model["model"] == row[0]).unwrap_or_else(|| panic!("{model}"));
                for (at, figure) in ["log_loss", "accuracy", "brier"].into_iter().enumerate() {
                    assert_close(
                        &row[at + 1],
                        &model["cross_validation"][figure],
                        &format!("{line} {file} {}", row[0]),
                    );
                }
            }
            assert_eq!(table.rows.len(), models.count() + 1, "and the shares");
            assert_close(&table.rows[0][1], &ours["baseline"]["log_loss"], line);
            assert_close(&table.rows[0][2], &ours["baseline"]["accuracy"], line);
            assert_close(&table.rows[0][3], &ours["baseline"]["brier"], line);
        }
    }
    room.run("compare --models ngram,k-means --samples 0 --cv none --script s.py").misused(&["none of these models"]);
}

/// `curve`: the errors on the same splits.
#[test]
fn curves_on_the_same_splits() {
    let room = Room::new();
    for line in [
        "curve watermelon-3.0 --models logistic,naive-bayes,knn,tree --k 3 --l2 0,1 --splits 6",
        "curve melon-field --rows 400 --models logistic,naive-bayes --l2 1 --sizes 10,200 --splits 90",
    ] {
        for peer in peers() {
            let file = format!("s.{}", peer.ending());
            let ours = room.run(&format!("{line} --script {file} --format json")).ok().json();
            assert_eq!(room.path("s-splits.txt").exists(), line.contains("90"), "many splits stand in a file");
            let found = tables(&peer.run(&room, &file));
            let mut n_compared = 0;
            for curve in ours["curves"].as_array().unwrap().iter().filter(|curve| curve["model"] != "logistic:0") {
                for point in curve["points"].as_array().unwrap() {
                    let is_it =
                        |row: &&Vec<String>| curve["model"] == row[0] && point["size"].as_u64() == row[1].parse().ok();
                    let row = found[0].rows.iter().find(is_it).unwrap_or_else(|| panic!("{line}: no {point}"));
                    let figures = [&point["error"], &point["interval"][0], &point["interval"][1]];
                    for (theirs, ours) in row[2..].iter().zip(figures) {
                        assert_close(theirs, ours, &format!("{line}, {file}: {} {}", row[0], row[1]));
                    }
                    n_compared += 1;
                }
            }
            assert_eq!(n_compared, found[0].rows.len(), "{line}");
            assert_eq!(room.read(&file).contains("Not computed again here: logistic:0"), line.contains("0,1"));
        }
    }
}

/// `predict`: every saved model, applied to rows by Python and R.
#[test]
fn predictions_of_saved_models() {
    let room = Room::new();
    let (table, gaps) = (iris_like(false), iris_like(true));
    room.file("t.csv", &table);
    room.file("gaps.csv", &gaps);
    for (fit, data) in [
        ("classify watermelon-3.0 --standardize --threshold 0.4", "watermelon-3.0"),
        ("classify t.csv --target kind --l2 0", "t.csv"),
        ("classify gaps.csv --target kind --missing impute --standardize", "gaps.csv"),
        ("classify watermelon-3.0 --model naive-bayes", "watermelon-3.0"),
        ("classify gaps.csv --target kind --model naive-bayes --missing impute", "gaps.csv"),
        ("classify t.csv --target kind --model knn", "t.csv"),
        ("tree gaps.csv --target kind", "gaps.csv"),
        ("regress watermelon-3.0 --target sugar --l2 0.3", "watermelon-3.0"),
        ("cluster watermelon-4.0 --k 3 --standardize", "watermelon-4.0"),
    ] {
        room.run(&format!("{fit} --save m.json --quiet")).ok();
        for peer in peers() {
            let file = format!("s.{}", peer.ending());
            let ours = room.run(&format!("predict m.json {data} --names en --format json --script {file}")).ok().stdout;
            let ours: Vec<Value> = ours.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            let found = tables(&peer.run(&room, &file)).remove(0);
            assert_eq!(found.rows.len(), ours.len(), "{fit}");
            for (theirs, ours) in found.rows.iter().zip(&ours) {
                for (name, cell) in found.header.iter().zip(theirs) {
                    match &ours[name.as_str()] {
                        Value::String(class) => assert_eq!(cell, class, "{fit}, {file}: {name}"),
                        number => assert_close(cell, number, &format!("{fit}, {file}: {name}")),
                    }
                }
            }
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
            assert_close(&found[3].rows[0][0], &ours["silhouette"], "silhouette");
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
    for command in ["generate Melons", "score Melons"] {
        room.run(&format!("{command} --script s.py")).misused(&["writes no script", "classify", "curve"]);
    }
    assert!(!room.path("s.py").exists());
    room.file("s-data.csv", "a,y\n1,u\n2,v\n3,u\n4,v\n");
    room.run("classify s-data.csv --script s.py").misused(&["s-data.csv"]);
}
