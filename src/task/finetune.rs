//! Fine-tuning: a pre-trained model learns to answer, from conversations with their answers.
//!
//! The loss counts on the answers only. A few conversations are held out to see whether it
//! learned to answer or only the answers, and the pre-training text is examined before and
//! after to see what was forgotten.

use std::time::Duration;

use rand::seq::SliceRandom;

use super::dialogue::{NoMarkers, Template};
use super::training::Setup;
use crate::data::{Conversation, Corpus, Role, Turn};
use crate::lm::gpt::{Gpt, GptModel};
use crate::lm::{TokenId, Tokenizer};
use crate::rng::Seed;
use crate::train::{
    self, Conversations, Ending, Estimate, Evaluation, Observer, Preset, Source, SourceError, TrainData, TrainError,
    TrainOptions, TrainState, Windows,
};

/// How to fine-tune.
#[derive(Debug, Clone, PartialEq)]
pub struct FinetuneOptions {
    /// Settings of the run.
    pub train: TrainOptions,
    /// Dropout while it lasts.
    pub dropout: f32,
    /// The share of conversations that is held out, chosen at random.
    pub validation_share: f64,
}

impl Default for FinetuneOptions {
    /// A gentler pace than pre-training: a lower learning rate, some dropout.
    fn default() -> Self {
        let train = TrainOptions {
            batch_size: 16,
            iters: 800,
            learning_rate: 5e-4,
            min_learning_rate: 5e-5,
            warmup_iters: 50,
            eval_interval: 100,
            ..Preset::SMALL.options()
        };
        FinetuneOptions { train, dropout: 0.1, validation_share: 0.1 }
    }
}

/// Why there is nothing to learn or training failed.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum FinetuneError {
    /// The model does not know turns.
    #[error(transparent)]
    NoMarkers(#[from] NoMarkers),
    /// No conversation with an answer.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The run itself.
    #[error(transparent)]
    Train(#[from] TrainError),
    /// The vocabulary is another model's.
    #[error("the tokenizer has {tokenizer} tokens and the model {model}: they do not belong together")]
    Vocabulary {
        /// Tokens of the tokenizer.
        tokenizer: usize,
        /// Tokens of the model.
        model: usize,
    },
}

/// Everything that is decided before the first step.
#[derive(Debug, Clone)]
pub struct Course<'a> {
    base: &'a GptModel,
    tokenizer: &'a Tokenizer,
    template: Template,
    /// The base model's architecture, with the dropout of fine-tuning.
    gpt: Gpt,
    options: &'a TrainOptions,
    train: Conversations,
    validation: Option<Conversations>,
    /// Conversations to show, before and after.
    shown: Vec<Shown>,
    /// How many conversations are learned from and how many are held out.
    pub n_conversations: [usize; 2],
    /// Conversations that are longer than the context and lose their end, by number from 1.
    pub too_long: Vec<usize>,
}

/// A question to be asked before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    turns: Vec<Turn>,
    answer: String,
    is_held_out: bool,
}

/// How many questions are shown of those that were practised, and of those that were not.
const N_SHOWN: usize = 2;

/// The longest answer that is shown, in tokens.
const LONGEST_SHOWN: usize = 96;

