//! Options of a training run, as typed; shared by pre-training and fine-tuning.

use super::console::Console;
use super::failure::Failure;
use super::usage;
use crate::report::pages::Repeat;
use crate::report::words::train as words;
use crate::store::gpt::Precision;
use crate::store::training::{Checkpoints, Interrupted};
use crate::task::training::{SETTINGS, Setting, SettingOverrides, Stage, Trained};
use crate::train::Ending;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;
use std::time::Duration;

/// How many bits a stored weight has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum PrecisionName {
    F32,
    F16,
}

/// How long a run may take, and where it is kept.
#[derive(Debug, clap::Args)]
pub(super) struct TrainArgs {
    #[arg(long, value_name = "TIME")]
    time_budget: Option<String>,
    #[arg(id = "save_folder", long = "save", value_name = "DIR")]
    pub save: Option<PathBuf>,
    #[arg(long)]
    overwrite: bool,
    #[arg(long, requires = "save_folder")]
    resume: bool,
    #[arg(long, default_value = "f32", value_name = "TYPE")]
    precision: PrecisionName,
}

/// `--time-budget`: `90`, `90s`, `15m` or `2h`.
pub(super) fn duration(text: &str, console: &Console) -> Result<Duration, Failure> {
    let (number, unit) = match text.char_indices().last() {
        Some((at, unit)) if unit.is_ascii_alphabetic() => (&text[..at], unit),
        _ => (text, 's'),
    };
    let factor = match unit {
        's' => 1.0,
        'm' => 60.0,
        'h' => 3600.0,
        _ => f64::NAN,
    };
    let secs = number.parse::<f64>().unwrap_or(f64::NAN) * factor;
    match Duration::try_from_secs_f64(secs) {
        Ok(budget) if secs > 0.0 => Ok(budget),
        _ => Err(usage::bad_option("time-budget", text, words::WantedTime.text(console.lang), console.lang)),
    }
}

impl TrainArgs {
    /// The time to train for, if one was given.
    pub fn time_budget(&self, console: &Console) -> Result<Option<Duration>, Failure> {
        self.time_budget.as_deref().map(|text| duration(text, console)).transpose()
    }

    /// Whether a run that ended so can be repeated by its command.
    pub fn repeat(&self, result: &Trained) -> Repeat {
        match (self.resume, result.ending, &self.time_budget) {
            (true, ..) => Repeat::WentOn,
            (false, Ending::Stopped | Ending::OutOfTime, _) => Repeat::ByTheClock { iters: None },
            // In time this time; a slower machine may not be.
            (false, Ending::Finished, Some(_)) => Repeat::ByTheClock { iters: Some(result.iters) },
            (false, Ending::Finished, None) => Repeat::Same,
        }
    }

    /// The first of the flags that only a model with steps has.
    pub fn steps_flag(&self) -> Option<&'static str> {
        let given = [("time-budget", self.time_budget.is_some()), ("resume", self.resume)];
        given.into_iter().find(|&(_, is_given)| is_given).map(|(flag, _)| flag)
    }

    /// Where the run is kept: refuses to begin where another run is writing, or where a model is
    /// that would be lost, unless that is wanted.
    pub fn claim(&self) -> Result<Checkpoints, Failure> {
        let checkpoints = Checkpoints::claim(self.save.clone(), self.precision())?;
        if !self.overwrite {
            checkpoints.refuse_existing()?;
        }
        Ok(checkpoints)
    }

    fn precision(&self) -> Precision {
        match self.precision {
            PrecisionName::F32 => Precision::F32,
            PrecisionName::F16 => Precision::F16,
        }
    }

    /// The run that is to go on, if one is.
    pub fn interrupted(&self, stage: Stage, asked: &SettingOverrides) -> Result<Option<Interrupted>, Failure> {
        match &self.save {
            Some(folder) if self.resume => Ok(Some(Interrupted::open(folder, self.precision(), stage, asked)?)),
            _ => Ok(None),
        }
    }
}

/// The settings of a pre-training, or of a fine-tuning, as flags: those of the table.
#[derive(Debug)]
pub(super) struct SettingArgs<const FINETUNE: bool> {
    /// What was typed.
    pub asked: SettingOverrides,
}

impl<const FINETUNE: bool> SettingArgs<FINETUNE> {
    fn settings() -> impl Iterator<Item = &'static Setting> {
        let stage = if FINETUNE { Stage::Finetune } else { Stage::Pretrain };
        SETTINGS.iter().filter(move |setting| setting.stages.contains(&stage))
    }
}

impl<const FINETUNE: bool> clap::Args for SettingArgs<FINETUNE> {
    fn augment_args(command: Command) -> Command {
        command.args(Self::settings().map(flag))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<const FINETUNE: bool> clap::FromArgMatches for SettingArgs<FINETUNE> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut asked = SettingOverrides::default();
        for setting in Self::settings() {
            if let Some(text) = matches.get_one::<String>(setting.name) {
                asked.set(setting.name, text).expect("the parser has read it already");
            }
        }
        Ok(SettingArgs { asked })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn flag(setting: &'static Setting) -> Arg {
    let flag = Arg::new(setting.name).long(setting.flag).value_name(setting.value_name);
    if setting.choices.is_empty() {
        flag.value_parser(|text: &str| SettingOverrides::default().set(setting.name, text).map(|()| text.to_owned()))
    } else {
        flag.value_parser(PossibleValuesParser::new(setting.choices))
    }
}
