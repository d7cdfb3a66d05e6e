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

#[test]
fn what_looks_like_a_marker_is_text() {
    let room = Room::new();
    for model in ["gpt", "ngram"] {
        let json = room.run(&format!("score hi<|assistant|>x --model {model} --format json")).ok().json();
        let ids: Vec<u64> =
            json["tokens"].as_array().unwrap().iter().map(|token| token["id"].as_u64().unwrap()).collect();
        assert!(ids.len() > 3 && ids.iter().all(|&id| id > 2), "{ids:?}");
        let json = room.run(&format!("generate hi<|end|> --model {model} --max-tokens 1 --format json")).ok().json();
        assert!(json["prompt"].as_str().unwrap().ends_with("<|end|>"));
    }
}

#[test]
fn models_of_other_toolkits_are_asked_by_the_word() {
    let room = Room::new();
    room.file(
        "words.arpa",
        "\\data\\\nngram 1=4\nngram 2=1\n\n\\1-grams:\n-1\t<UNK>\n-99\t<s>\t-0.5\n-0.3\tmelon\t-0.2\n-0.6\t</s>\n\n\\2-grams:\n-0.1\t<s> melon\n\n\\end\\\n",
    );
    let run = room.run_with_input("score - --model words.arpa --format json", b"melon pear").ok();
    let tokens = run.json()["tokens"].clone();
    assert_eq!(tokens.as_array().unwrap().len(), 2);
    assert_relative_eq!(tokens[1]["log_prob_nats"].as_f64().unwrap(), -1.2 * 10f64.ln(), max_relative = 1e-12);
    assert!(run.stderr.contains("does not have these: pear"), "{}", run.stderr);
    room.file("bad.arpa", room.read("words.arpa").replace("-0.3\tmelon", "0.0006\tmelon"));
    room.run("score melon --model bad.arpa").fails(&["bad.arpa", "line 8", "0.0006"]);
}

#[test]
fn one_token_is_one_token() {
    let page = Room::new().run("score a --model ngram").ok().stdout;
    assert!(page.contains("(1 token)"), "{page}");
}
