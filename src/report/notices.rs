//! What was noticed while reading, in the user's language.

use super::Lang;
use super::names::show;
use super::words::notices as words;
use crate::data::{MissingCells, Notice};

/// One notice as a sentence.
pub fn notice(lang: Lang, notice: &Notice) -> String {
    match notice {
        Notice::EncodingGuessed { encoding } => words::encoding(lang, encoding),
        Notice::DelimiterGuessed { delimiter } => words::delimiter(lang, delimiter_name(lang, *delimiter)),
        Notice::IndexNamed { column } => words::index_named(lang, column),
        Notice::MissingTokens { tokens } => words::missing_tokens(lang, tokens.join(lang.pick("、", ", "))),
        Notice::AlmostNumeric { column, count, line, text } => {
            words::almost_numeric(lang, show(lang, column), count, line, text)
        }
        Notice::DecimalCommas { column, text } => {
            words::decimal_commas(lang, show(lang, column), text, text.replacen(',', ".", 1))
        }
        Notice::IdColumn { column } => words::id_column(lang, show(lang, column)),
        Notice::OutcomeLeftOut { column } => words::outcome(lang, show(lang, column)),
        Notice::TargetChosen { column, by_name: true } => words::target_by_name(lang, show(lang, column)),
        Notice::TargetChosen { column, by_name: false } => words::target_last(lang, show(lang, column)),
        Notice::HighCardinality { column, n_levels, n_rows } => {
            words::high_cardinality(lang, show(lang, column), n_levels, n_rows)
        }
        Notice::ConstantColumn { column } => words::constant(lang, show(lang, column)),
        Notice::MissingCells(MissingCells { column, count, lines }) => {
            words::missing_cells(lang, show(lang, column), count, line_list(lang, lines, *count))
        }
        Notice::RowsDropped { dropped, n_rows } => words::rows_dropped(lang, dropped, n_rows),
        Notice::DiffersFromBook { table, line, column, found, book, .. } => {
            words::differs(lang, table, line, show(lang, column), show(lang, found), show(lang, book))
        }
    }
}

fn delimiter_name(lang: Lang, delimiter: char) -> String {
    if delimiter == '\t' { words::tab(lang).to_owned() } else { format!("`{delimiter}`") }
}

/// `3, 5, 9, …`: the first few of `count` lines.
pub(super) fn line_list(lang: Lang, lines: &[u64], count: usize) -> String {
    let shown: Vec<String> = lines.iter().map(u64::to_string).collect();
    shown.join(lang.pick("、", ", ")) + if count > lines.len() { "…" } else { "" }
}
