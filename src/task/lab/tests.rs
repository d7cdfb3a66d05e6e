use super::*;
use crate::data::labs;
use crate::data::verbalise::Tongue;
use serde_json::{Value, json};

const HEAD: &str =
    "---\nlab: t\ntitle: T\nminutes: 5\ndata: melons\nstudent-data: melon-field --rows 9 --seed {seed}\n---\n";
const ASKED: &str = "### q1. How many?\nType `melon tree {data} --seed {seed}`.\n```answer\na: melon tree {data} --seed {seed}\nvalue: a.n\nkind: count\nhint: Count.\n```\n";

/// Each student has one of three fruits.
const PICKED: &str = "---\nlab: t\ntitle: T\nminutes: 5\ndata: melons\npick-fruit: a melon | a pear | plums\n---\n### q1. Is {fruit} sweet?\nType `melon score '{fruit}'`.\n```answer\na: melon score '{fruit}'\nvalue: a.n\nkind: count\nhint: Not {fruit}.\n```\n";

fn lab(body: &str) -> Lab {
    parse(&format!("{HEAD}{body}")).unwrap()
}

fn faults(source: &str) -> Vec<(usize, LabFaultKind)> {
    parse(source).unwrap_err().into_iter().map(|fault| (fault.line, fault.what)).collect()
}

/// Says which commands were run, and answers 7 or a word.
fn runner<'a>(seen: &'a mut Vec<String>) -> impl FnMut(&[String]) -> Result<Value, String> + 'a {
    move |words| {
        seen.push(words.join(" "));
        Ok(json!({"n": 7, "word": "纹理"}))
    }
}

#[test]
fn every_lab_that_comes_with_the_program_is_read_and_asks_the_same_in_both_languages() {
    for id in labs::ids() {
        let [zh, en] = [Tongue::Chinese, Tongue::English]
            .map(|tongue| parse(labs::source(id, tongue).unwrap()).unwrap_or_else(|e| panic!("{id}: {e:?}")));
        assert_eq!((zh.id.as_str(), en.id.as_str()), (id, id));
        assert!((6..=10).contains(&zh.questions.len()), "{id}: {}", zh.questions.len());
        let data = |lab: &Lab| (lab.data.clone(), lab.student_data.clone(), lab.minutes, lab.book.clone());
        assert_eq!(data(&zh), data(&en), "{id}");
        let picks =
            |lab: &Lab| lab.picks.iter().map(|pick| (pick.name.clone(), pick.choices.len())).collect::<Vec<_>>();
        assert_eq!(picks(&zh), picks(&en), "{id}");
        for (one, other) in zh.questions.iter().zip(&en.questions) {
            let kind = |question: &LabQuestion| match &question.wanted {
                WantedAnswer::Text => None,
                WantedAnswer::Computed { value, kind, .. } => Some((value.clone(), kind.clone())),
            };
            assert_eq!((&one.id, kind(one), one.points), (&other.id, kind(other), other.points), "{id}");
        }
        assert!(zh.questions[0].wanted == WantedAnswer::Text, "{id}: first one predicts");
        assert!(!zh.text.contains("```answer") && !en.text.contains("value:"), "{id}");
    }
}

