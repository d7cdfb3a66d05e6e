//! The script in Python, with scikit-learn.

use super::answers::python::{answer_from, naive_bayes_tables};
use super::encoding::encoding_words;
use super::heading::heading;
use super::held_out::{self, ScriptLanguage};
use super::literal::{numbers, text, texts};
use super::part::ScriptPart;
use super::recipe::{Method, Recipe};
use super::tree;
use crate::report::words::{Lang, Say, script as words};

/// What is done, from reading the data to the predictions.
pub fn parts(recipe: &Recipe, data_file: Option<&str>, lang: Lang) -> Vec<ScriptPart> {
    let head = heading(recipe, needed([recipe], lang), lang);
    let mut all = vec![ScriptPart::new(head, imports([recipe])), read(recipe, data_file, lang)];
    all.extend(fit(recipe, lang));
    if let Some(part) = held_out::part(recipe, ScriptLanguage::Python, lang) {
        all.insert(all.len() - 1, part); // each sample's answers stay last
    }
    all
}

/// The model of all samples, each sample's answers last.
pub(super) fn fit(recipe: &Recipe, lang: Lang) -> Vec<ScriptPart> {
    let mut all = Vec::new();
    if recipe.has_matrix() {
        all.push(encode(recipe, lang));
    }
    all.extend(match &recipe.method {
        Method::Logistic { classes, l2, threshold } => logistic(recipe, classes, *l2, *threshold, lang),
        Method::NaiveBayes { classes, alpha, threshold } => naive_bayes(recipe, classes, *alpha, *threshold, lang),
        Method::Knn { classes, k, threshold } => neighbors(recipe, classes, *k, *threshold, lang),
        Method::Tree { classes, threshold, tree } => {
            let mut grown = tree::python(recipe, classes, tree, lang);
            grown.push(decisions(recipe, classes, *threshold, lang));
            grown
        }
        Method::Linear { l2 } => linear(recipe, *l2, lang),
        Method::KMeans { centroids } => k_means(centroids, lang),
    });
    all
}

/// What must be installed.
pub(super) fn needed<'a>(recipes: impl IntoIterator<Item = &'a Recipe>, lang: Lang) -> String {
    let is_pandas = |recipe: &Recipe| matches!(&recipe.method, Method::Tree { tree, .. } if !tree.is_like_sklearn);
    match recipes.into_iter().all(is_pandas) {
        true => words::NeedsPandas.say(lang),
        false => words::NeedsPython.say(lang),
    }
}

/// Each import once.
pub(super) fn imports<'a>(recipes: impl IntoIterator<Item = &'a Recipe>) -> String {
    let all: Vec<String> = recipes.into_iter().map(imports_of).collect();
    let mut lines: Vec<&str> = Vec::new();
    for line in all.iter().flat_map(|code| code.lines()) {
        if line.is_empty() || !lines.contains(&line) {
            lines.push(line);
        }
    }
    // The empty line stands behind the first import alone.
    let first = lines.iter().position(|line| line.is_empty()).unwrap_or(0);
    let rest = lines[first + 1..].iter().filter(|line| !line.is_empty());
    lines[..=first].iter().chain(rest).map(|line| format!("{line}\n")).collect()
}

fn imports_of(recipe: &Recipe) -> String {
    let own = match recipe.method {
        Method::Logistic { .. } => "from sklearn.linear_model import LogisticRegression\n",
        Method::NaiveBayes { .. } => {
            "from scipy.special import softmax\nfrom scipy.stats import norm\nfrom sklearn.naive_bayes import CategoricalNB\nfrom sklearn.preprocessing import OrdinalEncoder\n"
        }
        Method::Knn { .. } => "from scipy.spatial.distance import cdist\n",
        Method::Tree { ref tree, .. } if tree.is_like_sklearn => "from sklearn.tree import DecisionTreeClassifier\n",
        Method::Tree { .. } => "",
        Method::Linear { l2 } if l2 > 0.0 => "from sklearn.linear_model import Ridge\n",
        Method::Linear { .. } => "from sklearn.linear_model import LinearRegression\n",
        Method::KMeans { .. } => "from sklearn.cluster import KMeans\n",
    };
    let mut encoders = Vec::new();
    if recipe.features.iter().any(|feature| feature.levels.is_some()) && recipe.has_matrix() {
        encoders.push("OneHotEncoder");
    }
    if recipe.standardize && recipe.features.iter().any(|feature| feature.levels.is_none()) {
        encoders.push("StandardScaler");
    }
    let mut code = String::from("import io\n\nimport numpy as np\nimport pandas as pd\n");
    if recipe.has_matrix() && (recipe.held_out.is_computed() || matches!(recipe.method, Method::Knn { .. })) {
        code += "from sklearn.base import clone\n";
    }
    if recipe.has_matrix() {
        code += "from sklearn.compose import ColumnTransformer\n";
    }
    if recipe.impute {
        code += "from sklearn.impute import SimpleImputer\nfrom sklearn.pipeline import make_pipeline\n";
    }
    code += own;
    if !encoders.is_empty() {
        code += &format!("from sklearn.preprocessing import {}\n", encoders.join(", "));
    }
    code
}

