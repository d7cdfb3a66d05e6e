//! The pages of `melon data`.

use crate::data::catalogue::{Entry, Source, catalogue};
use crate::data::synth::{NOISE_SD, TrueCoefficient};
use crate::data::{Column, Table as DataTable, Values};
use crate::report::layout::{Page, shorten, width};
use crate::report::names;
use crate::report::number::{fixed, grouped, short};
use crate::report::style::{Ink, Style, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{Lang, Say, common, data as words};

/// Rows that are shown of a long table.
const MOST_ROWS: usize = 20;
/// Values of a categorical column that are listed.
const MOST_LEVELS: usize = 6;

/// The built-in tables, each with its source.
pub fn list(style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(words::ListTitle.text(lang));
    page.blank();
    let mut table = Table::new()
        .words(words::Name.text(lang))
        .numbers(words::Rows.text(lang))
        .words(words::Source.text(lang))
        .column(words::Columns.text(lang), Side::Left, 1);
    let room = page.inner_width().saturating_sub(if lang == Lang::Zh { 46 } else { 53 }).max(14);
    for entry in catalogue() {
        let rows = entry.n_rows.map_or(words::AnyNumber.text(lang).to_owned(), |n| n.to_string());
        let columns: Vec<String> = entry.columns.iter().map(|name| names::show(lang, name)).collect();
        let columns = shorten(&lang.names(&columns), room);
        table.row([entry.name.to_owned(), rows, source(lang, entry.source, true), columns]);
    }
    page.block(table.lines(page.inner_width()));
    try_next("melons", &mut page);
    page.finish()
}

fn source(lang: Lang, source: Source, in_short: bool) -> String {
    match source {
        Source::Textbook { table } => {
            let table = table.trim_start_matches(['表', ' ']);
            if in_short { words::TextbookShort { table }.say(lang) } else { words::Textbook { table }.say(lang) }
        }
        Source::Own => words::Own.text(lang).to_owned(),
        Source::Synthetic => words::Synthetic.text(lang).to_owned(),
    }
}

/// Kinds, missing cells, a summary of each column, and the first rows.
pub fn show(table: &DataTable, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(&table.name);
    page.say(words::Shape { rows: grouped(table.n_rows()), columns: table.columns.len() }.say(lang));
    if let Some(builtin) = table.builtin {
        let entry: &Entry = builtin.entry();
        page.say(source(lang, entry.source, false));
    }
    columns(table, &mut page);
    rows(table, &mut page);
    try_next(&table.name, &mut page);
    page.finish()
}

fn columns(table: &DataTable, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::TheColumns.text(lang));
    let mut summary = Table::new()
        .words(common::Column.text(lang))
        .words(words::Kind.text(lang))
        .numbers(words::Missing.text(lang))
        .words(words::Summary.text(lang));
    for column in &table.columns {
        let missing = (0..column.len()).filter(|&row| column.is_missing(row)).count();
        let kind = if column.is_numeric() { words::Number.text(lang) } else { words::Words.text(lang) };
        let missing = if missing == 0 { "0".to_owned() } else { ink(Ink::Against, missing) };
        summary.row([names::show(lang, &column.name), kind.to_owned(), missing, summarise(column, lang)]);
    }
    page.block(summary.lines(page.inner_width()));
}

/// Least, mean and greatest number, or the most frequent values.
fn summarise(column: &Column, lang: Lang) -> String {
    match &column.values {
        Values::Numbers(cells) => {
            let present: Vec<f64> = cells.iter().copied().filter(|cell| !cell.is_nan()).collect();
            if present.is_empty() {
                return words::NoValues.text(lang).to_owned();
            }
            let low = present.iter().copied().fold(f64::INFINITY, f64::min);
            let high = present.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let mean = present.iter().sum::<f64>() / present.len() as f64;
            words::NumberSummary { low: short(low, 4), mean: short(mean, 4), high: short(high, 4) }.say(lang)
        }
        Values::Words { levels, codes } => {
            let mut counted: Vec<(usize, &String)> = levels.iter().map(|name| (0, name)).collect();
            for &code in codes {
                if let Some(level) = counted.get_mut(code as usize) {
                    level.0 += 1; // a missing cell's code is none
                }
            }
            counted.sort_by_key(|&(n, _)| std::cmp::Reverse(n));
            let shown = counted.iter().take(MOST_LEVELS).map(|(n, name)| format!("{} {n}", names::show(lang, name)));
            let more = if counted.len() > MOST_LEVELS { "…" } else { "" };
            lang.names(shown) + more
        }
    }
}

