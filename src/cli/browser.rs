//! The reader's browser, by the one command that each system has for it.

use std::process::{Command, Stdio};

/// What opens an address.
const OPENER: &str = match std::env::consts::OS.as_bytes() {
    b"macos" => "open",
    b"windows" => "explorer",
    _ => "xdg-open",
};

/// Asks the system to open `address`; whether it has a command for that.
pub(super) fn open(address: &str) -> bool {
    let mut command = Command::new(OPENER);
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().is_ok()
}
