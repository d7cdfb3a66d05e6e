//! What `melon generate` writes, as it comes.

use crate::cli::failure::Failure;
use crate::cli::interrupt;
use crate::cli::output::{self, Format, OutputArgs};
use crate::cli::session::Session;
use crate::lm::generate::Options;
use crate::report::grid;
use crate::report::text::generate as page;
use crate::task::generate::{Generation, Moment, Prompt, Writer};
use std::ops::ControlFlow;

/// How much is shown of each step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// The text alone.
    Text,
    /// The likeliest next tokens.
    Candidates,
    /// Each of the four steps.
    Trace,
}

/// What has been written of the result so far. Programs and files get it whole at the end.
pub(super) struct LiveText<'a> {
    detail: Detail,
    output: &'a OutputArgs,
    session: &'a Session,
    /// Written as it comes.
    live: bool,
    /// What there is of a page that is not.
    page: String,
    failure: Option<Failure>,
}

impl<'a> LiveText<'a> {
    pub fn new(detail: Detail, output: &'a OutputArgs, session: &'a Session) -> Self {
        let live = output.format == Format::Text && output.output.is_none();
        LiveText { detail, output, session, live, page: String::new(), failure: None }
    }

    fn say(&mut self, text: &str) {
        if self.failure.is_some() || self.output.format != Format::Text {
            return; // a program gets the whole at the end
        }
        if self.live {
            self.failure = output::page(text, None, self.session).err();
        } else {
            self.page += text;
        }
    }

    pub fn open(&mut self, prompt: &Prompt, writer: &Writer) {
        let style = self.session.style();
        match self.detail {
            Detail::Trace => self.say(&page::opening(prompt, &writer.summary(), &style)),
            Detail::Candidates => {}
            Detail::Text => self.say(&output::printable(&prompt.text)),
        }
    }

    pub fn step(&mut self, moment: &Moment, options: &Options) -> ControlFlow<()> {
        let style = self.session.style();
        match self.detail {
            Detail::Trace => self.say(&page::step(moment, options.strategy, &style)),
            Detail::Candidates => self.say(&page::candidates(moment, &style)),
            Detail::Text => self.say(&output::printable(moment.new_text)),
        }
        if self.failure.is_some() || interrupt::asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    pub fn close(mut self, result: &Generation) -> Result<(), Failure> {
        let style = self.session.style();
        let lang = self.session.lang;
        match self.detail {
            Detail::Trace => self.say(&page::closing(result, &style)),
            Detail::Candidates => {
                self.say(&format!("{}\n", output::printable(&format!("{}{}", result.prompt, result.completion))));
            }
            Detail::Text => self.say(&format!("{}\n", output::printable(&result.held_back))),
        }
        if let Some(found) = &result.memorised {
            self.say(&page::memorised(found, &style));
        }
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        if self.detail != Detail::Trace {
            self.session.note(&page::ending(lang, result));
            if let Some(hint) = page::circles(lang, result) {
                self.session.note(&hint);
            }
        }
        if self.live { Ok(()) } else { self.output.report(result, || self.page, grid::generation, self.session) }
    }
}
