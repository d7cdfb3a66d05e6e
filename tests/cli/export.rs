//! `melon export`: what it writes and what it refuses. Its answers: `tests/golden/export.rs`.

use super::Room;

#[test]
fn a_python_file_explains_itself_in_the_readers_language() {
    let room = Room::new();
    room.run("classify --save model.json -q").ok();
    room.run("export model.json --to python -o en.py").ok();
    room.run("export model.json --to python -o zh.py --lang zh").ok();
    let [en, zh] = [room.read("en.py"), room.read("zh.py")];
    let above = |text: &str| text.split("OTHER_NAMES").next().unwrap().to_owned();
    assert!(above(&en).is_ascii() && en.contains("# Logistic regression, learned from the 17 rows of melons"), "{en}");
    assert!(zh.contains("# 逻辑回归，从 melons 的 17 行学来") && zh.contains("\"色泽\""), "{zh}");
    assert!(en.contains("# predict({\"column\": \"value\", ...}) answers"), "{en}");
    // `--names` decides about names alone.
    room.run("export model.json --to python --names zh -o own.py").ok();
    assert!(room.read("own.py").contains("\"P(好瓜=是)\""));
}

#[test]
fn what_is_no_model_of_a_table_is_refused() {
    let room = Room::new();
    room.file("table.csv", "a,b\n1,2\n");
    room.run("export table.csv --to onnx -o m.onnx").fails(&["table.csv"]);
    room.run("export none.json --to onnx -o m.onnx").fails(&["none.json", "no such file"]);
    std::fs::create_dir(room.path("empty")).unwrap();
    room.run("export empty --to onnx -o m.onnx").fails(&["empty", "config.json"]);
    room.run("export gpt --to python -o m.py").misused(&["gpt is a language model", "--to onnx"]);
    room.run("classify --save model.json -q").ok();
    room.run("export model.json --to pickle -o m.pkl").misused(&["pickle", "onnx"]);
    room.run("export model.json --to onnx").misused(&["--output"]);
    room.run("export model.json --to onnx -o model.json").misused(&["model.json"]);
    assert!(!room.path("m.onnx").exists());
}

/// A name is text in the file, whatever is in it.
#[test]
fn names_do_not_break_out_of_the_file() {
    let room = Room::new();
    let header = "\"a\"\"\"\"\"\"\nimport os #\",y";
    room.file("odd.csv", format!("{header}\n1,u\n2,v\n3,u\n4,v\n5,u\n6,v\n"));
    room.run("classify odd.csv --target y --save model.json -q").ok();
    room.run("export model.json --to python -o m.py").ok();
    assert!(!room.read("m.py").lines().any(|line| line.starts_with("import os")), "{}", room.read("m.py"));
}
