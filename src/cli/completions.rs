//! `melon completions SHELL`.

use super::console::Console;
use super::failure::Failure;
use super::output;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SHELL")]
    shell: clap_complete::Shell,
}

/// Prints the script for the whole command line, `root`.
pub(super) fn run(args: Args, root: &mut clap::Command, console: &Console) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, root, "melon", &mut script);
    output::document(script, None, console)
}
