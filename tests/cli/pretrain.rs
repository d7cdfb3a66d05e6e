//! `melon pretrain`: learn, be interrupted, go on, and refuse what cannot be.

use super::{Room, Run, has_keys};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::process::{Command, Stdio};

const TEXT: &str = "周一上班真的很丧，可是西瓜很甜。The melon on the table is ripe, the one below it is not.\n";
/// A model of a few thousand numbers.
const TINY: &str = "pretrain --corpus text.txt --preset tiny --format json";

fn room() -> Room {
    let room = Room::new();
    room.file("text.txt", TEXT.repeat(12));
    room
}

fn lines(run: &Run) -> Vec<Value> {
    run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The files of a folder and what is in them.
fn files(room: &Room, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(room.path(folder)).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())).collect()
}

fn names(room: &Room, folder: &str) -> Vec<String> {
    files(room, folder).into_keys().collect()
}

#[test]
fn a_line_for_each_report_and_a_model_at_the_end() {
    let room = room();
    let run = room.run(&format!("{TINY} --iters 40 --eval-interval 10 --save model")).ok();
    let lines = lines(&run);
    let (last, reports) = lines.split_last().unwrap();
    assert_eq!(reports.iter().map(|line| line["step"].as_u64().unwrap()).collect::<Vec<_>>(), [0, 10, 20, 30, 40]);
    reports.iter().for_each(|l| has_keys(l, "step train_loss_nats val_loss_nats tokens_per_sec elapsed_secs"));
    has_keys(last, "done n_params val_loss_nats saved");
    assert_eq!((&last["done"], &last["saved"]), (&true.into(), &"model".into()));
    assert!(last["val_loss_nats"].as_f64() < reports[0]["val_loss_nats"].as_f64());
    let files = names(&room, "model");
    for file in ["config.json", "model.safetensors", "tokenizer.json", "training.json"] {
        assert!(files.contains(&file.to_owned()), "{file} is not in {files:?}");
    }
    assert!(!files.contains(&"checkpoint.safetensors".to_owned()), "the run is complete");
    let record: Value = serde_json::from_str(&room.read("model/training.json")).unwrap();
    assert_eq!((&record["stage"], &record["corpus"]["names"][0]), (&"pretrain".into(), &"text.txt".into()));
    assert_eq!((&record["options"]["iters"], &record["step"]), (&40.into(), &40.into()));
}

#[test]
fn the_page_tells_what_was_learned() {
    let room = room();
    let run = room.run("pretrain --corpus text.txt --preset tiny --iters 40 --save model").ok();
    for said in ["The loss curve", "Blind guess", "Perplexity", "melon generate", "melon finetune model"] {
        assert!(run.stdout.contains(said), "{said} is not in:\n{}", run.stdout);
    }
    for said in ["parameters", "held out", "Ctrl-C saves to model", "step 40"] {
        assert!(run.stderr.contains(said), "{said} is not in:\n{}", run.stderr);
    }
    let csv = room.run("pretrain --corpus text.txt --preset tiny --iters 40 --format csv -q").ok();
    assert!(csv.stdout.starts_with("step,train_loss_nats,val_loss_nats\n0,,"), "{}", csv.stdout);
    assert_eq!(csv.stderr, "");
}

/// A run of so many steps that it can be interrupted on its way.
const LONG: &str = "--iters 3000 --eval-interval 200 --batch-size 2";

#[test]
#[cfg(unix)]
fn a_run_stopped_by_ctrl_c_goes_on_as_if_it_had_not_been() {
    let room = room();
    room.run(&format!("{TINY} {LONG} --dropout 0.1 --save whole")).ok();
    let mut command = room.command(&format!("{TINY} {LONG} --dropout 0.1 --save parts"));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = std::io::BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    stdout.read_line(&mut said).unwrap(); // before the first step
    stdout.read_line(&mut said).unwrap(); // after 200
    let signalled = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(signalled.success());
    std::io::Read::read_to_string(&mut stdout, &mut said).unwrap();
    assert!(child.wait().unwrap().success());
    let last: Value = serde_json::from_str(said.lines().last().unwrap()).unwrap();
    assert_eq!(last["done"], false, "{said}");
    assert!((200..3000).contains(&last["step"].as_u64().unwrap()), "{said}");
    assert!(names(&room, "parts").contains(&"checkpoint.safetensors".to_owned()));
    room.run("pretrain --resume --save parts --format json").ok();
    assert_eq!(files(&room, "parts"), files(&room, "whole"));
}

#[test]
fn a_run_out_of_time_goes_on_as_if_it_had_not_been() {
    let room = room();
    let settings = "--iters 40 --eval-interval 10 --tokenizer bpe --vocab-size 280";
    room.run(&format!("{TINY} {settings} --save whole")).ok();
    let mut run = room.run(&format!("{TINY} {settings} --save parts --time-budget 0.000001s")).ok();
    for _ in 0..3 {
        assert_eq!(lines(&run).last().unwrap()["done"], false);
        run = room.run("pretrain --resume --save parts --format json --time-budget 0.000001s").ok();
    }
    assert_eq!(lines(&run).last().unwrap()["step"], 4);
    let page = room.run("pretrain --resume --save parts --time-budget 0.000001s").ok().stdout;
    assert!(page.contains("The time is up") && page.contains("melon pretrain --resume --save parts"), "{page}");
    room.run(&format!("{TINY} {settings} --save parts --resume")).ok();
    assert_eq!(files(&room, "parts"), files(&room, "whole"));
}

