//! Where examples come from: windows of a long text, or conversations one by one.

use std::borrow::Cow;

use crate::lm::TokenId;
use crate::lm::gpt::{Examples, IGNORE};

/// Examples of one split of the data.
///
/// The loop draws them by number, so that which ones a step sees follows from the seed and
/// the step alone.
pub trait ExampleSource: Send + Sync {
    /// How many examples there are to draw from.
    fn n_examples(&self) -> usize;

    /// Examples that together cover the whole split once, in order: what a loss is
    /// evaluated on.
    fn cover(&self) -> Vec<usize>;

    /// Puts the examples of a batch into the order in which they are shared out.
    fn arrange(&self, _examples: &mut [usize]) {}

    /// Writes the examples of these numbers to `batch`, one sequence each.
    fn fill(&self, examples: &[usize], batch: &mut Batch);
}

/// Some sequences of equal length and what follows each of their tokens. It is filled again
/// and again.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Batch {
    /// Tokens in a sequence, `T`.
    pub t: usize,
    /// `(B, T)`: the tokens read.
    pub inputs: Vec<TokenId>,
    /// `(B, T)`; [`IGNORE`] where nothing is to be learned.
    pub targets: Vec<TokenId>,
}

impl Batch {
    /// As the model takes it.
    pub fn examples(&self) -> Examples<'_> {
        Examples { t: self.t, inputs: &self.inputs, targets: &self.targets }
    }

    /// How many tokens are to be learned.
    pub fn n_targets(&self) -> usize {
        self.targets.iter().filter(|&&target| target != IGNORE).count()
    }

    /// Fills it again with sequences of inputs and targets, each padded to the longest; nobody
    /// looks ahead, so what stands there is never seen.
    pub fn fill_padded<'a>(&mut self, sequences: impl Iterator<Item = &'a (Vec<TokenId>, Vec<TokenId>)> + Clone) {
        let longest = sequences.clone().map(|(inputs, _)| inputs.len()).max().unwrap_or(0);
        self.clear(longest);
        for (n, (inputs, targets)) in sequences.enumerate() {
            self.inputs.extend_from_slice(inputs);
            self.inputs.resize((n + 1) * longest, 0);
            self.targets.extend_from_slice(targets);
            self.targets.resize((n + 1) * longest, IGNORE);
        }
    }

    /// Empties it, for sequences of `t`.
    fn clear(&mut self, t: usize) {
        self.t = t;
        self.inputs.clear();
        self.targets.clear();
    }
}

/// Why data cannot be learned from.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum SourceError {
    /// The text has no window of the context's length and one token more.
    TooShort {
        /// Tokens that the text has.
        n_tokens: usize,
        /// The longest context of the model, in tokens.
        context_len: usize,
        /// Tokens that it would need: one more than the context.
        needed: usize,
    },
    /// A token that the model has no vector for.
    OutsideVocabulary {
        /// The first such token.
        token: TokenId,
        /// The size of the model's vocabulary.
        vocab_size: usize,
    },
    /// There is no conversation, or none with an answer.
    NoAnswers,
}

/// Windows of a stream of tokens, each predicting the token that follows.
#[derive(Debug, Clone)]
pub struct Windows<'a> {
    tokens: Cow<'a, [TokenId]>,
    context_len: usize,
    /// Where texts begin, in order, as far as that matters; see [`Windows::of_texts`].
    beginnings: Vec<usize>,
}

