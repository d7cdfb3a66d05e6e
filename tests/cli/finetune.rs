//! `melon finetune`: a base model, conversations, and what comes of them.

use super::{Room, has_keys};
use melon::store::archive;
use serde_json::Value;

const TEXT: &str = "怎么挑西瓜？看色泽、根蒂、敲声。什么是熟？甜就是熟。\n";

/// Conversation `i` of many, each with an answer of its own.
fn chat(question: &str, answer: &str) -> String {
    format!(
        "{{\"messages\": [{{\"role\": \"user\", \"content\": \"{question}\"}}, \
         {{\"role\": \"assistant\", \"content\": \"{answer}\"}}]}}\n"
    )
}

/// A base model and a file of conversations.
fn room() -> Room {
    let room = Room::new();
    room.file("text.txt", TEXT.repeat(20));
    let conversations: String =
        (0..10).map(|_| [chat("怎么挑西瓜", "看色泽"), chat("什么是熟", "甜")].concat()).collect();
    room.file("chat.jsonl", conversations);
    room.run("pretrain --corpus text.txt --preset tiny --iters 30 --save base -q").ok();
    room
}

const TUNE: &str = "finetune base --chat chat.jsonl --iters 40 --eval-interval 20 --batch-size 4 --format json";

#[test]
fn answers_before_and_after_and_what_was_forgotten() {
    let room = room();
    let run = room.run(&format!("{TUNE} --corpus text.txt --learning-rate 0.01 --save tuned")).ok();
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    let last = &lines[3];
    has_keys(last, "done n_params val_loss_nats saved answers forgotten examples");
    assert!(last["answers"]["after_nats"].as_f64() < last["answers"]["before_nats"].as_f64());
    assert!(last["forgotten"]["after_nats"].as_f64().is_some());
    let examples = last["examples"].as_array().unwrap();
    assert_eq!(examples.len(), 4);
    examples.iter().for_each(|example| has_keys(example, "question expected is_held_out before after"));
    let record: Value = serde_json::from_str(&room.read("tuned/training.json")).unwrap();
    assert_eq!((&record["stage"], &record["base"]["name"]), (&"finetune".into(), &"base".into()));
    let page = room.run(&format!("{} --save again", TUNE.replace(" --format json", ""))).ok().stdout;
    for said in
        ["before and after", "怎么挑西瓜 (", "in the data", "What was forgotten", "--corpus", "melon chat again"]
    {
        assert!(page.contains(said), "{said} is not in:\n{page}");
    }
}

/// As the page saves a model, and as whoever has its folder packs it.
#[test]
fn a_model_in_a_zip_is_fine_tuned_and_exported_as_from_its_folder() {
    let room = room();
    let files = ["config.json", "model.safetensors", "tokenizer.json", "training.json"];
    let files = files.map(|file| (file, std::fs::read(room.path(&format!("base/{file}"))).unwrap()));
    room.file("base.zip", archive::bytes("base", &files));
    let tuned = |base: &str| {
        let run = room.run(&TUNE.replace("base", base)).ok();
        serde_json::from_str::<Value>(run.stdout.lines().last().unwrap()).unwrap()["answers"].clone()
    };
    assert_eq!(tuned("base.zip"), tuned("base"));
    for base in ["base.zip", "base"] {
        room.run(&format!("export {base} --to onnx -o {base}.onnx")).ok();
    }
    let onnx = |name: &str| std::fs::metadata(room.path(name)).unwrap().len();
    assert!(onnx("base.zip.onnx").abs_diff(onnx("base.onnx")) < 16, "they differ by their names");
    room.file("half.zip", archive::bytes("base", &files[..1]));
    room.run("finetune half.zip --chat chat.jsonl").fails(&["half.zip", "model.safetensors"]);
    room.file("broken.zip", b"PK\x03\x04 and no more");
    room.run("finetune broken.zip --chat chat.jsonl").fails(&["broken.zip", "archive"]);
    room.run("finetune text.txt --chat chat.jsonl").fails(&["text.txt", ".zip"]);
}

#[test]
fn an_interrupted_run_goes_on_as_if_it_had_not_been() {
    let room = room();
    room.run(&format!("{TUNE} --save whole")).ok();
    room.run(&format!("{TUNE} --save parts --time-budget 0.000001s")).ok();
    assert!(room.path("parts/checkpoint.safetensors").exists());
    room.run("finetune --resume --save parts --dropout 0.5").fails(&["--dropout was 0.1"]);
    room.run("finetune gpt --resume --save parts").fails(&["base", "gpt"]);
    room.run(&format!("{TUNE} --save others --time-budget 0.000001s")).ok();
    let page = room.run("finetune --resume --save others").ok().stdout;
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("--save others-2 a lower learning rate"), "{page}");
    assert!(
        page.contains("melon finetune base --batch-size 4 --iters 40 --eval-interval 20 --chat chat.jsonl"),
        "{page}"
    );
    room.run("finetune --resume --save parts --format json").ok();
    for file in ["config.json", "model.safetensors", "tokenizer.json", "training.json"] {
        let read = |folder: &str| std::fs::read(room.path(folder).join(file)).unwrap();
        assert_eq!(read("parts"), read("whole"), "{file}");
    }
    assert!(!room.path("parts/checkpoint.safetensors").exists());
}

