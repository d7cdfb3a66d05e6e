//! What a script in Python needs, and what it imports.

use super::recipe::{Method, Recipe};
use crate::report::words::{Lang, Say, script as words};

/// What must be installed.
pub(super) fn needed<'a>(recipes: impl IntoIterator<Item = &'a Recipe>, lang: Lang) -> String {
    let is_pandas = |recipe: &Recipe| matches!(&recipe.method, Method::Tree { tree, .. } if !tree.is_like_sklearn);
    let (mut is_pandas_alone, mut has_distributions) = (true, false);
    for recipe in recipes {
        is_pandas_alone &= is_pandas(recipe);
        has_distributions |= recipe.beside.needs_distributions();
    }
    match (is_pandas_alone, has_distributions) {
        (true, false) => words::NeedsPandas.say(lang),
        (true, true) => words::NeedsScipy.say(lang),
        (false, _) => words::NeedsPython.say(lang),
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
        Method::KMeans { has_silhouette: true, .. } => {
            "from sklearn.cluster import KMeans\nfrom sklearn.metrics import silhouette_score\n"
        }
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
    if recipe.beside.needs_distributions() {
        code += "from scipy import stats\n";
    }
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
