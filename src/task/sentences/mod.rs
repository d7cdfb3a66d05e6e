//! The language model as a classifier, and as a maker of melons.
//!
//! Each row is a sentence with its class at the end, `色泽青绿，根蒂蜷缩，敲声浊响，好瓜是。`
//! A language model learns to predict the next token of such sentences, and nothing else.
//! What it thinks of a melon is then a matter of asking what comes next:
//!
//! ```text
//! P(class c | melon)  ~  prod_t p(c_t | sentence so far, c_1 .. c_(t-1))
//! ```
//!
//! over the tokens of the clause that says `c`. There is no classifier behind it: what falls
//! on no class at all is lost mass. And because the model
//! goes on anywhere, it can also begin: sampled sentences, read back, are new melons.

mod classifier;
mod generative;
mod options;
mod row_tokenizer;
#[cfg(test)]
mod tests;
mod training;

pub use options::Unit;
pub(super) use options::{SentenceOptions, SentenceReader};
pub(super) use row_tokenizer::{Codes, RowTokenizer};

use super::TaskError;
use crate::data::{Column, Feature, Labels};
use crate::lm::sampling::{Sampling, Strategy};
use crate::lm::{LanguageModel, TokenId};
use crate::math;
use crate::model::ModelError;
use rand::Rng;
use row_tokenizer::BOUNDARY;

/// A language model of a table's sentences.
pub(super) struct SentenceModel {
    target: String,
    classes: Vec<String>,
    /// The features as the table has them, for the cells of a melon.
    features: Vec<Feature>,
    /// How rows are spelt.
    tokenizer: RowTokenizer,
    /// What has read them.
    lm: Box<dyn LanguageModel>,
}

/// A sentence that a model has written.
#[derive(Debug, Clone, PartialEq)]
struct SampledSentence {
    text: String,
    /// Its features' words and its class, if it is a sentence about a melon at all.
    melon: Option<(Codes, usize)>,
}

/// Sentences over which a melon with unknown features is summed, at most; beyond, the first of those
/// features stay unsaid.
const MOST_COMPLETIONS: usize = 4096;

impl SentenceModel {
    /// Verbalises the rows and trains on their sentences. The same rows, options and seed
    /// give the same model, whatever the number of threads.
    ///
    /// # Errors
    /// No samples; cells that are no numbers; a model that cannot be trained.
    pub fn fit(features: &[Column], labels: &Labels, options: &SentenceOptions) -> Result<SentenceModel, TaskError> {
        if labels.codes.is_empty() {
            return Err(ModelError::NoSamples.into());
        }
        let tokenizer = RowTokenizer::new(features, labels, options);
        let rows = tokenizer.codes(features)?;
        let sentence =
            |(codes, &class): (&Codes, &usize)| [tokenizer.prefix(codes).as_slice(), tokenizer.class(class)].concat();
        let sentences: Vec<Vec<TokenId>> = rows.iter().zip(&labels.codes).map(sentence).collect();
        let lm = training::read(&sentences, &tokenizer, options)?;
        let features = features.iter().map(Feature::from).collect();
        Ok(SentenceModel { target: labels.target.clone(), classes: labels.classes.clone(), features, tokenizer, lm })
    }

    /// `ln P(clause of the class | sentence so far)`, one a class: the chain rule over the
    /// clause's tokens.
    fn class_logs(&self, codes: &[Option<usize>]) -> Vec<f64> {
        let before = self.tokenizer.prefix(codes);
        (0..self.classes.len()).map(|class| self.class_log(&before, class)).collect()
    }

    fn class_log(&self, before: &[TokenId], class: usize) -> f64 {
        self.lm.log_probs(before, self.tokenizer.class(class)).iter().sum()
    }

    /// `ln P(sentence up to the class)`: how usual the melon is, in nats.
    fn log_prefix(&self, codes: &[Option<usize>]) -> f64 {
        let tokens = self.tokenizer.prefix(codes);
        self.lm.log_probs(&tokens[..1], &tokens[1..]).iter().sum()
    }

    /// `ln P(melon)`: the sentence up to the class, summed over all that a feature that is not known
    /// may be, or over its not being said. Nothing has to be put in after the last known one: the
    /// sentence may go on as it will. So a melon of which less is known is never rarer.
    fn log_marginal(&self, codes: &[Option<usize>]) -> f64 {
        let last = codes.iter().rposition(Option::is_some).unwrap_or(0);
        let mut all = vec![codes.to_vec()];
        for hidden in (0..last).rev().filter(|&at| codes[at].is_none()) {
            let n_levels = self.tokenizer.features()[hidden].levels.as_ref().map_or(0, Vec::len);
            if all.len() * (n_levels + 1) > MOST_COMPLETIONS {
                break;
            }
            let levels = || std::iter::once(None).chain((0..n_levels).map(Some));
            let with = |codes: &Codes, level| {
                let mut codes = codes.clone();
                codes[hidden] = level;
                codes
            };
            all = all.iter().flat_map(|codes| levels().map(|level| with(codes, level))).collect();
        }
        math::log_sum_exp(&all.iter().map(|codes| self.log_prefix(codes)).collect::<Vec<_>>())
    }

    /// `ln P(whole sentence)`, without the boundary that ends it.
    fn log_joint(&self, codes: &[Option<usize>], class: usize) -> f64 {
        self.log_prefix(codes) + self.class_log(&self.tokenizer.prefix(codes), class)
    }

    /// What `feature` may be, given the rest of the melon: every value is put in turn into
    /// its place, and the whole sentences are weighed against each other, of whichever class.
    fn weigh(&self, codes: &[Option<usize>], feature: usize) -> Vec<f64> {
        let with = |level| {
            let mut codes = codes.to_vec();
            codes[feature] = Some(level);
            self.log_prefix(&codes) + math::log_sum_exp(&self.class_logs(&codes))
        };
        let n_levels = self.tokenizer.features()[feature].levels.as_ref().map_or(0, Vec::len);
        let mut weights: Vec<f64> = (0..n_levels).map(with).collect();
        math::softmax(&mut weights);
        weights
    }

    /// Writes `n` sentences, each token drawn from the model's own distribution.
    fn write(&self, n: usize, rng: &mut impl Rng) -> Vec<SampledSentence> {
        (0..n).map(|_| self.one(rng)).collect()
    }

    /// From one boundary to the next, or until it has gone on for twice the longest sentence.
    fn one(&self, rng: &mut impl Rng) -> SampledSentence {
        let as_it_is = Strategy::Sample(Sampling::default());
        let mut session = self.lm.session();
        let (mut tokens, mut last) = (Vec::new(), BOUNDARY);
        while tokens.len() < 2 * self.tokenizer.longest() {
            last = as_it_is.support(session.feed(&[last])).draw(rng).0;
            if last == BOUNDARY {
                break;
            }
            tokens.push(last);
        }
        let text = self.tokenizer.write(&tokens);
        SampledSentence { melon: self.tokenizer.read(&text), text }
    }
}
