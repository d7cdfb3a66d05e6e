//! The tables of training, generate, score and ladder.

use super::{Grid, number};
use crate::task::generate::Generation;
use crate::task::ladder::{Ladder, Rung};
use crate::task::ngram::Counted;
use crate::task::score::{Score, ScoredToken};
use crate::train::Evaluation;

/// The losses of a training run.
pub fn losses(history: &[Evaluation]) -> Grid {
    let mut grid = Grid::new(["step", "train_loss_nats", "val_loss_nats"]);
    for evaluation in history {
        let losses = [evaluation.train_loss_nats, evaluation.val_loss_nats].map(number);
        grid.rows.push(std::iter::once(evaluation.step.to_string()).chain(losses).collect());
    }
    grid
}

/// How many distinct runs of tokens of each length were counted.
pub fn counted(result: &Counted) -> Grid {
    let mut grid = Grid::new(["length", "n_distinct"]);
    grid.rows =
        (1..).zip(result.counts.n_distinct()).map(|(length, n)| vec![length.to_string(), n.to_string()]).collect();
    grid
}

/// The tokens of a text that was written.
pub fn generation(result: &Generation) -> Grid {
    let mut grid = Grid::new(["index", "id", "text", "probability", "rank", "draw"]);
    for (i, token) in result.tokens.iter().enumerate() {
        let figures = [number(token.probability), token.rank.to_string(), number(token.draw)];
        grid.rows
            .push([(i + 1).to_string(), token.id.to_string(), token.text.clone()].into_iter().chain(figures).collect());
    }
    grid
}

/// The tokens of a text that was scored.
pub fn score(result: &Score) -> Grid {
    let mut grid = Grid::new(["index", "id", "text", "log_prob_nats"]);
    let row = |(i, token): (usize, &ScoredToken)| {
        vec![(i + 1).to_string(), token.id.to_string(), token.text.clone(), number(token.log_prob_nats)]
    };
    grid.rows = result.tokens.iter().enumerate().map(row).collect();
    grid
}

/// The rungs of a ladder.
pub fn ladder(result: &Ladder) -> Grid {
    let mut grid = Grid::new(["model", "n_params", "context_len", "train_nats_per_char", "val_nats_per_char"]);
    let row = |rung: &Rung| {
        let losses = [rung.train_nats_per_char, rung.val_nats_per_char].map(number);
        let head = [rung.model.to_string(), rung.n_params.to_string(), rung.context_len.to_string()];
        head.into_iter().chain(losses).collect()
    };
    grid.rows = result.rows.iter().map(row).collect();
    grid
}
