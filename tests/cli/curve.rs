//! `melon curve`.

use super::{Room, has_keys};

const SMALL: &str = "curve --rows 600 --sizes 10,100,400 --splits 8";

#[test]
fn the_page_shows_every_model_at_every_size_in_both_languages() {
    let room = Room::new();
    let page = room.run(SMALL).ok().stdout;
    for part in ["How many melons", "600 melons", "180", "o l2=0", "+ l2=1", "x l2=10", "* naive Bayes", "400"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    let page = room.run(&format!("{SMALL} --lang zh")).ok().stdout;
    for part in ["要多少个瓜", "600 个瓜", "朴素贝叶斯", "哪个模型领先"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
}

#[test]
fn json_holds_curves_pairs_and_what_was_counted() {
    let json = Room::new().run(&format!("{SMALL} --format json")).ok().json();
    has_keys(&json, "data options n_test sizes baseline best_error independence curves pairs");
    has_keys(&json["curves"][0], "model points settled_at");
    has_keys(&json["curves"][0]["points"][0], "size error interval n_guessed n_separated");
    has_keys(&json["pairs"][0], "reference other points turns");
    has_keys(&json["pairs"][0]["points"][0], "size difference interval ahead");
    assert_eq!(json["n_test"], 180);
    let models: Vec<&str> = json["curves"].as_array().unwrap().iter().map(|c| c["model"].as_str().unwrap()).collect();
    assert_eq!(models, ["logistic:0", "logistic:1", "logistic:10", "naive-bayes"]);
    // The pairs are differences of the very curves.
    let error = |curve: usize| json["curves"][curve]["points"][2]["error"].as_f64().unwrap();
    let difference = json["pairs"][0]["points"][2]["difference"].as_f64().unwrap();
    assert!((error(0) - error(3) - difference).abs() < 1e-12);
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_one_thread_and_on_many() {
    let room = Room::new();
    let with = |threads: &str| {
        let output = room.command(&format!("{SMALL} --format csv")).env("RAYON_NUM_THREADS", threads).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let csv = with("1");
    assert!(csv.starts_with("model,n_train,error,low,high,") && csv.lines().count() == 13, "{csv}");
    assert_eq!(csv, with("3"));
    assert_ne!(csv, room.run(&format!("{SMALL} --format csv --seed 7")).ok().stdout);
}

#[test]
fn what_seventeen_melons_show_is_a_hint() {
    let page = Room::new().run("curve watermelon-3.0 --splits 6").ok().stdout;
    for part in ["these intervals are rough", "separated", "samples to check", "not shown either way", "includes 0"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
}

#[test]
fn language_models_learn_on_request() {
    let line = "curve melons --models ngram,gpt,naive-bayes --sizes 4,8 --splits 2 --format json";
    let json = Room::new().run(line).ok().json();
    let models: Vec<&str> = json["curves"].as_array().unwrap().iter().map(|c| c["model"].as_str().unwrap()).collect();
    assert_eq!(models, ["ngram", "gpt", "naive-bayes"]);
    assert!(json["pairs"].as_array().unwrap().iter().all(|pair| pair["reference"] == "naive-bayes"));
}

#[test]
fn any_table_will_do_and_missing_cells_too() {
    let room = Room::new();
    let rows: String =
        (0..60).map(|i| format!("{},{},{}\n", i % 7, ["u", "v", ""][i % 3], ["p", "q", "r"][i / 20])).collect();
    room.file("mine.csv", format!("x,w,class\n{rows}"));
    room.run("curve mine.csv --splits 5").fails(&["--missing"]);
    let page = room.run("curve mine.csv --splits 5 --missing impute").ok().stdout;
    assert!(page.contains("How many samples") && page.contains("60 samples"), "{page}");
    room.run("curve mine.csv --splits 5 --missing drop --models naive-bayes").ok();
}

#[test]
fn what_cannot_be_meant_is_explained() {
    let room = Room::new();
    room.run("curve melons --sizes 5,50").misused(&["50", "17", "12"]);
    room.run("curve --splits 1").misused(&["--splits", "from 2"]);
    room.run("curve --test-share 1.5").misused(&["--test-share", "between 0 and 1"]);
    room.run("curve --l2 -1").misused(&["--l2"]);
    room.run("curve --models oracle").misused(&["oracle", "naive-bayes"]);
    room.file("one.csv", "x,class\n1,a\n2,a\n3,a\n");
    room.run("curve one.csv").fails(&["a"]);
}

#[test]
fn every_k_has_its_curve() {
    let room = Room::new();
    let line = "curve --rows 300 --models knn,naive-bayes --k 1,15 --sizes 10,100 --splits 4";
    let json = room.run(&format!("{line} --format json")).ok().json();
    let models: Vec<&str> = json["curves"].as_array().unwrap().iter().map(|c| c["model"].as_str().unwrap()).collect();
    assert_eq!(models, ["knn:1", "knn:15", "naive-bayes"]);
    assert_eq!(json["curves"][1]["points"][0]["n_guessed"], 4, "ten are no fifteen");
    let page = room.run(line).ok().stdout;
    assert!(page.contains("neighbours k=1") && page.contains("neighbours k=15"), "{page}");
    room.run("curve --rows 300 --models knn --k 0").misused(&["--k", "a whole number from 1"]);
    room.run("curve --rows 300 --models knn --k 500").misused(&["--k", "500"]);
    room.run("curve --rows 300 --k 3").misused(&["--k", "knn"]);
}

#[test]
fn two_splits_prove_nothing() {
    let room = Room::new();
    let line = "curve watermelon-3.0 --splits 2 --models logistic,naive-bayes --sizes 5,8";
    let json = room.run(&format!("{line} --format json")).ok().json();
    for pair in json["pairs"].as_array().unwrap() {
        for point in pair["points"].as_array().unwrap() {
            assert_eq!(point["ahead"], "unsure");
            let [low, high] = [0, 1].map(|end| point["interval"][end].as_f64().unwrap());
            assert!(low >= -1.0 && high <= 1.0, "shares differ by 1 at most: {point}");
        }
    }
    let page = room.run(line).ok().stdout;
    assert!(!page.contains("Bold"), "a pipe shows no bold: {page}");
}
