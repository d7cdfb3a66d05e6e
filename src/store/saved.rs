//! One model in one readable JSON file.

use super::file::write_whole;
use crate::data::read::{Markers, Notations};
use crate::eval::classification::ClassificationMetrics;
use crate::eval::regression::RegressionMetrics;
use crate::model::{Model, ModelError};
use crate::task::Predictor;
use crate::task::classify::{Classification, ClassifyOptions};
use crate::task::cluster::{ClusterOptions, Clustering};
use crate::task::regress::{RegressOptions, Regression};
use crate::task::summary::{CrossValidation, DataSummary};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How a file says that it is ours.
const FORMAT: &str = "melon-model";
/// The version of the format that this program writes. It reads this one and those before.
const VERSION: u32 = 1;

/// A model with all that is needed to use it and to know where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SavedModel {
    /// `melon-model`: a file that says so is ours.
    pub format: String,
    /// The version of the format that it is written in, from 1; a later one than ours is not read.
    pub version: u32,
    /// The version of that program.
    pub melon: String,
    /// What it was fitted on.
    pub data: Provenance,
    /// What it was made for, how, and how good it was.
    #[serde(flatten)]
    pub task: SavedTask,
    /// The parameters, the encoder and the class order.
    pub model: Model,
}

/// What a model was fitted on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Provenance {
    /// Built-in name or file name.
    pub name: String,
    /// Samples that it was fitted on.
    pub n_samples: usize,
    /// [`fingerprint`](crate::data::fingerprint()) of the features and the target; of a table that was read in
    /// passes, the SHA-256 of its file.
    pub sha256: String,
    /// How the numbers of the features were written, where they were not plain ones.
    #[serde(default, skip_serializing_if = "Notations::is_empty")]
    pub written: Notations,
    /// Which texts were missing cells, where they were not the usual ones alone.
    #[serde(default, skip_serializing_if = "Markers::is_empty")]
    pub markers: Markers,
}

/// What a model was made for, how, and how good it was.
#[allow(clippy::large_enum_variant)] // there is one, on its way to a file or from it
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "lowercase")]
pub enum SavedTask {
    /// To tell classes apart.
    Classify {
        /// The options of the fit, its defaults filled in.
        options: ClassifyOptions,
        /// On the samples it was fitted on.
        train: ClassificationMetrics,
        /// On samples that each fit had not seen.
        cross_validation: Option<CrossValidation<ClassificationMetrics>>,
    },
    /// To predict a number.
    Regress {
        /// The options of the fit, its defaults filled in.
        options: RegressOptions,
        /// On the samples it was fitted on.
        train: RegressionMetrics,
        /// On samples that each fit had not seen.
        cross_validation: Option<CrossValidation<RegressionMetrics>>,
    },
    /// To put samples into groups.
    Cluster {
        /// The options of the fit, its defaults filled in.
        options: ClusterOptions,
        /// Sum of squared distances to the nearest centroid.
        inertia: f64,
        /// Mean silhouette, from -1 to 1; `None` for a single cluster.
        silhouette: Option<f64>,
    },
}

/// Why a model could not be saved or read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The operating system said no.
    Io {
        /// The path of the file.
        path: PathBuf,
        /// What it says.
        source: io::Error,
    },
    /// The file is something else.
    NotOurs {
        /// The path of the file.
        path: PathBuf,
    },
    /// The file is ours, but broken: cut short, or changed by hand.
    Damaged {
        /// The path of the file.
        path: PathBuf,
        /// From 1; 0 where the fault is not in one place.
        line: usize,
        /// From 1, in bytes.
        column: usize,
        /// What the reader of JSON says.
        fault: String,
    },
    /// A later version of the program wrote it.
    Newer {
        /// The path of the file.
        path: PathBuf,
        /// The version of the format that it says it has.
        found: u32,
        /// The program that wrote it.
        melon: String,
    },
    /// Its numbers contradict each other.
    Unsound {
        /// The path of the file.
        path: PathBuf,
        /// What does not fit together.
        source: Box<ModelError>,
    },
}

impl SavedModel {
    /// A classifier as [`classify`](crate::task::classify::classify) found it; `sha256` is the
    /// fingerprint of its data.
    pub fn of_classification(result: &Classification, sha256: String) -> Self {
        let (options, train) = (result.options.clone(), result.train.clone());
        let cross_validation = result.cross_validation.clone();
        Self::new(&result.data, sha256, SavedTask::Classify { options, train, cross_validation }, &result.fitted)
    }

