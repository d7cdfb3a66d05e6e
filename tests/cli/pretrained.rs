//! The models in `datasets/pretrained` are those of the documented commands.

use serde_json::Value;

fn file(name: &str) -> String {
    std::fs::read_to_string(format!("{}/datasets/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn json(name: &str) -> Value {
    serde_json::from_str(&file(name)).unwrap()
}

/// Where the value of a flag stands in `training.json` or `config.json`.
fn value<'v>(flag: &str, training: &'v Value, config: &'v Value) -> &'v Value {
    match flag {
        "--context-len" => &config["n_positions"],
        "--validation-share" => &training["corpus"]["validation_share"],
        "--vocab-size" => &config["vocab_size"],
        "--stories" => &training["corpus"]["n_stories"],
        "--dropout" => &training["dropout"],
        "--iters" | "--batch-size" | "--learning-rate" | "--eval-interval" | "--seed" => {
            &training["options"][flag.trim_start_matches('-').replace('-', "_")]
        }
        "--n-layer" | "--n-head" | "--n-embd" => &config[flag.trim_start_matches('-').replace('-', "_")],
        other => panic!("{other}: say where it is recorded"),
    }
}

#[test]
fn the_documented_commands_state_their_settings() {
    let readme = file("README.md");
    for folder in ["base", "chat"] {
        let line =
            readme.lines().find(|line| line.ends_with(&format!("--save {folder}"))).expect("a documented command");
        let training = json(&format!("pretrained/{folder}/training.json"));
        let config = json(&format!("pretrained/{folder}/config.json"));
        let mut words = line.split_whitespace().skip_while(|word| !word.starts_with("--"));
        let mut n_settings = 0;
        while let (Some(flag), Some(text)) = (words.next(), words.next()) {
            if ["--save", "--precision"].contains(&flag) {
                continue;
            }
            if flag == "--tokenizer" {
                let tokenizer = json(&format!("pretrained/{folder}/tokenizer.json"));
                let has_merges = tokenizer["model"]["merges"].as_array().is_some_and(|merges| !merges.is_empty());
                let kind = match tokenizer["pre_tokenizer"]["type"].as_str() {
                    Some("Sequence") => "bpe-han",
                    _ if has_merges => "bpe",
                    _ => "char",
                };
                assert_eq!(text, kind, "{line}");
                continue;
            }
            if flag == "--optimizer" {
                // A record from before there was a choice says nothing.
                assert_eq!(training["options"]["optimizer"].as_str().unwrap_or("adamw"), text, "{line}");
                continue;
            }
            let recorded = value(flag, &training, &config).as_f64().unwrap();
            let stated: f64 = text.parse().unwrap();
            assert!((recorded - stated).abs() <= 1e-6 * stated.abs(), "{line}: {flag} is {recorded} in {folder}");
            n_settings += 1;
        }
        assert!(n_settings >= 3, "{line}");
        assert_eq!(training["step"], training["options"]["iters"], "{folder} is not complete");
        let usual_seed = (!line.contains("--seed")).then_some(42);
        assert!(usual_seed.is_none_or(|seed| training["options"]["seed"] == seed), "{line}");
    }
}
