//! `melon lab`: labs that check themselves.

use super::{Room, has_keys};
use serde_json::Value;

const EXAMPLES: [(&str, &str); 2] = [
    ("zh", include_str!("../../datasets/labs/example.zh.md")),
    ("en", include_str!("../../datasets/labs/example.en.md")),
];

/// A form with every answer of the key, but what `change` does to it.
fn filled(room: &Room, lab: &str, student: &str, change: impl Fn(&str, String) -> String) -> String {
    let line = format!("lab show {lab} --student {student} --for teacher --key --format json");
    let keys = room.run(&line).ok().json();
    let mut form = format!("lab: {lab}\nstudent: {student}\n");
    for key in keys.as_array().unwrap() {
        let name = key["name"].as_str().unwrap();
        let answer = match &key["answer"] {
            Value::Null => "some words".to_owned(),
            Value::String(word) => word.clone(),
            Value::Array(several) => several[0].to_string(),
            other => other.to_string(),
        };
        form += &format!("{name}: {}\n", change(name, answer));
    }
    form
}

/// The answers of the key, as this student's commands give them.
fn answers(room: &Room, lab: &str, student: &str) -> Vec<Value> {
    let line = format!("lab show {lab} --student {student} --for teacher --key --format json");
    room.run(&line).ok().json().as_array().unwrap().iter().map(|key| key["answer"].clone()).collect()
}

#[test]
fn labs_are_listed_and_read_in_both_languages() {
    let room = Room::new();
    let json = room.run("lab list --format json").ok().json();
    let ids: Vec<&str> = json.as_array().unwrap().iter().map(|lab| lab["lab"].as_str().unwrap()).collect();
    assert_eq!(ids, ["1", "2", "3", "4", "5", "6", "7", "8", "3.3", "4.3", "4.4", "7.3", "9.4"]);
    let page = room.run("lab show 4.3 --student s1").ok().stdout;
    assert!(page.contains("q1. What will the root ask?") && page.contains("--seed"), "{page}");
    assert!(!page.contains("{data}") && !page.contains("value:"), "{page}");
    let chinese = room.run("lab show 4.3 --lang zh").ok().stdout;
    assert!(chinese.contains("melon tree watermelon-3.0 --trace") && chinese.contains("先猜"), "{chinese}");
    room.run("lab show 99").misused(&["99", "4.3"]);
}

#[test]
fn a_student_starts_answers_and_is_told_what_is_right() {
    let room = Room::new();
    room.run("lab start 1 --student s2023").ok();
    let form = room.read("lab-1-s2023/answers.yaml");
    assert!(form.contains("student: s2023") && form.contains("q1:"), "{form}");
    let csv = room.read("lab-1-s2023/data.csv");
    assert_eq!(csv.lines().count(), 61);
    assert!(room.read("lab-1-s2023/lab.md").contains("--seed"), "the text names the student's own data");
    room.run("lab start 1 --student s2023").misused(&["lab-1-s2023"]);
    let nothing = room.run("lab check 1 lab-1-s2023/answers.yaml");
    assert_eq!(nothing.code, 1, "nothing is answered yet: {}", nothing.stderr);
    room.file("right.yaml", filled(&room, "1", "s2023", |_, answer| answer));
    let right = room.run("lab check 1 right.yaml").ok().stdout;
    assert!(right.contains("All right!") && right.contains("7 of 7 points"), "{right}");
    room.file("wrong.yaml", filled(&room, "1", "s2023", |name, answer| if name == "q2" { "3".into() } else { answer }));
    let wrong = room.run("lab check 1 wrong.yaml");
    assert_eq!((wrong.code, wrong.stderr.as_str()), (1, ""));
    assert!(wrong.stdout.contains("q2 hint: A row is a sample") && wrong.stdout.contains("6 of 7"), "{}", wrong.stdout);
    assert!(!wrong.stdout.contains("60"), "the answer is not told: {}", wrong.stdout);
    let copied = room.run("lab check 1 right.yaml --student s2024").misused(&["s2023", "s2024"]);
    assert_eq!(copied.code, 2);
}

