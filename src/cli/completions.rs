//! `melon completions SHELL`.

use super::failure::Failure;
use super::output;
use super::session::Session;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SHELL")]
    shell: clap_complete::Shell,
}

/// Prints the script for the whole command line, `root`.
pub(super) fn run(args: Args, root: &mut clap::Command, session: &Session) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, root, "melon", &mut script);
    output::document(&String::from_utf8_lossy(&script), None, session)
}
