//! The pages of `melon data`.

use crate::data::catalogue::{CatalogueEntry, TableSource, catalogue};
use crate::data::synth::{NOISE_SD, TrueCoefficient};
use crate::data::{Column, Table, Values};
use crate::math;
use crate::report::number::{grouped, short};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, PageContext, Suggestion};
use crate::report::words::{Lang, common, data as words};
use crate::report::{Say, names};

/// Rows that are shown of a long table, and columns of a wide one.
const MOST_SHOWN: usize = 20;
/// Rows that are shown of melons that were just made.
const MOST_OF_MADE: usize = 10;
/// Values of a categorical column that are listed.
const MOST_LEVELS: usize = 6;

/// The built-in tables, each with its source.
pub fn list(context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::ListTitle);
    let head = DisplayTable::new().words(words::Name.text(lang)).numbers(words::Rows.text(lang));
    let mut table = head.words(words::Source.text(lang)).words(words::Columns.text(lang));
    for entry in catalogue() {
        let rows = entry.n_rows.map_or_else(|| words::AnyNumber.text(lang).into(), Cell::from);
        let columns = lang.names(entry.columns.iter().map(|name| names::show(lang, name)));
        table.row([entry.name.into(), rows, source(lang, entry.source, true).into(), columns.into()]);
    }
    page.table(table);
    let show = context.other("data show").on("melons").because(words::TryShow, lang);
    let mut next = what_next("melons", context);
    next.insert(1.min(next.len()), show);
    page.suggest(common::TryNext, next);
    page
}

fn source(lang: Lang, source: TableSource, in_short: bool) -> String {
    match source {
        TableSource::Textbook { table } => {
            let table = table.trim_start_matches(['表', ' ']);
            if in_short { words::TextbookShort { table }.say(lang) } else { words::Textbook { table }.say(lang) }
        }
        TableSource::Own => words::Own.say(lang),
        TableSource::Synthetic => words::Synthetic.say(lang),
    }
}

/// Kinds, missing cells, a summary of each column, and the first rows.
pub fn show(table: &Table, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(table.name.as_str());
    page.say(words::Shape { rows: grouped(table.n_rows()), columns: table.columns.len() });
    if let Some(builtin) = table.builtin {
        page.say(source(lang, builtin.entry().source, false));
    }
    columns(table, &mut page);
    rows(table, MOST_SHOWN, &mut page);
    page.suggest(common::TryNext, what_next(&table.name, context));
    page
}

fn columns(table: &Table, page: &mut Page) {
    let lang = page.lang;
    page.heading(words::TheColumns);
    let head = DisplayTable::new().words(common::Column.text(lang)).words(words::Kind.text(lang));
    let mut summary = head.numbers(words::Missing.text(lang)).words(words::Summary.text(lang));
    for column in &table.columns {
        let missing = (0..column.len()).filter(|&row| column.is_missing(row)).count();
        let kind = if column.is_numeric() { words::Number.text(lang) } else { words::Words.text(lang) };
        let missing = if missing == 0 { 0.into() } else { Cell::from(missing).with(Emphasis::Against) };
        let name = names::introduced(lang, &column.name);
        summary.row([name.into(), kind.into(), missing, summarise(column, lang).into()]);
    }
    page.table(summary);
}

/// Least, mean and greatest number, or the most frequent values.
fn summarise(column: &Column, lang: Lang) -> String {
    match &column.values {
        Values::Numbers(cells) => {
            let present: Vec<f64> = cells.iter().copied().filter(|cell| !cell.is_nan()).collect();
            if present.is_empty() {
                return words::NoValues.say(lang);
            }
            let [low, high] = math::least_and_largest(present.iter().copied());
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
            let more = (counted.len() > MOST_LEVELS).then(|| "…".to_owned());
            lang.names(shown.chain(more))
        }
    }
}

/// A few of the melons that were made, and how to keep all of them.
pub fn made(table: &Table, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::MadeTitle { n: grouped(table.n_rows()) });
    rows(table, MOST_OF_MADE, &mut page);
    let keep = context.again().with("-o", "my.csv");
    let truth = context.other("data make").with_flag("--truth");
    page.suggest(common::TryNext, vec![keep.because(words::TryExport, lang), truth.because(words::TryTheTruth, lang)]);
    page
}

fn rows(table: &Table, most: usize, page: &mut Page) {
    let lang = page.lang;
    let total = table.n_rows();
    let shown = total.min(most);
    if shown == total {
        page.heading(words::AllRows);
    } else {
        page.heading(words::TheRows { shown, total: grouped(total) });
    }
    let columns = &table.columns[..table.columns.len().min(MOST_SHOWN)];
    let named = |cells: DisplayTable, column: &Column| {
        let name = names::show(lang, &column.name);
        if column.is_numeric() { cells.numbers(name) } else { cells.words(name) }
    };
    let mut cells = columns.iter().fold(DisplayTable::new(), named);
    (0..shown).for_each(|row| cells.row(columns.iter().map(|column| cell(column, row, lang))));
    page.table(cells);
    let n = table.columns.len() - columns.len();
    if n > 0 {
        page.remark(words::ColumnsLeftOut { n });
    }
}

fn cell(column: &Column, row: usize, lang: Lang) -> Cell {
    match (&column.values, column.text(row)) {
        (_, None) => Cell::from("?").with(Emphasis::Against),
        (Values::Numbers(cells), Some(_)) => short(cells[row], 4).into(),
        (Values::Words { .. }, Some(text)) => names::show(lang, &text).into(),
    }
}

/// To learn from a built-in table, or to make it one's own.
fn what_next(name: &str, context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    let Some(entry) = catalogue().iter().find(|entry: &&CatalogueEntry| entry.name == name) else { return Vec::new() };
    let learn = match entry.classify_target {
        Some(_) => context.other("classify").on(name).because(words::TryClassify, lang),
        None => context.other("cluster").on(name).because(words::TryCluster, lang),
    };
    let export = context.other("data export").on(name).with("-o", "my.csv");
    vec![learn, export.because(words::TryExport, lang)]
}

/// What the synthetic melons were drawn from, and the levels that the coefficients are
/// counted from.
pub fn truth(truth: &[TrueCoefficient], reference: &[&str], context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::TruthTitle);
    let head = DisplayTable::new().words(common::Term.text(lang));
    let mut table = head.numbers(words::TruthLogit.text(lang)).numbers(words::TruthSugar.text(lang));
    for one in truth {
        table.row([names::show(lang, one.term).into(), Cell::number(one.logit, 4), Cell::number(one.sugar, 4)]);
    }
    page.table(table);
    let levels = lang.list(reference.iter().map(|term| names::show(lang, term)));
    page.remark(words::TruthReference { levels, noise: short(NOISE_SD, 4) });
    let estimate = context.other("classify").on("melon-field").with("--l2", 0);
    page.suggest(common::TryNext, vec![estimate.because(words::TryTruth, lang)]);
    page
}
