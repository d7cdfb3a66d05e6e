//! The way from the root to a node.

use crate::data::table::number_text;
use serde::{Serialize, Serializer};
use std::fmt;

/// The way from the root to a node: what was answered on it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TreePath(pub Vec<PathStep>);

/// One question and its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct PathStep {
    /// The feature that was asked for.
    pub feature: String,
    /// What its value is, or on which side of a threshold it lies.
    pub branch: Branch,
}

/// The answer that leads on from a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Branch {
    /// The feature has this value.
    Value(String),
    /// The number is not above this one.
    AtMost(f64),
    /// The number is above this one.
    Above(f64),
}

impl TreePath {
    /// The way one step on.
    pub fn then(&self, feature: &str, branch: Branch) -> TreePath {
        let step = PathStep { feature: feature.to_owned(), branch };
        TreePath(self.0.iter().cloned().chain([step]).collect())
    }
}

/// `root`, `root/纹理=清晰`, `root/纹理=清晰/密度<=0.3815`.
impl fmt::Display for TreePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("root")?;
        self.0.iter().try_for_each(|step| write!(f, "/{step}"))
    }
}

/// `纹理=清晰`, `密度<=0.3815`, `密度>0.3815`.
impl fmt::Display for PathStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.branch {
            Branch::Value(value) => write!(f, "{}={value}", self.feature),
            Branch::AtMost(threshold) => write!(f, "{}<={}", self.feature, number_text(*threshold)),
            Branch::Above(threshold) => write!(f, "{}>{}", self.feature, number_text(*threshold)),
        }
    }
}

impl Serialize for TreePath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for PathStep {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
