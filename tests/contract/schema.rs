//! `docs/melon.schema.json` is true of what the program writes.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/melon.schema.json")).unwrap()
}

/// What `value` breaks of `rule`: of JSON Schema, the part that the file uses.
fn faults(root: &Value, rule: &Value, value: &Value, path: &str) -> Vec<String> {
    let rules = rule.as_object().unwrap();
    let fault = |what: &str| vec![format!("{path}: {what}")];
    let below = |rule: &Value| faults(root, rule, value, path);
    let mut found = Vec::new();
    for (name, wanted) in rules {
        found.extend(match name.as_str() {
            "$schema" | "$defs" | "title" | "description" => Vec::new(),
            "$ref" => below(root.pointer(&wanted.as_str().unwrap()[1..]).expect(path)),
            "const" if wanted != value => fault("another value"),
            "enum" if !wanted.as_array().unwrap().contains(value) => fault(&format!("{value} is not listed")),
            "type" if !is_type(wanted, value) => fault(&format!("{value} is no {wanted}")),
            "minimum" if value.as_f64().is_some_and(|own| own < wanted.as_f64().unwrap()) => fault("too small"),
            "maximum" if value.as_f64().is_some_and(|own| own > wanted.as_f64().unwrap()) => fault("too large"),
            "const" | "enum" | "type" | "minimum" | "maximum" => Vec::new(),
            "required" => {
                let missing = wanted.as_array().unwrap().iter().filter_map(Value::as_str);
                let missing = missing.filter(|key| value.as_object().is_some_and(|own| !own.contains_key(*key)));
                missing.flat_map(|key| fault(&format!("no {key}"))).collect()
            }
            "properties" => {
                let own = wanted.as_object().unwrap().iter();
                let there = own.filter_map(|(key, rule)| Some((key, rule, value.get(key)?)));
                there.flat_map(|(key, rule, own)| faults(root, rule, own, &format!("{path}/{key}"))).collect()
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                items.flat_map(|(at, item)| faults(root, wanted, item, &format!("{path}/{at}"))).collect()
            }
            "anyOf" => {
                let each: Vec<Vec<String>> = wanted.as_array().unwrap().iter().map(below).collect();
                if each.iter().any(Vec::is_empty) { Vec::new() } else { each.concat() }
            }
            other => panic!("{other}: this test does not know that rule"),
        });
    }
    found
}

fn is_type(wanted: &Value, value: &Value) -> bool {
    let is = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    };
    match wanted {
        Value::Array(any) => any.iter().any(|name| is(name.as_str().unwrap())),
        one => is(one.as_str().unwrap()),
    }
}

/// What a command in this folder writes. Of a check, exit code 1 says that not all is right.
fn written(line: &str, folder: &Path) -> String {
    let mut melon = Command::new(env!("CARGO_BIN_EXE_melon"));
    melon.current_dir(folder).args(line.split(' ')).args(["--format", "json", "--quiet"]);
    let output = melon.output().unwrap();
    let is_done = output.status.success() || (line.starts_with("lab check") && output.status.code() == Some(1));
    assert!(is_done, "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn printed_json(line: &str) -> Value {
    serde_json::from_str(&written(line, tempfile::tempdir().unwrap().path())).unwrap()
}

/// Commands, each with the part of the schema that describes it.
const COMMANDS: &[(&str, &str)] = &[
    ("classify", "classify"),
    ("classify watermelon-3.0a --l2 0 --melon 密度=0.5,含糖率=0.3", "classify"),
    ("classify --model naive-bayes --cv 5", "classify"),
    ("classify --model knn --cv none", "classify"),
    ("tree --trace", "classify"),
    ("tree watermelon-3.0 --names en", "classify"),
    ("regress", "regress"),
    ("regress watermelon-3.0a --target 密度 --features 含糖率 --l2 0 --melon 含糖率=0.3", "regress"),
    ("cluster watermelon-4.0 --trace", "cluster"),
    ("cluster watermelon-4.0 --k-range 2..4", "cluster"),
    ("cluster watermelon-3.0a --k 2 --labels 好瓜", "cluster"),
    ("generate 周一 --model ngram --max-tokens 3 --candidates 3", "generate"),
    ("score 周一上班 --model ngram", "score"),
    ("ladder --no-gpt", "ladder"),
    ("doctor", "doctor"),
    ("compare ten-melons --cv none --samples 0", "compare"),
    ("curve ten-melons --models naive-bayes,logistic --splits 2", "curve"),
    ("scale --task copy --iters 1", "scale"),
    ("explain entropy", "term"),
    ("teach", "teach"),
    ("lab show 1", "lab"),
];

/// Commands that write a list.
const LISTS: &[(&str, &str)] = &[
    ("data list", "data_list"),
    ("data show ten-melons", "rows"),
    ("data export ten-melons", "rows"),
    ("data make --rows 3", "rows"),
    ("explain", "terms"),
    ("lab list", "labs"),
    ("lab show 9.4 --for teacher --key", "lab_key"),
    ("tour --screen sum", "tour"),
];

/// Commands that write an object a line, with the parts that describe a line and the last one. They use what
/// [`room`] has and the ones before have saved.
const LINES: &[(&str, &str, &str)] = &[
    ("predict tree.json watermelon-2.0", "predicted_row", "predicted_row"),
    ("pretrain --preset tiny --iters 2 --corpus text.txt --save own", "training_step", "pretrained"),
    ("finetune own --chat chats.jsonl --iters 2 --batch-size 4", "training_step", "finetuned"),
    ("chat own --max-tokens 4 --ask melon?", "chat_turn", "chat_turn"),
    ("lab check 9.4 form.yaml", "lab_check", "lab_check"),
];

/// A folder with what some commands need.
fn room() -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| std::fs::write(room.path().join(name), text).unwrap();
    write("text.txt", "A ripe melon sounds dull in the morning, they say.\n".repeat(40));
    let chat = r#"{"messages":[{"role":"user","content":"melon?"},{"role":"assistant","content":"ripe"}]}"#;
    write("chats.jsonl", format!("{chat}\n").repeat(10));
    write("form.yaml", "q1: no\nq2: 0.41\n".to_owned());
    written("tree watermelon-2.0 --cv none --save tree.json", room.path());
    room
}

