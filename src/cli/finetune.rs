//! `melon finetune`: a model that continues text learns to answer.

use super::console::Console;
use super::failure::Failure;
use super::language_args::corpus;
use super::output::OutputArgs;
use super::presentation::{PlotArgs, Presentation};
use super::train_args::{SettingArgs, TrainArgs};
use super::usage;
use super::watch::{Watch, done};
use crate::data::grammar::chats;
use crate::data::{Conversation, conversation, read};
use crate::report::page::Page;
use crate::report::pages::{Origin, training as page};
use crate::report::words::errors::NoConversations;
use crate::report::words::train as words;
use crate::store::language;
use crate::store::training::{BaseModel, Interrupted, TrainingRun};
use crate::task::finetune::{self, Exam};
use crate::task::training::{Flag, Stage};
use serde_json::json;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(id = "base_model", value_name = "MODEL")]
    model: Option<String>,
    #[arg(long, value_name = "FILE")]
    chat: Option<String>,
    #[arg(id = "finetune_corpus", long = "corpus", num_args = 1.., value_name = "FILE")]
    corpus: Vec<String>,
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[command(flatten)]
    settings: SettingArgs<true>,
    #[command(flatten)]
    train: TrainArgs,
    #[command(flatten)]
    plot: PlotArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// Load, train, report; what is learned is saved on the way and at the end.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let budget = args.train.time_budget(console)?;
    args.check(console)?;
    let interrupted = args.train.interrupted(Stage::Finetune, &args.settings.asked)?;
    let base = BaseModel::open(&args.base(interrupted.as_ref()))?;
    let mut context = console.context();
    if let Some(interrupted) = &interrupted {
        context = context.begun_with(&args.begun(interrupted, &base));
        if args.model.is_none() && base.name != language::DEFAULT {
            context.command = context.command.on(&base.name);
        }
    }
    let (mut run, exam) = args.begin_or_resume(&base, interrupted, console)?;
    let read = || corpus(&args.corpus, args.encoding.as_deref(), console);
    let pretraining = base.pretraining(if args.corpus.is_empty() { None } else { Some(read()?) });
    let folder = run.folder();
    let mut watch = Watch::new(console, &args.output);
    if watch.has_reader() {
        watch.say(&page::plan_finetune(&run.plan()?, exam.n_too_long, folder.as_deref(), console.lang));
    }
    let ending = run.train(budget, &mut watch);
    watch.finish()?;
    let result = run.finish(ending?)?;
    let changed = exam.compare(&run.course, &result, pretraining.as_ref().map(|(corpus, share)| (corpus, *share)));
    let setup = run.setup();
    let shown = Presentation::new(|| page::finetuned(&setup, &result, &changed, folder.as_deref(), &context));
    let shown = shown.plots(&args.plot, || Page::new(console.lang));
    let shown = shown.origin(|lang| Origin::training(&run.record, lang).repeating(args.train.repeat(&result)));
    watch.report(&result.history, &shown, || {
        let mut line = done(&result, setup.n_params, folder.as_deref());
        line["answers"] = json!(changed.answers);
        line["forgotten"] = json!(changed.forgotten);
        line["examples"] = json!(changed.examples);
        line
    })
}

impl Args {
    fn check(&self, console: &Console) -> Result<(), Failure> {
        match self.settings.asked.validation_share.filter(|share| !(0.0..1.0).contains(share)) {
            None => Ok(()),
            Some(share) => {
                let wanted = words::WantedShare.text(console.lang);
                Err(usage::bad_option("validation-share", &share.to_string(), wanted, console.lang))
            }
        }
    }

    /// The name of the base model: as typed, else as the run began.
    fn base(&self, interrupted: Option<&Interrupted>) -> String {
        let recorded = || Some(interrupted?.record.base.as_ref()?.name.clone());
        self.model.clone().or_else(recorded).unwrap_or(language::DEFAULT.to_owned())
    }

    fn begin_or_resume(
        &self,
        base: &BaseModel,
        interrupted: Option<Interrupted>,
        console: &Console,
    ) -> Result<(TrainingRun, Exam), Failure> {
        let Some(interrupted) = interrupted else {
            let (file, checkpoints) = (self.chat.as_deref(), self.train.claim()?);
            let conversations = self.load(file, console)?;
            return Ok(TrainingRun::finetune(base, file, &conversations, &self.settings.asked, checkpoints)?);
        };
        let file = self.chat.as_ref().or(interrupted.record.corpus.names.first());
        let conversations = self.load(file.map(String::as_str), console)?;
        Ok(interrupted.finetune(base, &conversations)?)
    }

    /// The flags with which the run began, where they were not typed now.
    fn begun(&self, interrupted: &Interrupted, base: &BaseModel) -> Vec<Flag> {
        let mut flags = finetune::flags(&interrupted.settings, base.model.gpt.config(), &base.tokenizer);
        let chat = interrupted.record.corpus.names.first().filter(|_| self.chat.is_none());
        flags.extend(chat.map(|file| vec!["--chat".to_owned(), file.clone()]));
        flags
    }

    /// The conversations to learn from; the built-in ones if no file is named.
    fn load(&self, file: Option<&str>, console: &Console) -> Result<Vec<Conversation>, Failure> {
        let Some(path) = file else { return Ok(chats::builtin(chats::N_PRACTISED)) };
        let file = read::text_file(path, self.encoding.as_deref())?;
        console.notices(&file.notices);
        let read = conversation::parse(path, &file.text)?;
        if !read.left_out.is_empty() {
            console.note(&page::left_out(&read, console.lang));
        }
        match read.conversations.is_empty() {
            true => Err(NoConversations { file: path.to_owned() }.into()),
            false => Ok(read.conversations),
        }
    }
}
