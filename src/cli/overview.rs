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
    let chat = lang.pick("melon chat --ask 怎么挑西瓜", "melon chat --ask How do I choose a watermelon");
    let generate = lang.pick("melon generate 周一上班真的很 --model ngram --trace", "melon generate Melons --trace");
    let groups: [(&str, &[(&str, &str)]); 5] = [
        (words::overview_start(lang), &[("melon tour", words::overview_tour(lang))]),
        (
            words::overview_discriminative(lang),
            &[
                ("melon classify", words::overview_classify(lang)),
                ("melon regress", words::overview_regress(lang)),
                ("melon cluster watermelon-4.0", words::overview_cluster(lang)),
            ],
        ),
        (
            words::overview_generative(lang),
            &[
                (generate, words::overview_generate(lang)),
                ("melon pretrain --preset tiny", words::overview_pretrain(lang)),
                (chat, words::overview_chat(lang)),
            ],
        ),
        (
            words::overview_contrast(lang),
            &[
                ("melon compare ten-melons", words::overview_compare(lang)),
                ("melon curve", words::overview_curve(lang)),
                ("melon scale", words::overview_scale(lang)),
            ],
        ),
        (
            words::overview_more(lang),
            &[("melon data list", words::overview_data(lang)), ("melon --help", words::overview_help(lang))],
        ),
    ];
    for (heading, commands) in groups {
        page.heading(heading);
        page.commands(&commands.iter().map(|&(command, why)| (command.to_owned(), why.to_owned())).collect::<Vec<_>>());
    }
    output::page(&page.finish(), None, session)
}