#[test]
fn a_student_starts_every_lab() {
    let room = Room::new();
    let list = room.run("lab list --format json").ok().json();
    let labs = list.as_array().unwrap();
    assert_eq!(labs.len(), 13);
    for (lab, lang) in labs.iter().flat_map(|lab| [(lab, "en"), (lab, "zh")]) {
        let id = lab["lab"].as_str().unwrap();
        let folder = format!("{lang}-{id}");
        room.run(&format!("lab start {id} --student s1 -o {folder} --lang {lang}")).ok();
        let is_there = |file: &str| room.path(&format!("{folder}/{file}")).exists();
        assert!(is_there("lab.md") && is_there("answers.yaml"), "{id}");
        assert_eq!(lab["own_data"], is_there("data.csv"), "{id}");
        if is_there("data.csv") {
            let csv = room.read(&format!("{folder}/data.csv"));
            let names = if lang == "zh" { ["密度", "含糖率"] } else { ["density", "sugar"] };
            assert!(names.iter().all(|name| csv.lines().next().unwrap().contains(name)), "{id}: {csv}");
            assert!(csv.lines().count() > 20, "{id}: {csv}");
        }
    }
    let sugar = room.read("en-4/lab.md");
    assert!(sugar.contains("--target sugar --features density"), "what is learned is left to the commands: {sugar}");
}

#[test]
fn data_that_cannot_be_made_leave_no_folder() {
    let room = Room::new();
    let own = "student-data: class-{student}.csv --target ripe";
    room.file("mine.md", EXAMPLES[1].1.replace("student-data: melon-field --rows 50 --seed {seed}", own));
    let start = "lab start mine.md --student s1 -o handed";
    room.run(start).misused(&["line 6", "melon data export class-s1.csv", "no such file"]);
    assert!(!room.path("handed").exists(), "nothing is left of it");
    room.run("lab verify mine.md").misused(&["line 6", "melon data export class-a.csv"]);
    room.file("class-s1.csv", "color,ripe\ngreen,yes\n");
    room.run(start).ok();
    assert_eq!(room.read("handed/data.csv"), "color,ripe\ngreen,yes\n");
}

/// The tree's page says "5 of 7 validation samples right" and "5/7", in Chinese "7 个里对 5 个".
#[test]
fn a_count_may_stand_as_the_page_shows_it() {
    let room = Room::new();
    let state = |answer: &str| {
        room.file("form.yaml", format!("lab: 4.4\nq9: {answer}\n"));
        room.run("lab check 4.4 form.yaml --format json").json()["results"][8]["state"].clone()
    };
    for right in ["5", "5/7", "5 of 7", "5 of 7 validation samples right (71%)", "验证集 7 个里对 5 个（71%）"]
    {
        assert_eq!(state(right), "right", "{right}");
    }
    assert_eq!(["4/7", "0.714", "7/5", "4/5"].map(state), ["wrong", "wrong", "unreadable", "unreadable"]);
}

/// The rank stands on the page of the very command in the text: in the list, or in the line below it.
#[test]
fn the_rank_of_a_token_can_be_read_off_the_page() {
    let room = Room::new();
    for (lang, student) in ["en", "zh"].into_iter().flat_map(|lang| ["s1", "s2", "s3"].map(|id| (lang, id))) {
        let text = room.run(&format!("lab show 6 --student {student} --lang {lang} --format markdown")).ok().stdout;
        let asked = text.split('`').find(|code| code.starts_with("melon generate") && code.contains("--seed")).unwrap();
        let asked = format!("{} --lang {lang}", asked.strip_prefix("melon ").unwrap());
        let rank = room.run(&format!("{asked} --format json")).ok().json()["tokens"][0]["rank"].as_u64().unwrap();
        let page = room.run(&asked).ok().stdout;
        let list = page.split("\n\n").next().unwrap().lines().skip(2);
        match list.zip(1..).find(|(line, _)| line.contains('←')) {
            Some((_, place)) => assert_eq!(rank, place, "{page}"),
            None => assert!(rank > 5 && page.contains(&format!(" {rank}")), "{rank}: {page}"),
        }
    }
}

