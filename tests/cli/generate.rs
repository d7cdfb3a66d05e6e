//! `melon generate`: the four steps, sampling, stops, and models that cannot be used.

use super::{Room, has_keys};
use std::io::Read;
use std::process::Stdio;

const EXAMPLE: &str = "generate 周一上班真的很 --model ngram";

/// A text that is long enough to learn from and short enough to know by heart.
const TEXT: &str = "今天去买瓜。老板敲了敲，说这个瓜熟了。切开来，果然很甜。\nA ripe melon sounds dull.\n";

/// A GPT that has hardly learned anything, saved as `gpt`.
fn with_gpt(room: &Room) {
    room.file("text.txt", TEXT.repeat(20));
    let shape = "--n-layer 1 --n-head 2 --n-embd 16 --context-len 16 --iters 2 --batch-size 2";
    room.run(&format!("pretrain --corpus text.txt --preset tiny {shape} --save gpt --quiet")).ok();
}

#[test]
fn the_text_s_own_example_shows_its_shares() {
    let room = Room::new();
    for lang in ["en", "zh"] {
        let page = room.run(&format!("{EXAMPLE} --trace --lang {lang}")).ok().stdout;
        for part in ["→ 丧", "80.0%", "爽", "20.0%", "班真的很"] {
            assert!(page.contains(part), "`{part}` is not in\n{page}");
        }
    }
    let json = room.run(&format!("{EXAMPLE} --format json --candidates 2 --max-tokens 1")).ok().json();
    has_keys(&json, "prompt completion tokens stop_reason model");
    has_keys(&json["model"], "kind n_params vocab_size");
    let first = &json["tokens"][0];
    has_keys(first, "id text probability rank candidates");
    has_keys(&first["candidates"][0], "text probability kept");
    assert_eq!(json["completion"], "丧");
    assert_eq!((first["probability"].as_f64(), first["candidates"][1]["probability"].as_f64()), (Some(0.8), Some(0.2)));
    assert_eq!((&json["stop_reason"], &first["candidates"][0]["kept"]), (&"max_tokens".into(), &true.into()));
}

