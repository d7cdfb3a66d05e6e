//! What `melon generate` writes, as it comes.

use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::interrupt;
use crate::cli::language_args::source;
use crate::cli::output::{self, OutputArgs, OutputFormat};
use crate::cli::presentation::{PlotArgs, Presentation};
use crate::lm::generate::Options;
use crate::report::grid;
use crate::report::page::{Page, PageContext};
use crate::report::pages::{Origin, generate as page};
use crate::store::language::Opened;
use crate::task::generate::{Generation, Moment, Prompt, Writer};
use std::ops::ControlFlow;

/// What has been written of the result so far. Programs and files get it whole at the end.
pub(super) struct LiveText<'a> {
    watched: LiveView,
    opened: &'a Opened,
    output: &'a OutputArgs,
    plot: &'a PlotArgs,
    console: &'a Console,
    context: PageContext,
    /// Written as it comes.
    is_live: bool,
    /// Whether something stands above what comes next.
    has_begun: bool,
    /// Where the heads looked before the first token, unless the page has it.
    attention: Page,
    /// What there is of the page.
    page: Page,
    failure: Option<Failure>,
}

/// What is to be seen of the model's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LiveView {
    /// The text itself.
    Text,
    /// The candidates at every step.
    Candidates,
    /// The four steps.
    Trace,
}

impl<'a> LiveText<'a> {
    pub fn new(
        watched: LiveView,
        opened: &'a Opened,
        output: &'a OutputArgs,
        plot: &'a PlotArgs,
        console: &'a Console,
    ) -> Self {
        let is_live = output.format == OutputFormat::Text && output.output.is_none();
        let (context, attention, page) = (console.context(), Page::new(console.lang), Page::new(console.lang));
        LiveText {
            watched,
            opened,
            output,
            plot,
            console,
            context,
            is_live,
            has_begun: false,
            attention,
            page,
            failure: None,
        }
    }

    /// Shows a page below what there is.
    fn show(&mut self, page: Page) {
        if self.is_live {
            let gap = if self.has_begun { "\n" } else { "" };
            self.write(&format!("{gap}{}", self.console.set(&page)));
        }
        self.page.blocks.extend(page.blocks);
    }

    /// Writes a piece of the text itself, of which a page has no part.
    fn write(&mut self, text: &str) {
        if self.is_live && self.failure.is_none() {
            self.failure = output::page(text, None, self.console).err();
            self.has_begun = true;
        }
    }

    pub fn open(&mut self, prompt: &Prompt, writer: &Writer) {
        match self.watched {
            LiveView::Trace => self.show(page::opening(prompt, &writer.summary(), &self.context)),
            LiveView::Candidates => {}
            LiveView::Text => self.write(&output::printable(&prompt.text)),
        }
    }

    pub fn step(&mut self, moment: &Moment, options: &Options) -> ControlFlow<()> {
        if moment.index == 0 && self.watched != LiveView::Trace {
            self.attention = page::first_attention(moment, self.console.lang);
        }
        match self.watched {
            LiveView::Trace if moment.index == 0 => {
                self.show(page::first_token(moment, options.strategy, &self.context));
            }
            LiveView::Trace => {}
            LiveView::Candidates => self.show(page::candidates(moment, &self.context)),
            LiveView::Text => self.write(&output::printable(moment.new_text)),
        }
        if self.failure.is_some() || interrupt::asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    pub fn close(mut self, result: &Generation) -> Result<(), Failure> {
        match self.watched {
            LiveView::Trace => self.show(page::closing(result, &self.context)),
            LiveView::Candidates => self.show(page::written(result, &self.context)),
            LiveView::Text => self.write(&format!("{}\n", output::printable(&result.held_back))),
        }
        if let Some(found) = result.memorised.as_ref().filter(|_| self.watched != LiveView::Trace) {
            self.show(page::memorised(found, &self.context));
        }
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        if self.watched != LiveView::Trace {
            self.console.note(&page::ending(self.console.lang, result));
            page::circles(self.console.lang, result).iter().for_each(|hint| self.console.note(hint));
        }
        self.whole(result)
    }

    /// The result in one piece.
    fn whole(self, result: &Generation) -> Result<(), Failure> {
        let is_text = self.watched == LiveView::Text;
        let plots = || self.attention.clone().followed_by(page::plots(result, &self.context));
        let text = if is_text { page::written(result, &self.context) } else { Page::new(self.console.lang) };
        let shown = Presentation::new(|| text.clone().followed_by(self.page.clone())).plots(self.plot, plots);
        let model = |lang| Origin::model(&result.model, source(self.opened), Some(result.seed), lang);
        let shown = shown.origin(|lang| model(lang).choosing(result.strategy, lang));
        let below = |page: Page| Presentation::new(move || page.clone()).plots(self.plot, plots).page();
        let gap = |page: &Page| if page.blocks.is_empty() { "" } else { "\n" };
        match (self.is_live, is_text && self.output.format == OutputFormat::Text) {
            (true, _) => {
                let rest = below(Page::new(self.console.lang));
                output::page(&format!("{}{}", gap(&rest), self.console.set(&rest)), None, self.console)?;
            }
            (false, true) => {
                let rest = below(self.page.clone());
                let text = format!("{}{}\n{}", result.prompt, result.completion, gap(&rest));
                self.output.write(&(text + &self.console.set(&rest)), self.console)?;
            }
            (false, false) => return self.output.report(result, &shown, grid::generation, self.console),
        }
        self.output.keep(&shown, self.console)
    }
}
