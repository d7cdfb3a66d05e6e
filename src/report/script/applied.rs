//! A saved model applied to rows, as a script: what it has learned in figures, and the few lines that use them.

use super::decisions::reached;
use super::embedded;
use super::language::ScriptLanguage;
use super::literal::{numbers, text, texts};
use super::part::ScriptPart;
use crate::data::Encoder;
use crate::data::encode::ColumnEncoding;
use crate::model::knn::TIE;
use crate::model::naive_bayes::Likelihood;
use crate::model::{KMeans, Knn, Model, NaiveBayes, Tree};
use crate::report::export;
use crate::report::grid::{self, Grid};
use crate::report::words::{Lang, Say, script as words};
use crate::task::Predictor;
use std::fmt::Write;

/// What a saved tree does, in R.
const TREE: &str = include_str!("answers/applied_tree.R");

/// A saved model applied to rows: what a script repeats.
pub struct Applied {
    /// The command that did it.
    pub command: String,
    /// The model, in the names that the script is to have.
    pub predictor: Predictor,
    /// Its features, a line a row.
    pub rows: Grid,
}

impl Applied {
    /// Whether the rows are too many to stand in the script itself.
    pub(super) fn needs_file(&self) -> bool {
        embedded::needs_file(&self.rows)
    }

    /// The rows as CSV.
    pub(super) fn csv(&self) -> String {
        grid::csv(&self.rows)
    }
}

/// The parts of the script that applies the model, top to bottom.
pub(super) fn parts(
    applied: &Applied,
    language: ScriptLanguage,
    data_file: Option<&str>,
    lang: Lang,
) -> Vec<ScriptPart> {
    let title = words::Title { command: &applied.command }.say(lang);
    let said = match data_file {
        Some(file) => words::DataFile { file }.say(lang),
        None => words::Data.say(lang),
    };
    match language {
        ScriptLanguage::Python => {
            let source = match data_file {
                Some(file) => format!("open({}, encoding=\"utf-8\", newline=\"\")", text(file)),
                None => format!("io.StringIO(\"\"\"\\\n{}\"\"\")", in_quotes(&applied.csv())),
            };
            let (_, functions) = export::python_functions(&applied.predictor, lang);
            let print = "out = csv.DictWriter(sys.stdout, COLUMNS, lineterminator=\"\\n\")\nout.writeheader()\nout.writerows(predict(row) for row in table)\n";
            vec![
                ScriptPart::new(
                    [title, words::NeedsNothing.say(lang)],
                    "import csv\nimport io\nimport math\nimport sys\n".to_owned(),
                ),
                ScriptPart::new([said], format!("table = csv.DictReader({source})\n")),
                ScriptPart::new([words::Applied.say(lang)], functions),
                ScriptPart::new([words::EachRow.say(lang)], print.to_owned()),
            ]
        }
        ScriptLanguage::R => {
            let csv = applied.csv();
            let locale = super::r::locale_of(&csv);
            let read = super::r::read_code(&csv, data_file);
            let [learned, answer] = in_r(&applied.predictor);
            let print = print_in_r(&applied.predictor);
            vec![
                ScriptPart::new([title, words::NeedsR.say(lang)], locale),
                ScriptPart::new([said], read),
                ScriptPart::new([words::Applied.say(lang)], learned),
                ScriptPart::new([words::EachRow.say(lang)], answer + &print),
            ]
        }
    }
}

/// As a Python text between three quotation marks.
fn in_quotes(csv: &str) -> String {
    csv.replace('\\', "\\\\").replace("\"\"\"", "\"\"\\\"")
}

/// What the model has learned, and how it answers.
fn in_r(predictor: &Predictor) -> [String; 2] {
    let model = predictor.model();
    match model {
        Model::Logistic(own) => {
            let intercepts: Vec<f64> = own.outputs.iter().map(|output| output.intercept).collect();
            let weights: Vec<&[f64]> = own.outputs.iter().map(|output| output.coefficients.as_slice()).collect();
            let answer = match own.classes.len() {
                2 => "p <- as.vector(plogis(scores))\nprobabilities <- cbind(1 - p, p)\n".to_owned(),
                _ => softmax_of("scores"),
            };
            [encoded(&own.encoder) + &scores(&intercepts, &weights), answer]
        }
        Model::Linear(own) => [encoded(&own.encoder) + &scores(&[own.intercept], &[&own.coefficients]), String::new()],
        Model::NaiveBayes(own) => [naive_bayes(own), softmax_of("joint")],
        Model::Tree(own) => [tree(own), TREE.to_owned()],
        Model::Knn(own) => [encoded(&own.encoder) + &neighbours(own), include_str!("answers/applied_knn.R").to_owned()],
        Model::KMeans(own) => {
            [encoded(&own.encoder) + &centroids(own), include_str!("answers/applied_kmeans.R").to_owned()]
        }
    }
}

fn softmax_of(name: &str) -> String {
    format!(
        "probabilities <- exp({name} - apply({name}, 1, max))\nprobabilities <- probabilities / rowSums(probabilities)\n"
    )
}

/// `X`: the columns as the model learned to write them in numbers.
fn encoded(encoder: &Encoder) -> String {
    let mut code = String::from("X <- cbind(\n");
    let columns: Vec<String> = encoder
        .columns
        .iter()
        .map(|column| match &column.kind {
            ColumnEncoding::Numeric { center, scale, impute } => {
                let x = format!("as.numeric(data[[{}]])", text(&column.name));
                let x = impute.map_or(x.clone(), |fill| format!("{{ x <- {x}; ifelse(is.na(x), {fill}, x) }}"));
                match (*center, *scale) {
                    (0.0, 1.0) => format!("  {x}"),
                    (center, scale) => format!("  ({x} - {center}) / {scale}"),
                }
            }
            ColumnEncoding::Categorical { levels, impute } => {
                let cells = format!("data[[{}]]", text(&column.name));
                let cells = match impute {
                    Some(fill) => format!("{{ x <- {cells}; ifelse(x == \"\", {}, x) }}", text(fill)),
                    None => cells,
                };
                let (n_terms, _) = column.size(encoder.options.coding);
                format!("  outer({cells}, c({}), \"==\") * 1", texts(&levels[levels.len() - n_terms..]))
            }
        })
        .collect();
    code += &columns.join(",\n");
    code + "\n)\n"
}

