//! Training steps against PyTorch: `optimizer_torch.py`.

use std::fs;
use std::path::Path;

use melon::store::gpt::load;
use melon::train::{Batch, Ending, ExampleSource, Optimizer, TrainData, TrainOptions, TrainState, train};
use safetensors::SafeTensors;

use super::gpt::{INPUTS, TARGETS};

/// The batch of the script, always the same.
struct OneBatch;

impl ExampleSource for OneBatch {
    fn n_examples(&self) -> usize {
        1
    }

    fn cover(&self) -> Vec<usize> {
        vec![0]
    }

    fn fill(&self, _examples: &[usize], batch: &mut Batch) {
        *batch = Batch { t: 8, inputs: INPUTS.to_vec(), targets: TARGETS.to_vec() };
    }
}

/// As in the script.
fn options(optimizer: Optimizer, iters: usize) -> TrainOptions {
    TrainOptions {
        batch_size: 1,
        iters,
        optimizer,
        learning_rate: 0.01,
        min_learning_rate: 0.01,
        warmup_iters: 0,
        beta1: 0.9,
        beta2: 0.99,
        epsilon: 1e-4,
        weight_decay: 0.1,
        grad_clip: 0.5,
        ..TrainOptions::default()
    }
}

#[test]
fn every_parameter_is_pytorchs_after_one_step_and_after_five() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let model = load(&golden.join("gpt2_tiny")).unwrap().model;
    let file = fs::read(golden.join("optimizer_torch.safetensors")).unwrap();
    let theirs = SafeTensors::deserialize(&file).unwrap();
    for optimizer in [Optimizer::AdamW, Optimizer::Muon] {
        for n_steps in [1, 5] {
            let mut state = TrainState::new(model.params.clone());
            let data = TrainData { train: &OneBatch, validation: None };
            let ending = train(&model.gpt, &options(optimizer, n_steps), data, &mut state, None, &mut ());
            assert_eq!(ending, Ok(Ending::Finished));
            for tensor in model.gpt.tensors() {
                let name = format!("{optimizer}.{n_steps}.{}", tensor.name);
                let numbers = theirs.tensor(&name).unwrap().data().chunks_exact(4);
                let expected = numbers.map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap()));
                let ours = tensor.span.of(&state.params).iter();
                let worst = ours.zip(expected).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
                assert!(worst < 2e-5, "{name}: differs by {worst}");
            }
        }
    }
}