#[test]
fn what_is_written_is_what_the_schema_says() {
    let schema = schema();
    for (line, part) in COMMANDS {
        let value = printed_json(line);
        assert_eq!(value["schema"], 1, "{line}");
        let rule = &schema["$defs"][part];
        assert!(rule.is_object(), "{part}");
        assert_eq!(faults(&schema, rule, &value, line), Vec::<String>::new());
        assert!(faults(&schema, &schema, &value, line).is_empty(), "{line}");
    }
}

#[test]
fn lists_and_lines_are_what_the_schema_says() {
    let (schema, room) = (schema(), room());
    let holds = |part: &str, value: &Value, line: &str| {
        assert_eq!(faults(&schema, &schema["$defs"][part], value, line), Vec::<String>::new());
    };
    LISTS.iter().for_each(|(line, part)| holds(part, &printed_json(line), line));
    for (line, part, last) in LINES {
        let text = written(line, room.path());
        let whole = serde_json::from_str(&text).map(|one| vec![one]);
        let lines: Vec<Value> =
            whole.unwrap_or_else(|_| text.lines().map(|line| serde_json::from_str(line).unwrap()).collect());
        let (end, rest) = lines.split_last().expect(line);
        rest.iter().for_each(|value| holds(part, value, line));
        holds(last, end, line);
    }
}

/// The commands below `path` that write JSON.
fn writing_json(path: &str) -> Vec<String> {
    let mut melon = Command::new(env!("CARGO_BIN_EXE_melon"));
    let help = melon.args(path.split_whitespace()).args(["--help", "--lang", "en"]).output().unwrap().stdout;
    let help = String::from_utf8(help).unwrap();
    let Some((_, below)) = help.split_once("\nCommands:\n") else {
        let is_one = help.contains("--format <FORMAT>") && help.contains("json");
        return if is_one { vec![path.trim().to_owned()] } else { Vec::new() };
    };
    let listed = below.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    listed.flat_map(|line| writing_json(&format!("{path} {}", line.split_whitespace().next().unwrap()))).collect()
}

#[test]
fn every_command_that_writes_json_is_described() {
    let lines = || COMMANDS.iter().chain(LISTS).map(|(line, _)| *line).chain(LINES.iter().map(|(line, ..)| *line));
    let all = writing_json("");
    assert!(all.len() > 20, "{all:?}");
    for command in all {
        assert!(lines().any(|line| line == command || line.starts_with(&format!("{command} "))), "{command}");
    }
}

#[test]
fn every_part_of_the_schema_is_tried_and_can_fail() {
    let schema = schema();
    let text = schema.to_string();
    let lines = LINES.iter().flat_map(|(_, part, last)| [*part, *last]);
    let tried: Vec<&str> = COMMANDS.iter().chain(LISTS).map(|(_, part)| *part).chain(lines).collect();
    for kind in schema["$defs"].as_object().unwrap().keys() {
        let is_used = text.contains(&format!("\"$ref\":\"#/$defs/{kind}\""));
        assert!(is_used || tried.contains(&kind.as_str()), "{kind}");
    }
    for kind in tried {
        assert!(schema["$defs"][kind].is_object(), "{kind}");
        assert!(!faults(&schema, &schema["$defs"][kind], &serde_json::json!({ "schema": 1 }), "").is_empty(), "{kind}");
    }
    let mut value = printed_json("classify");
    value["train"]["accuracy"] = 1.5.into();
    assert_eq!(faults(&schema, &schema["$defs"]["classify"], &value, ""), ["/train/accuracy: too large"]);
    value["schema"] = 2.into();
    assert!(faults(&schema, &schema, &value, "").contains(&"/schema: another value".to_owned()));
}
