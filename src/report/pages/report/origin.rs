//! What a report says of where its figures come from.

use crate::data::grammar::chats::N_PRACTISED;
use crate::data::{Column, Corpus, Dataset, Notice, Values};
use crate::lm::sampling::Strategy;
use crate::math;
use crate::report::number::{grouped, short};
use crate::report::page::{Cell, DisplayTable, Page, Text};
use crate::report::words::{Lang, common, report as words};
use crate::report::{Say, names, notices};
use crate::task::generate::ModelSummary;
use crate::task::in_passes::PassesMade;
use crate::task::training::{CorpusRecord, TrainingRecord};

/// Values of a category, or texts, that are listed one by one.
const MOST_LEVELS: usize = 6;
/// Columns that are described; a table with more is summed up.
const MOST_COLUMNS: usize = 60;

/// Where the figures of a report come from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The section on the data.
    pub data: Page,
    /// Seed of everything random.
    pub seed: Option<u64>,
    /// What the figures are of, so that it can be told whether somebody else has the same.
    pub source: Option<FigureSource>,
    /// Whether the same command gives the same figures again.
    pub repeat: Repeat,
    /// Whether the figures are a language model's.
    pub is_text: bool,
}

/// What the figures are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureSource {
    /// Data, by its SHA-256.
    Data(String),
    /// A saved model, by the SHA-256 of its parameters.
    Model(String),
    /// Problems that the program makes from the seed.
    Made,
}

/// Whether the same command gives the same figures again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Repeat {
    /// It does.
    #[default]
    Same,
    /// How many steps were done was a matter of time: of a limit, or of when it was stopped.
    /// With so many steps instead of a limit it gives the same, where that is so.
    ByTheClock {
        /// What `--iters` has to be.
        iters: Option<usize>,
    },
    /// It went on with an earlier run, and cannot be repeated alone.
    WentOn,
}

impl Default for Origin {
    /// Nothing is known.
    fn default() -> Origin {
        Origin { data: Page::new(Lang::default()), seed: None, source: None, repeat: Repeat::Same, is_text: false }
    }
}

impl Origin {
    /// A table: its size, its columns and what they hold, and what was left out and why.
    pub fn table(data: &Dataset, seed: Option<u64>, fingerprint: String, lang: Lang) -> Origin {
        let mut page = Page::new(lang);
        page.heading(words::Data);
        page.say(words::Table {
            name: names::show(lang, &data.name),
            n_samples: grouped(data.n_samples()),
            n_features: grouped(data.n_features()),
        });
        page.table(columns(data, lang));
        let more = data.n_features().saturating_sub(MOST_COLUMNS);
        if more > 0 {
            page.remark(words::MoreColumns { n: grouped(more) });
        }
        page.list(data.notices.iter().map(|one| Text::from(notices::notice(lang, one))));
        Origin { data: page, seed, source: Some(FigureSource::Data(fingerprint)), ..Origin::default() }
    }

    /// A table that was read in passes. What its columns hold was not looked at once more.
    pub fn in_passes(sketch: &Dataset, made: &PassesMade, seed: u64, lang: Lang) -> Origin {
        let mut page = Page::new(lang);
        page.heading(words::Data);
        page.say(words::Table {
            name: names::show(lang, &sketch.name),
            n_samples: grouped(made.samples),
            n_features: grouped(sketch.n_features()),
        });
        page.list(sketch.notices.iter().map(|one| Text::from(notices::notice(lang, one))));
        page.remark(words::OfFiles);
        Origin {
            data: page,
            seed: Some(seed),
            source: Some(FigureSource::Data(made.sha256.clone())),
            ..Origin::default()
        }
    }

    /// Text that was learned from.
    pub fn text(corpus: &Corpus, seed: Option<u64>, lang: Lang) -> Origin {
        let data = text(&corpus.names(), corpus.n_chars(), lang);
        Origin { data, seed, source: Some(FigureSource::Data(corpus.sha256())), is_text: true, ..Origin::default() }
    }

    /// What a training has learned from.
    pub fn training(record: &TrainingRecord, lang: Lang) -> Origin {
        let CorpusRecord { names, n_chars, sha256, .. } = &record.corpus;
        // Conversations without a file are the built-in ones, which are as many in either language.
        let chats = || words::BuiltinChats { n: grouped(2 * N_PRACTISED) }.say(lang);
        let data = match names.is_empty() {
            true => said(chats(), *n_chars, lang),
            false => text(names, *n_chars, lang),
        };
        let source = Some(FigureSource::Data(sha256.clone()));
        Origin { data, seed: Some(record.options.seed.0), source, is_text: true, ..Origin::default() }
    }