pub(super) fn read(recipe: &Recipe, data_file: Option<&str>, lang: Lang) -> ScriptPart {
    let source = match data_file {
        Some(file) => text(file),
        None => {
            format!("io.StringIO(\"\"\"\\\n{}\"\"\")", recipe.csv().replace('\\', "\\\\").replace("\"\"\"", "\"\"\\\""))
        }
    };
    let numeric =
        recipe.features.iter().filter(|feature| feature.levels.is_none()).map(|feature| feature.name.as_str());
    let target = recipe.target.iter().map(String::as_str).filter(|_| matches!(recipe.method, Method::Linear { .. }));
    let numeric = texts(numeric.chain(target));
    let code = format!(
        "table = pd.read_csv({source}, dtype=object, keep_default_na=False)\nfor name in [{numeric}]:\n    table[name] = [float(cell) if cell else np.nan for cell in table[name]]\n"
    );
    let words = match data_file {
        Some(file) => words::DataFile { file }.say(lang),
        None => words::Data.say(lang),
    };
    ScriptPart::new([words], code)
}

pub(super) fn encode(recipe: &Recipe, lang: Lang) -> ScriptPart {
    let drop = if recipe.drop_first { ", drop=\"first\"" } else { "" };
    let one = |(at, feature): (usize, &super::recipe::ScriptFeature)| {
        let step = match &feature.levels {
            Some(levels) => {
                let encoder = format!("OneHotEncoder(categories=[[{}]]{drop}, sparse_output=False)", texts(levels));
                match recipe.impute {
                    true => format!(
                        "make_pipeline(SimpleImputer(missing_values=\"\", strategy=\"most_frequent\"), {encoder})"
                    ),
                    false => encoder,
                }
            }
            None => match (recipe.standardize, recipe.impute) {
                (true, true) => "make_pipeline(StandardScaler(), SimpleImputer())".to_owned(),
                (true, false) => "StandardScaler()".to_owned(),
                (false, true) => "SimpleImputer()".to_owned(),
                (false, false) => "\"passthrough\"".to_owned(),
            },
        };
        format!("    (\"column{}\", {step}, [{}]),\n", at + 1, text(&feature.name))
    };
    let steps: String = recipe.features.iter().enumerate().map(one).collect();
    let mut code = format!("encode = ColumnTransformer([\n{steps}])\nX = encode.fit_transform(table)\n");
    if !recipe.keeps_all() {
        let kept: Vec<String> = recipe.kept.iter().map(usize::to_string).collect();
        code += &format!("X = X[:, [{}]]\n", kept.join(", "));
    }
    code += &format!("terms = [{}]\n", texts(recipe.kept_terms()));
    ScriptPart::new(encoding_words(recipe, lang), code)
}

/// Each class's probability for each sample, and the class that is predicted.
fn decisions(recipe: &Recipe, classes: &[String], threshold: f64, lang: Lang) -> ScriptPart {
    let target = recipe.target.as_deref().unwrap_or_default();
    let columns = texts(classes.iter().map(|class| format!("P({target}={class})")));
    let decide = match classes {
        [negative, positive] => {
            format!("np.where(probabilities[:, 1] >= {threshold}, {}, {})", text(positive), text(negative))
        }
        _ => "np.array(classes)[probabilities.argmax(axis=1)]".to_owned(),
    };
    let code = format!(
        "predictions = pd.DataFrame(probabilities, columns=[{columns}])\npredictions[\"predicted\"] = {decide}\nprint(predictions.to_csv(index=False))\n"
    );
    ScriptPart::new([words::InSample.say(lang)], code)
}

/// The model before it is fitted, and its penalty in words.
pub(super) fn logistic_model(l2: f64, lang: Lang) -> (String, String) {
    let (c, penalty) = match l2 > 0.0 {
        true => (format!("1 / {l2}"), words::PenaltyC { l2 }.say(lang)),
        false => ("np.inf".to_owned(), words::NoPenaltyC.say(lang)),
    };
    (format!("LogisticRegression(C={c}, solver=\"newton-cholesky\", tol=1e-10, max_iter=10000)"), penalty)
}

