//! The settings of a training: each is named once, in the table below.
//!
//! ```text
//! SettingOverrides (what somebody wants) over a recipe's own  ->  Settings  (all that is decided)
//! SettingOverrides against the Settings of an interrupted run  ->  may it go on?
//! Settings against a recipe's own                              ->  the flags that begin such a run
//! ```

use super::vocabulary::{NotAValue, VocabSize, Vocabulary};
use super::{ResumeError, Stage, VALIDATION_SHARE};
use crate::lm::gpt::GptConfig;
use crate::rng::Seed;
use crate::train::{Optimizer, Preset, TrainOptions};

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

const PRETRAIN: &[Stage] = &[Stage::Pretrain];
const FINETUNE: &[Stage] = &[Stage::Finetune];
const BOTH: &[Stage] = &[Stage::Pretrain, Stage::Finetune];

/// Makes [`SETTINGS`] and [`SettingOverrides`] of the table: a setting's name and flag, its type, where it
/// stands in [`Settings`], what its value is called and may be, and where it can be chosen.
macro_rules! settings {
    ($($name:ident $flag:literal: $type:ty = $($path:tt).+, $value_name:literal $choices:expr, $stages:ident;)+) => {
        /// Every setting, in the order of the help.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            name: stringify!($name),
            flag: $flag,
            value_name: $value_name,
            stages: $stages,
            choices: &$choices,
        }),+];

        /// What somebody wants otherwise than the recipe has it.
        #[derive(Debug, Clone, Copy, PartialEq, Default)]
        pub struct SettingOverrides {
            $(#[doc = concat!("`--", $flag, "`")] pub $name: Option<$type>,)+
        }

        impl SettingOverrides {
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
                $(if let Some(found) = self.$name.filter(|found| *found != begun.$($path).+) {
                    let [expected, found] = [begun.$($path).+, found].map(|value| value.to_string());
                    return Err(ResumeError::OtherSetting { flag: $flag, expected, found });
                })+
                Ok(())
            }

            /// What is wanted, and `usual` for the rest. A short run is examined at least eight
            /// times unless asked otherwise.
            pub fn over(&self, usual: &Settings) -> Settings {
                let mut settings = usual.examined_often(self.iters.unwrap_or(usual.recipe.iters));
                $(if let Some(value) = self.$name { settings.$($path).+ = value; })+
                settings
            }
        }

        impl Settings {
            /// The flags that make such a run of `usual`.
            pub fn flags(&self, usual: &Settings) -> Vec<Flag> {
                let usual = usual.examined_often(self.recipe.iters);
                let flag = |flag: &str, value: String| vec![format!("--{flag}"), value];
                let differing = [$((self.$($path).+ != usual.$($path).+).then(|| flag($flag, self.$($path).+.to_string()))),+];
                differing.into_iter().flatten().collect()
            }
        }
    };
}

settings! {
    n_layer "n-layer": usize = recipe.n_layer, "N" [], PRETRAIN;
    n_head "n-head": usize = recipe.n_head, "N" [], PRETRAIN;
    n_embd "n-embd": usize = recipe.n_embd, "N" [], PRETRAIN;
    context_len "context-len": usize = recipe.context_len, "N" [], PRETRAIN;
    tokenizer "tokenizer": Vocabulary = tokenizer, "KIND" Vocabulary::NAMES, PRETRAIN;
    vocab_size "vocab-size": VocabSize = vocab_size, "N" [], PRETRAIN;
    stories "stories": usize = n_stories, "N" [], PRETRAIN;
    validation_share "validation-share": f64 = validation_share, "SHARE" [], FINETUNE;
    batch_size "batch-size": usize = recipe.batch_size, "N" [], BOTH;
    accumulation "accumulation": usize = recipe.accumulation_steps, "N" [], BOTH;
    iters "iters": usize = recipe.iters, "N" [], BOTH;
    optimizer "optimizer": Optimizer = recipe.optimizer, "NAME" Optimizer::NAMES, BOTH;
    learning_rate "learning-rate": f32 = recipe.learning_rate, "NUMBER" [], BOTH;
    dropout "dropout": f32 = recipe.dropout, "P" [], BOTH;
    eval_interval "eval-interval": usize = recipe.eval_interval, "N" [], BOTH;
    seed "seed": u64 = seed.0, "N" [], BOTH;
}

/// All that is decided about a training.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// The shape of the model and the pace of its training.
    pub recipe: Preset,
    /// What a token is.
    pub tokenizer: Vocabulary,
    /// How many tokens there are.
    pub vocab_size: VocabSize,
    /// The share that is held out.
    pub validation_share: f64,
    /// How many made stories in each language are learned from beside the corpus.
    pub n_stories: usize,
    /// Of the first weights, the batches, dropout and the stories.
    pub seed: Seed,
}

impl From<Preset> for Settings {
    fn from(recipe: Preset) -> Self {
        Settings {
            recipe,
            tokenizer: Vocabulary::Characters,
            vocab_size: VocabSize(None),
            validation_share: VALIDATION_SHARE,
            n_stories: 0,
            seed: Seed::default(),
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
        let recipe = Preset {
            name: "run",
            n_layer: config.n_layer,
            n_head: config.n_head,
            n_embd: config.n_embd,
            context_len: config.context_len,
            dropout,
            batch_size: options.batch_size,
            iters: options.iters,
            accumulation_steps: options.accumulation_steps,
            optimizer: options.optimizer,
            learning_rate: options.learning_rate,
            eval_interval: options.eval_interval,
        };
        let vocab_size = VocabSize(Some(config.vocab_size));
        Settings { recipe, tokenizer, vocab_size, validation_share, n_stories: 0, seed: options.seed }
    }

    /// How the model is trained.
    pub fn options(&self) -> TrainOptions {
        TrainOptions { seed: self.seed, ..self.recipe.options() }
    }

    fn examined_often(&self, iters: usize) -> Settings {
        let eval_interval = self.recipe.eval_interval.min((iters / 8).max(1));
        Settings { recipe: Preset { eval_interval, ..self.recipe }, ..*self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_goes_over_the_recipe() {
        let usual = Settings::from(Preset::SMALL);
        let mut asked = SettingOverrides::default();
        asked.set("n_layer", "2").unwrap();
        asked.set("iters", "40").unwrap();
        assert_eq!(asked.set("n_head", "-1"), Err(NotAValue));
        assert_eq!(asked.set("preset", "tiny"), Err(NotAValue));
        assert_eq!(asked.flags().collect::<Vec<_>>(), ["n-layer", "iters"]);
        let settings = asked.over(&usual);
        assert_eq!((settings.recipe.n_layer, settings.recipe.iters, settings.recipe.eval_interval), (2, 40, 5));
        assert_eq!(settings.flags(&usual), [["--n-layer", "2"], ["--iters", "40"]]);
        let begun = Settings { recipe: Preset { n_layer: 3, ..settings.recipe }, ..settings };
        let changed = asked.check_unchanged(&begun).unwrap_err();
        assert!(changed.to_string().contains("--n-layer was 3 when the run began and cannot become 2"), "{changed}");
        assert_eq!(asked.check_unchanged(&settings), Ok(()));
    }
}
