//! The function in Python.

use crate::report::script::literal::{text, texts};
use crate::report::script::recipe::{Method, Recipe};

/// Columns of a matrix that are no combination of others.
const INDEPENDENT: &str = include_str!("independent.py");

/// What the script has defined before is used: `table`, and `encode` where there is a matrix.
pub(in crate::report::script) fn answer_from(recipe: &Recipe) -> String {
    match &recipe.method {
        Method::Logistic { l2, .. } => of_matrix(*l2 == 0.0, "train, labels, test", "labels", "predict_proba"),
        Method::Linear { l2 } => of_matrix(*l2 == 0.0, "train, test", "truth[train]", "predict"),
        Method::Knn { .. } => include_str!("knn.py").to_owned(),
        Method::NaiveBayes { alpha, .. } => naive_bayes(recipe, *alpha),
        Method::Tree { tree, .. } => tree_of(&tree.asides),
        Method::KMeans { .. } => String::new(),
    }
}

/// Encoded by what the training samples say; without a penalty, columns that are combinations of others have no
/// estimate, and are left out.
fn of_matrix(is_free: bool, given: &str, target: &str, answer: &str) -> String {
    let (before, cut) = match is_free {
        true => (
            INDEPENDENT.to_owned() + "\n",
            "    kept = independent(learned)\n    learned, asked = learned[:, kept], asked[:, kept]\n",
        ),
        false => (String::new(), ""),
    };
    format!(
        "{before}def answer_from({given}):\n    own = clone(encode).fit(table.iloc[train])\n    learned, asked = own.transform(table.iloc[train]), own.transform(table.iloc[test])\n{cut}    return clone(model).fit(learned, {target}).{answer}(asked)\n"
    )
}

fn naive_bayes(recipe: &Recipe, alpha: f64) -> String {
    let words_of = || recipe.features.iter().filter_map(|feature| Some((&feature.name, feature.levels.as_ref()?)));
    let numbers_of = || recipe.features.iter().filter(|feature| feature.levels.is_none()).map(|feature| &feature.name);
    let mut code = String::new();
    if words_of().next().is_some() {
        let levels: Vec<String> = words_of().map(|(_, levels)| format!("[{}]", texts(levels))).collect();
        let names = texts(words_of().map(|(name, _)| name));
        code += &format!(
            "codes = OrdinalEncoder(categories=[{}], dtype=int).fit_transform(table[[{names}]])\n\n",
            levels.join(", ")
        );
    }
    code += &format!(
        "def answer_from(train, labels, test):\n    n_classes = labels.max() + 1\n    prior = (np.bincount(labels) + {alpha}) / (len(labels) + {alpha} * n_classes)\n"
    );
    if words_of().next().is_some() {
        let counts: Vec<String> = words_of().map(|(_, levels)| levels.len().to_string()).collect();
        code += &format!(
            "    counted = CategoricalNB(alpha={alpha}, class_prior=prior, min_categories=[{}]).fit(codes[train], labels)\n    joint = counted.predict_joint_log_proba(codes[test])\n",
            counts.join(", ")
        );
    } else {
        code += "    joint = np.tile(np.log(prior), (len(test), 1))\n";
    }
    if numbers_of().next().is_some() {
        code += &format!(
            "    for name in [{}]:\n        x = table[name].to_numpy(float)\n        for c in range(n_classes):\n            own = x[train][labels == c]\n            spread = own.std(ddof=1) if len(np.unique(own)) > 1 else x[train].std(ddof=1)\n            if spread > 0:\n                joint[:, c] += norm.logpdf(x[test], own.mean(), spread)\n",
            texts(numbers_of())
        );
    }
    code + "    return softmax(joint, axis=1)\n"
}

/// What naive Bayes counted and smoothed, and the figures of its densities.
pub(in crate::report::script) fn naive_bayes_tables(recipe: &Recipe, alpha: f64) -> String {
    let words_of = || recipe.features.iter().filter_map(|feature| Some((&feature.name, feature.levels.as_ref()?)));
    let numbers = texts(recipe.features.iter().filter(|feature| feature.levels.is_none()).map(|feature| &feature.name));
    let levels: Vec<String> = words_of().map(|(name, levels)| format!("{}: [{}]", text(name), texts(levels))).collect();
    let mut code = format!(
        "learned = [[\"\", \"\", name, (y == c).sum(), len(y), ((y == c).sum() + {alpha}) / (len(y) + {alpha} * len(classes))] for c, name in enumerate(classes)]\nfor feature, own in {{{}}}.items():\n    for value in own:\n        for c, name in enumerate(classes):\n            count, n = ((table[feature] == value) & (y == c)).sum(), (y == c).sum()\n            learned.append([feature, value, name, count, n, (count + {alpha}) / (n + {alpha} * len(own))])\ncolumns = [\"feature\", \"value\", \"class\", \"counted\", \"of\", \"smoothed\"]\nprint(pd.DataFrame(learned, columns=columns).to_csv(index=False))\n",
        levels.join(", ")
    );
    if !numbers.is_empty() {
        code += &format!(
            "densities = []\nfor feature in [{numbers}]:\n    x = table[feature].to_numpy(float)\n    for c, name in enumerate(classes):\n        own = x[y == c]\n        spread = own.std(ddof=1) if len(np.unique(own)) > 1 else x.std(ddof=1)\n        densities.append([feature, name, own.mean(), spread])\nprint(pd.DataFrame(densities, columns=[\"feature\", \"class\", \"mean\", \"standard deviation\"]).to_csv(index=False))\n"
        );
    }
    code
}

/// `asides`: of each fold in turn, the samples that its tree is pruned on; empty where they are the same
/// samples in every fold.
fn tree_of(asides: &[Vec<usize>]) -> String {
    if asides.is_empty() {
        return "held_of_all = held\n\ndef answer_from(train, labels, test):\n    grow_tree(train, labels, np.intersect1d(held_of_all, train))\n    return answer(test)[test]\n".to_owned();
    }
    let lists: String = asides
        .iter()
        .map(|aside| format!("    [{}],\n", aside.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")))
        .collect();
    format!(
        "asides = iter([\n{lists}])\n\ndef answer_from(train, labels, test):\n    grow_tree(train, labels, np.array(next(asides), dtype=int))\n    return answer(test)[test]\n"
    )
}
