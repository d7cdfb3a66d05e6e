//! `--script`: the analysis for Python or R, beside the result.

use super::console::Console;
use super::failure::Failure;
use super::output;
use crate::report::Say;
use crate::report::script::{self, Dialect, NoScript, Recipe};
use crate::report::words::script as words;
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

/// The file from which a script reads its data, if they are too large to stand in it.
pub(super) fn data_beside(path: &Path) -> PathBuf {
    path.with_file_name(format!("{}-data.csv", path.file_stem().unwrap_or_default().to_string_lossy()))
}

/// Writes the script, and the data beside it where they are too large to stand in it.
pub(super) fn write(
    args: &ScriptArgs,
    recipe: impl FnOnce(String) -> Result<Recipe, NoScript>,
    console: &Console,
) -> Result<(), Failure> {
    let (lang, Some(path)) = (console.lang, &args.script) else { return Ok(()) };
    let Some(dialect) = dialect(path) else {
        return Err(Failure::Usage(words::NotAScript { path: path.display() }.say(lang)));
    };
    let typed = console.context().command.without("--script").to_string();
    let recipe = recipe(typed).map_err(|why| {
        Failure::Usage(match why {
            NoScript::Separated => words::Separated.say(lang),
            NoScript::Unfinished => words::Unfinished.say(lang),
            NoScript::Missing => words::Missing.say(lang),
        })
    })?;
    let mut data_file = None;
    if recipe.needs_file() {
        let beside = data_beside(path);
        let name = beside.file_name().unwrap_or_default().to_string_lossy().into_owned();
        output::document(recipe.csv(), Some(&beside), console)?;
        console.note(&words::WrittenData { file: &name }.say(lang));
        data_file = Some(name);
    }
    output::document(script::script(&recipe, dialect, data_file.as_deref(), lang), Some(path), console)
}
