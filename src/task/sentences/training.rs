//! From sentences to a language model.

use super::options::{SMOOTHING, WIDER_START};
use super::row_tokenizer::BOUNDARY;
use super::{RowTokenizer, SentenceOptions, SentenceReader};
use crate::engine::patience::Patience;
use crate::lm::gpt::{Gpt, GptModel, ParamInit};
use crate::lm::ngram::{Counts, NGram};
use crate::lm::{LanguageModel, TokenId};
use crate::task::{SentenceModelError, TaskError};
use crate::train::{Conversations, Flow, Observer, StepEvent, TrainData, TrainState, train};

/// The model of these sentences, each from its boundary to its last clause.
pub(super) fn read(
    sentences: &[Vec<TokenId>],
    tokenizer: &RowTokenizer,
    options: &SentenceOptions,
) -> Result<Box<dyn LanguageModel>, TaskError> {
    match options.reader {
        SentenceReader::NGram => {
            let text: Vec<TokenId> = sentences.iter().flatten().copied().chain([BOUNDARY]).collect();
            let order = options.order();
            let counts = Counts::new(&text, order, tokenizer.vocab_size(), Some(BOUNDARY));
            let model = counts.and_then(|counts| NGram::new(&counts, SMOOTHING));
            Ok(Box::new(model.map_err(|error| untrained("ngram", error))?))
        }
        SentenceReader::Gpt => {
            gpt(sentences, tokenizer, options).map(|model| Box::new(model) as Box<dyn LanguageModel>)
        }
    }
}

/// Every token is learned, the boundary that ends the sentence too.
fn gpt(sentences: &[Vec<TokenId>], tokenizer: &RowTokenizer, options: &SentenceOptions) -> Result<GptModel, TaskError> {
    let recipe = options.recipe(sentences.len(), tokenizer.longest());
    let whole: Vec<Vec<TokenId>> =
        sentences.iter().map(|tokens| tokens.iter().copied().chain([BOUNDARY]).collect()).collect();
    let learned: Vec<Vec<bool>> = whole.iter().map(|tokens| vec![true; tokens.len()]).collect();
    let pairs = whole.iter().map(Vec::as_slice).zip(learned.iter().map(Vec::as_slice));
    let source = Conversations::new(pairs, recipe.context_len, tokenizer.vocab_size())
        .map_err(|error| untrained("gpt", error))?;
    let gpt = Gpt::new(recipe.config(tokenizer.vocab_size())).map_err(|error| untrained("gpt", error))?;
    let mut state = TrainState::new(first_weights(&gpt, options));
    let data = TrainData { train: &source, validation: None };
    let mut waiting = Waiting(Patience::here());
    train(&gpt, &options.training(&recipe), data, &mut state, None, &mut waiting)
        .map_err(|error| untrained("gpt", error))?;
    waiting.0.check()?;
    Ok(GptModel::new(gpt, state.params).expect("as many parameters as at the start"))
}

/// Stops once nobody waits for the model.
struct Waiting(Patience);

impl Observer for Waiting {
    fn on_step(&mut self, _event: &StepEvent) -> Flow {
        if self.0.check().is_ok() { Flow::Continue } else { Flow::Stop }
    }
}

/// Those of GPT-2, [`WIDER_START`] times as large; biases and gains as they are.
fn first_weights(gpt: &Gpt, options: &SentenceOptions) -> Vec<f32> {
    let mut params = gpt.init(options.seed);
    for tensor in gpt.tensors().iter().filter(|tensor| matches!(tensor.init, ParamInit::Normal(_))) {
        tensor.span.of_mut(&mut params).iter_mut().for_each(|weight| *weight *= WIDER_START);
    }
    params
}

fn untrained(model: &'static str, error: impl Into<SentenceModelError>) -> TaskError {
    TaskError::Untrained { model, source: Box::new(error.into()) }
}