impl<'a> Windows<'a> {
    /// All windows of `context_len` tokens, for a model of `vocab_size`.
    ///
    /// # Errors
    /// If there are not `context_len + 1` tokens, or one lies outside the vocabulary.
    pub fn new(
        tokens: impl Into<Cow<'a, [TokenId]>>,
        context_len: usize,
        vocab_size: usize,
    ) -> Result<Windows<'a>, SourceError> {
        let tokens = tokens.into();
        check_vocabulary(&tokens, vocab_size)?;
        match tokens.len() > context_len {
            true => Ok(Windows { tokens, context_len, beginnings: Vec::new() }),
            false => Err(SourceError::TooShort { n_tokens: tokens.len(), context_len, needed: context_len + 1 }),
        }
    }

    /// The same windows of a stream of texts, each ended by `end`: every other one is moved back to
    /// the beginning of the text that it begins in, where that is less than a window away. For a
    /// prompt is the beginning of a text, and a model that has mostly seen windows beginning in
    /// the middle of one continues it as if it were the middle, too.
    pub fn of_texts(self, end: Option<TokenId>) -> Windows<'a> {
        let ends = self.tokens.iter().enumerate().filter(|&(_, &token)| Some(token) == end);
        let beginnings = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Windows { beginnings, ..self }
    }

    /// Where the window of this number begins.
    fn start(&self, example: usize) -> usize {
        let begun = self.beginnings.partition_point(|&beginning| beginning <= example);
        let beginning = begun.checked_sub(1).map(|last| self.beginnings[last]);
        let is_near = |&beginning: &usize| example % 2 == 1 && example - beginning < self.context_len;
        beginning.filter(is_near).unwrap_or(example)
    }

    /// Splits a stream by position: the first part to learn from, the rest to validate on.
    /// `None` in place of the second where it is shorter than a window.
    ///
    /// # Errors
    /// As [`Windows::new`], of the first part.
    pub fn split(
        tokens: &'a [TokenId],
        validation_share: f64,
        context_len: usize,
        vocab_size: usize,
    ) -> Result<(Windows<'a>, Option<Windows<'a>>), SourceError> {
        check_vocabulary(tokens, vocab_size)?;
        let n_train = (tokens.len() as f64 * (1.0 - validation_share.clamp(0.0, 1.0))) as usize;
        let (train, validation) = tokens.split_at(n_train);
        Ok((Windows::new(train, context_len, vocab_size)?, Windows::new(validation, context_len, vocab_size).ok()))
    }
}

impl ExampleSource for Windows<'_> {
    fn n_examples(&self) -> usize {
        self.tokens.len() - self.context_len
    }

    /// Windows side by side. The last tokens, less than a window, are left out.
    fn cover(&self) -> Vec<usize> {
        (0..self.n_examples()).step_by(self.context_len).collect()
    }

    fn fill(&self, examples: &[usize], batch: &mut Batch) {
        batch.clear(self.context_len);
        for start in examples.iter().map(|&example| self.start(example)) {
            batch.inputs.extend_from_slice(&self.tokens[start..][..self.context_len]);
            batch.targets.extend_from_slice(&self.tokens[start + 1..][..self.context_len]);
        }
    }
}

/// Conversations, each a sequence of its own: the model learns the tokens of the answers only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversations {
    /// Inputs and targets, of equal length.
    sequences: Vec<(Vec<TokenId>, Vec<TokenId>)>,
}

impl Conversations {
    /// Conversations as `(tokens, is_answer)`, one flag a token. What lies beyond the context
    /// is cut off; a conversation with no answer left is left out.
    ///
    /// # Errors
    /// If none is left, or a token lies outside the vocabulary.
    pub fn new<'a>(
        conversations: impl IntoIterator<Item = (&'a [TokenId], &'a [bool])>,
        context_len: usize,
        vocab_size: usize,
    ) -> Result<Conversations, SourceError> {
        let mut sequences = Vec::new();
        for (tokens, is_answer) in conversations {
            check_vocabulary(tokens, vocab_size)?;
            let n = tokens.len().saturating_sub(1).min(context_len);
            let followers = tokens.iter().zip(is_answer).skip(1);
            let targets: Vec<TokenId> =
                followers.take(n).map(|(&token, &learn)| if learn { token } else { IGNORE }).collect();
            if targets.iter().any(|&target| target != IGNORE) {
                sequences.push((tokens[..n].to_vec(), targets));
            }
        }
        if sequences.is_empty() { Err(SourceError::NoAnswers) } else { Ok(Conversations { sequences }) }
    }
}

impl ExampleSource for Conversations {
    fn n_examples(&self) -> usize {
        self.sequences.len()
    }

