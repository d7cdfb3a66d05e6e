//! Help in both languages, with examples that work.

use super::Room;
use std::collections::BTreeSet;

const COMMANDS: &[&str] = &[
    "classify",
    "tree",
    "regress",
    "cluster",
    "predict",
    "export",
    "curve",
    "compare",
    "scale",
    "generate",
    "score",
    "ladder",
    "lab list",
    "lab show",
    "lab start",
    "lab check",
    "lab verify",
    "data list",
    "data show",
    "data export",
    "data make",
    "completions",
    "doctor",
    "manual",
    "pretrain",
    "finetune",
    "chat",
    "tour",
];

#[test]
fn every_example_works() {
    let (room, mut tried) = (Room::new(), BTreeSet::new());
    for lang in ["en", "zh"] {
        for command in COMMANDS {
            let help = room.run(&format!("{command} --help --lang {lang}")).ok().stdout;
            let examples: Vec<&str> = help.lines().filter_map(|line| line.trim().strip_prefix("melon ")).collect();
            assert!(!examples.is_empty(), "{command} has no examples");
            for example in examples.iter().map(|line| line.split("  ").next().unwrap()) {
                if tried.insert(example.to_owned()) {
                    room.run(example).ok();
                }
            }
        }
    }
}

#[test]
fn headings_follow_the_language() {
    let room = Room::new();
    let zh = room.run("classify --help --lang zh").ok().stdout;
    assert!(zh.contains("用法：") && zh.contains("选项") && zh.contains("例子："), "{zh}");
    assert!(!zh.contains("Usage") && !zh.contains("Options") && !zh.contains("default"), "{zh}");
    let en = room.run("help classify").ok().stdout;
    assert!(en.contains("Usage:") && en.contains("Examples:"), "{en}");
}

#[test]
fn the_locale_chooses_the_language() {
    let room = Room::new();
    let page = |variable: &str, value: &str| {
        let output = room.command("").env(variable, value).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(page("LC_ALL", "zh_CN.UTF-8").contains("西瓜"));
    assert!(page("LANG", "zh_TW").contains("西瓜"));
    assert!(page("LANG", "C").contains("watermelons"));
}

#[test]
fn completions_are_printed_for_every_shell() {
    let room = Room::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(room.run(&format!("completions {shell}")).ok().stdout.contains("classify"));
    }
}