#[test]
fn faults_have_their_lines() {
    assert_eq!(faults("# no head"), [(1, LabFaultKind::NoHead)]);
    assert_eq!(faults("---\nlab: 1\n"), [(1, LabFaultKind::OpenHead)]);
    let missing = faults(&format!("---\nlab: 1\ntitle: T\nminutes: ten\n---\n{ASKED}"));
    assert!(missing.contains(&(1, LabFaultKind::MissingKey { key: "data" })), "{missing:?}");
    assert!(missing.contains(&(4, LabFaultKind::NoNumber { key: "minutes".into(), value: "ten".into() })));
    let no_minutes = faults(&format!("---\nlab: 1\ntitle: T\ndata: melons\n---\n{ASKED}"));
    assert_eq!(no_minutes, [(1, LabFaultKind::MissingKey { key: "minutes" })], "said once");
    let of = |block: &str| faults(&format!("{HEAD}### q1. A?\n```answer\n{block}\n```\n"));
    let lines = |block: &str| of(block).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
    assert_eq!(
        of("a: melon tree\nvalue: b.n\nkind: count\nhint: h"),
        [(11, LabFaultKind::NoCommand { name: "b".into() })]
    );
    assert_eq!(
        of("a: melon tree --save x\nvalue: a.n\nkind: count\nhint: h")[0],
        (10, LabFaultKind::Forbidden { word: "--save".into() })
    );
    assert_eq!(
        of("a: melon serve\nvalue: a.n\nkind: count\nhint: h")[0],
        (10, LabFaultKind::Forbidden { word: "serve".into() })
    );
    assert_eq!(
        of("a: melon tree {date}\nvalue: a.n\nkind: count\nhint: h")[0],
        (10, LabFaultKind::Placeholder { name: "{date}".into() })
    );
    assert_eq!(
        of("a: melon tree\nvalue: a..n\nkind: count\nhint: h"),
        [(11, LabFaultKind::Expression { text: "a..n".into(), at: 3 })]
    );
    assert_eq!(
        of("a: melon tree\nvalue: a.n\nkind: number\nhint: h"),
        [(9, LabFaultKind::MissingKey { key: "within" })]
    );
    assert_eq!(
        of("a: melon tree\nvalue: a.n\nkind: guess\nhint: h"),
        [(12, LabFaultKind::NoKind { kind: "guess".into() })]
    );
    assert_eq!(lines("a: melon tree\nvalue: a.n\nkind: count\nhint: h\nhints: h\nkind: count"), [14, 15]);
    assert_eq!(
        of("a: rm -rf /\nvalue: a.n\nkind: count\nhint: h"),
        [(10, LabFaultKind::NoMelon { name: "a".into(), text: "rm -rf /".into() })]
    );
    assert_eq!(lines("a: melon tree {dat}\nvalue: a.n\nkind: count\nhint: h"), [10], "one line, one fault");
    assert_eq!(faults(&format!("{HEAD}### q1. A?\n"))[0], (8, LabFaultKind::NoAnswer { question: "q1".into() }));
    assert_eq!(
        faults(&format!("{HEAD}{ASKED}```answer\n```\n"))[0],
        (16, LabFaultKind::NoAnswer { question: String::new() })
    );
    assert_eq!(faults(&format!("{HEAD}{ASKED}{ASKED}"))[0].1, LabFaultKind::Twice { key: "q1".into() });
}

#[test]
fn faults_of_a_list_have_their_lines() {
    let with = |old: &str, new: &str| faults(&PICKED.replace(old, new));
    let few = LabFaultKind::PickChoices { name: "fruit".into() };
    assert_eq!(with("a melon | a pear | plums", "a melon"), [(6, few)]);
    let no_fruit = (11, LabFaultKind::Placeholder { name: "{fruit}".into() });
    let taken = LabFaultKind::PickName { name: "data".into() };
    assert_eq!(with("pick-fruit", "pick-data"), [(6, taken), no_fruit.clone()]);
    let typo = with("pick-fruit", "picks");
    assert!(matches!(&typo[0].1, LabFaultKind::UnknownKey { known, .. } if known.contains(&"pick-NAME".to_owned())));
    assert_eq!((typo[0].0, &typo[1]), (6, &no_fruit));
    let twice = LabFaultKind::Twice { key: "pick-fruit".into() };
    assert_eq!(with("---\n###", "pick-fruit: x | y\n---\n###"), [(7, twice)]);
}

#[test]
fn each_student_is_asked_about_a_choice_and_a_lab_is_verified_with_all() {
    let lab = parse(PICKED).unwrap();
    assert!(lab.is_ones_own() && lab.student_data.is_none());
    let mut seen = Vec::new();
    assert!(verify(&lab, &mut runner(&mut seen), &mut |_| Ok("n 7".to_owned())).is_empty());
    seen.sort();
    assert_eq!(seen, ["score a melon", "score a pear", "score plums"], "each once");
    let mut no_plums = |words: &[String]| if words[1] == "plums" { Err("no".to_owned()) } else { Ok(json!({"n": 7})) };
    let found = verify(&lab, &mut no_plums, &mut |_| Ok("n 7".to_owned()));
    let LabFaultKind::CommandFailed { command, .. } = &found[0].what else { panic!("{found:?}") };
    assert_eq!((found.len(), found[0].line, command.as_str()), (1, 11, "melon score plums"));
    let asked = lab.clone().of(&Student::default());
    assert_eq!([&asked.questions[0].title, &asked.questions[0].hint], ["Is a melon sweet?", "Not a melon."]);
    assert!(asked.text.contains("`melon score 'a melon'`"), "{}", asked.text);
    let has_pear = |student: &Student| student.choice(&lab.picks[0]) == "a pear";
    let student = (0..100).map(|n| Student::new(Some(&format!("s{n}")))).find(has_pear).unwrap();
    assert_eq!(key(&lab, &student, &mut runner(&mut Vec::new())).unwrap()[0].commands, ["melon score 'a pear'"]);
}

