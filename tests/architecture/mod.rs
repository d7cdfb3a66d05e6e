//! The rules of the house, held by reading the source.

mod circles;
mod modules;
mod tokens;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up. A room may import rooms of a lower floor, and neighbours
/// on its own floor as long as no two import each other.
const FLOORS: &[&[&str]] = &[
    &["math"],
    &["data", "rng"],
    &["model", "lm", "engine", "eval"],
    &["train"],
    &["task"],
    &["store", "report"],
    &["web"],
    &["cli"],
    &["main"],
];

/// Crates that only some rooms may know.
const RESTRICTED: &[(&str, &[&str])] = &[
    ("clap", &["cli", "main"]),
    ("indicatif", &["cli", "main"]),
    ("anstream", &["cli", "main"]),
    ("linfa", &["engine/linfa.rs", "engine/mod.rs", "eval"]), // mod.rs names its own module
    ("linfa_logistic", &["engine/linfa.rs"]),
    ("linfa_linear", &["engine/linfa.rs"]),
    ("linfa_clustering", &["engine/linfa.rs"]),
    ("std::fs", &["data/read", "store", "cli", "main"]),
    ("axum", &["web/server"]),
    ("tokio", &["web/server"]),
    ("std::net", &["web/server"]),
    ("std::process::exit", &["main"]),
    ("process::exit", &["main"]),
];

/// Room, path below `src/`, and the text without comments and unit tests.
fn sources() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(describe(&root, &path));
            }
        }
    }
    found
}

fn describe(root: &Path, path: &PathBuf) -> (String, String, String) {
    let below = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    let room = below.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let code = (code.lines().filter(|line| !line.trim_start().starts_with("//"))).collect::<Vec<_>>().join("\n");
    (room, below, code)
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The rooms named in `text` behind `crate::` (or `melon::`, in the binary).
fn imported_rooms(text: &str) -> Vec<&str> {
    let names = |prefix: &'static str| {
        text.match_indices(prefix).flat_map(move |(at, _)| {
            let rest = &text[at + prefix.len()..];
            let list = if let Some(list) = rest.strip_prefix('{') { list.split('}').next().unwrap() } else { rest };
            let many = rest.starts_with('{');
            let heads = list
                .split(',')
                .map(|part| part.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap());
            heads.take(if many { usize::MAX } else { 1 }).collect::<Vec<_>>()
        })
    };
    names("crate::").chain(names("melon::")).filter(|name| floor(name).is_some()).collect()
}

#[test]
fn every_planned_room_exists() {
    let rooms: Vec<String> = sources().into_iter().map(|(room, ..)| room).collect();
    let missing: Vec<&&str> =
        FLOORS.iter().copied().flatten().filter(|room| !rooms.iter().any(|r| r == **room)).collect();
    assert!(missing.is_empty(), "no such room: {missing:?}");
}

#[test]
fn imports_point_down_only() {
    let mut neighbours: BTreeMap<(String, String), String> = BTreeMap::new();
    for (room, path, code) in sources().iter().filter(|(room, ..)| room != "lib") {
        let own = floor(room).unwrap_or_else(|| panic!("{path}: no floor is planned for the room `{room}`"));
        for other in imported_rooms(code).into_iter().filter(|other| other != room) {
            let theirs = floor(other).unwrap();
            assert!(theirs <= own, "{path} imports `{other}`, which lies above `{room}`");
            if theirs == own {
                neighbours.insert((room.clone(), other.to_owned()), path.clone());
            }
        }
    }
    for ((room, other), path) in &neighbours {
        let back = (other.clone(), room.clone());
        assert!(!neighbours.contains_key(&back), "{path}: `{room}` and `{other}` import each other");
    }
}

#[test]
fn only_the_edge_knows_the_world() {
    for (_, path, code) in sources() {
        for (name, rooms) in RESTRICTED {
            let allowed = rooms.iter().any(|room| path.starts_with(room));
            let used = code.match_indices(name).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                let after = code[at + name.len()..].chars().next();
                !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '/')
                    && (after == Some(':') || name.contains("::"))
            });
            assert!(allowed || !used, "{path} uses `{name}`, which belongs in {rooms:?}");
        }
    }
}

#[test]
fn nothing_prints_below_the_command_line() {
    for (room, path, code) in sources() {
        let prints = ["println!", "eprintln!", "print!(", "eprint!(", "dbg!"].iter().any(|m| code.contains(m));
        assert!(!prints || room == "main", "{path} prints: only the edge does, and never with `println!`");
    }
}
