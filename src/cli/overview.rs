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
    page.title(words::overview_title(lang));
    page.say(words::overview_what(lang));
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
        ("melon classify", words::overview_classify(lang)),
        ("melon regress", words::overview_regress(lang)),
        ("melon cluster watermelon-4.0", words::overview_cluster(lang)),
    ];
    let generative = vec![
        (generate, words::overview_generate(lang)),
        ("melon pretrain --preset tiny", words::overview_pretrain(lang)),
        (chat, words::overview_chat(lang)),
    ];
    let contrast = vec![
        ("melon compare ten-melons", words::overview_compare(lang)),
        ("melon curve", words::overview_curve(lang)),
        ("melon scale", words::overview_scale(lang)),
    ];
    let more = vec![("melon data list", words::overview_data(lang)), ("melon --help", words::overview_help(lang))];
    [
        (words::overview_start(lang), vec![("melon tour", words::overview_tour(lang))]),
        (words::overview_discriminative(lang), discriminative),
        (words::overview_generative(lang), generative),
        (words::overview_contrast(lang), contrast),
        (words::overview_more(lang), more),
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