/// Lab 6 has a list of texts, and one of the same texts backwards: lists of the same length go together.
#[test]
fn a_text_and_the_same_backwards_go_together() {
    for tongue in [Tongue::Chinese, Tongue::English] {
        let lab = parse(labs::source("6", tongue).unwrap()).unwrap();
        let pick = |name: &str| lab.picks.iter().find(|pick| pick.name == name).unwrap();
        for student in (0..20).map(|n| Student::new(Some(&format!("s{n}")))) {
            let backwards: String = student.choice(pick("sentence")).chars().rev().collect();
            assert_eq!(student.choice(pick("backwards")), backwards);
        }
    }
}

#[test]
fn a_form_is_read_as_people_write_it() {
    let lab = lab(&format!("{ASKED}{}", ASKED.replace("q1", "q2").replace("kind: count", "kind: word")));
    let answers = |source: &str| read(source, &lab).unwrap().answers;
    let expected = [("q1".to_owned(), "7".to_owned()), ("q2".to_owned(), "texture".to_owned())];
    for source in [
        "q1: 7\nq2: texture",
        "Q1: 7\nQ2: >-\n  texture",
        "q1 = 7\nq2 = \"texture\"",
        "## q1\n7\n\n## q2\ntexture\n",
        "- q1：7\n- **q2**：texture",
        "lab = \"t\"\n\n[answers]\nq1 = 7\nq2 = \"\"\"\ntexture\"\"\"\n",
        "q1 = '''7'''\nq2 = \"\"\"texture\n\"\"\"",
        "answers:\n  q1: 7\n  q2: texture\n",
    ] {
        assert_eq!(answers(source), expected, "{source}");
    }
    let several = read("# head: x\nlab: t\nstudent: s 1\n\nq2: |\n  one\n  two\n", &lab).unwrap();
    assert_eq!((several.lab.as_deref(), several.student.as_deref()), (Some("t"), Some("s 1")));
    assert_eq!(several.answers, [("q2".to_owned(), "one\ntwo".to_owned())]);
    for block in
        ["q1: |\n  because\n  q2: 5\n\n  lab: x\nq2: z", "q1 = \"\"\"\nbecause\nq2: 5\nlab: x\n\"\"\"\nq2 = \"z\""]
    {
        let lines = ("q1".to_owned(), "because\nq2: 5\nlab: x".to_owned());
        assert_eq!(answers(block), [lines, ("q2".to_owned(), "z".to_owned())], "{block}");
    }
    let fault = |source: &str| read(source, &lab).unwrap_err().remove(0);
    assert_eq!(fault("lab: t\nq9: 1").line, 2);
    assert_eq!(fault("q1: 1\nq1: 2"), LabFault::new(2, LabFaultKind::Twice { key: "q1".into() }));
    assert_eq!(fault("seven"), LabFault::new(1, LabFaultKind::NoKey { text: "seven".into() }));
    let form = empty(&lab, Some("s1"), "T: fill in", |_| "a number".to_owned());
    let again = read(&form, &lab).unwrap();
    assert_eq!((again.student.as_deref(), again.answers.len()), (Some("s1"), 2));
    assert!(again.answers.iter().all(|(_, answer)| answer.is_empty()), "{again:?}");
}

#[test]
fn a_block_ends_where_it_ends_and_no_later_answer_is_lost() {
    let lab = lab(&format!("{ASKED}{}", ASKED.replace("q1", "q2")));
    let expected = [("q1".to_owned(), "first\nlab: z".to_owned()), ("q2".to_owned(), "5".to_owned())];
    for source in [
        "answers:\n  q1: |\n    first\n    lab: z\n  q2: 5\n",
        "answers:\n  q1: |\n    first\n    lab: z\n  q2: 5\nstudent: \"a\" b\n", // no sound YAML
        "- q1: |\n    first\n    lab: z\n- q2: 5\n",
        "[answers.q1]\nvalue = \"\"\"\nfirst\nlab: z\"\"\"\n[answers.q2]\nvalue = 5\n",
        "[answers.q1]\nvalue = \"\"\"\nfirst\nlab: z\"\"\"\n[answers.q2]\nvalue = 5\nname = Li Lei\n",
    ] {
        let found = read(source, &lab).unwrap_or_else(|faults| panic!("{source}: {faults:?}")).answers;
        let first_lines: Vec<_> = found.iter().map(|(key, answer)| (key, answer.lines().next())).collect();
        assert_eq!((&found[0], first_lines[1]), (&expected[0], (&expected[1].0, Some("5"))), "{source}");
    }
}

