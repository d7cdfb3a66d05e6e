//! `melon manual --folder FOLDER`: man pages and completion scripts, for packagers.

use super::console::Console;
use super::failure::{Failure, failed};
use super::output;
use clap_complete::Shell;
use std::path::PathBuf;

/// Each shell, and what its scripts are called by those who install them.
const SCRIPTS: [(Shell, &str); 4] = [
    (Shell::Bash, "melon.bash"),
    (Shell::Zsh, "_melon"),
    (Shell::Fish, "melon.fish"),
    (Shell::PowerShell, "melon.ps1"),
];

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(id = "manual_folder", long = "folder", value_name = "FOLDER")]
    folder: PathBuf,
}

/// Writes `melon.1`, `melon-classify.1` … and a script a shell, for the whole command line, `root`.
pub(super) fn run(args: Args, root: &mut clap::Command, console: &Console) -> Result<(), Failure> {
    let write = |name: &str, bytes: Vec<u8>| output::document(bytes, Some(&args.folder.join(name)), console);
    for (shell, name) in SCRIPTS {
        let mut script = Vec::new();
        clap_complete::generate(shell, root, "melon", &mut script);
        write(name, script)?;
    }
    root.build();
    pages(root, "melon", &write)
}

/// The page of one command, and of those below it.
fn pages(
    command: &clap::Command,
    name: &str,
    write: &impl Fn(&str, Vec<u8>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone())
        .title(name.to_owned())
        .source(concat!("melon ", env!("CARGO_PKG_VERSION")))
        .render(&mut page)
        .map_err(|error| failed(name, error))?;
    write(&format!("{name}.1"), page)?;
    let mut below = command.get_subcommands().filter(|sub| !sub.is_hide_set());
    below.try_for_each(|sub| pages(sub, &format!("{name}-{}", sub.get_name()), write))
}
