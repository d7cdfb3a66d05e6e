//! Properties that hold for every input.

mod data;
mod eval;
mod grammar;
mod language;
