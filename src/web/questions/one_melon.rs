//! One melon, two views: what both families say of it, having learned from the table as it is.

use super::question::Question;
use crate::data::{Dataset, Feature, Goal, parse_melon};
use crate::eval::classification::ClassificationMetrics;
use crate::report::page::{Command, Suggestion};
use crate::report::words::web as words;
use crate::task::Melon;
use crate::task::classifiers::ModelName;
use crate::task::classify::{Classification, ClassifyOptions, Factor, MajorityBaseline, classify};
use crate::task::compare::{CompareOptions, Comparison, compare};
use crate::task::{Cv, Scheme};
use crate::web::failure::RequestFailure;
use crate::web::names_and_commands::{self, ShownNames, Typed};
use crate::web::request_context::RequestContext;
use crate::web::tables::{ColumnChoices, PageTable};
use serde::{Deserialize, Serialize};

/// The models that are asked.
const MODELS: [ModelName; 4] = [ModelName::Logistic, ModelName::NaiveBayes, ModelName::NGram, ModelName::Gpt];

/// Of which table, and which melon.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OneMelon {
    table: PageTable,
    #[serde(default)]
    columns: ColumnChoices,
    /// `color=green,root=curled`; what is hidden is left out.
    melon: String,
}

/// What all say.
#[derive(Serialize)]
pub(super) struct Views {
    /// The portraits that `melon compare` shows.
    comparison: Comparison,
    logistic: Discriminative,
    bayes: GenerativeView,
    names: ShownNames,
    commands: Vec<Typed>,
}

/// What the page draws of the logistic regression.
#[derive(Serialize)]
struct Discriminative {
    quality: Quality,
    /// Every sample on the axis of the log-odds: row, log-odds, whether it is of the positive class.
    samples: Vec<(usize, f64, bool)>,
}

/// What the page draws of naive Bayes.
#[derive(Serialize)]
struct GenerativeView {
    quality: Quality,
    /// `P(y)`, then each `P(x_i | y)`: their product is `P(x, y)`.
    factors: Vec<Factor>,
    /// `ln P(x)`.
    log_evidence_nats: f64,
    /// Samples that are less usual.
    n_less_usual: usize,
}

/// How good a model is.
#[derive(Serialize)]
struct Quality {
    train: ClassificationMetrics,
    held_out: Option<ClassificationMetrics>,
    scheme: Option<Scheme>,
    baseline: MajorityBaseline,
}

impl Question for OneMelon {
    type Answer = Views;

    fn answer(self, asked: &RequestContext) -> Result<Views, RequestFailure> {
        let data = self.table.dataset(&self.columns, Goal::Classify, asked.lang)?;
        let features: Vec<Feature> = data.features.iter().map(Feature::from).collect();
        let melon = parse_melon(&self.melon, &features)?;
        let comparison = compare(&data, Some(&melon), &options(asked))?;
        let fit = |model| {
            let whole = [melon.clone()];
            // A logistic regression cannot be asked about a melon with a feature hidden.
            let melons: &[Melon] = if model == ModelName::NaiveBayes { &whole } else { &[] };
            classify(&data, &ClassifyOptions { model, ..ClassifyOptions::default() }, melons)
        };
        let (logistic, bayes) = (fit(ModelName::Logistic)?, fit(ModelName::NaiveBayes)?);
        Ok(Views {
            comparison,
            names: names_and_commands::names_in(&data, asked.lang),
            commands: self.commands(&data, &melon, asked).into_iter().map(Typed::from).collect(),
            logistic: discriminative(logistic),
            bayes: generative(bayes),
        })
    }
}

/// The same models as one command compares, tested elsewhere and making no melons.
pub(super) fn options(asked: &RequestContext) -> CompareOptions {
    CompareOptions {
        models: MODELS.to_vec(),
        cv: Cv::None,
        n_samples: 0,
        tongue: asked.lang.language().tongue,
        ..CompareOptions::default()
    }
}

impl OneMelon {
    fn commands(&self, data: &Dataset, melon: &Melon, asked: &RequestContext) -> Vec<Suggestion> {
        let lang = asked.lang;
        let ask = |name: &str| {
            // A melon of which nothing is known is one, too: without the option the first row is asked about.
            let command = self.columns.typed(Command::new(name).on(self.table.name()), lang);
            command.with("--melon", names_and_commands::melon(melon, lang))
        };
        let mut all = vec![ask("compare").because(words::TryCompare, lang)];
        if melon.len() == data.n_features() {
            all.push(ask("classify").because(words::TryClassify, lang));
        }
        all.push(ask("classify").with("--model", "naive-bayes").because(words::TryBayes, lang));
        all
    }
}

fn quality(result: &Classification) -> Quality {
    Quality {
        train: result.train.clone(),
        held_out: result.cross_validation.as_ref().map(|held_out| held_out.metrics.clone()),
        scheme: result.cross_validation.as_ref().map(|held_out| held_out.scheme),
        baseline: result.baseline.clone(),
    }
}

fn discriminative(result: Classification) -> Discriminative {
    let samples = result.samples.iter().map(|sample| (sample.row, sample.log_odds, sample.positive)).collect();
    Discriminative { quality: quality(&result), samples }
}

fn generative(mut result: Classification) -> GenerativeView {
    let quality = quality(&result);
    let known = result.predictions.pop().and_then(|prediction| prediction.generative);
    let known = known.expect("naive Bayes was asked about one melon");
    GenerativeView {
        quality,
        factors: known.factors,
        log_evidence_nats: known.log_evidence_nats,
        n_less_usual: known.n_less_usual,
    }
}