#[test]
fn a_form_may_be_flow_a_table_or_a_numbered_list() {
    let lab = lab(&format!("{ASKED}{}", ASKED.replace("q1", "q2")));
    let expected = [("q1".to_owned(), "0.50".to_owned()), ("q2".to_owned(), "yes".to_owned())];
    for source in [
        "answers: {q1: 0.50, q2: yes}",
        "{\"lab\": \"t\", \"answers\": {\"q1\": \"0.50\", \"q2\": \"yes\"}}",
        "{\"answers\": [{\"question\": \"q1\", \"answer\": 0.50}, {\"question\": 2, \"answer\": \"yes\"}]}",
        "answers = {q1 = 0.50, q2 = \"yes\"}",
        "[[answers]]\nquestion = 1\nanswer = 0.50\n[[answers]]\nquestion = 2\nanswer = \"yes\"\n",
        "answers:\n  - q1: 0.50\n  - q2: yes\n",
        "answers:\n  1: 0.50\n  2: yes\n",
        "q1:\n  answer: 0.50\nq2:\n  answer: yes\n",
        "---\nlab: t\n---\nq1: 0.50\nq2: yes\n",
        "| question | answer |\n|---|:-:|\n| q1 | 0.50 |\n| q2 | yes |\n",
        "| # | your answer | sure? |\n|---|---|---|\n| 1 | 0.50 | very |\n| 2 | yes | |\n",
        "lab | t\nq1 | 0.50\nq2 | yes\n",
        "| 题号 | 答案 |\n| --- | --- |\n| q1. How many? | 0.50 |\n| 第2题 | yes |\n",
        "# Answers\n\n1. 0.50\n2. yes\n",
        "1) 0.50\n2) yes\n",
        "1、0.50\n2、yes\n",
        "1. q1: 0.50\n2. q2: yes\n",
        "## Question 1\n0.50\n## Question 2\nyes\n",
        "第1题：0.50\n第2题：yes\n",
        "## q1. How many?\n\n**Answer:** 0.50\n\n## q2. How many?\nyes\n",
        "## q1: How many?\n0.50\n## q2: How many?\nyes\n",
        "[answers.q1]\nvalue = 0.50\n[answers.q2]\nvalue = yes\n", // no sound TOML
    ] {
        let found = read(source, &lab).unwrap_or_else(|faults| panic!("{source}: {faults:?}")).answers;
        let plain: Vec<_> = found.into_iter().map(|(key, answer)| (key, answer.replace("** ", ""))).collect();
        assert_eq!(plain, expected, "{source}");
    }
    let several = read("q1: 0.53\n  as said\nq2: '5'\n", &lab).unwrap().answers;
    assert_eq!(several[0].1, "0.53\nas said", "the figure, and the reason below it");
    let prose = read("## q1\n1. because\n2. since\n| 1 | 2 |\n## q2\n5\n", &lab).unwrap().answers;
    assert_eq!(prose[0].1, "1. because\n2. since\n| 1 | 2 |", "a list within an answer is a part of it");
    let line = |source: &str| read(source, &lab).unwrap_err().remove(0).line;
    assert_eq!((line("answers:\n  q1: 5\n  q9: 6\n"), line("q1 = 1\n\nq9 = 2\n")), (3, 3));
    assert_eq!((line("answers:\n  q1: 5\n  q1: 6\n"), line("[answers]\nq1 = 1\nq1 = 2\n")), (3, 3));
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    for odd in [deep.as_str(), "&a [*a, *a]", "q1: !!int 5", "{", "\u{0}", "q1: [", "? [a]\n: b"] {
        let _no_panic = read(odd, &lab);
    }
}

