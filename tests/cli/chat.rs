//! `melon chat` with the model that comes along.

use super::Room;

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
