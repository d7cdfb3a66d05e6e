//! `--script`: the analysis for Python or R, beside the result.

use super::console::Console;
use super::failure::Failure;
use super::output::{self, OutputNames};
use crate::data::Dataset;
use crate::report::Say;
use crate::report::script::{self, Analysis, Beside, Dialect, NoScript, Recipe, Tested, Together};
use crate::report::words::script as words;
use crate::task::classify::{ClassifyOptions, classify};
use std::path::{Path, PathBuf};

/// Whether and where a script is written.
#[derive(Debug, Default, clap::Args)]
pub(super) struct ScriptArgs {
    #[arg(long, value_name = "FILE")]
    pub script: Option<PathBuf>,
}

/// Which kind of script a file of this name is.
pub(super) fn dialect(path: &Path) -> Option<Dialect> {
    Dialect::of_ending(&path.extension()?.to_string_lossy())
}

/// A file that a script reads: `data` or `splits`.
pub(super) fn beside(path: &Path, what: &str, ending: &str) -> PathBuf {
    path.with_file_name(format!("{}-{what}.{ending}", path.file_stem().unwrap_or_default().to_string_lossy()))
}

/// Writes the script of one model, and the data beside it where they are too large to stand in it.
pub(super) fn write(
    args: &ScriptArgs,
    recipe: impl FnOnce(String) -> Result<Recipe, NoScript>,
    console: &Console,
) -> Result<(), Failure> {
    write_any(args, |typed| Ok(recipe(typed).map(|recipe| Analysis::One(Box::new(recipe)))), console)
}

/// Several models on the same samples: what each is called, and how it is fitted by itself, if another program
/// can.
pub(super) fn together(
    command: &str,
    models: impl IntoIterator<Item = (String, Option<ClassifyOptions>)>,
    tested: Tested,
    (dataset, names): (&Dataset, OutputNames),
) -> Result<Result<Analysis, NoScript>, Failure> {
    let mut all = Vec::new();
    for (name, options) in models {
        let recipe = match options {
            None => Err(NoScript::NoneOfThese),
            Some(options) => {
                let alone = classify(dataset, &options, &[])?;
                Recipe::of_classification(&alone, dataset, command.to_owned(), names == OutputNames::English)
            }
        };
        all.push((name, recipe));
    }
    Ok(Together::new(command.to_owned(), all, tested).map(Analysis::Together))
}

/// Writes the script of any analysis. What is too large to stand in it is written beside it.
pub(super) fn write_any(
    args: &ScriptArgs,
    analysis: impl FnOnce(String) -> Result<Result<Analysis, NoScript>, Failure>,
    console: &Console,
) -> Result<(), Failure> {
    let (lang, Some(path)) = (console.lang, &args.script) else { return Ok(()) };
    let Some(dialect) = dialect(path) else {
        return Err(Failure::Usage(words::NotAScript { path: path.display() }.say(lang)));
    };
    let typed = console.context().command.without("--script").to_string();
    let analysis = analysis(typed)?.map_err(|why| {
        Failure::Usage(match why {
            NoScript::Separated => words::Separated.say(lang),
            NoScript::Unfinished => words::Unfinished.say(lang),
            NoScript::Missing => words::Missing.say(lang),
            NoScript::NoneOfThese => words::NoneOfThese.say(lang),
        })
    })?;
    let keep = |what: &str, ending: &str, content: Option<String>| {
        let Some(content) = content else { return Ok(None) };
        let beside = beside(path, what, ending);
        let name = beside.file_name().unwrap_or_default().to_string_lossy().into_owned();
        output::document(content, Some(&beside), console)?;
        console.note(&words::WrittenData { file: &name }.say(lang));
        Ok::<_, Failure>(Some(name))
    };
    let data = keep("data", "csv", analysis.needs_file().then(|| analysis.csv()))?;
    let splits = keep("splits", "txt", analysis.splits())?;
    let files = Beside { data: data.as_deref(), splits: splits.as_deref() };
    output::document(script::script(&analysis, dialect, files, lang), Some(path), console)
}