impl<'a> Course<'a> {
    /// Writes the conversations in tokens and holds some of them out.
    ///
    /// # Errors
    /// If the model does not know turns, or no answer fits into its context.
    pub fn new(
        base: &'a GptModel,
        tokenizer: &'a Tokenizer,
        conversations: &[Conversation],
        options: &'a FinetuneOptions,
    ) -> Result<Course<'a>, FinetuneError> {
        let config = base.gpt.config();
        if tokenizer.vocab_size() > config.vocab_size {
            let (tokenizer, model) = (tokenizer.vocab_size(), config.vocab_size);
            return Err(FinetuneError::Vocabulary { tokenizer, model });
        }
        let template = Template::new(tokenizer)?;
        let gpt = Gpt::new(crate::lm::gpt::GptConfig { dropout: options.dropout, ..config.clone() })
            .expect("a model that exists, with another dropout");
        options.train.check().and_then(|()| options.train.check_memory(config)).map_err(TrainError::from)?;
        let (learned, held_out) = hold_out(conversations.len(), options.validation_share, options.train.seed);
        let encoded: Vec<_> = conversations.iter().map(|c| template.encode(tokenizer, &c.turns)).collect();
        let of = |chosen: &[usize]| {
            let pairs = chosen.iter().map(|&i| (&encoded[i].0[..], &encoded[i].1[..]));
            Conversations::new(pairs, config.context_len, config.vocab_size)
        };
        let is_too_long = |&i: &usize| encoded[i].0.len() > config.context_len + 1;
        Ok(Course {
            base,
            tokenizer,
            template,
            options: &options.train,
            train: of(&learned)?,
            validation: of(&held_out).ok(),
            shown: choose_shown(conversations, &learned, &held_out),
            n_conversations: [learned.len(), held_out.len()],
            too_long: (0..encoded.len()).filter(is_too_long).map(|i| i + 1).collect(),
            gpt,
        })
    }

    /// What the run, which has come to `state`, is about.
    pub fn setup(&self, state: &TrainState, estimate: Option<Estimate>) -> Setup {
        Setup {
            config: self.gpt.config().clone(),
            n_params: self.gpt.n_params(),
            tokenizer: self.tokenizer.kind(),
            n_train: self.n_conversations[0],
            n_validation: self.n_conversations[1],
            options: self.options.clone(),
            step: state.step,
            estimate,
        }
    }

    /// Before the first step: the base model's weights.
    pub fn fresh(&self) -> TrainState {
        TrainState::new(self.base.params.clone())
    }

    /// How long the rest of the run will take on this machine.
    ///
    /// # Errors
    /// If the settings make no sense.
    pub fn estimate(&self, state: &TrainState) -> Result<Estimate, FinetuneError> {
        Ok(train::estimate(&self.gpt, self.options, self.data(), state)?)
    }

    /// Trains until all steps are done, the observer stops it or the time is up.
    ///
    /// # Errors
    /// If training diverges; `state` then holds the last good parameters.
    pub fn run(
        &self,
        state: &mut TrainState,
        time_budget: Option<Duration>,
        observer: &mut dyn Observer,
    ) -> Result<Ending, FinetuneError> {
        Ok(train::train(&self.gpt, self.options, self.data(), state, time_budget, observer)?)
    }

    /// The model to keep, beside the one that it was. `pretraining` is the text of the base
    /// model and the share of it that was held out from it, where that is known.
    pub fn finish(&self, state: &TrainState, ending: Ending, pretraining: Option<(&Corpus, f64)>) -> Finetuned {
        let model = GptModel::new(self.base.gpt.clone(), state.best_params().to_vec()).expect("the same architecture");
        let forgotten = pretraining.and_then(|(corpus, share)| {
            let tokens = super::pretrain::tokens(self.tokenizer, &corpus.split(share).validation);
            self.pair(|params| self.text_loss(params, &tokens), &model)
        });
        Finetuned {
            answers: self.pair(|params| self.answer_loss(params), &model),
            forgotten,
            examples: self.shown.iter().map(|shown| self.ask_both(shown, &model)).collect(),
            n_conversations: self.n_conversations,
            n_too_long: self.too_long.len(),
            best_step: state.best.as_ref().map(|best| best.step),
            step: state.step,
            iters: self.options.iters,
            history: state.history.clone(),
            ending,
            model,
        }
    }

    fn data(&self) -> TrainData<'_> {
        let validation = self.validation.as_ref().map(|source| source as &dyn Source);
        TrainData { train: &self.train, validation }
    }

    /// A loss of the base model and of the tuned one.
    fn pair(&self, loss: impl Fn(&[f32]) -> Option<f64>, tuned: &GptModel) -> Option<BeforeAfter> {
        Some(BeforeAfter { before_nats: loss(&self.base.params)?, after_nats: loss(&tuned.params)? })
    }

    fn answer_loss(&self, params: &[f32]) -> Option<f64> {
        self.validation.as_ref().map(|source| train::evaluate(&self.base.gpt, params, source, self.options))
    }

    fn text_loss(&self, params: &[f32], tokens: &[TokenId]) -> Option<f64> {
        let config = self.base.gpt.config();
        let windows = Windows::new(tokens, config.context_len, config.vocab_size).ok()?;
        Some(train::evaluate(&self.base.gpt, params, &windows, self.options))
    }

    fn ask_both(&self, shown: &Shown, tuned: &GptModel) -> Example {
        let prompt = self.template.prompt(self.tokenizer, &shown.turns);
        let answer =
            |model| super::chat::greedy_answer(model, self.tokenizer, self.template.end(), &prompt, LONGEST_SHOWN);
        Example {
            question: shown.turns.last().map_or(String::new(), |turn| turn.content.clone()),
            expected: shown.answer.clone(),
            is_held_out: shown.is_held_out,
            before: answer(self.base),
            after: answer(tuned),
        }
    }
}

