//! Fine-tuning: a pre-trained model learns to answer, from conversations with their answers.
//!
//! The loss counts on the answers only. A few conversations are held out to see whether it
//! learned to answer or only the answers, and the pre-training text is examined before and
//! after to see what was forgotten.

use std::sync::Arc;

use rand::seq::SliceRandom;

use super::dialogue::Template;
use super::pretrain::tokens;
use super::training::{Course, Flag, Settings, Trained, TrainingError, VALIDATION_SHARE, Vocabulary};
use crate::data::{Conversation, Corpus, Role, Turn};
use crate::lm::Tokenizer;
use crate::lm::gpt::{Gpt, GptConfig, GptModel};
use crate::rng::Seed;
use crate::train::{Conversations, ExampleSource, Optimizer, Preset, TrainOptions, Windows};

/// Steps over which the learning rate grows, at most: few, as the model is there already.
const WARMUP_ITERS: usize = 50;

/// How a model is fine-tuned unless asked otherwise: at a gentler pace than pre-training, with
/// a lower learning rate and some dropout.
pub fn usual(base: &GptConfig, tokenizer: &Tokenizer) -> Settings {
    let optimizer = Optimizer::AdamW;
    let pace =
        Preset { batch_size: 16, iters: 800, optimizer, learning_rate: 5e-4, eval_interval: 100, ..Preset::SMALL };
    Settings::of_run(base, Vocabulary::of(tokenizer), VALIDATION_SHARE, &pace.options(), 0.1)
}

/// How the model is trained with these settings.
pub fn options(settings: &Settings) -> TrainOptions {
    TrainOptions { warmup_iters: WARMUP_ITERS.min(settings.recipe.iters / 10), ..settings.options() }
}

/// The flags that begin a run with these settings.
pub fn flags(begun: &Settings, base: &GptConfig, tokenizer: &Tokenizer) -> Vec<Flag> {
    begun.flags(&usual(base, tokenizer))
}

/// What a model is asked before and after its fine-tuning.
pub struct Exam {
    base: Arc<GptModel>,
    template: Template,
    questions: Vec<ProbeQuestion>,
    /// Conversations that are longer than the context and lose their end.
    pub n_too_long: usize,
}

/// A question to be asked before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ProbeQuestion {
    turns: Vec<Turn>,
    answer: String,
    is_held_out: bool,
}

/// How many questions are asked of those that were practised, and of those that were not.
const N_ASKED: usize = 2;

/// Conversations held out at most: more of them take minutes and change no figure that is shown.
const MOST_HELD_OUT: usize = 400;
/// The longest answer that is shown, in tokens.
const LONGEST_ANSWER: usize = 96;

/// Writes the conversations in tokens and holds `validation_share` of them out, chosen at
/// random; `dropout` is that of this training.
///
/// # Errors
/// If the model does not know turns, or no answer fits into its context.
pub fn course(
    base: Arc<GptModel>,
    tokenizer: Tokenizer,
    conversations: &[Conversation],
    options: TrainOptions,
    dropout: f32,
    validation_share: f64,
) -> Result<(Course, Exam), TrainingError> {
    let config = base.gpt.config();
    if tokenizer.vocab_size() > config.vocab_size {
        let (tokenizer, model) = (tokenizer.vocab_size(), config.vocab_size);
        return Err(TrainingError::Vocabulary { tokenizer, model });
    }
    let template = Template::new(&tokenizer)?;
    let gpt = Gpt::new(GptConfig { dropout, ..config.clone() })?;
    options.check()?;
    options.check_memory(config)?;
    let (learned, held_out) = hold_out(conversations.len(), validation_share, options.seed);
    let encoded: Vec<_> = conversations.iter().map(|c| template.encode(&tokenizer, &c.turns)).collect();
    let of = |chosen: &[usize]| {
        let pairs = chosen.iter().map(|&i| (&encoded[i].0[..], &encoded[i].1[..]));
        Conversations::new(pairs, config.context_len, config.vocab_size)
    };
    let exam = Exam {
        base: base.clone(),
        template,
        questions: choose_questions(conversations, &learned, &held_out),
        n_too_long: encoded.iter().filter(|(tokens, _)| tokens.len() > config.context_len + 1).count(),
    };
    let (n_train, n_validation) = (learned.len(), held_out.len());
    let train = Box::new(of(&learned)?);
    let validation = of(&held_out).ok().map(|source| Box::new(source) as Box<dyn ExampleSource>);
    Ok((Course { tokenizer, gpt, options, base: Some(base), train, validation, n_train, n_validation }, exam))
}