#[test]
fn the_trace_says_what_smoothing_and_order_do() {
    let room = Room::new();
    let traced = |flags: &str| {
        let page = room.run(&format!("{EXAMPLE} --trace --max-tokens 1 {flags}")).ok().stdout;
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(traced("").contains("their shares are their probabilities"));
    for smoothing in ["kneser-ney", "witten-bell", "add-0.1"] {
        let page = traced(&format!("--smoothing {smoothing}"));
        assert!(page.contains("smoothing has moved") && !page.contains("are their probabilities"), "{page}");
    }
    let single = traced("--order 1");
    assert!(single.contains("looks at none of the tokens before") && !single.contains("ever followed"), "{single}");
}

#[test]
fn without_arguments_it_works_at_once() {
    let room = Room::new();
    let text = room.run("generate").ok().stdout;
    assert!(text.starts_with("On Monday morning") && text.len() > 40, "{text}");
    assert!(room.run("generate --lang zh").ok().stdout.starts_with("周一上班真的很"));
}

#[test]
fn a_seed_decides_and_settings_mean_drawing() {
    let room = Room::new();
    let draw = |flags: &str| room.run(&format!("generate 西瓜 --model ngram --max-tokens 30 {flags}")).ok().stdout;
    assert_eq!(draw("--temperature 1 --seed 1"), draw("--temperature 1 --seed 1"));
    assert_ne!(draw("--temperature 1 --seed 1"), draw("--temperature 1 --seed 2"));
    assert_eq!(draw("--seed 1"), draw("--temperature 1 --seed 1"));
    // A GPT leaves the unlikely out and says so; what has been counted is drawn from as it is.
    let gpt = |how: &str| room.run(&format!("generate Melons --model gpt --temperature 2 --seed 3 {how}")).ok();
    let usual = gpt("");
    assert_eq!(usual.stdout, gpt("--min-p 0.1").stdout);
    assert_ne!(usual.stdout, gpt("--min-p 0").stdout);
    assert!(usual.stderr.contains("--min-p 0 draws from all") && !gpt("--min-p 0").stderr.contains("--min-p"));
    assert!(!room.run("generate Melons --model ngram --seed 3").ok().stderr.contains("--min-p"));
    assert_eq!(draw("--top-k 1"), draw("--greedy"));
    assert_eq!(draw("--temperature 0"), draw("--greedy"));
    let json = room.run(&format!("{EXAMPLE} --top-k 1 --candidates 2 --max-tokens 1 --format json")).ok().json();
    let kept: Vec<bool> =
        json["tokens"][0]["candidates"].as_array().unwrap().iter().map(|c| c["kept"].as_bool().unwrap()).collect();
    assert_eq!(kept, [true, false]);
}

#[test]
fn a_stop_string_ends_the_text_and_is_not_part_of_it() {
    let room = Room::new();
    let json = room.run(&format!("{EXAMPLE} --stop 五零六 --stop 没有 --format json")).ok().json();
    assert_eq!((&json["completion"], &json["stop_reason"]), (&"丧，我也是".into(), &"stop_string".into()));
    let plain = room.run(&format!("{EXAMPLE} --stop 五零六")).ok().stdout;
    assert_eq!(plain, "周一上班真的很丧，我也是\n");
    let held_back = room.run(&format!("{EXAMPLE} --max-tokens 2 --stop ，没有这样的")).ok().stdout;
    assert_eq!(held_back, "周一上班真的很丧，\n");
}

#[test]
fn prompts_come_from_anywhere_and_in_any_script() {
    let room = Room::new();
    let piped = room.run_with_input("generate - --model ngram --max-tokens 1", "周一上班真的很\n".as_bytes()).ok();
    assert_eq!(piped.stdout, "周一上班真的很丧\n");
    let unknown = room.run("generate 🍉ق --model ngram --max-tokens 3").ok();
    assert!(unknown.stdout.starts_with("🍉ق") && unknown.stderr.contains("🍉 ق"), "{}", unknown.stderr);
    assert_eq!(room.run("generate 🍉 --model ngram --max-tokens 3 -q").ok().stderr, "");
    let nothing = room.run_with_input("generate - --model ngram --max-tokens 5", b"").ok();
    assert!(nothing.stdout.chars().count() > 3);
    room.run_with_input("generate - --model ngram", b"PK\x03\x04\0\0").fails(&["standard input"]);
}

#[test]
fn smoothings_and_orders_are_as_asked() {
    let room = Room::new();
    let p = |flags: &str| {
        let run = room.run(&format!("{EXAMPLE} --max-tokens 1 --format json {flags}")).ok();
        run.json()["tokens"][0]["probability"].as_f64().unwrap()
    };
    assert_eq!((p(""), p("--smoothing ml")), (0.8, 0.8));
    assert!(p("--order 3") < 0.8, "after two characters, other texts join in");
    assert!(p("--smoothing kneser-ney") < 0.8 && p("--smoothing add-1") < 0.1 && p("--order 1") < 0.2);
    room.run(&format!("{EXAMPLE} --order 7")).misused(&["--order", "7", "1 to 6"]);
    room.run(&format!("{EXAMPLE} --smoothing none")).misused(&["--smoothing", "none", "kneser-ney"]);
    room.run(&format!("{EXAMPLE} --smoothing add-0")).misused(&["add-k", "0"]);
    room.run("generate --model gpt --order 3").misused(&["--order", "--model ngram"]);
}

#[test]
fn settings_that_make_no_sense_are_explained() {
    let room = Room::new();
    room.run("generate --temperature -1").misused(&["--temperature", "-1"]);
    room.run("generate --temperature nan").misused(&["--temperature", "NaN"]);
    room.run("generate --top-k 0").misused(&["--top-k", "at least 1"]);
    room.run("generate --top-p 0").misused(&["--top-p", "0"]);
    room.run("generate --min-p 2 --lang zh").misused(&["--min-p", "之间"]);
    room.run("generate --greedy --top-k 3").misused(&["--top-k", "--greedy"]);
}

#[test]
fn options_that_would_do_nothing_are_refused() {
    let room = Room::new();
    room.run(&format!("{EXAMPLE} --stop=")).misused(&["--stop"]);
    room.run(&format!("{EXAMPLE} --corpus text.txt")).misused(&["--memorised"]);
    room.file("noise.bin", [0, 1, 2, 0, 255, 0, 7]);
    room.run("score --model ngram --file noise.bin").fails(&["noise.bin", "plain text", "UTF-8"]);
}

#[test]
fn what_was_memorised_is_found() {
    let room = Room::new();
    let page = room.run(&format!("{EXAMPLE} --memorised --max-tokens 11")).ok().stdout;
    assert!(page.contains("zh/student") && page.contains("10 characters (91%"), "{page}");
    assert!(page.contains('[') && page.contains("]"), "without colour too the passage is marked: {page}");
    let json = room.run(&format!("{EXAMPLE} --memorised --max-tokens 11 --format json")).ok().json();
    let [longest, whole] = [&json["memorised"]["longest"]["text"], &json["completion"]];
    assert!(whole.as_str().unwrap().ends_with(longest.as_str().unwrap()), "{longest} {whole}");
    assert_eq!((json["memorised"]["n_runs"].as_u64(), json["memorised"]["n_novel"].as_u64()), (Some(4), Some(1)));
    room.file("mine.txt", "丧钟为谁而鸣");
    let other = room.run(&format!("{EXAMPLE} --memorised --corpus mine.txt --max-tokens 1")).ok().stdout;
    assert!(other.contains("mine.txt"), "{other}");
}

#[test]
fn a_closed_pipe_ends_it_in_silence() {
    let room = Room::new();
    for flags in ["--max-tokens 1000000", "--max-tokens 1000000 --trace", "--candidates 2", "--format json"] {
        let line = format!("generate -q {flags}");
        let mut child = room.command(&line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        assert_eq!((child.wait().unwrap().code(), stderr.as_str()), (Some(0), ""), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn an_interruption_ends_the_text_and_not_the_program() {
    let room = Room::new();
    // Greedily, the n-gram goes round in circles for as long as it may.
    let mut command = room.command("generate --model ngram --max-tokens 100000000");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 60]).unwrap();
    let killed = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), rest.ends_with('\n')), (Some(0), true));
    assert!(String::from_utf8(output.stderr).unwrap().contains("interrupted"));
}

