//! The pages of `melon explain`: one term, and the glossary.

use crate::report::page::{Command, DisplayTable, Emphasis, Page, PageContext, Text};
use crate::report::words::{common, explain as words};
use crate::task::explain::ExplainedTerm;

/// One term: what it means, what else it is called, where the book has it, what shows it.
pub fn explain(result: &ExplainedTerm, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::Title { term: &result.term, translation: &result.translation });
    page.say(Text::from(result.explanation.as_str()));
    if !result.also.is_empty() {
        page.remark(words::Also { names: lang.names(&result.also) });
    }
    if let Some(book) = &result.book {
        page.remark(words::Book { section: book });
    }
    let command = context.keeping(Command::read(&result.command));
    let shows = match result.in_melon {
        true => command.because(words::Shows, lang),
        false => command.because(words::Nearest, lang),
    };
    let list = context.other("explain").because(words::TryAll, lang);
    page.suggest(common::TryNext, vec![shows, list]);
    page
}

/// Every term, by topic.
pub fn glossary(all: &[ExplainedTerm], context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::ListTitle { n: all.len() });
    for topic in all.chunk_by(|one, next| one.topic == next.topic) {
        page.heading(Text::from(topic[0].topic.as_str()));
        let mut table = DisplayTable::new().words(words::Term.text(lang)).words(words::Translation.text(lang));
        table = table.words(words::InBook.text(lang));
        for one in topic {
            let term = Text::emphasised(Emphasis::Command, &one.term);
            table.row([term.into(), one.translation.as_str().into(), one.book.clone().unwrap_or_default().into()]);
        }
        page.table(table);
    }
    let one = all.iter().find(|one| one.term.contains(' ')).or(all.first());
    let one = one.map(|one| context.other("explain").argument(one.term.as_str()).because(words::TryOne, lang));
    page.suggest(common::TryNext, one.into_iter().collect());
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Lang;
    use crate::report::pages::approved::assert_approved;
    use crate::task::explain::{explain as look_up, explain_all};

    #[test]
    fn what_the_program_does_not_have_is_said() {
        let context = PageContext::new(Lang::En, Command::new("explain"));
        let page = |term: &str| {
            let found = look_up(term, Lang::En.language().tongue).unwrap();
            crate::report::render::markdown(&explain(&found, &context))
        };
        let (forest, tree) = (page("random forest"), page("decision tree"));
        assert!(
            forest.contains("melon has none") && forest.contains("8.3.2") && !forest.contains("shows it"),
            "{forest}"
        );
        assert!(tree.contains("shows it") && !tree.contains("melon has none"), "{tree}");
    }

    #[test]
    fn pages_look_as_they_were_approved() {
        for lang in [Lang::En, Lang::Zh] {
            let language = lang.language();
            let context = PageContext::new(lang, Command::new("explain").with("--lang", language.code));
            let term = look_up("logistic regression", language.tongue).unwrap();
            assert_approved(&format!("explain-{}", language.code), &explain(&term, &context));
            assert_approved(
                &format!("glossary-{}", language.code),
                &glossary(&explain_all(language.tongue)[..8], &context),
            );
        }
    }
}
