//! `melon pretrain`: text becomes a model that can continue it.

use super::console::Console;
use super::failure::Failure;
use super::language_args::corpus;
use super::output::OutputArgs;
use super::presentation::{PlotArgs, Presentation};
use super::pretrain_ngram;
use super::train_args::{SettingArgs, TrainArgs};
use super::watch::{Watch, done};
use crate::report::Say;
use crate::report::page::Page;
use crate::report::pages::{Origin, training as page};
use crate::report::words::train as words;
use crate::store::training::{Interrupted, TrainingRun};
use crate::task::pretrain;
use crate::task::training::{Flag, Stage};
use crate::train::Preset;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, num_args = 1.., value_name = "FILE")]
    corpus: Vec<String>,
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[arg(long, default_value = "gpt", value_name = "MODEL")]
    model: LanguageModelName,
    #[arg(long, value_name = "N")]
    order: Option<usize>,
    #[arg(long, value_parser = Preset::ALL.map(|preset| preset.name), value_name = "PRESET")]
    preset: Option<String>,
    #[command(flatten)]
    settings: SettingArgs<false>,
    #[command(flatten)]
    train: TrainArgs,
    #[command(flatten)]
    plot: PlotArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum LanguageModelName {
    Gpt,
    Ngram,
}

/// Load, train, report; what is learned is saved on the way and at the end.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    args.check(console)?;
    if args.model == LanguageModelName::Ngram {
        let _held = args.train.claim()?;
        let corpus = corpus(&args.corpus, args.encoding.as_deref(), console)?;
        return pretrain_ngram::run(&corpus, args.order, args.train.save.as_deref(), &args.plot, &args.output, console);
    }
    let budget = args.train.time_budget(console)?;
    let (mut run, begun) = args.begin_or_resume(console)?;
    let (n_chars, folder) = (run.record.corpus.n_chars, run.folder());
    let mut watch = Watch::new(console, &args.output);
    if watch.has_reader() {
        watch.say(&page::plan_pretrain(&run.plan()?, n_chars, folder.as_deref(), console.lang));
    }
    let ending = run.train(budget, &mut watch);
    watch.finish()?;
    let result = run.finish(ending?)?;
    let setup = run.setup();
    let context = console.context().begun_with(&begun);
    let shown = Presentation::new(|| page::pretrained(&setup, n_chars, &result, folder.as_deref(), &context));
    let shown = shown.plots(&args.plot, || Page::new(console.lang));
    let shown = shown.origin(|lang| Origin::training(&run.record, lang).repeating(args.train.repeat(&result)));
    watch.report(&result.history, &shown, || done(&result, setup.n_params, folder.as_deref()))
}

impl Args {
    /// The run, and the flags with which it began where they were not typed now.
    fn begin_or_resume(&self, console: &Console) -> Result<(TrainingRun, Vec<Flag>), Failure> {
        let read = |files: &[String]| corpus(files, self.encoding.as_deref(), console);
        let Some(interrupted) = self.train.interrupted(Stage::Pretrain, &self.settings.asked)? else {
            let checkpoints = self.train.claim()?;
            let recipe = self.preset.as_deref().and_then(Preset::named).unwrap_or(Preset::SMALL);
            let run = TrainingRun::pretrain(&read(&self.corpus)?, recipe, &self.settings.asked, checkpoints)?;
            return Ok((run, Vec::new()));
        };
        let begun = self.begun(&interrupted);
        let files = if self.corpus.is_empty() { interrupted.record.corpus.files() } else { self.corpus.clone() };
        Ok((interrupted.pretrain(&read(&files)?)?, begun))
    }

    fn begun(&self, interrupted: &Interrupted) -> Vec<Flag> {
        let mut flags = pretrain::flags(&interrupted.settings);
        let files = interrupted.record.corpus.files();
        if self.corpus.is_empty() && !files.is_empty() {
            flags.push(std::iter::once("--corpus".to_owned()).chain(files).collect());
        }
        flags
    }

    /// Whether every flag belongs to the model.
    fn check(&self, console: &Console) -> Result<(), Failure> {
        let preset = self.preset.is_some().then_some("preset");
        let settings = self.settings.asked.flags().filter(|&flag| flag != "seed");
        let given = preset.into_iter().chain(settings).next().or(self.train.steps_flag());
        match (self.model, given) {
            (LanguageModelName::Ngram, Some(flag)) => {
                Err(Failure::Usage(words::NotForNgram { flag }.say(console.lang)))
            }
            (LanguageModelName::Gpt, _) if self.order.is_some() => {
                Err(Failure::Usage(words::OnlyForNgram.text(console.lang).to_owned()))
            }
            _ => Ok(()),
        }
    }
}
