//! The two models that come with the program, in `datasets/pretrained/`: one that has read
//! the built-in corpus and made stories, and the same one after it has learned to answer. The
//! commands that made them stand in `datasets/README.md`.

use super::gpt::{self, SavedGpt};
use crate::task::tour::{Embedded, Speaker};

/// The files of a model's folder.
struct ModelFiles {
    config: &'static [u8],
    weights: &'static [u8],
    tokenizer: &'static [u8],
    training: &'static [u8],
}

macro_rules! files {
    ($folder:literal) => {
        ModelFiles {
            config: include_bytes!(concat!("../../datasets/pretrained/", $folder, "/config.json")),
            weights: include_bytes!(concat!("../../datasets/pretrained/", $folder, "/model.safetensors")),
            tokenizer: include_bytes!("../../datasets/pretrained/base/tokenizer.json"), // that of both
            training: include_bytes!(concat!("../../datasets/pretrained/", $folder, "/training.json")),
        }
    };
}

const BASE: ModelFiles = files!("base");
const CHAT: ModelFiles = files!("chat");

/// The names by which a command knows them.
pub const NAMES: [&str; 2] = ["gpt", "gpt-chat"];

/// The model that continues text, pre-trained on the built-in corpus and made stories.
pub fn base() -> SavedGpt {
    BASE.parse()
}

/// The model that answers, fine-tuned from [`base`] on the built-in conversations.
pub fn chat() -> SavedGpt {
    CHAT.parse()
}

/// Both, as the tour asks them.
pub fn pair() -> Embedded {
    Embedded { base: speaker(base()), chat: speaker(chat()) }
}

fn speaker(saved: SavedGpt) -> Speaker {
    Speaker { tokenizer: saved.tokenizer().expect("the test below reads it"), model: saved.model }
}

/// Which of [`NAMES`] is meant by `name`, if any is: `chat` is short for the second.
pub(super) fn full_name(name: &str) -> Option<&'static str> {
    let whole = if name == "chat" { NAMES[1] } else { name };
    NAMES.into_iter().find(|known| *known == whole)
}

/// The built-in model called `name`.
pub fn find(name: &str) -> Option<SavedGpt> {
    full_name(name).map(|known| if known == NAMES[0] { base() } else { chat() })
}

impl ModelFiles {
    /// The model, read anew: only who asks for it pays for it.
    fn parse(&self) -> SavedGpt {
        SavedGpt {
            model: gpt::parse(self.config, self.weights).expect("the test below reads it"),
            tokenizer_json: Some(self.tokenizer.to_vec()),
            training: Some(serde_json::from_slice(self.training).expect("the test below reads it")),
            checkpoint: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Corpus;
    use crate::data::grammar::chats;
    use crate::lm::Tokenizer;
    use crate::task::training::Stage;

    #[test]
    fn both_are_sound_small_and_of_the_corpus_that_is_here() {
        let size: usize =
            [BASE, CHAT].iter().map(|f| f.config.len() + f.weights.len() + f.tokenizer.len() + f.training.len()).sum();
        assert!(size <= 10_000_000, "{size} bytes");
        let (base, chat) = (base(), chat());
        let (of_base, of_chat) = (base.training.unwrap(), chat.training.unwrap());
        assert_eq!((of_base.stage, of_chat.stage), (Stage::Pretrain, Stage::Finetune));
        assert_eq!(of_base.corpus.sha256, Corpus::builtin().sha256(), "the corpus has changed: train them again");
        let first = std::iter::successors(of_chat.base, |practised| practised.base.as_deref().cloned()).last().unwrap();
        assert_eq!(first.sha256, gpt::sha256(&base.model.params));
        assert_eq!(CHAT.tokenizer, include_bytes!("../../datasets/pretrained/chat/tokenizer.json"));
    }

    #[test]
    fn their_vocabulary_has_a_token_for_every_chinese_character_that_is_common() {
        let json = base().tokenizer_json.unwrap();
        let tokenizer = Tokenizer::from_json(std::str::from_utf8(&json).unwrap()).unwrap();
        assert!(tokenizer.keeps_han_alone());
        let chats = chats::builtin(200);
        let texts: String = chats.iter().flat_map(|chat| &chat.turns).map(|turn| turn.content.as_str()).collect();
        let (n_chars, n_tokens) = (texts.chars().count(), tokenizer.encode_ordinary(&texts).len());
        assert!(2 * n_tokens < n_chars, "{n_tokens} tokens for {n_chars} characters");
    }
}
