//! The files of the crate as modules: which file each name that a file uses comes from.

use super::tokens::tokens;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A path such as `crate::data::Table`, in parts.
type Names = Vec<String>;

/// One file.
#[derive(Default)]
struct Module {
    /// Below `src/`.
    file: String,
    /// The items that are written in it.
    items: BTreeSet<String>,
    /// What it calls something from elsewhere, and where that is; whether it hands it on (`pub use`).
    imports: BTreeMap<String, (Names, bool)>,
    /// Modules from which it imports everything (`use a::b::*`); whether it hands that on (`pub use`).
    globs: Vec<(Names, bool)>,
    /// All paths and single names in its code.
    mentioned: BTreeSet<Names>,
    /// The macros that it calls, by their last names.
    macros: BTreeSet<String>,
}

/// All files below `src/`, by their module path: `data::table`, and `` for `lib.rs`.
pub struct Modules(BTreeMap<Names, Module>);

/// Where a path leads.
enum Found {
    /// To a module as such.
    Module(Names),
    /// To an item of this module.
    Item(Names),
}

impl Modules {
    /// Reads the whole crate.
    pub fn read(src: &Path) -> Modules {
        let mut files = Vec::new();
        let mut folders = vec![src.to_owned()];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
                let file = path.strip_prefix(src).unwrap().to_string_lossy().replace('\\', "/");
                if path.is_dir() {
                    folders.push(path);
                } else if let Some(stem) = file.strip_suffix(".rs") {
                    files.push((stem.to_owned(), fs::read_to_string(&path).unwrap()));
                }
            }
        }
        Modules::of(&files)
    }

    /// Of files, each a path below `src/` without `.rs` and its source.
    pub fn of(files: &[(String, String)]) -> Modules {
        let place = |stem: &str| -> Names {
            let parts: Vec<&str> = stem.split('/').collect();
            let folder = if matches!(parts[parts.len() - 1], "lib" | "mod") { parts.len() - 1 } else { parts.len() };
            parts[..folder].iter().map(|part| (*part).to_owned()).collect()
        };
        let module = |(stem, source): &(String, String)| (place(stem), parse(format!("{stem}.rs"), &tokens(source)));
        Modules(files.iter().map(module).collect())
    }

    /// For each file but those for tests the other files whose items it uses.
    ///
    /// What a file only hands on (`pub use`) it does not use, and whoever takes it there
    /// uses the file that it is written in.
    pub fn uses(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let of = |place: &Names| {
            let module = &self.0[place];
            let mentioned = |name: &String| module.mentioned.contains(std::slice::from_ref(name));
            let imports = module.imports.iter().filter(|(name, (_, public))| !public || mentioned(name));
            let paths = imports.map(|(_, (path, _))| path).chain(module.mentioned.iter().filter(|path| path.len() > 1));
            let named = paths.filter_map(|path| match self.find(place, path)? {
                Found::Item(other) => Some(other),
                Found::Module(_) => None,
            });
            let others = named.chain(self.globbed(place)).filter(|other| other != place);
            others.map(|other| self.0[&other].file.as_str()).collect()
        };
        let modules = self.0.iter().filter(|(_, module)| !is_for_tests(&module.file));
        modules.map(|(place, module)| (module.file.as_str(), of(place))).collect()
    }

    /// The files that the one at `place` uses by `use x::*`: that of `x`, unless it only hands it
    /// on, and those of the names that it has from there.
    fn globbed(&self, place: &Names) -> BTreeSet<Names> {
        let module = &self.0[place];
        let mut used = BTreeSet::new();
        for (glob, public) in &module.globs {
            let Some(Found::Module(from) | Found::Item(from)) = self.find(place, glob) else { continue };
            let unknown = module.mentioned.iter().filter(|path| !self.knows(place, &path[0]));
            used.extend(unknown.filter_map(|path| match self.descend(from.clone(), path)? {
                Found::Item(other) => Some(other),
                Found::Module(_) => None,
            }));
            if !public {
                used.insert(from);
            }
        }
        used
    }

    /// For each file the paths that it imports or writes; one behind an import, upwards or to a
    /// module below in full: `fs::read` behind `use std::fs` is `std::fs::read`.
    pub fn paths(&self) -> BTreeMap<&str, BTreeSet<String>> {
        let of = |place: &Names, module: &Module| {
            let is_below =
                |name: &String| self.0.contains_key(&[place.as_slice(), std::slice::from_ref(name)].concat());
            let in_full = |path: &Names| match module.imports.get(&path[0]) {
                Some((import, _)) if import[0] != path[0] => [import.as_slice(), &path[1..]].concat(),
                _ => path.clone(),
            };
            let placed = |path: Names| {
                let root = ["crate".to_owned()];
                let n_up = path.iter().take_while(|part| *part == "super").count();
                match place.len().checked_sub(n_up) {
                    Some(kept) if n_up > 0 => [root.as_slice(), &place[..kept], &path[n_up..]].concat(),
                    _ if is_below(&path[0]) => [root.as_slice(), place.as_slice(), path.as_slice()].concat(),
                    _ => path,
                }
            };
            let imports = module.imports.values().chain(&module.globs).map(|(path, _)| path.clone());
            imports.chain(module.mentioned.iter().map(in_full)).map(|path| placed(path).join("::")).collect()
        };
        self.0.iter().map(|(place, module)| (module.file.as_str(), of(place, module))).collect()
    }

    /// For each file the macros that it calls: `println` of `println!(..)`.
    pub fn macros(&self) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.0.values().map(|module| (module.file.as_str(), &module.macros))
    }

    /// Where `path` leads, as written in the file at `place`; `None` if out of the crate.
    fn find(&self, place: &Names, path: &[String]) -> Option<Found> {
        let parent = || place.split_last().map(|(_, parent)| parent.to_vec());
        match (path.first()?.as_str(), &path[1..]) {
            ("crate", rest) => self.descend(Vec::new(), rest),
            ("self", rest) => self.descend(place.clone(), rest),
            ("super", []) => parent().map(Found::Module),
            ("super", rest) if rest[0] == "super" => self.find(&parent()?, rest),
            ("super", rest) => self.descend(parent()?, rest),
            (first, _) if self.knows(place, first) => self.descend(place.clone(), path),
            _ => None,
        }
    }

    /// Follows `path` down from the module at `place`, through re-exports, to an item.
    fn descend(&self, place: Names, path: &[String]) -> Option<Found> {
        let Some((first, rest)) = path.split_first() else { return Some(Found::Module(place)) };
        let child = [place.as_slice(), std::slice::from_ref(first)].concat();
        if self.0.contains_key(&child) {
            return self.descend(child, rest);
        }
        let module = self.0.get(&place)?;
        let imported = match module.imports.get(first) {
            // `use rayon::{self, ..}`: a crate, not an import of the import.
            Some((path, _)) if path.first() == Some(first) && !self.0.contains_key(&child) => None,
            Some((path, _)) => self.find(&place, path),
            // What a module has itself goes before what it has by `*`.
            None if module.items.contains(first) => return Some(Found::Item(place)),
            None => module.globs.iter().find_map(|(glob, _)| match self.find(&place, glob)? {
                Found::Module(glob) if self.knows(&glob, first) => self.descend(glob, std::slice::from_ref(first)),
                _ => None,
            }),
        };
        match imported {
            Some(Found::Module(other)) => self.descend(other, rest),
            item => item,
        }
    }

    /// Whether `name` means something in the module at `place`.
    fn knows(&self, place: &Names, name: &str) -> bool {
        let module = &self.0[place];
        let child = [place.as_slice(), &[name.to_owned()]].concat();
        module.items.contains(name) || module.imports.contains_key(name) || self.0.contains_key(&child)
    }
}

