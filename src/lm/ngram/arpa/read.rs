//! The lines of an ARPA file become a model.

use super::super::contexts::{ContextTree, Depth};
use super::super::{AppliedSmoothing, NGram};
use super::lines::{entries, fields, header, is_unknown, plain};
use super::{ArpaError, BEGIN, END, NEVER, UNKNOWN};
use crate::lm::TokenId;
use std::collections::BTreeMap;

/// The most that `log10` of a weight may be. Weights are hardly above 1; the product of those
/// of all contexts, five at most, has to stay within the range of a double.
const MOST_BACKOFF: f64 = 60.0;

/// Reads a model over a vocabulary of `vocab_size`, in which a name stands for a `token`, and
/// `<s>` and `</s>` for `boundary`. Tokens that are not listed share what `<unk>` has.
///
/// # Errors
/// With the line, if something cannot be read or is not in the vocabulary.
pub fn read(
    text: &str,
    vocab_size: usize,
    boundary: Option<TokenId>,
    token: impl Fn(&str) -> Option<TokenId>,
) -> Result<NGram, ArpaError> {
    let declared = header(text)?;
    let mut reader =
        ArpaReader { boundary, token, found: vec![0; declared.len()], contexts: Default::default(), unknown: NEVER };
    reader.contexts.resize_with(declared.len(), BTreeMap::new);
    for (line, length, entry) in entries(text) {
        reader.entry(line, length, entry)?;
    }
    for (i, (&declared, &found)) in declared.iter().zip(&reader.found).enumerate() {
        if declared != found {
            return Err(ArpaError::Count { length: i + 1, declared, found });
        }
    }
    Ok(reader.finish(vocab_size))
}

/// A context: its weight, and what follows it.
struct Followed {
    backoff: f64,
    by: BTreeMap<TokenId, f64>,
}

impl Default for Followed {
    fn default() -> Self {
        Followed { backoff: 1.0, by: BTreeMap::new() }
    }
}

struct ArpaReader<F> {
    boundary: Option<TokenId>,
    token: F,
    /// Entries by length.
    found: Vec<usize>,
    /// By depth: contexts, the most recent token first.
    contexts: Vec<BTreeMap<Vec<TokenId>, Followed>>,
    /// `log10 p(<unk>)`.
    unknown: f64,
}

impl<F: Fn(&str) -> Option<TokenId>> ArpaReader<F> {
    fn entry(&mut self, line: usize, length: usize, entry: &str) -> Result<(), ArpaError> {
        let unreadable = || ArpaError::Line { line, text: entry.to_owned() };
        let fields: Vec<&str> = fields(entry).collect();
        let number = |at: usize| fields[at].parse::<f64>().ok().filter(|number| !number.is_nan());
        let fits = length <= self.found.len() && (length + 1..=length + 2).contains(&fields.len());
        if !fits {
            return Err(unreadable());
        }
        let log_p = number(0).ok_or_else(unreadable)?.max(NEVER);
        if log_p > 0.0 {
            return Err(ArpaError::Positive { line, log_p: fields[0].to_owned() });
        }
        let weight = |at: usize| number(at).filter(|&weight| weight <= MOST_BACKOFF).map(|weight| weight.max(NEVER));
        let backoff = if fields.len() == length + 2 { weight(length + 1).ok_or_else(unreadable)? } else { 0.0 };
        self.found[length - 1] += 1;
        let words = &fields[1..=length];
        if matches!(words, [word] if is_unknown(word)) && (self.token)(UNKNOWN).is_none() {
            self.unknown = log_p;
            return Ok(());
        }
        let Some(ngram) = self.tokens(line, words)? else { return Ok(()) };
        self.insert(&ngram, words, log_p, backoff);
        Ok(())
    }

    /// The tokens of an n-gram; `None` if it is about a boundary or the unknown word, and the
    /// vocabulary has none: it spells what is not listed.
    fn tokens(&self, line: usize, words: &[&str]) -> Result<Option<Vec<TokenId>>, ArpaError> {
        let mut tokens = Vec::with_capacity(words.len());
        for &word in words {
            let token = match (word, self.boundary) {
                (BEGIN | END, None) => return Ok(None),
                (BEGIN | END, Some(boundary)) => Some(boundary),
                _ if is_unknown(word) => match (self.token)(UNKNOWN) {
                    Some(unknown) => Some(unknown),
                    None => return Ok(None),
                },
                _ => (self.token)(&plain(word)),
            };
            tokens.push(token.ok_or_else(|| ArpaError::UnknownWord { line, word: word.to_owned() })?);
        }
        Ok(Some(tokens))
    }

