//! Vocabularies against Python's `tokenizers` on the files saved here: `tokenizers_ids.py`.

use std::fs;
use std::path::Path;

use melon::lm::tokenizer::Tokenizer;
use melon::lm::{TokenId, TokenizerKind};
use serde_json::Value;

use super::{indices, parse};

const CORPUS: &str = include_str!("kenlm_corpus.txt");
const TEXTS: &str = include_str!("tokenizers_texts.json");
const GOLDEN: &str = include_str!("tokenizers_ids.json");
const PYTHON_MADE: &str = include_str!("tokenizers_python.json");

fn rows(value: &Value) -> Vec<Vec<TokenId>> {
    let rows = value.as_array().expect("rows: run tokenizers_ids.py").iter();
    rows.map(|row| indices(row).into_iter().map(|id| id as TokenId).collect()).collect()
}

/// Every text has the ids that Python finds, and comes back from them.
fn assert_ids(tokenizer: &Tokenizer, golden: &Value) {
    let texts: Vec<String> = serde_json::from_str(TEXTS).unwrap();
    let (marked, ordinary) = (rows(&golden["marked"]), rows(&golden["ordinary"]));
    assert_eq!((marked.len(), ordinary.len()), (texts.len(), texts.len()));
    for (i, text) in texts.iter().enumerate() {
        assert_eq!(tokenizer.encode(text), marked[i], "{text:?}");
        assert_eq!(tokenizer.encode_ordinary(text), ordinary[i], "{text:?}");
        assert_eq!(tokenizer.decode(&marked[i]), *text);
    }
}

#[test]
fn a_saved_vocabulary_has_the_same_ids_in_python() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tokenizers");
    fs::create_dir_all(&folder).unwrap();
    let characters = Tokenizer::characters([CORPUS], None).unwrap();
    let bpe = Tokenizer::byte_level_bpe(CORPUS.lines(), 320).unwrap();
    let both = [("char", characters), ("bpe", bpe)];
    for (kind, tokenizer) in &both {
        fs::write(folder.join(format!("{kind}.json")), tokenizer.to_json()).unwrap();
    }
    println!("{} holds what tokenizers_ids.py reads", folder.display()); // shown on failure
    for (kind, tokenizer) in &both {
        assert_eq!(tokenizer.kind(), if *kind == "bpe" { TokenizerKind::Bpe } else { TokenizerKind::Characters });
        assert_ids(tokenizer, &parse(GOLDEN)[kind]);
    }
}

#[test]
fn a_vocabulary_made_in_python_has_the_same_ids_here() {
    let tokenizer = Tokenizer::from_json(PYTHON_MADE).unwrap();
    assert_eq!(tokenizer.token("<|endoftext|>"), tokenizer.end());
    assert_ids(&tokenizer, &parse(GOLDEN)["python"]);
}
