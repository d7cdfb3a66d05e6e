//! The figures on samples that the fits had not seen, in the folds of the program.

use super::folds::{HeldOut, NotHeldOut};
use super::part::Part;
use super::recipe::{Method, Recipe};
use crate::report::words::{Lang, Say, script as words};

/// What stands against computing them again.
fn against(recipe: &Recipe, is_r: bool) -> Option<NotHeldOut> {
    let has_categories = recipe.features.iter().any(|feature| feature.levels.is_some());
    let learned_anew = recipe.standardize || recipe.impute || !recipe.keeps_all();
    match &recipe.method {
        _ if matches!(recipe.held_out, HeldOut::TooMany) => Some(NotHeldOut::TooMany),
        Method::Logistic { l2, .. } if *l2 == 0.0 => Some(NotHeldOut::NoPenalty),
        Method::Logistic { classes, .. } if is_r && classes.len() > 2 => Some(NotHeldOut::Model),
        Method::Logistic { .. } if learned_anew => Some(NotHeldOut::Encoding),
        Method::Linear { l2 } if learned_anew || (*l2 == 0.0 && has_categories) => Some(NotHeldOut::Encoding),
        Method::Logistic { .. } | Method::Linear { .. } => None,
        _ => Some(NotHeldOut::Model),
    }
}

/// The part of a script about them, for Python, or for R with its code of Newton's method; `None`
/// where nothing was held out.
pub(super) fn part(recipe: &Recipe, newton_in_r: Option<&str>, lang: Lang) -> Option<Part> {
    if matches!(recipe.held_out, HeldOut::Untested) {
        return None;
    }
    if let Some(why) = against(recipe, newton_in_r.is_some()) {
        let why = match why {
            NotHeldOut::Model => words::NotOfThisModel.say(lang),
            NotHeldOut::Encoding => words::NotOfThisEncoding.say(lang),
            NotHeldOut::NoPenalty => words::NotWithoutPenalty.say(lang),
            NotHeldOut::TooMany => words::NotSoMany.say(lang),
        };
        return Some(Part::new([words::NoHeldOut { why }.say(lang)], String::new()));
    }
    let code = newton_in_r.map_or_else(|| python(recipe), |newton| r(recipe, newton));
    Some(Part::new([words::HeldOut.say(lang)], code))
}

fn python(recipe: &Recipe) -> String {
    let folds = match &recipe.held_out {
        HeldOut::Folds(all) => {
            let lines: String = all.iter().map(|marks| format!("    \"{marks}\",\n")).collect();
            format!("folds = [\n{lines}]\n")
        }
        _ => "folds = [range(len(X))]\n".to_owned(),
    };
    let (truth, shape, answer, measured, figures) = match &recipe.method {
        Method::Logistic { classes, threshold, .. } => (
            "np.array(y)".to_owned(),
            "(len(X), len(classes))",
            "predict_proba",
            format!(
                "    decided = {}\n    log_losses.append(-np.log(answers[np.arange(len(X)), truth]))\n    rights.append(decided == truth)\n",
                if classes.len() == 2 {
                    format!("answers[:, 1] >= {threshold}")
                } else {
                    "answers.argmax(axis=1)".to_owned()
                }
            ),
            "{\"log_loss\": np.mean(log_losses), \"accuracy\": np.mean(rights)}",
        ),
        _ => (
            format!("table[{}].to_numpy(float)", super::literal::text(recipe.target.as_deref().unwrap_or_default())),
            "len(X)",
            "predict",
            "    squares.append((answers - truth) ** 2)\n".to_owned(),
            "{\"rmse\": np.sqrt(np.mean(squares))}",
        ),
    };
    let empty =
        if matches!(recipe.method, Method::Linear { .. }) { "squares = []" } else { "log_losses, rights = [], []" };
    format!(
        "from sklearn.base import clone\n\n{folds}truth = {truth}\n{empty}\nfor division in folds:\n    part = np.array(list(division))\n    answers = np.zeros({shape})\n    for fold in np.unique(part):\n        test = part == fold\n        answers[test] = clone(model).fit(X[~test], truth[~test]).{answer}(X[test])\n{measured}held_out = {figures}\nprint(pd.DataFrame({{\"figure\": held_out.keys(), \"held_out\": held_out.values()}}).to_csv(index=False))\n"
    )
}

fn r(recipe: &Recipe, newton: &str) -> String {
    let parts = match &recipe.held_out {
        HeldOut::Folds(all) => {
            let lines: Vec<String> = all.iter().map(|marks| format!("  \"{marks}\"")).collect();
            format!("parts <- strsplit(c(\n{}\n), \"\")\n", lines.join(",\n"))
        }
        _ => "parts <- list(seq_len(nrow(X)))\n".to_owned(),
    };
    let (fit, truth, answer, figures, names) = match &recipe.method {
        Method::Logistic { threshold, .. } => {
            let newton: String = newton.lines().map(|line| format!("  {line}\n")).collect();
            (
                format!("fit_beta <- function(X, labels) {{\n{newton}  beta\n}}\n"),
                "labels",
                "plogis(cbind(1, X[test, , drop = FALSE]) %*% beta)",
                format!(
                    "c(mean(-log(ifelse(labels == 2, answers, 1 - answers))), mean((answers >= {threshold}) == (labels == 2)))"
                ),
                "c(\"log_loss\", \"accuracy\")",
            )
        }
        Method::Linear { l2 } if *l2 > 0.0 => (
            format!(
                "fit_beta <- function(X, y) {{\n  means <- colMeans(X)\n  centred <- sweep(X, 2, means)\n  w <- solve(crossprod(centred) + {l2} * diag(ncol(X)), crossprod(centred, y - mean(y)))\n  c(mean(y) - sum(means * w), w)\n}}\n"
            ),
            "y",
            "cbind(1, X[test, , drop = FALSE]) %*% beta",
            "mean((y - answers)^2)".to_owned(),
            "\"rmse\"",
        ),
        _ => (
            "fit_beta <- function(X, y) lm.fit(cbind(1, X), y)$coefficients\n".to_owned(),
            "y",
            "cbind(1, X[test, , drop = FALSE]) %*% beta",
            "mean((y - answers)^2)".to_owned(),
            "\"rmse\"",
        ),
    };
    let root = if matches!(recipe.method, Method::Linear { .. }) { "sqrt(mean(figures))" } else { "rowMeans(figures)" };
    format!(
        "{parts}{fit}figures <- sapply(parts, function(part) {{\n  answers <- numeric(nrow(X))\n  for (fold in unique(part)) {{\n    test <- part == fold\n    beta <- fit_beta(X[!test, , drop = FALSE], {truth}[!test])\n    answers[test] <- {answer}\n  }}\n  {figures}\n}})\nwrite.csv(data.frame(figure = {names}, held_out = {root}), row.names = FALSE)\ncat(\"\\n\")\n"
    )
}