#[test]
fn keys_have_any_mark_behind_them() {
    let lab = lab(&format!("{ASKED}{}", ASKED.replace("q1", "q2")));
    let expected = [("q1".to_owned(), "0.50".to_owned()), ("q2".to_owned(), "yes".to_owned())];
    for source in [
        "q1. 0.50\nq2. yes\n",
        "Q1) 0.50\nQ2) yes\n",
        "(q1) 0.50\n(q2) yes\n",
        "- q1) 0.50\n- q2) yes\n",
        "**q1.** 0.50\n**q2.** yes\n",
        "Q1:\n0.50\nQ2:\nyes\n",
        "q1.: 0.50\nq2.: yes\n",
        "q1.\n0.50\n\nq2.\nyes\n",
        "lab: t\nq1: 0.50\nq2. yes\n",
        "q1. How many?\n0.50\nq2. How many?\nyes\n",
        "1.\n0.50\n2.\nyes\n",
        "1)0.50\n2)yes\n",
        "(1) 0.50\n(2) yes\n",
        "1. 0.50\n2.yes\n",
        "1.: 0.50\n2.: yes\n",
        "第1题、0.50\n第2题、yes\n",
        "第一题：0.50\n第二题：yes\n",
        "q1: ‘0.50’\nq2: “yes”\n",
        "‘q1’: 0.50\n‘q2’: ‘yes’\n",
    ] {
        let found = read(source, &lab).unwrap_or_else(|faults| panic!("{source}: {faults:?}")).answers;
        assert_eq!(found, expected, "{source}");
    }
    let reason = read("q1. 0.50: see p = 3\nq2: yes\n", &lab).unwrap().answers;
    assert_eq!(reason[0].1, "0.50: see p = 3", "a colon in an answer is no second key");
    let prose = read("q1: since\n  q.e.d. (see q2)\nq2: yes\n", &lab).unwrap().answers;
    assert_eq!(prose[0].1, "since\nq.e.d. (see q2)");
}

#[test]
fn a_form_may_stand_in_a_text() {
    let lab = lab(&format!("{ASKED}{}", ASKED.replace("q1", "q2")));
    let expected = [("q1".to_owned(), "0.50".to_owned()), ("q2".to_owned(), "yes".to_owned())];
    for block in [
        "```yaml\nlab: t\nstudent: s1\nq1: 0.50\nq2: yes\n```",
        "~~~ YAML\nstudent: s1\n1: 0.50\n2: yes\n~~~",
        "student: s1\n\n```toml\n[answers]\nq1 = 0.50\nq2 = \"yes\"\n```",
        "**Student:** s1\n\n```json\n{\"q1\": \"0.50\", \"q2\": \"yes\"}\n```",
        "```\nstudent: s1\nq1) 0.50\n```\nand then\n```\nq2) yes\n```",
        "student: s1\n## q1\n```text\n0.50\n```\n## q2\n```\nyes\n```",
    ] {
        let source = format!("# My first lab\n\nLi Lei, class 2 (thanks: Han)\n\n{block}\n\nThat is all: bye.\n");
        let is_form = !block.contains("## q1");
        let source = if is_form { source } else { block.to_owned() };
        let form = read(&source, &lab).unwrap_or_else(|faults| panic!("{source}: {faults:?}"));
        assert_eq!((form.student.as_deref(), form.answers.as_slice()), (Some("s1"), &expected[..]), "{source}");
    }
    let line = |source: &str| read(source, &lab).unwrap_err().remove(0).line;
    assert_eq!(line("# Mine\n\n```yaml\nq1: 5\nq9: 6\n```\n"), 5, "lines keep their numbers");
    assert_eq!(line("# Mine\n\n```yaml\nthis is no form\n```\n"), 4);
}

#[test]
fn what_is_sound_of_a_lab_with_faults_is_tried_too() {
    let source =
        format!("{HEAD}{}### q2. B?\n```answer\nno key\nkind: guess\n```\n```answer\n", ASKED.replace("a.n", "a.m"));
    let (lab, faults) = draft(&source);
    assert_eq!(faults.len(), 6, "{faults:?}");
    assert!(faults.iter().any(|fault| fault.what == LabFaultKind::OpenBlock));
    let lab = lab.unwrap();
    assert_eq!(lab.questions.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["q1"]);
    let found = verify(&lab, &mut runner(&mut Vec::new()), &mut |_| Ok(String::new()));
    assert!(matches!(found[0].what, LabFaultKind::NoValue { .. }));
    assert!(draft(&source.replace("data: melons", "date: melons")).0.is_none(), "nobody knows of which data");
    let two = ASKED.replace("kind: count", "kind: number\nwithin: 0").replace("Count.", "It is 0.4858.");
    let asked = parse(&format!("{HEAD}{two}")).unwrap();
    let found = verify(&asked, &mut |_| Ok(json!({"n": 0.4858})), &mut |_| Ok("+0.49".to_owned()));
    assert_eq!(found.len(), 2, "both that the hint tells it and that it is too tight: {found:?}");
}

