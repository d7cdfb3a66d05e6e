//! Where output goes and how it looks there.

use super::Room;
use std::io::Read;
use std::process::Stdio;

#[test]
fn pipes_and_files_get_no_colours() {
    let room = Room::new();
    assert!(!room.run("classify").ok().stdout.contains('\u{1b}'));
    room.run("classify -o page.txt").ok();
    assert_eq!(room.read("page.txt"), room.run("classify").ok().stdout);
}

#[test]
fn colour_can_be_forced_and_forbidden() {
    let room = Room::new();
    let page = |variable: &str| {
        let output = room.command("classify").env(variable, "1").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(page("CLICOLOR_FORCE").contains('\u{1b}'));
    assert!(!page("NO_COLOR").contains('\u{1b}'));
}

#[test]
fn a_closed_pipe_is_silent_success() {
    let room = Room::new();
    for line in ["data make --rows 20000", "classify", "data list"] {
        let mut child = room.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        assert_eq!((child.wait().unwrap().code(), stderr.as_str()), (Some(0), ""), "{line}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let room = Room::new();
    for line in [
        "classify -o nowhere/page.txt",
        "classify -q --save nowhere/page.txt",
        "data export melons -o nowhere/page.txt",
    ] {
        let said = room.run(line).fails(&["nowhere/page.txt", "no folder nowhere"]).stderr;
        assert!(!said.contains(".tmp") && !said.contains(".saving"), "{said}");
    }
    room.run("predict nowhere.json melons").fails(&["nowhere.json", "no such file"]);
}

#[test]
fn documents_are_for_programs() {
    let room = Room::new();
    let csv = room.run("classify --format csv").ok().stdout;
    assert!(csv.starts_with("term,estimate,") && csv.lines().count() == 11, "{csv}");
    let markdown = room.run("regress watermelon-3.0a --format markdown").ok().stdout;
    assert!(markdown.starts_with("# How sweet is it?\n") && markdown.contains("| term | estimate |"), "{markdown}");
    room.run("classify --format json -o r.json").ok();
    assert!(serde_json::from_str::<serde_json::Value>(&room.read("r.json")).is_ok());
}
