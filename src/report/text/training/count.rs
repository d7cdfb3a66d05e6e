//! What came of counting n-grams.

use super::numbers::perplexity;
use crate::lm::LanguageModel;
use crate::report::Style;
use crate::report::layout::Page;
use crate::report::number::{fixed, grouped};
use crate::report::table::Table;
use crate::report::words::train as words;
use crate::task::ngram::Counted;

/// How many runs of each length there are, and how well they predict what was held out.
pub fn counted(counted: &Counted, n_chars: usize, folder: Option<&str>, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(&words::counted_title(lang, grouped(n_chars)));
    page.say(match folder {
        Some(folder) => words::saved_to(lang, folder),
        None => words::not_saved(lang).to_owned(),
    });
    page.heading(words::counted_what(lang));
    let mut table = Table::new().numbers(words::length(lang)).numbers(words::distinct(lang));
    for (length, n) in (1..).zip(counted.counts.n_distinct()) {
        table.row([length.to_string(), grouped(n)]);
    }
    page.block(table.lines(page.inner_width()));
    page.remark(words::counted_means(lang));
    let uniform = (counted.model.vocab_size() as f64).ln();
    page.heading(words::numbers(lang));
    let mut table = Table::new().words("").numbers(words::loss_column(lang)).numbers(words::perplexity_column(lang));
    let rows = [(words::row_uniform(lang), Some(uniform)), (words::row_validation(lang), counted.val_loss_nats)];
    for (name, loss) in rows {
        if let Some(loss) = loss {
            table.row([name.to_owned(), fixed(loss, 3), perplexity(loss)]);
        }
    }
    page.block(table.lines(page.inner_width()));
    page.remark(words::loss_means(lang, grouped(counted.model.vocab_size()), fixed(uniform, 2)));
    super::next::after_counting(folder, &mut page);
    page.finish()
}
