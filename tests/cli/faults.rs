//! Ended, crowded and full: whatever happens to a program, what was saved is there, whole.

#![cfg(unix)]

use super::{Room, Run};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const TEXT: &str = "周一上班真的很丧，可是西瓜很甜。The melon on the table is ripe, the one below it is not.\n";
/// A model of a few thousand numbers that is saved often.
const SHORT: &str = "pretrain --corpus text.txt --preset tiny --n-layer 1 --n-embd 8 --n-head 2 --context-len 16 \
                     --batch-size 2 --iters 60 --eval-interval 3 --dropout 0.1 -q";
/// A run that nobody waits for.
const ENDLESS: &str = "pretrain --corpus text.txt --preset tiny --iters 1000000 --eval-interval 100 --batch-size 2 \
                       --format json";

fn room() -> Room {
    let room = Room::new();
    room.file("text.txt", TEXT.repeat(12));
    room
}

/// The files of a folder and what is in them.
fn files(room: &Room, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(room.path(folder)).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())).collect()
}

/// What lies in the room and is hidden: locks, halves, models out of their place.
fn hidden(room: &Room) -> Vec<String> {
    let names = std::fs::read_dir(room.path(".")).unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.into_string().unwrap()).filter(|name| name.starts_with('.')).collect()
}

fn signal(child: &Child, name: &str) {
    assert!(Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
}

/// A run that has been told of its first steps.
fn begun(room: &Room, line: &str) -> (Child, BufReader<ChildStdout>) {
    let mut child = room.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..2 {
        stdout.read_line(&mut String::new()).unwrap();
    }
    (child, stdout)
}

#[test]
fn a_run_that_is_told_to_end_is_saved_to_its_last_step() {
    for name in ["-TERM", "-HUP"] {
        let room = room();
        let (mut child, mut stdout) = begun(&room, &format!("{ENDLESS} --save m"));
        signal(&child, name);
        let mut said = String::new();
        stdout.read_to_string(&mut said).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{name}");
        let last: serde_json::Value = serde_json::from_str(said.lines().last().unwrap()).unwrap();
        let record: serde_json::Value = serde_json::from_str(&room.read("m/training.json")).unwrap();
        assert_eq!((&last["done"], &last["step"]), (&false.into(), &record["step"]), "{name}");
        assert!(files(&room, "m").contains_key("checkpoint.safetensors"));
        assert!(hidden(&room).is_empty(), "{:?}", hidden(&room));
    }
}

#[test]
fn an_ignored_hang_up_stays_ignored() {
    let room = room();
    let line = format!("trap '' HUP; exec {} {ENDLESS} --save m", super::binary().display());
    let mut command = Command::new("sh");
    command.args(["-c", &line]).current_dir(room.path(".")).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut String::new()).unwrap();
    signal(&child, "-HUP");
    for _ in 0..3 {
        assert_ne!(stdout.read_line(&mut String::new()).unwrap(), 0, "it goes on");
    }
    signal(&child, "-TERM");
    assert!(child.wait_with_output().unwrap().status.success());
}

#[test]
fn a_second_run_in_the_same_folder_is_refused() {
    let room = room();
    let (child, _stdout) = begun(&room, &format!("{ENDLESS} --save m"));
    let before = files(&room, "m").len();
    let refused = ["another training is writing to m"];
    room.run(&format!("{SHORT} --save m --overwrite")).fails(&refused);
    room.run("pretrain --save m --resume").fails(&refused);
    room.run("pretrain --model ngram --corpus text.txt --save ./m --overwrite").fails(&refused);
    assert!(room.run(&format!("{SHORT} --save m --overwrite --lang zh")).stderr.contains("另一个训练"));
    assert_eq!(files(&room, "m").len(), before);
    // A lock ends with its holder, even if that is killed.
    signal(&child, "-KILL");
    child.wait_with_output().unwrap();
    room.run(&format!("{SHORT} --save m --overwrite")).ok();
    assert!(hidden(&room).is_empty(), "{:?}", hidden(&room));
}

#[test]
fn ctrl_c_does_not_wait_for_a_step_of_many_batches() {
    let room = room();
    room.file("long.txt", TEXT.repeat(4000));
    let line = "pretrain --corpus long.txt --preset tiny --iters 5 --accumulation 99999999 --format json --save m";
    let mut child = room.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while !room.path("m").exists() && start.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(20));
    }
    signal(&child, "-INT");
    let asked = Instant::now();
    child.wait().unwrap();
    assert!(asked.elapsed() < Duration::from_secs(10), "one was enough, between two batches: {:?}", asked.elapsed());
    assert!(files(&room, "m").contains_key("checkpoint.safetensors"));
}

