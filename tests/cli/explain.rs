//! `melon explain`: the glossary.

use super::Room;
use std::collections::BTreeSet;

#[test]
fn a_term_is_explained_in_either_language_by_any_name() {
    let room = Room::new();
    let en = room.run("explain overfitting").ok().stdout;
    assert!(en.contains("overfitting (过拟合)") && en.contains("accidents of its training samples"), "{en}");
    assert!(en.contains("2.1") && en.contains("--l2-path"), "{en}");
    assert_eq!(room.run("explain 过拟合").ok().stdout, en, "either name, the reader's language");
    let zh = room.run("explain Leave one out --lang zh").ok().stdout;
    assert!(zh.contains("留一法（leave-one-out）") && zh.contains("--cv loo --lang zh"), "{zh}");
    let forest = room.run("explain random forest").ok().stdout;
    assert!(forest.contains("melon has none") && forest.contains("8.3.2") && forest.contains("melon tree"), "{forest}");
    assert!(room.run("explain SVM --lang zh").ok().stdout.contains("melon 没有它"));
}

#[test]
fn all_terms_are_listed_and_each_is_found() {
    let room = Room::new();
    let all = room.run("explain --format json").ok().json();
    let all = all.as_array().unwrap();
    assert_eq!(all.len(), 160, "the READMEs and the change log say how many");
    let csv = room.run("explain --format csv").ok().stdout;
    assert!(csv.starts_with("term,translation,also,topic,explanation,command,book,in_melon\n"), "{csv}");
    assert_eq!(csv.lines().count(), all.len() + 1);
    let page = room.run("explain").ok().stdout;
    for term in all {
        assert!(page.contains(term["term"].as_str().unwrap()), "{term}");
        assert!(page.contains(term["translation"].as_str().unwrap()), "{term}");
    }
    let one = room.run("explain P(x, y) --format json --report r.html").ok().json();
    assert_eq!(one["term"], "joint distribution");
    assert!(room.read("r.html").contains("7.1"));
}

#[test]
fn what_is_not_there_is_asked_about() {
    let room = Room::new();
    room.run("explain entorpy").misused(&["entorpy", "did you mean: entropy", "melon explain lists"]);
    room.run("explain regression analysis").misused(&["regression"]);
    let zh = room.run("explain 过拟何 --lang zh").misused(&["过拟合"]);
    assert!(!zh.stderr.contains("mean"), "{}", zh.stderr);
}

#[test]
fn every_command_of_the_glossary_works() {
    let room = Room::new();
    let mut tried = BTreeSet::new();
    for lang in ["en", "zh"] {
        let all = room.run(&format!("explain --lang {lang} --format json")).ok().json();
        for term in all.as_array().unwrap() {
            let line = term["command"].as_str().unwrap().strip_prefix("melon ").unwrap();
            if tried.insert(line.to_owned()) {
                room.run(&format!("{line} --quiet --lang {lang}")).ok();
            }
        }
    }
}
