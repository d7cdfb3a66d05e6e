//! The page in a browser: one protocol, and two ways to speak it.
//!
//! ```text
//! request JSON -> answer -> event JSON, event JSON, ...
//! ```
//!
//! [`answer`] is the whole protocol: a pure function over [`task`](crate::task), but for the
//! [`Room`] that keeps what is costly to make twice. `server` lends it to a browser over HTTP; a
//! worker calls it as WebAssembly. The page itself is in `src/web/page`: plain modules that a
//! browser reads as they stand.

mod failure;
mod names_and_commands;
mod opened_files;
mod protocol;
mod questions;
mod request_context;
mod room;
mod runs;
#[cfg(not(target_family = "wasm"))]
mod server;
mod shelf;
mod style;
mod tables;

pub use protocol::answer;
#[cfg(not(target_family = "wasm"))]
use protocol::lane;
#[cfg(not(target_family = "wasm"))]
use questions::QueueLane;
pub use request_context::Emit;
pub use room::Room;
#[cfg(not(target_family = "wasm"))]
pub use server::{DEFAULT_PORT, serve};
pub use style::style_of_blocks;

#[cfg(test)]
mod tests;