    fn insert(&mut self, ngram: &[TokenId], words: &[&str], log_p: f64, backoff: f64) {
        let (&last, context) = ngram.split_last().expect("sections count from 1");
        if words != [BEGIN] {
            *self.context(context).by.entry(last).or_default() = 10f64.powf(log_p);
        }
        if backoff != 0.0 && ngram.len() < self.contexts.len() {
            self.context(ngram).backoff = 10f64.powf(backoff);
        }
    }

    /// The entry of a context, and those of all it ends with.
    fn context(&mut self, tokens: &[TokenId]) -> &mut Followed {
        let backwards: Vec<TokenId> = tokens.iter().rev().copied().collect();
        for depth in 0..backwards.len() {
            if !self.contexts[depth].contains_key(&backwards[..depth]) {
                self.contexts[depth].insert(backwards[..depth].to_vec(), Followed::default());
            }
        }
        self.contexts[backwards.len()].entry(backwards).or_default()
    }

    fn finish(mut self, vocab_size: usize) -> NGram {
        let unknown = 10f64.powf(self.unknown);
        let root = &mut self.context(&[]).by;
        let missing: Vec<TokenId> = (0..vocab_size as TokenId).filter(|token| !root.contains_key(token)).collect();
        let each = unknown / missing.len() as f64;
        root.extend(missing.into_iter().map(|token| (token, each)));
        let depths = (0..self.contexts.len()).map(|d| depth(&self.contexts, d)).collect();
        let methods = vec![AppliedSmoothing::Given; self.contexts.len()];
        let backoffs = self.contexts.iter().map(|level| level.values().map(|c| c.backoff).collect()).collect();
        let probabilities =
            self.contexts.iter().map(|level| level.values().flat_map(|c| c.by.values().copied()).collect()).collect();
        NGram { vocab_size, boundary: self.boundary, tree: ContextTree { depths }, probabilities, backoffs, methods }
    }
}

