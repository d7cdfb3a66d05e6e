//! A conversation with a model: what was said is the context of what is said next.

use std::ops::ControlFlow;

use super::dialogue::{NoMarkers, Template};
use crate::data::{Role, Turn, conversation};
use crate::lm::generate::{self, BrokenLogits, Options, Step, StopReason};
use crate::lm::tokenizer::{ASSISTANT, USER};
use crate::lm::{LanguageModel, TokenId, Tokenizer};

/// The part of the context that is kept free for the answer: one in this many.
const SHARE_FOR_ANSWER: usize = 3;

/// A conversation so far.
pub struct Chat<'m> {
    model: &'m dyn LanguageModel,
    tokenizer: &'m Tokenizer,
    template: Template,
    /// What stands before the first question that still counts.
    system: Option<String>,
    turns: Vec<Turn>,
    /// How answers are generated.
    pub options: Options,
}

/// An answer, and what of the conversation it could not take into account.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Reply {
    /// What the model says, without the marker that ends its turn.
    pub text: String,
    /// Turns that no longer fit into the context and were left out, the oldest first.
    pub n_forgotten: usize,
    /// Tokens at the beginning of the question that did not fit either.
    pub n_cut: usize,
    /// Why it ends where it does.
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
        // A model that goes on with the user's part has said what it had to say.
        let stop = options.stop.into_iter().chain([USER, ASSISTANT].map(str::to_owned)).collect();
        let options = Options { end: Some(template.end()), stop, ..options };
        Ok(Chat { model, tokenizer, template, system: None, turns: Vec::new(), options })
    }

    /// The same after these turns, and with what the system says before all of them: that is
    /// never forgotten.
    pub fn begun(self, system: Option<String>, turns: Vec<Turn>) -> Chat<'m> {
        Chat { system: system.filter(|text| !text.trim().is_empty()), turns, ..self }
    }

    /// What was said and still counts.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Goes on from what was said elsewhere.
    pub fn resume(&mut self, turns: Vec<Turn>) {
        self.turns = turns;
    }

    /// Forgets all turns, so that the next question is the first.
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
    /// with its answer; in the end the beginning of a question that is too long by itself. What
    /// the system says stays.
    fn prompt(&mut self) -> (Vec<TokenId>, usize, usize) {
        let context_len = self.model.context_len();
        let room = context_len - (context_len / SHARE_FOR_ANSWER).min(self.options.max_tokens);
        let mut prompt = self.whole_prompt();
        let mut n_forgotten = 0;
        while prompt.len() > room && self.turns.len() > 1 {
            n_forgotten += self.turns.drain(..2).len();
            prompt = self.whole_prompt();
        }
        let n_cut = prompt.len().saturating_sub(room.max(2));
        if n_cut > 0 {
            // The marker of the turn stays, and what the system says: all of it, if it takes half the room at most.
            let kept = 1 + self.n_system_tokens().min(room / 2).min(prompt.len() - 2 - n_cut);
            prompt.drain(kept..kept + n_cut);
        }
        (prompt, n_forgotten, n_cut)
    }

    fn whole_prompt(&self) -> Vec<TokenId> {
        let turns = conversation::with_system(self.system.as_deref(), &self.turns);
        self.template.prompt(self.tokenizer, &turns)
    }

    /// Tokens of what the system says, with what parts it from the question.
    fn n_system_tokens(&self) -> usize {
        let before = self.system.as_ref().map(|system| conversation::joined(system, ""));
        before.map_or(0, |before| self.tokenizer.encode_ordinary(&before).len())
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
    use crate::lm::{ModelKind, Replay, Session};
    use crate::rng::Seed;

    fn chat<'m>(model: &'m GptModel, tokenizer: &'m Tokenizer) -> Chat<'m> {
        Chat::new(model, tokenizer, Options { max_tokens: 4, ..Options::default() }).unwrap()
    }

    /// What is generated after every prompt: the prompt itself, in tokens.
    struct Echo {
        vocab_size: usize,
        says: Vec<TokenId>,
        read: std::sync::Mutex<Vec<TokenId>>,
    }

    impl LanguageModel for Echo {
        fn kind(&self) -> ModelKind {
            ModelKind::Uniform
        }
        fn n_params(&self) -> usize {
            0
        }
        fn vocab_size(&self) -> usize {
            self.vocab_size
        }
        fn context_len(&self) -> usize {
            100
        }
        fn session(&self) -> Box<dyn Session + '_> {
            Box::new(Replay::new(self))
        }
        fn next_logits(&self, context: &[TokenId]) -> Vec<f64> {
            let mut read = self.read.lock().unwrap();
            if read.is_empty() {
                *read = context.to_vec();
            }
            let next = self.says.get(context.len() - read.len()).copied().unwrap_or(0);
            (0..self.vocab_size as TokenId).map(|token| if token == next { 0.0 } else { -9.0 }).collect()
        }
    }

    /// What an [`Echo`] that says `says` has read and answered.
    fn echo(says: &str, system: Option<&str>, question: &str) -> (String, Reply) {
        let tokenizer = Tokenizer::characters(["abcdefgh\n<|user|>assistant"], None).unwrap();
        let (vocab_size, says) = (tokenizer.vocab_size(), tokenizer.encode(says));
        let model = Echo { vocab_size, says, read: Default::default() };
        let mut chat = chat_of(&model, &tokenizer).begun(system.map(str::to_owned), Vec::new());
        let reply = chat.say(question, |_| ControlFlow::Continue(())).unwrap();
        (tokenizer.decode(&model.read.into_inner().unwrap()), reply)
    }

    fn chat_of<'m>(model: &'m dyn LanguageModel, tokenizer: &'m Tokenizer) -> Chat<'m> {
        Chat::new(model, tokenizer, Options { max_tokens: 9, ..Options::default() }).unwrap()
    }

    #[test]
    fn the_system_stands_before_the_question() {
        assert_eq!(echo("", None, "a").0, "<|user|>a<|assistant|>");
        assert_eq!(echo("", Some("be\n"), "a").0, "<|user|>be\n\na<|assistant|>");
        assert_eq!(echo("", Some(" "), "a").0, "<|user|>a<|assistant|>");
    }

    #[test]
    fn an_answer_ends_where_the_user_would_speak() {
        let (_, reply) = echo("ab<|user|>c", None, "a");
        assert_eq!((reply.text.as_str(), reply.stop_reason), ("ab", StopReason::StopString));
        let (_, reply) = echo("ab<|end|>c", None, "a");
        assert_eq!((reply.text.as_str(), reply.stop_reason), ("ab", StopReason::EndToken));
    }

    #[test]
    fn what_was_said_before_counts() {
        let tokenizer = Tokenizer::characters(["abc"], None).unwrap();
        let model = Echo { vocab_size: tokenizer.vocab_size(), says: vec![], read: Default::default() };
        let turn = |role, content: &str| Turn { role, content: content.to_owned() };
        let turns = vec![turn(Role::User, "a"), turn(Role::Assistant, "b")];
        let mut chat = chat_of(&model, &tokenizer).begun(Some("c".to_owned()), turns);
        chat.say("a<|end|>", |_| ControlFlow::Continue(())).unwrap();
        let read = model.read.lock().unwrap();
        assert_eq!(tokenizer.decode(&read), "<|user|>c\n\na<|assistant|>b<|end|><|user|>a<|end|><|assistant|>");
        assert_eq!(read.iter().filter(|&&token| token == 0).count(), 1, "what was typed ends nothing");
    }

    #[test]
    fn what_the_system_says_is_never_left_out() {
        let tokenizer = Tokenizer::characters(["abcdefgh\n"], None).unwrap();
        let model = || Echo { vocab_size: tokenizer.vocab_size(), says: vec![], read: Default::default() };
        let read = |model: &Echo| tokenizer.decode(&std::mem::take(&mut *model.read.lock().unwrap()));
        let (echo, go) = (model(), |_: &Step| ControlFlow::Continue(()));
        let mut chat = chat_of(&echo, &tokenizer).begun(Some("hhh".to_owned()), Vec::new());
        let mut n_forgotten = 0;
        for _ in 0..6 {
            n_forgotten += chat.say(&"abcd".repeat(5), go).unwrap().n_forgotten;
            assert!(read(&echo).starts_with("<|user|>hhh\n\nabcd"));
        }
        assert!(n_forgotten > 0);
        let reply = chat.say(&"abcdefg\n".repeat(30), go).unwrap();
        let said = read(&echo);
        assert!(
            reply.n_cut > 0 && said.starts_with("<|user|>hhh\n\n") && said.ends_with("efg\n<|assistant|>"),
            "{said}"
        );
        assert_eq!(said.matches("abcdefg").count(), 10, "the end of the question: {said}");
        let mut chat = chat_of(&echo, &tokenizer).begun(Some("h".repeat(500)), Vec::new());
        assert!(chat.say("abcd", go).unwrap().n_cut > 0);
        let said = read(&echo);
        assert!(said.contains("hhhh") && said.ends_with("abcd<|assistant|>"), "the question has room: {said}");
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