#[test]
fn answers_of_one_student_are_not_those_of_another() {
    let room = Room::new();
    // Lab 6 asks about another text, lab 7 trains another model.
    for lab in ["4.3", "6", "7"] {
        let (one, other) = (answers(&room, lab, "s1"), answers(&room, lab, "s2"));
        let same = one.iter().zip(&other).filter(|(a, b)| a == b && !a.is_null()).count();
        assert!(same <= one.iter().filter(|a| !a.is_null()).count() / 2, "{lab}: {one:?} {other:?}");
    }
    assert_eq!(answers(&room, "4.3", "S1"), answers(&room, "4.3", "s1"), "case does not matter");
    room.run("lab show 1 --key").misused(&["--for teacher"]);
}

#[test]
fn the_exercises_have_the_book_s_answers() {
    let room = Room::new();
    let key = |lab: &str| room.run(&format!("lab show {lab} --for teacher --key --format json")).ok().json();
    let number = |keys: &Value, at: usize| keys[at]["answer"].as_f64().unwrap();
    let close =
        |found: f64, wanted: f64, within: f64| assert!((found - wanted).abs() <= within, "{found} is not {wanted}");
    let logistic = key("3.3");
    [3.158330, 12.521196, -4.428865]
        .into_iter()
        .enumerate()
        .for_each(|(i, w)| close(number(&logistic, i + 1), w, 5e-6));
    assert_eq!(logistic[4]["answer"].as_f64(), Some(12.0));
    let gain = key("4.3");
    close(number(&gain, 1), 0.998, 5e-4);
    [0.108, 0.3815, 0.262].into_iter().enumerate().for_each(|(i, w)| close(number(&gain, i + 2), w, 5e-4));
    assert_eq!(gain[5]["answer"], "纹理");
    let pruning = key("4.4");
    assert_eq!((&pruning[1]["answer"], &pruning[2]["answer"]), (&"色泽".into(), &"脐部".into()));
    assert_eq!(number(&pruning, 3), 7.0);
    // For nobody the second table is the book's, too.
    close(number(&pruning, 4), 0.35, 1e-12);
    assert_eq!(number(&pruning, 6), 5.0);
    let bayes = key("7.3");
    [0.474, 0.364].into_iter().enumerate().for_each(|(i, w)| close(number(&bayes, i + 1), w, 5e-4));
    assert_eq!(key("9.4")[4]["answer"], true);
    let means = key("9.4");
    [(1, 0.412567), (3, 0.699167), (5, 0.693232), (6, 0.247746)]
        .into_iter()
        .for_each(|(at, w)| close(number(&means, at), w, 1e-5));
}

#[test]
fn a_check_is_told_in_the_formats_of_those_who_collect_grades() {
    let room = Room::new();
    room.file(
        "form.yaml",
        filled(&room, "9.4", "s1", |name, answer| match name {
            "q2" => "0.1".into(),
            "q3" => String::new(),
            _ => answer,
        }),
    );
    let told = |format: &str| {
        let run = room.run(&format!("lab check 9.4 form.yaml --format {format}"));
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(!run.stdout.contains("0.4125"), "the answer is not told: {}", run.stdout);
        run.json()
    };
    let own = told("json");
    has_keys(&own, "schema lab student passed score max_score results");
    assert_eq!(
        (&own["schema"], &own["passed"], &own["score"]),
        (&"melon-lab-check/1".into(), &false.into(), &5.into())
    );
    let results = own["results"].as_array().unwrap();
    results.iter().for_each(|one| has_keys(one, "name passed score max_score hint"));
    assert!(results[1]["hint"].is_string() && results[3]["hint"].is_null());
    check50(&told("check50"));
    gradescope(&told("gradescope"));
    github(&told("github"));
}

