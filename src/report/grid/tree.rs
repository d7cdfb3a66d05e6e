//! The tables of a decision tree.

use super::{Grid, number};
use crate::task::classify::TreeReport;

/// Its rules; or, where its splits are wanted, every candidate of every node.
pub fn tree(report: &TreeReport) -> Grid {
    if report.splits.is_empty() { rules(report) } else { splits(report) }
}

fn rules(report: &TreeReport) -> Grid {
    let mut grid = Grid::new(["conditions", "predicted", "n", "n_right"]);
    for rule in &report.rules {
        let conditions: Vec<String> = rule.conditions.iter().map(ToString::to_string).collect();
        let counts = [rule.n.0, rule.n_right.0].map(number);
        grid.rows.push([conditions.join(" & "), rule.predicted.clone()].into_iter().chain(counts).collect());
    }
    grid
}

fn splits(report: &TreeReport) -> Grid {
    let head = ["node", "n", "entropy", "feature", "threshold", "gain", "score", "chosen", "ties"];
    let mut grid = Grid::new(head);
    for node in &report.splits {
        for (at, tried) in node.candidates.iter().enumerate() {
            let flags = [node.chosen == Some(at), node.ties.contains(&at)].map(|flag| usize::from(flag).to_string());
            let [n, entropy, gain] = [node.n, node.entropy, tried.gain].map(number);
            let of_split = [tried.feature.clone(), number(tried.threshold), gain, number(tried.score)];
            grid.rows.push([node.node.to_string(), n, entropy].into_iter().chain(of_split).chain(flags).collect());
        }
    }
    grid
}
