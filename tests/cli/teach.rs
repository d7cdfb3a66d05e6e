//! `melon teach`: the plan of a lesson, and its slides.

use super::Room;
use std::collections::BTreeSet;

#[test]
fn the_plan_is_a_page_a_table_and_a_report() {
    let room = Room::new();
    for (lang, title) in [("en", "A lesson of 90 minutes"), ("zh", "一堂 90 分钟的课")] {
        let page = room.run(&format!("teach --lang {lang}")).ok().stdout;
        let in_one_line = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            page.starts_with(title)
                && in_one_line.contains("melon lab start 1 ")
                && in_one_line.contains("--student ID"),
            "{page}"
        );
    }
    let json = room.run("teach --format json --report plan.html").ok().json();
    let steps = json["steps"].as_array().unwrap();
    assert_eq!(steps.iter().map(|step| step["minutes"].as_u64().unwrap()).sum::<u64>(), 90);
    let csv = room.run("teach --format csv").ok().stdout;
    assert_eq!(csv.lines().count(), 1 + steps.len());
    assert!(room.read("plan.html").contains("Hand out the lab"));
    assert!(room.run("teach --format markdown").ok().stdout.contains("## 1. Continue a sentence"));
}

#[test]
fn every_command_of_the_plan_works() {
    let room = Room::new();
    let mut tried = BTreeSet::new();
    for lang in ["en", "zh"] {
        let json = room.run(&format!("teach --lang {lang} --format json")).ok().json();
        for step in json["steps"].as_array().unwrap() {
            let line = step["command"].as_str().unwrap().strip_prefix("melon ").unwrap();
            if tried.insert(line.to_owned()) {
                room.run(&format!("{line} --quiet --lang {lang}")).ok();
            }
        }
    }
}

#[test]
fn slides_are_one_file_that_fetches_nothing() {
    let room = Room::new();
    room.run("teach --slides lesson.html").ok();
    let html = room.read("lesson.html");
    assert_eq!(html.matches("<main class=\"slide\"").count(), 1 + 9 + 15, "an opening, a question a step, the tour");
    assert_eq!(html.matches("<script").count(), 1);
    assert!(!html.contains("http://") && !html.contains("https://") && html.contains("default-src 'none'"));
    room.run("teach --slides lesson.pdf").misused(&["--slides writes .html"]);
    room.run("teach --slides lesson.html --format json").misused(&["--slides"]);
}
