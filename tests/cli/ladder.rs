//! `melon ladder`: every model on the same examination.

use super::{Room, has_keys};
use serde_json::Value;

#[test]
fn each_rung_of_the_built_in_text_is_better_than_the_one_below() {
    let json = Room::new().run("ladder --no-gpt --format json").ok().json();
    let rows = json["rows"].as_array().unwrap();
    has_keys(&rows[0], "model n_params train_nats_per_char val_nats_per_char");
    let names: Vec<&str> = rows.iter().map(|row| row["model"].as_str().unwrap()).collect();
    assert_eq!(names, ["uniform", "unigram", "bigram", "5-gram"]);
    let losses: Vec<f64> = rows.iter().map(|row| row["val_nats_per_char"].as_f64().unwrap()).collect();
    assert!(losses.windows(2).all(|pair| pair[1] < pair[0]), "{losses:?}");
    let params: Vec<u64> = rows.iter().map(|row| row["n_params"].as_u64().unwrap()).collect();
    assert!(params[0] == 0 && params.windows(2).all(|pair| pair[0] < pair[1]), "{params:?}");
}

#[test]
fn a_gpt_is_trained_on_the_same_text_and_says_so() {
    let room = Room::new();
    room.file("text.txt", "今天去买瓜。老板敲了敲，说这个瓜熟了。\nA ripe melon sounds dull.\n".repeat(30));
    let run = |line: &str| room.run(&format!("ladder --corpus text.txt --iters 2 {line}")).ok();
    let json = run("--format json").json();
    assert_eq!(json["rows"][4]["model"], "gpt");
    assert_eq!(json["gpt"]["trained"]["steps"], 2);
    let page = run("").stdout;
    assert!(page.contains("2 steps") && page.contains("--iters 8"), "{page}");
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("Why is the GPT behind the 5-gram") && page.contains("has not finished learning"), "{page}");
    assert!(json["gpt"]["trained"]["readings"].as_f64().unwrap() > 0.0);
    let rows = |line: &str| run(line).json()["rows"].clone();
    assert_eq!(rows("--format json"), rows("--format json"), "so many steps, the same model");
    let csv = run("--format csv").stdout;
    assert!(csv.starts_with("model,n_params,context_len,train_nats_per_char,val_nats_per_char\nuniform,0,0,"), "{csv}");
}

#[test]
fn too_little_text_is_an_error_with_a_remedy() {
    let room = Room::new();
    room.file("empty.txt", "");
    room.run("ladder --corpus empty.txt").fails(&["empty"]);
    room.file("one.txt", "瓜");
    room.run("ladder --corpus one.txt").fails(&["longer text"]);
    room.run("ladder --corpus one.txt --lang zh").fails(&["更长"]);
    room.file("short.txt", "西瓜熟了，真甜，好吃。");
    room.run("ladder --corpus short.txt").fails(&["context of 64"]);
    room.run("ladder --corpus short.txt --no-gpt").ok();
    room.run("ladder --corpus nowhere.txt").fails(&["nowhere.txt"]);
    room.run("ladder --order 9").misused(&["--order", "9", "1 to 6"]);
    room.run("ladder --no-gpt --gpt x").misused(&["--gpt"]);
    room.run("ladder --no-gpt --iters 3").misused(&["--no-gpt", "--iters"]);
    room.run("ladder --gpt gpt --time-budget 3").misused(&["--gpt", "--time-budget"]);
    room.run("ladder --gpt nowhere").fails(&["nowhere"]);
}

/// A model of words reads what it does not know as `<unk>`, which is easy to guess: its figure wins nothing.
#[test]
fn a_model_that_cannot_spell_the_text_is_not_named_the_best() {
    let room = Room::new();
    // Numbers without any order: nobody can guess them, but one unknown word is as good as another.
    let numbers: String = (1..400u32).map(|i| format!("{}\n", i.wrapping_mul(2_654_435_761))).collect();
    room.file("text.txt", numbers);
    let arpa = "\\data\\\nngram 1=4\n\n\\1-grams:\n-0.01\t<unk>\n-9\t<s>\n-2\t</s>\n-2\tmelon\n\n\\end\\\n";
    room.file("words.arpa", arpa);
    let line = "ladder --corpus text.txt --gpt words.arpa";
    let json = room.run(&format!("{line} --format json")).ok().json();
    let rows = json["rows"].as_array().unwrap();
    let comparable: Vec<&Value> = rows.iter().map(|row| &row["is_comparable"]).collect();
    assert_eq!(comparable, [&Value::Bool(true), &true.into(), &true.into(), &true.into(), &false.into()]);
    let least = |row: &Value| row["val_nats_per_char"].as_f64().unwrap();
    assert!(rows[..4].iter().all(|row| least(row) > least(&rows[4])), "or this test shows nothing");
    let page = room.run(line).ok().stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        page.contains("cannot spell the held-out text") && page.contains("Best on the held-out text: bigram"),
        "{page}"
    );
    assert!(room.run(&format!("{line} --lang zh")).ok().stdout.contains("写不全"));
}