/// <https://cs50.readthedocs.io/projects/check50/en/latest/json_specification/>
fn check50(json: &Value) {
    assert!(json["slug"].is_string() && json["version"].is_string());
    let results = json["results"].as_array().unwrap();
    for one in results {
        assert!(one["name"].is_string() && one["description"].is_string() && one["data"].is_object());
        assert!(one["passed"].is_boolean() || one["passed"].is_null());
        assert!(one["log"].as_array().unwrap().iter().all(Value::is_string));
        assert_eq!(one["cause"].is_null(), one["passed"] == true, "null exactly where it passed");
        assert!(one["cause"].is_null() || one["cause"]["rationale"].is_string());
        assert!(one["cause"].is_null() || one["cause"]["expected"].is_null(), "this would tell the answer");
        assert!(one.get("dependency").is_some());
    }
    let passed: Vec<&Value> = results.iter().map(|one| &one["passed"]).collect();
    assert_eq!(passed[..4], [&Value::Bool(true), &Value::Bool(false), &Value::Null, &Value::Bool(true)]);
}

/// <https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format>
fn gradescope(json: &Value) {
    let visible = ["hidden", "after_due_date", "after_published", "visible"];
    let formats = ["text", "html", "simple_format", "md", "ansi"];
    let is = |value: &Value, of: &[&str]| value.is_null() || of.contains(&value.as_str().unwrap());
    assert!(is(&json["visibility"], &visible) && is(&json["stdout_visibility"], &visible));
    assert!(is(&json["output_format"], &formats) && json["output"].is_string() && json["extra_data"].is_object());
    let tests = json["tests"].as_array().unwrap();
    for test in tests {
        assert!(test["score"].is_number() && test["max_score"].is_number());
        assert!(test["score"].as_f64() <= test["max_score"].as_f64());
        assert!(test["name"].is_string() && test["number"].is_string() && test["output"].is_string());
        assert!(is(&test["status"], &["passed", "failed"]) && is(&test["visibility"], &visible));
        assert!(is(&test["output_format"], &formats));
    }
    let sum: f64 = tests.iter().map(|test| test["score"].as_f64().unwrap()).sum();
    assert_eq!(json["score"].as_f64(), Some(sum), "a score at the top overrides that of the tests");
}

/// <https://github.com/classroom-resources/autograding-grading-reporter>
fn github(json: &Value) {
    let statuses = ["pass", "fail", "error"];
    assert_eq!((&json["version"], &json["status"]), (&1.into(), &"fail".into()));
    assert!(json["max_score"].as_u64().unwrap() > 0, "without it no points are reported");
    let tests = json["tests"].as_array().unwrap();
    for test in tests {
        assert!(test["name"].is_string() && statuses.contains(&test["status"].as_str().unwrap()));
        assert!(test["message"].is_string() || test["message"].is_null());
        assert!(test["score"].is_number());
    }
    let score: u64 = tests.iter().map(|test| test["score"].as_u64().unwrap()).sum();
    assert!(score < json["max_score"].as_u64().unwrap());
}

#[test]
fn a_teacher_s_own_lab_is_verified_and_checked() {
    let room = Room::new();
    for (lang, source) in EXAMPLES {
        room.file("mine.md", source);
        room.run(&format!("lab verify mine.md --lang {lang}")).ok();
    }
    room.file("answers.md", "# Answers\nstudent: s1\n## q1\nNo.\n## q2\n99%\n## q3\nbetter\n## q4\nNever.\n");
    let checked = room.run("lab check mine.md answers.md --format json");
    assert_eq!(checked.code, 1, "{}", checked.stderr);
    assert_eq!(checked.json()["max_score"], 3);
    let source = EXAMPLES[1].1;
    room.file("broken.md", source.replace("a.baseline.accuracy", "a.base.accuracy"));
    let broken = room.run("lab verify broken.md").misused(&["broken.md", "line 37", ".base"]);
    assert!(!broken.stderr.contains("NoValue"));
    room.file("worse.md", source.replace("within: 0.006\n", "").replace("points: 2", "points: two"));
    room.run("lab verify worse.md").misused(&["line 27", "within", "line 43", "points"]);
    room.run("lab verify nowhere.md").misused(&["nowhere.md"]);
    let both = source
        .replace("a.cross_validation.accuracy\nkind", "a.cross.accuracy\nkind")
        .replace("points: 2", "points: two");
    room.file("both.md", both);
    room.run("lab verify both.md").misused(&["line 27", ".cross", "line 44", "points"]);
}

