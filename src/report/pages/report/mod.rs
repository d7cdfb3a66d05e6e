//! A page as a report to hand in: the question, the data, the figures, the plots, what to keep in
//! mind, and how it was made.

mod origin;

pub use origin::{FigureSource, Origin, Repeat};

use crate::report::page::{Block, DisplayTable, Emphasis, Page, PageContext, Text};
use crate::report::visible;
use crate::report::words::{help, report as words};

/// The blocks of `page`, followed by those of `plots`, as a report. What can be typed next is
/// left out, and what the figures do not say is gathered at the end.
pub fn report(page: Page, plots: Page, origin: &Origin, context: &PageContext) -> Page {
    let (mut caveats, mut blocks) = (Vec::new(), Vec::new());
    for block in titled(page, context).followed_by(plots).blocks {
        match block {
            Block::Caveat(text) => caveats.push(text),
            Block::Suggestions(_) => {}
            block => blocks.push(block),
        }
    }
    let mut blocks = without_empty_sections(blocks);
    let opening = blocks.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(blocks.len());
    let rest = blocks.split_off(opening);
    let mut whole = Page { lang: context.lang, blocks };
    whole.blocks.extend(origin.data.blocks.iter().cloned());
    whole.blocks.extend(rest);
    keep_in_mind(caveats, origin, &mut whole);
    made(origin, context, &mut whole);
    whole
}

/// The page below the question of its command, if it has no title of its own.
fn titled(page: Page, context: &PageContext) -> Page {
    if page.blocks.iter().any(|block| matches!(block, Block::Title(_))) {
        return page;
    }
    let mut titled = Page::new(context.lang);
    let path = context.command.path.join(" ");
    titled.title(help(context.lang, &path).map_or(format!("melon {path}"), str::to_owned));
    titled.followed_by(page)
}

/// Without the headings below which nothing is left before the next one, or before a new title.
fn without_empty_sections(blocks: Vec<Block>) -> Vec<Block> {
    let is_heading = |block: &Block| matches!(block, Block::Heading(_));
    let mut kept: Vec<Block> = Vec::new();
    for block in blocks {
        if matches!(block, Block::Heading(_) | Block::Title(_)) {
            kept.pop_if(|last| is_heading(last));
        }
        kept.push(block);
    }
    kept.pop_if(|last| is_heading(last));
    kept
}

/// What the page said of its own figures, and what holds for all of their kind.
fn keep_in_mind(mut caveats: Vec<Text>, origin: &Origin, page: &mut Page) {
    let general = match &origin.source {
        _ if origin.is_text => Some(words::LikelyNotTrue.text(page.lang)),
        Some(FigureSource::Data(_)) => Some(words::OtherSamples.text(page.lang)),
        _ => None,
    };
    caveats.extend(general.map(Text::from));
    if !caveats.is_empty() {
        page.heading(words::KeepInMind);
        page.list(caveats);
    }
}

fn made(origin: &Origin, context: &PageContext, page: &mut Page) {
    let lang = page.lang;
    page.heading(words::HowMade);
    let mut table = DisplayTable::new().words("").words("");
    let mut row = |name: &str, text: Text| table.row([name.into(), text.into()]);
    row(words::Typed.text(lang), Text::emphasised(Emphasis::Command, visible::running(&context.command.to_string())));
    row(words::Version.text(lang), Text::from(concat!("melon ", env!("CARGO_PKG_VERSION"))));
    if let Some(seed) = origin.seed {
        row(words::Seed.text(lang), Text::from(seed.to_string()));
    }
    match &origin.source {
        Some(FigureSource::Data(sha256)) => {
            row(words::Fingerprint.text(lang), Text::emphasised(Emphasis::Command, sha256))
        }
        Some(FigureSource::Model(sha256)) => {
            row(words::OfModel.text(lang), Text::emphasised(Emphasis::Command, sha256))
        }
        Some(FigureSource::Made) => row(words::DataRow.text(lang), words::MadeFromSeed.text(lang).into()),
        None => {}
    }
    page.table(table);
    repeat(origin, page);
}

