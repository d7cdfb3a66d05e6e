//! A table of the reader's own: what stands in it, and the page that a command makes of it.

use super::question::{Question, QueueLane};
use crate::data::{Column, Dataset, Feature, Goal, fingerprint, parse_melon};
use crate::report::page::{Block, Command, Page, PageContext};
use crate::report::pages::Origin;
use crate::report::words::web as words;
use crate::report::{Lang, json_document as json, notices, pages, render};
use crate::task::Melon;
use crate::task::classifiers::ModelName;
use crate::task::classify::{ClassifyOptions, classify, plane};
use crate::task::cluster::{ClusterOptions, cluster};
use crate::task::compare::{CompareOptions, compare};
use crate::task::regress::{RegressOptions, line, regress};
use crate::web::failure::{RequestFailure, said};
use crate::web::names_and_commands::{self, ShownNames, Typed};
use crate::web::request_context::RequestContext;
use crate::web::tables::{ColumnChoices, PageTable};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The seed of every report: the usual one.
const SEED: u64 = 42;
/// Rows that are shown.
const N_SHOWN: usize = 12;
/// Rows up to which a comparison is made on the page: its GPT learns once a fold.
const MOST_COMPARED: usize = 2000;

/// What stands in a table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inspect {
    table: PageTable,
    #[serde(default)]
    columns: ColumnChoices,
}

/// What a command makes of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Report {
    table: PageTable,
    #[serde(default)]
    columns: ColumnChoices,
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
    names: ShownNames,
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

    fn answer(self, asked: &RequestContext) -> Result<Inspected, RequestFailure> {
        let table = self.table.table(&self.columns, asked.lang)?;
        let row = |row: usize| table.columns.iter().map(|column| column.text(row).map(String::from)).collect();
        Ok(Inspected {
            n_rows: table.n_rows(),
            columns: table.columns.iter().map(described).collect(),
            rows: (0..table.n_rows().min(N_SHOWN)).map(row).collect(),
            notices: table.notices.iter().map(|notice| notices::notice(asked.lang, notice)).collect(),
            names: names_and_commands::names_in_table(&table, asked.lang),
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

/// The page without the suggestions to draw what stands below it.
fn drawn(mut page: Page) -> Page {
    for block in &mut page.blocks {
        if let Block::Suggestions(all) = block {
            all.retain(|one| !one.command.options.iter().any(|(flag, _)| flag == "--plot"));
        }
    }
    page
}

/// What a command has made: its page, the plots that stand beside it, and its figures.
struct ReportParts {
    page: Page,
    plots: Page,
    json: String,
}

impl Question for Report {
    type Answer = Reported;

    const LANE: QueueLane = QueueLane::Report;

    fn commands(&self, asked: &RequestContext) -> Vec<Typed> {
        vec![self.command(asked.lang).because(words::TrySame.text(asked.lang), asked.lang).into()]
    }

    fn answer(self, asked: &RequestContext) -> Result<Reported, RequestFailure> {
        let lang = asked.lang;
        let commands = self.commands(asked);
        let context = PageContext::new(lang, self.command(lang));
        let data = self.table.dataset(&self.columns, self.goal(), lang)?;
        let ReportParts { page, plots, json } = self.made(&data, &context, asked)?;
        let origin = Origin::table(&data, Some(SEED), fingerprint(data.features.iter().chain(&data.target)), lang);
        let whole = pages::report(page.clone(), plots.clone(), &origin, &context);
        Ok(Reported {
            html: render::html::fragment(&drawn(page).followed_by(plots)).into_string(),
            file: render::html(&whole),
            json,
            notices: data.notices.iter().map(|notice| notices::notice(lang, notice)).collect(),
            commands,
        })
    }
}

impl Report {
    fn goal(&self) -> Goal {
        match self.task {
            Task::Regress => Goal::Regress,
            Task::Cluster => Goal::Cluster,
            Task::Classify | Task::NaiveBayes | Task::Compare => Goal::Classify,
        }
    }

    fn command(&self, lang: Lang) -> Command {
        let named = |name: &str| self.columns.typed(Command::new(name).on(self.table.name()), lang);
        let command = match self.task {
            Task::Classify => named("classify"),
            Task::NaiveBayes => named("classify").with("--model", "naive-bayes"),
            Task::Regress => named("regress"),
            Task::Cluster => named("cluster"),
            Task::Compare => named("compare"),
        };
        if self.melon.is_empty() { command } else { command.with("--melon", &self.melon) }
    }

    fn made(
        &self,
        data: &Dataset,
        context: &PageContext,
        asked: &RequestContext,
    ) -> Result<ReportParts, RequestFailure> {
        let features: Vec<Feature> = data.features.iter().map(Feature::from).collect();
        let melons: Vec<Melon> =
            if self.melon.is_empty() { Vec::new() } else { vec![parse_melon(&self.melon, &features)?] };
        match self.task {
            Task::Classify => classified(data, ModelName::Logistic, &melons, context),
            Task::NaiveBayes => classified(data, ModelName::NaiveBayes, &melons, context),
            Task::Regress => {
                let result = regress(data, &RegressOptions::default(), &melons)?;
                let plots = pages::regress_plots(&result, line(data, &result).as_ref(), context);
                Ok(ReportParts { page: pages::regress(&result, context), plots, json: json(&result) })
            }
            Task::Cluster => {
                let result = cluster(data, &ClusterOptions::default())?;
                let plots = pages::cluster_plots(&result, context);
                Ok(ReportParts { page: pages::cluster(&result, context), plots, json: json(&result) })
            }
            Task::Compare => compared(data, melons.first(), context, asked),
        }
    }
}

fn classified(
    data: &Dataset,
    model: ModelName,
    melons: &[Melon],
    context: &PageContext,
) -> Result<ReportParts, RequestFailure> {
    let result = classify(data, &ClassifyOptions { model, ..ClassifyOptions::default() }, melons)?;
    let page = pages::classify(&result, context);
    let plots = pages::classify_plots(&result, plane(data, &result).as_ref(), context);
    Ok(ReportParts { page, plots, json: json(&result) })
}

fn compared(
    data: &Dataset,
    melon: Option<&Melon>,
    context: &PageContext,
    asked: &RequestContext,
) -> Result<ReportParts, RequestFailure> {
    if data.n_samples() > MOST_COMPARED {
        return Err(said(words::TooManyRows { n: data.n_samples(), most: MOST_COMPARED }, asked.lang));
    }
    let options = CompareOptions { tongue: asked.lang.language().tongue, ..CompareOptions::default() };
    let result = compare(data, melon, &options)?;
    let plots = pages::compare_plots(&result, context);
    Ok(ReportParts { page: pages::compare(&result, context), plots, json: json(&result) })
}
