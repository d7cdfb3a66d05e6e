//! The pages of `melon data`.

use crate::data::catalogue::{Entry, Source, catalogue};
use crate::data::synth::{NOISE_SD, TrueCoefficient};
use crate::data::{Column, Table as DataTable, Values};
use crate::report::layout::{Page, shorten, width};
use crate::report::names;
use crate::report::number::{self, fixed, grouped, short};
use crate::report::style::{Ink, Style, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{Lang, common, data as words};

/// Rows that are shown of a long table.
const MOST_ROWS: usize = 20;
/// Values of a categorical column that are listed.
const MOST_LEVELS: usize = 6;

/// The built-in tables, each with its source.
pub fn list(style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(words::list_title(lang));
    page.blank();
    let mut table = Table::new().words(words::name(lang)).numbers(words::rows(lang)).words(words::source(lang)).column(
        words::columns(lang),
        Side::Left,
        1,
    );
    let room = page.inner_width().saturating_sub(lang.pick(46, 53)).max(14);
    for entry in catalogue() {
        let rows = entry.n_rows.map_or(words::any_number(lang).to_owned(), |n| n.to_string());
        let columns: Vec<String> = entry.columns.iter().map(|name| names::show(lang, name)).collect();
        let columns = shorten(&columns.join(lang.pick("、", ", ")), room);
        table.row([entry.name.to_owned(), rows, source(lang, entry.source, true), columns]);
    }
    page.block(table.lines(page.inner_width()));
    try_next("melons", &mut page);
    page.finish()
}

fn source(lang: Lang, source: Source, in_short: bool) -> String {
    let number = |table: &str| table.trim_start_matches(['表', ' ']).to_owned();
    match source {
        Source::Textbook { table } => {
            let table = lang.pick(table.to_owned(), number(table));
            if in_short { words::textbook_short(lang, table) } else { words::textbook(lang, table) }
        }
        Source::Own => words::own(lang).to_owned(),
        Source::Synthetic => words::synthetic(lang).to_owned(),
    }
}

/// Kinds, missing cells, a summary of each column, and the first rows.
pub fn show(table: &DataTable, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(&table.name);
    page.say(words::shape(lang, grouped(table.n_rows()), table.columns.len()));
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
    page.heading(words::the_columns(lang));
    let mut summary = Table::new()
        .words(common::column(lang))
        .words(words::kind(lang))
        .numbers(words::missing(lang))
        .words(words::summary(lang));
    for column in &table.columns {
        let missing = (0..column.len()).filter(|&row| column.is_missing(row)).count();
        let kind = if column.is_numeric() { words::number(lang) } else { words::words(lang) };
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
                return words::no_values(lang).to_owned();
            }
            let low = present.iter().copied().fold(f64::INFINITY, f64::min);
            let high = present.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let mean = present.iter().sum::<f64>() / present.len() as f64;
            words::number_summary(lang, short(low, 4), short(mean, 4), short(high, 4))
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
            shown.collect::<Vec<_>>().join(lang.pick("、", ", ")) + more
        }
    }
}

fn rows(table: &DataTable, page: &mut Page) {
    let lang = page.style.lang;
    let total = table.n_rows();
    let shown = total.min(MOST_ROWS);
    page.heading(&if shown == total {
        words::all_rows(lang).to_owned()
    } else {
        words::the_rows(lang, shown, grouped(total))
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
        page.remark(words::columns_left_out(lang, shorten(&number::list(lang, &left_out), 200)));
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
            commands.push((format!("melon classify {name}"), words::try_classify(lang).to_owned()));
        }
        Some(_) => commands.push((format!("melon cluster {name}"), words::try_cluster(lang).to_owned())),
        None => {}
    }
    if entry.is_some() {
        commands.push((format!("melon data show {name}"), words::try_show(lang).to_owned()));
        commands.push((format!("melon data export {name} -o my.csv"), words::try_export(lang).to_owned()));
    }
    if !commands.is_empty() {
        page.heading(common::try_next(lang));
        page.commands(&commands);
    }
}

/// What the synthetic melons were drawn from, and the levels that the coefficients are
/// counted from.
pub fn truth(truth: &[TrueCoefficient], reference: &[&str], style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(words::truth_title(lang));
    let mut table =
        Table::new().words(common::term(lang)).numbers(words::truth_logit(lang)).numbers(words::truth_sugar(lang));
    for one in truth {
        table.row([names::show(lang, one.term), fixed(one.logit, 4), fixed(one.sugar, 4)]);
    }
    page.block(table.lines(page.inner_width()));
    let levels: Vec<String> = reference.iter().map(|term| names::show(lang, term)).collect();
    page.remark(words::truth_reference(lang, number::list(lang, &levels), short(NOISE_SD, 4)));
    page.remark(words::truth_remark(lang));
    page.finish()
}