/// What came of a course.
#[derive(Debug, Clone, PartialEq)]
pub struct Finetuned {
    /// The model with the lowest loss on the held-out answers, or the last one without any.
    pub model: GptModel,
    /// Loss on the held-out answers, nats a token; `None` if none were held out.
    pub answers: Option<BeforeAfter>,
    /// Loss on the held-out end of the pre-training text, where that is known.
    pub forgotten: Option<BeforeAfter>,
    /// The same questions before and after.
    pub examples: Vec<Example>,
    /// How many conversations were learned from and how many were held out.
    pub n_conversations: [usize; 2],
    /// How many lost their end because they are longer than the context.
    pub n_too_long: usize,
    /// After how many steps the model was the best.
    pub best_step: Option<usize>,
    /// Steps done.
    pub step: usize,
    /// Steps planned.
    pub iters: usize,
    /// Every evaluation.
    pub history: Vec<Evaluation>,
    /// Why the run ended.
    pub ending: Ending,
}

/// A loss of the model as it was and as it is.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct BeforeAfter {
    /// Before fine-tuning, nats a token.
    pub before_nats: f64,
    /// After it.
    pub after_nats: f64,
}

/// A question and what the model says to it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Example {
    /// What is asked last.
    pub question: String,
    /// The answer in the data.
    pub expected: String,
    /// Whether it was held out, so that the model never saw this answer to this question.
    pub is_held_out: bool,
    /// What the base model says.
    pub before: String,
    /// What the tuned model says.
    pub after: String,
}

/// Numbers of the conversations to learn from and of those held out, each in order. At least
/// one is learned from.
fn hold_out(n: usize, share: f64, seed: Seed) -> (Vec<usize>, Vec<usize>) {
    let mut numbers: Vec<usize> = (0..n).collect();
    numbers.shuffle(&mut seed.stream("finetune/held out"));
    let n_held_out = ((n as f64 * share.clamp(0.0, 1.0)) as usize).min(n.saturating_sub(1));
    let mut held_out: Vec<usize> = numbers.drain(..n_held_out).collect();
    held_out.sort_unstable();
    numbers.sort_unstable();
    (numbers, held_out)
}

fn choose_shown(conversations: &[Conversation], learned: &[usize], held_out: &[usize]) -> Vec<Shown> {
    let spread = |chosen: &[usize]| -> Vec<usize> {
        let n = N_SHOWN.min(chosen.len());
        (0..n).map(|i| chosen[i * chosen.len() / n]).collect()
    };
    let shown = |i: usize, is_held_out| {
        let (answer, before) = conversations[i].turns.split_last()?;
        let is_question = before.last().is_some_and(|turn| turn.role == Role::User);
        is_question.then(|| Shown { turns: before.to_vec(), answer: answer.content.clone(), is_held_out })
    };
    let practised = spread(learned).into_iter().filter_map(|i| shown(i, false));
    practised.chain(spread(held_out).into_iter().filter_map(|i| shown(i, true))).collect()
}
