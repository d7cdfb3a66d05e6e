//! `melon pretrain`: text becomes a model that can continue it.

use super::count;
use super::failure::Failure;
use super::keeper::{self, Keeper};
use super::language_args::corpus;
use super::output::OutputArgs;
use super::session::{Session, quoted};
use super::train_args::{TrainArgs, differs, record, steps_begun};
use super::trainer::Trainer;
use crate::data::grammar::chats;
use crate::lm::Tokenizer;
use crate::lm::gpt::GptConfig;
use crate::lm::tokenizer::Words;
use crate::report::text;
use crate::report::words::train as words;
use crate::rng::Seed;
use crate::store::gpt::{self, SavedGpt, Setting, TrainingRecord, resumable, unchanged};
use crate::task::pretrain::{Course, PretrainOptions, VALIDATION_SHARE, Vocabulary};
use crate::train::{Ending, Preset, TrainState};
use serde_json::json;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, num_args = 1.., value_name = "FILE")]
    corpus: Vec<String>,
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[arg(long, default_value = "gpt", value_name = "MODEL")]
    model: ModelName,
    #[arg(long, value_name = "N")]
    order: Option<usize>,
    #[arg(long, value_name = "PRESET")]
    preset: Option<PresetName>,
    #[arg(long, value_name = "N")]
    n_layer: Option<usize>,
    #[arg(long, value_name = "N")]
    n_head: Option<usize>,
    #[arg(long, value_name = "N")]
    n_embd: Option<usize>,
    #[arg(long, value_name = "N")]
    context_len: Option<usize>,
    #[arg(long, value_name = "KIND")]
    tokenizer: Option<TokenizerName>,
    #[arg(long, value_name = "N")]
    vocab_size: Option<usize>,
    #[arg(long, value_name = "N")]
    stories: Option<usize>,
    #[command(flatten)]
    train: TrainArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ModelName {
    Gpt,
    Ngram,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum PresetName {
    Tiny,
    Small,
    Base,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum TokenizerName {
    Char,
    Bpe,
    BpeHan,
}

/// Conversations in each language that hold the characters of nearly all.
const N_CHATS_TO_SPELL: usize = 500;

/// A run that is to begin, or to go on.
struct Job {
    course: Course,
    state: TrainState,
    record: TrainingRecord,
    /// The flags with which it began, where they were not typed now.
    flags: Vec<String>,
}

/// Load, train, report; what is learned is saved on the way and at the end.
pub(super) fn run(args: Args, session: &Session) -> Result<(), Failure> {
    args.check(session)?;
    if args.model == ModelName::Ngram {
        keeper::refuse_existing(&args.train, session)?;
        let corpus = corpus(&args.corpus, args.encoding.as_deref(), session)?;
        return count::run(&corpus, args.order, args.train.save.as_deref(), &args.output, session);
    }
    let budget = args.train.time_budget(session)?;
    let Job { course, mut state, record, flags } =
        if args.train.resume { resume(&args, session)? } else { begin(&args, session)? };
    let n_chars = record.corpus.n_chars;
    let keeper = Keeper::new(&args.train, &course.gpt, course.tokenizer.to_json().into_bytes(), record);
    let save = |state: &TrainState| keeper.checkpoint(state);
    let mut trainer = Trainer::new(session, &args.output, &save);
    if trainer.has_reader() {
        let setup = course.setup(&state, Some(course.estimate(&state)?));
        trainer.say(&text::training::plan_pretrain(&setup, n_chars, keeper.folder(), &session.style()));
    }
    let ending = course.run(&mut state, budget, &mut trainer);
    trainer.finish()?;
    let result = course.finish(&state, ending.map_err(|error| keeper.failed(error, &state))?);
    keeper.end(&state, result.ending, result.val_loss_nats)?;
    let setup = course.setup(&state, None);
    trainer.report(
        &result.history,
        || text::training::pretrained(&setup, n_chars, &result, keeper.folder(), &session.style_with(&flags)),
        || {
            json!({
                "done": result.ending == Ending::Finished,
                "n_params": setup.n_params,
                "val_loss_nats": result.val_loss_nats,
                "saved": keeper.folder(),
                "step": result.step,
                "best_step": result.best_step,
            })
        },
    )
}

/// A fresh run.
fn begin(args: &Args, session: &Session) -> Result<Job, Failure> {
    keeper::refuse_existing(&args.train, session)?;
    let corpus = corpus(&args.corpus, args.encoding.as_deref(), session)?;
    let is_builtin = args.corpus.is_empty();
    // The built-in model is to be fine-tuned later: it needs the characters of the answers.
    let chats = if is_builtin { chats::builtin(N_CHATS_TO_SPELL) } else { Vec::new() };
    let also: Vec<&str> = chats.iter().flat_map(|chat| &chat.turns).map(|turn| turn.content.as_str()).collect();
    let course = Course::new(&corpus, &also, &args.options())?;
    let n_tokens = course.train.len() + course.validation.len();
    let n_stories = args.stories.unwrap_or(0);
    let described = gpt::Corpus { n_stories, ..gpt::Corpus::of(&corpus, n_tokens, VALIDATION_SHARE) };
    let record = record("pretrain", &course.options, course.gpt.config().dropout, described);
    Ok(Job { state: course.fresh(), record, course, flags: Vec::new() })
}

/// A run that was interrupted, from where it stopped.
fn resume(args: &Args, session: &Session) -> Result<Job, Failure> {
    let saved = keeper::load(args.train.save.as_deref().expect("--resume requires --save"))?;
    let (record, state) = resumable(&saved, "pretrain")?;
    let tokenizer = saved.tokenizer()?;
    unchanged(&args.settings(&saved, &record, &tokenizer))?;
    let names = if args.corpus.is_empty() { record.corpus.files() } else { args.corpus.clone() };
    let corpus = corpus(&names, args.encoding.as_deref(), session)?;
    record.check_text(&corpus.sha256(), corpus.n_chars())?;
    let config = GptConfig { dropout: record.dropout, ..saved.model.gpt.config().clone() };
    let held_out_and_made = (record.corpus.validation_share, record.corpus.n_stories);
    let course = Course::of(&corpus, tokenizer, config, record.options.clone(), held_out_and_made)?;
    let mut flags = args.begun(&course, record.dropout);
    flags.extend(differs("stories", record.corpus.n_stories, 0));
    if args.corpus.is_empty() && !names.is_empty() {
        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        flags.push(format!("--corpus {}", names.join(" ")));
    }
    Ok(Job { course, state, record, flags })
}

/// What `--tokenizer` calls this vocabulary.
fn kind_of(tokenizer: &Tokenizer) -> &'static str {
    if tokenizer.keeps_han_alone() { "bpe-han" } else { tokenizer.kind() }
}

impl Args {
    /// Whether every flag belongs to the model.
    fn check(&self, session: &Session) -> Result<(), Failure> {
        let lang = session.lang;
        let shape = [
            ("preset", self.preset.is_some()),
            ("n-layer", self.n_layer.is_some()),
            ("n-head", self.n_head.is_some()),
            ("n-embd", self.n_embd.is_some()),
            ("context-len", self.context_len.is_some()),
            ("tokenizer", self.tokenizer.is_some()),
            ("vocab-size", self.vocab_size.is_some()),
            ("stories", self.stories.is_some()),
        ];
        let given = shape.into_iter().find(|&(_, is_given)| is_given).map(|(flag, _)| flag);
        match (self.model, given.or(self.train.steps_flag())) {
            (ModelName::Ngram, Some(flag)) => Err(Failure::Usage(words::not_for_ngram(lang, flag))),
            (ModelName::Gpt, _) if self.order.is_some() => Err(Failure::Usage(words::only_for_ngram(lang).to_owned())),
            _ => Ok(()),
        }
    }

    /// The recipe, with what was asked for instead.
    fn options(&self) -> PretrainOptions {
        let preset = match self.preset {
            Some(PresetName::Tiny) => Preset::TINY,
            Some(PresetName::Base) => Preset::BASE,
            Some(PresetName::Small) | None => Preset::SMALL,
        };
        let iters = self.train.iters.unwrap_or(preset.iters);
        let recipe = Preset {
            n_layer: self.n_layer.unwrap_or(preset.n_layer),
            n_head: self.n_head.unwrap_or(preset.n_head),
            n_embd: self.n_embd.unwrap_or(preset.n_embd),
            context_len: self.context_len.unwrap_or(preset.context_len),
            dropout: self.train.dropout.unwrap_or(preset.dropout),
            batch_size: self.train.batch_size.unwrap_or(preset.batch_size),
            iters,
            accumulation_steps: self.train.accumulation.unwrap_or(preset.accumulation_steps),
            learning_rate: self.train.learning_rate.unwrap_or(preset.learning_rate),
            eval_interval: self.train.eval_interval(preset.eval_interval, iters),
            ..preset
        };
        let vocabulary = match self.tokenizer {
            Some(TokenizerName::Bpe) => Vocabulary::Bpe(Words::Gpt2),
            Some(TokenizerName::BpeHan) => Vocabulary::Bpe(Words::LoneHan),
            Some(TokenizerName::Char) | None => Vocabulary::Characters,
        };
        let seed = self.train.seed.map_or(Seed::default(), Seed);
        let (vocab_size, n_stories) = (self.vocab_size, self.stories.unwrap_or(0));
        PretrainOptions { recipe, vocabulary, vocab_size, n_stories, seed, ..PretrainOptions::default() }
    }

    /// The flags that begin such a run: the preset that needs the fewest others, and those.
    fn begun(&self, course: &Course, dropout: f32) -> Vec<String> {
        let flags = |preset: &Preset| {
            let (config, options) = (course.gpt.config(), &course.options);
            let mut flags = vec![
                differs("n-layer", config.n_layer, preset.n_layer),
                differs("n-head", config.n_head, preset.n_head),
                differs("n-embd", config.n_embd, preset.n_embd),
                differs("context-len", config.context_len, preset.context_len),
            ];
            flags.extend(steps_begun(options, dropout, &preset.options(), preset.dropout));
            if course.tokenizer.kind() == "bpe" {
                flags.push(Some(format!("--tokenizer {}", kind_of(&course.tokenizer))));
                flags.push(Some(format!("--vocab-size {}", config.vocab_size)));
            }
            let preset = (preset.name != Preset::SMALL.name).then(|| format!("--preset {}", preset.name));
            preset.into_iter().chain(flags.into_iter().flatten()).collect::<Vec<String>>()
        };
        Preset::ALL.iter().map(flags).min_by_key(Vec::len).unwrap_or_default()
    }

    /// Settings that were given again, beside those that the run began with.
    fn settings(&self, saved: &SavedGpt, record: &TrainingRecord, tokenizer: &Tokenizer) -> Vec<Setting> {
        let was = saved.model.gpt.config();
        let kind = self.tokenizer.map(|name| match name {
            TokenizerName::Char => "char",
            TokenizerName::Bpe => "bpe",
            TokenizerName::BpeHan => "bpe-han",
        });
        let mut settings = vec![
            Setting::new("n-layer", was.n_layer, self.n_layer),
            Setting::new("n-head", was.n_head, self.n_head),
            Setting::new("n-embd", was.n_embd, self.n_embd),
            Setting::new("context-len", was.context_len, self.context_len),
            Setting::new("vocab-size", was.vocab_size, self.vocab_size),
            Setting::new("stories", record.corpus.n_stories, self.stories),
            Setting::new("tokenizer", kind_of(tokenizer), kind),
        ];
        settings.extend(self.train.settings(&record.options, record.dropout));
        settings
    }
}
