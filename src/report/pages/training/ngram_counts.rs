//! What came of counting n-grams.

use super::numbers::losses;
use crate::lm::LanguageModel;
use crate::report::number::grouped;
use crate::report::page::{DisplayTable, Page, PageContext};
use crate::report::words::train as words;
use crate::task::ngram::CountedNGram;

/// How many runs of each length there are, and how well they predict what was held out.
pub fn counted(counted: &CountedNGram, n_chars: usize, folder: Option<&str>, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::CountedTitle { n_chars: grouped(n_chars) });
    match folder {
        Some(folder) => page.say(words::SavedTo { folder }),
        None => page.say(words::NotSaved),
    }
    page.heading(words::CountedWhat);
    let mut table = DisplayTable::new().numbers(words::Length.text(lang)).numbers(words::Distinct.text(lang));
    for (length, n) in (1..).zip(counted.counts.n_distinct()) {
        table.row([usize::into(length), n.into()]);
    }
    page.table(table);
    page.remark(words::CountedMeans);
    losses(counted.model.vocab_size(), &[(words::RowValidation.text(lang), counted.val_loss_nats)], &mut page);
    page.suggest(words::Next, super::next::after_counting(folder, context));
    page
}
