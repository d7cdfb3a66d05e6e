//! Several models tested on the same samples, as a script: `compare` in the same folds, `curve` on the same splits.

use super::imports::{imports, needed};
use super::language::ScriptLanguage;
use super::literal::{text, texts};
use super::part::ScriptPart;
use super::recipe::{Method, NoScript, Recipe};
use super::{answers, figures, held_out, python, r, sklearn, tree};
use crate::report::words::{Lang, Say, script as words};

/// Samples of all splits, up to which these stand in the script itself.
const MOST_SPLIT_SAMPLES: usize = 20_000;

/// Several fits on the same samples, tested alike: what a script repeats.
pub struct Together {
    command: String,
    /// What each model is called, and how it is fitted.
    models: Vec<(String, Recipe)>,
    /// Models that no script can fit.
    left_out: Vec<String>,
    tested: Tested,
}

/// On which samples they are tested.
pub enum Tested {
    /// In the folds of the first recipe.
    Folds,
    /// On random splits that stand in the script or in a file.
    Splits(Splits),
}

/// Random splits: the first `n` of those that teach, for each size `n`.
pub struct Splits {
    /// How many teach, ascending.
    pub sizes: Vec<usize>,
    /// Of each split those that test, and those that teach in order; from 0.
    pub all: Vec<(Vec<usize>, Vec<usize>)>,
}

impl Together {
    /// Of these models; those without a recipe are named.
    ///
    /// # Errors
    /// If none has one.
    pub fn new(
        command: String,
        all: Vec<(String, Result<Recipe, NoScript>)>,
        tested: Tested,
    ) -> Result<Together, NoScript> {
        let (mut models, mut left_out) = (Vec::new(), Vec::new());
        for (name, recipe) in all {
            match recipe {
                Ok(recipe) if matches!(tested, Tested::Splits(_)) || recipe.held_out.is_computed() => {
                    models.push((name, recipe.alone()));
                }
                _ => left_out.push(name),
            }
        }
        if models.is_empty() {
            return Err(NoScript::NoneOfThese);
        }
        Ok(Together { command, models, left_out, tested })
    }

    /// The recipe whose table is that of all.
    pub(super) fn first(&self) -> &Recipe {
        &self.models[0].1
    }

    /// The splits as text, where there are too many to stand in the script itself.
    pub fn splits_beside(&self) -> Option<String> {
        match &self.tested {
            Tested::Splits(splits) if splits.n_samples() > MOST_SPLIT_SAMPLES => Some(splits.lines().join("\n") + "\n"),
            _ => None,
        }
    }

    fn recipes(&self) -> impl Iterator<Item = &Recipe> {
        self.models.iter().map(|(_, recipe)| recipe)
    }
}

impl Splits {
    fn n_samples(&self) -> usize {
        self.all.iter().map(|(test, train)| test.len() + train.len()).sum()
    }

    /// A line a split: those that test, a bar, those that teach.
    fn lines(&self) -> Vec<String> {
        let places = |all: &[usize]| all.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
        self.all.iter().map(|(test, train)| format!("{}|{}", places(test), places(train))).collect()
    }
}

/// The files beside a script, if it has any.
#[derive(Clone, Copy, Default)]
pub struct Beside<'a> {
    /// The data.
    pub data: Option<&'a str>,
    /// The splits.
    pub splits: Option<&'a str>,
}

/// The parts of the script that fits and tests them all, top to bottom.
pub(super) fn parts(together: &Together, language: ScriptLanguage, beside: Beside, lang: Lang) -> Vec<ScriptPart> {
    let first = together.first();
    let (needs, imported, read) = match language {
        ScriptLanguage::Python => {
            (needed(together.recipes(), lang), all_imports(together), python::read(first, beside.data, lang))
        }
        ScriptLanguage::R => (words::NeedsR.say(lang), r::locale(first), r::read(first, beside.data, lang)),
    };
    let (setup, measure, end) = match &together.tested {
        Tested::Folds => in_folds(first, language),
        Tested::Splits(splits) => on_splits(splits, language, beside.splits),
    };
    let said = match together.tested {
        Tested::Folds => words::TogetherFolds.say(lang),
        Tested::Splits(_) => words::TogetherSplits.say(lang),
    };
    let head = ScriptPart::new(heading(together, needs, lang), imported);
    let mut all = vec![head, read, ScriptPart::new([said], truth(first, language) + &setup)];
    for (name, recipe) in &together.models {
        let mut parts = definitions(recipe, language, lang);
        if let Some(first) = parts.first_mut() {
            first.words = format!("{name}\n{}", first.words).trim_end().to_owned();
        }
        if let Some(last) = parts.last_mut() {
            let k = if let Method::Knn { k, .. } = recipe.method { k } else { 1 };
            last.code += &measure.replace("NAME", &text(name)).replace("FEWEST", &k.to_string());
        }
        all.extend(parts);
    }
    all.push(ScriptPart::new([], end));
    all
}

/// The command, what is needed, and what of its figures and models the script leaves out.
fn heading(together: &Together, needs: String, lang: Lang) -> [String; 4] {
    let what = match together.tested {
        Tested::Folds => words::CompareRest.text(lang),
        Tested::Splits(_) => words::CurveRest.text(lang),
    };
    let left_out = match together.left_out.as_slice() {
        [] => String::new(),
        names => words::LeftOut { models: lang.list(names) }.say(lang),
    };
    [words::Title { command: &together.command }.say(lang), needs, words::NotComputed { what }.say(lang), left_out]
}

