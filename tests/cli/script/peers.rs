//! Who can run a script: the real Python, the real R, the real kernel of a notebook.

use crate::cli::Room;
use serde_json::Value;
use std::process::Command;

/// Someone who runs scripts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Peer {
    Python,
    R,
    Notebook,
}

/// Python with what the scripts need.
const PYTHON: &str =
    "import sklearn, pandas, scipy; assert tuple(map(int, sklearn.__version__.split('.')[:2])) >= (1, 7)";
/// Runs every cell of a notebook in a kernel, and prints what the cells print.
const EXECUTE: &str = r#"
import sys, nbclient, nbformat
book = nbformat.read(sys.argv[1], 4)
nbformat.validate(book)
nbclient.NotebookClient(book, timeout=300, kernel_name="python3").execute()
for cell in book.cells:
    for output in cell.get("outputs", []):
        if output.output_type == "stream" and output.name == "stdout":
            sys.stdout.write(output.text)
"#;
/// As exact as the issue of the figures wants it: 1e-6, and relative for large ones.
const CLOSE: f64 = 1e-6;

impl Peer {
    /// How the files that it runs end.
    pub fn ending(self) -> &'static str {
        match self {
            Peer::Python => "py",
            Peer::R => "R",
            Peer::Notebook => "ipynb",
        }
    }

    /// Of Python the one that the tests are given, where they are given one.
    fn command(self) -> Command {
        let python = || std::env::var("MELON_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        Command::new(if self == Peer::R { "Rscript".to_owned() } else { python() })
    }

    fn is_there(self) -> bool {
        let probe = match self {
            Peer::Python => vec!["-c".to_owned(), PYTHON.to_owned()],
            Peer::R => vec!["-e".to_owned(), "stopifnot(getRversion() >= '4.0')".to_owned()],
            Peer::Notebook => vec!["-c".to_owned(), format!("import nbclient, ipykernel\n{PYTHON}")],
        };
        self.command().args(probe).output().is_ok_and(|output| output.status.success())
    }

    /// What the script prints.
    pub fn run(self, room: &Room, file: &str) -> String {
        let mut command = self.command();
        if self == Peer::Notebook {
            command.args(["-c", EXECUTE]);
        }
        let output = command
            .arg(file)
            .current_dir(room.path(""))
            .env("PYTHONUTF8", "1")
            .env("LC_ALL", "C.UTF-8")
            .output()
            .unwrap();
        assert!(output.status.success(), "{file}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

/// Those that are installed; those that are not are named aloud.
fn installed(all: &[Peer]) -> Vec<Peer> {
    let is_there = |peer: &Peer| {
        let found = peer.is_there();
        if !found {
            eprintln!("NOT CHECKED: no {peer:?} with what the scripts need; they were written, but not run.");
        }
        found
    };
    all.iter().copied().filter(is_there).collect()
}

/// Python and R.
pub fn peers() -> Vec<Peer> {
    installed(&[Peer::Python, Peer::R])
}

/// The notebook's kernel.
pub fn notebooks() -> Vec<Peer> {
    installed(&[Peer::Notebook])
}

/// A table that a script prints.
pub struct Printed {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Printed {
    /// Where a column stands.
    #[track_caller]
    pub fn place(&self, name: &str) -> usize {
        self.header.iter().position(|own| own == name).unwrap_or_else(|| panic!("no {name} in {:?}", self.header))
    }
}

/// The tables that a script prints, a blank line between.
pub fn tables(printed: &str) -> Vec<Printed> {
    let blocks = printed.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    let read = |block: &str| {
        let mut reader = csv::Reader::from_reader(block.as_bytes());
        let line = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
        let header = line(reader.headers().unwrap());
        Printed { header, rows: reader.records().map(|record| line(&record.unwrap())).collect() }
    };
    blocks.map(read).collect()
}

#[track_caller]
pub fn assert_close(theirs: &str, ours: &Value, at: &str) {
    let (theirs, ours): (f64, f64) =
        (theirs.parse().unwrap_or_else(|_| panic!("{at}: {theirs}")), ours.as_f64().unwrap());
    assert!((theirs - ours).abs() <= CLOSE * ours.abs().max(1.0), "{at}: theirs {theirs}, ours {ours}");
}

/// The same to seven digits, however small it is; standard errors and p-values are.
#[track_caller]
pub fn assert_same(theirs: &str, ours: &Value, at: &str) {
    let (theirs, ours): (f64, f64) =
        (theirs.parse().unwrap_or_else(|_| panic!("{at}: {theirs}")), ours.as_f64().unwrap_or(f64::NAN));
    assert!((theirs - ours).abs() <= 1e-7 * ours.abs() + 1e-14, "{at}: theirs {theirs}, ours {ours}");
}
