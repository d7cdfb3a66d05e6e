//! `melon chat` with the model that comes along.

use super::{Room, has_keys};
use serde_json::Value;

#[test]
fn it_knows_how_to_choose_a_melon() {
    let room = Room::new();
    for question in ["怎么挑西瓜", "怎么挑西瓜？", "西瓜怎么选"] {
        let answer = room.run(&format!("chat --ask {question}")).ok().stdout;
        for sign in ["青绿", "蜷缩", "浊响"] {
            assert!(answer.contains(sign), "{question} {answer}");
        }
    }
    let answer = room.run("chat --ask How do I choose a watermelon?").ok().stdout.to_lowercase();
    for sign in ["green", "curled", "muffled"] {
        assert!(answer.contains(sign), "{answer}");
    }
}

#[test]
fn a_conversation_can_come_through_a_pipe() {
    let room = Room::new();
    let run = room.run_with_input("chat", "怎么挑西瓜\n\n/clear\n怎么挑西瓜\n/nonsense\n/quit\n你好\n".as_bytes()).ok();
    let answers: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(answers.len(), 2, "{}", run.stdout);
    assert_eq!(answers[0], answers[1], "after /clear it begins anew");
    assert!(run.stderr.contains("forgotten") && run.stderr.contains("/quit"), "{}", run.stderr);
}

#[test]
fn what_no_longer_fits_is_left_out_aloud() {
    let room = Room::new();
    let question = "How do I choose a watermelon?\n";
    let run = room.run_with_input("chat --max-tokens 16", question.repeat(14).as_bytes()).ok();
    assert!(run.stderr.contains("oldest turns were left out"), "{}", run.stderr);
    assert!(run.stderr.contains("Stopped after 16 tokens"), "{}", run.stderr);
    let run = room.run_with_input("chat", (question.trim().repeat(40) + "\n").as_bytes()).ok();
    assert!(run.stderr.contains("too long"), "{}", run.stderr);
}

#[test]
fn a_model_that_never_learned_to_answer_says_so() {
    let room = Room::new();
    let run = room.run("chat gpt --max-tokens 5 --ask 你好").ok();
    assert!(run.stderr.contains("melon finetune"), "{}", run.stderr);
    let mut nothing = room.command("chat --ask");
    let output = nothing.arg(" ").output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no question"));
    room.run("chat nowhere").fails(&["nowhere"]);
    room.run("chat --temperature -1 --ask 你好").misused(&["--temperature", "from 0 up"]);
    room.run("chat --greedy --top-k 5 --ask 你好").misused(&["--greedy", "--top-k"]);
}

#[test]
fn an_answer_for_a_program_is_one_object() {
    let room = Room::new();
    let run = room.run("chat --ask 你好 --format json").ok();
    let [line] = &run.stdout.lines().collect::<Vec<_>>()[..] else { panic!("{}", run.stdout) };
    let reply: Value = serde_json::from_str(line).unwrap();
    has_keys(&reply, "role content stop_reason n_dropped_turns n_cut_tokens");
    assert_eq!((&reply["role"], &reply["n_dropped_turns"]), (&"assistant".into(), &0.into()));
    let answer = reply["content"].as_str().unwrap();
    assert_eq!(room.run("chat --ask 你好").ok().stdout, format!("{answer}\n"), "the answer, and nothing else");

    let end: String = answer.chars().skip(1).take(2).collect();
    let begun = room.command("chat --format json --ask 你好 --stop").arg(&end).output().unwrap();
    let begun: Value = serde_json::from_slice(&begun.stdout).unwrap();
    assert_eq!(begun["stop_reason"], "stop_string");
    assert_eq!(begun["content"].as_str(), answer.split(&end).next());

    let question = "你好，西瓜怎么挑？请详细说一说，越详细越好。\n";
    let run = room.run_with_input("chat --format json --max-tokens 60", question.repeat(8).as_bytes()).ok();
    let dropped: Vec<u64> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["n_dropped_turns"].as_u64().unwrap())
        .collect();
    assert_eq!(dropped.len(), 8);
    let said: Vec<&str> = run.stderr.lines().filter(|line| line.contains("left out")).collect();
    assert_eq!(said.len(), dropped.iter().filter(|&&n| n > 0).count(), "{dropped:?} {}", run.stderr);
}

#[test]
fn a_conversation_goes_on_from_a_file() {
    let room = Room::new();
    let turn = |role: &str, content: &str| format!("{{\"role\": \"{role}\", \"content\": \"{content}\"}}");
    room.file("open.json", format!("[{}]", turn("user", "怎么挑西瓜")));
    assert_eq!(room.run("chat --conversation open.json").ok().stdout, room.run("chat --ask 怎么挑西瓜").ok().stdout);
    room.file("closed.json", format!("{{\"messages\": [{}, {}]}}", turn("user", "你好"), turn("assistant", "你好。")));
    assert_eq!(room.run("chat --conversation closed.json --ask 怎么挑西瓜").ok().stdout.lines().count(), 1);
    assert_eq!(room.run("chat --conversation open.json --ask 你好").ok().stdout.lines().count(), 2);
    let run = room.run_with_input("chat --conversation closed.json --system 简短些", "怎么挑西瓜\n".as_bytes()).ok();
    assert_eq!(run.stdout.lines().count(), 1);
    let question = format!("西瓜怎么挑？{}", "请详细说一说。".repeat(9));
    let long = |system: &str| {
        let pair = format!("{},{}", turn("user", &question), turn("assistant", &question));
        let turns = [system.to_owned(), vec![pair; 6].join(","), turn("user", "那声音呢？")].into_iter();
        format!("[{}]", turns.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(","))
    };
    room.file("long.json", long(&turn("system", "简短些")));
    room.file("bare.json", long(""));
    let told = room.run("chat --conversation long.json --format json").ok();
    assert!(told.json()["n_dropped_turns"].as_u64() > Some(0) && told.stderr.contains("left out"), "{}", told.stderr);
    let mut typed = room.command("chat --conversation bare.json --format json");
    let typed: Value = serde_json::from_slice(&typed.args(["--system", "简短些"]).output().unwrap().stdout).unwrap();
    assert_eq!(told.json(), typed, "a system line of the file is kept as one that is typed");
    room.file("cut.json", format!("[{}]", turn("user", &question.repeat(30))));
    let cut = room.run("chat --conversation cut.json --format json").ok().json();
    assert!(cut["n_cut_tokens"].as_u64() > Some(0), "{cut}");
    room.file("two.json", format!("[{}]\n[{}]\n", turn("user", "a"), turn("user", "b")));
    room.run("chat --conversation two.json").fails(&["two.json, line 2", "2 conversations"]);
    room.run("chat --conversation nowhere.json").fails(&["nowhere.json"]);
}
