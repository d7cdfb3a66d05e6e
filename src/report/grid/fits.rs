//! The tables of classify, regress and cluster.

use super::tree::tree;
use super::{Grid, GridCell, bounds};
use crate::model::NaiveBayes;
use crate::model::naive_bayes::{FeatureLikelihood, Likelihood};
use crate::task::classify::{ClassPrediction, Classification};
use crate::task::cluster::{Clustering, RangeEntry};
use crate::task::regress::{NumberPrediction, Regression};
use std::collections::BTreeMap;

/// How the share of a class, `P(y)`, is called where a feature would stand.
const PRIOR: &str = "(prior)";

/// The table of a classification.
pub fn classification(result: &Classification) -> Grid {
    if !result.predictions.is_empty() {
        return class_predictions(result);
    }
    if let Some(model) = &result.naive_bayes {
        return likelihoods(model);
    }
    if let Some(report) = &result.tree {
        return tree(report);
    }
    let head = ["class", "term", "estimate", "std_error", "z", "p_value", "low", "high", "odds_ratio"];
    let by_class = result.data.classes.len() > 2;
    let from = if by_class { 0 } else { 1 };
    let mut grid = Grid::new(head.into_iter().skip(from));
    for c in &result.coefficients {
        let [low, high] = bounds(c.interval);
        let names = [c.class.clone().into(), c.term.clone().into()];
        let figures = [c.estimate, c.std_error, c.z, c.p_value].map(GridCell::from);
        let cells = names.into_iter().chain(figures).chain([low, high, c.odds_ratio.into()]);
        grid.rows.push(cells.skip(from).collect());
    }
    grid
}

/// What naive Bayes remembers, one line a class and value: first `P(y)`, then every
/// `P(x_i | y)`, or the mean and the standard deviation of a number.
fn likelihoods(model: &NaiveBayes) -> Grid {
    let mut grid = Grid::new(["class", "feature", "value", "probability", "mean", "std_dev"]);
    for (at, class) in model.classes.iter().enumerate() {
        let mut line = |feature: &str, value: Option<&str>, figures: [Option<f64>; 3]| {
            let names = [class.as_str().into(), feature.into(), value.into()];
            grid.rows.push(names.into_iter().chain(figures.map(GridCell::from)).collect());
        };
        line(PRIOR, None, [Some(model.priors[at]), None, None]);
        for FeatureLikelihood { name, likelihood } in &model.features {
            match likelihood {
                Likelihood::Categorical(table) => {
                    for (value, share) in table.levels.iter().zip(&table.probabilities[at]) {
                        line(name, Some(value), [Some(*share), None, None]);
                    }
                }
                Likelihood::Gaussian { means, std_devs, .. } => {
                    line(name, None, [None, Some(means[at]), Some(std_devs[at])]);
                }
            }
        }
    }
    grid
}

fn input_cells(features: &[String], input: &BTreeMap<String, String>) -> Vec<GridCell> {
    features.iter().map(|name| input.get(name).cloned().into()).collect()
}

fn class_predictions(result: &Classification) -> Grid {
    let classes = &result.data.classes;
    let probabilities = classes.iter().map(|class| format!("P({class})"));
    let mut grid = Grid::new(
        result.data.features.iter().cloned().chain(probabilities).chain(std::iter::once("predicted".to_owned())),
    );
    let row = |p: &ClassPrediction| {
        let mut cells = input_cells(&result.data.features, &p.input);
        cells.extend(classes.iter().map(|class| p.probabilities.get(class).copied().into()));
        cells.push(p.predicted.clone().into());
        cells
    };
    grid.rows = result.predictions.iter().map(row).collect();
    grid
}

/// The table of a regression.
pub fn regression(result: &Regression) -> Grid {
    if !result.predictions.is_empty() {
        let mut grid = Grid::new(result.data.features.iter().cloned().chain(std::iter::once("predicted".to_owned())));
        let row = |p: &NumberPrediction| {
            let mut cells = input_cells(&result.data.features, &p.input);
            cells.push(p.predicted.into());
            cells
        };
        grid.rows = result.predictions.iter().map(row).collect();
        return grid;
    }
    let mut grid = Grid::new(["term", "estimate", "std_error", "t", "p_value", "low", "high"]);
    for c in &result.coefficients {
        let [low, high] = bounds(c.interval);
        let figures = [c.estimate, c.std_error, c.t, c.p_value].map(GridCell::from);
        grid.rows.push(std::iter::once(c.term.clone().into()).chain(figures).chain([low, high]).collect());
    }
    grid
}

/// The table of a clustering.
pub fn clustering(result: &Clustering) -> Grid {
    if !result.range.is_empty() {
        let mut grid = Grid::new(["k", "inertia", "silhouette"]);
        let row = |e: &RangeEntry| vec![e.k.into(), e.inertia.into(), e.silhouette.into()];
        grid.rows = result.range.iter().map(row).collect();
        return grid;
    }
    let mut grid = Grid::new(["cluster", "size"].map(str::to_owned).into_iter().chain(result.terms.iter().cloned()));
    for (cluster, (size, centroid)) in result.sizes.iter().zip(&result.centroids).enumerate() {
        let head = [GridCell::from(cluster + 1), (*size).into()];
        grid.rows.push(head.into_iter().chain(centroid.iter().map(|&value| GridCell::from(value))).collect());
    }
    grid
}
