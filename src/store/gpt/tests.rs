//! What is saved comes back, and what does not fit is named.

use super::shards::SHARDED;
use super::*;
use crate::lm::LanguageModel;
use crate::lm::gpt::GptConfig;
use crate::rng::Seed;
use crate::task::training::{CorpusRecord, Stage};
use crate::train::{Preset, TrainData, TrainOptions, Windows, train};

fn model(tied: bool) -> GptModel {
    let gpt = Gpt::new(GptConfig { tied, ..GptConfig::new(11, 8, 2, 2, 16) }).unwrap();
    let params = gpt.init(Seed(1));
    GptModel::new(gpt, params).unwrap()
}

/// A run that was interrupted after a few steps, best parameters and all.
fn interrupted(model: &GptModel) -> TrainState {
    let options = TrainOptions { iters: 3, eval_interval: 2, ..Preset::TINY.options() };
    let tokens: Vec<u32> = (0..100).map(|i| i % 11).collect();
    let windows = Windows::new(&tokens, 8, 11).unwrap();
    let mut state = TrainState::new(model.params.clone());
    let data = TrainData { train: &windows, validation: Some(&windows) };
    train(&model.gpt, &options, data, &mut state, None, &mut ()).unwrap();
    state
}

fn saved() -> SavedGpt {
    let model = model(true);
    let checkpoint = interrupted(&model);
    let record = TrainingRecord {
        program: "melon".to_owned(),
        stage: Stage::Pretrain,
        corpus: CorpusRecord {
            names: vec!["周一.txt".to_owned()],
            n_chars: 100,
            n_tokens: 100,
            n_stories: 0,
            validation_share: 0.1,
            sha256: String::new(),
        },
        options: Preset::TINY.options(),
        dropout: 0.0,
        step: checkpoint.step,
        best_step: checkpoint.best.as_ref().map(|best| best.step),
        val_loss_nats: checkpoint.best.as_ref().map(|best| best.val_loss_nats),
        history: checkpoint.history.clone(),
        base: None,
    };
    SavedGpt { model, tokenizer_json: Some(b"{}".to_vec()), training: Some(record), checkpoint: Some(checkpoint) }
}

#[test]
fn a_saved_folder_comes_back_to_the_last_bit() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("model");
    let before = saved();
    save(&path, &before, Precision::F32).unwrap();
    let after = load(&path).unwrap();
    assert_eq!(after.model, before.model);
    assert_eq!(after.tokenizer_json, before.tokenizer_json);
    assert_eq!(after.training, before.training);
    assert_eq!(after.checkpoint, before.checkpoint);

    let bare = SavedGpt { tokenizer_json: None, training: None, checkpoint: None, ..before };
    save(&path, &bare, Precision::F32).unwrap();
    let after = load(&path).unwrap();
    assert!(after.tokenizer_json.is_none() && after.training.is_none() && after.checkpoint.is_none());
}

#[test]
fn half_precision_is_half_the_size_and_nearly_the_same() {
    for model in [model(true), model(false)] {
        let (whole, half) = (weights::write(&model, Precision::F32), weights::write(&model, Precision::F16));
        assert!(half.len() < whole.len() * 6 / 10);
        let back = parse(&config::write(model.gpt.config(), None), &half).unwrap();
        let (exact, rounded) = (model.next_logits(&[1, 2, 3]), back.next_logits(&[1, 2, 3]));
        assert!(exact.iter().zip(&rounded).all(|(a, b)| (a - b).abs() < 1e-2));
    }
}

#[test]
fn weights_that_break_off_name_the_tensor() {
    let model = model(true);
    let (config, whole) = (config::write(model.gpt.config(), None), weights::write(&model, Precision::F32));
    for len in (0..whole.len()).step_by(101) {
        assert!(parse(&config, &whole[..len]).is_err(), "{len} bytes");
    }
    let error = parse(&config, &whole[..whole.len() - 1]).unwrap_err();
    assert!(matches!(&error, GptFileError::CutOff { n_bytes, needed, .. } if n_bytes + 1 == *needed), "{error}");
}

