//! `melon score`: how likely is this text?

use super::failure::Failure;
use super::language_args::{ModelArgs, typed};
use super::output::{Format, OutputArgs};
use super::session::Session;
use crate::data::read;
use crate::report::text::{generate, score as page};
use crate::report::{grid, json};
use crate::task::generate::Writer;
use crate::task::ngram::NGramOptions;
use crate::task::score::score;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(id = "scored_text", value_name = "TEXT", required_unless_present = "scored_file")]
    text: Option<String>,
    #[arg(id = "scored_file", long = "file", value_name = "FILE", conflicts_with = "scored_text")]
    file: Option<String>,
    #[command(flatten)]
    model: ModelArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// Resolve, open, score, report, write.
pub(super) fn run(args: Args, session: &Session) -> Result<(), Failure> {
    let text = args.text(session)?;
    let opened = args.model.open(NGramOptions::default(), session)?;
    let writer = Writer { name: &opened.name, model: &*opened.model, tokenizer: &opened.tokenizer };
    let result = score(writer, &text)?;
    if let Some(unknown) = generate::unknown(session.lang, &result.unknown_characters) {
        session.note(&unknown);
    }
    let written = match args.output.format {
        Format::Json => json(&result),
        Format::Csv => grid::csv(&grid::score(&result)),
        Format::Markdown => grid::markdown(&grid::score(&result)),
        Format::Text => page(&result, &session.style()),
    };
    args.output.write(&written, session)
}

impl Args {
    fn text(&self, session: &Session) -> Result<String, Failure> {
        let Some(path) = &self.file else { return typed(self.text.as_deref().unwrap_or_default(), session) };
        let file = read::text_file(path, None)?;
        session.notices(&file.notices);
        Ok(file.text.strip_suffix('\n').unwrap_or(&file.text).to_owned())
    }
}