#[test]
fn a_run_resumed_suggests_what_was_begun() {
    let room = room();
    room.run("pretrain --corpus text.txt --preset tiny --iters 40 --save parts --time-budget 0.000001s").ok();
    let page = room.run("pretrain --resume --save parts").ok().stdout;
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let longer = "melon pretrain --preset tiny --corpus text.txt --iters 80 --save parts-2";
    assert!(page.contains(longer) && !page.contains("come to rest"), "{page}");
}

#[test]
fn a_state_that_is_gone_or_damaged_leaves_the_model() {
    let room = room();
    room.run(&format!("{TINY} --iters 40 --save model --time-budget 0.000001s")).ok();
    let state = std::fs::read(room.path("model/checkpoint.safetensors")).unwrap();
    room.file("model/checkpoint.safetensors", &state[..state.len() / 2]);
    room.run("pretrain --save model --resume").fails(&["checkpoint.safetensors", "damaged", "itself is intact"]);
    room.run("generate melon --model model --max-tokens 2").ok();
    std::fs::remove_file(room.path("model/checkpoint.safetensors")).unwrap();
    let gone = room.run("pretrain --save model --resume").fails(&["is gone", "of 40 steps", "itself is intact"]);
    assert!(gone.stderr.contains("melon finetune") && gone.stderr.contains("--overwrite"), "{}", gone.stderr);
}

#[test]
fn what_is_no_run_is_called_what_it_is() {
    let room = room();
    room.run("pretrain --corpus text.txt --model ngram --save counts").ok();
    room.run("pretrain --resume --save counts").fails(&["counts", "n-gram", "counted", "melon generate --model"]);
    room.run("finetune counts").fails(&["counts", "n-gram", "nothing to fine-tune"]);
    let nowhere = room.run("pretrain --resume --save nowhere").fails(&["nowhere", "leave out --resume"]);
    assert!(!nowhere.stderr.contains("built-in"), "{}", nowhere.stderr);
    room.file("noise.txt", [0, 1, 2, 0, 255, 0, 7]);
    room.run("pretrain --corpus noise.txt").fails(&["noise.txt", "plain text", "UTF-8"]);
}

#[test]
fn what_has_changed_is_not_resumed() {
    let room = room();
    let begin = format!("{TINY} --iters 40 --save model --time-budget 0.000001s");
    room.run(&begin).ok();
    let before = files(&room, "model");
    room.run("pretrain --save model --resume --iters 80").fails(&["--iters was 40", "80"]);
    room.run("pretrain --save model --resume --n-embd 32").fails(&["--n-embd was 16"]);
    room.run("pretrain --save model --resume --seed 7").fails(&["--seed was 42"]);
    room.file("text.txt", TEXT.repeat(13));
    room.run("pretrain --save model --resume").fails(&["the text has changed"]);
    room.file("text.txt", TEXT.repeat(12));
    room.run("finetune --save model --resume").fails(&["melon pretrain --resume"]);
    room.run(&begin).misused(&["model", "--resume", "--overwrite"]);
    assert_eq!(files(&room, "model"), before, "nothing was touched");
    room.run("pretrain --save model --resume --format json").ok();
    room.run("pretrain --save model --resume").fails(&["all 40 steps are done"]);
    room.run("pretrain --save nowhere --resume").fails(&["nowhere"]);
    room.run("pretrain --resume").misused(&["--save"]);
}

#[test]
fn any_text_in_any_encoding_is_read() {
    let room = Room::new();
    std::fs::create_dir(room.path("texts")).unwrap();
    let gbk = [0xce, 0xf7, 0xb9, 0xcf, 0xca, 0xec, 0xc1, 0xcb]; // 西瓜熟了
    room.file("texts/a.txt", gbk.repeat(20));
    room.file("texts/b.jsonl", "{\"text\": \"ripe melons\"}\n\"and more of them\"\n");
    let run = room.run("pretrain --corpus texts --preset tiny --iters 2 --save model").ok();
    assert!(run.stderr.contains("GB"), "{}", run.stderr);
    assert!(room.read("model/tokenizer.json").contains("熟"));
    room.file("texts/b.jsonl", "{\"words\": 1}\n");
    room.run("pretrain --corpus texts --iters 2").fails(&["b.jsonl", "line 1"]);
    room.run("pretrain --corpus nothing.txt").fails(&["nothing.txt", "no such file"]);
}