/// Whether others get the same figures, and how.
fn repeat(origin: &Origin, page: &mut Page) {
    match (origin.repeat, &origin.source) {
        (Repeat::WentOn, _) => page.remark(words::WentOn),
        (Repeat::ByTheClock { iters: Some(iters) }, _) => page.remark(words::ByTheClock { iters }),
        (Repeat::ByTheClock { iters: None }, _) => page.remark(words::ByTheClockAlone),
        (Repeat::Same, Some(FigureSource::Data(_))) => page.remark(words::Check),
        (Repeat::Same, Some(FigureSource::Model(_))) => page.remark(words::CheckModel),
        (Repeat::Same, Some(FigureSource::Made)) => page.remark(words::CheckMade),
        (Repeat::Same, None) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Builtin, Column, Dataset, Goal, Notice, Selection, Table, select};
    use crate::report::page::Command;
    use crate::report::words::Lang;
    use crate::report::{fixtures, pages, render};

    fn context(lang: Lang) -> PageContext {
        PageContext::new(lang, Command::new("classify").on("a b.csv").with("--report", "r.html"))
    }

    #[test]
    fn a_report_has_its_parts_in_order_and_nothing_to_type() {
        for (lang, parts) in [
            (
                Lang::En,
                [
                    "Is it ripe?",
                    "The data",
                    "What speaks for",
                    "How good",
                    "Each sample",
                    "keep in mind",
                    "How it was made",
                ],
            ),
            (Lang::Zh, ["熟不熟", "数据", "什么说明", "学得怎么样", "每个样本的对数几率", "要记住", "怎么做出来"]),
        ] {
            let context = context(lang);
            let result = fixtures::melons();
            let data = Builtin::Melons.table(None, Default::default());
            let data = select(data, &Selection::default(), Goal::Classify).unwrap();
            let origin = Origin::table(&data, Some(42), "abc".to_owned(), lang);
            let page = report(pages::classify(&result, &context), pages::sigmoid(&result, &context), &origin, &context);
            let text = render::markdown(&page);
            let places: Vec<Option<usize>> = parts.iter().map(|part| text.find(part)).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in\n{text}");
            assert!(text.contains("'a b.csv' --report r.html") && text.contains("| 42 |"), "{text}");
            assert!(!page.blocks.iter().any(|block| matches!(block, Block::Suggestions(_) | Block::Caveat(_))));
        }
    }

    #[test]
    fn a_page_without_a_title_gets_the_question_of_its_command() {
        let context = PageContext::new(Lang::En, Command::new("generate"));
        let page = report(Page::new(Lang::En), Page::new(Lang::En), &Origin::default(), &context);
        assert!(render::markdown(&page).starts_with("# What comes next?"));
    }

    #[test]
    fn no_heading_stands_above_nothing() {
        let mut page = Page::new(Lang::En);
        for title in ["one", "two"] {
            page.title(title.to_owned());
            page.heading("empty".to_owned());
            page.heading("full".to_owned());
            page.say("text".to_owned());
            page.heading("next".to_owned());
        }
        let titles = |block: &Block| match block {
            Block::Title(text) | Block::Heading(text) => Some(text.plain()),
            _ => None,
        };
        let kept: Vec<String> = without_empty_sections(page.blocks).iter().filter_map(titles).collect();
        assert_eq!(kept, ["one", "full", "two", "full"]);
    }

    #[test]
    fn only_figures_from_samples_would_be_others_with_other_samples() {
        for (source, is_said) in [(None, false), (Some(FigureSource::Data("abc".to_owned())), true)] {
            let origin = Origin { source, ..Origin::default() };
            let page = report(Page::new(Lang::En), Page::new(Lang::En), &origin, &context(Lang::En));
            let text = render::markdown(&page);
            assert_eq!((text.contains("Other samples"), text.contains("keep in mind")), (is_said, is_said), "{text}");
        }
    }

    /// What came from outside, in every place that it can reach, in both media.
    #[test]
    fn hostile_names_are_text_and_nothing_else() {
        let evil = "</style><script>alert(1)</script>\u{1}\"'&`|*<img src=x onerror=y>";
        let words = Column::words(evil, [Some(evil), Some("b"), Some(evil)]);
        let data = Table::new(evil, vec![words, Column::words("y", ["a", "b", "b"].map(Some))]);
        let mut data: Dataset = select(data, &Selection::default(), Goal::Classify).unwrap();
        data.notices.push(Notice::ConstantColumn { column: evil.to_owned() });
        let context = PageContext::new(Lang::En, Command::new("classify").on(evil).with("--report", evil));
        let origin = Origin::table(&data, None, "abc".to_owned(), Lang::En);
        let page = report(Page::new(Lang::En), Page::new(Lang::En), &origin, &context);
        let html = render::html(&page);
        assert!(!html.contains("<script") && !html.contains("<img") && html.matches("</style").count() == 1, "{html}");
        assert!(html.matches("&lt;script&gt;").count() >= 5 && !html.contains('\u{1}'), "{html}");
        let markdown = render::markdown(&page);
        let (code, text): (Vec<&str>, Vec<&str>) = markdown.lines().partition(|line| line.contains("| command |"));
        assert!(text.iter().all(|line| !line.replace("\\<", "").contains('<')), "{markdown}");
        assert!(code[0].contains("``melon") && !code[0].contains("`|") && !markdown.contains('\u{1}'), "{markdown}");
    }
}
