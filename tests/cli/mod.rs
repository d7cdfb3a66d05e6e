//! The real binary, in private folders: good and bad input for every command.

mod bad_data;
mod chat;
mod classify;
mod cluster;
mod compare;
mod curve;
mod data;
mod distributed;
mod doctor;
mod doubts;
mod explain;
mod export;
mod faults;
mod finetune;
mod generate;
mod help;
mod in_passes;
mod lab;
mod ladder;
mod output;
mod predict;
mod pretrain;
mod pretrained;
mod readme;
mod regress;
mod report;
mod scale;
mod score;
mod script;
mod serve;
mod tables;
mod teach;
mod tour;
mod tree;
mod usage;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A private folder, and the binary run inside it in a known environment.
pub struct Room(tempfile::TempDir);

/// The words of a command line; what stands in single quotes is one.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split('\'').enumerate();
    parts.flat_map(|(i, part)| if i % 2 == 1 { vec![part] } else { part.split_whitespace().collect() }).collect()
}

impl Room {
    pub fn new() -> Room {
        Room(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file and returns its name.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), content).unwrap();
        name.to_owned()
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The command with these arguments, in English unless they say otherwise.
    pub fn command(&self, line: &str) -> Command {
        let mut command = Command::new(binary());
        command.args(words(line)).current_dir(self.0.path());
        command.env_clear().env("LANG", "en_US.UTF-8");
        command
    }

    pub fn run(&self, line: &str) -> Run {
        Run::of(self.command(line).output().unwrap())
    }

    pub fn run_with_input(&self, line: &str, input: &[u8]) -> Run {
        use std::io::Write;
        use std::process::Stdio;
        let mut command = self.command(line);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Run::of(child.wait_with_output().unwrap())
    }
}

pub fn binary() -> &'static Path {
    assert_cmd::cargo::cargo_bin!("melon")
}

/// What came out.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    pub fn of(output: Output) -> Run {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Done: exit code 0.
    #[track_caller]
    pub fn ok(self) -> Run {
        assert_eq!(self.code, 0, "{}", self.stderr);
        self
    }

    /// Failed: exit code 1, nothing on stdout, and everything in `said` on stderr (in any case).
    #[track_caller]
    pub fn fails(self, said: &[&str]) -> Run {
        self.ends(1, said)
    }

    /// Wrong usage: exit code 2, likewise.
    #[track_caller]
    pub fn misused(self, said: &[&str]) -> Run {
        self.ends(2, said)
    }

    #[track_caller]
    fn ends(self, code: i32, said: &[&str]) -> Run {
        assert_eq!((self.code, self.stdout.as_str()), (code, ""), "{}", self.stderr);
        for part in said {
            let found = self.stderr.to_lowercase().contains(&part.to_lowercase());
            assert!(found, "`{part}` is not in: {}", self.stderr);
        }
        assert!(!self.stderr.contains("panicked") && !self.stderr.contains("Error {"), "{}", self.stderr);
        self
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap()
    }
}

/// The keys of a JSON object.
pub fn keys(value: &serde_json::Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Asserts that an object has these keys, whatever else it has.
#[track_caller]
pub fn has_keys(value: &serde_json::Value, wanted: &str) {
    for key in wanted.split_whitespace() {
        assert!(keys(value).contains(&key), "`{key}` is not among {:?}", keys(value));
    }
}
