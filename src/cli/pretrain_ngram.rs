//! `melon pretrain --model ngram`: text is counted, and there is nothing to wait for.

use super::console::Console;
use super::failure::Failure;
use super::output::{OutputArgs, OutputFormat};
use super::presentation::{PlotArgs, Presentation};
use super::progress::with_spinner;
use crate::data::Corpus;
use crate::lm::LanguageModel;
use crate::report::page::Page;
use crate::report::pages::Origin;
use crate::report::{grid, pages, render};
use crate::store::training::keep_ngram;
use crate::task::ngram::{NGramOptions, ngram_from_corpus};
use crate::task::training::VALIDATION_SHARE;
use serde_json::json;
use std::path::Path;

/// Counts, saves, reports.
pub(super) fn run(
    corpus: &Corpus,
    order: Option<usize>,
    folder: Option<&Path>,
    plot: &PlotArgs,
    output: &OutputArgs,
    console: &Console,
) -> Result<(), Failure> {
    let usual = NGramOptions { validation_share: VALIDATION_SHARE, ..NGramOptions::default() };
    let options = NGramOptions { order: order.unwrap_or(usual.order), ..usual };
    let counted = with_spinner(console, || ngram_from_corpus(corpus, &options))?;
    let name = folder.map(|folder| folder.display().to_string());
    let page = pages::training::counted(&counted, corpus.n_chars(), name.as_deref(), &console.context());
    let text = match output.format {
        OutputFormat::Text => console.set(&page),
        OutputFormat::Csv => grid::csv(&grid::counted(&counted)),
        OutputFormat::Markdown => render::markdown(&page),
        OutputFormat::Json => {
            let (n_params, val_loss_nats) = (counted.model.n_params(), counted.val_loss_nats);
            let done = json!({ "done": true, "n_params": n_params, "val_loss_nats": val_loss_nats, "saved": name });
            format!("{done}\n")
        }
    };
    if let Some(folder) = folder {
        keep_ngram(folder, counted, corpus, &options)?;
    }
    output.write(&text, console)?;
    let shown = Presentation::new(|| page.clone()).plots(plot, || Page::new(console.lang));
    output.keep(&shown.origin(|lang| Origin::text(corpus, None, lang)), console)
}
