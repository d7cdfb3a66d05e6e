//! What came of counting n-grams.

use super::numbers::perplexity;
use crate::lm::LanguageModel;
use crate::report::Say;
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
    page.title(&words::CountedTitle { n_chars: grouped(n_chars) }.say(lang));
    page.say(match folder {
        Some(folder) => words::SavedTo { folder }.say(lang),
        None => words::NotSaved.text(lang).to_owned(),
    });
    page.heading(words::CountedWhat.text(lang));
    let mut table = Table::new().numbers(words::Length.text(lang)).numbers(words::Distinct.text(lang));
    for (length, n) in (1..).zip(counted.counts.n_distinct()) {
        table.row([length.to_string(), grouped(n)]);
    }
    page.block(table.lines(page.inner_width()));
    page.remark(words::CountedMeans.text(lang));
    let uniform = (counted.model.vocab_size() as f64).ln();
    page.heading(words::Numbers.text(lang));
    let mut table =
        Table::new().words("").numbers(words::LossColumn.text(lang)).numbers(words::PerplexityColumn.text(lang));
    let rows =
        [(words::RowUniform.text(lang), Some(uniform)), (words::RowValidation.text(lang), counted.val_loss_nats)];
    for (name, loss) in rows {
        if let Some(loss) = loss {
            table.row([name.to_owned(), fixed(loss, 3), perplexity(loss)]);
        }
    }
    page.block(table.lines(page.inner_width()));
    page.remark(
        words::LossMeans { vocab_size: grouped(counted.model.vocab_size()), uniform: fixed(uniform, 2) }.say(lang),
    );
    super::next::after_counting(folder, &mut page);
    page.finish()
}
