//! `melon` alone: where to begin.

use super::failure::Failure;
use super::output;
use super::session::Session;
use crate::report::Lang;
use crate::report::layout::Page;
use crate::report::words::usage as words;

/// A short, friendly page.
pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let lang = session.lang;
    let style = session.style();
    let mut page = Page::new(&style);
    page.title(words::OverviewTitle.text(lang));
    page.say(words::OverviewWhat.text(lang));
    for (heading, commands) in groups(lang) {
        page.heading(heading);
        page.commands(
            &commands.into_iter().map(|(command, why)| (command.to_owned(), why.to_owned())).collect::<Vec<_>>(),
        );
    }
    output::page(&page.finish(), None, session)
}

/// A heading, and commands with what each is for.
type Group = (&'static str, Vec<(&'static str, &'static str)>);

fn groups(lang: Lang) -> [Group; 5] {
    let generate = lang.pick("melon generate 周一上班真的很 --model ngram --trace", "melon generate Melons --trace");
    let chat = lang.pick("melon chat --ask 怎么挑西瓜", "melon chat --ask How do I choose a watermelon");
    let discriminative = vec![
        ("melon classify", words::OverviewClassify.text(lang)),
        ("melon regress", words::OverviewRegress.text(lang)),
        ("melon cluster watermelon-4.0", words::OverviewCluster.text(lang)),
    ];
    let generative = vec![
        (generate, words::OverviewGenerate.text(lang)),
        ("melon pretrain --preset tiny", words::OverviewPretrain.text(lang)),
        (chat, words::OverviewChat.text(lang)),
    ];
    let contrast = vec![
        ("melon compare ten-melons", words::OverviewCompare.text(lang)),
        ("melon curve", words::OverviewCurve.text(lang)),
        ("melon scale", words::OverviewScale.text(lang)),
    ];
    let more =
        vec![("melon data list", words::OverviewData.text(lang)), ("melon --help", words::OverviewHelp.text(lang))];
    [
        (words::OverviewStart.text(lang), vec![("melon tour", words::OverviewTour.text(lang))]),
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