#[test]
fn a_budget_holds_within_a_step_too() {
    let room = room();
    let start = Instant::now();
    let line = "pretrain --corpus text.txt --preset tiny --iters 5 --accumulation 99999999999 --time-budget 1s";
    let page = room.run(&format!("{line} --save m")).ok().stdout;
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    assert!(page.contains("The time is up after step 0 of 5"), "{page}");
}

#[test]
fn a_model_between_its_two_names_is_not_overlooked() {
    let room = room();
    room.run(&format!("{SHORT} --save m")).ok();
    std::fs::rename(room.path("m"), room.path(".m.previous")).unwrap(); // killed here
    room.run(&format!("{SHORT} --save m --seed 2")).misused(&["m already holds a model"]);
    assert_eq!(hidden(&room), Vec::<String>::new());
    room.run("generate a --model m --max-tokens 2").ok();
}

/// What earlier programs left in mid-write goes with the next write, and nothing else.
#[test]
fn leftovers_are_swept() {
    let room = room();
    std::fs::create_dir(room.path(".saving-abcDEF")).unwrap();
    room.file(".saving-abcDEF/config.json", "{");
    room.file(".saving-123456", "half a table");
    room.file(".saving-mine.txt", "somebody's");
    room.run("data export melons -o melons.csv -q").ok();
    assert_eq!(hidden(&room).len(), 2, "{:?}", hidden(&room));
    room.run(&format!("{SHORT} --save m")).ok();
    assert_eq!(hidden(&room), [".saving-mine.txt"]);
}

/// A hundred kills at moments spread over a run: after each the model opens, and the run, resumed
/// wherever it was, ends as one that was never killed.
#[test]
fn a_hundred_kills_lose_nothing() {
    let room = room();
    room.run(&format!("{SHORT} --save whole")).ok();
    let start = Instant::now();
    room.run(&format!("{SHORT} --save timed")).ok();
    let whole_secs = start.elapsed().as_secs_f64();
    let (mut n_ended, mut n_there) = (0, 0);
    for kill in 0..100 {
        let is_begun = room.path("m").exists() || room.path(".m.previous").exists();
        let line = if is_begun { "pretrain --save m --resume -q".to_owned() } else { format!("{SHORT} --save m") };
        let mut child = room.command(&line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_secs_f64(whole_secs * f64::from(kill * 37 % 100) / 100.0));
        let has_ended = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        if room.path("m").exists() || room.path(".m.previous").exists() {
            n_there += 1;
            room.run("generate a --model m --max-tokens 2 -q").ok();
        }
        if has_ended {
            n_ended += 1;
            assert_eq!(files(&room, "m"), files(&room, "whole"), "kill {kill}");
            std::fs::remove_dir_all(room.path("m")).unwrap();
        }
    }
    assert!(n_there > 20 && n_ended > 0, "the kills came too early: {n_there}, {n_ended}");
    room.run(&format!("{SHORT} --save last")).ok();
    let left = hidden(&room);
    assert!(left.iter().all(|name| !name.starts_with(".saving-")), "{left:?}");
}

/// A file size limit stands for a full disk: both fail a write half-way.
fn within(room: &Room, blocks: usize, line: &str) -> Run {
    let line = format!("trap '' XFSZ; ulimit -f {blocks}; exec {} {line}", super::binary().display());
    let output = Command::new("sh").args(["-c", &line]).current_dir(room.path(".")).env("LANG", "en").output().unwrap();
    Run::of(output)
}

#[test]
fn a_full_disk_leaves_what_was_there() {
    let room = room();
    room.run(&format!("{SHORT} --save m")).ok();
    room.run("data make --rows 5000 -o t.csv -q").ok();
    let (model, table) = (files(&room, "m"), room.read("t.csv"));
    within(&room, 4, &format!("{SHORT} --save m --overwrite --seed 2")).fails(&["m/", "too large"]);
    within(&room, 4, "data make --rows 9000 -o t.csv").fails(&["t.csv"]);
    assert!(files(&room, "m") == model && room.read("t.csv") == table);
    assert_eq!(hidden(&room), Vec::<String>::new());
    if std::path::Path::new("/dev/full").exists() {
        room.run("data make --rows 5000 -o /dev/full").fails(&["/dev/full"]);
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = room.command("data make --rows 5000").stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
    }
}
