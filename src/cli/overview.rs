//! `melon` alone: where to begin.

use super::console::Console;
use super::failure::Failure;
use super::output;
use crate::report::pages;

/// A short, friendly page.
pub(super) fn run(console: &Console) -> Result<(), Failure> {
    output::page(&console.set(&pages::overview(&console.context())), None, console)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Lang;
    use crate::report::page::{Block, Command, PageContext};

    #[test]
    fn every_command_that_is_shown_exists() {
        for lang in [Lang::Zh, Lang::En] {
            let tree = super::super::command(lang);
            let page = pages::overview(&PageContext::new(lang, Command::new("")));
            let suggestions = page.blocks.into_iter().filter_map(|block| match block {
                Block::Suggestions(suggestions) => Some(suggestions),
                _ => None,
            });
            for suggestion in suggestions.flatten() {
                let argv = suggestion.command.argv();
                let is_help = argv.last().is_some_and(|word| word == "--help");
                let parsed = tree.clone().try_get_matches_from(&argv);
                assert!(parsed.is_ok() || is_help, "{argv:?}: {:?}", parsed.err());
            }
        }
    }
}
