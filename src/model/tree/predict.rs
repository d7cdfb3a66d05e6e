//! A tree answers: down the branches to a leaf, whose shares are the probabilities.

use super::node::{Node, Tree, TreeFeature, TreeSplit, leaves_of, shares_of};
use super::path::TreePath;
use crate::data::{Column, EncodeError, Feature};
use crate::model::cells::FeatureCells;
use crate::model::{Classifier, Explanation, Gaps, ModelError, TreeWay};
use ndarray::Array2;

impl Tree {
    /// The cells of each feature. A column that no question asks for may be missing.
    fn cells(&self, columns: &[Column]) -> Result<Vec<FeatureCells>, ModelError> {
        let nothing = || FeatureCells::Levels(vec![None; columns.first().map_or(0, Column::len)]);
        let cells = |(at, feature): (usize, &TreeFeature)| match feature.cells(columns) {
            Err(ModelError::Encode(EncodeError::MissingColumn { .. })) if !self.asks_for(at) => Ok(nothing()),
            found => found,
        };
        self.features.iter().enumerate().map(cells).collect()
    }

    /// Whether some question asks for this feature.
    fn asks_for(&self, feature: usize) -> bool {
        self.nodes.iter().flat_map(|node| &node.split).any(|split| split.feature == feature)
    }

    fn way(&self, leaf: usize, weight: f64, paths: &[TreePath]) -> TreeWay {
        let node = &self.nodes[leaf];
        TreeWay {
            steps: paths[leaf].0.clone(),
            weight,
            n: node.n(),
            predicted: self.classes[node.majority()].clone(),
            counts: self.classes.iter().cloned().zip(node.counts.iter().copied()).collect(),
        }
    }

    fn is_sound(&self, at: usize, node: &Node) -> bool {
        let n_classes = self.classes.len();
        let sum: f64 = node.shares.iter().sum();
        let of_classes = node.counts.len() == n_classes && node.shares.len() == n_classes;
        let weights = node.counts.iter().chain(&node.shares).all(|weight| weight.is_finite() && *weight >= 0.0);
        let split = node.split.as_ref().is_none_or(|split| self.is_sound_split(at, split));
        of_classes && weights && (sum - 1.0).abs() < 1e-9 && split
    }

    fn is_sound_split(&self, at: usize, split: &TreeSplit) -> bool {
        let Some(feature) = self.features.get(split.feature) else { return false };
        let n_children = feature.levels.as_ref().map_or(2, Vec::len);
        let is_behind = |child: &super::node::Child| (at + 1..self.nodes.len()).contains(&child.node);
        let shares = split.children.iter().map(|child| child.share).sum::<f64>();
        let is_number = split.threshold.is_some_and(f64::is_finite) || feature.levels.is_some();
        let known = split.ties.iter().all(|tie| tie.feature < self.features.len());
        is_number
            && known
            && split.children.len() == n_children
            && split.children.iter().all(|child| is_behind(child) && child.share >= 0.0)
            && (shares - 1.0).abs() < 1e-9
    }
}

impl Classifier for Tree {
    fn target(&self) -> &str {
        &self.target
    }

    fn classes(&self) -> &[String] {
        &self.classes
    }

    fn features(&self) -> Vec<Feature> {
        self.features.iter().map(|feature| feature.values()).collect()
    }

    fn unasked(&self) -> Vec<&str> {
        let features = self.features.iter().enumerate();
        features.filter(|(at, _)| !self.asks_for(*at)).map(|(_, feature)| feature.name.as_str()).collect()
    }

    /// `ln` of the shares: minus infinity for a class that the leaf has never seen.
    fn log_scores(&self, features: &[Column]) -> Result<Array2<f64>, ModelError> {
        Ok(self.predict_proba(features)?.mapv(f64::ln))
    }

    fn predict_proba(&self, features: &[Column]) -> Result<Array2<f64>, ModelError> {
        let cells = self.cells(features)?;
        let n_samples = cells.first().map_or(0, FeatureCells::len);
        let mut shares = Array2::zeros((n_samples, self.classes.len()));
        for (row, mut out) in shares.rows_mut().into_iter().enumerate() {
            let own = shares_of(&self.nodes, &cells, row);
            out.iter_mut().zip(own).for_each(|(cell, share)| *cell = share);
        }
        Ok(shares)
    }

    /// The ways to the leaves that the sample comes to: several where a value is missing.
    fn explain(&self, features: &[Column]) -> Result<Explanation, ModelError> {
        let (cells, paths) = (self.cells(features)?, self.paths());
        let leaves = leaves_of(&self.nodes, &cells, 0).into_iter();
        let mut ways: Vec<TreeWay> = leaves.map(|(leaf, weight)| self.way(leaf, weight, &paths)).collect();
        ways.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        Ok(Explanation::Ways { ways })
    }

    /// Every question, and the counts of every leaf.
    fn n_params(&self) -> usize {
        let n_leaves = self.n_leaves();
        self.nodes.len() - n_leaves + n_leaves * self.classes.len()
    }

    fn gaps(&self) -> Gaps {
        Gaps::AllBranches
    }

    fn is_additive(&self) -> bool {
        false
    }

    fn check(&self) -> Result<(), ModelError> {
        let mut is_child = vec![false; self.nodes.len()];
        let mut children = self.nodes.iter().flat_map(|node| &node.split).flat_map(|split| &split.children);
        let once =
            children.all(|child| is_child.get_mut(child.node).is_some_and(|seen| !std::mem::replace(seen, true)));
        let sound = self.nodes.iter().enumerate().all(|(at, node)| self.is_sound(at, node));
        if self.classes.len() >= 2 && !self.nodes.is_empty() && once && sound {
            return Ok(());
        }
        Err(ModelError::Damaged { fault: "its nodes are not those of a tree".to_owned() })
    }
}
