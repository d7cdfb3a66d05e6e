//! `melon score`: figures that can be recomputed.

use super::{Room, has_keys};
use approx::assert_relative_eq;

#[test]
fn the_figures_follow_from_the_tokens() {
    let json = Room::new().run("score 西瓜熟了🍉 --model ngram --format json").ok().json();
    has_keys(&json, "tokens log_prob_nats nats_per_token nats_per_char perplexity");
    has_keys(&json["tokens"][0], "text log_prob_nats");
    let tokens: Vec<f64> =
        json["tokens"].as_array().unwrap().iter().map(|token| token["log_prob_nats"].as_f64().unwrap()).collect();
    assert_eq!(tokens.len(), 8); // four characters and four bytes
    let total: f64 = tokens.iter().sum();
    let figure = |key: &str| json[key].as_f64().unwrap();
    assert_relative_eq!(figure("log_prob_nats"), total, max_relative = 1e-12);
    assert_relative_eq!(figure("nats_per_token"), -total / 8.0, max_relative = 1e-12);
    assert_relative_eq!(figure("nats_per_char"), -total / 5.0, max_relative = 1e-12);
    assert_relative_eq!(figure("perplexity"), (-total / 8.0).exp(), max_relative = 1e-12);
}

#[test]
fn what_was_read_is_less_surprising_than_what_was_not() {
    let room = Room::new();
    let per_char = |text: &str| {
        room.run(&format!("score {text} --model ngram --format json")).ok().json()["nats_per_char"].as_f64().unwrap()
    };
    assert!(per_char("周一上班真的很丧") < per_char("周一上班真的很爽"));
    assert!(per_char("周一上班真的很爽") < per_char("丧很的真班上一周"));
}

#[test]
fn texts_come_from_arguments_files_and_pipes() {
    let room = Room::new();
    room.file("text.txt", "西瓜熟了\n");
    let from_file = room.run("score --file text.txt --model ngram --format csv").ok().stdout;
    let piped = room.run_with_input("score - --model ngram --format csv", "西瓜熟了\n".as_bytes()).ok().stdout;
    assert_eq!(from_file, room.run("score 西瓜熟了 --model ngram --format csv").ok().stdout);
    assert_eq!(from_file, piped);
    room.file("long.txt", "西瓜熟了，真甜。\nA ripe melon sounds dull.\n".repeat(5));
    let page = room.run("score --file long.txt --model ngram").ok().stdout;
    assert!(page.contains("Which lines") && page.contains("Perplexity"), "{page}");
    let page = room.run("score 西瓜熟了 --model ngram --lang zh").ok().stdout;
    assert!(page.contains("困惑度"), "{page}");
}

#[test]
fn worse_than_a_blind_guess_is_called_so() {
    let room = Room::new();
    let page = room.run("score Zqxjkvw --model ngram --smoothing ml").ok().stdout;
    assert!(page.contains("worse than a blind guess") && !page.contains("as unsure"), "{page}");
    let page = room.run("score 西瓜熟了 --model ngram").ok().stdout;
    assert!(page.contains("as unsure") && !page.contains("blind"), "{page}");
}

#[test]
fn nothing_to_score_is_an_error() {
    let room = Room::new();
    room.run("score").misused(&["TEXT"]);
    room.file("empty.txt", "");
    room.run("score --file empty.txt --model ngram").fails(&["no text to score", "--file"]);
    room.run("score --file nowhere.txt").fails(&["nowhere.txt"]);
    room.run_with_input("score - --model ngram", b"").fails(&["no text"]);
    room.run("score a --file b").misused(&["--file"]);
    room.run("score 瓜 --model nowhere").fails(&["nowhere"]);
}
