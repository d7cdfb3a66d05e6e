//! `--memory`: tables that are read in passes give the figures that they give in memory.

use super::Room;
use melon::data::read::{ReadOptions, read};
use melon::data::split::hashed_fold;
use melon::data::{Goal, Labels, MissingPolicy, Selection, select};
use melon::model::{Classifier, NaiveBayes};
use melon::rng::Seed;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Keys whose values differ on purpose: folds are others, passes are counted, rows are not remembered, and what
/// separates classes is not looked for.
const OTHERWISE: [&str; 10] = [
    "separators",
    "cross_validation",
    "in_passes",
    "baseline",
    "options",
    "findings",
    "labels",
    "likeliest",
    "n_combinations",
    "trace",
];

/// Fails where two results differ by more than 1e-10.
pub fn same(path: &str, memory: &Value, passes: &Value) {
    match (memory, passes) {
        (Value::Object(a), Value::Object(b)) => {
            for (key, value) in a.iter().filter(|(key, _)| !OTHERWISE.contains(&key.as_str())) {
                same(&format!("{path}/{key}"), value, b.get(key).unwrap_or(&Value::Null));
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{path}");
            a.iter().zip(b).enumerate().for_each(|(i, (a, b))| same(&format!("{path}/{i}"), a, b));
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            assert!((a - b).abs() <= 1e-10 * a.abs().max(1.0), "{path}: {a} in memory, {b} in passes");
        }
        _ => assert_eq!(memory, passes, "{path}"),
    }
}

/// Rows with numbers, words and classes, from a fixed recurrence; some cells missing or quoted where wanted.
pub fn table(n: usize, is_messy: bool) -> String {
    let mut state = 12_345u64;
    let mut next = || {
        state = state * 48_271 % 2_147_483_647;
        state as f64 / 2_147_483_647.0
    };
    let mut text = String::from("a,b,kind,ripe,group,y\n");
    for row in 0..n {
        let (a, b, kind) = (next(), 500.0 + 7.0 * next(), ["red", "green", "blue"][(next() * 3.0) as usize]);
        let y = 2.0 * a - 0.1 * b + f64::from(u8::from(kind == "red")) + next();
        let ripe = if a + next() > 1.0 { "yes" } else { "no" };
        let group = ["g1", "g2", "g3"][((a + 2.0 * next()).min(2.9)) as usize];
        let a = if is_messy && row % 11 == 3 { "NA".to_owned() } else { format!("{a:.5}") };
        let kind = match is_messy {
            true if row % 17 == 5 => "",
            true if kind == "blue" => "\"blue, \"\"dark\"\"\"",
            _ => kind,
        };
        text += &format!("{a},{b:.3},{kind},{ripe},{group},{y:.4}\n");
    }
    text
}

fn compare(room: &Room, command: &str) {
    let engine = if command.contains("naive-bayes") { "" } else { "--engine native" };
    let mut memory = room.run(&format!("{command} {engine} --format json")).ok().json();
    let mut passes = room.run(&format!("{command} --memory 100MB --format json")).ok().json();
    if command.starts_with("cluster") && !command.contains("--init rows") {
        // The runs are made on a sample, and the passes only go on from there.
        for result in [&mut memory, &mut passes] {
            result.as_object_mut().unwrap().remove("iterations");
        }
    }
    same(command, &memory, &passes);
    assert_eq!(passes["in_passes"]["memory"], 100_000_000);
    assert!(passes["in_passes"]["passes"].as_u64().unwrap() > 2, "{command}");
}

#[test]
fn figures_are_those_of_memory() {
    let room = Room::new();
    room.file("plain.csv", table(700, false));
    for command in [
        "regress plain.csv --target y",
        "regress plain.csv --target y --l2 2 --standardize --melon a=0.5,b=503,kind=red,ripe=no,group=g2",
        "classify plain.csv --target ripe",
        "classify plain.csv --target ripe --l2 0 --features a,b",
        "classify plain.csv --target group --drop ripe --threshold 0.5",
        "classify plain.csv --target ripe --model naive-bayes",
        "classify plain.csv --target group --model naive-bayes --drop ripe --melon a=0.5,kind=red",
        "cluster plain.csv --features a,b,kind --standardize --labels group",
        "cluster plain.csv --features a,b --init rows:5,1,90",
    ] {
        compare(&room, command);
    }
}

#[test]
fn messy_tables_are_read_as_in_memory() {
    let room = Room::new();
    room.file("messy.csv", table(900, true));
    for command in [
        "regress messy.csv --target y --missing drop",
        "regress messy.csv --target y --missing impute --standardize",
        "classify messy.csv --target group --missing impute --drop ripe",
        "classify messy.csv --target ripe --missing drop",
        "classify messy.csv --target ripe --model naive-bayes --missing drop",
        "classify messy.csv --target group --model naive-bayes --missing impute --drop ripe",
        "cluster messy.csv --missing impute --drop ripe,group --k 2",
    ] {
        compare(&room, command);
    }
    room.run("regress messy.csv --target y --memory 100MB").fails(&["messy.csv", "line 5", "--missing"]);
}

#[test]
fn what_separates_the_classes_is_named_as_in_memory() {
    let room = Room::new();
    let row = |row: usize| {
        let (a, b) = (row * 7919 % 1009, row * 104_729 % 997);
        format!(
            "{}.5,{}.25,{},{}\n",
            a,
            b,
            ["k1", "k2", "k3"][usize::from(a > 500) + row % 2 * usize::from(a > 500)],
            a > 500
        )
    };
    room.file("apart.csv", format!("a,b,kind,ripe\n{}", (0..800).map(row).collect::<String>()));
    for features in ["a,b,kind", "a,b", "b,kind"] {
        compare(&room, &format!("classify apart.csv --target ripe --l2 0 --features {features}"));
        let line =
            format!("classify apart.csv --target ripe --l2 0 --features {features} --memory 100MB --format json");
        let separators = &room.run(&line).ok().json()["fit"]["separators"];
        assert!(separators.as_array().is_some_and(|found| !found.is_empty()), "{features}: {separators}");
    }
}

/// More rows than are looked at together.
#[test]
fn what_is_said_of_samples_is_said_of_all() {
    let room = Room::new();
    room.file("long.csv", table(11_000, true));
    compare(&room, "classify long.csv --target ripe --model naive-bayes --missing impute --melon a=0.5,kind=red");
    let row = |row: usize| {
        let x = (row * 7919 % 12_007) as f64 / 12_007.0;
        format!("{x:.5},{},{}\n", row * 31 % 101, if x > 0.5 { "yes" } else { "no" })
    };
    room.file("apart.csv", "x,other,ripe\n".to_owned() + &(0..12_000).map(row).collect::<String>());
    let command = "classify apart.csv --target ripe --l2 0 --cv none";
    compare(&room, command);
    let passes = room.run(&format!("{command} --memory 100MB --format json")).ok().json();
    assert_eq!(passes["fit"]["separation"], "complete");
}

/// Held-out figures are those of fits on the rows of the other folds.
#[test]
fn naive_bayes_is_held_out_by_hashed_rows() {
    let room = Room::new();
    room.file("t.csv", table(600, true));
    let command = "classify t.csv --target group --drop ripe --model naive-bayes --missing impute --seed 9";
    let passes = room.run(&format!("{command} --memory 100MB --format json")).ok().json();
    let table = read(&room.path("t.csv"), &ReadOptions::default()).unwrap();
    let (target, drop) = (Some("group".to_owned()), vec!["ripe".to_owned()]);
    let selection = Selection { target, drop, missing: MissingPolicy::Impute, ..Selection::default() };
    let data = select(table, &selection, Goal::Classify).unwrap();
    let labels = Labels::from_column(data.target.as_ref().unwrap()).unwrap();
    let (mut loss, mut n_right) = (0.0, 0);
    for fold in 0..5 {
        let is_held_out = |row: &usize| hashed_fold(*row, 5, Seed(9)) == fold;
        let (held_out, learned): (Vec<usize>, Vec<usize>) = (0..data.n_samples()).partition(is_held_out);
        let model = NaiveBayes::fit(&data.take(&learned).features, &labels.among(&learned).0, 1.0).unwrap();
        let probabilities = model.predict_proba(&data.take(&held_out).features).unwrap();
        for (p, &row) in probabilities.rows().into_iter().zip(&held_out) {
            loss -= p[labels.codes[row]].ln();
            n_right += usize::from(p.iter().all(|other| *other <= p[labels.codes[row]]));
        }
    }
    let found = |key: &str| passes["cross_validation"][key].as_f64().unwrap();
    assert!((found("log_loss") - loss / 600.0).abs() < 1e-10, "{} {}", found("log_loss"), loss / 600.0);
    assert!((found("accuracy") - n_right as f64 / 600.0).abs() < 1e-12);
}

/// What Parquet files hold is what their rows are as CSV: in passes, in memory and as predictions.
#[cfg(feature = "parquet")]
#[test]
fn row_groups_give_the_figures_of_their_rows() {
    let room = Room::new();
    let golden = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/tables");
    std::fs::create_dir(room.path("groups")).unwrap();
    for file in ["groups.csv", "groups.parquet", "groups/1.parquet", "groups/2.parquet"] {
        std::fs::copy(golden.join(file), room.path(file)).unwrap();
    }
    let without_name = |mut found: Value| {
        found["data"].as_object_mut().unwrap().remove("name");
        found
    };
    for command in [
        "regress DATA --target y --missing impute",
        "classify DATA --target ripe --missing drop",
        "classify DATA --target ripe --missing impute --model naive-bayes",
        "cluster DATA --missing impute --features a,b,count,weight --standardize",
    ] {
        let run = |data: &str, options: &str| {
            let found = room.run(&format!("{} {options} --format json", command.replace("DATA", data))).ok().json();
            without_name(found)
        };
        let csv = run("groups.csv", "--memory 100MB");
        for data in ["groups.parquet", "groups"] {
            let parquet = run(data, "--memory 100MB");
            same(command, &csv, &parquet);
            assert_eq!(csv["cross_validation"], parquet["cross_validation"], "{command}");
        }
        if !command.starts_with("cluster") {
            let engine = if command.contains("bayes") { "" } else { "--engine native" };
            same(command, &run("groups.parquet", engine), &csv);
        }
    }
    let predicted = |data: &str| -> Vec<String> {
        let rows = room.run(&format!("predict m.json {data}")).ok().stdout;
        rows.lines().map(|row| row.rsplit(',').next().unwrap().to_owned()).collect()
    };
    room.run("regress groups.csv --target y --missing impute --memory 100MB --save m.json").ok();
    let csv = predicted("groups.csv");
    assert_eq!((csv.len(), &predicted("groups.parquet"), &predicted("groups")), (901, &csv, &csv));
}

#[test]
fn a_folder_is_one_table() {
    let room = Room::new();
    let whole = table(600, true);
    let (header, rows) = whole.split_once('\n').unwrap();
    let rows: Vec<&str> = rows.lines().collect();
    room.file("whole.csv", &whole);
    std::fs::create_dir(room.path("parts")).unwrap();
    for (at, part) in rows.chunks(250).enumerate() {
        room.file(&format!("parts/{at}.csv"), format!("{header}\n{}\n", part.join("\n")));
    }
    room.file("parts/.hidden.csv", "x\n1\n");
    let command = |data: &str| format!("regress {data} --target y --missing impute --memory 100MB --format json");
    let (one, many) = (room.run(&command("whole.csv")).ok().json(), room.run(&command("parts")).ok().json());
    assert_eq!((&one["coefficients"], &one["cross_validation"]), (&many["coefficients"], &many["cross_validation"]));
    room.file("parts/9.csv", "a,b,kind\n1,2,red\n");
    room.run(&command("parts")).fails(&["9.csv", "0.csv"]);
}

#[test]
fn a_seed_gives_the_same_bytes_whatever_the_memory() {
    let room = Room::new();
    room.file("t.csv", table(2000, true));
    let run = |options: &str| {
        let json =
            room.run(&format!("classify t.csv --target ripe --missing impute --format json {options}")).ok().json();
        (json["coefficients"].clone(), json["train"].clone(), json["cross_validation"].clone())
    };
    let first = run("--memory 70MB --seed 7");
    assert_eq!(run("--memory 70MB --seed 7"), first);
    assert_eq!(run("--memory 2GB --seed 7"), first);
    assert_ne!(run("--memory 70MB --seed 8").2, first.2);
}

#[test]
fn a_bad_row_is_named_with_its_file_and_line() {
    let room = Room::new();
    let mut text = table(3000, false);
    text += "1,2,red\n";
    room.file("ragged.csv", &text);
    room.run("regress ragged.csv --target y --memory 100MB").fails(&["ragged.csv", "line 3002"]);
    let text = table(3000, false) + "0.5,oops,red,yes,g1,2\n";
    room.file("word.csv", &text);
    room.run("regress word.csv --target y --numeric b --memory 100MB").fails(&["word.csv", "line 3002", "oops"]);
}

#[test]
fn what_cannot_be_done_in_passes_is_said() {
    let room = Room::new();
    room.file("t.csv", table(300, false));
    for (command, parts) in [
        ("classify t.csv --target ripe --model knn --memory 1GB", &["--model", "logistic or naive-bayes"][..]),
        ("classify t.csv --target ripe --cv loo --memory 1GB", &["--cv", "folds"]),
        ("regress t.csv --target y --engine linfa --memory 1GB", &["--engine", "native"]),
        ("regress t.csv --target y --plot --memory 1GB", &["--plot", "--memory"]),
        ("regress t.csv --target y --memory 1MB", &["--memory", "68MB"]),
        ("regress t.csv --target y --memory much", &["--memory"]),
        ("regress melons --memory 1GB", &["--memory", "melons"]),
    ] {
        room.run(command).misused(parts);
    }
    room.file("t.csv.gz", [0x1f, 0x8b, 8, 0]);
    room.run("regress t.csv.gz --target y --memory 1GB").fails(&["t.csv.gz", "in passes", "packed"]);
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("x,y\n1,2\n3,4\n5,7\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    room.file("wide.csv", wide);
    room.run("regress wide.csv --target y --memory 1GB").fails(&["wide.csv", "UTF-16LE", "Save it as UTF-8"]);
    room.run("regress wide.csv --target y --memory 1GB --lang zh").fails(&["UTF-16LE", "另存为 UTF-8"]);
}

#[test]
fn a_model_from_passes_predicts_as_the_page_says() {
    let room = Room::new();
    room.file("t.csv", table(500, false));
    let page = room.run("regress t.csv --target y --memory 100MB --save m.json").ok().stdout;
    assert!(page.contains("read") && page.contains("100 MB") && page.contains("hash"), "{page}");
    let page = room.run("regress t.csv --target y --memory 100MB --lang zh").ok().stdout;
    assert!(page.contains("分批读了") && page.contains("哈希"), "{page}");
    let predicted = |model: &str| -> Vec<f64> {
        let rows = room.run(&format!("predict {model} t.csv")).ok().stdout;
        rows.lines().skip(1).map(|row| row.rsplit(',').next().unwrap().parse().unwrap()).collect()
    };
    room.run("regress t.csv --target y --engine native --save memory.json").ok();
    let (passes, memory) = (predicted("m.json"), predicted("memory.json"));
    assert_eq!(passes.len(), 500);
    assert!(passes.iter().zip(&memory).all(|(a, b)| (a - b).abs() < 1e-9));
}

/// What is saved tells the bytes of the file, as `sha256sum` does.
#[test]
fn a_saved_model_knows_its_file_again() {
    let room = Room::new();
    let (first, second) = (table(300, true), table(200, false));
    std::fs::create_dir(room.path("parts")).unwrap();
    room.file("parts/1.csv", &first);
    room.file("parts/2.csv", &second);
    let digits = |bytes: &str| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    for (data, bytes) in [("parts/1.csv", first.clone()), ("parts", first + &second)] {
        room.run(&format!("cluster {data} --missing impute --memory 100MB --save {}.json", bytes.len())).ok();
        let saved = std::fs::read_to_string(room.path(&format!("{}.json", bytes.len()))).unwrap();
        let saved: Value = serde_json::from_str(&saved).unwrap();
        assert_eq!(saved["data"]["sha256"], digits(&bytes), "{data}");
    }
}

/// Rows behind those that are looked at together: 12,000 of them, `id` tells what is in the second column.
fn long(id: impl Fn(usize) -> String, late: &str) -> String {
    let mut text = String::from("row,user_id,kind,y\n");
    for row in 0..12_000 {
        let kind = if row == 11_500 { late } else { ["red", "green"][row % 2] };
        text += &format!("{},{},{kind},{}\n", row + 1, id(row), row * 7919 % 1000);
    }
    text
}

#[test]
fn what_a_column_is_for_is_decided_on_all_rows() {
    let room = Room::new();
    room.file("crowded.csv", long(|row| (row * 7 % 11_000).to_string(), "late"));
    compare(&room, "regress crowded.csv --target y");
    let passes = room.run("regress crowded.csv --target y --memory 100MB").ok();
    assert!(passes.stdout.contains("user_id"), "{}", passes.stdout);
    assert!(passes.stderr.contains("Column row only numbers"), "{}", passes.stderr);
    room.run("classify crowded.csv --target y --memory 100MB").fails(&["at least 1"]);
    room.file("odd.csv", long(|row| if row % 100 < 19 { "oops".into() } else { (row % 70).to_string() }, "red"));
    let memory = room.run("regress odd.csv --target y").fails(&["user_id", "oops"]);
    let passes = room.run("regress odd.csv --target y --memory 100MB").fails(&["user_id", "oops"]);
    assert_eq!(memory.stderr, passes.stderr);
}

#[test]
fn an_id_that_was_compared_in_some_rows_only_is_said_to_be_so() {
    let room = Room::new();
    room.file("sparse.csv", long(|row| (row * 7 % 11_000 * 1000).to_string(), "red"));
    let passes = room.run("regress sparse.csv --target y --memory 100MB").ok();
    assert!(passes.stderr.contains("user_id is called like an id") && passes.stderr.contains("10,000"));
    let report = "regress sparse.csv --target y --memory 100MB --report r.md";
    room.run(report).ok();
    let report = std::fs::read_to_string(room.path("r.md")).unwrap();
    assert!(report.contains("12,000") && report.contains("sha256sum"), "{report}");
}
