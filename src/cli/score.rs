//! `melon score`: how likely is this text?

use super::failure::Failure;
use super::language_args::{ModelArgs, typed, typed_file};
use super::output::OutputArgs;
use super::session::Session;
use crate::report::grid;
use crate::report::pages::{generate, score as page};
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
    let result = score(opened.writer(), &text)?;
    if let Some(unknown) = generate::unknown(session.lang, &result.unknown_characters) {
        session.note(&unknown);
    }
    args.output.report(&result, || page(&result, &session.context()), grid::score, session)
}

impl Args {
    fn text(&self, session: &Session) -> Result<String, Failure> {
        match &self.file {
            Some(path) => typed_file(path, session),
            None => typed(self.text.as_deref().unwrap_or_default(), session),
        }
    }
}
