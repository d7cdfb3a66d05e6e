//! The rules of the house, held by reading the source.

mod circles;
mod modules;
mod tokens;

use modules::Modules;
use std::collections::BTreeMap;
use std::path::Path;

/// The rooms from the ground up. A room may import rooms of a lower floor, and neighbours
/// on its own floor as long as no two import each other.
const FLOORS: &[&[&str]] = &[
    &["math"],
    &["data", "rng"],
    &["model", "lm", "engine", "eval"],
    &["train"],
    &["task"],
    &["store", "report", "distributed"],
    &["web"],
    &["cli"],
    &["main"],
];

/// What only some rooms may know.
const RESTRICTED: &[(&str, &[&str])] = &[
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("anstream", &["cli"]),
    ("terminal_size", &["cli"]),
    ("signal_hook", &["cli/interrupt.rs"]),
    ("libc", &["cli/interrupt.rs"]),
    ("sys_locale", &["cli"]),
    ("linfa", &["engine/linfa.rs", "eval"]),
    ("resvg", &["cli/png.rs"]),
    ("prost", &["report/export/onnx"]),
    ("saphyr_parser", &["task/lab/form"]), // a form is what its entries say, whatever it is written in
    ("toml_edit", &["task/lab/form"]),
    ("maud", &["report/render"]), // a page is data: only a renderer knows HTML, a terminal's table, a colour
    ("comfy_table", &["report/render"]),
    ("anstyle", &["report/render"]),
    ("tokenizers", &["lm/tokenizer"]),
    ("safetensors", &["store"]),
    ("calamine", &["data/read"]),
    ("rand_xoshiro", &["rng.rs"]), // whatever is random comes from a named stream
    ("rand::rngs", &["web/server/token.rs"]), // a secret, which no seed may give
    ("linfa_logistic", &["engine/linfa.rs"]),
    ("linfa_linear", &["engine/linfa.rs"]),
    ("linfa_clustering", &["engine/linfa.rs"]),
    ("std::fs", &["data/read", "store", "cli/lab_run.rs", "cli/doctor.rs"]), // a folder for a student; what the system says
    ("axum", &["web/server"]),
    ("tokio", &["web/server", "distributed"]),
    ("datafusion", &["distributed"]),
    ("datafusion_proto", &["distributed"]),
    ("ballista", &["distributed"]),
    ("ballista_core", &["distributed"]),
    ("ballista_scheduler", &["distributed"]),
    ("ballista_executor", &["distributed"]),
    ("object_store", &["distributed"]),
    ("std::net", &["web/server", "distributed", "cli/distributed"]),
    ("std::env", &["cli", "main.rs"]),
    ("std::process", &["main.rs", "cli/browser.rs", "cli/lab_run.rs"]), // who run other programs
];

fn modules() -> Modules {
    Modules::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// The room of a file below `src/`: its folder, or the file itself.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The room that a path leads to, behind `crate::` (or `melon::`, in the binary).
fn room_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("crate::").or_else(|| path.strip_prefix("melon::"))?;
    rest.split("::").next().filter(|name| floor(name).is_some())
}

/// Whether `path` is `name` or lies below it.
fn lies_in(path: &str, name: &str, separator: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(separator))
}

#[test]
fn every_planned_room_exists() {
    let modules = modules();
    let paths = modules.paths();
    let is_missing = |planned: &&&str| !paths.keys().any(|file| room(file) == **planned);
    let missing: Vec<&&str> = FLOORS.iter().copied().flatten().filter(is_missing).collect();
    assert!(missing.is_empty(), "no such room: {missing:?}");
}

