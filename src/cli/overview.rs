//! `melon` alone: where to begin.

use super::failure::Failure;
use super::output;
use super::session::Session;
use crate::report::Lang;
use crate::report::layout::Page;
use crate::report::words::{examples, usage as words};

/// A short, friendly page.
pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let lang = session.lang;
    let style = session.style();
    let mut page = Page::new(&style);
    page.title(words::OverviewTitle.text(lang));
    page.say(words::OverviewWhat.text(lang));
    for (heading, commands) in groups(lang) {
        page.heading(heading);
        page.commands(&commands.into_iter().map(|(command, why)| (command, why.to_owned())).collect::<Vec<_>>());
    }
    output::page(&page.finish(), None, session)
}

/// A heading, and commands with what each is for.
type Group = (&'static str, Vec<(String, &'static str)>);

fn groups(lang: Lang) -> [Group; 5] {
    let generate = format!("melon generate {} --model ngram --trace", examples::HalfSentence.text(lang));
    let chat = format!("melon chat --ask {}", examples::HowToChoose.text(lang));
    let discriminative = vec![
        ("melon classify".to_owned(), words::OverviewClassify.text(lang)),
        ("melon regress".to_owned(), words::OverviewRegress.text(lang)),
        ("melon cluster watermelon-4.0".to_owned(), words::OverviewCluster.text(lang)),
    ];
    let generative = vec![
        (generate, words::OverviewGenerate.text(lang)),
        ("melon pretrain --preset tiny".to_owned(), words::OverviewPretrain.text(lang)),
        (chat, words::OverviewChat.text(lang)),
    ];
    let contrast = vec![
        ("melon compare ten-melons".to_owned(), words::OverviewCompare.text(lang)),
        ("melon curve".to_owned(), words::OverviewCurve.text(lang)),
        ("melon scale".to_owned(), words::OverviewScale.text(lang)),
    ];
    let more = vec![
        ("melon data list".to_owned(), words::OverviewData.text(lang)),
        ("melon --help".to_owned(), words::OverviewHelp.text(lang)),
    ];
    [
        (words::OverviewStart.text(lang), vec![("melon tour".to_owned(), words::OverviewTour.text(lang))]),
        (words::OverviewDiscriminative.text(lang), discriminative),
        (words::OverviewGenerative.text(lang), generative),
        (words::OverviewContrast.text(lang), contrast),
        (words::OverviewMore.text(lang), more),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_that_is_shown_exists() {
        for lang in [Lang::Zh, Lang::En] {
            let tree = super::super::command(lang);
            for (_, commands) in groups(lang) {
                for (command, _) in commands {
                    let parsed = tree.clone().try_get_matches_from(command.split(' '));
                    let is_help = command.ends_with("--help");
                    assert!(parsed.is_ok() || is_help, "{command}: {:?}", parsed.err());
                }
            }
        }
    }
}
