//! The function in R. Samples and classes are numbered from 1.

use crate::report::script::literal::{text, texts};
use crate::report::script::recipe::{Method, Recipe};

/// Newton's method, as functions.
pub(in crate::report::script) const FIT_TWO: &str = include_str!("../newton.R");
/// The same for more classes.
pub(in crate::report::script) const FIT_MANY: &str = include_str!("../newton_many.R");

/// What the script has defined before is used: `data`, `encode` where there is a matrix, and the fits.
pub(in crate::report::script) fn answer_from(recipe: &Recipe) -> String {
    match &recipe.method {
        Method::Logistic { classes, .. } => logistic(classes.len() > 2),
        Method::Linear { l2 } => linear(*l2),
        Method::Knn { .. } => include_str!("knn.R").to_owned(),
        Method::NaiveBayes { alpha, .. } => naive_bayes(recipe, *alpha),
        Method::Tree { tree, .. } => tree_of(&tree.asides),
        Method::KMeans { .. } => String::new(),
    }
}

fn logistic(is_many: bool) -> String {
    let many = match is_many {
        true => {
            "  if (max(labels) > 2) return(softmax(cbind(1, X[test, , drop = FALSE]) %*% fit_many(X[train, , drop = FALSE], labels, l2)))\n"
        }
        false => "",
    };
    let fit = if is_many { FIT_TWO } else { "" };
    format!(
        "{fit}answer_from <- function(train, labels, test) {{\n  X <- encode(train)\n{many}  p <- plogis(as.vector(cbind(1, X[test, , drop = FALSE]) %*% fit_two(X[train, , drop = FALSE], labels, l2)))\n  cbind(1 - p, p)\n}}\n"
    )
}

fn linear(l2: f64) -> String {
    let fit = match l2 > 0.0 {
        true => format!(
            "  means <- colMeans(learned)\n  centred <- sweep(learned, 2, means)\n  w <- solve(crossprod(centred) + {l2} * diag(ncol(learned)), crossprod(centred, truth[train] - mean(truth[train])))\n  beta <- c(mean(truth[train]) - sum(means * w), w)\n"
        ),
        false => {
            "  beta <- lm.fit(cbind(1, learned), truth[train])$coefficients\n  beta[is.na(beta)] <- 0  # combinations of those before them\n".to_owned()
        }
    };
    format!(
        "answer_from <- function(train, test) {{\n  X <- encode(train)\n  learned <- X[train, , drop = FALSE]\n{fit}  as.vector(cbind(1, X[test, , drop = FALSE]) %*% beta)\n}}\n"
    )
}

fn naive_bayes(recipe: &Recipe, alpha: f64) -> String {
    let mut code = format!(
        "alpha <- {alpha}\nanswer_from <- function(train, labels, test) {{\n  n_classes <- max(labels)\n  prior <- (tabulate(labels, n_classes) + alpha) / (length(labels) + alpha * n_classes)\n  joint <- matrix(log(prior), length(test), n_classes, byrow = TRUE)\n"
    );
    for (name, levels) in recipe.features.iter().filter_map(|feature| Some((&feature.name, feature.levels.as_ref()?))) {
        code += &format!(
            "  cells <- factor(data[[{}]], c({}))\n  counts <- table(factor(labels, seq_len(n_classes)), cells[train]) + alpha\n  joint <- joint + t(log(counts / rowSums(counts)))[as.integer(cells[test]), , drop = FALSE]\n",
            text(name),
            texts(levels)
        );
    }
    for name in recipe.features.iter().filter(|feature| feature.levels.is_none()).map(|feature| &feature.name) {
        code += &format!(
            "  x <- as.numeric(data[[{}]])\n  for (class in seq_len(n_classes)) {{\n    own <- x[train][labels == class]\n    spread <- if (length(unique(own)) > 1) sd(own) else sd(x[train])\n    if (spread > 0) joint[, class] <- joint[, class] + dnorm(x[test], mean(own), spread, log = TRUE)\n  }}\n",
            text(name)
        );
    }
    code + "  answers <- exp(joint - apply(joint, 1, max))\n  matrix(answers / rowSums(answers), length(test))\n}\n"
}

/// What naive Bayes counted and smoothed, and the figures of its densities.
pub(in crate::report::script) fn naive_bayes_tables(recipe: &Recipe) -> String {
    let words_of = || recipe.features.iter().filter_map(|feature| Some((&feature.name, feature.levels.as_ref()?)));
    let numbers = texts(recipe.features.iter().filter(|feature| feature.levels.is_none()).map(|feature| &feature.name));
    let levels: Vec<String> =
        words_of().map(|(name, levels)| format!("{} = c({})", text(name), texts(levels))).collect();
    let mut code = format!(
        "n <- tabulate(labels, length(classes))\nlearned <- data.frame(feature = \"\", value = \"\", class = classes, counted = n, of = length(labels), smoothed = (n + alpha) / (length(labels) + alpha * length(classes)))\nlevels_of <- list({})\nfor (feature in names(levels_of)) for (value in levels_of[[feature]]) {{\n  counted <- tabulate(labels[data[[feature]] == value], length(classes))\n  smoothed <- (counted + alpha) / (n + alpha * length(levels_of[[feature]]))\n  learned <- rbind(learned, data.frame(feature, value, class = classes, counted, of = n, smoothed))\n}}\nwrite.csv(learned, row.names = FALSE)\ncat(\"\\n\")\n",
        levels.join(", ")
    );
    if !numbers.is_empty() {
        code += &format!(
            "densities <- do.call(rbind, lapply(c({numbers}), function(feature) {{\n  x <- as.numeric(data[[feature]])\n  own <- lapply(seq_along(classes), function(class) x[labels == class])\n  spread <- sapply(own, function(own) if (length(unique(own)) > 1) sd(own) else sd(x))\n  data.frame(feature, class = classes, mean = sapply(own, mean), \"standard deviation\" = spread, check.names = FALSE)\n}}))\nwrite.csv(densities, row.names = FALSE)\ncat(\"\\n\")\n"
        );
    }
    code
}

/// As in Python.
fn tree_of(asides: &[Vec<usize>]) -> String {
    if asides.is_empty() {
        return "held_of_all <- held\nanswer_from <- function(train, labels, test) {\n  grow_tree(train, labels, intersect(held_of_all, train))\n  answer(test)[test, , drop = FALSE]\n}\n".to_owned();
    }
    let list = |aside: &Vec<usize>| {
        let rows: Vec<String> = aside.iter().map(|sample| (sample + 1).to_string()).collect();
        format!("  c({})", rows.join(", "))
    };
    let lists: Vec<String> = asides.iter().map(list).collect();
    format!(
        "asides <- list(\n{}\n)\nanswer_from <- function(train, labels, test) {{\n  grow_tree(train, labels, asides[[1]])\n  asides <<- asides[-1]\n  answer(test)[test, , drop = FALSE]\n}}\n",
        lists.join(",\n")
    )
}
