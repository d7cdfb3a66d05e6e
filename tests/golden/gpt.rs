//! The GPT against PyTorch and transformers: `gpt_torch.py`.

use std::path::{Path, PathBuf};

use melon::lm::LanguageModel;
use melon::lm::gpt::{Examples, IGNORE, Workspace};
use melon::store::gpt::load;
use safetensors::SafeTensors;

/// As in the script.
const INPUTS: [u32; 16] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 12, 0];
const TARGETS: [u32; 16] = [1, 4, 1, 5, 9, 2, 6, 5, 3, 5, IGNORE, 9, 7, 12, IGNORE, 11];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

fn expected(folder: &Path, tensor: &str) -> Vec<f32> {
    let file = std::fs::read(folder.join("expected.safetensors")).unwrap();
    let tensors = SafeTensors::deserialize(&file).unwrap();
    let numbers = tensors.tensor(tensor).unwrap().data().chunks_exact(4);
    numbers.map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap())).collect()
}

fn assert_close(what: &str, ours: &[f32], theirs: &[f32], tolerance: f32) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    let worst = ours.iter().zip(theirs).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(worst < tolerance, "{what}: differs by {worst}");
}

#[test]
fn loss_logits_and_every_gradient_are_those_of_pytorch() {
    let folder = folder("gpt2_tiny");
    let model = load(&folder).unwrap().model;
    let mut ws = Workspace::default();
    let logits = model.gpt.logits(&model.params, 8, &INPUTS, &mut ws);
    assert_close("logits", logits, &expected(&folder, "logits"), 1e-4);

    let mut grads = vec![0.0; model.gpt.n_params()];
    let examples = Examples { t: 8, inputs: &INPUTS, targets: &TARGETS };
    let loss = model.gpt.loss_and_grads(&model.params, examples, &mut ws, &mut grads, None) / 14.0;
    assert_close("loss", &[loss as f32], &expected(&folder, "loss"), 1e-4);
    grads.iter_mut().for_each(|g| *g /= 14.0); // PyTorch averages over the targets that count
    for tensor in model.gpt.tensors() {
        assert_close(&tensor.name, tensor.span.of(&grads), &expected(&folder, &format!("grad.{}", tensor.name)), 1e-4);
    }
}

#[test]
fn half_precision_without_prefixes_and_with_its_own_output_layer_is_read_too() {
    let folder = folder("gpt2_bare");
    let model = load(&folder).unwrap().model;
    assert!(!model.gpt.config().tied && model.gpt.config().n_inner == 20);
    let logits = model.gpt.logits(&model.params, 8, &INPUTS, &mut Workspace::default()).to_vec();
    assert_close("logits", &logits, &expected(&folder, "logits"), 1e-4);
    let next: Vec<f32> = model.next_logits(&INPUTS[..8]).iter().map(|&logit| logit as f32).collect();
    assert_close("next logits", &next, &logits[7 * 13..8 * 13], 1e-5);
}