#[test]
fn a_check_runs_each_command_once_on_the_student_s_own_data() {
    let lab = lab(&format!(
        "{ASKED}{}",
        ASKED.replace("q1", "q2").replace("a.n", "a.word").replace("kind: count", "kind: word")
    ));
    let form = read("q1: 7\nq2: colour", &lab).unwrap();
    let (student, mut seen) = (Student::new(Some("s1")), Vec::new());
    let result = check(&lab, &form, &student, &mut runner(&mut seen)).unwrap();
    assert_eq!((result.passed, result.score, result.max_score), (false, 1, 2));
    assert_eq!([result.results[0].state, result.results[1].state], [AnswerState::Right, AnswerState::Wrong]);
    assert_eq!((result.results[0].hint.as_deref(), result.results[1].hint.as_deref()), (None, Some("Count.")));
    let seed = student.seed();
    assert_eq!(seen, [format!("tree melon-field --rows 9 --seed {seed} --seed {seed}")], "both questions ask the same");
    let json = serde_json::to_string(&result).unwrap();
    assert!(!json.contains("纹理"), "the answer is not told: {json}");
}

#[test]
fn what_is_missing_and_what_is_text_is_told_apart() {
    let text = "### q2. Why?\n\n```answer\nkind: text\n```\n";
    let lab = lab(&format!("{ASKED}{text}"));
    let states = |source: &str| {
        let form = read(source, &lab).unwrap();
        let result = check(&lab, &form, &Student::default(), &mut runner(&mut Vec::new())).unwrap();
        (result.passed, result.results.iter().map(|one| one.state).collect::<Vec<_>>())
    };
    assert_eq!(states("q1: 7\nq2: since"), (true, vec![AnswerState::Right, AnswerState::ForTeacher]));
    assert_eq!(states("q1:\nq2:"), (false, vec![AnswerState::Missing, AnswerState::Missing]));
}

#[test]
fn a_lab_whose_answers_cannot_be_computed_is_not_sound() {
    let mut seen = Vec::new();
    let mut page = |_: &[String]| Ok("n 7".to_owned());
    let mut verified = |body: &str, seen: &mut Vec<String>| verify(&lab(body), &mut runner(seen), &mut page);
    assert!(verified(ASKED, &mut seen).is_empty());
    assert_eq!(seen.len(), 3, "for all, and for two students: {seen:?}");
    let mut kind = |body: &str| verified(body, &mut Vec::new()).remove(0).what;
    assert!(matches!(kind(&ASKED.replace("a.n", "a.m")), LabFaultKind::NoValue { part, .. } if part == ".m"));
    assert!(matches!(kind(&ASKED.replace("a.n", "a.word")), LabFaultKind::OtherKind { .. }));
    assert!(matches!(kind(&ASKED.replace("Count.", "There are 7.")), LabFaultKind::HintTells { .. }));
    let told =
        ASKED.replace("a.n", "a.word").replace("kind: count", "kind: word").replace("Count.", "Look at the texture.");
    assert_eq!(kind(&told), LabFaultKind::HintTells { answer: "纹理".into() });
    let unsaid = ASKED.replace("Type `melon tree {data} --seed {seed}`.", "");
    let not_said = LabFaultKind::NotInText {
        command: "melon tree {data} --seed {seed}".into(),
        parts: ["melon tree", "{data}", "--seed {seed}"].map(String::from).to_vec(),
    };
    assert_eq!(kind(&unsaid), not_said, "a student cannot know what to type");
    assert!(verified(&ASKED.replace("Count.", "From 70 to 17."), &mut seen).is_empty());
    let failing = verify(&lab(ASKED), &mut |_| Err("no".to_owned()), &mut |_| Ok("n 7".to_owned())).remove(0);
    assert_eq!(failing.line, 11);
    assert!(matches!(failing.what, LabFaultKind::CommandFailed { said, .. } if said == "no"));
}

#[test]
fn a_lab_whose_students_would_get_no_data_is_not_sound() {
    let mut no_data = |_: &[String]| Err::<String, String>("no".to_owned());
    let found = verify(&lab(ASKED), &mut runner(&mut Vec::new()), &mut no_data);
    assert_eq!(found.len(), 1, "said once, not once a student: {found:?}");
    assert_eq!(found[0].line, 6);
    let LabFaultKind::CommandFailed { command, said } = &found[0].what else { panic!("{found:?}") };
    assert!(command.starts_with("melon data export melon-field --rows 9 --seed ") && said == "no", "{command}");
    let common = format!("{}{ASKED}", HEAD.replace("student-data: melon-field --rows 9 --seed {seed}\n", ""));
    assert!(verify(&parse(&common).unwrap(), &mut runner(&mut Vec::new()), &mut no_data).is_empty());
}

