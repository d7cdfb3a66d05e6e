//! What the model was asked about, and its answers.

use super::asked_samples::Asked;
use super::decisions;
use super::language::ScriptLanguage;
use super::literal::{text, texts};
use super::part::ScriptPart;
use super::recipe::{Method, Recipe, ScriptFeature};
use crate::report::words::{Lang, Say, script as words};

/// The part with the answers; `None` where nothing was asked.
pub(super) fn part(recipe: &Recipe, language: ScriptLanguage, lang: Lang) -> Option<ScriptPart> {
    let (said, asked, shown) = match (recipe.beside.asked.as_ref()?, language) {
        (Asked::Samples(samples), ScriptLanguage::Python) => {
            (words::AskedSamples.say(lang), samples_in_python(recipe, samples), shown(recipe, language))
        }
        (Asked::Samples(samples), ScriptLanguage::R) => {
            (words::AskedSamples.say(lang), samples_in_r(recipe, samples), shown(recipe, language))
        }
        (Asked::Combinations, _) => {
            (words::AskedCombinations.say(lang), combinations(recipe, language), likeliest(recipe, language))
        }
    };
    Some(ScriptPart::new([said], asked + &answered(recipe, language) + &shown))
}

/// `asked`: a table like that of the samples, without the target.
fn samples_in_python(recipe: &Recipe, samples: &[Vec<Option<String>>]) -> String {
    let cell = |(feature, cell): (&ScriptFeature, &Option<String>)| match (cell, &feature.levels) {
        (Some(number), None) => number.clone(),
        (None, None) => "np.nan".to_owned(),
        (cell, Some(_)) => text(cell.as_deref().unwrap_or_default()),
    };
    let row = |sample: &Vec<Option<String>>| {
        let cells: Vec<String> = recipe.features.iter().zip(sample).map(cell).collect();
        format!("    [{}],\n", cells.join(", "))
    };
    let rows: String = samples.iter().map(row).collect();
    format!("asked = pd.DataFrame([\n{rows}], columns=[{}])\n", texts(names(recipe)))
}

/// The same; as in the table of the samples every cell is a text.
fn samples_in_r(recipe: &Recipe, samples: &[Vec<Option<String>>]) -> String {
    let column = |(at, name): (usize, &String)| {
        let cells = texts(samples.iter().map(|sample| sample[at].as_deref().unwrap_or_default()));
        format!("  {} = c({cells}),\n", text(name))
    };
    let columns: String = names(recipe).enumerate().map(column).collect();
    format!("asked <- data.frame(\n{columns}  check.names = FALSE\n)\n")
}

/// All combinations of values, the last feature changing fastest.
fn combinations(recipe: &Recipe, language: ScriptLanguage) -> String {
    let levels = recipe.features.iter().map(|feature| texts(feature.levels.iter().flatten()));
    match language {
        ScriptLanguage::Python => {
            let levels: Vec<String> = levels.map(|own| format!("[{own}]")).collect();
            let names = texts(names(recipe));
            format!(
                "asked = pd.MultiIndex.from_product([{}], names=[{names}]).to_frame(index=False)\n",
                levels.join(", ")
            )
        }
        ScriptLanguage::R => {
            let levels: Vec<String> =
                names(recipe).zip(levels).map(|(name, own)| format!("{} = c({own})", text(name))).collect();
            format!(
                "every <- list({})\nasked <- rev(expand.grid(rev(every), stringsAsFactors = FALSE))\n",
                levels.join(", ")
            )
        }
    }
}

fn names(recipe: &Recipe) -> impl Iterator<Item = &String> {
    recipe.features.iter().map(|feature| &feature.name)
}

/// `asked_probabilities`, or the numbers that are predicted.
fn answered(recipe: &Recipe, language: ScriptLanguage) -> String {
    let code = match recipe.method {
        Method::Knn { .. } => language.of(include_str!("knn.py"), include_str!("knn.R")),
        Method::Tree { .. } => language.of(include_str!("tree.py"), include_str!("tree.R")),
        Method::NaiveBayes { .. } => return naive_bayes(recipe, language),
        _ => return encoded(recipe, language) + by_matrix(recipe, language),
    };
    code.to_owned()
}

/// `Z`: the columns of the matrix.
fn encoded(recipe: &Recipe, language: ScriptLanguage) -> String {
    let from: usize = language.of(0, 1);
    let kept: Vec<String> = recipe.kept.iter().map(|term| (term + from).to_string()).collect();
    let kept = match (recipe.keeps_all(), language) {
        (true, _) => String::new(),
        (false, ScriptLanguage::Python) => format!("[:, [{}]]", kept.join(", ")),
        (false, ScriptLanguage::R) => format!("c({})", kept.join(", ")),
    };
    language.of("Z = encode.transform(asked)KEPT\n", include_str!("matrix.R")).replace("KEPT", &kept)
}

fn by_matrix(recipe: &Recipe, language: ScriptLanguage) -> &'static str {
    let in_r = match recipe.classes().len() {
        0 => include_str!("number.R"),
        2 => include_str!("two.R"),
        _ => include_str!("many.R"),
    };
    match recipe.method {
        Method::Linear { .. } => {
            language.of("print(pd.DataFrame({\"predicted\": model.predict(Z)}).to_csv(index=False))\n", in_r)
        }
        _ => language.of("asked_probabilities = model.predict_proba(Z)\n", in_r),
    }
}

fn naive_bayes(recipe: &Recipe, language: ScriptLanguage) -> String {
    let factors = match recipe.features.iter().any(|feature| feature.levels.is_none()) {
        true => language.of(include_str!("naive_bayes_numbers.py"), include_str!("naive_bayes_numbers.R")),
        false => language.of(include_str!("naive_bayes_words.py"), include_str!("naive_bayes_words.R")),
    };
    factors.to_owned() + language.of(include_str!("naive_bayes.py"), include_str!("naive_bayes.R"))
}

/// Prints the answers, and what each term adds where they are sums.
fn shown(recipe: &Recipe, language: ScriptLanguage) -> String {
    let is_many = recipe.classes().len() > 2;
    let shares = match is_many {
        true => language.of(include_str!("shares_many.py"), include_str!("shares_many.R")),
        false => language.of(include_str!("shares.py"), include_str!("shares.R")),
    };
    let print =
        language.of("print(answers.to_csv(index=False))\n", "write.csv(answers, row.names = FALSE)\ncat(\"\\n\")\n");
    let answers = || decisions::table(recipe, language, "answers", "asked_probabilities");
    match recipe.method {
        Method::Linear { .. } => shares.to_owned(),
        Method::Logistic { .. } => answers() + print + shares,
        Method::NaiveBayes { .. } => answers() + language.of(include_str!("factors.py"), include_str!("factors.R")),
        _ => answers() + print,
    }
}

/// Prints those that are likeliest to be of the second class.
fn likeliest(recipe: &Recipe, language: ScriptLanguage) -> String {
    let (target, class) = (recipe.target.as_deref().unwrap_or_default(), recipe.classes().last());
    let column = format!("P({target}={})", class.map_or("", String::as_str));
    language.of(include_str!("likeliest.py"), include_str!("likeliest.R")).replace("COLUMN", &text(&column))
}
