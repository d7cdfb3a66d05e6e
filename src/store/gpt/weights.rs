//! `model.safetensors`: the parameters by the names that `transformers` gives them.

use std::collections::{BTreeSet, HashMap};

use half::{bf16, f16};
use safetensors::{Dtype, SafeTensorError, SafeTensors, tensor::TensorView};

use super::GptFileError;
use crate::lm::gpt::{Gpt, GptModel, Tensor};

/// What transformers puts before the name of everything but the output layer; other
/// programs leave it out.
const PREFIX: &str = "transformer.";

/// How many bits a stored weight has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// 32: the weights exactly as they were trained.
    F32,
    /// 16: half the size, three decimal digits.
    F16,
}

impl Precision {
    fn dtype(self) -> safetensors::Dtype {
        match self {
            Precision::F32 => safetensors::Dtype::F32,
            Precision::F16 => safetensors::Dtype::F16,
        }
    }
}

/// The parameters as a safetensors file.
pub(super) fn write(model: &GptModel, precision: Precision) -> Vec<u8> {
    let bytes: Vec<Vec<u8>> =
        (model.gpt.tensors().iter()).map(|tensor| to_bytes(tensor.span.of(&model.params), precision)).collect();
    let views = model.gpt.tensors().iter().zip(&bytes).map(|(tensor, bytes)| {
        let view = TensorView::new(precision.dtype(), tensor.shape.clone(), bytes);
        (tensor.name.as_str(), view.expect("as many bytes as the shape says"))
    });
    let format = HashMap::from([("format".to_owned(), "pt".to_owned())]); // transformers wants to know
    safetensors::serialize(views, Some(format)).expect("names and shapes of a model")
}

/// The tensors of a model, in one file or in several.
pub(super) struct Weights<'f> {
    files: Vec<SafeTensors<'f>>,
}

impl<'f> Weights<'f> {
    /// Opens the files that hold a model together.
    pub(super) fn open(files: &[&'f [u8]]) -> Result<Weights<'f>, GptFileError> {
        Ok(Weights { files: files.iter().map(|file| open(file)).collect::<Result<_, _>>()? })
    }

    /// How many tensors there are.
    pub(super) fn n_tensors(&self) -> usize {
        self.files.iter().map(SafeTensors::len).sum()
    }

    /// Reads the parameters of `gpt`.
    pub(super) fn read(&self, gpt: &Gpt) -> Result<Vec<f32>, GptFileError> {
        // Only when every shape is right are the files as large as the memory that is asked for.
        let views: Vec<_> = gpt.tensors().iter().map(|tensor| self.view(tensor)).collect::<Result<_, _>>()?;
        let mut params = vec![0.0; gpt.n_params()];
        let mut used = BTreeSet::new();
        for (tensor, (name, view)) in gpt.tensors().iter().zip(views) {
            from_bytes(&name, &view, tensor.span.of_mut(&mut params))?;
            used.insert(name);
        }
        let mut names = self.files.iter().flat_map(SafeTensors::names);
        match names.find(|name| !used.contains(*name) && !is_ignored(name)) {
            Some(name) => Err(GptFileError::Unexpected { tensor: name.to_owned() }),
            None => Ok(params),
        }
    }

    /// The tensor of the files that belongs to `tensor`, if it has the same shape.
    fn view(&self, tensor: &Tensor) -> Result<(String, TensorView<'f>), GptFileError> {
        let (name, view) = self.find(tensor)?;
        if view.shape() == tensor.shape {
            return Ok((name, view));
        }
        let (expected, found) = (tensor.shape.clone(), view.shape().to_vec());
        Err(GptFileError::Shape { tensor: name, expected, found })
    }

    fn find(&self, tensor: &Tensor) -> Result<(String, TensorView<'f>), GptFileError> {
        let bare = tensor.name.strip_prefix(PREFIX).unwrap_or(&tensor.name);
        let view = |name: &str| self.files.iter().find_map(|file| file.tensor(name).ok());
        let found = [&tensor.name, bare].into_iter().find_map(|name| Some((name.to_owned(), view(name)?)));
        found.ok_or_else(|| GptFileError::Missing { tensor: tensor.name.clone(), shape: tensor.shape.clone() })
    }
}

/// Opens a safetensors file, and names the tensor where it breaks off.
pub(crate) fn open(file: &[u8]) -> Result<SafeTensors<'_>, GptFileError> {
    SafeTensors::deserialize(file).map_err(|error| match error {
        SafeTensorError::MetadataIncompleteBuffer => cut_off(file),
        other => GptFileError::Damaged { reason: other.to_string() },
    })
}

/// The first tensor whose bytes are not all there.
fn cut_off(file: &[u8]) -> GptFileError {
    let header_len = u64::from_le_bytes(file[..8].try_into().expect("a header was read")) as usize;
    let header: HashMap<String, serde_json::Value> =
        serde_json::from_slice(&file[8..8 + header_len]).unwrap_or_default();
    let n_bytes = file.len() - 8 - header_len;
    let end = |info: &serde_json::Value| info["data_offsets"][1].as_u64().unwrap_or(0) as usize;
    let needed = header.values().map(end).max().unwrap_or(0);
    let broken = header.iter().filter(|(_, info)| end(info) > n_bytes).min_by_key(|(_, info)| end(info));
    match broken {
        Some((tensor, _)) => GptFileError::CutOff { tensor: tensor.clone(), n_bytes, needed },
        None => GptFileError::Damaged { reason: format!("{n_bytes} bytes of tensors where {needed} are announced") },
    }
}

/// Tensors that old files carry along: causal masks, and a copy of a tied output layer.
fn is_ignored(name: &str) -> bool {
    name.ends_with(".attn.bias") || name.ends_with(".attn.masked_bias") || name == "lm_head.weight"
}

fn to_bytes(values: &[f32], precision: Precision) -> Vec<u8> {
    match precision {
        Precision::F32 => values.iter().flat_map(|x| x.to_le_bytes()).collect(),
        Precision::F16 => values.iter().flat_map(|x| f16::from_f32(*x).to_le_bytes()).collect(),
    }
}

fn from_bytes(name: &str, view: &TensorView, values: &mut [f32]) -> Result<(), GptFileError> {
    fn each<const N: usize>(bytes: &[u8], values: &mut [f32], number: impl Fn([u8; N]) -> f32) {
        let numbers = bytes.chunks_exact(N).map(|b| number(b.try_into().expect("N bytes")));
        values.iter_mut().zip(numbers).for_each(|(value, number)| *value = number);
    }
    match view.dtype() {
        Dtype::F32 => each(view.data(), values, f32::from_le_bytes),
        Dtype::F16 => each(view.data(), values, |b| f16::from_le_bytes(b).to_f32()),
        Dtype::BF16 => each(view.data(), values, |b| bf16::from_le_bytes(b).to_f32()),
        other => return Err(GptFileError::Dtype { tensor: name.to_owned(), found: format!("{other:?}") }),
    }
    match values.iter().all(|x| x.is_finite()) {
        true => Ok(()),
        false => Err(GptFileError::NotFinite { tensor: name.to_owned() }),
    }
}
