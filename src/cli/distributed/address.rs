//! Addresses, as typed.

use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::usage;
use crate::report::words::in_passes as words;

/// `HOST:PORT` as host and port.
pub(super) fn host_and_port(option: &str, text: &str, console: &Console) -> Result<(String, u16), Failure> {
    let parts = text.rsplit_once(':').and_then(|(host, port)| Some((host.to_owned(), port.parse().ok()?)));
    let parts = parts.filter(|(host, _)| !host.is_empty());
    parts.ok_or_else(|| usage::bad_option(option, text, words::WantedAddress.text(console.lang), console.lang))
}
