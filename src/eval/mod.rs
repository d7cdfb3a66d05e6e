//! How good a model is, and how sure one can be: metrics, intervals and tests, all pure.

pub mod classification;
pub mod clustering;
pub mod exact;
pub(crate) mod infinite;
pub mod interval;
pub mod power_law;
pub mod probability;
pub mod ranking;
pub mod regression;
pub mod silhouette;
pub mod tail;
