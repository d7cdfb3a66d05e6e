//! What `transformers` wants to know beside the weights, to stop where this program stops and to
//! write a conversation as this program writes it.

use crate::lm::{TokenId, Tokenizer};
use crate::task::dialogue::{self, Template};
use crate::task::training::{Stage, TrainingRecord};
use serde_json::{Value, json};

pub(super) const TOKENIZER_CONFIG: &str = "tokenizer_config.json";
pub(super) const GENERATION_CONFIG: &str = "generation_config.json";

/// What is said of a model's vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Ends {
    /// The token that ends a text, or an answer.
    id: Option<TokenId>,
    /// What the vocabulary calls it.
    name: Option<String>,
    /// How a conversation is written, if the model has learned any.
    chat_template: Option<String>,
}

impl Ends {
    /// Of a saved model; nothing, if its vocabulary cannot be read.
    pub(super) fn of(tokenizer_json: Option<&[u8]>, training: Option<&TrainingRecord>) -> Ends {
        let json = tokenizer_json.and_then(|json| std::str::from_utf8(json).ok());
        let Some(tokenizer) = json.and_then(|json| Tokenizer::from_json(json).ok()) else { return Ends::default() };
        let is_tuned = training.is_some_and(|record| record.stage == Stage::Finetune);
        let has_turns = is_tuned && Template::new(&tokenizer).is_ok();
        let id = tokenizer.end();
        Ends { id, name: id.map(|id| tokenizer.name(id)), chat_template: has_turns.then(dialogue::chat_template) }
    }

    /// The id for `config.json`.
    pub(super) fn id(&self) -> Option<TokenId> {
        self.id
    }

    /// `tokenizer_config.json`. Without the class `AutoTokenizer` makes GPT-2's own pre-tokenizer
    /// of any that belongs to a GPT-2; without the rest it drops blanks before punctuation.
    pub(super) fn tokenizer_config(&self, context_len: usize) -> Vec<u8> {
        let mut config = json!({
            "tokenizer_class": "PreTrainedTokenizerFast",
            "clean_up_tokenization_spaces": false,
            "model_max_length": context_len,
        });
        for (key, value) in [("eos_token", &self.name), ("chat_template", &self.chat_template)] {
            if let Some(value) = value {
                config[key] = value.as_str().into();
            }
        }
        lines(&config)
    }

    /// `generation_config.json`: where `generate` stops.
    pub(super) fn generation_config(&self) -> Option<Vec<u8>> {
        self.id.map(|id| lines(&json!({ "eos_token_id": id })))
    }
}

fn lines(value: &Value) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(value).expect("words and numbers");
    text.push(b'\n');
    text
}
