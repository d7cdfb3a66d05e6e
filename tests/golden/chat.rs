//! Conversations as `transformers` writes and ends them: `transformers_chat.py`.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use melon::data::{Corpus, conversation};
use melon::lm::generate::{Options, generate};
use melon::lm::gpt::{Gpt, GptConfig, GptModel};
use melon::lm::{TokenId, Tokenizer};
use melon::rng::Seed;
use melon::store::gpt::{Precision, SavedGpt, load_model, save};
use melon::task::dialogue::Template;
use melon::task::training::{CorpusRecord, Stage, TrainingRecord};
use melon::train::Preset;
use serde_json::Value;

use super::{indices, parse};

const GOLDEN: &str = include_str!("transformers_chat.json");
const CHATS: &str = include_str!("transformers_chats.json");
const TEXTS: &str = include_str!("tokenizers_texts.json");

const CONTEXT_LEN: usize = 48;

/// A model that says, after so many tokens, always the same: `a`, `b`, `c` ..., and at every seventh
/// that its answer has ended.
fn model(tokenizer: &Tokenizer) -> GptModel {
    let config = GptConfig { tied: false, ..GptConfig::new(tokenizer.vocab_size(), CONTEXT_LEN, 1, 1, CONTEXT_LEN) };
    let gpt = Gpt::new(config).unwrap();
    let mut params = gpt.init(Seed(1));
    for tensor in gpt.tensors().iter().filter(|tensor| !tensor.name.contains("ln_")) {
        tensor.span.of_mut(&mut params).fill(0.0);
    }
    let letters = tokenizer.encode("abcdef");
    let says = |place: usize| if place % 7 == 6 { tokenizer.end().unwrap() } else { letters[place % 7] };
    for tensor in gpt.tensors() {
        let values = tensor.span.of_mut(&mut params);
        for place in 0..CONTEXT_LEN {
            match tensor.name.as_str() {
                "transformer.wpe.weight" => values[place * CONTEXT_LEN + place] = 1.0,
                "lm_head.weight" => values[says(place) as usize * CONTEXT_LEN + place] = 1.0,
                _ => {}
            }
        }
    }
    GptModel::new(gpt, params).unwrap()
}

/// The model as `melon finetune` would save it.
fn saved() -> (Tokenizer, PathBuf) {
    let tokenizer = Tokenizer::characters([CHATS, "abcdefBekindripe? \n"], None).unwrap();
    let corpus = CorpusRecord::of(&Corpus::of_text("x", CHATS), 0, 0.0);
    let record = TrainingRecord::new(Stage::Finetune, corpus, &Preset::TINY.options(), 0.0);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("chat_saved");
    let tokenizer_json = Some(tokenizer.to_json().into_bytes());
    let saved = SavedGpt { model: model(&tokenizer), tokenizer_json, training: Some(record), checkpoint: None };
    save(&folder, &saved, Precision::F32).unwrap();
    (tokenizer, folder)
}

fn ids(value: &Value) -> Vec<TokenId> {
    indices(value).into_iter().map(|id| id as TokenId).collect()
}

#[test]
fn turns_are_written_and_answers_end_as_in_transformers() {
    let (tokenizer, folder) = saved();
    println!("{} is what transformers_chat.py reads", folder.display()); // shown on failure
    let golden = parse(GOLDEN);
    let template = Template::new(&tokenizer).unwrap();
    assert_eq!((&golden["eos_token"], &golden["eos_token_id"]), (&"<|end|>".into(), &template.end().into()));
    let model = load_model(&folder).unwrap().model;
    let chats: Vec<Value> = serde_json::from_str(CHATS).unwrap();
    for (chat, golden) in chats.iter().zip(golden["chats"].as_array().unwrap()) {
        let begun = conversation::parse_begun("chats", &chat.to_string()).unwrap();
        let turns = conversation::with_system(begun.system.as_deref(), &begun.turns);
        assert_eq!(template.encode(&tokenizer, &turns).0, ids(&golden["ids"]), "{chat}");
        let prompt = template.prompt(&tokenizer, &turns);
        let options = Options { max_tokens: 12, end: Some(template.end()), ..Options::default() };
        let mut answer = Vec::new();
        generate(&model, &tokenizer, &prompt, &options, |step| (answer.push(step.id), ControlFlow::Continue(())).1)
            .unwrap();
        answer.push(template.end()); // transformers keeps it
        assert_eq!(answer, ids(&golden["answer"]), "{chat}");
    }
}

#[test]
fn a_vocabulary_in_two_files_has_the_ids_of_transformers() {
    let room = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vocab_merges");
    let golden_folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    fs::create_dir_all(&room).unwrap();
    for file in ["vocab.json", "merges.txt"] {
        fs::copy(golden_folder.join("vocab_merges").join(file), room.join(file)).unwrap();
    }
    for file in ["config.json", "model.safetensors"] {
        fs::copy(golden_folder.join("gpt2_tiny").join(file), room.join(file)).unwrap();
    }
    let tokenizer = load_model(&room).unwrap().tokenizer().unwrap();
    let texts: Vec<String> = serde_json::from_str(TEXTS).unwrap();
    let golden = parse(GOLDEN);
    let golden = golden["vocab_merges"].as_array().unwrap();
    assert_eq!(golden.len(), texts.len());
    for (text, golden) in texts.iter().zip(golden) {
        assert_eq!(tokenizer.encode(text), ids(golden), "{text:?}");
        assert_eq!(tokenizer.decode(&tokenizer.encode(text)), *text);
    }
    assert_eq!(tokenizer.end(), tokenizer.token("<|endoftext|>"));
}