const PICKED: &str = "---
lab: start
title: The start
minutes: 5
data: melons
pick-start: On Monday | In summer
---

`melon generate '{start}' --model ngram --greedy --max-tokens 1 --candidates 2`

### q1. How probable is the likeliest token after \"{start}\"?

```answer
a: melon generate '{start}' --model ngram --greedy --max-tokens 1 --candidates 2
value: a.tokens[0].probability
kind: number
within: 0.01
hint: The first of the list.
```
";

#[test]
fn the_id_chooses_from_a_list_of_the_head() {
    let room = Room::new();
    room.file("picked.md", PICKED);
    room.run("lab verify picked.md").ok();
    // Two students of whom each has another of the two.
    for (student, text) in [("s1", "In summer"), ("s2", "On Monday")] {
        room.run(&format!("lab start picked.md --student {student} -o {student}")).ok();
        let lab = room.read(&format!("{student}/lab.md"));
        let said = [format!("`melon generate '{text}'"), format!("after \"{text}\"?")];
        assert!(said.iter().all(|said| lab.contains(said)), "{lab}");
        let own = filled(&room, "picked.md", student, |_, answer| answer).replace("lab: picked.md", "lab: start");
        room.file("own.yaml", &own);
        room.run("lab check picked.md own.yaml").ok();
        room.file("copied.yaml", own.replace(&format!("student: {student}"), "student: "));
        let nobody = room.run("lab check picked.md copied.yaml");
        assert!(nobody.stdout.contains("No student's ID is given"), "{}", nobody.stdout);
        assert_eq!(nobody.code, i32::from(text != "On Monday"), "for nobody it is the first");
    }
    room.file("one.md", PICKED.replace(" | In summer", ""));
    room.run("lab verify one.md").misused(&["one.md", "line 6", "pick-start", "at least two"]);
    room.run("lab verify one.md --lang zh").misused(&["第 6 行", "pick-start", "至少写两个"]);
    room.file("taken.md", PICKED.replace("pick-start", "pick-seed"));
    room.run("lab verify taken.md").misused(&["line 6", "pick-seed", "braces", "line 14", "{start}", "pick-NAME"]);
    room.file("quoted.md", PICKED.replace("In summer", "In the 'summer'"));
    room.run("lab verify quoted.md").misused(&["line 6", "quotation mark"]);
}

#[test]
fn a_form_that_cannot_be_meant_is_wrong_use() {
    let room = Room::new();
    room.file("other.yaml", "lab: 2\nq1: x\n");
    room.run("lab check 1 other.yaml").misused(&["lab 2", "lab 1"]);
    room.file("typo.yaml", "lab: 1\nq22: 3\n");
    room.run("lab check 1 typo.yaml").misused(&["typo.yaml", "line 2", "q22"]);
    room.run("lab check 1 nowhere.yaml").misused(&["nowhere.yaml"]);
    room.run("lab check 1").misused(&["ANSWERS"]);
}

#[test]
fn whose_data_are_meant_is_said() {
    let room = Room::new();
    room.file("named.yaml", "lab: 1\nstudent: s1\nq2: 60\n");
    room.file("nobody.yaml", "lab: 1\nq2: 60\n");
    let text = |line: &str| room.run(line).stdout;
    assert!(text("lab check 1 named.yaml").contains("The data of s1: this is the ID in the form."));
    assert!(text("lab check 1 nobody.yaml --student s2").contains("The data of s2."));
    let nobody = text("lab check 1 nobody.yaml");
    assert!(nobody.contains("No student's ID is given"), "{nobody}");
    let run = room.run("lab check 1 nobody.yaml --format json");
    assert!(run.stderr.contains("No student's ID is given") && run.json()["student"].is_null(), "{}", run.stderr);
    assert!(!text("lab check 3 nobody.yaml").contains("{seed}"));
}

