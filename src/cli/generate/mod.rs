//! `melon generate`: what comes next?

mod live;

use super::console::Console;
use super::failure::Failure;
use super::interrupt;
use super::language_args::{ModelArgs, corpus, typed};
use super::output::OutputArgs;
use super::presentation::PlotArgs;
use super::sampling::SamplingArgs;
use crate::data::Corpus;
use crate::lm::generate::Options;
use crate::lm::sampling::GPT_MIN_P;
use crate::report::Say;
use crate::report::pages::generate as page;
use crate::report::words::generate as words;
use crate::store::language::Opened;
use crate::task::generate::Generation;
use crate::task::memorised::{Memorised, memorised};
use crate::task::ngram::NGramOptions;
use live::{LiveText, LiveView};

/// Tokens unless asked otherwise, plainly and in a trace.
const MAX_TOKENS: [usize; 2] = [100, 16];
/// Candidates that a trace shows unless asked otherwise.
const TRACED: usize = 5;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PROMPT", allow_hyphen_values = false)]
    prompt: Vec<String>,
    #[command(flatten)]
    model: ModelArgs,
    #[arg(long, value_name = "N")]
    max_tokens: Option<usize>,
    #[command(flatten)]
    sampling: SamplingArgs,
    #[arg(long, value_name = "TEXT", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    stop: Vec<String>,
    #[arg(id = "trace_steps", long = "trace")]
    trace: bool,
    #[arg(long, value_name = "K")]
    candidates: Option<usize>,
    #[arg(long, alias = "memorized")]
    memorised: bool,
    #[arg(id = "training_text", long = "corpus", value_name = "FILE", num_args = 1.., requires = "memorised")]
    corpus: Vec<String>,
    #[command(flatten)]
    plot: PlotArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// Resolve, open, write token by token, report.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let options = args.options()?;
    let opened = args.model.open(NGramOptions::for_generating(), console)?;
    let text =
        if args.prompt.is_empty() { words::Example.text(console.lang).to_owned() } else { args.prompt.join(" ") };
    let text = typed(&text, console)?;
    let writer = opened.writer();
    let prompt = writer.read(&text);
    if let Some(unknown) = page::unknown(console.lang, &prompt.unknown) {
        console.note(&unknown);
    }
    if let Some(unknown) = page::unknown_words(console.lang, &opened.tokenizer.unknown_words(&text)) {
        console.note(&unknown);
    }
    interrupt::listen();
    let strategy = options.strategy.usual_for(opened.model.kind());
    if strategy != options.strategy {
        console.note(&words::UsualMinP { p: GPT_MIN_P }.say(console.lang));
    }
    let options = Options { strategy, end: opened.tokenizer.end(), ..options };
    let training = args.training(&opened, console)?;
    let mut live = LiveText::new(args.watched(), &opened, &args.output, &args.plot, console);
    live.open(&prompt, &writer);
    let mut result = writer.write(&prompt, &options, |moment| live.step(moment, &options))?;
    result.memorised = training.map(|corpus| report(&result, &opened, &corpus));
    live.close(&result)
}

impl Args {
    fn watched(&self) -> LiveView {
        match (self.trace, self.candidates) {
            (true, _) => LiveView::Trace,
            (false, Some(_)) => LiveView::Candidates,
            (false, None) => LiveView::Text,
        }
    }

    fn options(&self) -> Result<Options, Failure> {
        let strategy = self.sampling.strategy()?;
        let is_drawn = self.plot.plot.is_some() || self.output.report.is_some();
        let traced = if self.trace || is_drawn { TRACED } else { 0 };
        Ok(Options {
            max_tokens: self.max_tokens.unwrap_or(MAX_TOKENS[usize::from(self.trace)]),
            strategy,
            stop: self.stop.clone(),
            n_candidates: self.candidates.unwrap_or(traced),
            trace: self.trace || self.plot.plot.is_some(),
            seed: self.sampling.seed(),
            end: None,
        })
    }

    /// What the model was trained on, where the text is to be compared with it.
    fn training(&self, opened: &Opened, console: &Console) -> Result<Option<Corpus>, Failure> {
        if !self.memorised {
            return Ok(None);
        }
        let files = if self.corpus.is_empty() { opened.training_files() } else { Some(self.corpus.clone()) };
        match files {
            None => Err(Failure::Usage(words::UnknownTraining { name: &opened.name }.say(console.lang))),
            Some(files) => corpus(&files, None, console).map(Some),
        }
    }
}

fn report(result: &Generation, opened: &Opened, training: &Corpus) -> Memorised {
    let (train_loss_nats, held_out_loss_nats) = opened.losses();
    let learned = opened.learned_from(training);
    Memorised { train_loss_nats, held_out_loss_nats, ..memorised(&result.completion, &learned) }
}