    fn cover(&self) -> Vec<usize> {
        (0..self.sequences.len()).collect()
    }

    /// By length: who is padded to the longest of a shard is then padded little.
    fn arrange(&self, examples: &mut [usize]) {
        examples.sort_by_key(|&i| self.sequences[i].0.len());
    }

    fn fill(&self, examples: &[usize], batch: &mut Batch) {
        batch.fill_padded(examples.iter().map(|&i| &self.sequences[i]));
    }
}

fn check_vocabulary(tokens: &[TokenId], vocab_size: usize) -> Result<(), SourceError> {
    match tokens.iter().find(|&&token| token as usize >= vocab_size) {
        Some(&token) => Err(SourceError::OutsideVocabulary { token, vocab_size }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_predicts_its_own_followers() {
        let tokens: Vec<TokenId> = (0..10).collect();
        let windows = Windows::new(&tokens, 3, 10).unwrap();
        let mut batch = Batch::default();
        windows.fill(&[0, 6], &mut batch);
        assert_eq!((batch.inputs, batch.targets), (vec![0, 1, 2, 6, 7, 8], vec![1, 2, 3, 7, 8, 9]));
        assert_eq!((windows.n_examples(), windows.cover()), (7, vec![0, 3, 6]));
    }

    #[test]
    fn every_other_window_begins_where_its_text_does() {
        let tokens: Vec<TokenId> = vec![1, 2, 3, 4, 0, 5, 6, 7, 8, 9, 9, 9, 0, 1, 2, 3, 4];
        let windows = Windows::new(&tokens, 4, 10).unwrap().of_texts(Some(0));
        let starts: Vec<usize> = (0..windows.n_examples()).map(|example| windows.start(example)).collect();
        assert_eq!(starts, [0, 0, 2, 0, 4, 5, 6, 5, 8, 9, 10, 11, 12], "9 and 11 are a window away from 5");
        let whole = Windows::new(&tokens, 4, 10).unwrap().of_texts(None);
        assert_eq!([1, 3, 7].map(|example| whole.start(example)), [0, 0, 7]);
    }

    #[test]
    fn too_short_and_foreign_texts_are_refused() {
        let too_short = SourceError::TooShort { n_tokens: 3, context_len: 3, needed: 4 };
        assert_eq!(Windows::new(&[0, 1, 2], 3, 5).unwrap_err(), too_short);
        let outside = SourceError::OutsideVocabulary { token: 9, vocab_size: 5 };
        assert_eq!(Windows::new(&[0, 1, 2, 9], 3, 5).unwrap_err(), outside);
        assert!(Windows::new(Vec::new(), 3, 5).is_err());
    }

    #[test]
    fn a_split_is_by_position_and_shares_nothing() {
        let tokens: Vec<TokenId> = (0..100).collect();
        let (train, validation) = Windows::split(&tokens, 0.1, 8, 100).unwrap();
        assert_eq!((&*train.tokens, &*validation.unwrap().tokens), (&tokens[..90], &tokens[90..]));
        assert!(Windows::split(&tokens, 0.05, 8, 100).unwrap().1.is_none());
    }

    #[test]
    fn conversations_learn_answers_only_and_are_padded() {
        let long = ([1, 2, 3, 4].as_slice(), [false, false, true, true].as_slice());
        let short = ([5, 6].as_slice(), [false, true].as_slice());
        let mute = ([7, 8].as_slice(), [false, false].as_slice());
        let source = Conversations::new([long, short, mute], 16, 10).unwrap();
        assert_eq!(source.n_examples(), 2);
        let mut batch = Batch::default();
        source.fill(&[0, 1], &mut batch);
        assert_eq!(batch.inputs, [1, 2, 3, 5, 0, 0]);
        assert_eq!(batch.targets, [IGNORE, 3, 4, 6, IGNORE, IGNORE]);
        assert_eq!((batch.t, batch.n_targets()), (3, 3));
        assert_eq!(Conversations::new([mute], 16, 10), Err(SourceError::NoAnswers));
        assert_eq!(Conversations::new([long], 1, 10), Err(SourceError::NoAnswers));
    }
}
