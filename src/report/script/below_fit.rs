//! What stands below a fit: how sure its estimates are, what it was asked, how good it is.

use super::language::ScriptLanguage;
use super::part::ScriptPart;
use super::recipe::Recipe;
use super::{asked, held_out, inference};
use crate::report::words::Lang;

/// The parts with those below the fit; each sample's answers, the last of them, stay last.
pub(super) fn completed(
    mut parts: Vec<ScriptPart>,
    recipe: &Recipe,
    language: ScriptLanguage,
    lang: Lang,
) -> Vec<ScriptPart> {
    let answers = parts.pop();
    parts.extend(inference::part(recipe, language, lang));
    parts.extend(asked::part(recipe, language, lang));
    parts.extend(held_out::parts(recipe, language, lang));
    parts.extend(answers);
    parts
}
