//! `checkpoint.safetensors`: a training run between two steps, to the last bit.

use std::collections::HashMap;

use safetensors::{Dtype, tensor::TensorView};
use serde::{Deserialize, Serialize};

use super::{GptFileError, weights};
use crate::lm::gpt::Gpt;
use crate::train::{Best, Evaluation, Moments, RunningLoss, TrainState};

/// All but the long buffers, as JSON in the file's own header.
#[derive(Debug, Serialize, Deserialize)]
struct CheckpointHeader {
    step: usize,
    history: Vec<Evaluation>,
    running: RunningLoss,
    best: Option<BestHeader>,
}

#[derive(Debug, Serialize, Deserialize)]
struct BestHeader {
    step: usize,
    val_loss_nats: f64,
}

/// The name of the file.
pub(super) const CHECKPOINT: &str = "checkpoint.safetensors";

const HEADER: &str = "state";
const PARAMS: &str = "params";
const MEAN: &str = "moments.mean";
const SQUARE: &str = "moments.square";
const BEST: &str = "best.params";

pub(super) fn write(state: &TrainState) -> Vec<u8> {
    let best = state.best.as_ref();
    let header = CheckpointHeader {
        step: state.step,
        history: state.history.clone(),
        running: state.running,
        best: best.map(|best| BestHeader { step: best.step, val_loss_nats: best.val_loss_nats }),
    };
    let mut buffers = vec![(PARAMS, &state.params), (MEAN, &state.moments.mean), (SQUARE, &state.moments.square)];
    buffers.extend(best.map(|best| (BEST, &best.params)));
    let bytes: Vec<(&str, Vec<u8>)> = (buffers.into_iter())
        .map(|(name, values)| (name, values.iter().flat_map(|x| x.to_le_bytes()).collect()))
        .collect();
    let views = bytes.iter().map(|(name, bytes)| {
        (*name, TensorView::new(Dtype::F32, vec![bytes.len() / 4], bytes).expect("four bytes a number"))
    });
    let header = serde_json::to_string(&header).expect("plain data");
    safetensors::serialize(views, Some(HashMap::from([(HEADER.to_owned(), header)]))).expect("four flat buffers")
}

pub(super) fn read(gpt: &Gpt, file: &[u8]) -> Result<TrainState, GptFileError> {
    let tensors = weights::open(file)?;
    let header = header(file)?;
    let buffer = |name: &str| {
        let missing = || GptFileError::Missing { tensor: name.to_owned(), shape: vec![gpt.n_params()] };
        let view = tensors.tensor(name).map_err(|_| missing())?;
        if view.dtype() != Dtype::F32 || view.shape() != [gpt.n_params()] {
            let (expected, found) = (vec![gpt.n_params()], view.shape().to_vec());
            return Err(GptFileError::Shape { tensor: name.to_owned(), expected, found });
        }
        let numbers = view.data().chunks_exact(4).map(|b| f32::from_le_bytes(b.try_into().expect("four bytes")));
        Ok(numbers.collect::<Vec<f32>>())
    };
    let best = header.best.map(|BestHeader { step, val_loss_nats }| {
        Ok::<_, GptFileError>(Best { step, val_loss_nats, params: buffer(BEST)? })
    });
    Ok(TrainState {
        step: header.step,
        params: buffer(PARAMS)?,
        moments: Moments { mean: buffer(MEAN)?, square: buffer(SQUARE)? },
        best: best.transpose()?,
        history: header.history,
        running: header.running,
    })
}

fn header(file: &[u8]) -> Result<CheckpointHeader, GptFileError> {
    let wrong = |reason: String| GptFileError::Record { file: CHECKPOINT, reason };
    let (_, metadata) = safetensors::SafeTensors::read_metadata(file).map_err(|error| wrong(error.to_string()))?;
    let json = metadata.metadata().as_ref().and_then(|entries| entries.get(HEADER));
    let json = json.ok_or_else(|| wrong(format!("it has no `{HEADER}`")))?;
    serde_json::from_str(json).map_err(|error| wrong(error.to_string()))
}
