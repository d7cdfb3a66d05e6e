//! The GPT against PyTorch and transformers: `gpt_torch.py`.

use std::fs;
use std::path::{Path, PathBuf};

use melon::lm::gpt::{Examples, Gpt, GptConfig, GptModel, IGNORE, Workspace};
use melon::lm::{LanguageModel, TokenId, Tokenizer};
use melon::rng::Seed;
use melon::store::gpt::{Precision, SavedGpt, load, save};
use safetensors::SafeTensors;

/// As in the script.
pub(super) const INPUTS: [TokenId; 16] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 12, 0];
pub(super) const TARGETS: [TokenId; 16] = [1, 4, 1, 5, 9, 2, 6, 5, 3, 5, IGNORE, 9, 7, 12, IGNORE, 11];
const TEXT: &str = "周一上班真的很丧 <|end|>a melon";
const PROMPT: [TokenId; 3] = [3, 1, 4];

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The tensor `name` in a file.
fn expected(file: &Path, name: &str) -> Vec<f32> {
    let file = fs::read(file).unwrap();
    let tensors = SafeTensors::deserialize(&file).unwrap();
    let numbers = tensors.tensor(name).unwrap().data().chunks_exact(4);
    numbers.map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap())).collect()
}

fn assert_close(what: &str, ours: &[f32], theirs: &[f32]) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    let worst = ours.iter().zip(theirs).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(worst < 1e-4, "{what}: differs by {worst}");
}

/// The logits of the batch, and the prompt completed token by token, are those in `file`.
fn assert_same(model: &GptModel, file: &Path, prefix: &str) {
    let (vocab_size, mut ws) = (model.vocab_size(), Workspace::default());
    let logits = model.gpt.logits(&model.params, 8, &INPUTS, &mut ws);
    assert_close(prefix, logits, &expected(file, &format!("{prefix}logits")));
    let next: Vec<f32> = model.next_logits(&INPUTS[..8]).iter().map(|&logit| logit as f32).collect();
    assert_close("next logits", &next, &logits[7 * vocab_size..8 * vocab_size]);

    let (mut session, mut tokens) = (model.session(), PROMPT.to_vec());
    let mut logits = session.feed(&PROMPT).to_vec();
    while tokens.len() < 8 {
        tokens.push(melon::lm::sampling::likeliest(&logits));
        logits = session.feed(&tokens[tokens.len() - 1..]).to_vec();
    }
    let tokens: Vec<f32> = tokens.iter().map(|&token| token as f32).collect();
    assert_eq!(tokens, expected(file, &format!("{prefix}greedy")), "{prefix}");
}

#[test]
fn loss_logits_and_every_gradient_are_those_of_pytorch() {
    let folder = golden().join("gpt2_tiny");
    let (model, file) = (load(&folder).unwrap().model, folder.join("expected.safetensors"));
    assert_same(&model, &file, "");
    let (mut ws, mut grads) = (Workspace::default(), vec![0.0; model.gpt.n_params()]);
    let examples = Examples { t: 8, inputs: &INPUTS, targets: &TARGETS };
    let loss = model.gpt.loss_and_grads(&model.params, examples, &mut ws, &mut grads, None) / 14.0;
    assert_close("loss", &[loss as f32], &expected(&file, "loss"));
    grads.iter_mut().for_each(|g| *g /= 14.0); // PyTorch averages over the targets that count
    for tensor in model.gpt.tensors() {
        assert_close(&tensor.name, tensor.span.of(&grads), &expected(&file, &format!("grad.{}", tensor.name)));
    }
}

#[test]
fn half_precision_without_prefixes_and_with_its_own_output_layer_is_read_too() {
    let folder = golden().join("gpt2_bare");
    let model = load(&folder).unwrap().model;
    assert!(!model.gpt.config().tied && model.gpt.config().n_inner == 20);
    assert_same(&model, &folder.join("expected.safetensors"), "");
}

/// A model that is far from even, and whose weights are exact in half precision.
fn model(config: GptConfig) -> GptModel {
    let gpt = Gpt::new(config).unwrap();
    let mut params = gpt.init(Seed(11));
    params.iter_mut().for_each(|x| *x = (*x * 16.0 * 256.0).round() / 256.0);
    GptModel::new(gpt, params).unwrap()
}

#[test]
fn models_saved_here_say_the_same_in_transformers() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gpt_saved");
    let tokenizer = Tokenizer::characters([TEXT], None).unwrap();
    let config = GptConfig { dropout: 0.1, ..GptConfig::new(13, 8, 2, 2, 16) };
    let untied = GptConfig { tied: false, n_inner: 20, layer_norm_epsilon: 1e-3, ..config.clone() };
    let models = [
        ("f32", config.clone(), Precision::F32),
        ("f16", config, Precision::F16),
        ("untied_f32", untied.clone(), Precision::F32),
        ("untied_f16", untied, Precision::F16),
        ("with_tokenizer", GptConfig::new(tokenizer.vocab_size(), 8, 1, 1, 4), Precision::F32),
    ];
    let models = models.map(|(name, config, precision)| (name, model(config), precision));
    for (name, model, precision) in &models {
        let tokenizer_json = (*name == "with_tokenizer").then(|| tokenizer.to_json().into_bytes());
        let saved = SavedGpt { model: model.clone(), tokenizer_json, training: None, checkpoint: None };
        save(&folder.join(name), &saved, *precision).unwrap();
    }
    println!("{} holds what gpt_torch.py reads", folder.display()); // shown on failure
    for (name, model, _) in &models {
        assert_same(model, &golden().join("gpt_saved.safetensors"), &format!("{name}."));
        assert_eq!(&load(&folder.join(name)).unwrap().model, model);
    }
    let ids: Vec<f32> = tokenizer.encode(TEXT).iter().map(|&id| id as f32).collect();
    assert_eq!(ids, expected(&golden().join("gpt_saved.safetensors"), "with_tokenizer.ids"));
}
