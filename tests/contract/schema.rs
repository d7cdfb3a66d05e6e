//! `docs/melon.schema.json` is true of what the program writes.

use serde_json::Value;
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

fn told(line: &str) -> Value {
    let mut melon = Command::new(env!("CARGO_BIN_EXE_melon"));
    let output = melon.args(line.split(' ')).args(["--format", "json", "--quiet"]).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
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
];

#[test]
fn what_is_written_is_what_the_schema_says() {
    let schema = schema();
    for (line, part) in COMMANDS {
        let value = told(line);
        assert_eq!(value["schema"], 1, "{line}");
        let rule = &schema["$defs"][part];
        assert!(rule.is_object(), "{part}");
        assert_eq!(faults(&schema, rule, &value, line), Vec::<String>::new());
        assert!(faults(&schema, &schema, &value, line).is_empty(), "{line}");
    }
}

#[test]
fn every_part_of_the_schema_is_tried_and_can_fail() {
    let schema = schema();
    let text = schema.to_string();
    for kind in schema["$defs"].as_object().unwrap().keys() {
        let is_used = text.contains(&format!("\"$ref\":\"#/$defs/{kind}\""));
        assert!(is_used || COMMANDS.iter().any(|(_, part)| part == kind), "{kind}");
    }
    for (_, kind) in COMMANDS {
        assert!(!faults(&schema, &schema["$defs"][kind], &serde_json::json!({ "schema": 1 }), "").is_empty(), "{kind}");
    }
    let mut value = told("classify");
    value["train"]["accuracy"] = 1.5.into();
    assert_eq!(faults(&schema, &schema["$defs"]["classify"], &value, ""), ["/train/accuracy: too large"]);
    value["schema"] = 2.into();
    assert!(faults(&schema, &schema, &value, "").contains(&"/schema: another value".to_owned()));
}
