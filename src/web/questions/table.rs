//! A table of the reader's own: what stands in it, and the page that a command makes of it.

use super::question::Question;
use crate::data::{Column, Feature, Goal, parse_melon};
use crate::report::page::{Command, Page, PageContext};
use crate::report::words::web as words;
use crate::report::{json, notices, pages, render};
use crate::task::Melon;
use crate::task::classifiers::ModelName;
use crate::task::classify::{ClassifyOptions, classify};
use crate::task::cluster::{ClusterOptions, cluster};
use crate::task::compare::{CompareOptions, compare};
use crate::task::regress::{RegressOptions, regress};
use crate::web::asked::Asked;
use crate::web::failure::{Failure, said};
use crate::web::shown::{self, Names, Typed};
use crate::web::tables::{Columns, Source};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Rows that are shown.
const N_SHOWN: usize = 12;
/// Rows up to which a comparison is made on the page: its GPT learns once a fold.
const MOST_COMPARED: usize = 2000;

/// What stands in a table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inspect {
    table: Source,
    #[serde(default)]
    columns: Columns,
}

/// What a command makes of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Report {
    table: Source,
    #[serde(default)]
    columns: Columns,
    task: Task,
    /// A melon to ask about; empty for none.
    #[serde(default)]
    melon: String,
}

/// The commands for tables.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum Task {
    Classify,
    NaiveBayes,
    Regress,
    Cluster,
    Compare,
}

#[derive(Serialize)]
pub(super) struct Inspected {
    name: String,
    n_rows: usize,
    columns: Vec<Described>,
    /// The first rows, as text; `null` where a cell is missing.
    rows: Vec<Vec<Option<String>>>,
    notices: Vec<String>,
    names: Names,
}

#[derive(Serialize)]
struct Described {
    name: String,
    is_numeric: bool,
    n_missing: usize,
    n_distinct: usize,
    /// What a categorical column may be, the first values.
    values: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Reported {
    /// The blocks, to stand on the page.
    html: String,
    /// The same as a file of its own.
    file: String,
    /// The figures as `--format json` has them.
    json: String,
    notices: Vec<String>,
    commands: Vec<Typed>,
}

impl Question for Inspect {
    type Answer = Inspected;

    fn answer(self, asked: &Asked) -> Result<Inspected, Failure> {
        let table = self.table.table(&self.columns, asked.lang)?;
        let row = |row: usize| table.columns.iter().map(|column| column.text(row).map(String::from)).collect();
        Ok(Inspected {
            n_rows: table.n_rows(),
            columns: table.columns.iter().map(described).collect(),
            rows: (0..table.n_rows().min(N_SHOWN)).map(row).collect(),
            notices: table.notices.iter().map(|notice| notices::notice(asked.lang, notice)).collect(),
            names: shown::names_in_table(&table, asked.lang),
            name: table.name,
        })
    }
}

fn described(column: &Column) -> Described {
    let texts: BTreeSet<String> = (0..column.len()).filter_map(|row| column.text(row).map(String::from)).collect();
    Described {
        name: column.name.clone(),
        is_numeric: column.is_numeric(),
        n_missing: (0..column.len()).filter(|&row| column.is_missing(row)).count(),
        n_distinct: texts.len(),
        values: column.levels_in_use().into_iter().take(N_SHOWN).map(str::to_owned).collect(),
    }
}

/// A page, the figures on it, and what was noticed of the data.
type Made = (Page, String, Vec<String>);

impl Question for Report {
    type Answer = Reported;

    fn answer(self, asked: &Asked) -> Result<Reported, Failure> {
        let lang = asked.lang;
        let command = self.command();
        let (page, json, notices) = self.page(&PageContext::new(lang, command.clone()), asked)?;
        Ok(Reported {
            html: render::html::fragment(&page).into_string(),
            file: render::html(&page),
            json,
            notices,
            commands: vec![command.because(words::TrySame.text(lang), lang).into()],
        })
    }
}

impl Report {
    fn command(&self) -> Command {
        let named = |name: &str| self.columns.typed(Command::new(name).on(self.table.name()));
        let command = match self.task {
            Task::Classify => named("classify"),
            Task::NaiveBayes => named("classify").with("--model", "naive-bayes"),
            Task::Regress => named("regress"),
            Task::Cluster => named("cluster"),
            Task::Compare => named("compare"),
        };
        if self.melon.is_empty() { command } else { command.with("--melon", &self.melon) }
    }

    fn page(&self, context: &PageContext, asked: &Asked) -> Result<Made, Failure> {
        let lang = asked.lang;
        let goal = match self.task {
            Task::Regress => Goal::Regress,
            Task::Cluster => Goal::Cluster,
            Task::Classify | Task::NaiveBayes | Task::Compare => Goal::Classify,
        };
        let data = self.table.dataset(&self.columns, goal, lang)?;
        let features: Vec<Feature> = data.features.iter().map(Feature::from).collect();
        let melons: Vec<Melon> =
            if self.melon.is_empty() { Vec::new() } else { vec![parse_melon(&self.melon, &features)?] };
        let (page, figures) = match self.task {
            Task::Classify | Task::NaiveBayes => {
                let model =
                    if matches!(self.task, Task::Classify) { ModelName::Logistic } else { ModelName::NaiveBayes };
                let result = classify(&data, &ClassifyOptions { model, ..ClassifyOptions::default() }, &melons)?;
                let page = pages::classify(&result, context);
                let has_sigmoid = model == ModelName::Logistic && !result.samples.is_empty();
                let page = if has_sigmoid { page.followed_by(pages::sigmoid(&result, context)) } else { page };
                (page, json(&result))
            }
            Task::Regress => {
                let result = regress(&data, &RegressOptions::default(), &melons)?;
                (
                    pages::regress(&result, context).followed_by(pages::regress_plots(&result, None, context)),
                    json(&result),
                )
            }
            Task::Cluster => {
                let result = cluster(&data, &ClusterOptions::default())?;
                (pages::cluster(&result, context), json(&result))
            }
            Task::Compare => {
                if data.n_samples() > MOST_COMPARED {
                    return Err(said(words::TooManyRows { n: data.n_samples(), most: MOST_COMPARED }, lang));
                }
                let options = CompareOptions { tongue: lang.language().tongue, ..CompareOptions::default() };
                let result = compare(&data, melons.first(), &options)?;
                (pages::compare(&result, context), json(&result))
            }
        };
        let noticed = data.notices.iter().map(|notice| notices::notice(lang, notice)).collect();
        Ok((page, figures, noticed))
    }
}
