//! A conversation with a model: what was said is the context of what is said next.

use std::ops::ControlFlow;

use super::dialogue::{NoMarkers, Template};
use crate::data::{Role, Turn};
use crate::lm::generate::{self, BrokenLogits, Options, Step, StopReason};
use crate::lm::{LanguageModel, TokenId, Tokenizer};

/// The part of the context that is kept free for the answer: one in this many.
const SHARE_FOR_ANSWER: usize = 3;

/// A conversation so far.
pub struct Chat<'m> {
    model: &'m dyn LanguageModel,
    tokenizer: &'m Tokenizer,
    template: Template,
    turns: Vec<Turn>,
    /// How answers are generated.
    pub options: Options,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Reply {
    /// Its text.
    pub text: String,
    /// Turns that no longer fit into the context and were left out, the oldest first.
    pub n_forgotten: usize,
    /// Tokens at the beginning of the question that did not fit either.
    pub n_cut: usize,
    /// Why it ends.
    pub stop_reason: StopReason,
}

impl<'m> Chat<'m> {
    /// A conversation in which nothing has been said.
    ///
    /// # Errors
    /// If the model does not know turns.
    pub fn new(
        model: &'m dyn LanguageModel,
        tokenizer: &'m Tokenizer,
        options: Options,
    ) -> Result<Chat<'m>, NoMarkers> {
        let template = Template::new(tokenizer)?;
        let options = Options { end: Some(template.end()), ..options };
        Ok(Chat { model, tokenizer, template, turns: Vec::new(), options })
    }

    /// What was said and still counts.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Goes on from what was said elsewhere.
    pub fn resume(&mut self, turns: Vec<Turn>) {
        self.turns = turns;
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        self.turns.clear();
    }

    /// Asks, and shows the answer to `watch` as it comes.
    ///
    /// # Errors
    /// If the model is broken; the question is then taken back.
    pub fn say(&mut self, question: &str, watch: impl FnMut(&Step) -> ControlFlow<()>) -> Result<Reply, BrokenLogits> {
        self.turns.push(Turn { role: Role::User, content: question.to_owned() });
        let (prompt, n_forgotten, n_cut) = self.prompt();
        match generate::generate(self.model, self.tokenizer, &prompt, &self.options, watch) {
            Ok(written) => {
                self.turns.push(Turn { role: Role::Assistant, content: written.completion.clone() });
                Ok(Reply { text: written.completion, n_forgotten, n_cut, stop_reason: written.stop_reason })
            }
            Err(error) => {
                self.turns.pop();
                Err(error)
            }
        }
    }

    /// The conversation in tokens, with room for an answer: the oldest questions go first, each
    /// with its answer; in the end the beginning of a question that is too long by itself.
    fn prompt(&mut self) -> (Vec<TokenId>, usize, usize) {
        let context_len = self.model.context_len();
        let room = context_len - (context_len / SHARE_FOR_ANSWER).min(self.options.max_tokens);
        let mut prompt = self.template.prompt(self.tokenizer, &self.turns);
        let mut n_forgotten = 0;
        while prompt.len() > room && self.turns.len() > 1 {
            n_forgotten += self.turns.drain(..2).len();
            prompt = self.template.prompt(self.tokenizer, &self.turns);
        }
        let n_cut = prompt.len().saturating_sub(room.max(2));
        prompt.drain(1..=n_cut); // the marker of the turn stays
        (prompt, n_forgotten, n_cut)
    }
}

/// The likeliest answer to `prompt`, up to the token that ends it; empty if the model is broken.
pub(super) fn greedy_answer(
    model: &dyn LanguageModel,
    tokenizer: &Tokenizer,
    end: TokenId,
    prompt: &[TokenId],
    max_tokens: usize,
) -> String {
    let options = Options { max_tokens, end: Some(end), ..Options::default() };
    let written = generate::generate(model, tokenizer, prompt, &options, |_| ControlFlow::Continue(()));
    written.map_or(String::new(), |written| written.completion)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::gpt::{Gpt, GptConfig, GptModel};
    use crate::rng::Seed;

    fn chat<'m>(model: &'m GptModel, tokenizer: &'m Tokenizer) -> Chat<'m> {
        Chat::new(model, tokenizer, Options { max_tokens: 4, ..Options::default() }).unwrap()
    }

    #[test]
    fn the_oldest_turns_go_first_and_that_is_said() {
        let tokenizer = Tokenizer::characters(["abcdefgh"], None).unwrap();
        let gpt = Gpt::new(GptConfig::new(tokenizer.vocab_size(), 24, 1, 1, 8)).unwrap();
        let model = GptModel::new(gpt.clone(), gpt.init(Seed(1))).unwrap();
        let mut chat = chat(&model, &tokenizer);
        let go = |_: &Step| ControlFlow::Continue(());
        let forgotten: Vec<usize> = (0..4).map(|_| chat.say("abcd", go).unwrap().n_forgotten).collect();
        assert_eq!(forgotten[0], 0);
        assert!(forgotten.contains(&2) && chat.turns().len().is_multiple_of(2));
        let reply = chat.say(&"abcdefgh".repeat(5), go).unwrap();
        assert!(reply.n_cut > 0 && chat.turns().len() == 2);
        chat.clear();
        assert!(chat.turns().is_empty());
    }
}