    /// A language model that was asked.
    pub fn model(model: &ModelSummary, source: Option<FigureSource>, seed: Option<u64>, lang: Lang) -> Origin {
        let mut page = Page::new(lang);
        page.heading(words::Asked);
        page.say(crate::report::pages::generate::model(lang, model));
        Origin { data: page, seed, source, is_text: true, ..Origin::default() }
    }

    /// The same, and how its tokens were chosen.
    pub fn choosing(mut self, strategy: Strategy, lang: Lang) -> Origin {
        self.data.say(crate::report::pages::generate::chosen(lang, strategy));
        self
    }

    /// The same without a word on the model: the page has told of it.
    pub fn without_summary(self) -> Origin {
        Origin { data: Page::new(Lang::default()), ..self }
    }

    /// Problems that the program makes from the seed.
    pub fn made(seed: u64) -> Origin {
        Origin { seed: Some(seed), source: Some(FigureSource::Made), is_text: true, ..Origin::default() }
    }

    /// The same, and whether the command gives the same figures again.
    pub fn repeating(self, repeat: Repeat) -> Origin {
        Origin { repeat, ..self }
    }
}

fn text(files: &[String], n_chars: usize, lang: Lang) -> Page {
    let files = match files.len() {
        n if n > MOST_LEVELS => words::ManyTexts { n: grouped(n) }.say(lang),
        _ => lang.names(files.iter().map(|name| names::show(lang, name))),
    };
    said(files, n_chars, lang)
}

/// What the text is called, and how long it is.
fn said(files: String, n_chars: usize, lang: Lang) -> Page {
    let mut page = Page::new(lang);
    page.heading(words::Data);
    page.say(words::Text { files, n_chars: grouped(n_chars) });
    page
}

/// A line a column: what for, of what kind, what it holds, what is missing.
fn columns(data: &Dataset, lang: Lang) -> DisplayTable {
    let head = DisplayTable::new().words(common::Column.text(lang)).words(words::Role.text(lang));
    let head = head.words(words::Kind.text(lang)).words(words::Holds.text(lang));
    let mut table = head.numbers(words::Missing.text(lang));
    let left_out = data.notices.iter().filter_map(left_out).map(|column| (column, words::LeftOut.text(lang)));
    let features = data.features.iter().take(MOST_COLUMNS).map(|column| (column, words::Feature.text(lang)));
    let target = data.target.iter().map(|column| (column, words::Target.text(lang)));
    for (column, role) in features.chain(target) {
        let n_missing = (0..column.len()).filter(|&row| column.is_missing(row)).count();
        let kind = if column.is_numeric() { words::Number.text(lang) } else { words::Category.text(lang) };
        let name = names::show(lang, &column.name);
        table.row([name.into(), role.into(), kind.into(), holds(column, lang).into(), n_missing.into()]);
    }
    for (column, role) in left_out {
        let name = names::show(lang, column);
        table.row([name.into(), role.into(), Cell::empty(), Cell::empty(), Cell::empty()]);
    }
    table
}

/// The column that this says was left out.
fn left_out(notice: &Notice) -> Option<&str> {
    match notice {
        Notice::IdColumn { column, .. }
        | Notice::OutcomeLeftOut { column }
        | Notice::KnownOnceCut { column }
        | Notice::NotAskedFor { column, .. } => Some(column),
        _ => None,
    }
}

/// From where to where its numbers go, or how often each of its values occurs.
fn holds(column: &Column, lang: Lang) -> String {
    let Values::Words { levels, codes } = &column.values else { return span(column) };
    let mut counts = vec![0; levels.len()];
    for &code in codes {
        if let Some(count) = counts.get_mut(code as usize) {
            *count += 1;
        }
    }
    let mut some: Vec<(&String, usize)> = levels.iter().zip(counts).filter(|&(_, n)| n > 0).collect();
    if some.len() > MOST_LEVELS {
        return words::ManyValues { n: grouped(some.len()) }.say(lang);
    }
    some.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
    lang.names(some.into_iter().map(|(level, n)| format!("{} {}", names::show(lang, level), grouped(n))))
}

fn span(column: &Column) -> String {
    let Values::Numbers(cells) = &column.values else { return String::new() };
    let [low, high] = math::least_and_largest(cells.iter().copied());
    if low > high { String::new() } else { format!("{} … {}", short(low, 4), short(high, 4)) }
}
