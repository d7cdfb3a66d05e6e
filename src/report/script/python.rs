//! The script in Python, with scikit-learn.

use super::answers::python::{answer_from, naive_bayes_tables};
use super::encoding::encoding_words;
use super::heading::heading;
use super::imports::{imports, needed};
use super::language::ScriptLanguage::Python;
use super::literal::{numbers, text, texts};
use super::part::ScriptPart;
use super::recipe::{Method, Recipe};
use super::{below_fit, decisions, sklearn, tree};
use crate::report::words::{Lang, Say, script as words};

/// What is done, from reading the data to the predictions.
pub fn parts(recipe: &Recipe, data_file: Option<&str>, lang: Lang) -> Vec<ScriptPart> {
    let head = heading(recipe, needed([recipe], lang), lang);
    let mut all = vec![ScriptPart::new(head, imports([recipe])), read(recipe, data_file, lang)];
    all.extend(fit(recipe, lang));
    below_fit::completed(all, recipe, Python, lang)
}

/// The model of all samples, each sample's answers last.
fn fit(recipe: &Recipe, lang: Lang) -> Vec<ScriptPart> {
    let mut all = Vec::new();
    if recipe.has_matrix() {
        all.push(encode(recipe, lang));
    }
    all.extend(match &recipe.method {
        Method::Logistic { classes, l2, .. } => logistic(recipe, classes, *l2, lang),
        Method::NaiveBayes { classes, alpha, .. } => naive_bayes(recipe, classes, *alpha, lang),
        Method::Knn { classes, k, .. } => neighbors(recipe, classes, *k, lang),
        Method::Tree { classes, tree, .. } => {
            let mut grown = tree::python(recipe, classes, tree, lang);
            grown.push(decisions::part(recipe, Python, lang));
            grown
        }
        Method::Linear { l2 } => linear(recipe, *l2, lang),
        Method::KMeans { centroids, has_silhouette } => k_means(centroids, *has_silhouette, lang),
    });
    all
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

fn logistic(recipe: &Recipe, classes: &[String], l2: f64, lang: Lang) -> Vec<ScriptPart> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let (model, penalty) = sklearn::logistic(l2, lang);
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
        let others = if l2 == 0.0 { "[1:]" } else { "" };
        if l2 == 0.0 {
            said.push(words::ReferenceClass.say(lang));
            code += "coefficients = coefficients - coefficients[0]\n";
        }
        code += &format!(
            "estimates = pd.DataFrame([\n    {{\"class\": name, \"term\": term, \"estimate\": estimate}}\n    for name, row in zip(classes{others}, coefficients{others})\n    for term, estimate in zip([\"(Intercept)\", *terms], row)\n])\n"
        );
    }
    code += printed_estimates(recipe);
    code += "probabilities = model.predict_proba(X)\n";
    vec![ScriptPart::new(said, code), decisions::part(recipe, Python, lang)]
}

/// Where more is known of the estimates, they are printed with it.
fn printed_estimates(recipe: &Recipe) -> &'static str {
    if recipe.beside.inference.is_some() { "" } else { "print(estimates.to_csv(index=False))\n" }
}

fn linear(recipe: &Recipe, l2: f64, lang: Lang) -> Vec<ScriptPart> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let (model, said) = match l2 > 0.0 {
        true => (format!("Ridge(alpha={l2}, solver=\"cholesky\")"), words::PenaltyAlpha { l2 }.say(lang)),
        false => ("LinearRegression(tol=0)".to_owned(), words::LeastSquaresAll.say(lang)),
    };
    let code = format!(
        "model = {model}.fit(X, table[{target}].astype(float))\nestimates = pd.DataFrame({{\"term\": [\"(Intercept)\", *terms], \"estimate\": [model.intercept_, *model.coef_]}})\n{}",
        printed_estimates(recipe)
    );
    let print = "print(pd.DataFrame({\"predicted\": model.predict(X)}).to_csv(index=False))\n".to_owned();
    vec![ScriptPart::new([said], code), ScriptPart::new([words::InSample.say(lang)], print)]
}

const EVERYONE: &str = "everyone = np.arange(len(table))\nprobabilities = answer_from(everyone, y, everyone)\n";

fn neighbors(recipe: &Recipe, classes: &[String], k: usize, lang: Lang) -> Vec<ScriptPart> {
    let is_category = recipe.is_category("True", "False");
    let code = format!(
        "k, classes = {k}, [{}]\ny = np.array([classes.index(name) for name in table.iloc[:, -1]])\nis_category = np.array([{is_category}])\n\n{}\n{EVERYONE}",
        texts(classes),
        answer_from(recipe)
    );
    vec![ScriptPart::new([words::Neighbors { k }.say(lang)], code), decisions::part(recipe, Python, lang)]
}

fn naive_bayes(recipe: &Recipe, classes: &[String], alpha: f64, lang: Lang) -> Vec<ScriptPart> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let code = format!(
        "classes = [{}]\ny = np.array([classes.index(name) for name in table[{target}]])\n{}\n{EVERYONE}",
        texts(classes),
        answer_from(recipe)
    );
    let tables = ScriptPart::new([words::CountedTable.say(lang)], naive_bayes_tables(recipe, alpha));
    vec![ScriptPart::new([words::Counted { alpha }.say(lang)], code), tables, decisions::part(recipe, Python, lang)]
}

fn k_means(centroids: &[Vec<f64>], has_silhouette: bool, lang: Lang) -> Vec<ScriptPart> {
    let rows: String = centroids.iter().map(|row| format!("    [{}],\n", numbers(row))).collect();
    let code = format!(
        "start = np.array([\n{rows}])\nmodel = KMeans(n_clusters=len(start), init=start, n_init=1, tol=0, max_iter=1000).fit(X)\ncentroids = pd.DataFrame(model.cluster_centers_, columns=terms)\ncentroids.insert(0, \"cluster\", range(1, len(start) + 1))\nprint(centroids.to_csv(index=False))\nprint(pd.DataFrame({{\"cluster\": model.labels_ + 1}}).to_csv(index=False))\n"
    );
    let again = "fresh = KMeans(n_clusters=len(start), n_init=100, tol=0, max_iter=1000, random_state=0).fit(X)\nprint(pd.DataFrame({\"inertia\": [model.inertia_, fresh.inertia_]}).to_csv(index=False))\n".to_owned();
    let mut all = vec![
        ScriptPart::new([words::FromCentroids.say(lang)], code),
        ScriptPart::new([words::FreshStarts.say(lang)], again),
    ];
    if has_silhouette {
        let print = "print(pd.DataFrame({\"silhouette\": [silhouette_score(X, model.labels_)]}).to_csv(index=False))\n";
        all.push(ScriptPart::new([words::Silhouette.say(lang)], print.to_owned()));
    }
    all
}