#[test]
fn a_form_that_cannot_be_used_gives_a_result_to_those_who_collect_grades() {
    let room = Room::new();
    room.file("typo.yaml", "lab: 1\nq22: 3\n");
    let told = |format: &str, file: &str| {
        let run = room.run(&format!("lab check 1 {file} --format {format}"));
        assert_eq!(run.code, 2, "{}", run.stderr);
        run.json()
    };
    let own = told("json", "typo.yaml");
    has_keys(&own, "schema lab student passed score max_score results error");
    assert!(own["error"].as_str().unwrap().contains("line 2") && own["score"] == 0 && own["passed"] == false);
    let platform = told("check50", "typo.yaml");
    assert!(platform.get("results").is_none(), "the error stands in its place");
    has_keys(&platform["error"], "type value traceback actions data");
    has_keys(&platform["error"]["actions"], "show_traceback message");
    let platform = told("gradescope", "nowhere.yaml");
    assert_eq!(platform["score"], 0);
    assert!(platform["output"].as_str().unwrap().contains("nowhere.yaml"));
    let platform = told("github", "typo.yaml");
    assert_eq!((&platform["status"], &platform["tests"][0]["status"]), (&"error".into(), &"error".into()));
    assert!(platform["tests"][0]["message"].as_str().unwrap().contains("q22"));
    assert!(platform["max_score"].as_u64().unwrap() > 0);
}

