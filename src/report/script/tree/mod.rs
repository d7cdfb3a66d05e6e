//! A decision tree, grown again by the same rules, written out: no library of either language grows one with a branch
//! for each value of a category, or sends a missing value down all of them.

use super::grown_tree::GrownTree;
use super::literal::{text, texts};
use super::part::ScriptPart;
use super::recipe::Recipe;
use crate::model::tree::{Criterion, Prune};
use crate::report::words::{Lang, Say, script as words};

/// Pieces that begin with a line `#--- NAME`.
const PYTHON: &str = include_str!("tree.py");
const R: &str = include_str!("tree.R");

/// What is done in Python, from the table to the probabilities.
pub(super) fn python(recipe: &Recipe, classes: &[String], tree: &GrownTree, lang: Lang) -> Vec<ScriptPart> {
    let mut all = parts(PYTHON, python_settings(recipe, classes, tree), tree, lang);
    if tree.is_like_sklearn {
        let code = of(PYTHON, &["sklearn"]).replace("CRITERION", sklearn_criterion(tree.criterion));
        all.push(ScriptPart::new([words::LikeSklearn.say(lang)], code));
    }
    all
}

/// The functions alone.
pub(super) fn python_functions(recipe: &Recipe, classes: &[String], tree: &GrownTree, lang: Lang) -> Vec<ScriptPart> {
    functions(PYTHON, python_settings(recipe, classes, tree), tree, lang)
}

/// What is done in R.
pub(super) fn r(recipe: &Recipe, classes: &[String], tree: &GrownTree, lang: Lang) -> Vec<ScriptPart> {
    parts(R, r_settings(recipe, classes, tree), tree, lang)
}

/// The functions alone.
pub(super) fn r_functions(recipe: &Recipe, classes: &[String], tree: &GrownTree, lang: Lang) -> Vec<ScriptPart> {
    functions(R, r_settings(recipe, classes, tree), tree, lang)
}

fn python_settings(recipe: &Recipe, classes: &[String], tree: &GrownTree) -> String {
    let of_level = |name: String, levels: String| format!("    {name}: [{levels}],\n");
    let Settings { names, levels, classes, held, preferred, target } =
        Settings::of(recipe, classes, tree, &Dialect { of_level, between: "", first_row: 0, nothing: "None" });
    let GrownTree { criterion, max_depth, min_samples, .. } = tree;
    format!(
        "names = [{names}]\nlevels = {{\n{levels}}}\nclasses = [{classes}]\ncriterion, max_depth, min_samples = \"{criterion}\", {max_depth}, {min_samples}\npreferred = {preferred}\nheld = np.array([{held}], dtype=int)\n\ny = np.array([classes.index(name) for name in table[{target}]])\n\n",
    ) + include_str!("cells.py")
}

fn r_settings(recipe: &Recipe, classes: &[String], tree: &GrownTree) -> String {
    let of_level = |name: String, levels: String| format!("{name} = c({levels})");
    let Settings { names, levels, classes, held, preferred, target } =
        Settings::of(recipe, classes, tree, &Dialect { of_level, between: ", ", first_row: 1, nothing: "NULL" });
    let GrownTree { criterion, max_depth, min_samples, .. } = tree;
    format!(
        "features <- c({names})\nlevels_of <- list({levels})\nclasses <- c({classes})\ncriterion <- \"{criterion}\"\nmax_depth <- {max_depth}\nmin_samples <- {min_samples}\npreferred <- {preferred}\nheld <- c({held})\n\ny <- match(data[[{target}]], classes)\n",
    ) + include_str!("cells.R")
}

/// What the languages write differently.
struct Dialect {
    /// A feature's name and its levels.
    of_level: fn(String, String) -> String,
    between: &'static str,
    /// The number of the first row.
    first_row: usize,
    nothing: &'static str,
}

/// How the tree was grown, as literals.
struct Settings {
    names: String,
    levels: String,
    classes: String,
    held: String,
    preferred: String,
    target: String,
}

impl Settings {
    fn of(recipe: &Recipe, classes: &[String], tree: &GrownTree, dialect: &Dialect) -> Settings {
        let with_levels = recipe.features.iter().filter_map(|feature| Some((&feature.name, feature.levels.as_ref()?)));
        let levels: Vec<String> =
            with_levels.map(|(name, levels)| (dialect.of_level)(text(name), texts(levels))).collect();
        let held: Vec<String> = tree.held.iter().map(|row| (row + dialect.first_row).to_string()).collect();
        Settings {
            names: texts(recipe.features.iter().map(|feature| &feature.name)),
            levels: levels.join(dialect.between),
            classes: texts(classes),
            held: held.join(", "),
            preferred: tree.preferred.as_deref().map_or_else(|| dialect.nothing.to_owned(), text),
            target: text(recipe.target.as_deref().unwrap_or_default()),
        }
    }
}

fn parts(source: &str, settings: String, tree: &GrownTree, lang: Lang) -> Vec<ScriptPart> {
    let part = |said: String, pieces: &[&str]| ScriptPart::new([said], of(source, pieces));
    let mut all = functions(source, settings, tree, lang);
    all.push(part(words::TreeTrace.say(lang), &["grown", "trace"]));
    all.push(part(words::TreeRules.say(lang), &["rules"]));
    if !tree.held.is_empty() {
        all.push(part(words::TreeRight.say(lang), &["held"]));
    }
    all.push(part(String::new(), &["probabilities"]));
    all
}

/// The settings, and the functions that grow a tree and ask it.
fn functions(source: &str, settings: String, tree: &GrownTree, lang: Lang) -> Vec<ScriptPart> {
    let held = if tree.held.is_empty() { String::new() } else { words::TreeHeld.say(lang) };
    let part = |said: Vec<String>, pieces: &[&str]| ScriptPart::new(said, of(source, pieces));
    let (pieces, pruned): (&[&str], String) = match tree.prune {
        Prune::None => (&["grow", "end"], String::new()),
        Prune::Pre => (&["grow", "pre", "end"], words::TreePre.say(lang)),
        Prune::Post => (&["grow", "post", "end"], words::TreePost.say(lang)),
    };
    vec![
        ScriptPart::new([words::TreeSettings.say(lang), held], settings),
        part(vec![words::TreeImpurity.say(lang)], &["impurity"]),
        part(vec![words::TreeOffers.say(lang)], &["offers"]),
        part(vec![words::TreeChoice.say(lang)], &["choose"]),
        part(vec![words::TreeAnswer.say(lang)], &["answer"]),
        part(vec![words::TreeGrowth.say(lang), pruned], pieces),
    ]
}

/// The pieces with these names, in the order of the file.
fn of(source: &str, names: &[&str]) -> String {
    let pieces = source.split("#--- ").filter_map(|piece| piece.split_once('\n'));
    pieces.filter(|(name, _)| names.contains(name)).map(|(_, code)| code).collect()
}

fn sklearn_criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Gini => "\"gini\"",
        _ => "\"entropy\"",
    }
}
