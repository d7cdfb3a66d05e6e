//! `melon explain`: what does a term mean, and which command shows it?

use super::console::Console;
use super::failure::Failure;
use super::output::OutputArgs;
use super::presentation::Presentation;
use crate::report::words::explain as words;
use crate::report::{Say, grid, pages};
use crate::task::explain::{explain, explain_all};

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "TERM")]
    term: Vec<String>,
    #[command(flatten)]
    output: OutputArgs,
}

/// One term, or without one all of them.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let (tongue, asked) = (console.lang.language().tongue, args.term.join(" "));
    if args.term.is_empty() {
        let all = explain_all(tongue);
        let shown = Presentation::new(|| pages::glossary(&all, &console.context()));
        return args.output.report(&all, &shown, |all| grid::glossary(all), console);
    }
    let found = explain(&asked, tongue).map_err(|error| {
        let nearest = console.lang.names(&error.nearest);
        let unknown = words::Unknown { asked: &error.asked };
        let meant = (!nearest.is_empty()).then(|| words::DidYouMean { nearest }.say(console.lang));
        let said = [Some(unknown.say(console.lang)), meant, Some(words::SeeList.say(console.lang))];
        Failure::Usage(console.lang.sentences(said.into_iter().flatten()))
    })?;
    let shown = Presentation::new(|| pages::explain(&found, &console.context()));
    args.output.report(&found, &shown, |one| grid::glossary(std::slice::from_ref(one)), console)
}
