//! `melon generate`: what comes next?

use super::failure::Failure;
use super::interrupt;
use super::language_args::{ModelArgs, typed};
use super::output::{self, Format, OutputArgs};
use super::session::Session;
use crate::data::{Corpus, read};
use crate::lm::generate::Options;
use crate::lm::sample::{Sampling, Strategy};
use crate::report::text::generate as page;
use crate::report::words::generate as words;
use crate::report::{grid, json};
use crate::rng::Seed;
use crate::store::language::Opened;
use crate::task::generate::{Generation, Moment, Prompt, Writer};
use crate::task::memorised::{Memorised, memorised};
use crate::task::ngram::NGramOptions;
use std::io::Write;
use std::ops::ControlFlow;

/// Tokens unless asked otherwise, plainly and in a trace.
const MAX_TOKENS: [usize; 2] = [100, 16];
/// Candidates that a trace shows unless asked otherwise.
const TRACED: usize = 5;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PROMPT", allow_hyphen_values = false)]
    prompt: Option<String>,
    #[command(flatten)]
    model: ModelArgs,
    #[arg(long, value_name = "N")]
    max_tokens: Option<usize>,
    #[arg(long, allow_negative_numbers = true, value_name = "T")]
    temperature: Option<f64>,
    #[arg(long, value_name = "K")]
    top_k: Option<usize>,
    #[arg(long, allow_negative_numbers = true, value_name = "P")]
    top_p: Option<f64>,
    #[arg(long, allow_negative_numbers = true, value_name = "P")]
    min_p: Option<f64>,
    #[arg(long)]
    greedy: bool,
    #[arg(id = "draw_seed", long = "seed", value_name = "N")]
    seed: Option<u64>,
    #[arg(long, value_name = "TEXT")]
    stop: Vec<String>,
    #[arg(id = "trace_steps", long = "trace")]
    trace: bool,
    #[arg(long, value_name = "K")]
    candidates: Option<usize>,
    #[arg(long, alias = "memorized")]
    memorised: bool,
    #[arg(id = "training_text", long = "corpus", value_name = "FILE", num_args = 1..)]
    corpus: Vec<String>,
    #[command(flatten)]
    output: OutputArgs,
}

/// Resolve, open, write token by token, report.
pub(super) fn run(args: Args, session: &Session) -> Result<(), Failure> {
    let options = args.options(session)?;
    let opened = args.model.open(NGramOptions::for_generating(), session)?;
    let text = typed(args.prompt.as_deref().unwrap_or(words::example(session.lang)), session)?;
    let writer = Writer { name: &opened.name, model: &*opened.model, tokenizer: &opened.tokenizer };
    let prompt = writer.read(&text);
    if let Some(unknown) = page::unknown(session.lang, &prompt.unknown) {
        session.note(&unknown);
    }
    interrupt::listen();
    let options = Options { end: opened.tokenizer.end(), ..options };
    let training = args.training(&opened, session)?;
    let mut shown = Shown::new(&args, session);
    shown.open(&prompt, &writer);
    let mut result = writer.write(&prompt, &options, args.trace, |moment| shown.step(moment, &options))?;
    result.memorised = training.map(|corpus| report(&result, &opened, &corpus));
    shown.close(&result)
}

impl Args {
    fn options(&self, session: &Session) -> Result<Options, Failure> {
        let strategy = self.strategy(session)?;
        strategy.check()?;
        let traced = if self.trace { TRACED } else { 0 };
        Ok(Options {
            max_tokens: self.max_tokens.unwrap_or(MAX_TOKENS[usize::from(self.trace)]),
            strategy,
            stop: self.stop.clone(),
            n_candidates: self.candidates.unwrap_or(traced),
            seed: self.seed.map_or(Seed::default(), Seed),
            end: None,
        })
    }