fn depth(contexts: &[BTreeMap<Vec<TokenId>, Followed>], d: usize) -> Depth {
    let (mut longer, mut first) = (vec![0], vec![0]);
    let mut next = contexts.get(d + 1).into_iter().flat_map(BTreeMap::keys).peekable();
    for (backwards, followed) in &contexts[d] {
        let mut n = 0;
        while next.next_if(|longer| longer.starts_with(backwards)).is_some() {
            n += 1;
        }
        longer.push(longer[longer.len() - 1] + n);
        first.push(first[first.len() - 1] + followed.by.len() as u32);
    }
    Depth {
        oldest: contexts[d].keys().map(|backwards| backwards.last().copied().unwrap_or(0)).collect(),
        longer,
        first,
        followers: contexts[d].values().flat_map(|followed| followed.by.keys().copied()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{words, write};
    use super::*;
    use crate::lm::ngram::{Counts, Smoothing};
    use approx::assert_relative_eq;

    const NAMES: [&str; 6] = ["<|end|>", "a", " ", "\\", "<s>", "瓜"];

    fn name(token: TokenId) -> String {
        NAMES[token as usize].to_owned()
    }

    fn token(name: &str) -> Option<TokenId> {
        NAMES.iter().position(|other| *other == name).map(|at| at as TokenId)
    }

    #[test]
    fn a_model_written_and_read_says_the_same() {
        let tokens = [1, 2, 3, 1, 2, 4, 0, 2, 3, 3, 1, 0];
        for smoothing in [Smoothing::MaximumLikelihood, Smoothing::WittenBell, Smoothing::KneserNey] {
            for (order, boundary) in [(1, Some(0)), (3, Some(0)), (5, None), (6, Some(0))] {
                let model = NGram::new(&Counts::new(&tokens, order, 6, boundary).unwrap(), smoothing).unwrap();
                let again = read(&write(&model, name).unwrap(), 6, boundary, token).unwrap();
                assert_eq!(again.order(), order);
                for context in [&[][..], &[0], &[1], &[1, 2], &[0, 2, 3], &[5, 2, 3, 3, 1], &[5]] {
                    for token in 0..6 {
                        let (before, after) = (model.probability(context, token), again.probability(context, token));
                        assert_relative_eq!(before, after, max_relative = 1e-12);
                    }
                }
            }
        }
    }

    #[test]
    fn add_k_has_no_arpa_form() {
        let counts = Counts::new(&[1, 2, 3], 2, 6, None).unwrap();
        let model = NGram::new(&counts, Smoothing::AddK(1.0)).unwrap();
        assert!(write(&model, name).is_none());
    }

    const SMALL: &str = "\n\\data\\\nngram 1=4\nngram 2=1\n\n\\1-grams:\n-1\t<unk>\n-99 <s> -0.5\n-0.3 a -0.2\n-0.6 </s>\n\n\\2-grams:\n-0.1 <s> a\n\n\\end\\\n";

    #[test]
    fn what_other_toolkits_write_is_read() {
        let large = SMALL
            .replace("<unk>", "<UNK>")
            .replace("ngram 2=1", "ngram 2=2")
            .replace("<s> a\n", "<s> a\n-0.2 <UNK> a\n");
        assert_eq!(read(&large, 6, Some(0), token).unwrap(), read(SMALL, 6, Some(0), token).unwrap());
        let words = SMALL
            .replace(" a -0.2", " \u{3000} -0.2")
            .replace("-0.6 </s>", "-0.6 \\x")
            .replace("<s> a", "<s> \u{3000}");
        assert_eq!(super::super::words(&words), ["\u{3000}", "\\x"]);
        let positive = read(&SMALL.replace("-0.3 a", "0.0006 a"), 6, Some(0), token).unwrap_err();
        assert_eq!(positive, ArpaError::Positive { line: 9, log_p: "0.0006".to_owned() });
    }

    #[test]
    fn an_unknown_word_that_is_a_token_has_what_is_its_own() {
        let names = ["</s>", "<unk>", "a"];
        let token = |name: &str| names.iter().position(|other| *other == name).map(|at| at as TokenId);
        let text = SMALL
            .replace("-1\t<unk>", "-1\t<unk>\t-0.4")
            .replace("ngram 2=1", "ngram 2=2")
            .replace("<s> a\n", "<s> a\n-0.2 <unk> a\n");
        let model = read(&text, 3, Some(0), token).unwrap();
        assert_relative_eq!(model.probability(&[1], 2), 10f64.powf(-0.2), max_relative = 1e-12);
        assert_relative_eq!(model.probability(&[1], 1), 10f64.powf(-0.4 - 1.0), max_relative = 1e-12);
    }

    #[test]
    fn what_is_not_listed_shares_the_unknown() {
        let model = read(SMALL, 6, Some(0), token).unwrap();
        assert_relative_eq!(model.probability(&[0], 1), 10f64.powf(-0.1), max_relative = 1e-12);
        assert_relative_eq!(model.probability(&[0], 5), 10f64.powf(-0.5) * 0.1 / 4.0, max_relative = 1e-12);
        assert_relative_eq!(model.probability(&[1], 1), 10f64.powf(-0.2 - 0.3), max_relative = 1e-12);
        assert_eq!(words(SMALL), ["a"]);
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_line() {
        let fails = |from: &str, to: &str| read(&SMALL.replace(from, to), 6, Some(0), token).unwrap_err();
        assert_eq!(read("hello", 6, None, token), Err(ArpaError::NoHeader));
        assert_eq!(fails("ngram 1=4", "ngram 1=5"), ArpaError::Count { length: 1, declared: 5, found: 4 });
        assert_eq!(fails("<s> a\n", "<s> b\n"), ArpaError::UnknownWord { line: 13, word: "b".into() });
        assert_eq!(fails("-0.3 a", "0.3 a"), ArpaError::Positive { line: 9, log_p: "0.3".into() });
        assert_eq!(fails("-0.3 a -0.2", "-0.3"), ArpaError::Line { line: 9, text: "-0.3".into() });
        assert!(matches!(fails("ngram 2=1", "ngram 3=1"), ArpaError::NoHeader));
        assert_eq!(fails("a -0.2", "a 400"), ArpaError::Line { line: 9, text: "-0.3 a 400".into() });
        assert_eq!(fails("a -0.2", "a inf"), ArpaError::Line { line: 9, text: "-0.3 a inf".into() });
    }
}