#[test]
fn tables_and_files_get_the_same_text() {
    let room = Room::new();
    let csv = room.run(&format!("{EXAMPLE} --format csv --max-tokens 2")).ok().stdout;
    assert!(csv.starts_with("index,id,text,probability,rank,draw\n1,") && csv.contains(",丧,0.8,1,\n"), "{csv}");
    let markdown = room.run(&format!("{EXAMPLE} --trace --format markdown")).ok().stdout;
    assert!(
        markdown.starts_with("# “周一上班真的很”") && markdown.contains("| 1 | **丧** | 80.0% | 爽 20.0% |"),
        "{markdown}"
    );
    let markdown = room.run(&format!("{EXAMPLE} --max-tokens 1 --format markdown")).ok().stdout;
    assert_eq!(markdown, "周一上班真的很**丧**\n");
    room.run(&format!("{EXAMPLE} --trace -o page.txt")).ok();
    assert_eq!(room.read("page.txt"), room.run(&format!("{EXAMPLE} --trace")).ok().stdout);
}

#[test]
fn models_that_are_not_there_are_named() {
    let room = Room::new();
    room.run("generate --model gtp").fails(&["gtp", "Did you mean gpt?", "gpt-chat"]);
    room.run("generate --model no/where --lang zh").fails(&["no/where", "自带的有"]);
    std::fs::create_dir(room.path("empty")).unwrap();
    room.run("generate --model empty").fails(&["empty", "config.json"]);
    room.file("x.arpa", "hello");
    room.run("generate --model x.arpa").fails(&["x.arpa", "\\data\\"]);
}

#[test]
fn a_gpt_looks_back_and_its_damaged_files_are_named() {
    let room = Room::new();
    with_gpt(&room);
    let page = room.run("generate 买瓜 --model gpt/ --trace --max-tokens 2").ok().stdout;
    assert!(page.contains("layer 1, head 2") && page.contains("16 numbers"), "{page}");
    let json = room.run("generate 买瓜 --model gpt/ --trace --max-tokens 1 --format json").ok().json();
    let weights = json["tokens"][0]["attention"]["weights"][0][0].as_array().unwrap();
    assert!((weights.iter().map(|w| w.as_f64().unwrap()).sum::<f64>() - 1.0).abs() < 1e-5);

    let config = room.read("gpt/config.json");
    room.file("gpt/config.json", config.replace("\"n_layer\": 1", "\"n_layer\": 2"));
    room.run("generate --model gpt/").fails(&["gpt/", "transformer.h.1", "do not belong together"]);
    room.file("gpt/config.json", "{");
    room.run("generate --model gpt/").fails(&["config.json cannot be read"]);
    room.file("gpt/config.json", config);
    let weights = std::fs::read(room.path("gpt/model.safetensors")).unwrap();
    room.file("gpt/model.safetensors", &weights[..weights.len() - 100]);
    room.run("generate --model gpt/").fails(&["gpt/", "the weights end within"]);
    room.file("gpt/model.safetensors", weights);
    std::fs::remove_file(room.path("gpt/tokenizer.json")).unwrap();
    room.run("generate --model gpt/").fails(&["gpt/", "tokenizer.json"]);
}