#[test]
fn imports_point_down_only() {
    let mut neighbours: BTreeMap<(String, String), String> = BTreeMap::new();
    for (file, paths) in modules().paths().iter().filter(|(file, _)| **file != "lib.rs") {
        let here = room(file);
        let own = floor(here).unwrap_or_else(|| panic!("{file}: no floor is planned for the room `{here}`"));
        for other in paths.iter().filter_map(|path| room_of(path)).filter(|other| *other != here) {
            let theirs = floor(other).unwrap();
            assert!(theirs <= own, "{file} imports `{other}`, which lies above `{here}`");
            if theirs == own {
                neighbours.insert((here.to_owned(), other.to_owned()), (*file).to_owned());
            }
        }
    }
    for ((room, other), file) in &neighbours {
        let back = (other.clone(), room.clone());
        assert!(!neighbours.contains_key(&back), "{file}: `{room}` and `{other}` import each other");
    }
}

#[test]
fn a_room_is_seen_in_every_spelling() {
    let leads_to_web = |source: &str| {
        let modules = Modules::of(&[("task/x".to_owned(), source.to_owned())]);
        modules.paths().values().flatten().any(|path| room_of(path) == Some("web"))
    };
    for source in [
        "use crate::web::ask;",
        "use crate::web::*;",
        "fn f() { crate::web::ask() }",
        "use super::super::web::*;",
        "use super::super::web; fn f() { web::ask() }",
        "fn f() { super::super::web::ask() }",
    ] {
        assert!(leads_to_web(source), "{source}");
    }
    for source in ["// crate::web::ask()", "fn f() { \"crate::web::ask()\"; }", "use super::web::*;"] {
        assert!(!leads_to_web(source), "{source}");
    }
}

/// The restricted paths that these files use where they must not.
fn trespasses(modules: &Modules) -> Vec<String> {
    let mut found = Vec::new();
    for (file, paths) in modules.paths() {
        for (name, rooms) in RESTRICTED {
            let is_allowed = rooms.iter().any(|room| lies_in(file, room, "/"));
            let used = paths.iter().find(|path| lies_in(path, name, "::"));
            found.extend(
                used.filter(|_| !is_allowed).map(|path| format!("{file} uses `{path}`, which belongs in {rooms:?}")),
            );
        }
    }
    found
}

#[test]
fn only_the_edge_knows_the_world() {
    let found = trespasses(&modules());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_world_is_seen_in_every_spelling() {
    let trespass = |source: &str| !trespasses(&Modules::of(&[("task/x".to_owned(), source.to_owned())])).is_empty();
    for source in [
        "use std::fs;",
        "use std::{io, fs as files};",
        "use std::{collections::{BTreeMap, BTreeSet}, fs::{read, write}};",
        "use std::fs::*;",
        "fn f() { std::fs::read(\"x\"); }",
        "use std::process; fn f() { process::exit(1) }",
        "use clap::{Parser, Args};",
        "use std::{env, io};",
        "fn f() { let _ = std::env::var(\"LANG\"); }",
        "fn f() -> usize { use terminal_size::{terminal_size, Width}; 80 }",
        "use {serde::Serialize, std::{io::{self, Read}, net::{IpAddr, TcpStream}}};",
        "pub use std::process::Command as Program;",
    ] {
        assert!(trespass(source), "{source}");
    }
    for source in ["use std::io;", "// use std::fs;", "use crate::fs::read;", "#[cfg(test)] mod tests { use std::fs; }"]
    {
        assert!(!trespass(source), "{source}");
    }
}

#[test]
fn a_macro_is_told_from_a_name() {
    let printing = |source: &str| {
        let modules = Modules::of(&[("task/x".to_owned(), source.to_owned())]);
        modules.macros().any(|(_, macros)| macros.contains("print"))
    };
    assert!(printing("fn f() { print!(\"x\") }") && printing("fn f() { std::print!(\"x\") }"));
    assert!(!printing("fn print() { self.print(); print != 1; \"print!\" }"));
}

#[test]
fn nothing_prints_below_the_command_line() {
    for (file, macros) in modules().macros() {
        let prints = ["println", "eprintln", "print", "eprint", "dbg"].iter().any(|name| macros.contains(*name));
        assert!(!prints || room(file) == "main", "{file} prints: only the edge does, and never with `println!`");
    }
}