#[test]
fn conversations_that_are_none_are_named_by_their_line() {
    let room = room();
    let good = chat("a", "b");
    let fails = |lines: &str, said: &[&str]| {
        room.file("bad.jsonl", lines);
        room.run("finetune base --chat bad.jsonl").fails(said);
    };
    fails(&format!("{good}{{\n"), &["bad.jsonl, line 2", "messages"]);
    fails(&format!("{good}\n{}", good.replace("assistant", "robot")), &["line 3", "robot"]);
    fails(&good.replace("\"b\"", "\" \""), &["line 1", "empty"]);
    fails("", &["bad.jsonl", "no conversation"]);
    fails(&format!("{good}{{\n{good}{{\n{{\n"), &["bad.jsonl, line 2", "messages"]);
    fails(&chat(&"long ".repeat(20), "answer"), &["--context-len"]);
    room.run("finetune base --chat chat.jsonl --validation-share 1").misused(&["--validation-share", "below 1"]);
    room.run("finetune base --chat nowhere.jsonl").fails(&["nowhere.jsonl"]);
    room.run("finetune nowhere --chat chat.jsonl").fails(&["nowhere"]);
}

#[test]
fn models_that_are_damaged_or_do_not_fit_are_refused() {
    let room = room();
    let tokenizer = room.read("base/tokenizer.json");
    room.file("base/tokenizer.json", tokenizer.replace("<|user|>", "<|nobody|>"));
    room.run("finetune base --chat chat.jsonl").fails(&["<|user|>", "melon pretrain"]);
    room.file("base/tokenizer.json", tokenizer);
    let config = room.read("base/config.json");
    room.file("base/config.json", config.replace("\"n_layer\": 1", "\"n_layer\": 2"));
    room.run("finetune base --chat chat.jsonl").fails(&["base", "h.1.", "config.json"]);
    room.file("base/config.json", config);
    let weights = std::fs::read(room.path("base/model.safetensors")).unwrap();
    room.file("base/model.safetensors", &weights[..weights.len() / 2]);
    room.run("finetune base --chat chat.jsonl").fails(&["base", "the weights end within", "again"]);
}

#[test]
fn the_common_forms_are_learned_from_alike() {
    let room = room();
    let forms = [
        ("lines.jsonl", [chat("怎么挑西瓜", "看色泽"), chat("什么是熟", "甜")].concat().repeat(5)),
        ("openai.json", format!("[{}]", vec![chat("怎么挑西瓜", "看色泽") + "," + &chat("什么是熟", "甜"); 5].join(","))),
        (
            "sharegpt.jsonl",
            "{\"conversations\": [{\"from\": \"human\", \"value\": \"怎么挑西瓜\"}, {\"from\": \"gpt\", \"value\": \"看色泽\"}]}
             {\"conversations\": [{\"from\": \"human\", \"value\": \"什么是熟\"}, {\"from\": \"gpt\", \"value\": \"甜\"}]}\n"
                .repeat(5),
        ),
        (
            "alpaca.jsonl",
            "{\"instruction\": \"怎么挑西瓜\", \"input\": \"\", \"output\": \"看色泽\"}
             {\"prompt\": \"什么是熟\", \"completion\": \"甜\"}\n"
                .repeat(5),
        ),
    ];
    for (name, content) in &forms {
        room.file(name, content);
        room.run(&format!("finetune base --chat {name} --iters 1 --save {name}-tuned -q")).ok();
    }
    let weights = |name: &str| std::fs::read(room.path(&format!("{name}-tuned/model.safetensors"))).unwrap();
    assert!(forms.iter().all(|(name, _)| weights(name) == weights("lines.jsonl")));
    let config = room.read("lines.jsonl-tuned/tokenizer_config.json");
    assert!(config.contains("chat_template") && config.contains("<|end|>"), "{config}");
    assert!(room.read("lines.jsonl-tuned/generation_config.json").contains("\"eos_token_id\": 0"));
    room.file("system.jsonl", "{\"messages\": [{\"role\": \"tool\", \"content\": \"x\"}]}\n");
    room.run("finetune base --chat system.jsonl").fails(&["line 1", "tool", "system"]);
}

#[test]
fn a_few_odd_conversations_are_left_out_and_named() {
    let room = room();
    let odd =
        format!("{}{{\n{}{{\"messages\": []}}\n", chat("melon", "ripe").repeat(5), chat("melon", "ripe").repeat(5));
    room.file("odd.jsonl", odd);
    room.file("none.jsonl", chat("melon", "ripe").repeat(10));
    let run = |file: &str, lang: &str| {
        let tail = "--iters 2 --eval-interval 1 --batch-size 4 --format json";
        room.run(&format!("finetune base --chat {file} {tail} --lang {lang}")).ok()
    };
    let odd = run("odd.jsonl", "en");
    for part in ["2 of 12 conversations", "odd.jsonl, line 6", "odd.jsonl, line 12"] {
        assert!(odd.stderr.contains(part), "{part}: {}", odd.stderr);
    }
    assert!(run("odd.jsonl", "zh").stderr.contains("12 段对话里有 2 段"));
    let last = |text: &str| serde_json::from_str::<Value>(text.lines().last().unwrap()).unwrap();
    assert_eq!(last(&odd.stdout), last(&run("none.jsonl", "en").stdout), "the others are learned from as ever");
}