#[test]
fn forms_are_read_in_the_encodings_of_tables() {
    let room = Room::new();
    let form = "lab: 1\nstudent: 学生一\nq1: 先看颜色，再听声音，然后看看根蒂\nq5: 好瓜\n";
    let (gbk, _, lost) = encoding_rs::GBK.encode(form);
    assert!(!lost);
    room.file("gbk.yaml", gbk);
    room.file(
        "utf16.yaml",
        [0xff, 0xfe].into_iter().chain(form.encode_utf16().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>(),
    );
    for file in ["gbk.yaml", "utf16.yaml"] {
        let json = room.run(&format!("lab check 1 {file} --format json")).json();
        assert_eq!((&json["student"], &json["results"][4]["state"]), (&"学生一".into(), &"right".into()), "{file}");
    }
    // So few bytes may be Chinese in more than one encoding: it can be named.
    room.file("short.yaml", encoding_rs::GBK.encode("student: 王\nq5: 好瓜\n").0);
    let named = room.run("lab check 1 short.yaml --encoding gbk --format json").json();
    assert_eq!((&named["student"], &named["results"][4]["state"]), (&"王".into(), &"right".into()), "{named}");
    let source = EXAMPLES[0].1;
    room.file("mine.md", encoding_rs::GBK.encode(source).0);
    room.run("lab verify mine.md --lang zh").ok();
}

#[test]
fn a_form_in_a_text_is_read_with_marks_of_any_keyboard() {
    let room = Room::new();
    room.file(
        "form.md",
        "# Lab 3.3\n\nLi Lei, class 2\n\n```yaml\nlab: 3.3\nq2. ‘3.158’\nQ3) 12.52 (see table)\nq5: (12)\nq6: 0.7059 (12/17)\n```\n",
    );
    let json = room.run("lab check 3.3 form.md --format json").json();
    let state = |at: usize| json["results"][at]["state"].as_str().unwrap().to_owned();
    assert_eq!([1, 2, 4].map(state), ["right"; 3], "{json}");
    assert_ne!(json["results"][5]["state"], "unreadable", "{json}");
}

#[test]
fn every_lab_is_sound() {
    let room = Room::new();
    // Those that train or read a corpus for every answer are left to `melon lab verify`.
    for id in ["1", "2", "3", "4", "8", "3.3", "4.3", "4.4", "7.3", "9.4"] {
        room.run(&format!("lab verify {id}")).ok();
    }
}

#[test]
fn exercises_of_the_book_have_data_of_one_s_own() {
    let room = Room::new();
    for lab in ["4.4", "7.3", "9.4"] {
        let (one, other) = (answers(&room, lab, "s1"), answers(&room, lab, "s2"));
        let n_differ = one.iter().zip(&other).filter(|(a, b)| a != b).count();
        assert!(n_differ >= 4, "{lab}: {one:?} {other:?}");
        room.run(&format!("lab start {lab} --student s1")).ok();
        assert!(room.read(&format!("lab-{lab}-s1/data.csv")).lines().count() > 30);
    }
}

#[test]
fn a_reason_behind_yes_is_no_mistake() {
    let room = Room::new();
    let state = |answer: &str| {
        room.file("form.yaml", format!("lab: 9.4\nq5: {answer}\n"));
        room.run("lab check 9.4 form.yaml --format json").json()["results"][4]["state"].clone()
    };
    for right in ["yes", "Yes, it is stuck", "是的，卡住了", "true"] {
        assert_eq!(state(right), "right", "{right}");
    }
    for wrong in ["no, it is not", "yes and no", "yes, no", "是，也不是"] {
        assert_eq!(state(wrong), "wrong", "{wrong}");
    }
}

#[test]
fn the_key_says_why_it_cannot_be_told() {
    let room = Room::new();
    let key = room.run("lab show 3 --for teacher --key").ok().stdout;
    assert!(key.contains("not certain") && key.contains("q5 cannot be told from these samples: 0.5294 in ["), "{key}");
    let score = room.run("lab show 6 --for teacher --key").ok().stdout;
    assert!(score.contains("melon score 'a sweet melon'"), "the command can be typed as it stands: {score}");
}

/// Copies of the exercise disagree over ties: whichever of the equally good trees a student has grown, its
/// figures are right.
#[test]
fn the_figures_of_every_equally_good_tree_are_right() {
    let room = Room::new();
    let mut n_others = 0;
    for student in ["s1", "s3", "s4"] {
        let key = room.run(&format!("lab show 4.3 --student {student} --for teacher --key --format json")).ok().json();
        let command = key[7]["commands"][0].as_str().unwrap().strip_prefix("melon ").unwrap().to_owned();
        let ours = room.run(&format!("{command} --format json")).ok().json();
        let others = ours["others"].as_array().unwrap().iter().map(|other| &other["tree"]);
        for tree in others.chain([&ours["tree"]]) {
            n_others += 1;
            let answer = |name: &str, answer: String| match name {
                "q8" => tree["n_leaves"].to_string() + " leaves",
                "q9" => tree["depth"].to_string(),
                _ => answer,
            };
            room.file("tree.yaml", filled(&room, "4.3", student, answer));
            let page = room.run("lab check 4.3 tree.yaml").ok().stdout;
            assert!(page.contains("All right!"), "{student}: {page}");
        }
        room.file("tree.yaml", filled(&room, "4.3", student, |name, own| if name == "q8" { "3".into() } else { own }));
        assert_eq!(room.run("lab check 4.3 tree.yaml").code, 1, "{student}: no tree has 3 leaves");
    }
    assert!(n_others > 3, "no student has a tie: the test shows nothing");
}

#[test]
fn a_figure_that_cannot_be_read_is_not_called_wrong() {
    let room = Room::new();
    let asked = |answer: &str, lang: &str| {
        room.file("form.yaml", format!("q2: {answer}\nq7: 0.381 **bits**\nq6: the texture\n"));
        room.run(&format!("lab check 4.3 form.yaml --lang {lang}"))
    };
    let page = asked("about one", "en").stdout;
    assert!(page.contains("no figure") && page.contains("q2: this cannot be read as one figure"), "{page}");
    assert!(page.contains("2 of 8 points"), "a unit, bold and an article are no mistake: {page}");
    assert!(asked("差不多 1", "zh").stdout.contains("这里读不出一个数"));
    let right = asked("**0.998** 比特", "en").stdout;
    assert!(right.contains("3 of 8 points") && !right.contains("no figure"), "{right}");
}
