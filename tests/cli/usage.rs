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
}
