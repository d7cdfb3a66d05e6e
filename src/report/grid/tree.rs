//! The tables of a decision tree.

use super::{Grid, GridCell};
use crate::task::classify::TreeReport;

/// Its rules; or, where its splits are wanted, every candidate of every node.
pub fn tree(report: &TreeReport) -> Grid {
    if report.splits.is_empty() { rules(report) } else { splits(report) }
}

fn rules(report: &TreeReport) -> Grid {
    let mut grid = Grid::new(["conditions", "predicted", "n", "n_right"]);
    for rule in &report.rules {
        let conditions: Vec<String> = rule.conditions.iter().map(ToString::to_string).collect();
        let [n, n_right] = [rule.n.0, rule.n_right.0].map(GridCell::from);
        grid.rows.push(vec![conditions.join(" & ").into(), rule.predicted.clone().into(), n, n_right]);
    }
    grid
}

fn splits(report: &TreeReport) -> Grid {
    let head = ["node", "n", "entropy", "feature", "threshold", "gain", "score", "chosen", "ties"];
    let mut grid = Grid::new(head);
    for node in &report.splits {
        for (at, tried) in node.candidates.iter().enumerate() {
            let flags =
                [node.chosen == Some(at), node.ties.contains(&at)].map(|flag| GridCell::from(usize::from(flag)));
            let of_node = [node.node.to_string().into(), node.n.into(), node.entropy.into()];
            let of_split =
                [tried.feature.clone().into(), tried.threshold.into(), tried.gain.into(), tried.score.into()];
            grid.rows.push(of_node.into_iter().chain(of_split).chain(flags).collect());
        }
    }
    grid
}