#[test]
fn how_many_of_how_many_is_a_count_and_a_share_where_one_is_asked_for() {
    let lab = lab(&format!(
        "{ASKED}{}",
        ASKED.replace("q1", "q2").replace("a.n", "a.share").replace("kind: count", "kind: number\nwithin: 0.001")
    ));
    let states = |count: &str, share: &str| {
        let form = read(&format!("q1: {count}\nq2: {share}"), &lab).unwrap();
        let mut run = |_: &[String]| Ok(json!({"n": 5, "share": 5.0 / 7.0}));
        let results = check(&lab, &form, &Student::default(), &mut run).unwrap().results;
        [results[0].state, results[1].state]
    };
    let (right, wrong, unreadable) = (AnswerState::Right, AnswerState::Wrong, AnswerState::Unreadable);
    assert_eq!(states("5/7", "5/7"), [right, right]);
    assert_eq!(states("5 of 7", "0.714"), [right, right]);
    assert_eq!(states("7 个里的 5 个", "5 of 7"), [right, unreadable], "a share is no count");
    assert_eq!(states("0.714", "5"), [wrong, wrong]);
    assert_eq!(states("10/2", "10/14"), [unreadable, right], "a count is not computed");
}

#[test]
fn the_key_has_the_answers_and_how_they_are_computed() {
    let mut seen = Vec::new();
    let keys = key(&lab(ASKED), &Student::default(), &mut runner(&mut seen)).unwrap();
    assert_eq!(
        (keys[0].answer.clone(), keys[0].commands.clone()),
        (Some(json!(7)), vec!["melon tree melons --seed 42".to_owned()])
    );
}

#[test]
fn a_tolerance_below_what_the_page_rounds_off_is_a_fault() {
    let asked = |within: &str| lab(&ASKED.replace("kind: count", &format!("kind: number\nwithin: {within}")));
    let faults = |within: &str, screen: &str| {
        let screen = screen.to_owned();
        verify(&asked(within), &mut |_| Ok(json!({"n": 0.4858})), &mut |_| Ok(screen.clone()))
    };
    let found = faults("1%", "coefficient +0.49");
    let LabFaultKind::TooTight { within, least, .. } = found[0].what else { panic!("{found:?}") };
    assert!((within - 0.004858).abs() < 1e-12 && (least - 0.005).abs() < 1e-12, "{within} {least}");
    assert_eq!(found.len(), 1, "said once, not once a student");
    assert!(faults("1%", "coefficient +0.486").is_empty(), "the page shows more digits");
    assert!(faults("1% or 0.005", "coefficient +0.49").is_empty(), "the larger of both counts");
    assert!(faults("0.005 or 1%", "coefficient +0.49").is_empty());
    assert!(faults("0.001", "nothing of it").is_empty(), "one's own program may show as many digits as one likes");
}

#[test]
fn what_the_samples_cannot_show_is_not_certain() {
    let asked = ASKED.replace("value: a.n\nkind: count", "value: a.x > 0.5\nuncertain: 0.5 in a.interval\nkind: word");
    let lab = lab(&asked);
    let state = |answer: &str, low: f64| {
        let form = read(&format!("q1: {answer}"), &lab).unwrap();
        let mut run = |_: &[String]| Ok(json!({"x": 0.6, "interval": [low, 0.7]}));
        check(&lab, &form, &Student::default(), &mut run).unwrap().results[0].state
    };
    for answer in ["not certain", "不能确定"] {
        assert_eq!([state(answer, 0.45), state(answer, 0.55)], [AnswerState::Right, AnswerState::Wrong], "{answer}");
    }
    assert_eq!([state("yes", 0.45), state("yes", 0.55)], [AnswerState::Wrong, AnswerState::Right]);
    let mut run = |_: &[String]| Ok(json!({"x": 0.6, "interval": [0.45, 0.7]}));
    let keys = key(&lab, &Student::default(), &mut run).unwrap();
    assert_eq!(keys[0].answer, Some(NOT_CERTAIN.into()));
    assert_eq!(keys[0].not_certain.as_deref(), Some("0.5 in [0.45, 0.7]"));
}

#[test]
fn each_of_several_equally_good_answers_is_right() {
    let asked = ASKED.replace("value: a.n\nkind: count", "value: a.rows[all best=true].x\nkind: number\nwithin: 0.001");
    let lab = lab(&asked);
    let mut run = |_: &[String]| {
        Ok(json!({"rows": [{"x": 1.5, "best": true}, {"x": 2.5, "best": false}, {"x": 3.5, "best": true}]}))
    };
    let mut right = |answer: &str| {
        let form = read(&format!("q1: {answer}"), &lab).unwrap();
        check(&lab, &form, &Student::default(), &mut run).unwrap().passed
    };
    assert_eq!(["1.5", "3.5", "2.5"].map(&mut right), [true, true, false]);
    assert_eq!(key(&lab, &Student::default(), &mut run).unwrap()[0].answer, Some(json!([1.5, 3.5])));
}

