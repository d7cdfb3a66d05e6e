//! No file needs itself in the end: whoever reads one can read what it uses first.

use super::modules::Modules;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

/// Circles that are not yet mended, by a file name's beginning. To be emptied, not to be added to.
const KNOWN: &[&str] = &["cli/", "report/", "store/", "task/"];

type Uses<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

#[test]
fn no_file_needs_itself_in_the_end() {
    let modules = Modules::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let circles = circles(&modules.uses());
    let unknown =
        circles.iter().filter(|files| !files.iter().any(|file| KNOWN.iter().any(|room| file.starts_with(room))));
    let unknown: Vec<String> = unknown.map(|files| format!("{} -> {}", files.join(" -> "), files[0])).collect();
    assert!(unknown.is_empty(), "files that need each other:\n{}", unknown.join("\n"));
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