/// Whether a file is one of those that only tests see.
fn is_for_tests(file: &str) -> bool {
    ["tests.rs", "fixtures.rs", "gradient_check.rs", "oracle.rs"].iter().any(|name| file.ends_with(name))
}

fn parse(file: String, tokens: &[String]) -> Module {
    const ITEMS: [&str; 9] = ["fn", "struct", "enum", "trait", "type", "const", "static", "union", "macro_rules"];
    let mut module = Module { file, ..Module::default() };
    let mut at = 0;
    while at < tokens.len() {
        let (token, next) = (tokens[at].as_str(), tokens.get(at + 1).map_or("", String::as_str));
        if token == "use" && next != "<" {
            let end = at + tokens[at..].iter().position(|token| token == ";").expect("a `use` ends");
            let public = at > 0 && ["pub", ")"].contains(&tokens[at - 1].as_str());
            import(&mut module, &tokens[at + 1..end], &[], public);
            at = end + 1;
        } else if ITEMS.contains(&token) && is_name(next) && !is_lifetime(tokens, at) {
            module.items.insert(next.to_owned());
            at += 2;
        } else if token == "mod" {
            at += 2;
        } else if token == "macro_rules" {
            module.items.insert(tokens[at + 2].clone());
            at += 3;
        } else if is_name(token) {
            let length = path_length(&tokens[at..]);
            if tokens.get(at + length).is_some_and(|sign| sign == "!")
                && tokens.get(at + length + 1).is_some_and(|sign| sign != "=")
            {
                module.macros.insert(tokens[at + length - 1].clone());
            }
            module.mentioned.insert(tokens[at..at + length].iter().step_by(2).cloned().collect());
            at += length;
        } else {
            at += 1;
        }
    }
    // A name alone may be the last part of nothing but itself: `Table { .. }`, or the first of `Table::new`.
    let heads: Vec<Names> = module.mentioned.iter().map(|path| path[..1].to_vec()).collect();
    module.mentioned.extend(heads);
    module
}