    /// A regression as [`regress`](crate::task::regress::regress) found it; `sha256` is the fingerprint of its data.
    pub fn of_regression(result: &Regression, sha256: String) -> Self {
        let (options, train) = (result.options.clone(), result.train.clone());
        let cross_validation = result.cross_validation.clone();
        Self::new(&result.data, sha256, SavedTask::Regress { options, train, cross_validation }, &result.fitted)
    }

    /// A clustering as [`cluster`](crate::task::cluster::cluster) found it; `sha256` is the fingerprint of its data.
    pub fn of_clustering(result: &Clustering, sha256: String) -> Self {
        let (options, inertia) = (result.options.clone(), result.inertia);
        let task = SavedTask::Cluster { options, inertia, silhouette: result.silhouette };
        Self::new(&result.data, sha256, task, &result.fitted)
    }

    fn new(data: &DataSummary, sha256: String, task: SavedTask, model: &Model) -> Self {
        SavedModel {
            format: FORMAT.to_owned(),
            version: VERSION,
            melon: env!("CARGO_PKG_VERSION").to_owned(),
            data: Provenance {
                name: data.name.clone(),
                n_samples: data.n_samples,
                sha256,
                written: data.written.clone(),
                markers: Markers::default(),
            },
            task,
            model: model.clone(),
        }
    }

    /// The same of a table that was read with these markers: new rows are read likewise.
    pub fn with_markers(mut self, markers: Markers) -> Self {
        self.data.markers = markers;
        self
    }

    /// The model, ready to answer.
    pub fn into_predictor(self) -> Predictor {
        let threshold = match &self.task {
            SavedTask::Classify { options, .. } => options.threshold,
            SavedTask::Regress { .. } | SavedTask::Cluster { .. } => 0.5,
        };
        Predictor::new(self.model, threshold)
    }
}

/// Saves a model, in place of one that may be there. Numbers keep their full precision.
///
/// # Errors
/// If `path` is a file that is no model, which is never replaced; if the folder is not
/// writable or the disk full, and then an older model is still there, whole.
pub fn save(path: &Path, model: &SavedModel) -> Result<(), StoreError> {
    let io = |source| StoreError::Io { path: path.to_owned(), source };
    if is_foreign(path) {
        return Err(StoreError::NotOurs { path: path.to_owned() });
    }
    let mut json = serde_json::to_vec_pretty(model).map_err(|error| io(error.into()))?;
    json.push(b'\n');
    write_whole(path, &json).map_err(io)
}

/// Reads a model and checks that it is sound.
///
/// # Errors
/// If the file cannot be read, is something else, is damaged, or is of a later version.
pub fn load(path: &Path) -> Result<SavedModel, StoreError> {
    parse(path, &fs::read(path).map_err(|source| StoreError::Io { path: path.to_owned(), source })?)
}

/// The model in the content of a file, which is at `path`.
///
/// # Errors
/// As [`load`].
pub fn parse(path: &Path, content: &[u8]) -> Result<SavedModel, StoreError> {
    if !looks_ours(content) {
        return Err(StoreError::NotOurs { path: path.to_owned() });
    }
    // The version goes first: a later format may have changed everything else.
    if let Ok(SavedHeader { version, melon }) = serde_json::from_slice(content)
        && version > VERSION
    {
        return Err(StoreError::Newer { path: path.to_owned(), found: version, melon });
    }
    let saved: SavedModel = serde_json::from_slice(content).map_err(|error| StoreError::Damaged {
        path: path.to_owned(),
        line: error.line(),
        column: error.column(),
        fault: error.to_string(),
    })?;
    match saved.model.check() {
        Ok(()) => Ok(saved),
        Err(fault) => Err(StoreError::Unsound { path: path.to_owned(), source: Box::new(fault) }),
    }
}

/// What every version of the format has.
#[derive(Deserialize)]
struct SavedHeader {
    version: u32,
    melon: String,
}

/// Bytes within which one of our files says so.
const HEAD: usize = 200;

/// Whether there is a file with something else in it.
fn is_foreign(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = |file: File| file.take(HEAD as u64).read_to_end(&mut head);
    path.is_file() && File::open(path).and_then(read).is_ok() && !head.is_empty() && !looks_ours(&head)
}

/// Whether a file, damaged or not, begins as ours do.
fn looks_ours(content: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&content[..content.len().min(HEAD)]).replace(char::is_whitespace, "");
    head.starts_with('{') && head.contains(&format!("\"format\":\"{FORMAT}\""))
}

#[cfg(test)]
mod tests;
