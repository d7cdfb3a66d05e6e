//! One token a word, as the models of other toolkits have it: what stands between blanks. A word
//! that is not listed is `<unk>`.
//!
//! In `tokenizer.json` this is a `WordLevel` model that cuts at blanks, tabs and line ends, and
//! nowhere else: a no-break space or a full-width one belongs to a word, or is one.

use super::{END, Tokenizer, TokenizerError};
use serde_json::{Map, Value, json};

/// Stands for every word that is not listed.
const UNKNOWN: &str = "<unk>";

impl Tokenizer {
    /// A vocabulary of these words, after the end of a text and the unknown word.
    ///
    /// # Errors
    /// Never for words without blanks.
    pub fn words<'w>(words: impl IntoIterator<Item = &'w str>) -> Result<Tokenizer, TokenizerError> {
        let mut vocab = Map::from_iter([(END.to_owned(), json!(0)), (UNKNOWN.to_owned(), json!(1))]);
        for word in words {
            let id = vocab.len();
            vocab.entry(word).or_insert(Value::from(id));
        }
        let end = json!({"id": 0, "content": END, "special": true, "normalized": false,
                         "single_word": false, "lstrip": false, "rstrip": false});
        let file = json!({
            "version": "1.0",
            "added_tokens": [end],
            "pre_tokenizer": {"type": "Split", "pattern": {"Regex": "[ \\t\\r\\n]+"}, "behavior": "Removed", "invert": false},
            "model": {"type": "WordLevel", "vocab": vocab, "unk_token": UNKNOWN},
        });
        Tokenizer::from_json(&file.to_string())
    }

    /// The words of `text` that are not listed, each once, in order of appearance. Only a
    /// vocabulary of words has such.
    pub fn unknown_words(&self, text: &str) -> Vec<String> {
        let mut unknown: Vec<String> = Vec::new();
        if self.is_of_words() {
            for word in text.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()) {
                if self.token(word).is_none() && !unknown.iter().any(|other| other == word) {
                    unknown.push(word.to_owned());
                }
            }
        }
        unknown
    }

    /// Whether the tokens of `text` say all of it, but for blanks: no word became the unknown one, and no
    /// letter another.
    pub fn spells(&self, text: &str) -> bool {
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        letters(&self.decode(&self.encode_ordinary(text))) == letters(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_between_blanks() {
        let tokenizer = Tokenizer::words(["melon", "is", "m\u{a0}r", "\u{3000}", "is"]).unwrap();
        assert_eq!(tokenizer.vocab_size(), 6);
        assert_eq!(tokenizer.encode("melon  is\nripe m\u{a0}r \u{3000}"), [2, 3, 1, 4, 5]);
        assert_eq!(tokenizer.unknown_words("ripe is ripe, ripe"), ["ripe", "ripe,"]);
        assert_eq!(tokenizer.decode(&[2, 3]), " melon is");
        assert!(tokenizer.spells("melon \n is") && !tokenizer.spells("melon is ripe"));
        let characters = Tokenizer::characters(["ab"], None).unwrap();
        assert!(characters.spells("ab 瓜<|end|>"), "what has no token is spelt in bytes");
        assert_eq!(tokenizer.end(), Some(0));
        let again = Tokenizer::from_json(&tokenizer.to_json()).unwrap();
        assert_eq!((again.encode("is it"), again.decode(&[3])), (vec![3, 1], " is".to_owned()));
    }
}