/// Enters what one `use` tree brings: `a::{self, b as c, d::*}`.
fn import(module: &mut Module, tree: &[String], before: &[String], public: bool) {
    let length = if tree.first().is_some_and(|first| is_name(first)) { path_length(tree) } else { 0 };
    let path: Names = before.iter().chain(tree[..length].iter().step_by(2)).cloned().collect();
    let rest: Vec<&str> = tree[length..].iter().map(String::as_str).collect();
    match rest.as_slice() {
        [] => enter(module, path, None, public),
        ["as", name] => enter(module, path, Some((*name).to_owned()), public),
        ["::", "*"] | ["*"] => module.globs.push((path, public)),
        ["::", "{", .., "}"] | ["{", .., "}"] => {
            let open = length + rest.iter().position(|sign| *sign == "{").unwrap();
            for part in split(&tree[open + 1..tree.len() - 1]) {
                import(module, part, &path, public);
            }
        }
        other => panic!("{}: cannot read the import {other:?}", module.file),
    }
}

fn enter(module: &mut Module, mut path: Names, name: Option<String>, public: bool) {
    if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
        path.pop();
    }
    let name = name.or_else(|| path.last().cloned()).expect("an import has a name");
    module.imports.insert(name, (path, public));
}

/// The parts of a list between its outer commas.
fn split(list: &[String]) -> Vec<&[String]> {
    let mut depth = 0;
    let parts = list.split(|token| {
        depth += i32::from(token == "{") - i32::from(token == "}");
        token == "," && depth == 0
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// How many tokens the path takes that `tokens` begin with: `a :: b :: c` takes five.
fn path_length(tokens: &[String]) -> usize {
    let mut length = 1;
    while tokens.get(length).is_some_and(|sign| sign == "::")
        && tokens.get(length + 1).is_some_and(|name| is_name(name))
    {
        length += 2;
    }
    length
}

/// Whether the token at this place is the name of a lifetime: `static` in `&'static str`.
fn is_lifetime(tokens: &[String], at: usize) -> bool {
    at > 0 && tokens[at - 1] == "'"
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
