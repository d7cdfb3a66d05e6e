//! The table of `melon compare`.

use super::{Grid, bounds, number};
use crate::task::compare::{Comparison, Portrait};

/// What stands behind the probabilities of the classes.
const FIGURES: [&str; 12] = [
    "class_mass",
    "fills",
    "log_probability",
    "accuracy",
    "accuracy_low",
    "accuracy_high",
    "log_loss",
    "log_loss_low",
    "log_loss_high",
    "brier",
    "brier_low",
    "brier_high",
];

/// One line a model: what it is, its answer and its held-out figures; last the baseline.
pub fn comparison(result: &Comparison) -> Grid {
    let head = ["model", "family", "models", "learned_from", "n_params", "predicted"].map(str::to_owned);
    let probabilities = result.data.classes.iter().map(|class| format!("P({class})"));
    let mut grid = Grid::new(head.into_iter().chain(probabilities).chain(FIGURES.map(str::to_owned)));
    grid.rows = result.models.iter().map(|portrait| of_model(portrait, &result.data.classes)).collect();
    let baseline = &result.baseline;
    let known = |column: &String| match column.as_str() {
        "model" => "baseline".to_owned(),
        "predicted" => baseline.majority.class.clone(),
        "accuracy" => number(baseline.majority.accuracy),
        "log_loss" => number(baseline.majority.log_loss),
        "brier" => number(baseline.brier),
        _ => String::new(),
    };
    grid.rows.push(grid.header.iter().map(known).collect());
    grid
}

fn of_model(portrait: &Portrait, classes: &[String]) -> Vec<String> {
    let answer = portrait.answer.as_ref();
    let mut row = vec![
        plain(&portrait.model),
        plain(&portrait.family),
        plain(&portrait.models),
        plain(&portrait.learned_from),
        portrait.n_params.to_string(),
        answer.map_or(String::new(), |answer| answer.predicted.clone()),
    ];
    row.extend(classes.iter().map(|class| number(answer.and_then(|a| a.probabilities.get(class).copied()))));
    let usual = portrait.usual.as_ref().filter(|usual| usual.is_probability);
    row.extend([
        number(answer.and_then(|answer| answer.class_mass)),
        portrait.fills.as_ref().map_or(String::new(), |f| format!("{}={}", f.guess.feature, f.guess.value)),
        number(usual.map(|usual| usual.score)),
    ]);
    let scores = portrait.cross_validation.as_ref();
    let metrics = scores.map(|scores| &scores.metrics);
    let three = [
        (metrics.map(|m| m.accuracy), metrics.map(|m| m.accuracy_interval)),
        (metrics.map(|m| m.log_loss), scores.and_then(|s| s.log_loss_interval)),
        (metrics.map(|m| m.brier), scores.and_then(|s| s.brier_interval)),
    ];
    three.into_iter().for_each(|(value, ends)| row.extend(std::iter::once(number(value)).chain(bounds(ends))));
    row
}

/// A name as JSON has it.
fn plain(name: &impl serde::Serialize) -> String {
    serde_json::to_value(name).ok().and_then(|value| Some(value.as_str()?.to_owned())).unwrap_or_default()
}