    /// Greedy unless a setting of the lot was given.
    fn strategy(&self, session: &Session) -> Result<Strategy, Failure> {
        let given = [
            ("--temperature", self.temperature.is_some()),
            ("--top-k", self.top_k.is_some()),
            ("--top-p", self.top_p.is_some()),
            ("--min-p", self.min_p.is_some()),
            ("--seed", self.seed.is_some()),
        ];
        match given.into_iter().find(|&(_, given)| given) {
            Some((flag, _)) if self.greedy => Err(Failure::Usage(words::sampling_off(session.lang, flag))),
            Some(_) => Ok(Strategy::Sample(Sampling {
                temperature: self.temperature.unwrap_or(1.0),
                top_k: self.top_k,
                top_p: self.top_p,
                min_p: self.min_p,
            })),
            None => Ok(Strategy::Greedy),
        }
    }

    /// What the model was trained on, where the text is to be held against it.
    fn training(&self, opened: &Opened, session: &Session) -> Result<Option<Corpus>, Failure> {
        if !self.memorised {
            return Ok(None);
        }
        let files = if self.corpus.is_empty() { opened.training_files() } else { Some(self.corpus.clone()) };
        match files {
            None => Err(Failure::Usage(words::unknown_training(session.lang, &opened.name))),
            Some(files) if files.is_empty() => Ok(Some(Corpus::builtin())),
            Some(files) => {
                let (corpus, notices) = read::corpus(&files, None)?;
                session.notices(&notices);
                Ok(Some(corpus))
            }
        }
    }
}

fn report(result: &Generation, opened: &Opened, training: &Corpus) -> Memorised {
    let (train_loss_nats, held_out_loss_nats) = opened.losses();
    let learned = opened.learned_from(training);
    Memorised { train_loss_nats, held_out_loss_nats, ..memorised(&result.completion, &learned) }
}

/// What has been written of the result so far. Programs and files get it whole at the end.
struct Shown<'a> {
    args: &'a Args,
    session: &'a Session,
    /// Written as it comes.
    live: bool,
    /// What there is of a page that is not.
    page: String,
    failure: Option<Failure>,
}

impl<'a> Shown<'a> {
    fn new(args: &'a Args, session: &'a Session) -> Self {
        let live = args.output.format == Format::Text && args.output.output.is_none();
        Shown { args, session, live, page: String::new(), failure: None }
    }

    fn say(&mut self, text: &str) {
        if self.failure.is_some() || self.args.output.format != Format::Text {
        } else if self.live {
            let mut out = anstream::stdout().lock();
            let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
            self.failure = written.map_err(|error| output::failed("stdout", error)).err();
        } else {
            self.page += text;
        }
    }

    fn open(&mut self, prompt: &Prompt, writer: &Writer) {
        let style = self.session.style();
        match (self.args.trace, self.args.candidates) {
            (true, _) => self.say(&page::opening(prompt, &writer.summary(), &style)),
            (false, Some(_)) => {}
            (false, None) => self.say(&prompt.text),
        }
    }

    fn step(&mut self, moment: &Moment, options: &Options) -> ControlFlow<()> {
        let style = self.session.style();
        match (self.args.trace, self.args.candidates) {
            (true, _) => self.say(&page::step(moment, options.strategy, &style)),
            (false, Some(_)) => self.say(&page::candidates(moment, &style)),
            (false, None) => self.say(moment.new_text),
        }
        if self.failure.is_some() || interrupt::asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn close(mut self, result: &Generation) -> Result<(), Failure> {
        let style = self.session.style();
        let lang = self.session.lang;
        match (self.args.trace, self.args.candidates) {
            (true, _) => self.say(&page::closing(result, &style)),
            (false, Some(_)) => self.say(&format!("{}{}\n", result.prompt, result.completion)),
            (false, None) => self.say(&format!("{}\n", result.held_back)),
        }
        if let Some(found) = &result.memorised {
            self.say(&page::memorised(found, &style));
        }
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        if !self.args.trace {
            self.session.note(&page::ending(lang, result));
            if let Some(hint) = page::circles(lang, result) {
                self.session.note(&hint);
            }
        }
        match self.args.output.format {
            Format::Text if self.live => Ok(()),
            Format::Text => self.args.output.write(&self.page, self.session),
            Format::Json => self.args.output.write(&json(result), self.session),
            Format::Csv => self.args.output.write(&grid::csv(&grid::generation(result)), self.session),
            Format::Markdown => self.args.output.write(&grid::markdown(&grid::generation(result)), self.session),
        }
    }
}