#[test]
fn a_config_that_does_not_fit_its_weights_says_which_tensor() {
    let model = model(true);
    let weights = weights::write(&model, Precision::F32);
    let with = |change: fn(&mut GptConfig)| {
        let mut config = model.gpt.config().clone();
        change(&mut config);
        parse(&config::write(&config, None), &weights).unwrap_err()
    };
    let wider = with(|config| config.n_embd = 32);
    let GptFileError::Shape { tensor, expected, found } = wider else { panic!("{wider}") };
    assert_eq!((tensor.as_str(), expected, found), ("transformer.wte.weight", vec![11, 32], vec![11, 16]));
    assert!(
        matches!(with(|config| config.n_layer = 3), GptFileError::Missing { tensor, .. } if tensor.contains("h.2."))
    );
    assert!(
        matches!(with(|config| config.n_layer = 1), GptFileError::Unexpected { tensor } if tensor.contains("h.1."))
    );
    assert!(
        matches!(with(|config| config.tied = false), GptFileError::Missing { tensor, .. } if tensor == "lm_head.weight")
    );
    assert!(matches!(with(|config| config.n_head = 3), GptFileError::Shapeless(_)));
}

#[test]
fn models_of_another_kind_are_refused() {
    let weights = weights::write(&model(true), Precision::F32);
    let config = String::from_utf8(config::write(model(true).gpt.config(), None)).unwrap();
    for (from, to) in [
        ("\"gpt2\"", "\"llama\""),
        ("gelu_new", "relu"),
        ("\"scale_attn_weights\": true", "\"scale_attn_weights\": false"),
    ] {
        assert!(config.contains(from));
        let error = parse(config.replace(from, to).as_bytes(), &weights).unwrap_err();
        assert!(matches!(error, GptFileError::Unsupported { .. }), "{error}");
    }
    assert!(matches!(parse(b"{", &weights).unwrap_err(), GptFileError::Config { .. }));
    assert!(matches!(parse(b"{}", &weights).unwrap_err(), GptFileError::Config { .. }));
}

#[test]
fn weights_in_another_form_are_named_with_the_way_out() {
    let room = tempfile::tempdir().unwrap();
    std::fs::write(room.path().join(CONFIG), config::write(model(true).gpt.config(), None)).unwrap();
    assert!(matches!(load(room.path()).unwrap_err(), GptFileError::NoFile { file: WEIGHTS }));
    for name in ["pytorch_model.bin", "tf_model.h5"] {
        std::fs::write(room.path().join(name), b"{}").unwrap();
        let error = load(room.path()).unwrap_err();
        std::fs::remove_file(room.path().join(name)).unwrap();
        assert!(matches!(error, GptFileError::OtherWeights { found } if found == name));
        assert!(error.to_string().contains("save_pretrained"), "{error}");
    }
}

/// A folder with these files and a whole `config.json`.
fn folder(model: &GptModel, files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    let config = config::write(model.gpt.config(), None);
    for (name, content) in [(CONFIG, &config[..])].iter().chain(files) {
        std::fs::write(room.path().join(name), content).unwrap();
    }
    room
}

