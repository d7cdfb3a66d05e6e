//! `melon classify`.

use super::{Room, has_keys};
use approx::assert_abs_diff_eq;

#[test]
fn the_page_tells_what_was_learned_and_how_good_it_is() {
    let page = Room::new().run("classify").ok().stdout;
    for part in ["17 melons", "color=dark", "76%", "44%", "53%", "13/17", "0.72", "dark, curled, muffled", "74.9%"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    assert!(page.lines().count() <= 50);
}

#[test]
fn the_page_is_the_same_in_chinese() {
    let page = Room::new().run("classify --lang zh").ok().stdout;
    for part in ["17 个瓜", "色泽=乌黑", "76%", "44%", "53%", "重分 20 次", "乌黑、蜷缩、浊响", "74.9%"]
    {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
}

#[test]
fn json_has_the_keys_that_scripts_rely_on() {
    let json = Room::new().run("classify --format json").ok().json();
    has_keys(&json, "model engine data options coefficients fit train cross_validation baseline predictions");
    has_keys(&json["data"], "name n_samples n_features target classes positive_class");
    has_keys(&json["coefficients"][0], "term estimate std_error z p_value odds_ratio");
    has_keys(&json["fit"], "log_likelihood null_deviance residual_deviance aic iterations converged separation");
    let metrics = "accuracy log_loss brier roc_auc confusion_matrix report";
    has_keys(&json["train"], metrics);
    has_keys(&json["cross_validation"], &format!("scheme {metrics}"));
    has_keys(&json["train"]["report"][0], "class precision recall f1 support");
    has_keys(&json["baseline"], "class accuracy log_loss");
    assert_eq!(json["data"]["classes"], serde_json::json!(["否", "是"]));
    assert_eq!(json["coefficients"][0]["term"], "(Intercept)");
    assert_abs_diff_eq!(json["train"]["accuracy"].as_f64().unwrap(), 13.0 / 17.0);
    assert_eq!(json["cross_validation"]["scheme"], "20 x stratified 5-fold");
    let alone = Room::new().run("classify --cv loo --format json").ok().json();
    assert_abs_diff_eq!(alone["cross_validation"]["accuracy"].as_f64().unwrap(), 5.0 / 17.0);
}

#[test]
fn one_melon_gets_an_answer_and_its_reasons() {
    let room = Room::new();
    let page = room.run("classify --melon color=green,root=curled,sound=muffled").ok().stdout;
    assert!(page.contains("66.7%") && page.contains("root=curled") && page.contains("log-odds of +0.70"), "{page}");
    let json = room.run("classify --format json --melon 色泽=青绿,根蒂=蜷缩,敲声=浊响").ok().json();
    let answer = &json["predictions"][0];
    has_keys(answer, "input probabilities predicted contributions");
    assert_abs_diff_eq!(answer["probabilities"]["是"].as_f64().unwrap(), 0.6670, epsilon = 2e-4);
    let contributions = answer["contributions"].as_array().unwrap();
    let log_odds: f64 = contributions.iter().map(|c| c["value"].as_f64().unwrap()).sum();
    let p = answer["probabilities"]["是"].as_f64().unwrap();
    assert_abs_diff_eq!(log_odds, (p / (1.0 - p)).ln(), epsilon = 1e-9);
}

#[test]
fn without_a_penalty_there_is_r_s_table() {
    let page = Room::new().run("classify watermelon-3.0a --l2 0").ok().stdout;
    for part in ["3.1583", "4.0533", "12.5212", "-4.4289", "23.508", "17.367", "23.367"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    for part in ["std. err", "-10.07 … 1.22", "odds ratio", "3.50", "density +0.1", "p-value"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
}

/// Whatever has no room beside the estimates stands below them.
#[test]
fn long_terms_and_more_classes_keep_every_figure() {
    let room = Room::new();
    let page = room.run("classify melon-field --rows 300 --l2 0").ok().stdout;
    let json = room.run("classify melon-field --rows 300 --l2 0 --format json").ok().json();
    let colours = "classify watermelon-3.0 --target color --features density,sugar --l2 0";
    for (page, json) in
        [(page, json), (room.run(colours).ok().stdout, room.run(&format!("{colours} --format json")).ok().json())]
    {
        for coefficient in json["coefficients"].as_array().unwrap() {
            let figure = |key: &str| coefficient[key].as_f64();
            let ends =
                coefficient["interval"].as_array().unwrap().iter().map(|end| format!("{:.2}", end.as_f64().unwrap()));
            let shown = [figure("estimate"), figure("std_error")].map(|f| format!("{:.4}", f.unwrap()));
            let odds = coefficient["odds_step"]["ratio"].as_f64().or(figure("odds_ratio"));
            for figure in shown.into_iter().chain(ends).chain(odds.map(|f| format!("{f:.2}"))) {
                assert!(page.contains(&figure), "{figure} is not in\n{page}");
            }
        }
    }
}

#[test]
fn options_that_mean_nothing_here_are_refused() {
    let room = Room::new();
    room.run("classify --rows 5").misused(&["--rows", "melon-field"]);
    let colours = "classify watermelon-3.0 --target color --features density,sugar";
    room.run(&format!("{colours} --threshold 0.7")).misused(&["--threshold", "two classes"]);
    let page = room.run(colours).ok().stdout;
    assert!(page.starts_with("Which color is it?"), "{page}");
}

#[test]
fn separated_classes_are_explained_and_the_remedy_works() {
    let room = Room::new();
    let page = room.run("classify --l2 0").ok().stdout;
    assert!(page.contains("quasi-separation") && page.contains("--l2 1"), "{page}");
    assert!(!page.contains("e+") && !page.contains("std. err"), "{page}");
    assert_eq!(room.run("classify --l2 0 --format json").ok().json()["fit"]["separation"], "quasi");
    room.run("classify --l2 1").ok();
}

#[test]
fn every_command_it_suggests_works() {
    let room = Room::new();
    for line in [
        "classify",
        "classify watermelon-3.0 --model naive-bayes",
        "classify --l2 0",
        "classify watermelon-3.0a",
        "regress",
        "cluster watermelon-4.0",
    ] {
        let page = room.run(line).ok().stdout;
        let commands: Vec<&str> = page
            .lines()
            .filter_map(|l| l.trim().strip_prefix("melon "))
            .map(|l| l.split("   ").next().unwrap())
            .collect();
        assert!(!commands.is_empty(), "{line} suggests nothing");
        for command in commands {
            room.run(command).ok();
        }
    }
}

#[test]
fn naive_bayes_shows_what_it_remembers() {
    let page = Room::new().run("classify watermelon-3.0 --model naive-bayes").ok().stdout;
    assert!(page.contains("0.474") && page.contains("0.364"), "{page}");
}

#[test]
fn naive_bayes_is_a_table_of_its_own() {
    let room = Room::new();
    let csv = room.run("classify watermelon-3.0 --model naive-bayes --names zh --format csv").ok().stdout;
    assert!(csv.starts_with("class,feature,value,probability,mean,std_dev\n否,(prior),,0.526"), "{csv}");
    assert!(csv.contains("\n是,色泽,乌黑,0.4545") && csv.contains("\n是,密度,,,0.57"), "{csv}");
    let json = room.run("classify watermelon-3.0 --model naive-bayes --format json").ok().json();
    let shares = csv.lines().filter(|line| line.starts_with("是,色泽,")).map(|line| line.split(',').nth(3).unwrap());
    assert_eq!(shares.map(|share| share.parse::<f64>().unwrap()).sum::<f64>(), 1.0);
    assert!(json["coefficients"].as_array().unwrap().is_empty());
}

#[test]
fn naive_bayes_shows_the_product_and_how_usual_a_melon_is() {
    let room = Room::new();
    let first = "色泽=青绿,根蒂=蜷缩,敲声=浊响,纹理=清晰,脐部=凹陷,触感=硬滑,密度=0.697,含糖率=0.460";
    let page = room.run(&format!("classify watermelon-3.0 --model naive-bayes --melon {first}")).ok().stdout;
    for part in ["share of the class", "0.0256", "7.72e-5", "99.7%", "ln P(x) = -3.66", "How common is such a melon?"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    let json =
        room.run(&format!("classify watermelon-3.0 --model naive-bayes --format json --melon {first}")).ok().json();
    let known = &json["predictions"][0]["generative"];
    has_keys(known, "log_evidence_nats n_less_usual n_samples summed_over factors");
    let factors = known["factors"].as_array().unwrap();
    let joint = |class: usize| factors.iter().map(|f| f["values"][class].as_f64().unwrap()).product::<f64>();
    assert_abs_diff_eq!(joint(1), 0.0256310, epsilon = 5e-8);
    assert_abs_diff_eq!(joint(0), 7.7224e-5, epsilon = 5e-10);
    assert_abs_diff_eq!(known["log_evidence_nats"].as_f64().unwrap(), (joint(0) + joint(1)).ln(), epsilon = 1e-9);
}

/// Leaving a feature out is summing over all that it might be.
#[test]
fn naive_bayes_answers_with_features_missing() {
    let room = Room::new();
    let ask = |melon: &str| {
        let line = format!("classify --model naive-bayes --format json --melon {melon}");
        room.run(&line).ok().json()["predictions"][0].clone()
    };
    let part = ask("color=green,root=curled");
    assert_eq!(part["generative"]["summed_over"], serde_json::json!(["敲声"]));
    let evidence = |answer: &serde_json::Value| answer["generative"]["log_evidence_nats"].as_f64().unwrap().exp();
    let sounds = ["muffled", "dull", "crisp"].map(|sound| ask(&format!("color=green,root=curled,sound={sound}")));
    assert_abs_diff_eq!(evidence(&part), sounds.iter().map(evidence).sum::<f64>(), epsilon = 1e-12);
    let ripe = |answer: &serde_json::Value| answer["probabilities"]["是"].as_f64().unwrap() * evidence(answer);
    assert_abs_diff_eq!(ripe(&part), sounds.iter().map(ripe).sum::<f64>(), epsilon = 1e-12);
    let page = room.run("classify --model naive-bayes --melon color=green,root=curled").ok().stdout;
    assert!(page.contains("Not given: sound"), "{page}");
}

#[test]
fn a_melon_that_cannot_be_meant_is_explained() {
    let room = Room::new();
    room.run("classify --melon color=gren,root=curled,sound=muffled").fails(&["gren", "Did you mean green?"]);
    room.run("classify --melon colour=green,weight=3").fails(&["weight", "color, root, sound"]);
    room.run("classify --melon color=green").fails(&["root, sound", "--melon"]);
    room.run("classify --melon green").fails(&["green", "name=value"]);
}

#[test]
fn neighbours_say_how_far_they_are_and_what_a_distance_is() {
    let room = Room::new();
    let page = room.run("classify watermelon-3.0 --model knn --k 3").ok().stdout;
    for part in ["k-nearest neighbours", "the 3 nearest", "divided by the standard deviation (population", "94%"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    let chinese = room.run("classify watermelon-3.0 --model knn --k 3 --lang zh").ok().stdout;
    assert!(chinese.contains("k 近邻") && chinese.contains("平方根"), "{chinese}");
    let line = "classify --model knn --melon color=green,root=curled,sound=muffled";
    let page = room.run(line).ok().stdout;
    assert!(page.contains("row 1: green, curled, muffled: ripe=yes (distance 0.00)"), "{page}");
    let json = room.run(&format!("{line} --cv 5 --format json")).ok().json();
    assert_eq!((&json["model"], &json["options"]["k"]), (&"knn".into(), &5.into()));
    assert_eq!(json["cross_validation"]["scheme"], "stratified 5-fold");
    let answer = &json["predictions"][0];
    assert!(answer["contributions"].as_array().unwrap().is_empty());
    assert_eq!(answer["explanation"]["kind"], "neighbors");
    let neighbors = answer["explanation"]["neighbors"].as_array().unwrap();
    neighbors.iter().for_each(|neighbor| has_keys(neighbor, "row class distance weight input"));
    let votes: f64 = neighbors.iter().map(|neighbor| neighbor["weight"].as_f64().unwrap()).sum();
    assert_abs_diff_eq!(votes, 5.0, epsilon = 1e-9);
}

#[test]
fn neighbours_are_saved_and_predict() {
    let room = Room::new();
    room.run("classify watermelon-3.0 --model knn --k 1 --save knn.json --quiet").ok();
    let csv = room.run("predict knn.json watermelon-3.0").ok().stdout;
    let right = |line: &&str| {
        let cells: Vec<&str> = line.split(',').collect();
        cells[9] == cells[10]
    };
    assert_eq!(csv.lines().skip(1).filter(right).count(), 17, "each is its own neighbour: {csv}");
}

#[test]
fn an_impossible_number_of_neighbours_is_wrong_usage() {
    let room = Room::new();
    room.run("classify --model knn --k 0").misused(&["--k", "a whole number from 1"]);
    room.run("classify --model knn --k 18").misused(&["--k", "18", "13 samples"]);
    room.run("classify --model knn --k 17").misused(&["fold 1", "13 samples"]);
    room.run("classify --model knn --k 17 --cv none").ok();
    room.run("classify --model knn --k two").misused(&["two", "Neighbours that vote"]);
    room.run("classify --k 3").misused(&["--k", "knn"]);
    room.run("classify --model knn --melon color=green").fails(&["root, sound"]);
}

#[test]
fn a_threshold_is_named_beside_its_answer() {
    let room = Room::new();
    let line = "classify --melon color=green,root=curled,sound=dull";
    assert!(room.run(&format!("{line} --threshold 0.7")).ok().stdout.contains("from a probability of 0.7 on"));
    assert!(!room.run(line).ok().stdout.contains("--threshold)"));
}

#[test]
fn the_path_over_l2_is_drawn_and_in_the_json() {
    let room = Room::new();
    let page = room.run("classify --l2-path").ok().stdout;
    for part in ["More freedom (l2 = 0.1)", "Less freedom (l2 = 10)", "0.03", "the classes' shares alone"] {
        assert!(page.replace("\n  ", " ").contains(part), "`{part}` is not in\n{page}");
    }
    let path = &room.run("classify --l2-path --format json").ok().json()["l2_path"];
    has_keys(path, "scheme l2 points baseline_log_loss more_freedom less_freedom verdict");
    assert_eq!((path["points"].as_array().unwrap().len(), &path["verdict"]), (9, &"may_overfit".into()));
    // Flat where both intervals leave 0 out, hedged elsewhere.
    for table in ["watermelon-2.0", "watermelon-3.0a --cv loo", "melon-field --rows 100", "melons --l2 0"] {
        let path = &room.run(&format!("classify {table} --l2-path --format json")).ok().json()["l2_path"];
        let steps = [&path["more_freedom"], &path["less_freedom"]].into_iter().filter(|step| !step.is_null());
        let is_certain = steps.clone().all(|step| step["is_certain"] == true);
        for step in steps {
            let [low, high] = [0, 1].map(|at| step["interval"][at].as_f64().unwrap());
            assert!(step["is_certain"] == false || low > 0.0 || high < 0.0, "{table}: {step}");
        }
        let verdict = path["verdict"].as_str().unwrap();
        assert_eq!(is_certain, !verdict.starts_with("may_") && verdict != "unclear", "{table}: {path}");
        let page = room.run(&format!("classify {table} --l2-path")).ok().stdout;
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_flat = page.contains("More freedom hurts") || page.contains("More freedom helps");
        assert!(!is_flat || is_certain, "{table}: {page}");
    }
    room.run("classify --l2-path --cv none").misused(&["cv", "held out"]);
    room.run("classify --l2-path --model naive-bayes").misused(&["l2-path", "logistic"]);
    assert!(!room.run("classify").ok().stdout.contains("overfits"), "the word is said only where it was tried");
}

#[test]
fn leave_one_out_is_told_beside_folds() {
    let page = Room::new().run("classify --cv loo").ok().stdout;
    for part in ["Leave-one-out: right 29%", "20 divisions", "comes from the test"] {
        assert!(page.replace("\n  ", " ").contains(part), "`{part}` is not in\n{page}");
    }
}

/// Sixteen classes are too many for columns: they are summed up, and the mistakes that are made most are listed.
#[test]
fn many_classes_fit_a_page() {
    let room = Room::new();
    let rows: String = (0..64).map(|i| format!("{},{},k{:02}\n", (i * 7) % 16 + i % 3, (i * 5) % 11, i % 16)).collect();
    room.file("many.csv", format!("a,b,kind\n{rows}"));
    for (lang, parts) in [
        (
            "en",
            [
                "16 classes of kind, the smallest with 4 and the largest with 4",
                "... and 4 more classes",
                "macro average",
            ],
        ),
        ("zh", ["kind 有 16 类，最少的一类 4 个", "另有 4 类", "宏平均"]),
    ] {
        let page = room.run(&format!("classify many.csv --cv none --lang {lang}")).ok().stdout.replace("\n  ", " ");
        for part in parts {
            assert!(page.contains(part), "`{part}` is not in\n{page}");
        }
        assert!(page.lines().count() < 60, "{page}");
    }
}

#[test]
fn five_samples_cannot_show_more_than_chance() {
    let room = Room::new();
    room.file("five.csv", "x,y\n1,a\n2,a\n3,b\n4,b\n5,b\n");
    let page = room.run("classify five.csv --target y --cv loo").ok().stdout;
    let joined = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!joined.contains("unlikely to be chance"), "{page}");
    assert!(joined.contains("too few samples to tell") && joined.contains("probability 12%"), "4 of 32: {page}");
}
