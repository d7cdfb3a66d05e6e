//! The weights of a folder: one file, or several that an index names.

use super::GptFileError;
use crate::store::ModelFiles;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

pub(super) const WEIGHTS: &str = "model.safetensors";
/// The index of weights in several files.
pub(super) const SHARDED: &str = "model.safetensors.index.json";
/// Where other programs keep weights.
const OTHER_WEIGHTS: [&str; 4] =
    ["pytorch_model.bin", "pytorch_model.bin.index.json", "tf_model.h5", "flax_model.msgpack"];

/// `model.safetensors.index.json`: in which file each tensor is.
#[derive(Deserialize)]
struct Index {
    weight_map: BTreeMap<String, String>,
}

/// Those of `files` that hold the weights of the model.
pub(super) fn read(files: &ModelFiles) -> Result<Vec<Vec<u8>>, GptFileError> {
    if let Some(whole) = files.read(WEIGHTS)? {
        return Ok(vec![whole]);
    }
    let Some(index) = files.read(SHARDED)? else { return Err(missing(files)) };
    let unreadable = |reason: String| GptFileError::Json { file: SHARDED, reason };
    let index: Index = serde_json::from_slice(&index).map_err(|error| unreadable(error.to_string()))?;
    let names: BTreeSet<String> = index.weight_map.into_values().collect();
    let shard = |name: String| match is_plain(&name) {
        true => files.read(&name)?.ok_or(GptFileError::NoShard { file: name }),
        false => Err(unreadable(name)),
    };
    names.into_iter().map(shard).collect()
}

/// Whether it names a file of this very folder.
fn is_plain(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
}

/// Why there are no weights.
fn missing(files: &ModelFiles) -> GptFileError {
    match OTHER_WEIGHTS.into_iter().find(|other| files.has(other)) {
        Some(found) => GptFileError::OtherWeights { found },
        None => GptFileError::NoFile { file: WEIGHTS },
    }
}
