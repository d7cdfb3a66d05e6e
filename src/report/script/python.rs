//! The script in Python, with scikit-learn.

use super::encoding::encoding_words;
use super::held_out;
use super::literal::{numbers, text, texts};
use super::part::Part;
use super::recipe::{Method, Recipe};
use super::tree;
use crate::report::words::{Lang, Say, script as words};

/// What is done, from reading the data to the predictions.
pub fn parts(recipe: &Recipe, data_file: Option<&str>, lang: Lang) -> Vec<Part> {
    let needed = match &recipe.method {
        Method::Tree { tree, .. } if !tree.is_like_sklearn => words::NeedsPandas.say(lang),
        _ => words::NeedsPython.say(lang),
    };
    let head = [words::Title { command: &recipe.command }.say(lang), needed];
    let mut all = vec![Part::new(head, imports(recipe)), read(recipe, data_file, lang)];
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
    if let Some(part) = held_out::part(recipe, None, lang) {
        all.insert(all.len() - 1, part); // each sample's answers stay last
    }
    all
}

fn imports(recipe: &Recipe) -> String {
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

fn read(recipe: &Recipe, data_file: Option<&str>, lang: Lang) -> Part {
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
    Part::new([words], code)
}

fn encode(recipe: &Recipe, lang: Lang) -> Part {
    let drop = if recipe.drop_first { ", drop=\"first\"" } else { "" };
    let one = |(at, feature): (usize, &super::recipe::Feature)| {
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
    Part::new(encoding_words(recipe, lang), code)
}

/// Each class's probability for each sample, and the class that is predicted.
fn decisions(recipe: &Recipe, classes: &[String], threshold: f64, lang: Lang) -> Part {
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
    Part::new([words::InSample.say(lang)], code)
}

fn logistic(recipe: &Recipe, classes: &[String], l2: f64, threshold: f64, lang: Lang) -> Vec<Part> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let (c, penalty) = match l2 > 0.0 {
        true => (format!("1 / {l2}"), words::PenaltyC { l2 }.say(lang)),
        false => ("np.inf".to_owned(), words::NoPenaltyC.say(lang)),
    };
    let mut code = format!("classes = [{}]\n", texts(classes));
    code += &format!("y = [classes.index(name) for name in table[{target}]]\n");
    code += &format!(
        "model = LogisticRegression(C={c}, solver=\"newton-cholesky\", tol=1e-10, max_iter=10000).fit(X, y)\n"
    );
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
    vec![Part::new(said, code), decisions(recipe, classes, threshold, lang)]
}

fn linear(recipe: &Recipe, l2: f64, lang: Lang) -> Vec<Part> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let (model, said) = match l2 > 0.0 {
        true => (format!("Ridge(alpha={l2}, solver=\"cholesky\")"), words::PenaltyAlpha { l2 }.say(lang)),
        false => ("LinearRegression()".to_owned(), words::LeastSquares.say(lang)),
    };
    let code = format!(
        "model = {model}.fit(X, table[{target}].astype(float))\nestimates = pd.DataFrame({{\"term\": [\"(Intercept)\", *terms], \"estimate\": [model.intercept_, *model.coef_]}})\nprint(estimates.to_csv(index=False))\n"
    );
    let print = "print(pd.DataFrame({\"predicted\": model.predict(X)}).to_csv(index=False))\n".to_owned();
    vec![Part::new([said], code), Part::new([words::InSample.say(lang)], print)]
}

fn neighbors(recipe: &Recipe, classes: &[String], k: usize, threshold: f64, lang: Lang) -> Vec<Part> {
    let is_category = recipe.is_category("True", "False");
    let code = format!(
        "k, classes = {k}, [{}]\nlabels = np.array([classes.index(name) for name in table.iloc[:, -1]])\nis_category = np.array([{is_category}])\nscaled = np.where(is_category, X / np.sqrt(2), X)\nprobabilities = np.zeros((len(X), len(classes)))\nfor row, distances in enumerate(cdist(scaled, scaled)):\n    last = np.sort(distances)[k - 1]\n    near = distances < last * (1 - 1e-9)\n    tied = ~near & (distances <= last * (1 + 1e-9))\n    votes = near + tied * (k - near.sum()) / tied.sum()\n    probabilities[row] = np.bincount(labels, votes, len(classes)) / k\n",
        texts(classes)
    );
    vec![Part::new([words::Neighbors { k }.say(lang)], code), decisions(recipe, classes, threshold, lang)]
}

fn naive_bayes(recipe: &Recipe, classes: &[String], alpha: f64, threshold: f64, lang: Lang) -> Vec<Part> {
    let words_of = || recipe.features.iter().filter_map(|feature| Some((&feature.name, feature.levels.as_ref()?)));
    let numbers_of = || recipe.features.iter().filter(|feature| feature.levels.is_none()).map(|feature| &feature.name);
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let mut code =
        format!("classes = [{}]\ny = np.array([classes.index(name) for name in table[{target}]])\n", texts(classes));
    code += &format!("prior = (np.bincount(y) + {alpha}) / (len(y) + {alpha} * len(classes))\n");
    if words_of().next().is_some() {
        let levels: Vec<String> = words_of().map(|(_, levels)| format!("[{}]", texts(levels))).collect();
        code += &format!(
            "codes = OrdinalEncoder(categories=[{}]).fit_transform(table[[{}]])\n",
            levels.join(", "),
            texts(words_of().map(|(name, _)| name))
        );
        let counts: Vec<String> = words_of().map(|(_, levels)| levels.len().to_string()).collect();
        code += &format!(
            "counted = CategoricalNB(alpha={alpha}, class_prior=prior, min_categories=[{}]).fit(codes, y)\n",
            counts.join(", ")
        );
        code += "joint = counted.predict_joint_log_proba(codes)\n";
    } else {
        code += "joint = np.tile(np.log(prior), (len(y), 1))\n";
    }
    if numbers_of().next().is_some() {
        code += &format!(
            "for name in [{}]:\n    x = table[name].to_numpy(float)\n    for c in range(len(classes)):\n        own = x[y == c]\n        spread = own.std(ddof=1) if len(np.unique(own)) > 1 else x.std(ddof=1)\n        if spread > 0:\n            joint[:, c] += norm.logpdf(x, own.mean(), spread)\n",
            texts(numbers_of())
        );
    }
    code += "probabilities = softmax(joint, axis=1)\n";
    vec![Part::new([words::Counted { alpha }.say(lang)], code), decisions(recipe, classes, threshold, lang)]
}

fn k_means(centroids: &[Vec<f64>], lang: Lang) -> Vec<Part> {
    let rows: String = centroids.iter().map(|row| format!("    [{}],\n", numbers(row))).collect();
    let code = format!(
        "start = np.array([\n{rows}])\nmodel = KMeans(n_clusters=len(start), init=start, n_init=1, tol=0, max_iter=1000).fit(X)\ncentroids = pd.DataFrame(model.cluster_centers_, columns=terms)\ncentroids.insert(0, \"cluster\", range(1, len(start) + 1))\nprint(centroids.to_csv(index=False))\nprint(pd.DataFrame({{\"cluster\": model.labels_ + 1}}).to_csv(index=False))\n"
    );
    let again = "fresh = KMeans(n_clusters=len(start), n_init=100, tol=0, max_iter=1000, random_state=0).fit(X)\nprint(pd.DataFrame({\"inertia\": [model.inertia_, fresh.inertia_]}).to_csv(index=False))\n".to_owned();
    vec![Part::new([words::FromCentroids.say(lang)], code), Part::new([words::FreshStarts.say(lang)], again)]
}
