//! `melon finetune`: a model that continues text learns to answer.

use super::failure::Failure;
use super::keeper::{self, Keeper, Loaded};
use super::language_args::corpus;
use super::output::OutputArgs;
use super::session::{Session, quoted};
use super::train_args::{TrainArgs, differs, record, steps_begun};
use super::trainer::Trainer;
use super::usage;
use crate::data::grammar::chats;
use crate::data::{Conversation, Corpus, conversation, read};
use crate::report::errors::EmptyChat;
use crate::report::text;
use crate::report::words::train as words;
use crate::rng::Seed;
use crate::store::gpt::{self, Base, Setting, TrainingRecord, resumable, unchanged};
use crate::task::finetune::{Course, FinetuneOptions};
use crate::train::{Ending, TrainOptions, TrainState};
use serde_json::json;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(id = "base_model", value_name = "MODEL")]
    model: Option<String>,
    #[arg(long, value_name = "FILE.jsonl")]
    chat: Option<String>,
    #[arg(id = "finetune_corpus", long = "corpus", num_args = 1.., value_name = "FILE")]
    corpus: Vec<String>,
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[arg(long, allow_negative_numbers = true, value_name = "SHARE")]
    validation_share: Option<f64>,
    #[command(flatten)]
    train: TrainArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// What a run needs besides the base model.
struct Job {
    conversations: Vec<Conversation>,
    options: FinetuneOptions,
    record: TrainingRecord,
    /// Where it stopped, if it was interrupted.
    state: Option<TrainState>,
    /// The flags with which it began, where they were not typed now.
    flags: Vec<String>,
}

/// The base model unless another is named.
const DEFAULT_BASE: &str = "gpt";

/// Load, train, report; what is learned is saved on the way and at the end.
pub(super) fn run(args: Args, session: &Session) -> Result<(), Failure> {
    let budget = args.train.time_budget(session)?;
    if let Some(share) = args.validation_share.filter(|share| !(0.0..1.0).contains(share)) {
        let wanted = words::wanted_share(session.lang);
        return Err(usage::bad_option("validation-share", &share.to_string(), wanted, session.lang));
    }
    let interrupted = if args.train.resume { Some(interrupted(&args)?) } else { None };
    let recorded = interrupted.as_ref().and_then(|(record, _)| record.base.as_ref()).map(|base| base.name.clone());
    let name = args.model.clone().or(recorded).unwrap_or(DEFAULT_BASE.to_owned());
    let base = keeper::open(&name)?;
    let Job { conversations, options, record, state, flags } = match interrupted {
        Some(interrupted) => resume(&args, &name, &base, interrupted, session)?,
        None => begin(&args, &name, &base, session)?,
    };
    let course = Course::new(&base.model, &base.tokenizer, &conversations, &options)?;
    let mut state = state.unwrap_or_else(|| course.fresh());
    let pretraining = pretraining(&args, &base, session)?;
    let keeper = Keeper::new(&args.train, &base.model.gpt, base.tokenizer.to_json().into_bytes(), record);
    let save = |state: &TrainState| keeper.checkpoint(state);
    let mut trainer = Trainer::new(session, &args.output, &save);
    if trainer.has_reader() {
        let setup = course.setup(&state, Some(course.estimate(&state)?));
        let n_too_long = course.too_long.len();
        trainer.say(&text::training::plan_finetune(&setup, n_too_long, keeper.folder(), &session.style()));
    }
    let ending = course.run(&mut state, budget, &mut trainer);
    trainer.finish()?;
    let ending = ending.map_err(|error| keeper.failed(error, &state))?;
    let result = course.finish(&state, ending, pretraining.as_ref().map(|(corpus, share)| (corpus, *share)));
    let val_loss_nats = result.answers.map(|answers| answers.after_nats);
    keeper.end(&state, result.ending, val_loss_nats)?;
    let setup = course.setup(&state, None);
    let mut style = session.style_with(&flags);
    if args.train.resume && args.model.is_none() && name != DEFAULT_BASE {
        style.again = style.again.replacen("finetune", &format!("finetune {}", quoted(&name)), 1);
    }
    trainer.report(
        &result.history,
        || text::training::finetuned(&setup, &result, keeper.folder(), &style),
        || {
            json!({
                "done": result.ending == Ending::Finished,
                "n_params": setup.n_params,
                "val_loss_nats": val_loss_nats,
                "saved": keeper.folder(),
                "step": result.step,
                "best_step": result.best_step,
                "answers": result.answers,
                "forgotten": result.forgotten,
                "examples": result.examples,
            })
        },
    )
}

/// The record and the state of the run to go on with.
fn interrupted(args: &Args) -> Result<(TrainingRecord, TrainState), Failure> {
    let saved = keeper::load(args.train.save.as_deref().expect("--resume requires --save"))?;
    Ok(resumable(&saved, "finetune")?)
}

