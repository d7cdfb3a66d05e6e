//! Inputs that are changed at random until something breaks.
//!
//! A target takes bytes and panics where what it says of them does not hold: nothing panics, ends
//! too late or asks for memory without bounds; what is written is read back; the ways to read
//! agree. Each begins from what lies in `corpus/TARGET`: inputs that broke something once, and a
//! few that are right. As they are they run in every test; for longer, changed at random:
//!
//! ```sh
//! fuzz/run 600
//! ```
//!
//! That is `cargo fuzz` over these targets, or else `MELON_FUZZ_SECS=600 cargo test --test main fuzz`,
//! whose changes are the same each time: another `MELON_FUZZ_SEED` makes others.
//! What broke something is kept in the folder for temporary files and named; put it into the corpus.

mod change;
mod targets;

use change::Changes;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// Changed inputs of a target where no time is given.
const N_CHANGED: usize = 60;
/// No input, however it was changed, may take longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The kept inputs of a target, in the order of their names.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// Runs one input, and keeps it where it breaks something.
fn try_one(name: &str, target: fn(&[u8]), input: &[u8]) {
    let start = Instant::now();
    let ran = catch_unwind(AssertUnwindSafe(|| target(input)));
    let took = start.elapsed();
    if ran.is_err() || took > PATIENCE {
        let kept = std::env::temp_dir().join(format!("melon-fuzz-{name}"));
        std::fs::write(&kept, input).unwrap();
        panic!("{name}: {} breaks it after {took:?}", kept.display());
    }
}

fn run(name: &str, target: fn(&[u8])) {
    let corpus = corpus(name);
    assert!(!corpus.is_empty());
    corpus.iter().for_each(|input| try_one(name, target, input));
    let secs: Option<u64> = std::env::var("MELON_FUZZ_SECS").ok().map(|secs| secs.parse().unwrap());
    let seed: Option<u64> = std::env::var("MELON_FUZZ_SEED").ok().map(|seed| seed.parse().unwrap());
    let mut changes = Changes::new(&corpus, seed.unwrap_or(1));
    let start = Instant::now();
    let mut n = 0;
    while secs.map_or(n < N_CHANGED, |secs| start.elapsed() < Duration::from_secs(secs)) {
        try_one(name, target, &changes.next());
        n += 1;
    }
}

macro_rules! targets {
    ($($name:ident)*) => { $(
        #[test]
        fn $name() {
            run(stringify!($name), targets::$name);
        }
    )* };
}

targets! { arpa chat gpt melon ngram saved table table_fits tokenizer }
