//! The emergence lab, kept as it goes: what is done is taken up again, and what is missing is
//! trained.

pub mod cache;
mod run;

pub use run::{ScaleRun, ScaleRunError};
