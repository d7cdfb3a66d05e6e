//! The tour in a pipe: every screen in plain text, and figures that other commands agree with.

use super::{Room, Run};
use serde_json::Value;
use std::sync::OnceLock;

const N_SCREENS: usize = 15;

fn screen(room: &Room, name: &str) -> Value {
    let screens = room.run(&format!("tour --screen {name} --format json")).ok().json();
    assert_eq!(screens.as_array().unwrap().len(), 1);
    screens[0]["figures"].clone()
}

/// The whole tour in English and in Chinese, taken once for all tests.
fn tours() -> &'static [(&'static str, Run)] {
    static TOURS: OnceLock<Vec<(&str, Run)>> = OnceLock::new();
    TOURS.get_or_init(|| ["en", "zh"].map(|lang| (lang, Room::new().run(&format!("tour --lang {lang}")).ok())).into())
}

#[test]
fn every_screen_is_shown_in_both_languages() {
    for (lang, shown) in tours() {
        let try_next = if *lang == "en" { "What to try next" } else { "接下来可以试试" };
        let is_title = |line: &&str| line.contains(&format!("/{N_SCREENS}  "));
        let titles: Vec<&str> = shown.stdout.lines().filter(is_title).collect();
        assert_eq!(titles.len(), N_SCREENS);
        for (number, title) in (1..).zip(titles) {
            assert!(title.starts_with(&format!("{number}/{N_SCREENS}  ")), "{title}");
        }
        assert_eq!(shown.stdout.matches(try_next).count(), N_SCREENS);
        assert!(!shown.stdout.contains('\u{1b}') && shown.stderr.is_empty(), "{}", shown.stderr);
    }
}

/// The commands below the headings of what to try next; running text may begin a line with
/// the same word.
fn suggested(page: &str) -> Vec<&str> {
    let mut below = false;
    let mut found = Vec::new();
    for line in page.lines() {
        below =
            if line.starts_with("  ") { below } else { ["What to try next", "接下来可以试试"].contains(&line) };
        found.extend(line.strip_prefix("  melon ").filter(|_| below));
    }
    found
}

#[test]
fn what_is_suggested_works() {
    let room = Room::new();
    for (lang, shown) in tours() {
        let mut suggested = suggested(&shown.stdout);
        assert!(suggested.len() >= N_SCREENS);
        suggested.sort_unstable();
        suggested.dedup();
        for command in suggested.into_iter().filter(|command| !command.starts_with("tour")) {
            room.run(&format!("{} --lang {lang}", command.split("  ").next().unwrap())).ok();
        }
    }
}

#[test]
fn one_may_begin_anywhere() {
    let room = Room::new();
    let list = room.run("tour --list").ok().stdout;
    let names: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert!(names.contains(&"four-steps") && names.contains(&"emergence"), "{list}");
    let last = room.run(&format!("tour --from {N_SCREENS}")).ok().stdout;
    assert_eq!(last, room.run(&format!("tour {N_SCREENS}")).ok().stdout);
    assert_eq!(room.run("tour --screen sum").ok().stdout.matches("What to try next").count(), 1);
    let written = room.run("tour --screen sum -o sum.txt").ok();
    assert!(written.stdout.is_empty() && room.read("sum.txt").contains("Y = +"));
}

#[test]
fn screens_that_are_not_there_are_named() {
    let room = Room::new();
    for typed in ["--from 0", "--from 99", "99"] {
        room.run(&format!("tour {typed}")).misused(&["screen", &N_SCREENS.to_string(), "--list"]);
    }
    room.run("tour --screen melons").misused(&["melons", "--list"]);
    room.run("tour --from 99 --lang zh").misused(&["99", "屏"]);
    room.run("tour 3 --from 4").misused(&["cannot be used together"]);
}

