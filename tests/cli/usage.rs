//! Wrong usage: exit code 2, explained in the user's language.

use super::Room;

#[test]
fn unknown_things_get_suggestions() {
    let room = Room::new();
    room.run("clasify").misused(&["clasify", "Did you mean classify?"]);
    room.run("classify --standardise").misused(&["--standardise", "--standardize"]);
    room.run("clasify --lang zh").misused(&["没有", "是不是想写 classify"]);
    room.run("classify --standardise --lang zh").misused(&["没有", "--standardize"]);
}

#[test]
fn an_option_of_other_commands_is_named_with_them() {
    let room = Room::new();
    room.run("predict m.json x.csv --memory 1GB").misused(&["--memory", "belongs to classify", "leave the option out"]);
    room.run("predict m.json x.csv --memory 1GB --lang zh").misused(&["--memory", "classify", "去掉这个选项"]);
    room.run("classify --k-range 2..4").misused(&["melon classify has no --k-range. It belongs to cluster."]);
}

/// An option that would change nothing is not passed over in silence.
#[test]
fn options_of_another_model_are_refused() {
    let room = Room::new();
    for (line, option) in [
        ("classify --model naive-bayes --l2 3", "--l2"),
        ("classify --model naive-bayes --engine linfa", "--engine"),
        ("classify --model knn --standardize", "--standardize"),
        ("classify --k 3", "--k"),
        ("compare --models naive-bayes,ngram --l2 3", "--l2"),
        ("compare --k 3", "--k"),
        ("curve --models naive-bayes --l2 0,1", "--l2"),
        ("curve --k 3", "--k"),
    ] {
        room.run(line).misused(&[option, "means nothing to", "Leave it out"]);
        room.run(&format!("{line} --lang zh")).misused(&[option, "没有意义"]);
    }
    room.run("classify --model knn --k 17").misused(&["--k cannot be 17", "1 to 13"]);
    room.run("classify --model knn --k 18").misused(&["--k cannot be 18", "1 to 13"]);
    room.run("classify --model knn --k 17 --cv none").ok();
    room.run("classify --format xml --lang zh").misused(&["text、json"]);
}

#[test]
fn bad_values_are_named_with_what_is_wanted() {
    let room = Room::new();
    room.run("classify --l2 much").misused(&["--l2", "much", "penalty"]);
    room.run("classify --l2 much --lang zh").misused(&["--l2", "much", "惩罚"]);
    room.run("classify --format xml").misused(&["--format", "xml", "json"]);
    room.run("classify --cv 1").misused(&["--cv", "1", "loo"]);
    room.run("classify --l2 -1").misused(&["--l2", "-1", "not below 0"]);
    room.run("classify --threshold 2").misused(&["--threshold", "2", "between 0 and 1"]);
    room.run("classify --cv 99").fails(&["17", "99", "--cv"]);
    room.run("classify --delimiter abc").misused(&["--delimiter", "abc"]);
    room.run("predict").misused(&["MODEL"]);
    room.run("classify --target").misused(&["--target"]);
    for (line, option, means) in [
        ("tree --max-depth -1", "--max-depth", "It means"),
        ("classify --model knn --k -1", "--k", "It means"),
        ("cluster --n-init -3", "--n-init", "It means"),
        ("generate --max-tokens -1", "--max-tokens", "It means"),
        ("data show melon-field --rows -5", "--rows", "It means"),
    ] {
        let run = room.run(line).misused(&[option, "cannot be -", means]);
        assert!(!run.stderr.contains("no option"), "{line}: {}", run.stderr);
    }
    room.run("tree --max-depth -1 --lang zh").misused(&["--max-depth", "-1", "它是"]);
}
