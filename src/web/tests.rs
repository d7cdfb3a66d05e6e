//! The protocol, without a browser.

use super::questions::NAMES;
use super::{QueueLane, Room, answer, lane};
use crate::engine::patience::Waits;
use serde_json::{Value, json};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Somebody who waits for ever.
fn always() -> Waits {
    Arc::new(|| true)
}

/// All events of one request.
fn ask(room: &Room, request: &str) -> Vec<Value> {
    let mut events = Vec::new();
    answer(room, request, always(), &mut |event| {
        events.push(serde_json::from_str(event).unwrap());
        ControlFlow::Continue(())
    });
    events
}

/// What is told in the end.
fn final_answer(room: &Room, lang: &str, name: &str, with: Value) -> Value {
    let last = ask(room, &json!({ "lang": lang, "ask": name, "with": with }).to_string()).pop().unwrap();
    assert_eq!(last["event"], "done", "{last}");
    last["with"].clone()
}

fn ten(melon: &str) -> Value {
    json!({ "table": { "builtin": "ten-melons" }, "melon": melon })
}

/// One request of each kind that is quick.
fn each() -> Vec<(&'static str, Value)> {
    let choice = json!({ "temperature": null, "top_k": null, "top_p": null, "min_p": null, "seed": 1 });
    vec![
        ("commands", json!({ "of": "curve", "with": { "n_splits": 2, "seed": 1 } })),
        ("one-melon", ten("color=green,root=curled,sound=muffled")),
        ("new-melon", json!({ "table": { "builtin": "ten-melons" }, "draw": 3 })),
        (
            "plane",
            json!({
                "name": "my.csv", "axes": ["x", "y", "c"], "points": [[0.0, 1.0], [1.0, 0.0], [2.0, 2.0], [3.0, 1.0]], "classes": ["a", "b", "a", "b"],
                "range": [[0.0, 3.0], [0.0, 2.0]], "n_cells": 4, "l2": 1.0, "k": 1
            }),
        ),
        ("steps", json!({ "table": { "builtin": "watermelon-4.0" }, "k": 3, "start": { "rows": [6, 12, 24] } })),
        ("next-token", json!({ "text": "西瓜", "models": ["ngram", "gpt"], "choice": choice, "n_candidates": 3 })),
        ("write", json!({ "text": "西瓜", "model": "gpt", "choice": choice, "max_tokens": 3 })),
        ("open-model", json!({ "kept": "gpt" })),
        ("table", json!({ "table": { "csv": { "name": "a.csv", "text": "x,y\n1,a\n2,b\n" } } })),
        ("report", json!({ "table": { "builtin": "melons" }, "task": "classify" })),
        (
            "train",
            json!({ "text": "瓜熟了。".repeat(40), "preset": "tiny", "iters": 4, "resume": null, "prompt": "瓜" }),
        ),
        ("training", json!({ "run": "run-1" })),
        ("model-archive", json!({ "run": "run-1" })),
        ("curve", json!({ "n_splits": 2, "seed": 1 })),
        ("scale", json!({ "task": "copy", "iters": 1 })),
        ("tour-screens", Value::Null),
        ("tour", json!({ "screen": "sum" })),
    ]
}

#[test]
fn every_question_is_answered_in_both_languages_and_the_same_each_time() {
    assert!(each().iter().map(|(name, _)| *name).eq(NAMES.iter().copied()), "one of each");
    for lang in ["en", "zh"] {
        let [a, b] = [Room::default(), Room::default()];
        for (name, with) in each() {
            let first = final_answer(&a, lang, name, with.clone());
            let mut again = final_answer(&b, lang, name, with);
            // How long the models were trained is the one thing that no run repeats.
            let mut first = first;
            for answer in [&mut first, &mut again] {
                if let Some(comparison) = answer.get_mut("comparison") {
                    comparison["timing"] = Value::Null;
                }
            }
            assert_eq!(first, again, "{name}");
        }
    }
}

