//! A vocabulary in GPT-2's own two files, `vocab.json` and `merges.txt`, as the `tokenizer.json`
//! that `transformers` makes of them.

use super::GptFileError;
use super::interchange::TOKENIZER_CONFIG;
use crate::store::ModelFiles;
use serde_json::{Map, Value, json};

const VOCAB: &str = "vocab.json";
const MERGES: &str = "merges.txt";
/// Tokens that were added later.
const ADDED: &str = "added_tokens.json";
/// What ends a text in GPT-2: no text, wherever it stands in the vocabulary.
const END_OF_TEXT: &str = "<|endoftext|>";

/// Vocabularies of kinds that only their own programs read.
const OTHERS: [&str; 4] = ["vocab.txt", "spiece.model", "sentencepiece.bpe.model", "tokenizer.model"];

/// The `tokenizer.json` of a model's files, made of the older ones; `None` if there is none of any
/// kind.
pub(super) fn read(files: &ModelFiles) -> Result<Option<Vec<u8>>, GptFileError> {
    let (Some(vocab), Some(merges)) = (files.read(VOCAB)?, files.read(MERGES)?) else {
        let other = [VOCAB].iter().chain(&OTHERS).copied().find(|name| files.has(name));
        return other.map_or(Ok(None), |found| Err(GptFileError::OtherTokenizer { found }));
    };
    let vocab = object(&vocab, VOCAB)?;
    let added = files.read(ADDED)?.map_or(Ok(Map::new()), |file| object(&file, ADDED))?;
    let settings = files.read(TOKENIZER_CONFIG)?.map_or(Ok(Map::new()), |file| object(&file, TOKENIZER_CONFIG))?;
    let opens_with_space = settings.get("add_prefix_space").and_then(Value::as_bool).unwrap_or(false);
    let merges = String::from_utf8_lossy(&merges);
    let file = tokenizer(vocab, &merges, added, opens_with_space);
    Ok(Some(serde_json::to_vec_pretty(&file).expect("words and numbers")))
}

fn object(content: &[u8], file: &'static str) -> Result<Map<String, Value>, GptFileError> {
    serde_json::from_slice(content).map_err(|error| GptFileError::Json { file, reason: error.to_string() })
}

/// Byte-level BPE. The first line of the merges may be a comment on their version.
fn tokenizer(vocab: Map<String, Value>, merges: &str, mut added: Map<String, Value>, opens_with_space: bool) -> Value {
    let merges = merges.lines().map(str::trim_end).enumerate();
    let merges = merges.filter(|(at, line)| !(line.is_empty() || *at == 0 && line.starts_with("#version")));
    let merges: Vec<&str> = merges.map(|(_, line)| line).collect();
    if let Some(id) = vocab.get(END_OF_TEXT) {
        added.insert(END_OF_TEXT.to_owned(), id.clone());
    }
    let byte_level =
        json!({"type": "ByteLevel", "add_prefix_space": opens_with_space, "trim_offsets": true, "use_regex": true});
    json!({
        "version": "1.0",
        "added_tokens": added.iter().map(|(content, id)| marker(content, id)).collect::<Vec<_>>(),
        "pre_tokenizer": byte_level,
        "decoder": byte_level,
        "model": {"type": "BPE", "vocab": vocab, "merges": merges,
                  "continuing_subword_prefix": "", "end_of_word_suffix": "", "fuse_unk": false},
    })
}

fn marker(content: &str, id: &Value) -> Value {
    json!({"id": id, "content": content, "special": true, "normalized": false,
           "single_word": false, "lstrip": false, "rstrip": false})
}
