//! The settings of a training: each is named once, in the table below.
//!
//! ```text
//! Asked   (what somebody wants)  over a recipe's own  ->  Settings  (all that is decided)
//! Asked   against the Settings of an interrupted run  ->  may it go on?
//! Settings against a recipe's own                     ->  the flags that begin such a run
//! ```

use super::{ResumeError, Stage, VALIDATION_SHARE};
use crate::lm::gpt::GptConfig;
use crate::rng::Seed;
use crate::task::pretrain::Vocabulary;
use crate::train::{Preset, TrainOptions};
use std::fmt;
use std::str::FromStr;

/// What is known of a setting without its value.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its name, as `n_layer`.
    pub name: &'static str,
    /// Its flag without dashes, as `n-layer`.
    pub flag: &'static str,
    /// What its value is called in the help.
    pub value_name: &'static str,
    /// Where it can be chosen.
    pub stages: &'static [Stage],
    /// The values it may have, where they can be counted.
    pub choices: &'static [&'static str],
}

/// A flag of the command line and its values: `["--n-layer", "2"]`.
pub type Flag = Vec<String>;

/// A text that is no value of the setting.
#[derive(Debug, thiserror::Error, Clone, Copy, PartialEq, Eq)]
#[error("it is no value of this setting")]
pub struct NotAValue;

const PRETRAIN: &[Stage] = &[Stage::Pretrain];
const FINETUNE: &[Stage] = &[Stage::Finetune];
const BOTH: &[Stage] = &[Stage::Pretrain, Stage::Finetune];

/// Makes [`SETTINGS`], [`Settings`] and [`Asked`] of the table.
macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident $flag:literal: $type:ty, $value_name:literal $choices:expr, $stages:ident;)+) => {
        /// Every setting, in the order of the help.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            name: stringify!($name),
            flag: $flag,
            value_name: $value_name,
            stages: $stages,
            choices: &$choices,
        }),+];

        /// All that is decided about a training.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Settings { $($(#[$doc])* pub $name: $type,)+ }

        /// What somebody wants otherwise than the recipe has it.
        #[derive(Debug, Clone, Copy, PartialEq, Default)]
        pub struct Asked { $($(#[$doc])* pub $name: Option<$type>,)+ }

        impl Asked {
            /// Takes the setting called `name` from a text.
            ///
            /// # Errors
            /// If the text is no value of it, or there is none of that name.
            pub fn set(&mut self, name: &str, text: &str) -> Result<(), NotAValue> {
                match name {
                    $(stringify!($name) => self.$name = Some(text.parse().map_err(|_| NotAValue)?),)+
                    _ => return Err(NotAValue),
                }
                Ok(())
            }

            /// The flags of what is wanted.
            pub fn flags(&self) -> impl Iterator<Item = &'static str> {
                [$(self.$name.map(|_| $flag)),+].into_iter().flatten()
            }

            /// Whether a run that was begun with `begun` may go on so.
            ///
            /// # Errors
            /// The first setting that is now to be another.
            pub fn check_unchanged(&self, begun: &Settings) -> Result<(), ResumeError> {
                $(if let Some(found) = self.$name.filter(|found| *found != begun.$name) {
                    let [expected, found] = [begun.$name, found].map(|value| value.to_string());
                    return Err(ResumeError::OtherSetting { flag: $flag, expected, found });
                })+
                Ok(())
            }

            fn or(&self, usual: &Settings) -> Settings {
                Settings { $($name: self.$name.unwrap_or(usual.$name)),+ }
            }
        }

        impl Settings {
            /// The flags of what is otherwise than `usual`.
            fn differing(&self, usual: &Settings) -> Vec<Flag> {
                let flags = [$((self.$name != usual.$name).then(|| vec![concat!("--", $flag).to_owned(), self.$name.to_string()])),+];
                flags.into_iter().flatten().collect()
            }
        }
    };
}

settings! {
    /// Transformer blocks.
    n_layer "n-layer": usize, "N" [], PRETRAIN;
    /// Attention heads in each.
    n_head "n-head": usize, "N" [], PRETRAIN;
    /// Channels of a token.
    n_embd "n-embd": usize, "N" [], PRETRAIN;
    /// The longest context, in tokens.
    context_len "context-len": usize, "N" [], PRETRAIN;
    /// What a token is.
    tokenizer "tokenizer": Vocabulary, "KIND" Vocabulary::NAMES, PRETRAIN;
    /// How many tokens there are.
    vocab_size "vocab-size": VocabSize, "N" [], PRETRAIN;
    /// The share that is held out.
    validation_share "validation-share": f64, "SHARE" [], FINETUNE;
    /// Sequences in a batch.
    batch_size "batch-size": usize, "N" [], BOTH;
    /// Batches whose gradients are added up before a step.
    accumulation "accumulation": usize, "N" [], BOTH;
    /// Optimiser steps.
    iters "iters": usize, "N" [], BOTH;
    /// The learning rate after the warm-up; a tenth of it at the end.
    learning_rate "learning-rate": f32, "NUMBER" [], BOTH;
    /// Dropout while it lasts.
    dropout "dropout": f32, "P" [], BOTH;
    /// Steps from one evaluation to the next.
    eval_interval "eval-interval": usize, "N" [], BOTH;
    /// Of the first weights, the batches and dropout.
    seed "seed": u64, "N" [], BOTH;
}

