//! The completion as it grows, and the stop strings that may end it.

use crate::lm::tokenizer::TextStream;
use crate::lm::{TokenId, Tokenizer};

/// The completion as it grows, with an eye on the stop strings.
pub(super) struct Completion<'t> {
    decoder: TextStream<'t>,
    stop: &'t [String],
    text: String,
    /// Bytes that steps have handed out, with the last step and before it.
    n_emitted: usize,
    emitted_before: usize,
}

impl<'t> Completion<'t> {
    pub fn new(tokenizer: &'t Tokenizer, stop: &'t [String]) -> Self {
        Completion { decoder: tokenizer.stream(), stop, text: String::new(), n_emitted: 0, emitted_before: 0 }
    }

    /// Appends a token; whether a stop string is now complete.
    pub fn push(&mut self, token: TokenId) -> bool {
        let new = self.decoder.push(token);
        self.append(&new)
    }

    /// What has been shown, with the last step.
    pub fn shown_text(&self) -> &str {
        &self.text[..self.n_emitted]
    }

    /// What the last step has added to it.
    pub fn new_text(&self) -> &str {
        &self.text[self.emitted_before..self.n_emitted]
    }

    fn append(&mut self, new: &str) -> bool {
        self.emitted_before = self.n_emitted;
        self.text += new;
        let found = self.stops().filter_map(|stop| self.text[self.n_emitted..].find(stop)).min();
        if let Some(at) = found {
            self.text.truncate(self.n_emitted + at);
        }
        self.n_emitted = self.text.len() - if found.is_some() { 0 } else { self.doubtful() };
        found.is_some()
    }

    fn stops(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.stop.iter().map(String::as_str).filter(|stop| !stop.is_empty())
    }

    /// How many bytes at the end may be the beginning of a stop string.
    fn doubtful(&self) -> usize {
        let unseen = &self.text[self.n_emitted..];
        let begins = |stop: &str| {
            let longest = stop.len().min(unseen.len());
            (1..=longest).rev().find(|&n| unseen.as_bytes().ends_with(&stop.as_bytes()[..n])).unwrap_or(0)
        };
        self.stops().map(begins).max().unwrap_or(0)
    }

    /// The text, and the part of it at the end that no step has shown yet. Where the last token
    /// was broken off within a character, its bytes belong to the text, unless a stop string
    /// has cut it before.
    pub fn finish(mut self, is_cut: bool) -> (String, String) {
        if !is_cut {
            self.text += &self.decoder.finish();
        }
        let held_back = self.text[self.n_emitted..].to_owned();
        (self.text, held_back)
    }
}
