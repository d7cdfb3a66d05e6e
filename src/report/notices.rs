//! What was noticed while reading, in the user's language.

use super::names::{in_list, show};
use super::number::grouped;
use super::visible::running;
use super::words::notices as words;
use super::{Lang, Say};
use crate::data::read::{Notation, is_missing};
use crate::data::{MissingCells, Notice};

/// One notice as a sentence.
pub fn notice(lang: Lang, notice: &Notice) -> String {
    let name = |name: &String| show(lang, name);
    match notice {
        Notice::EncodingGuessed { encoding } => words::Encoding { encoding }.say(lang),
        Notice::SheetChosen { sheet, others, is_first } => {
            let (sheet, others) = (name(sheet), lang.names(others.iter().map(name)));
            match is_first {
                true => words::SheetChosen { sheet, others }.say(lang),
                false => words::SheetOfRows { sheet, others }.say(lang),
            }
        }
        Notice::FileChosen { file } => words::FileChosen { file: name(file) }.say(lang),
        Notice::DelimiterGuessed { delimiter } => delimiter_guessed(lang, *delimiter),
        Notice::IndexNamed { column } => words::IndexNamed { column }.say(lang),
        Notice::NamesGiven { columns } => words::NamesGiven { columns: lang.names(columns) }.say(lang),
        Notice::EndMark => words::EndMark.text(lang).to_owned(),
        Notice::MissingTokens { tokens } => missing_tokens(lang, tokens),
        Notice::MarkersNotFound { texts } => words::MarkersNotFound { texts: lang.list(texts) }.say(lang),
        Notice::AlmostNumeric { column, count, line, text } => {
            words::AlmostNumeric { column: name(column), count, line, text }.say(lang)
        }
        Notice::NumbersWritten { column, notation } => numbers_written(lang, name(column), notation),
        Notice::TwoReadings { column, text } => words::TwoReadings { column: name(column), text }.say(lang),
        Notice::SeparatorLine => words::SeparatorLine.text(lang).to_owned(),
        Notice::LinesAbove { count, first } => words::LinesAbove { n: count, first: name(first) }.say(lang),
        Notice::NamesInComment { line } => words::NamesInComment { line }.say(lang),
        Notice::BlanksSeparate => words::BlanksSeparate.text(lang).to_owned(),
        Notice::NamelessColumns { count } => words::NamelessColumns { n: count }.say(lang),
        Notice::NamesMade { n_columns } => words::NamesMade { n: n_columns }.say(lang),
        Notice::NumbersAsNames { names } => words::NumbersAsNames { names: lang.names(names) }.say(lang),
        Notice::OneColumn => words::OneColumn.text(lang).to_owned(),
        Notice::LinesQuoted => words::LinesQuoted.text(lang).to_owned(),
        Notice::CommentsBetween { count, line } => words::CommentsBetween { n: count, line }.say(lang),
        Notice::LinesBelow { count, line, first } => words::LinesBelow { n: count, line, first: name(first) }.say(lang),
        Notice::CodeRead { column, text } => {
            let read = format!("{:.0}", text.parse::<f64>().unwrap_or_default());
            words::CodeRead { column: name(column), text, read }.say(lang)
        }
        Notice::Moments { column, text, is_number: true } => {
            words::DateNumbers { column: name(column), text }.say(lang)
        }
        Notice::Moments { column, text, .. } => words::Moments { column: name(column), text: running(text) }.say(lang),
        Notice::MergedCells { column } => words::MergedCells { column: name(column) }.say(lang),
        Notice::MixedNumbers { column, texts } => {
            words::MixedNumbers { column: name(column), texts: lang.names(texts) }.say(lang)
        }
        Notice::EmptyRows { count } => words::EmptyRows { n: count }.say(lang),
        Notice::RowsOfManyLines { count, line, n_lines } => {
            words::RowsOfManyLines { n: count, line, last: line + *n_lines as u64 - 1 }.say(lang)
        }
        Notice::SurplusSeparators { count } => words::SurplusSeparators { n: count }.say(lang),
        Notice::SingleQuotes => words::SingleQuotes.text(lang).to_owned(),
        Notice::ExplainingRow { line, text } => words::ExplainingRow { line, text: name(text) }.say(lang),
        Notice::TotalRow { line, text } => words::TotalRow { line, text: name(text) }.say(lang),
        Notice::StandIn { column, value, texts, count, range: [from, to] } => {
            let listed = texts.iter().map(|text| in_list(text)).collect::<Vec<_>>().join(",");
            let marker = if texts.is_empty() { value.to_string() } else { format!("\"{listed}\"") };
            words::StandIn { column: name(column), value, n: count, from, to, marker }.say(lang)
        }
        Notice::PointRead { column, value } => {
            let (read, grouped) = (format!("{value:.3}"), (value * 1000.0).round());
            words::PointRead { column: name(column), read, grouped }.say(lang)
        }
        Notice::QuotesPlain { line } => words::QuotesPlain { line }.say(lang),
        Notice::UnitsLeftOut { line, units, .. } => words::UnitsLeftOut { line, units: lang.names(units) }.say(lang),
        Notice::UnitAssumed { column, unit } => words::UnitAssumed { column: name(column), unit }.say(lang),
        Notice::CaseVariants { column, variants } => {
            words::CaseVariants { column: name(column), variants: lang.list(variants) }.say(lang)
        }
        Notice::IdColumn { column, counts: true } => words::IdColumn { column: name(column) }.say(lang),
        Notice::IdColumn { column, .. } => words::DistinctColumn { column: name(column) }.say(lang),
        Notice::IdRepeats { column } => words::IdRepeats { column: name(column) }.say(lang),
        Notice::CountsRows { column } => words::CountsRows { column: name(column) }.say(lang),
        Notice::IdOfSome { column, n_rows } => {
            words::DistinctInSome { column: name(column), n_rows: grouped(*n_rows) }.say(lang)
        }
        Notice::OutcomeLeftOut { column } => words::Outcome { column: name(column) }.say(lang),
        Notice::KnownOnceCut { column } => words::KnownOnceCut { column: name(column) }.say(lang),
        Notice::NotAskedFor { column, is_outcome: true } => words::KeptApart { column: name(column) }.say(lang),
        Notice::NotAskedFor { column, .. } => words::NotAskedFor { column: name(column) }.say(lang),
        Notice::TargetChosen { column, by_name: true } => words::TargetByName { column: name(column) }.say(lang),
        Notice::TargetChosen { column, by_name: false } => words::TargetLast { column: name(column) }.say(lang),
        Notice::HighCardinality { column, n_levels, n_rows } => {
            words::HighCardinality { column: name(column), n_levels, n_rows }.say(lang)
        }
        Notice::ConstantColumn { column } => words::Constant { column: name(column) }.say(lang),
        Notice::MissingCells(MissingCells { column, count, lines }) if lines.is_empty() => {
            words::MissingCellsUnnumbered { column: name(column), count }.say(lang)
        }
        Notice::MissingCells(MissingCells { column, count, lines }) => {
            words::MissingCells { column: name(column), count, lines: line_list(lang, lines, *count) }.say(lang)
        }
        Notice::RowsDropped { dropped, n_rows } => words::RowsDropped { dropped, n_rows }.say(lang),
        Notice::DiffersFromBook { table, line, column, found, book, .. } => {
            words::Differs { table, line, column: name(column), found: name(found), book: name(book) }.say(lang)
        }
    }
}

