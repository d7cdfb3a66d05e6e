//! The table of `melon compare`.

use super::{Grid, GridCell, bounds};
use crate::task::compare::{ComparedModel, Comparison};

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
    grid.rows = result.models.iter().map(|model| of_model(model, &result.data.classes)).collect();
    let baseline = &result.baseline;
    let known = |column: &String| match column.as_str() {
        "model" => "baseline".into(),
        "predicted" => baseline.majority.class.clone().into(),
        "accuracy" => baseline.majority.accuracy.into(),
        "log_loss" => baseline.majority.log_loss.into(),
        "brier" => baseline.brier.into(),
        _ => GridCell::Empty,
    };
    grid.rows.push(grid.header.iter().map(known).collect());
    grid
}

fn of_model(model: &ComparedModel, classes: &[String]) -> Vec<GridCell> {
    let answer = model.answer.as_ref();
    let mut row = vec![
        plain(&model.model),
        plain(&model.family),
        plain(&model.models),
        plain(&model.learned_from),
        model.n_params.into(),
        answer.map(|answer| answer.predicted.clone()).into(),
    ];
    row.extend(classes.iter().map(|class| answer.and_then(|a| a.probabilities.get(class).copied()).into()));
    let usual = model.usual.as_ref().filter(|usual| usual.is_probability);
    row.extend([
        answer.and_then(|answer| answer.class_mass).into(),
        model.fills.as_ref().map(|f| format!("{}={}", f.guess.feature, f.guess.value)).into(),
        usual.map(|usual| usual.score).into(),
    ]);
    let scores = model.cross_validation.as_ref();
    let metrics = scores.map(|scores| &scores.metrics);
    let three = [
        (metrics.map(|m| m.accuracy), metrics.map(|m| m.accuracy_interval)),
        (metrics.map(|m| m.log_loss), scores.and_then(|s| s.log_loss_interval)),
        (metrics.map(|m| m.brier), scores.and_then(|s| s.brier_interval)),
    ];
    three.into_iter().for_each(|(value, ends)| row.extend(std::iter::once(value.into()).chain(bounds(ends))));
    row
}

/// A name as JSON has it.
fn plain(name: &impl serde::Serialize) -> GridCell {
    serde_json::to_value(name).ok().and_then(|value| Some(value.as_str()?.to_owned())).into()
}
