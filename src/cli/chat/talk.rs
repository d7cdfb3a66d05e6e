//! A conversation, line by line.

use crate::cli::console::Console;
use crate::cli::failure::{Failure, failed};
use crate::cli::output;
use crate::data::Role;
use crate::lm::generate::StopReason;
use crate::report::Say;
use crate::report::words::chat as words;
use crate::task::chat::{Chat, Reply};
use serde::Serialize;
use std::io::{BufRead, IsTerminal};
use std::ops::ControlFlow;

/// How answers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum AnswerFormat {
    /// As they come.
    Text,
    /// One object a turn, when it is complete.
    Json,
}

/// An answer, as a program reads it.
#[derive(Serialize)]
struct JsonTurn<'a> {
    role: Role,
    content: &'a str,
    stop_reason: StopReason,
    n_dropped_turns: usize,
    /// Tokens at the beginning of the question that were not read.
    n_cut_tokens: usize,
}

/// A conversation and whom it is with.
pub(super) struct Talk<'a> {
    chat: Chat<'a>,
    console: &'a Console,
    context_len: usize,
    shown: AnswerFormat,
    is_terminal: bool,
}

impl<'a> Talk<'a> {
    pub fn new(chat: Chat<'a>, context_len: usize, shown: AnswerFormat, console: &'a Console) -> Talk<'a> {
        Talk { chat, console, context_len, shown, is_terminal: std::io::stdin().is_terminal() }
    }

    /// Whether somebody sits at a terminal and reads along.
    pub fn is_live(&self) -> bool {
        self.is_terminal && self.shown == AnswerFormat::Text
    }

    /// Line by line, until there is none.
    pub fn converse(&mut self, input: &mut dyn BufRead) -> Result<(), Failure> {
        loop {
            self.prompt(words::You.text(self.console.lang))?;
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line).map_err(|error| failed("stdin", error))? == 0 {
                return if self.is_live() { self.print("\n") } else { Ok(()) };
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
        if self.is_live() { self.print(&format!("\u{1b}[1m{who}\u{1b}[0m ")) } else { Ok(()) }
    }

    /// Answers, and shows the answer; then says what was left out.
    pub fn answer(&mut self, question: &str) -> Result<(), Failure> {
        let reply = match self.shown {
            AnswerFormat::Text => self.as_it_comes(question)?,
            AnswerFormat::Json => self.as_an_object(question)?,
        };
        self.remark(&reply);
        Ok(())
    }

    fn as_it_comes(&mut self, question: &str) -> Result<Reply, Failure> {
        let console = self.console;
        let (mut n_shown, mut outcome) = (0, Ok(()));
        let reply = self.chat.say(question, |step| {
            n_shown += step.new_text.len();
            outcome = output::page(&output::printable(step.new_text), None, console);
            if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        outcome?;
        self.print(&format!("{}\n", output::printable(&reply.text[n_shown..])))?;
        Ok(reply)
    }

    fn as_an_object(&mut self, question: &str) -> Result<Reply, Failure> {
        let reply = self.chat.say(question, |_| ControlFlow::Continue(()))?;
        let turn = JsonTurn {
            role: Role::Assistant,
            content: &reply.text,
            stop_reason: reply.stop_reason,
            n_dropped_turns: reply.n_forgotten,
            n_cut_tokens: reply.n_cut,
        };
        let line = serde_json::to_string(&turn).expect("words and numbers");
        output::document(format!("{line}\n"), None, self.console)?;
        Ok(reply)
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