fn logistic(recipe: &Recipe, classes: &[String], l2: f64, threshold: f64, lang: Lang) -> Vec<ScriptPart> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let (model, penalty) = logistic_model(l2, lang);
    let mut code = format!("classes = [{}]\n", texts(classes));
    code += &format!("y = [classes.index(name) for name in table[{target}]]\n");
    code += &format!("model = {model}.fit(X, y)\n");
    let mut said = vec![penalty];
    let estimates =
        "pd.DataFrame({\"term\": [\"(Intercept)\", *terms], \"estimate\": [model.intercept_[0], *model.coef_[0]]})";
    if classes.len() == 2 {
        code += &format!("estimates = {estimates}\n");
    } else {
        code += "coefficients = np.column_stack([model.intercept_, model.coef_])\n";
        if l2 == 0.0 {
            said.push(words::ReferenceClass.say(lang));
            code += "coefficients = coefficients - coefficients[0]\n";
        }
        code += "estimates = pd.DataFrame([\n    {\"class\": name, \"term\": term, \"estimate\": estimate}\n    for name, row in zip(classes, coefficients)\n    for term, estimate in zip([\"(Intercept)\", *terms], row)\n])\n";
    }
    code += "print(estimates.to_csv(index=False))\nprobabilities = model.predict_proba(X)\n";
    vec![ScriptPart::new(said, code), decisions(recipe, classes, threshold, lang)]
}

fn linear(recipe: &Recipe, l2: f64, lang: Lang) -> Vec<ScriptPart> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let (model, said) = match l2 > 0.0 {
        true => (format!("Ridge(alpha={l2}, solver=\"cholesky\")"), words::PenaltyAlpha { l2 }.say(lang)),
        false => ("LinearRegression()".to_owned(), words::LeastSquares.say(lang)),
    };
    let code = format!(
        "model = {model}.fit(X, table[{target}].astype(float))\nestimates = pd.DataFrame({{\"term\": [\"(Intercept)\", *terms], \"estimate\": [model.intercept_, *model.coef_]}})\nprint(estimates.to_csv(index=False))\n"
    );
    let print = "print(pd.DataFrame({\"predicted\": model.predict(X)}).to_csv(index=False))\n".to_owned();
    vec![ScriptPart::new([said], code), ScriptPart::new([words::InSample.say(lang)], print)]
}

const EVERYONE: &str = "everyone = np.arange(len(table))\nprobabilities = answer_from(everyone, y, everyone)\n";

fn neighbors(recipe: &Recipe, classes: &[String], k: usize, threshold: f64, lang: Lang) -> Vec<ScriptPart> {
    let is_category = recipe.is_category("True", "False");
    let code = format!(
        "k, classes = {k}, [{}]\ny = np.array([classes.index(name) for name in table.iloc[:, -1]])\nis_category = np.array([{is_category}])\n\n{}\n{EVERYONE}",
        texts(classes),
        answer_from(recipe)
    );
    vec![ScriptPart::new([words::Neighbors { k }.say(lang)], code), decisions(recipe, classes, threshold, lang)]
}

fn naive_bayes(recipe: &Recipe, classes: &[String], alpha: f64, threshold: f64, lang: Lang) -> Vec<ScriptPart> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let code = format!(
        "classes = [{}]\ny = np.array([classes.index(name) for name in table[{target}]])\n{}\n{EVERYONE}",
        texts(classes),
        answer_from(recipe)
    );
    let tables = ScriptPart::new([words::CountedTable.say(lang)], naive_bayes_tables(recipe, alpha));
    vec![
        ScriptPart::new([words::Counted { alpha }.say(lang)], code),
        tables,
        decisions(recipe, classes, threshold, lang),
    ]
}

fn k_means(centroids: &[Vec<f64>], lang: Lang) -> Vec<ScriptPart> {
    let rows: String = centroids.iter().map(|row| format!("    [{}],\n", numbers(row))).collect();
    let code = format!(
        "start = np.array([\n{rows}])\nmodel = KMeans(n_clusters=len(start), init=start, n_init=1, tol=0, max_iter=1000).fit(X)\ncentroids = pd.DataFrame(model.cluster_centers_, columns=terms)\ncentroids.insert(0, \"cluster\", range(1, len(start) + 1))\nprint(centroids.to_csv(index=False))\nprint(pd.DataFrame({{\"cluster\": model.labels_ + 1}}).to_csv(index=False))\n"
    );
    let again = "fresh = KMeans(n_clusters=len(start), n_init=100, tol=0, max_iter=1000, random_state=0).fit(X)\nprint(pd.DataFrame({\"inertia\": [model.inertia_, fresh.inertia_]}).to_csv(index=False))\n".to_owned();
    vec![
        ScriptPart::new([words::FromCentroids.say(lang)], code),
        ScriptPart::new([words::FreshStarts.say(lang)], again),
    ]
}
