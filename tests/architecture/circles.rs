//! No file needs itself in the end, so that each can be read after those that it uses.
//!
//! What counts is the names that a file imports, has by `use x::*` or writes as a path, followed
//! through re-exports to the file that they are written in, and the module `x` itself. Calls of
//! methods are not seen.

use super::modules::Modules;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

type Uses<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

#[test]
fn no_file_needs_itself_in_the_end() {
    let modules = Modules::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let uses = modules.uses();
    let found: Vec<String> =
        circles(&uses).into_iter().map(|files| format!("{} -> {}", files.join(" -> "), files[0])).collect();
    assert!(found.is_empty(), "files that need each other:\n{}", found.join("\n"));
}

/// The shortest circle through each file that is on one; each circle once.
fn circles<'a>(uses: &Uses<'a>) -> BTreeSet<Vec<&'a str>> {
    let through = |file: &&'a str| {
        let mut circle = shortest_way(uses, file, file)?;
        let first = circle.iter().enumerate().min_by_key(|(_, file)| **file)?.0;
        circle.rotate_left(first);
        Some(circle)
    };
    uses.keys().filter_map(through).collect()
}

/// The files on the shortest way from one to the other, `to` left out.
fn shortest_way<'a>(uses: &Uses<'a>, from: &'a str, to: &str) -> Option<Vec<&'a str>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(file) = waiting.pop_front() {
        for &next in &uses[file] {
            if next == to {
                let mut way = vec![file];
                while let Some(&before) = came_from.get(way[way.len() - 1]).filter(|_| way[way.len() - 1] != from) {
                    way.push(before);
                }
                way.reverse();
                return Some(way);
            }
            if !came_from.contains_key(next) {
                came_from.insert(next, file);
                waiting.push_back(next);
            }
        }
    }
    None
}

#[test]
fn a_circle_is_found_where_there_is_one() {
    let parent = "mod child; pub use child::Child; pub struct Shared;";
    let calling = "mod child; pub struct Shared; fn call() { child::run() } // use child::other";
    let child =
        "use super::Shared; pub struct Child(Shared); pub fn run() {} #[cfg(test)] mod tests { use super::super::x; }";
    let circles_of = |parent: &str, child: &str| {
        let file = |stem: &str, source: &str| (stem.to_owned(), source.to_owned());
        let files = [file("lib", "mod room;"), file("room/mod", parent), file("room/child", child)];
        let modules = Modules::of(&files);
        circles(&modules.uses()).into_iter().map(|files| files.join(" ")).collect::<Vec<_>>()
    };
    assert!(circles_of(parent, child).is_empty(), "to hand on is not to need");
    assert_eq!(circles_of(calling, child), ["room/child.rs room/mod.rs"]);
    assert!(circles_of(calling, "pub fn run() { \"super::Shared\"; }").is_empty());
    assert_eq!(circles_of(calling, "pub fn run() { crate::room::Shared; }"), ["room/child.rs room/mod.rs"]);
    assert_eq!(circles_of(calling, "use super::*; pub fn run() {}"), ["room/child.rs room/mod.rs"]);
    let handing_on = "mod child; pub use child::*; pub struct Shared;";
    assert!(circles_of(handing_on, child).is_empty(), "to hand all of it on is not to need it either");
    let needing = format!("{handing_on} fn call() -> Child {{ Child::new() }}");
    assert_eq!(circles_of(&needing, child), ["room/child.rs room/mod.rs"]);
}