/// How the numbers of a column were written.
fn numbers_written(lang: Lang, column: String, notation: &Notation) -> String {
    match notation {
        Notation::DecimalCommas => words::DecimalCommas { column }.say(lang),
        Notation::Thousands(mark) => {
            let mark = if mark.is_whitespace() { ' ' } else { *mark };
            words::Thousands { column, example: format!("4{mark}955") }.say(lang)
        }
        Notation::Unit(unit) => words::Unit { column, unit }.say(lang),
        Notation::LookAlike { text, read } => words::LookAlike { column, text: running(text), read }.say(lang),
    }
}

/// Texts that were taken for missing by habit may be values: `NA` for "no garage". What the user
/// named, and what a spreadsheet leaves where a formula failed, is none.
fn missing_tokens(lang: Lang, tokens: &[String]) -> String {
    let by_habit = |token: &&str| is_missing(token) && !token.starts_with(['#', 'E']);
    let values: Vec<&str> = tokens.iter().map(String::as_str).filter(by_habit).collect();
    let tokens = lang.names(tokens);
    match values.is_empty() {
        true => words::MissingTokens { tokens }.say(lang),
        false => words::MissingByHabit { tokens, values: values.join(",") }.say(lang),
    }
}

fn delimiter_guessed(lang: Lang, delimiter: char) -> String {
    let delimiter = if delimiter == '\t' { words::Tab.text(lang).to_owned() } else { format!("`{delimiter}`") };
    words::Delimiter { delimiter }.say(lang)
}

/// `3, 5, 9, …`: the first few of `count` lines.
pub(super) fn line_list(lang: Lang, lines: &[u64], count: usize) -> String {
    let shown: Vec<String> = lines.iter().map(u64::to_string).collect();
    lang.names(shown) + if count > lines.len() { "…" } else { "" }
}