fn rows(table: &DataTable, page: &mut Page) {
    let lang = page.style.lang;
    let total = table.n_rows();
    let shown = total.min(MOST_ROWS);
    page.heading(&if shown == total {
        words::AllRows.text(lang).to_owned()
    } else {
        words::TheRows { shown, total: grouped(total) }.say(lang)
    });
    // A column takes a character and the space behind it at least.
    let most = table.columns.len().min(page.inner_width() / 3);
    let few = (1..=most).rev().find(|&n| {
        first_columns(table, n, shown, lang)
            .lines(page.inner_width())
            .iter()
            .all(|line| width(line) <= page.inner_width())
    });
    let n_columns = few.unwrap_or(1);
    page.block(first_columns(table, n_columns, shown, lang).lines(page.inner_width()));
    let left_out: Vec<String> = table.columns[n_columns..].iter().map(|c| names::show(lang, &c.name)).collect();
    if !left_out.is_empty() {
        page.remark(words::ColumnsLeftOut { columns: shorten(&lang.list(left_out), 200) }.say(lang));
    }
}

/// The first `n_columns` columns of the first `n_rows` rows.
fn first_columns(table: &DataTable, n_columns: usize, n_rows: usize, lang: Lang) -> Table {
    let columns = &table.columns[..n_columns];
    let side = |column: &Column| if column.is_numeric() { Side::Right } else { Side::Left };
    let named = |cells: Table, column: &Column| cells.column(names::show(lang, &column.name), side(column), 0);
    let mut cells = columns.iter().fold(Table::new(), named);
    for row in 0..n_rows {
        cells.row(columns.iter().map(|column| cell(column, row, lang)));
    }
    cells
}

fn cell(column: &Column, row: usize, lang: Lang) -> String {
    match (&column.values, column.text(row)) {
        (_, None) => ink(Ink::Against, "?"),
        (Values::Numbers(cells), Some(_)) => short(cells[row], 4),
        (Values::Words { .. }, Some(text)) => names::show(lang, &text),
    }
}

fn try_next(name: &str, page: &mut Page) {
    let lang = page.style.lang;
    let entry = catalogue().iter().find(|entry| entry.name == name);
    let mut commands = Vec::new();
    match entry {
        Some(entry) if entry.classify_target.is_some() => {
            commands.push((format!("melon classify {name}"), words::TryClassify.text(lang).to_owned()));
        }
        Some(_) => commands.push((format!("melon cluster {name}"), words::TryCluster.text(lang).to_owned())),
        None => {}
    }
    if entry.is_some() {
        commands.push((format!("melon data show {name}"), words::TryShow.text(lang).to_owned()));
        commands.push((format!("melon data export {name} -o my.csv"), words::TryExport.text(lang).to_owned()));
    }
    if !commands.is_empty() {
        page.heading(common::TryNext.text(lang));
        page.commands(&commands);
    }
}

/// What the synthetic melons were drawn from, and the levels that the coefficients are
/// counted from.
pub fn truth(truth: &[TrueCoefficient], reference: &[&str], style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(words::TruthTitle.text(lang));
    let mut table = Table::new()
        .words(common::Term.text(lang))
        .numbers(words::TruthLogit.text(lang))
        .numbers(words::TruthSugar.text(lang));
    for one in truth {
        table.row([names::show(lang, one.term), fixed(one.logit, 4), fixed(one.sugar, 4)]);
    }
    page.block(table.lines(page.inner_width()));
    let levels: Vec<String> = reference.iter().map(|term| names::show(lang, term)).collect();
    page.remark(words::TruthReference { levels: lang.list(levels), noise: short(NOISE_SD, 4) }.say(lang));
    page.remark(words::TruthRemark.text(lang));
    page.finish()
}