/// The weights of `model` in two files, and the index that names them.
fn in_two_files(model: &GptModel) -> [(&'static str, Vec<u8>); 3] {
    let tensors = model.gpt.tensors();
    let bytes: Vec<Vec<u8>> =
        tensors.iter().map(|t| t.span.of(&model.params).iter().flat_map(|x| x.to_le_bytes()).collect()).collect();
    let views: Vec<_> = tensors
        .iter()
        .zip(&bytes)
        .map(|(t, bytes)| {
            (&t.name, safetensors::tensor::TensorView::new(safetensors::Dtype::F32, t.shape.clone(), bytes).unwrap())
        })
        .collect();
    let (first, second) = views.split_at(3);
    let file = |views: &[(&String, safetensors::tensor::TensorView)]| {
        safetensors::serialize(views.iter().map(|(name, view)| (name, view)), None).unwrap()
    };
    let (a, b) = ("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors");
    let map: std::collections::BTreeMap<_, _> =
        views.iter().enumerate().map(|(i, (name, _))| (name, if i < 3 { a } else { b })).collect();
    let index = serde_json::json!({"metadata": {"total_size": 0}, "weight_map": map}).to_string().into_bytes();
    [(SHARDED, index), (a, file(first)), (b, file(second))]
}

#[test]
fn weights_in_several_files_are_one_model() {
    let model = model(false);
    let files = in_two_files(&model);
    let all: Vec<(&str, &[u8])> = files.iter().map(|(name, content)| (*name, &content[..])).collect();
    assert_eq!(load(folder(&model, &all).path()).unwrap().model, model);
    let error = load(folder(&model, &all[..2]).path()).unwrap_err();
    assert!(matches!(&error, GptFileError::NoShard { file } if file.contains("00002-of")), "{error}");
    for outside in [r#"{"weight_map": {"a": "../secret"}}"#, r#"{"weight_map": {"a": "/etc/passwd"}}"#, "{}", "["] {
        let error = load(folder(&model, &[(SHARDED, outside.as_bytes())]).path()).unwrap_err();
        assert!(matches!(error, GptFileError::Json { file: SHARDED, .. }), "{error}");
    }
}

#[test]
fn more_layers_than_tensors_are_refused_before_memory_is_asked_for() {
    let model = model(true);
    let config = String::from_utf8(config::write(model.gpt.config(), None)).unwrap();
    let config = config.replace("\"n_layer\": 2", "\"n_layer\": 4000000000000");
    let error = parse(config.as_bytes(), &weights::write(&model, Precision::F32)).unwrap_err();
    assert!(matches!(&error, GptFileError::Missing { tensor, .. } if tensor.contains("h.3999999999999.")), "{error}");
}

#[test]
fn what_ends_a_text_is_said_for_other_programs() {
    let tokenizer = Tokenizer::characters(["ab"], None).unwrap().to_json().into_bytes();
    let json = |stage: Stage| {
        let mut record = saved().training.unwrap();
        record.stage = stage;
        let ends = Ends::of(Some(&tokenizer), Some(&record));
        assert_eq!(ends.id(), Some(0));
        assert_eq!(ends.generation_config().unwrap(), b"{\n  \"eos_token_id\": 0\n}\n");
        serde_json::from_slice::<serde_json::Value>(&ends.tokenizer_config(8)).unwrap()
    };
    let (base, tuned) = (json(Stage::Pretrain), json(Stage::Finetune));
    assert_eq!((&base["eos_token"], base.get("chat_template")), (&"<|end|>".into(), None));
    assert!(tuned["chat_template"].as_str().unwrap().contains("<|assistant|>"));
    assert_eq!(Ends::of(Some(b"{}"), None), Ends::default());
}

#[test]
fn broken_weights_are_refused() {
    let mut model = model(true);
    model.params[3] = f32::NAN;
    let error = parse(&config::write(model.gpt.config(), None), &weights::write(&model, Precision::F32));
    assert!(matches!(error.unwrap_err(), GptFileError::NotFinite { tensor } if tensor == "transformer.wte.weight"));
}

#[test]
fn a_checkpoint_of_another_model_is_refused() {
    let file = checkpoint::write(&interrupted(&model(true)));
    assert!(matches!(checkpoint::read(&model(false).gpt, &file).unwrap_err(), GptFileError::Shape { .. }));
    assert!(matches!(checkpoint::read(&model(true).gpt, b"").unwrap_err(), GptFileError::Damaged { .. }));
}
