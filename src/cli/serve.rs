//! `melon serve`: the page in the browser.

use super::console::Console;
use super::failure::Failure;
use super::{browser, interrupt, output};
use crate::report::Say;
use crate::report::words::web as words;
use crate::web;
use std::io::{self, ErrorKind};

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, default_value_t = web::DEFAULT_PORT, value_name = "PORT")]
    port: u16,
    #[arg(long)]
    no_open: bool,
}

/// Serve, tell the address, open the browser, and stop at Ctrl-C.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    interrupt::listen();
    let told = |address: &str| {
        // Nobody on the other side of the pipe is no reason to stop serving.
        let _ = output::page(&format!("{address}\n"), None, console);
        console.note(words::HowToStop.text(console.lang));
        if !args.no_open && !browser::open(address) {
            console.note(words::OpenYourself.text(console.lang));
        }
    };
    web::serve(args.port, told, interrupt::asked).map_err(|error| failed(args.port, &error, console))
}

fn failed(port: u16, error: &io::Error, console: &Console) -> Failure {
    let lang = console.lang;
    Failure::Said(match error.kind() {
        ErrorKind::AddrInUse => words::PortTaken { port, next: port.checked_add(1).unwrap_or(1024) }.say(lang),
        ErrorKind::PermissionDenied => words::PortRefused { port }.say(lang),
        _ => words::CannotServe { message: error }.say(lang),
    })
}
