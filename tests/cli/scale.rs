//! `melon scale`, with few steps.

use super::{Room, has_keys};

const SHORT: &str = "scale --task copy --iters 3 --cache cache";

#[test]
fn the_page_shows_every_size_under_three_measures() {
    let room = Room::new();
    let page = room.run(SHORT).ok().stdout;
    for part in ["all at once", "6 GPTs", "copying", "all right", "tokens right", "ln P(answer)", "1.75e11", "1.8e12"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    let page = room.run(&format!("{SHORT} --lang zh")).ok().stdout;
    assert!(page.contains("涌现") && page.contains("抄写") && page.contains("三种量法"), "{page}");
}

#[test]
fn the_largest_seed_is_a_seed() {
    Room::new().run(&format!("{SHORT} --seed {}", u64::MAX)).ok();
}

#[test]
fn json_has_scores_rises_and_a_law_or_its_refusal() {
    let json = Room::new().run(&format!("{SHORT} --format json")).ok().json();
    has_keys(&json, "options iters budget_secs n_sizes sizes rises power_law landmarks");
    let sizes = json["sizes"].as_array().unwrap();
    assert_eq!(sizes.len(), 6);
    has_keys(&sizes[0], "n_layer n_head n_embd n_params loss_nats scores");
    let scores = &sizes[0]["scores"][0];
    has_keys(scores, "task exact_match exact_match_interval token_accuracy log_prob_nats log_prob_interval");
    // The same predictions: six tokens an answer, so the loss is the log-probability by token.
    let number = |value: &serde_json::Value| value.as_f64().unwrap();
    assert!((number(&sizes[0]["loss_nats"]) + number(&scores["log_prob_nats"]) / 6.0).abs() < 1e-9);
    assert!(number(&scores["exact_match"]) <= number(&scores["token_accuracy"]));
    let law = &json["power_law"];
    assert!(law["refused"].is_object() || law["residuals"].as_array().unwrap().len() == 6, "{law}");
}

#[test]
fn a_run_taken_up_from_the_cache_ends_like_one_without_it() {
    let room = Room::new();
    let whole = room.run(&format!("{SHORT} --format json")).ok();
    // What an interrupted run would have left: two sizes.
    let name = std::fs::read_dir(room.path("cache")).unwrap().next().unwrap().unwrap().file_name();
    let name = format!("cache/{}", name.to_string_lossy());
    let mut lab: serde_json::Value = serde_json::from_str(&room.read(&name)).unwrap();
    lab["done"].as_array_mut().unwrap().truncate(2);
    room.file(&name, lab.to_string());
    let resumed = room.run(&format!("{SHORT} --format json")).ok();
    assert!(resumed.stderr.contains("2 of 6"), "{}", resumed.stderr);
    assert_eq!(resumed.stdout, whole.stdout);
    let again = room.run(&format!("{SHORT} --format json")).ok();
    assert!(again.stderr.contains("6 of 6") && again.stdout == whole.stdout, "{}", again.stderr);
    // Other settings begin anew, in a file of their own.
    let other = room.run(&format!("{SHORT} --format json --seed 7")).ok();
    assert!(!other.stderr.contains("of 6") && other.stdout != whole.stdout);
    assert_eq!(std::fs::read_dir(room.path("cache")).unwrap().count(), 2);
    // A damaged file is said to be so, and made again.
    room.file(&name, "{\"settings\"");
    let mended = room.run(&format!("{SHORT} --format json")).ok();
    assert!(mended.stderr.contains("damaged") && mended.stdout == whole.stdout, "{}", mended.stderr);
}

#[cfg(unix)]
#[test]
fn ctrl_c_keeps_the_sizes_that_are_done() {
    let room = Room::new();
    let mut command = room.command("scale --task copy --iters 150 --cache cache");
    let child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let has_begun = || std::fs::read_dir(room.path("cache")).is_ok_and(|mut files| files.next().is_some());
    while !has_begun() {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let output = child.wait_with_output().unwrap();
    let said = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (page, notes) = (said(output.stdout), said(output.stderr));
    assert_eq!(output.status.code(), Some(0), "{notes}");
    assert!(page.contains("of 6 sizes are done") && notes.contains("What is done is kept"), "{page}{notes}");
}

#[test]
fn a_time_is_turned_into_steps_that_are_told_and_kept() {
    let room = Room::new();
    let line = "scale --task addition --time-budget 0.5s --format json";
    let home = |line: &str| {
        let output = room.command(line).env("XDG_CACHE_HOME", room.path("xdg")).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let first = home(line);
    let json: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert!(json["iters"].as_u64().unwrap() >= 1 && json["budget_secs"] == 0.5);
    assert!(room.path("xdg/melon").is_dir());
    assert_eq!(home(line), first, "the steps are those that were reckoned then");
}

#[test]
fn what_cannot_be_meant_is_explained() {
    let room = Room::new();
    room.run("scale --task divide").misused(&["--task", "divide", "reverse"]);
    room.run("scale --time-budget soon").misused(&["--time-budget", "soon", "90s"]);
    room.run("scale --iters 0").misused(&["--iters"]);
    room.file("taken", "a file");
    room.run("scale --iters 1 --task copy --cache taken").fails(&["taken"]);
}