impl Exam {
    /// Asks the model as it was and as it is. `pretraining` is the text of the base model and the
    /// share of it that was held out from it, where that is known.
    pub fn compare(&self, course: &Course, trained: &Trained, pretraining: Option<(&Corpus, f64)>) -> Finetuned {
        let pair = |loss: &dyn Fn(&[f32]) -> Option<f64>| {
            Some(BeforeAfter { before_nats: loss(&self.base.params)?, after_nats: loss(&trained.model.params)? })
        };
        let forgotten = pretraining.and_then(|(corpus, share)| {
            let config = self.base.gpt.config();
            let tokens = tokens(&course.tokenizer, &corpus.split(share).validation);
            let windows = Windows::new(tokens, config.context_len, config.vocab_size).ok()?;
            pair(&|params| Some(course.loss(params, &windows)))
        });
        Finetuned {
            answers: pair(&|params| course.validation_loss(params)),
            forgotten,
            examples: self.questions.iter().map(|q| self.ask_both(q, &course.tokenizer, &trained.model)).collect(),
        }
    }

    fn ask_both(&self, question: &ProbeQuestion, tokenizer: &Tokenizer, tuned: &GptModel) -> Example {
        let prompt = self.template.prompt(tokenizer, &question.turns);
        let answer = |model| {
            let said = super::chat::greedy_answer(model, tokenizer, self.template.end(), &prompt, LONGEST_ANSWER);
            whole_characters(&said).to_owned()
        };
        Example {
            question: question.turns.last().map_or(String::new(), |turn| turn.content.clone()),
            expected: question.answer.clone(),
            is_held_out: question.is_held_out,
            before: answer(&*self.base),
            after: answer(tuned),
        }
    }
}

/// Without halves of characters at its ends: a model that never learned to answer may begin in the middle of
/// one, and an answer may be cut off there.
fn whole_characters(said: &str) -> &str {
    said.trim_matches(|c: char| c == char::REPLACEMENT_CHARACTER || c.is_whitespace())
}

/// What a fine-tuning has changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Finetuned {
    /// Loss on the held-out answers, nats a token; `None` if none were held out.
    pub answers: Option<BeforeAfter>,
    /// Loss on the held-out end of the pre-training text, where that is known.
    pub forgotten: Option<BeforeAfter>,
    /// The same questions before and after.
    pub examples: Vec<Example>,
}

/// A loss of the model as it was and as it is.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct BeforeAfter {
    /// Before fine-tuning, nats a token.
    pub before_nats: f64,
    /// After fine-tuning, nats a token.
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
/// one is learned from, and at most [`MOST_HELD_OUT`] are held out.
fn hold_out(n: usize, share: f64, seed: Seed) -> (Vec<usize>, Vec<usize>) {
    let mut numbers: Vec<usize> = (0..n).collect();
    numbers.shuffle(&mut seed.stream("finetune/held out"));
    let n_held_out = ((n as f64 * share.clamp(0.0, 1.0)) as usize).min(MOST_HELD_OUT).min(n.saturating_sub(1));
    let mut held_out: Vec<usize> = numbers.drain(..n_held_out).collect();
    held_out.sort_unstable();
    numbers.sort_unstable();
    (numbers, held_out)
}

fn choose_questions(conversations: &[Conversation], learned: &[usize], held_out: &[usize]) -> Vec<ProbeQuestion> {
    let spread = |chosen: &[usize]| -> Vec<usize> {
        let n = N_ASKED.min(chosen.len());
        (0..n).map(|i| chosen[i * chosen.len() / n]).collect()
    };
    let question = |i: usize, is_held_out| {
        let (answer, before) = conversations[i].turns.split_last()?;
        let is_question = before.last().is_some_and(|turn| turn.role == Role::User);
        is_question.then(|| ProbeQuestion { turns: before.to_vec(), answer: answer.content.clone(), is_held_out })
    };
    let practised = spread(learned).into_iter().filter_map(|i| question(i, false));
    practised.chain(spread(held_out).into_iter().filter_map(|i| question(i, true))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_characters_are_not_shown_at_the_ends() {
        let shown = ["\u{fffd}\u{fffd}ab\u{fffd}c\u{fffd}", " \u{fffd} ", "瓜"].map(whole_characters);
        assert_eq!(shown, ["ab\u{fffd}c", "", "瓜"]);
    }
}