#[test]
fn what_cannot_be_meant_is_refused_in_the_readers_words() {
    let room = Room::default();
    let refused = |request: &str| {
        let events = ask(&room, request);
        let [only] = &events[..] else { panic!("{request}: {events:?}") };
        assert_eq!(only["event"], "error", "{request}");
        only["text"].as_str().unwrap().to_owned()
    };
    let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for request in
        ["", "[]", "{}", r#"{"lang":"en"}"#, r#"{"lang":"fr","ask":"tour"}"#, r#"{"lang":"en","ask":"tour","more":1}"#]
    {
        assert!(!is_chinese(&refused(request)));
    }
    let zh = |name: &str, with: Value| refused(&json!({ "lang": "zh", "ask": name, "with": with }).to_string());
    for (name, with) in [
        ("nothing", Value::Null),
        ("tour", json!({ "screen": "nowhere" })),
        ("table", json!({ "table": { "builtin": "/etc/passwd" } })),
        ("table", json!({ "table": { "path": "/etc/passwd" } })),
        ("table", json!({ "table": { "file": { "name": "x", "base64": "?" } } })),
        ("one-melon", ten("color=purple")),
        ("steps", json!({ "table": { "builtin": "melons" }, "k": 3, "start": { "random": 1 } })),
        ("steps", json!({ "table": { "builtin": "watermelon-4.0" }, "k": 2, "start": { "points": [[0.1, 0.2]] } })),
        ("train", json!({ "text": "短", "preset": "tiny", "iters": 1, "resume": null, "prompt": "" })),
        ("train", json!({ "text": null, "preset": "huge", "iters": 1, "resume": null, "prompt": "" })),
        ("model-archive", json!({ "run": "run-99" })),
        ("training", json!({ "run": "run-99" })),
        ("open-model", json!({ "kept": "file-9" })),
        ("open-model", json!({ "file": { "name": "m.zip", "base64": "?" } })),
        ("open-model", json!({ "file": { "name": "m.zip", "base64": "UEsDBAAA" } })),
        ("commands", json!({ "of": "nothing", "with": null })),
    ] {
        let text = zh(name, with);
        assert!(is_chinese(&text), "{name}: {text}");
    }
}

#[test]
fn whoever_goes_is_told_no_more_and_the_training_can_go_on() {
    let room = Room::default();
    let train = |resume: Value, iters: usize| {
        let with = json!({ "text": "瓜熟了。".repeat(40), "preset": "tiny", "iters": iters, "resume": resume, "prompt": "瓜" });
        json!({ "lang": "en", "ask": "train", "with": with }).to_string()
    };
    let mut n_heard = 0;
    answer(&room, &train(Value::Null, 60), always(), &mut |event| {
        n_heard += 1;
        if event.contains(r#""kind":"evaluated""#) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(n_heard >= 2);
    let stands = final_answer(&room, "en", "training", json!({ "run": "run-1" }));
    assert!(stands["step"].as_u64().unwrap() < 60 && stands["is_finished"] == false, "{stands}");
    // It goes on with its own settings, and says so, whatever has been chosen since.
    let rest = ask(&room, &train(json!("run-1"), 90));
    assert!(rest[0]["with"]["commands"][0]["line"].as_str().unwrap().contains("--iters 60"), "{}", rest[0]);
    let (begun, done) = (&rest[0]["with"], &rest[rest.len() - 1]["with"]);
    assert!(begun["step"].as_u64().unwrap() < 60, "{begun}");
    assert_eq!((&done["step"], &done["is_finished"]), (&json!(60), &json!(true)));
    let whole = Room::default();
    let in_one = ask(&whole, &train(Value::Null, 60));
    assert_eq!(in_one[in_one.len() - 1]["with"]["val_loss_nats"], done["val_loss_nats"], "as if it had never stopped");
}

/// What is taken home is opened again, and says the same under the name that its file has.
#[test]
fn a_model_that_was_taken_home_is_opened_again() {
    let [here, elsewhere] = [Room::default(), Room::default()];
    let text = "瓜熟了。".repeat(40);
    let with = json!({ "text": text, "preset": "tiny", "iters": 30, "resume": null, "prompt": "瓜" });
    final_answer(&here, "en", "train", with);
    let home = final_answer(&here, "en", "model-archive", json!({ "run": "run-1" }));
    let own = final_answer(&elsewhere, "en", "open-model", json!({ "file": home }));
    assert_eq!((&own["model"], &own["name"]), (&json!("file-1"), &json!("my-model.zip")));
    assert_eq!(final_answer(&elsewhere, "en", "open-model", json!({ "kept": "file-1" })), own);
    let choice = json!({ "temperature": null, "top_k": null, "top_p": null, "min_p": null, "seed": 1 });
    let writes = |room: &Room, model: &str| {
        final_answer(room, "en", "write", json!({ "text": "瓜", "model": model, "choice": choice, "max_tokens": 6 }))
    };
    let (trained, opened) = (writes(&here, "run-1"), writes(&elsewhere, "file-1"));
    assert_eq!(trained["completion"], opened["completion"]);
    let line = |said: &Value| said["commands"][0]["line"].as_str().unwrap().to_owned();
    assert!(line(&trained).contains("--model my-model ") && line(&opened).contains("--model my-model.zip "));
}

#[test]
fn commands_are_in_the_readers_words_and_ask_what_the_page_asks() {
    let room = Room::default();
    let lines = |lang: &str, name: &str, with: Value| {
        let said = final_answer(&room, lang, name, with);
        let all = said.get("commands").unwrap_or(&said).as_array().unwrap().clone();
        all.iter().map(|one| one["line"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // Without the option the first row of the table would be asked about.
    assert!(lines("en", "one-melon", ten("")).iter().all(|line| line.contains("--melon")));
    let report = |task: &str| {
        let columns = json!({ "labels": "好瓜", "drop": ["含糖率"] });
        json!({ "of": "report", "with": { "table": { "builtin": "watermelon-3.0" }, "columns": columns, "task": task } })
    };
    assert_eq!(lines("en", "commands", report("cluster")), ["melon cluster watermelon-3.0 --drop sugar --labels ripe"]);
    assert_eq!(
        lines("zh", "commands", report("cluster")),
        ["melon cluster watermelon-3.0 --drop 含糖率 --labels 好瓜"]
    );
}

#[test]
fn a_model_that_cannot_learn_leaves_the_others_their_say() {
    let room = Room::default();
    let points: Vec<_> = (0..9).map(|i| [f64::from(i), f64::from(i * i % 7)]).collect();
    let classes: Vec<_> = (0..9).map(|i| if i % 2 == 0 { "a" } else { "b" }).collect();
    let with = json!({
        "name": "my.csv", "axes": ["x", "y", "c"], "points": points, "classes": classes,
        "range": [[0.0, 9.0], [0.0, 7.0]], "n_cells": 4, "l2": 1.0, "k": 16
    });
    let said = final_answer(&room, "en", "plane", with);
    let has = |at: usize, what: &str| !said["models"][at][what].is_null();
    assert_eq!(
        [0, 1, 2].map(|at| (has(at, "field"), has(at, "cannot"))),
        [(true, false), (true, false), (false, true)]
    );
}

#[test]
fn hiding_a_feature_silences_the_discriminative_model_alone() {
    let room = Room::default();
    let said = final_answer(&room, "en", "one-melon", ten("color=green,sound=muffled"));
    let portrait = |model: &str| {
        let models = said["comparison"]["models"].as_array().unwrap();
        models.iter().find(|one| one["model"] == model).unwrap().clone()
    };
    assert_eq!(portrait("logistic")["needs"], json!(["根蒂"]));
    for model in ["naive-bayes", "ngram", "gpt"] {
        assert!(portrait(model)["answer"]["probabilities"]["是"].is_number(), "{model}");
    }
    // The product of the factors, normalised, is the answer.
    let factors = said["bayes"]["factors"].as_array().unwrap();
    let product = |class: usize| factors.iter().map(|f| f["values"][class].as_f64().unwrap()).product::<f64>();
    let p = portrait("naive-bayes")["answer"]["probabilities"]["是"].as_f64().unwrap();
    assert!((product(1) / (product(0) + product(1)) - p).abs() < 1e-12);
}

/// A report tells nothing on its way, and is given up all the same: before its first fit and in the midst of one.
#[test]
fn a_silent_answer_is_given_up_when_nobody_waits() {
    let room = Room::default();
    for task in ["classify", "regress", "cluster", "compare"] {
        let table = if task == "cluster" { "watermelon-4.0" } else { "watermelon-3.0" };
        let columns = if task == "regress" { json!({ "target": "密度" }) } else { json!({}) };
        let with = json!({ "table": { "builtin": table }, "task": task, "columns": columns });
        let request = json!({ "lang": "en", "ask": "report", "with": with }).to_string();
        for times in [0, 1, 5, 40] {
            let mut events = Vec::new();
            let n_asked = AtomicUsize::new(0);
            let waits = Arc::new(move || n_asked.fetch_add(1, Ordering::SeqCst) < times);
            answer(&room, &request, waits, &mut |event| {
                events.push(event.to_owned());
                ControlFlow::Continue(())
            });
            assert!(events.len() == 1 && events[0].contains(r#""text":"This took too long"#), "{task}: {events:?}");
        }
    }
}

#[test]
fn what_takes_minutes_stands_in_a_line_of_its_own() {
    let of =
        |name: &str| lane(&json!({ "with": { "text": "\"ask\": \"tour\"" }, "lang": "en", "ask": name }).to_string());
    assert_eq!(["train", "scale", "curve"].map(of), [QueueLane::Training; 3]);
    assert_eq!(["one-melon", "table", "write", "tour", "nonsense"].map(of), [QueueLane::Quick; 5]);
    assert_eq!((of("report"), lane("not JSON")), (QueueLane::Report, QueueLane::Quick));
}
