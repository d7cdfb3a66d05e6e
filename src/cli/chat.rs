//! `melon chat`: a conversation at the terminal.

use super::console::Console;
use super::failure::{Failure, failed};
use super::language_args::open;
use super::output;
use super::sampling::SamplingArgs;
use crate::lm::generate::{Options, StopReason};
use crate::report::words::chat as words;
use crate::report::{Say, pages};
use crate::store::language::{Opened, Origin};
use crate::task::chat::{Chat, Reply};
use crate::task::ngram::NGramOptions;
use crate::task::training::Stage;
use std::io::{BufRead, IsTerminal};
use std::ops::ControlFlow;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(id = "chat_model", value_name = "MODEL", default_value = "chat")]
    model: String,
    #[arg(long, num_args = 1.., value_name = "QUESTION")]
    ask: Vec<String>,
    #[arg(id = "answer_tokens", long = "max-tokens", default_value_t = 200, value_name = "N")]
    max_tokens: usize,
    #[command(flatten)]
    sampling: SamplingArgs,
}

/// Asks and answers until the input ends.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let question = args.ask.join(" ");
    if !args.ask.is_empty() && question.trim().is_empty() {
        return Err(Failure::Usage(words::NoQuestion.text(console.lang).to_owned()));
    }
    let (strategy, seed) = (args.sampling.strategy()?, args.sampling.seed());
    let options = Options { max_tokens: args.max_tokens, strategy, seed, ..Options::default() };
    let opened = open(&args.model, NGramOptions::for_generating())?;
    let chat = Chat::new(&*opened.model, &opened.tokenizer, options)?;
    if !is_tuned(&opened) {
        console.note(words::NotTuned.text(console.lang));
    }
    let context_len = opened.model.context_len();
    let mut talk = Talk { chat, console, context_len, is_terminal: std::io::stdin().is_terminal() };
    if !args.ask.is_empty() {
        return talk.answer(&question);
    }
    if talk.is_terminal {
        console.page(&pages::chat_welcome(&args.model, opened.model.n_params(), &console.context()));
    }
    talk.converse(&mut std::io::stdin().lock())
}

/// Whether it may have learned to answer: of a model from elsewhere nobody knows.
fn is_tuned(opened: &Opened) -> bool {
    match &opened.origin {
        Origin::Trained(record) => record.stage != Stage::Pretrain,
        Origin::Counted(_) | Origin::CountedHere(_) => false,
        Origin::Unknown => true,
    }
}

/// A conversation and whom it is with.
struct Talk<'a> {
    chat: Chat<'a>,
    console: &'a Console,
    context_len: usize,
    is_terminal: bool,
}

impl Talk<'_> {
    /// Line by line, until there is none.
    fn converse(&mut self, input: &mut dyn BufRead) -> Result<(), Failure> {
        loop {
            self.prompt(words::You.text(self.console.lang))?;
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line).map_err(|error| failed("stdin", error))? == 0 {
                return if self.is_terminal { self.print("\n") } else { Ok(()) };
            }
            match String::from_utf8_lossy(&line).trim() {
                "" => {}
                "/quit" | "/exit" => return Ok(()),
                "/clear" => {
                    self.chat.clear();
                    self.console.note(words::Cleared.text(self.console.lang));
                }
                command if command.starts_with('/') => self.console.note(words::Commands.text(self.console.lang)),
                question => {
                    self.prompt(words::Model.text(self.console.lang))?;
                    self.answer(question)?;
                }
            }
        }
    }

    /// Shows some text at once.
    fn print(&self, text: &str) -> Result<(), Failure> {
        output::page(text, None, self.console)
    }

    /// Whose turn it is, where somebody sits at a terminal.
    fn prompt(&self, who: &str) -> Result<(), Failure> {
        if self.is_terminal { self.print(&format!("\u{1b}[1m{who}\u{1b}[0m ")) } else { Ok(()) }
    }

    /// Answers, and shows the answer as it comes; then says what was left out.
    fn answer(&mut self, question: &str) -> Result<(), Failure> {
        let console = self.console;
        let (mut n_shown, mut outcome) = (0, Ok(()));
        let reply = self.chat.say(question, |step| {
            n_shown += step.new_text.len();
            outcome = output::page(&output::printable(step.new_text), None, console);
            if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        outcome?;
        self.print(&format!("{}\n", output::printable(&reply.text[n_shown..])))?;
        self.remark(&reply);
        Ok(())
    }

    fn remark(&self, reply: &Reply) {
        let lang = self.console.lang;
        if reply.n_forgotten > 0 {
            self.console.note(&words::Forgotten { n: reply.n_forgotten, context_len: self.context_len }.say(lang));
        }
        if reply.n_cut > 0 {
            self.console.note(&words::Cut { n: reply.n_cut, context_len: self.context_len }.say(lang));
        }
        if reply.stop_reason == StopReason::MaxTokens {
            self.console.note(&words::BrokenOff { n: self.chat.options.max_tokens }.say(lang));
        }
    }
}
