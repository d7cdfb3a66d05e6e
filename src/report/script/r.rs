//! The script in R, with nothing but what R itself has.

use super::answers::r::{FIT_MANY, FIT_TWO, answer_from, naive_bayes_tables};
use super::encoding::encoding_words;
use super::heading::heading;
use super::language::ScriptLanguage::R;
use super::literal::{numbers, text, texts};
use super::part::ScriptPart;
use super::recipe::{Method, Recipe};
use super::{below_fit, decisions, tree};
use crate::report::words::{Lang, Say, script as words};

/// What every sample is answered by what all samples taught.
const EVERYONE: &str = "everyone <- seq_len(nrow(data))\nprobabilities <- answer_from(everyone, labels, everyone)\n";

/// What is done, from reading the data to the predictions.
pub fn parts(recipe: &Recipe, data_file: Option<&str>, lang: Lang) -> Vec<ScriptPart> {
    let head = heading(recipe, words::NeedsR.say(lang), lang);
    let mut all = vec![ScriptPart::new(head, locale(recipe)), read(recipe, data_file, lang)];
    all.extend(fit(recipe, lang));
    below_fit::completed(all, recipe, R, lang)
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
            let mut grown = tree::r(recipe, classes, tree, lang);
            grown.push(decisions::part(recipe, R, lang));
            grown
        }
        Method::Linear { l2 } => linear(recipe, *l2, lang),
        Method::KMeans { centroids, has_silhouette } => k_means(centroids, *has_silhouette, lang),
    });
    all
}

/// Names that are not ASCII are read wrongly in a locale that is not UTF-8: R is to say so.
pub(super) fn locale(recipe: &Recipe) -> String {
    locale_of(&recipe.csv())
}

/// The same of these data.
pub(super) fn locale_of(csv: &str) -> String {
    if csv.is_ascii() {
        return String::new();
    }
    "if (!l10n_info()[[\"UTF-8\"]]) stop(\"this script needs a UTF-8 locale: try LC_ALL=C.UTF-8\")\n".to_owned()
}

pub(super) fn read(recipe: &Recipe, data_file: Option<&str>, lang: Lang) -> ScriptPart {
    let words = match data_file {
        Some(file) => words::DataFile { file }.say(lang),
        None => words::Data.say(lang),
    };
    ScriptPart::new([words], read_code(&recipe.csv(), data_file))
}

/// The data, from a file or from the script itself.
pub(super) fn read_code(csv: &str, data_file: Option<&str>) -> String {
    let source = match data_file {
        Some(file) => text(file),
        None => {
            let lines: Vec<String> =
                csv.trim_end_matches('\n').split('\n').map(|line| format!("  {}", text(line))).collect();
            format!("text = c(\n{}\n)", lines.join(",\n"))
        }
    };
    format!(
        "data <- read.csv({source}, colClasses = \"character\", check.names = FALSE, na.strings = character(0), encoding = \"UTF-8\")\n"
    )
}

pub(super) fn encode(recipe: &Recipe, lang: Lang) -> ScriptPart {
    let with_levels = recipe.features.iter().filter_map(|feature| Some((&feature.name, feature.levels.as_ref()?)));
    let levels: Vec<String> =
        with_levels.map(|(name, levels)| format!("  {} = c({})", text(name), texts(levels))).collect();
    let mut code = match levels.is_empty() {
        true => "levels_of <- list()\n".to_owned(),
        false => format!("levels_of <- list(\n{}\n)\n", levels.join(",\n")),
    };
    code += "one_column <- function(name, train) {\n  cells <- data[[name]]\n  if (name %in% names(levels_of)) {\n    own <- levels_of[[name]]\n";
    if recipe.impute {
        code += "    counts <- sapply(own, function(level) sum(cells[train] == level))\n    cells[cells == \"\"] <- own[which.max(counts)]\n";
    }
    code += &format!(
        "    return(outer(cells, own{}, \"==\") * 1)\n  }}\n  x <- as.numeric(cells)\n",
        if recipe.drop_first { "[-1]" } else { "" }
    );
    if recipe.standardize {
        code += "  x <- x - mean(x[train], na.rm = TRUE)\n  deviation <- sqrt(mean(x[train]^2, na.rm = TRUE))\n  if (deviation > 0) x <- x / deviation\n";
    }
    if recipe.impute {
        code += "  x[is.na(x)] <- mean(x[train], na.rm = TRUE)\n";
    }
    code += "  matrix(x)\n}\n";
    let features = texts(recipe.features.iter().map(|feature| &feature.name));
    code += &format!(
        "encode <- function(train) do.call(cbind, lapply(c({features}), one_column, train))\nX <- encode(seq_len(nrow(data)))\n"
    );
    if !recipe.keeps_all() {
        let kept: Vec<String> = recipe.kept.iter().map(|term| (term + 1).to_string()).collect();
        code += &format!("X <- X[, c({}), drop = FALSE]\n", kept.join(", "));
    }
    code += &format!("terms <- c({})\n", texts(recipe.kept_terms()));
    ScriptPart::new(encoding_words(recipe, lang), code)
}

const ESTIMATES: &str = "estimates <- data.frame(term = c(\"(Intercept)\", terms), estimate = beta)\n";

/// Where more is known of the estimates, they are printed with it.
const PRINTED_ESTIMATES: &str = "write.csv(estimates, row.names = FALSE)\ncat(\"\\n\")\n";

