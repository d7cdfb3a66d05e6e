//! `melon compare`.

use super::{Room, has_keys, keys};
use approx::assert_abs_diff_eq;
use serde_json::Value;

const MELON: &str = "--melon color=green,root=curled,sound=muffled";

fn models(json: &Value) -> Vec<&str> {
    json["models"].as_array().unwrap().iter().map(|model| model["model"].as_str().unwrap()).collect()
}

#[test]
fn one_melon_is_seen_by_all_models() {
    let room = Room::new();
    let page = room.run(&format!("compare --cv loo --more {MELON}")).ok().stdout;
    let said = [
        "green, curled, muffled",
        "P(y|x)",
        "P(x,y)",
        "P(next)",
        "66.7%",
        "29%",
        "53%",
        "Leave-one-out",
        "Hide sound",
        "ripe is yes",
        "17 samples are few",
        "Made melons",
        "two real halves",
        "log-odds",
    ];
    for part in said {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    let page =
        room.run("compare --more --lang zh --cv none --samples 50 --melon 色泽=青绿,根蒂=蜷缩,敲声=浊响").ok().stdout;
    for part in ["青绿、蜷缩、浊响", "66.7%", "色泽青绿，根蒂蜷缩，敲声浊响，", "判别式模型和生成式模型", "--cv none"]
    {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
}

#[test]
fn json_has_the_same_facts_and_no_hidden_classifier() {
    let json = Room::new().run(&format!("compare {MELON} --cv loo --format json")).ok().json();
    has_keys(&json, "data options melon models folds baseline differences new_melons findings timing");
    assert_eq!(models(&json), ["logistic", "naive-bayes", "ngram", "gpt", "k-means"]);
    for model in json["models"].as_array().unwrap() {
        has_keys(model, "family models learned_from n_params answer needs why fills makes usual cross_validation");
        has_keys(
            &model["cross_validation"],
            "accuracy accuracy_interval log_loss log_loss_interval brier brier_interval",
        );
        let p = &model["answer"]["probabilities"];
        assert_abs_diff_eq!(p["是"].as_f64().unwrap() + p["否"].as_f64().unwrap(), 1.0, epsilon = 1e-9);
    }
    // The answer of a language model is its next-token distribution, renormalised.
    for model in &json["models"].as_array().unwrap()[2..4] {
        let (answer, why) = (&model["answer"], &model["why"]);
        let of = |text: &str| why["candidates"].as_array().unwrap().iter().find(|c| c["text"] == text).unwrap();
        let yes = of("ripe is yes.")["probability"].as_f64().unwrap();
        assert_abs_diff_eq!(answer["raw"]["是"].as_f64().unwrap(), yes, epsilon = 1e-6);
        let share = yes / answer["class_mass"].as_f64().unwrap();
        assert_abs_diff_eq!(answer["probabilities"]["是"].as_f64().unwrap(), share, epsilon = 1e-6);
    }
    assert_abs_diff_eq!(json["models"][0]["cross_validation"]["accuracy"].as_f64().unwrap(), 5.0 / 17.0);
    assert_abs_diff_eq!(json["baseline"]["accuracy"].as_f64().unwrap(), 9.0 / 17.0);
    assert_eq!(json["folds"]["n_folds"], 17);
    has_keys(&json["new_melons"], "n_samples halves table_log_probs held_out_log_probs makers");
    assert_eq!(json["new_melons"]["makers"][0]["valid"], 1.0);
}

#[test]
fn a_feature_left_out_stops_the_logistic_regression_only() {
    let room = Room::new();
    let line = "compare --cv none --samples 0 --melon color=green,sound=muffled";
    let page = room.run(&format!("{line} --more")).ok().stdout;
    assert!(page.contains("It cannot answer: root is not given") && page.contains("For root"), "{page}");
    let json = room.run(&format!("{line} --format json")).ok().json();
    let answered: Vec<bool> = json["models"].as_array().unwrap().iter().map(|m| !m["answer"].is_null()).collect();
    assert_eq!(answered, [false, true, true, true, true]);
    assert_eq!((&json["models"][0]["needs"][0], &json["new_melons"]), (&Value::from("根蒂"), &Value::Null));
}

#[test]
fn any_table_will_do() {
    let room = Room::new();
    let rows: String =
        (0..30).map(|i| format!("{},{},{}\n", i % 7, ["a", "b", "c"][i % 3], ["x", "y", "z"][i / 10])).collect();
    room.file("t.csv", format!("n,w,kind\n{rows}"));
    let page = room.run("compare t.csv --more --cv 3 --samples 100").ok().stdout;
    assert!(page.contains("One sample, 5 models") && page.contains("3-fold"), "{page}");
    room.file("gaps.csv", "a,b,kind\nu,1,x\n,2,y\nv,,x\nu,3,y\nv,5,x\nu,6,y\n");
    room.run("compare gaps.csv").fails(&["gaps.csv", "--missing"]);
    room.run("compare gaps.csv --missing impute --samples 100").ok();
    room.run("compare gaps.csv --missing drop --samples 100 --melon a=u").ok();
    room.run("compare watermelon-4.0").fails(&["--target"]);
    room.run("compare --melon color=gren").fails(&["gren", "Did you mean green?"]);
    room.run("compare --cv 1").misused(&["--cv"]);
    room.run("compare --samples 9999999").misused(&["--samples"]);
    room.run("compare --l2 -1").misused(&["--l2"]);
}

#[test]
fn the_same_seed_gives_the_same_bytes_but_for_the_clock() {
    let room = Room::new();
    let run = |threads: &str, seed: &str| {
        let line = format!("compare ten-melons --samples 200 --format json --seed {seed}");
        let output = room.command(&line).env("RAYON_NUM_THREADS", threads).output().unwrap();
        let mut json: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(json.as_object_mut().unwrap().remove("timing").is_some());
        json
    };
    assert_eq!(run("1", "7"), run("3", "7"));
    assert_ne!(run("2", "7")["new_melons"], run("2", "8")["new_melons"]);
}

#[test]
fn tables_for_programs_and_papers() {
    let room = Room::new();
    let csv = room.run("compare ten-melons --cv none --samples 0 --format csv").ok().stdout;
    assert!(csv.starts_with("model,family,models,learned_from,n_params,predicted,P("), "{csv}");
    assert_eq!(csv.lines().count(), 7, "five models and the baseline");
    let markdown = room.run("compare ten-melons --cv none --samples 0 --format markdown").ok().stdout;
    assert!(
        markdown.starts_with("# One melon, 5 models") && markdown.contains("| naive Bayes | P(x,y) | seen |"),
        "{markdown}"
    );
    let json = room.run("compare ten-melons --cv none --samples 0 --format json").ok().json();
    assert!(!keys(&json).contains(&"fitted") && json["folds"].is_null());
}

#[test]
fn every_command_it_suggests_works() {
    let room = Room::new();
    let page = room.run("compare ten-melons --more --cv none --samples 20").ok().stdout;
    let commands: Vec<&str> = page.lines().filter_map(|l| l.trim().strip_prefix("melon ")).collect();
    assert!(commands.len() >= 2, "{page}");
    for command in commands {
        room.run(command.split("   ").next().unwrap()).ok();
    }
}

#[test]
fn neighbours_are_compared_where_they_are_asked_for() {
    let room = Room::new();
    let line = format!("compare {MELON} --models logistic,knn,naive-bayes --k 3 --samples 50 --more");
    let page = room.run(&line).ok().stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in ["One melon, 3 models", "k-nearest neighbours", "Why? The nearest to it: row", "it only asks its"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    let json = room.run(&format!("{line} --format json")).ok().json();
    assert_eq!(models(&json), ["logistic", "knn", "naive-bayes"]);
    assert_eq!((&json["options"]["k"], json["differences"].as_array().unwrap().len()), (&3.into(), 6));
    assert_eq!(json["models"][1]["why"]["kind"], "neighbors");
    assert_eq!(json["new_melons"]["makers"].as_array().unwrap().len(), 1);
    let alone = room.run("compare --models knn,k-means --cv none --format json").ok().json();
    assert!(alone["new_melons"].is_null());
    room.run("compare --k 3").misused(&["--k", "knn"]);
    room.run("compare --models knn,knn").misused(&["--models", "each once"]);
    room.run("compare --models oracle").misused(&["oracle", "knn"]);
    let part = room.run("compare --more --models knn --cv none --melon color=green").ok().stdout;
    let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(part.contains("there is no distance"), "{part}");
}

#[test]
fn the_first_screen_is_short_and_names_the_rest() {
    for lang in ["en", "zh"] {
        let page = Room::new().run(&format!("compare --lang {lang} --samples 20")).ok().stdout;
        assert!(page.lines().count() <= 40 && page.contains("--more"), "{page}");
    }
}