/// A fresh run.
fn begin(args: &Args, name: &str, base: &Loaded, session: &Session) -> Result<Job, Failure> {
    keeper::refuse_existing(&args.train, session)?;
    let conversations = load(args.chat.as_deref(), args, session)?;
    let options = args.options();
    let base = Base {
        name: name.to_owned(),
        sha256: gpt::sha256(&base.model),
        corpus: base.training.as_ref().map(|record| record.corpus.clone()),
    };
    let corpus = gpt::Corpus {
        names: args.chat.clone().into_iter().collect(),
        ..gpt::Corpus::of(&text_of(&conversations), 0, options.validation_share)
    };
    let record = record("finetune", &options.train, options.dropout, corpus);
    Ok(Job {
        conversations,
        options,
        record: TrainingRecord { base: Some(base), ..record },
        state: None,
        flags: Vec::new(),
    })
}

/// A run that was interrupted, from where it stopped.
fn resume(
    args: &Args,
    name: &str,
    base: &Loaded,
    (record, state): (TrainingRecord, TrainState),
    session: &Session,
) -> Result<Job, Failure> {
    let mut settings = args.train.settings(&record.options, record.dropout);
    settings.push(Setting::new("validation-share", record.corpus.validation_share, args.validation_share));
    unchanged(&settings)?;
    record.check_base(name, &gpt::sha256(&base.model))?;
    let file = args.chat.as_deref().or(record.corpus.names.first().map(String::as_str));
    let conversations = load(file, args, session)?;
    let text = text_of(&conversations);
    record.check_text(&text.sha256(), text.n_chars())?;
    let options = FinetuneOptions {
        train: record.options.clone(),
        dropout: record.dropout,
        validation_share: record.corpus.validation_share,
    };
    let flags = args.begun(&options, record.corpus.names.first());
    Ok(Job { conversations, options, record, state: Some(state), flags })
}

/// The conversations to learn from; the built-in ones if no file is named.
fn load(file: Option<&str>, args: &Args, session: &Session) -> Result<Vec<Conversation>, Failure> {
    let Some(path) = file else { return Ok(chats::builtin(chats::N_PRACTISED)) };
    let file = read::text_file(path, args.encoding.as_deref())?;
    session.notices(&file.notices);
    let conversations = conversation::parse(path, &file.text)?;
    if conversations.is_empty() { Err(EmptyChat { file: path.to_owned() }.into()) } else { Ok(conversations) }
}

/// What the base model was pre-trained on and the share of it that was held out, if it can
/// be had: the text named, else the built-in one if it was that.
fn pretraining(args: &Args, base: &Loaded, session: &Session) -> Result<Option<(Corpus, f64)>, Failure> {
    let record = base.training.as_ref().map(|record| &record.corpus);
    let share = record.map_or(crate::task::pretrain::VALIDATION_SHARE, |corpus| corpus.validation_share);
    if !args.corpus.is_empty() {
        return Ok(Some((corpus(&args.corpus, args.encoding.as_deref(), session)?, share)));
    }
    let builtin = Corpus::builtin();
    let is_builtin = record.is_some_and(|corpus| corpus.sha256 == builtin.sha256());
    Ok(is_builtin.then_some((builtin, share)))
}

/// Conversations as text, to be told apart by its fingerprint.
fn text_of(conversations: &[Conversation]) -> Corpus {
    let texts = conversations.iter().flat_map(|chat| &chat.turns).map(|turn| turn.content.clone());
    Corpus { documents: vec![crate::data::Document { name: String::new(), texts: texts.collect() }] }
}

impl Args {
    /// The flags that begin such a run on these conversations.
    fn begun(&self, options: &FinetuneOptions, chat: Option<&String>) -> Vec<String> {
        let usual = FinetuneOptions::default();
        let mut flags = steps_begun(&options.train, options.dropout, &usual.train, usual.dropout);
        flags.push(differs("validation-share", options.validation_share, usual.validation_share));
        flags.push(chat.filter(|_| self.chat.is_none()).map(|file| format!("--chat {}", quoted(file))));
        flags.into_iter().flatten().collect()
    }

    /// The recipe, with what was asked for instead.
    fn options(&self) -> FinetuneOptions {
        let usual = FinetuneOptions::default();
        let iters = self.train.iters.unwrap_or(usual.train.iters);
        let learning_rate = self.train.learning_rate.unwrap_or(usual.train.learning_rate);
        FinetuneOptions {
            train: TrainOptions {
                batch_size: self.train.batch_size.unwrap_or(usual.train.batch_size),
                accumulation_steps: self.train.accumulation.unwrap_or(usual.train.accumulation_steps),
                iters,
                learning_rate,
                min_learning_rate: learning_rate / 10.0,
                warmup_iters: usual.train.warmup_iters.min(iters / 10),
                eval_interval: self.train.eval_interval(usual.train.eval_interval, iters),
                seed: self.train.seed.map_or(Seed::default(), Seed),
                ..usual.train
            },
            dropout: self.train.dropout.unwrap_or(usual.dropout),
            validation_share: self.validation_share.unwrap_or(usual.validation_share),
        }
    }
}