#[test]
fn a_threshold_may_have_its_mark_and_other_figures_may_not() {
    let asked = |field: &str| {
        let kind = "kind: number\nwithin: 0.001";
        lab(&ASKED.replace("a.n", &format!("a.rows[0].{field}")).replace("kind: count", kind))
    };
    let state = |field: &str, answer: &str| {
        let lab = asked(field);
        let form = read(&format!("q1: {answer}"), &lab).unwrap();
        let mut run = |_: &[String]| Ok(json!({"rows": [{"threshold": 0.785, "p_value": 0.785}]}));
        check(&lab, &form, &Student::default(), &mut run).unwrap().results[0].state
    };
    for answer in ["density ≤ 0.785", "≤ 0.785", "密度 ≤ 0.785（16 个划分点里最好的）", "about 0.785", "t = 0.785"]
    {
        assert_eq!(state("threshold", answer), AnswerState::Right, "{answer}");
    }
    assert_eq!(state("threshold", "density ≤ 0.8"), AnswerState::Wrong);
    assert_eq!(state("threshold", "density ≤ sugar"), AnswerState::Unreadable);
    assert_eq!(state("p_value", "p < 0.785"), AnswerState::Unreadable, "less than a number is not that number");
    assert_eq!(state("p_value", "p = 0.785"), AnswerState::Right);
}

#[test]
fn a_count_may_be_a_word_and_is_known_to_be_one() {
    let lab = lab(&format!("{ASKED}{}", ASKED.replace("q1", "q2").replace("kind: count", "kind: number\nwithin: 1")));
    let form = read("q1: seven leaves\nq2: seven", &lab).unwrap();
    let results = check(&lab, &form, &Student::default(), &mut runner(&mut Vec::new())).unwrap().results;
    assert_eq!(results.iter().map(|one| one.is_count).collect::<Vec<_>>(), [true, false]);
    assert_eq!(results.iter().map(|one| one.state).collect::<Vec<_>>(), [AnswerState::Right, AnswerState::Unreadable]);
}

/// The words of the labs themselves: what a student answers who does not say yes or no.
#[test]
fn the_labs_take_their_words_for_yes_and_no() {
    let takes = |id: &str, question: &str, answer: &str, right: Value| {
        let lab = parse(labs::source(id, Tongue::English).unwrap()).unwrap();
        let asked = lab.questions.iter().find(|one| one.id == question).unwrap();
        let WantedAnswer::Computed { kind, .. } = &asked.wanted else { panic!("{id} {question}") };
        super::grade::is_right(answer, &right, kind)
    };
    for yes in ["是好瓜", "好瓜", "熟", "ripe", "it is ripe"] {
        assert!(takes("1", "q4", yes, json!("是")) && !takes("1", "q4", yes, json!("否")), "{yes}");
        assert!(takes("2", "q6", yes, json!("是")), "{yes}");
    }
    for no in ["不是好瓜", "不熟", "没熟", "坏瓜", "not ripe", "unripe"] {
        assert!(takes("1", "q4", no, json!("否")) && !takes("1", "q4", no, json!("是")), "{no}");
    }
    assert!(takes("3", "q5", "好于", json!(true)) && takes("3", "q5", "not better", json!(false)));
    assert!(takes("8", "q6", "less often", json!(true)) && takes("9.4", "q5", "没有更差", json!(false)));
    assert!(takes("1", "q3", "青绿色", json!("青绿")) && takes("1", "q8", "the sugar column", json!("含糖率")));
    assert!(takes("4.3", "q6", "密度 ≤ 0.785", json!("密度")));
}

#[test]
fn a_lab_of_a_student_has_nothing_in_braces() {
    for id in labs::ids() {
        for student in [Student::default(), Student::new(Some("s1"))] {
            let lab = parse(labs::source(id, Tongue::English).unwrap()).unwrap().of(&student);
            let read = lab.questions.iter().flat_map(|question| [&question.title, &question.hint]).chain([&lab.text]);
            read.for_each(|text| assert!(!text.contains('{'), "{id}: {text}"));
            assert!(lab.questions.iter().any(|question| matches!(question.wanted, WantedAnswer::Computed { .. })));
        }
    }
}