/// Tokens of a vocabulary; without a number as many as its kind usually has: all characters,
/// or [`BPE_VOCAB_SIZE`](crate::task::pretrain::BPE_VOCAB_SIZE).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VocabSize(pub Option<usize>);

impl FromStr for VocabSize {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(|n| VocabSize(Some(n)))
    }
}

impl fmt::Display for VocabSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |n| n.fmt(f))
    }
}

impl Asked {
    /// What is wanted, and `usual` for the rest. A short run is examined at least eight times
    /// unless asked otherwise.
    pub fn over(&self, usual: &Settings) -> Settings {
        self.or(&usual.examined_often(self.iters.unwrap_or(usual.iters)))
    }
}

impl From<&Preset> for Settings {
    fn from(preset: &Preset) -> Self {
        Settings {
            n_layer: preset.n_layer,
            n_head: preset.n_head,
            n_embd: preset.n_embd,
            context_len: preset.context_len,
            tokenizer: Vocabulary::Characters,
            vocab_size: VocabSize(None),
            validation_share: VALIDATION_SHARE,
            batch_size: preset.batch_size,
            accumulation: preset.accumulation_steps,
            iters: preset.iters,
            learning_rate: preset.learning_rate,
            dropout: preset.dropout,
            eval_interval: preset.eval_interval,
            seed: Seed::default().0,
        }
    }
}

impl Settings {
    /// Those of a run that has begun: of a model of this shape and vocabulary, trained so.
    pub fn of_run(
        config: &GptConfig,
        tokenizer: Vocabulary,
        validation_share: f64,
        options: &TrainOptions,
        dropout: f32,
    ) -> Settings {
        Settings {
            n_layer: config.n_layer,
            n_head: config.n_head,
            n_embd: config.n_embd,
            context_len: config.context_len,
            tokenizer,
            vocab_size: VocabSize(Some(config.vocab_size)),
            validation_share,
            batch_size: options.batch_size,
            accumulation: options.accumulation_steps,
            iters: options.iters,
            learning_rate: options.learning_rate,
            dropout,
            eval_interval: options.eval_interval,
            seed: options.seed.0,
        }
    }

    /// The shape of the model for a vocabulary of `vocab_size`.
    pub fn config(&self, vocab_size: usize) -> GptConfig {
        self.recipe().config(vocab_size)
    }

    /// How the model is trained.
    pub fn options(&self) -> TrainOptions {
        TrainOptions { seed: Seed(self.seed), ..self.recipe().options() }
    }

    fn recipe(&self) -> Preset {
        Preset {
            name: "settings",
            n_layer: self.n_layer,
            n_head: self.n_head,
            n_embd: self.n_embd,
            context_len: self.context_len,
            dropout: self.dropout,
            batch_size: self.batch_size,
            iters: self.iters,
            accumulation_steps: self.accumulation,
            learning_rate: self.learning_rate,
            eval_interval: self.eval_interval,
        }
    }

    fn examined_often(&self, iters: usize) -> Settings {
        Settings { eval_interval: self.eval_interval.min((iters / 8).max(1)), ..*self }
    }

    /// The flags that make such a run of `usual`.
    pub fn flags(&self, usual: &Settings) -> Vec<Flag> {
        self.differing(&usual.examined_often(self.iters))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_goes_over_the_recipe() {
        let usual = Settings::from(&Preset::SMALL);
        let mut asked = Asked::default();
        asked.set("n_layer", "2").unwrap();
        asked.set("iters", "40").unwrap();
        assert_eq!(asked.set("n_head", "-1"), Err(NotAValue));
        assert_eq!(asked.set("preset", "tiny"), Err(NotAValue));
        assert_eq!(asked.flags().collect::<Vec<_>>(), ["n-layer", "iters"]);
        let settings = asked.over(&usual);
        assert_eq!((settings.n_layer, settings.iters, settings.eval_interval), (2, 40, 5));
        assert_eq!(settings.flags(&usual), [["--n-layer", "2"], ["--iters", "40"]]);
        let begun = Settings { n_layer: 3, ..settings };
        let changed = asked.check_unchanged(&begun).unwrap_err();
        assert_eq!(changed.to_string(), "n-layer was 3 and cannot become 2 half-way");
        assert_eq!(asked.check_unchanged(&settings), Ok(()));
    }
}
