//! The tables of curve and scale.

use super::{Grid, GridCell};
use crate::task::curve::Curve;
use crate::task::scale::{Scale, TaskScores};

/// The points of learning curves.
pub fn curve(result: &Curve) -> Grid {
    let head = ["model", "n_train", "error", "low", "high", "n_test", "n_splits", "n_guessed", "n_separated"];
    let mut grid = Grid::new(head);
    for curve in &result.curves {
        for p in &curve.points {
            let [low, high] = p.interval;
            let counts = [result.n_test, result.options.n_splits, p.n_guessed, p.n_separated].map(GridCell::from);
            let cells = [curve.model.to_string().into(), p.size.into(), p.error.into(), low.into(), high.into()];
            grid.rows.push(cells.into_iter().chain(counts).collect());
        }
    }
    grid
}

/// The scores of every size and task.
pub fn scale(result: &Scale) -> Grid {
    let measures = ["exact_match", "token_accuracy", "log_prob_nats"];
    let bounded = measures.iter().flat_map(|name| [(*name).to_owned(), format!("{name}_low"), format!("{name}_high")]);
    let head = ["task", "n_params", "n_layer", "n_head", "n_embd", "iters", "loss_nats", "n_test"].map(str::to_owned);
    let mut grid = Grid::new(head.into_iter().chain(bounded));
    for size in &result.sizes {
        for TaskScores { task, scores } in &size.scores {
            let shape = [size.n_params, size.shape.n_layer, size.shape.n_head, size.shape.n_embd, result.iters];
            let mut row: Vec<GridCell> = vec![task.name().into()];
            row.extend(shape.map(GridCell::from));
            row.extend([size.loss_nats.into(), scores.n.into()]);
            for (value, interval) in [
                (scores.exact_match, scores.exact_match_interval),
                (scores.token_accuracy, scores.token_accuracy_interval),
                (scores.log_prob_nats, scores.log_prob_interval),
            ] {
                row.push(value.into());
                row.extend(interval.map(GridCell::from));
            }
            grid.rows.push(row);
        }
    }
    grid
}
