//! What to try next.

use crate::data::Builtin;
use crate::model::naive_bayes::{FeatureLikelihood, Likelihood};
use crate::report::page::{PageContext, Suggestion};
use crate::report::pages::tree;
use crate::report::words::classify as words;
use crate::report::{models, names};
use crate::task::Finding;
use crate::task::classify::Classification;

/// A melon to ask about, another model, another test, a plot, more data.
pub(super) fn suggestions(result: &Classification, context: &PageContext) -> Vec<Suggestion> {
    let own = tree::suggestions(result, context);
    if !own.is_empty() {
        return best_melon(result, context).into_iter().chain(own).collect();
    }
    let steps = [best_melon, known_in_part, freedom, other_model, test_or_plot, more_melons];
    steps.into_iter().filter_map(|step| step(result, context)).collect()
}

/// To ask about the likeliest melon.
fn best_melon(result: &Classification, context: &PageContext) -> Option<Suggestion> {
    let lang = context.lang;
    let best = result.likeliest.first().filter(|_| result.predictions.is_empty())?;
    let cell = |name: &String| Some(names::show(lang, &format!("{name}={}", best.input.get(name)?)));
    let cells: Vec<String> = result.data.features.iter().filter_map(cell).collect();
    let ask = cells.iter().all(|cell| is_simple(cell)).then(|| context.again().with("--melon", cells.join(",")))?;
    let is_melon = names::is_melons(&result.data);
    Some(if is_melon { ask.because(words::TryMelon, lang) } else { ask.because(words::TrySample, lang) })
}

/// To ask about a melon of which one feature is known, which naive Bayes can answer.
fn known_in_part(result: &Classification, context: &PageContext) -> Option<Suggestion> {
    let model =
        result.naive_bayes.as_ref().filter(|model| result.predictions.is_empty() && model.features.len() > 1)?;
    let first_value = |feature: &FeatureLikelihood| match &feature.likelihood {
        Likelihood::Categorical(table) => Some(format!("{}={}", feature.name, table.levels.first()?)),
        Likelihood::Gaussian { .. } => None,
    };
    let cell = names::show(context.lang, &model.features.iter().find_map(first_value)?);
    is_simple(&cell).then(|| context.again().with("--melon", cell).because(words::TryPartly, context.lang))
}

/// With another setting of its own; with a penalty or without; or the discriminative counterpart of naive Bayes.
fn other_model(result: &Classification, context: &PageContext) -> Option<Suggestion> {
    let (again, lang) = (context.again(), context.lang);
    if let Some(other) = models::other_setting(result, context) {
        return Some(other);
    }
    // The path leads there too.
    if freedom(result, context).is_some() {
        return None;
    }
    Some(match result.options.l2 {
        _ if result.naive_bayes.is_some() => again.with("--model", "logistic").because(words::TryLogistic, lang),
        0.0 => again.with("--l2", 1).because(words::TryPenalty, lang),
        _ => again.with("--l2", 0).because(words::TryNoPenalty, lang),
    })
}

/// Whether a logistic regression overfits, where it is better on what it learned from.
fn freedom(result: &Classification, context: &PageContext) -> Option<Suggestion> {
    let flatters = |one: &Finding| matches!(one, Finding::TrainingFlatters { can_be_tried: true, .. });
    let is_open = result.l2_path.is_none() && result.predictions.is_empty() && result.findings.iter().any(flatters);
    let is_open = is_open && result.in_passes.is_none();
    is_open.then(|| context.again().with_flag("--l2-path").because(words::TryPath, context.lang))
}

fn test_or_plot(result: &Classification, context: &PageContext) -> Option<Suggestion> {
    let (again, lang) = (context.again(), context.lang);
    if result.cross_validation.is_none() {
        return Some(again.with("--cv", 5).because(words::TryCv, lang));
    }
    let can_plot = !result.samples.is_empty() && !result.fit.is_separated() && !context.has("--plot");
    can_plot.then(|| again.with_flag("--plot").because(words::TryPlot, lang))
}

fn more_melons(result: &Classification, context: &PageContext) -> Option<Suggestion> {
    let more = || context.again().without("--plot").on("melon-field").with("--rows", 1000);
    (names::builtin(&result.data) == Some(Builtin::Melons)).then(|| more().because(words::TryMoreData, context.lang))
}

/// Whether a shell and `--melon` take the text as it is.
fn is_simple(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || "_=.-".contains(c)) && text.matches('=').count() == 1
}
