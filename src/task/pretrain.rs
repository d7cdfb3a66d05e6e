//! Pre-training: text without any labels becomes a GPT that can continue it.
//!
//! A [`Course`] is all that is fixed before the first step: the vocabulary, the architecture,
//! what is learned from and what is held out. Running it changes a [`TrainState`], so that the
//! caller may watch, save and resume.

use std::time::Duration;

use super::training::Setup;
use crate::data::Corpus;
use crate::data::grammar::stories;
use crate::data::verbalise::Tongue;
use crate::lm::gpt::{ConfigError, Gpt, GptConfig, GptModel};
use crate::lm::tokenizer::{TokenizerError, Words};
use crate::lm::{TokenId, Tokenizer};
use crate::rng::Seed;
use crate::train::{
    self, Ending, Estimate, Evaluation, Observer, Preset, Source, SourceError, TrainData, TrainError, TrainOptions,
    TrainState, Windows,
};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// One character.
    Characters,
    /// Bytes, and runs of bytes that are frequent, within words of this kind.
    Bpe(Words),
}

/// How to pre-train.
#[derive(Debug, Clone, PartialEq)]
pub struct PretrainOptions {
    /// The shape of the model and the pace of its training.
    pub recipe: Preset,
    /// What a token is.
    pub vocabulary: Vocabulary,
    /// How many tokens there are; by default all characters, or 1,000 for BPE.
    pub vocab_size: Option<usize>,
    /// The share at the end of each document that is held out.
    pub validation_share: f64,
    /// How many made stories in each language are learned from as well.
    pub n_stories: usize,
    /// The seed of the first weights, the batches, dropout and the stories.
    pub seed: Seed,
}

/// Tokens of a BPE vocabulary unless asked otherwise.
pub const BPE_VOCAB_SIZE: usize = 1000;

/// The share that is held out unless asked otherwise.
pub const VALIDATION_SHARE: f64 = 0.1;

impl Default for PretrainOptions {
    fn default() -> Self {
        PretrainOptions {
            recipe: Preset::SMALL,
            vocabulary: Vocabulary::Characters,
            vocab_size: None,
            validation_share: VALIDATION_SHARE,
            n_stories: 0,
            seed: Seed::default(),
        }
    }
}