/// `scores`: a column an output.
fn scores(intercepts: &[f64], weights: &[&[f64]]) -> String {
    let rows: Vec<String> = weights.iter().map(|row| format!("  c({})", numbers(row))).collect();
    format!(
        "intercepts <- c({})\nweights <- cbind(\n{}\n)\nscores <- sweep(X %*% weights, 2, intercepts, \"+\")\n",
        numbers(intercepts),
        rows.join(",\n")
    )
}

fn naive_bayes(model: &NaiveBayes) -> String {
    let mut code = format!(
        "joint <- matrix(log(c({})), nrow(data), {}, byrow = TRUE)\nadd <- function(logs) {{ logs[is.na(logs)] <- 0; joint <<- joint + logs }}  # a missing cell is summed over\n",
        numbers(&model.priors),
        model.classes.len()
    );
    for feature in &model.features {
        let name = text(&feature.name);
        match &feature.likelihood {
            Likelihood::Categorical(table) => {
                let classes: Vec<String> = table.probabilities.iter().map(|own| format!("  c({})", numbers(own))).collect();
                let levels = texts(&table.levels);
                writeln!(code, "shares <- cbind(\n{}\n)\nadd(log(shares)[match(data[[{name}]], c({levels})), , drop = FALSE])", classes.join(",\n"))
            }
            Likelihood::Gaussian { means, std_devs, .. } => writeln!(
                code,
                "means <- c({})\ndeviations <- c({})\nadd(sapply(seq_along(means), function(class) {{\n  x <- as.numeric(data[[{name}]])\n  if (deviations[class] > 0) dnorm(x, means[class], deviations[class], log = TRUE) else 0 * x\n}}))",
                numbers(means),
                numbers(std_devs)
            ),
        }
        .expect("a string takes everything");
    }
    code
}

fn tree(model: &Tree) -> String {
    let levels = model
        .features
        .iter()
        .filter_map(|feature| Some(format!("  {} = c({})", text(&feature.name), texts(feature.levels.as_ref()?))));
    let levels: Vec<String> = levels.collect();
    let node = |node: &crate::model::tree::Node| match &node.split {
        None => format!("  list(shares = c({}))", numbers(&node.shares)),
        Some(split) => {
            let feature = &model.features[split.feature].name;
            let children: Vec<f64> = split.children.iter().map(|child| child.node as f64 + 1.0).collect();
            let shares: Vec<f64> = split.children.iter().map(|child| child.share).collect();
            let threshold = split.threshold.map_or("NA".to_owned(), |threshold| threshold.to_string());
            format!(
                "  list(feature = {}, threshold = {threshold}, children = c({}), child_shares = c({}))",
                text(feature),
                numbers(&children),
                numbers(&shares)
            )
        }
    };
    let nodes: Vec<String> = model.nodes.iter().map(node).collect();
    format!(
        "levels_of <- list(\n{}\n)\nnodes <- list(\n{}\n)\nn_classes <- {}\n",
        levels.join(",\n"),
        nodes.join(",\n"),
        model.classes.len()
    )
}

fn neighbours(model: &Knn) -> String {
    let rows: Vec<String> = model.samples.iter().map(|row| format!("  c({})", numbers(row))).collect();
    let labels: Vec<f64> = model.labels.iter().map(|&label| label as f64 + 1.0).collect();
    let is_category = model.encoder.columns.iter().flat_map(|column| {
        let (n_terms, _) = column.size(model.encoder.options.coding);
        let is_category = if matches!(column.kind, ColumnEncoding::Categorical { .. }) { "TRUE" } else { "FALSE" };
        vec![is_category; n_terms]
    });
    format!(
        "samples <- rbind(\n{}\n)\nlabels <- c({})\nk <- {}\nn_classes <- {}\ntie <- {TIE}\nis_category <- c({})\n",
        rows.join(",\n"),
        numbers(&labels),
        model.k,
        model.classes.len(),
        is_category.collect::<Vec<_>>().join(", ")
    )
}

fn centroids(model: &KMeans) -> String {
    let rows: Vec<String> = model.centroids.iter().map(|row| format!("  c({})", numbers(row))).collect();
    format!("centroids <- rbind(\n{}\n)\n", rows.join(",\n"))
}

fn print_in_r(predictor: &Predictor) -> String {
    let columns = texts(predictor.column_names());
    let answers = match predictor.model() {
        Model::Linear(_) => "data.frame(as.vector(scores))".to_owned(),
        Model::KMeans(_) => "data.frame(cluster, distance)".to_owned(),
        model => {
            let classes = model.as_classifier().map(|own| own.classes().to_vec()).unwrap_or_default();
            let decided = match classes.len() {
                2 => format!("1 + (probabilities[, 2] >= {})", reached(predictor.threshold())),
                _ => "max.col(probabilities, ties.method = \"first\")".to_owned(),
            };
            format!("data.frame(c({})[{decided}], probabilities)", texts(&classes))
        }
    };
    format!("answers <- {answers}\nnames(answers) <- c({columns})\nwrite.csv(answers, row.names = FALSE)\n")
}