#[test]
fn ten_melons_teach_the_tour_what_they_teach_classify() {
    let room = Room::new();
    let melon = "--melon color=green,root=curled,sound=muffled";
    let classified = room.run(&format!("classify ten-melons --format json {melon}")).ok().json();
    let training = screen(&room, "training");
    assert_eq!(training["likeliest"][0], classified["likeliest"][0]);
    assert_eq!(training["train_accuracy"], classified["train"]["accuracy"]);
    assert_eq!(training["held_out_accuracy"], classified["cross_validation"]["accuracy"]);
    let sum = screen(&room, "sum");
    let prediction = &classified["predictions"][0];
    assert_eq!(sum["shares"], prediction["contributions"]);
    assert_eq!(sum["probability"], prediction["probabilities"]["是"]);
    let total: f64 = sum["shares"].as_array().unwrap().iter().map(|share| share["value"].as_f64().unwrap()).sum();
    let p = sum["probability"].as_f64().unwrap();
    assert!((total - (p / (1.0 - p)).ln()).abs() < 1e-9);
}

#[test]
fn regression_and_clustering_are_those_of_their_commands() {
    let room = Room::new();
    let regressed = room.run("regress melon-field --rows 100 --features color,root,sound --format json").ok().json();
    assert_eq!(screen(&room, "regression")["regression"]["coefficients"], regressed["coefficients"]);
    let clustered = room.run("cluster watermelon-4.0 --init rows:6,12,24 --format json").ok().json();
    assert_eq!(screen(&room, "clustering")["clustering"]["centroids"], clustered["centroids"]);
    let grouped = room.run("cluster melons --k 3 --labels ripe --format json").ok().json();
    assert_eq!(screen(&room, "unsupervised")["sizes"], grouped["sizes"]);
}

#[test]
fn both_families_say_what_compare_says() {
    let room = Room::new();
    let melon = "--melon color=green,root=curled,sound=muffled";
    let compared = room.run(&format!("compare ten-melons --cv none --samples 0 --format json {melon}")).ok().json();
    let shown = screen(&room, "side-by-side");
    for (ours, theirs) in shown["models"].as_array().unwrap().iter().zip(compared["models"].as_array().unwrap()) {
        assert_eq!((&ours["model"], &ours["answer"]), (&theirs["model"], &theirs["answer"]));
    }
    assert_eq!(shown["models"].as_array().unwrap().len(), compared["models"].as_array().unwrap().len());
}

/// The candidates of the first step.
fn candidates(generated: &Value) -> &Vec<Value> {
    generated["tokens"][0]["candidates"].as_array().unwrap()
}

#[test]
fn the_example_is_measured() {
    let room = Room::new();
    let offers = |next: &Value| -> Vec<(String, f64)> {
        let offers = next["offers"].as_array().unwrap().iter();
        offers.map(|one| (one["text"].as_str().unwrap().to_owned(), one["probability"].as_f64().unwrap())).collect()
    };
    let english = screen(&room, "next-word");
    assert_eq!(offers(&english), [(" dull".to_owned(), 0.8), (" fun".to_owned(), 0.2)]);
    let next = screen(&room, "next-word --lang zh");
    assert_eq!(offers(&next), [("丧".to_owned(), 0.8), ("爽".to_owned(), 0.2)]);
    assert_eq!([&english["n_seen"], &next["n_seen"]], [25, 35]);
    let line = "generate 周一上班真的很 --model ngram --candidates 2 --max-tokens 1 --format json";
    let generated = room.run(line).ok().json();
    for (ours, theirs) in next["offers"].as_array().unwrap().iter().zip(candidates(&generated)) {
        assert_eq!((&ours["text"], &ours["probability"]), (&theirs["text"], &theirs["probability"]));
    }
}

#[test]
fn a_closed_pipe_is_the_end_of_the_tour() {
    use std::io::{BufRead, BufReader, Read};
    use std::process::Stdio;
    let room = Room::new();
    let mut child = room.command("tour").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("1/"), "{first}");
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaints.as_str()), (Some(0), ""));
}