fn all_imports(together: &Together) -> String {
    let mut code = imports(together.recipes());
    let mut add = |is_needed: bool, line: &str| {
        if is_needed && !code.lines().any(|own| own == line) {
            code += &format!("{line}\n");
        }
    };
    add(together.recipes().any(Recipe::has_matrix), "from sklearn.base import clone");
    add(matches!(together.tested, Tested::Splits(_)), "from scipy.stats import t");
    code
}

/// The classes, and that of each sample.
fn truth(recipe: &Recipe, language: ScriptLanguage) -> String {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let classes = texts(recipe.classes());
    match language {
        ScriptLanguage::Python => {
            format!("classes = [{classes}]\ny = truth = np.array([classes.index(name) for name in table[{target}]])\n")
        }
        ScriptLanguage::R => format!("classes <- c({classes})\ntruth <- match(data[[{target}]], classes)\n"),
    }
}

/// What comes before the models, behind each, and behind all.
fn in_folds(first: &Recipe, language: ScriptLanguage) -> (String, String, String) {
    let setup = held_out::folds(&first.held_out, language) + &figures::frame(first, language);
    match language {
        ScriptLanguage::Python => (
            setup + "of_shares = held_out(shares_of)\nmeasured = [[\"shares\", of_shares[0], np.bincount(truth).max() / len(truth), of_shares[2]]]\n",
            "measured.append([NAME, *held_out(answers_of)])\n".to_owned(),
            "columns = [\"model\", \"log_loss\", \"accuracy\", \"brier\"]\nprint(pd.DataFrame(measured, columns=columns).to_csv(index=False))\n".to_owned(),
        ),
        ScriptLanguage::R => (
            setup + "of_shares <- held_out(shares_of)\nmeasured <- list(shares = c(of_shares[1], max(tabulate(truth)) / length(truth), of_shares[3]))\n",
            "measured[[NAME]] <- held_out(answers_of)\n".to_owned(),
            "measured <- do.call(rbind, measured)\ncolnames(measured) <- c(\"log_loss\", \"accuracy\", \"brier\")\nwrite.csv(data.frame(model = rownames(measured), measured), row.names = FALSE)\ncat(\"\\n\")\n".to_owned(),
        ),
    }
}

fn on_splits(splits: &Splits, language: ScriptLanguage, file: Option<&str>) -> (String, String, String) {
    let sizes = splits.sizes.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    let embedded = |open: &str, close: &str| {
        let lines: Vec<String> = splits.lines().iter().map(|line| format!("  {}", text(line))).collect();
        format!("{open}\n{}\n{close}", lines.join(",\n"))
    };
    match language {
        ScriptLanguage::Python => {
            let lines = match file {
                Some(file) => format!("open({}).read().split(\"\\n\")[:-1]", text(file)),
                None => embedded("[", "]"),
            };
            (
                format!("sizes = [{sizes}]\nlines = {lines}\n") + include_str!("answers/splits.py"),
                "measured += errors_of(NAME, FEWEST)\n".to_owned(),
                "columns = [\"model\", \"size\", \"error\", \"low\", \"high\"]\nprint(pd.DataFrame(measured, columns=columns).to_csv(index=False))\n".to_owned(),
            )
        }
        ScriptLanguage::R => {
            let lines = match file {
                Some(file) => format!("readLines({})", text(file)),
                None => embedded("c(", ")"),
            };
            (
                format!("sizes <- c({sizes})\nlines <- {lines}\n") + include_str!("answers/splits.R"),
                "measured <- rbind(measured, errors_of(NAME, FEWEST))\n".to_owned(),
                "write.csv(measured, row.names = FALSE)\ncat(\"\\n\")\n".to_owned(),
            )
        }
    }
}

/// `answer_from` of a model, and what it needs; nothing is printed.
fn definitions(recipe: &Recipe, language: ScriptLanguage, lang: Lang) -> Vec<ScriptPart> {
    let mut all = Vec::new();
    if recipe.has_matrix() {
        all.push(match language {
            ScriptLanguage::Python => python::encode(recipe, lang),
            ScriptLanguage::R => r::encode(recipe, lang),
        });
    }
    let function = match language {
        ScriptLanguage::Python => answers::python::answer_from(recipe),
        ScriptLanguage::R => answers::r::answer_from(recipe),
    };
    let is_python = language == ScriptLanguage::Python;
    let (said, before): (String, String) = match &recipe.method {
        Method::Logistic { l2, .. } if is_python => {
            let (model, said) = sklearn::logistic(*l2, lang);
            (said, format!("model = {model}\n\n"))
        }
        Method::Logistic { classes, l2, .. } => {
            let fit = if classes.len() > 2 { answers::r::FIT_MANY } else { answers::r::FIT_TWO };
            (words::PenaltyNewton { l2 }.say(lang), format!("l2 <- {l2}\n{fit}"))
        }
        Method::Knn { k, .. } => {
            let code = match is_python {
                true => format!("k, is_category = {k}, np.array([{}])\n\n", recipe.is_category("True", "False")),
                false => format!("k <- {k}\nis_category <- c({})\n", recipe.is_category("TRUE", "FALSE")),
            };
            (words::Neighbors { k }.say(lang), code)
        }
        Method::NaiveBayes { alpha, .. } => (words::Counted { alpha }.say(lang), String::new()),
        Method::Tree { classes, tree, .. } => {
            all.extend(match is_python {
                true => tree::python_functions(recipe, classes, tree, lang),
                false => tree::r_functions(recipe, classes, tree, lang),
            });
            (String::new(), String::new())
        }
        Method::Linear { .. } | Method::KMeans { .. } => (String::new(), String::new()),
    };
    all.push(ScriptPart::new([said], before + &function + if is_python { "\n" } else { "" }));
    all
}