fn logistic(recipe: &Recipe, classes: &[String], l2: f64, lang: Lang) -> Vec<ScriptPart> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let mut code =
        format!("classes <- c({})\nlabels <- match(data[[{target}]], classes)\nl2 <- {l2}\n", texts(classes));
    let said = if classes.len() > 2 {
        code += FIT_MANY;
        code += "B <- fit_many(X, labels, l2)\nprobabilities <- softmax(cbind(1, X) %*% B)\n";
        // Without a penalty the first class is what the others are compared with.
        code += if l2 == 0.0 { "shown <- seq_along(classes)[-1]\n" } else { "shown <- seq_along(classes)\n" };
        code += "estimates <- data.frame(class = rep(classes[shown], each = nrow(B)), term = rep(c(\"(Intercept)\", terms), length(shown)), estimate = as.vector(B[, shown]))\n";
        let reference = if l2 == 0.0 { words::ReferenceClass.say(lang) } else { String::new() };
        vec![words::PenaltyNewton { l2 }.say(lang), reference]
    } else if l2 > 0.0 {
        code += FIT_TWO;
        code += "beta <- fit_two(X, labels, l2)\np <- as.vector(plogis(cbind(1, X) %*% beta))\nprobabilities <- cbind(1 - p, p)\n";
        code += ESTIMATES;
        vec![words::PenaltyNewton { l2 }.say(lang)]
    } else {
        if recipe.held_out.is_computed() {
            code += FIT_TWO;
        }
        code += "model <- glm(labels == 2 ~ X, family = binomial, control = glm.control(epsilon = 1e-14, maxit = 100))\nbeta <- unname(coef(model))\np <- unname(fitted(model))\nprobabilities <- cbind(1 - p, p)\n";
        code += ESTIMATES;
        vec![words::Glm.say(lang)]
    };
    if recipe.beside.inference.is_none() {
        code += PRINTED_ESTIMATES;
    }
    vec![ScriptPart::new(said, code), decisions::part(recipe, R, lang)]
}

fn linear(recipe: &Recipe, l2: f64, lang: Lang) -> Vec<ScriptPart> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let mut code = format!("y <- as.numeric(data[[{target}]])\n");
    let said = match l2 > 0.0 {
        true => {
            code += &format!(
                "means <- colMeans(X)\ncentred <- sweep(X, 2, means)\nw <- solve(crossprod(centred) + {l2} * diag(ncol(X)), crossprod(centred, y - mean(y)))\nbeta <- c(mean(y) - sum(means * w), w)\n"
            );
            words::PenaltySolve { l2 }.say(lang)
        }
        false => {
            code += "model <- lm(y ~ X)\nbeta <- unname(coef(model))\n";
            words::LeastSquares.say(lang)
        }
    };
    if recipe.beside.inference.is_none() {
        code += ESTIMATES;
        code += PRINTED_ESTIMATES;
    }
    let print = "write.csv(data.frame(predicted = as.vector(cbind(1, X) %*% beta)), row.names = FALSE)\n".to_owned();
    vec![ScriptPart::new([said], code), ScriptPart::new([words::InSample.say(lang)], print)]
}

fn neighbors(recipe: &Recipe, classes: &[String], k: usize, lang: Lang) -> Vec<ScriptPart> {
    let is_category = recipe.is_category("TRUE", "FALSE");
    let code = format!(
        "k <- {k}\nclasses <- c({})\nlabels <- match(data[[ncol(data)]], classes)\nis_category <- c({is_category})\n{}{EVERYONE}",
        texts(classes),
        answer_from(recipe)
    );
    vec![ScriptPart::new([words::Neighbors { k }.say(lang)], code), decisions::part(recipe, R, lang)]
}

fn naive_bayes(recipe: &Recipe, classes: &[String], alpha: f64, lang: Lang) -> Vec<ScriptPart> {
    let target = text(recipe.target.as_deref().unwrap_or_default());
    let code = format!(
        "classes <- c({})\nlabels <- match(data[[{target}]], classes)\n{}{EVERYONE}",
        texts(classes),
        answer_from(recipe)
    );
    let tables = ScriptPart::new([words::CountedTable.say(lang)], naive_bayes_tables(recipe));
    vec![ScriptPart::new([words::Counted { alpha }.say(lang)], code), tables, decisions::part(recipe, R, lang)]
}

fn k_means(centroids: &[Vec<f64>], has_silhouette: bool, lang: Lang) -> Vec<ScriptPart> {
    let rows: Vec<String> = centroids.iter().map(|row| format!("  c({})", numbers(row))).collect();
    let code = format!(
        "start <- rbind(\n{}\n)\nmodel <- kmeans(X, start, iter.max = 1000, algorithm = \"Lloyd\")\ncentroids <- data.frame(seq_len(nrow(start)), model$centers)\nnames(centroids) <- c(\"cluster\", terms)\nwrite.csv(centroids, row.names = FALSE)\ncat(\"\\n\")\nwrite.csv(data.frame(cluster = model$cluster), row.names = FALSE)\ncat(\"\\n\")\n",
        rows.join(",\n")
    );
    let again = "set.seed(0)\nfresh <- kmeans(X, nrow(start), nstart = 100, iter.max = 1000)\nwrite.csv(data.frame(inertia = c(model$tot.withinss, fresh$tot.withinss)), row.names = FALSE)\ncat(\"\\n\")\n".to_owned();
    let mut all = vec![
        ScriptPart::new([words::FromCentroids.say(lang)], code),
        ScriptPart::new([words::FreshStarts.say(lang)], again),
    ];
    if has_silhouette {
        all.push(ScriptPart::new([words::Silhouette.say(lang)], include_str!("silhouette.R").to_owned()));
    }
    all
}
