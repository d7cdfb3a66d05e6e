//! The targets of `tests/fuzz`, which says what must hold of any bytes.

#[path = "../tests/fuzz/targets.rs"]
pub mod targets;
