//! `melon` alone: where to begin.

use super::failure::Failure;
use super::output;
use super::session::Session;
use crate::report::layout::Page;
use crate::report::words::usage as words;

/// A short, friendly page.
pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let lang = session.lang;
    let style = session.style();
    let mut page = Page::new(&style);
    page.title(words::overview_title(lang));
    page.say(words::overview_what(lang));
    page.heading(words::overview_start(lang));
    let commands = [
        ("melon classify", words::overview_classify(lang)),
        ("melon regress", words::overview_regress(lang)),
        ("melon cluster watermelon-4.0", words::overview_cluster(lang)),
        ("melon data list", words::overview_data(lang)),
        ("melon --help", words::overview_help(lang)),
    ];
    page.commands(&commands.map(|(command, why)| (command.to_owned(), why.to_owned())));
    output::page(&page.finish(), None, session)
}