/// Why there is nothing to train or training failed.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum PretrainError {
    /// No vocabulary.
    #[error(transparent)]
    Tokenizer(#[from] TokenizerError),
    /// No such model.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Not enough text.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The run itself.
    #[error(transparent)]
    Train(#[from] TrainError),
}

/// Everything that is decided before the first step.
#[derive(Debug, Clone)]
pub struct Course {
    /// The vocabulary.
    pub tokenizer: Tokenizer,
    /// The architecture.
    pub gpt: Gpt,
    /// How to train it.
    pub options: TrainOptions,
    /// Tokens to learn from.
    pub train: Vec<TokenId>,
    /// Tokens held out; too few of them, and nothing is measured.
    pub validation: Vec<TokenId>,
}

impl Course {
    /// Learns the vocabulary from the whole corpus, and one of characters from `also` too, texts
    /// that will have to be spelt later (bytes spell every text); lays out the architecture, and cuts the corpus.
    ///
    /// # Errors
    /// If there is too little text for the vocabulary or the context, or no such model.
    pub fn new(corpus: &Corpus, also: &[&str], options: &PretrainOptions) -> Result<Course, PretrainError> {
        let texts = || corpus.texts().chain(also.iter().copied());
        if corpus.texts().all(str::is_empty) {
            return Err(TokenizerError::EmptyCorpus.into());
        }
        let tokenizer = match options.vocabulary {
            Vocabulary::Characters => Tokenizer::characters(texts(), options.vocab_size)?,
            Vocabulary::Bpe(words) => {
                Tokenizer::bpe(corpus.texts(), options.vocab_size.unwrap_or(BPE_VOCAB_SIZE), words)?
            }
        };
        let config = options.recipe.config(tokenizer.vocab_size());
        let train = TrainOptions { seed: options.seed, ..options.recipe.options() };
        Course::of(corpus, tokenizer, config, train, (options.validation_share, options.n_stories))
    }

    /// The course of a model that has begun: its vocabulary, shape and settings are given, with
    /// the share that is held out and the number of made stories a language.
    ///
    /// # Errors
    /// As [`Course::new`].
    pub fn of(
        corpus: &Corpus,
        tokenizer: Tokenizer,
        config: GptConfig,
        options: TrainOptions,
        (validation_share, n_stories): (f64, usize),
    ) -> Result<Course, PretrainError> {
        let gpt = Gpt::new(config)?;
        options.check().map_err(TrainError::from)?;
        let split = corpus.split(validation_share);
        let (mut train, validation) = (tokens(&tokenizer, &split.train), tokens(&tokenizer, &split.validation));
        for tongue in [Tongue::Chinese, Tongue::English] {
            let made = (0..n_stories).map(|number| stories::story(tongue, options.seed, number));
            made.for_each(|story| train.extend(tokens(&tokenizer, &[&story])));
        }
        let course = Course { tokenizer, gpt, options, train, validation };
        course.windows()?;
        course.options.check_memory(course.gpt.config()).map_err(TrainError::from)?;
        Ok(course)
    }

    /// Before the first step: fresh weights.
    pub fn fresh(&self) -> TrainState {
        TrainState::new(self.gpt.init(self.options.seed))
    }

    /// What the run, which has come to `state`, is about.
    pub fn setup(&self, state: &TrainState, estimate: Option<Estimate>) -> Setup {
        Setup {
            config: self.gpt.config().clone(),
            n_params: self.gpt.n_params(),
            tokenizer: self.tokenizer.kind(),
            n_train: self.train.len(),
            n_validation: self.validation.len(),
            options: self.options.clone(),
            step: state.step,
            estimate,
        }
    }

    /// How long the rest of the run will take on this machine.
    ///
    /// # Errors
    /// If the settings make no sense.
    pub fn estimate(&self, state: &TrainState) -> Result<Estimate, PretrainError> {
        let (train, validation) = self.windows()?;
        Ok(train::estimate(&self.gpt, &self.options, data(&train, &validation), state)?)
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
    ) -> Result<Ending, PretrainError> {
        let (train, validation) = self.windows()?;
        let data = data(&train, &validation);
        Ok(train::train(&self.gpt, &self.options, data, state, time_budget, observer)?)
    }

    /// The model to keep, examined once on everything that was held out.
    pub fn finish(&self, state: &TrainState, ending: Ending) -> Pretrained {
        let params = state.best_params().to_vec();
        let examined = |source: &Windows| train::evaluate(&self.gpt, &params, source, &self.options);
        let val_loss_nats = self.windows().ok().and_then(|(_, validation)| validation.as_ref().map(examined));
        Pretrained {
            val_loss_nats,
            best_step: state.best.as_ref().map(|best| best.step),
            step: state.step,
            iters: self.options.iters,
            history: state.history.clone(),
            ending,
            model: GptModel::new(self.gpt.clone(), params).expect("the state is this architecture's"),
        }
    }

    /// What is learned from and what is held out, cut into windows.
    fn windows(&self) -> Result<(Windows<'_>, Option<Windows<'_>>), SourceError> {
        let (t, v) = (self.gpt.config().context_len, self.gpt.config().vocab_size);
        Ok((Windows::new(&self.train, t, v)?, Windows::new(&self.validation, t, v).ok()))
    }
}

/// What came of a course.
#[derive(Debug, Clone, PartialEq)]
pub struct Pretrained {
    /// The model with the lowest validation loss on the way, or the last one without any.
    pub model: GptModel,
    /// Its loss on all that was held out, nats a token.
    pub val_loss_nats: Option<f64>,
    /// After how many steps it was that good.
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

/// One stream of tokens: each text, and the token that ends it.
pub fn tokens(tokenizer: &Tokenizer, texts: &[&str]) -> Vec<TokenId> {
    texts.iter().flat_map(|text| tokenizer.encode_ordinary(text).into_iter().chain(tokenizer.end())).collect()
}

fn data<'a>(train: &'a Windows<'a>, validation: &'a Option<Windows<'a>>) -> TrainData<'a> {
    TrainData { train, validation: validation.as_ref().map(|source| source as &dyn Source) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> PretrainOptions {
        PretrainOptions {
            recipe: Preset { n_embd: 16, context_len: 8, iters: 40, eval_interval: 20, ..Preset::TINY },
            ..PretrainOptions::default()
        }
    }

    #[test]
    fn a_corpus_becomes_a_model_that_was_examined() {
        let corpus = Corpus::of_text("x", &"周一上班真的很丧。".repeat(40));
        let course = Course::new(&corpus, &[], &options()).unwrap();
        let mut state = course.fresh();
        let ending = course.run(&mut state, None, &mut ()).unwrap();
        let result = course.finish(&state, ending);
        assert_eq!((result.ending, result.step, result.history.len()), (Ending::Finished, 40, 3));
        assert!(result.val_loss_nats.unwrap() < result.history[0].val_loss_nats.unwrap());
    }

    #[test]
    fn too_little_text_is_said() {
        let course = |text: &str| Course::new(&Corpus::of_text("x", text), &[], &options()).map(|_| ());
        assert_eq!(course(""), Err(TokenizerError::EmptyCorpus.into()));
        let too_short = |n_tokens| SourceError::TooShort { n_tokens, context_len: 8, needed: 9 };
        assert_eq!(course("瓜"), Err(too_short(0).into()));
        assert_eq!(course("西瓜熟了"), Err(too_short(4).into()));
        let large = PretrainOptions { vocab_size: Some(9000), ..options() };
        let error = Course::new(&Corpus::of_text("x", "abc"), &[], &large).map(|_| ());
        assert!(matches!(error, Err(PretrainError::Tokenizer(TokenizerError::VocabularyTooLarge { .. }))));
    }

    #[test]
    fn texts_that_come_later_can_be_spelt() {
        let corpus = Corpus::of_text("x", &"ab".repeat(40));
        let course = Course::new(&corpus, &["泽"], &options()).unwrap();
        assert!(course.tokenizer.unknown_characters("泽").is_empty());
        assert_eq!(course.train.len(), 73); // nine tenths, and the end of the text
    }
}
