//! The tables of training, generate, score and ladder.

use super::{Grid, GridCell};
use crate::task::generate::Generation;
use crate::task::ladder::{Ladder, Rung};
use crate::task::ngram::CountedNGram;
use crate::task::score::{Score, ScoredToken};
use crate::train::Evaluation;

/// The losses of a training run.
pub fn losses(history: &[Evaluation]) -> Grid {
    let mut grid = Grid::new(["step", "train_loss_nats", "val_loss_nats"]);
    for evaluation in history {
        let Evaluation { step, train_loss_nats, val_loss_nats, .. } = *evaluation;
        grid.rows.push(vec![step.into(), train_loss_nats.into(), val_loss_nats.into()]);
    }
    grid
}

/// How many distinct runs of tokens of each length were counted.
pub fn counted(result: &CountedNGram) -> Grid {
    let mut grid = Grid::new(["length", "n_distinct"]);
    let row = |(length, n): (usize, usize)| vec![length.into(), n.into()];
    grid.rows = (1..).zip(result.counts.n_distinct()).map(row).collect();
    grid
}

/// The tokens of a text that was written.
pub fn generation(result: &Generation) -> Grid {
    let mut grid = Grid::new(["index", "id", "text", "probability", "rank", "draw"]);
    for (i, token) in result.tokens.iter().enumerate() {
        let id = token.id as usize;
        let figures = [token.probability.into(), token.rank.into(), token.draw.into()];
        grid.rows
            .push([GridCell::from(i + 1), id.into(), token.text.clone().into()].into_iter().chain(figures).collect());
    }
    grid
}

/// The tokens of a text that was scored.
pub fn score(result: &Score) -> Grid {
    let mut grid = Grid::new(["index", "id", "text", "log_prob_nats"]);
    let row = |(i, token): (usize, &ScoredToken)| {
        vec![(i + 1).into(), (token.id as usize).into(), token.text.clone().into(), token.log_prob_nats.into()]
    };
    grid.rows = result.tokens.iter().enumerate().map(row).collect();
    grid
}

/// The rungs of a ladder.
pub fn ladder(result: &Ladder) -> Grid {
    let mut grid = Grid::new(["model", "n_params", "context_len", "train_nats_per_char", "val_nats_per_char"]);
    let row = |rung: &Rung| {
        let head = [rung.model.to_string().into(), rung.n_params.into(), rung.context_len.into()];
        let losses = [rung.train_nats_per_char, rung.val_nats_per_char].map(GridCell::from);
        head.into_iter().chain(losses).collect()
    };
    grid.rows = result.rows.iter().map(row).collect();
    grid
}
