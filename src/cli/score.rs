//! `melon score`: how likely is this text?

use super::console::Console;
use super::failure::Failure;
use super::language_args::{ModelArgs, source, typed, typed_file};
use super::output::OutputArgs;
use super::presentation::Presentation;
use crate::report::grid;
use crate::report::pages::{Origin, generate, score as page};
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
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let text = args.text(console)?;
    let opened = args.model.open(NGramOptions::default(), console)?;
    let result = score(opened.writer(), &text)?;
    if let Some(unknown) = generate::unknown(console.lang, &result.unknown_characters) {
        console.note(&unknown);
    }
    if let Some(unknown) = generate::unknown_words(console.lang, &opened.tokenizer.unknown_words(&text)) {
        console.note(&unknown);
    }
    let asked = opened.writer().summary();
    let shown = Presentation::new(|| page(&result, &console.context()));
    let shown = shown.origin(|lang| Origin::model(&asked, source(&opened), None, lang).without_summary());
    args.output.report(&result, &shown, grid::score, console)
}

impl Args {
    fn text(&self, console: &Console) -> Result<String, Failure> {
        match &self.file {
            Some(path) => typed_file(path, console),
            None => typed(self.text.as_deref().unwrap_or_default(), console),
        }
    }
}