#[test]
fn too_little_text_and_too_much_vocabulary_are_refused() {
    let room = room();
    for (name, text) in [("empty.txt", ""), ("one.txt", "瓜"), ("short.txt", "西瓜熟了")] {
        room.file(name, text);
    }
    room.run("pretrain --corpus empty.txt").fails(&["empty"]);
    room.run("pretrain --corpus one.txt").fails(&["0 tokens", "--context-len"]);
    room.run("pretrain --corpus short.txt").fails(&["context of 64", "--context-len"]);
    room.run("pretrain --corpus text.txt --vocab-size 9000").fails(&["9000", "at most", "--vocab-size"]);
    room.run("pretrain --corpus text.txt --vocab-size 9").fails(&["at least", "--vocab-size"]);
    room.run("pretrain --corpus text.txt --n-embd 100 --n-head 3").misused(&["100", "3 heads", "--n-embd"]);
    room.run("pretrain --corpus text.txt --dropout 1").misused(&["--dropout"]);
    room.run("pretrain --corpus text.txt --learning-rate -1").misused(&["--learning-rate"]);
    room.run("pretrain --corpus text.txt --iters 0").misused(&["--iters"]);
    let most = u64::MAX;
    room.run(&format!("{TINY} --batch-size {most}")).misused(&["--batch-size", "GiB of memory"]);
    room.run(&format!("{TINY} --batch-size {most} --lang zh")).misused(&["--batch-size", "内存"]);
    room.run(&format!("{TINY} --batch-size 1000000000")).misused(&["--batch-size", "GiB of memory"]);
    room.run(&format!("{TINY} --n-embd 4000000")).misused(&["4000000 wide", "GiB of memory", "--n-embd"]);
    room.run(&format!("{TINY} --n-layer {most}")).misused(&["too large", "--n-layer"]);
    room.run("pretrain --corpus text.txt --time-budget soon").misused(&["--time-budget", "15m"]);
    room.run("pretrain --corpus text.txt --model ngram --iters 5").misused(&["--iters", "--model gpt"]);
}

#[test]
fn a_loss_that_is_no_number_stops_the_run_and_keeps_the_model() {
    let room = room();
    let run = room.run(&format!("{TINY} --iters 40 --learning-rate 1e30 --save model"));
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("In step 2") && run.stderr.contains("--learning-rate"), "{}", run.stderr);
    assert!(run.stderr.contains("is saved in model"), "{}", run.stderr);
    assert!(names(&room, "model").contains(&"model.safetensors".to_owned()));
}

#[test]
fn a_folder_of_something_else_is_left_alone() {
    let room = room();
    std::fs::create_dir(room.path("thesis")).unwrap();
    room.file("thesis/chapter.txt", "years of work");
    let run = room.run(&format!("{TINY} --iters 2 --save thesis"));
    assert_eq!((run.code, run.stderr.contains("chapter.txt")), (1, true), "{}", run.stderr);
    assert_eq!(names(&room, "thesis"), ["chapter.txt"]);
    room.run(&format!("{TINY} --iters 2 --save text.txt")).fails(&["text.txt"]);
}

#[test]
#[cfg(unix)]
fn a_full_disk_leaves_the_old_model() {
    let room = room();
    room.run(&format!("{TINY} --iters 2 --save model")).ok();
    let before = files(&room, "model");
    // No file may grow beyond a few blocks: writing fails half-way, as on a full disk.
    let line = format!("trap '' XFSZ; ulimit -f 4; exec \"$0\" {TINY} --iters 4 --save model --overwrite");
    let mut command = Command::new("sh");
    command.args(["-c", &line]).arg(super::binary()).current_dir(room.path(".")).env("LANG", "en_US.UTF-8");
    let output = command.output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    assert!(stderr.contains("disk is full") && stderr.contains("still there"), "{stderr}");
    assert_eq!(files(&room, "model"), before);
    assert_eq!(std::fs::read_dir(room.path(".")).unwrap().count(), 2, "nothing is left behind");
}

#[test]
fn an_n_gram_is_counted() {
    let room = room();
    let run = room.run("pretrain --corpus text.txt --model ngram --order 3 --save counts --format json").ok();
    has_keys(&run.json(), "done n_params val_loss_nats saved");
    assert!(room.read("counts/config.json").contains("\"order\": 3"));
    let csv = room.run("pretrain --corpus text.txt --model ngram --order 3 --format csv").ok().stdout;
    let lines: Vec<&str> = csv.lines().collect();
    assert!(lines[0] == "length,n_distinct" && lines.len() == 4 && lines[3].starts_with("3,"), "{csv}");
    let page = room.run("pretrain --corpus text.txt --model ngram --format markdown").ok().stdout;
    assert!(
        page.starts_with("# Counting") && page.contains("| length | distinct runs |\n| --: | --: |\n| 1 | "),
        "{page}"
    );
    let page = room.run("pretrain --corpus text.txt --model ngram").ok().stdout;
    assert!(page.contains("distinct runs") && page.contains("Blind guess"), "{page}");
    room.run("pretrain --corpus text.txt --model ngram --order 9").misused(&["9"]);
    room.run("pretrain --corpus text.txt --order 3").misused(&["--order"]);
}
