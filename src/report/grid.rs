//! The table at the heart of each result, as rows of cells: what CSV and Markdown write.
//!
//! | command    | its table                                                            |
//! |------------|----------------------------------------------------------------------|
//! | `classify` | the coefficients; with `--melon` the predictions                       |
//! | `regress`  | the coefficients; with `--melon` the predictions                       |
//! | `curve`    | one line a model and size                                              |
//! | `scale`    | one line a size and task                                               |
//! | `cluster`  | sizes and centroids; with `--k-range` one line a `k`                   |
//! | `pretrain`, `finetune` | the losses, one line an evaluation                         |
//! | `compare`  | one line a model, in Markdown one column                             |
//!
//! Names are the data's own and numbers have full precision.

mod compare;

pub use compare::comparison;

use crate::data::builtin::{self, Source};
use crate::data::{Column, Table};
use crate::task::classify::{ClassPrediction, Classification};
use crate::task::cluster::Clustering;
use crate::task::curve::Curve;
use crate::task::generate::Generation;
use crate::task::ladder::{Ladder, Rung};
use crate::task::regress::{NumberPrediction, Regression};
use crate::task::scale::{Scale, TaskScores};
use crate::task::score::{Score, ScoredToken};
use std::collections::BTreeMap;

/// Named columns of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// One name a column.
    pub header: Vec<String>,
    /// One cell a column; empty where a figure is not defined.
    pub rows: Vec<Vec<String>>,
}

impl Grid {
    fn new<S: Into<String>>(header: impl IntoIterator<Item = S>) -> Grid {
        Grid { header: header.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// Rows for columns and columns for rows.
    pub fn transposed(&self) -> Grid {
        let (head, names) = self.header.split_first().map_or((String::new(), &[][..]), |(h, rest)| (h.clone(), rest));
        let header = std::iter::once(head).chain(self.rows.iter().map(|row| row[0].clone())).collect();
        let line = |(at, name): (usize, &String)| {
            std::iter::once(name.clone()).chain(self.rows.iter().map(|row| row[at + 1].clone())).collect()
        };
        Grid { header, rows: names.iter().enumerate().map(line).collect() }
    }

    /// One map a row, for JSON: numbers as numbers, empty cells as null.
    pub fn records(&self) -> Vec<serde_json::Map<String, serde_json::Value>> {
        let value = |cell: &String| match cell.parse::<f64>().ok().and_then(serde_json::Number::from_f64) {
            _ if cell.is_empty() => serde_json::Value::Null,
            Some(_) => serde_json::from_str(cell).unwrap_or_else(|_| cell.clone().into()),
            None => cell.clone().into(),
        };
        let record = |row: &Vec<String>| self.header.iter().cloned().zip(row.iter().map(value)).collect();
        self.rows.iter().map(record).collect()
    }
}

/// The shortest text that reads back as the same number; empty for none.
fn number(value: impl Into<Option<f64>>) -> String {
    value.into().map_or(String::new(), |v: f64| v.to_string())
}

fn bounds(interval: Option<[f64; 2]>) -> [String; 2] {
    interval.map_or([String::new(), String::new()], |ends| ends.map(number))
}

/// The table of a classification.
pub fn classification(result: &Classification) -> Grid {
    if !result.predictions.is_empty() {
        return class_predictions(result);
    }
    let head = ["class", "term", "estimate", "std_error", "z", "p_value", "low", "high", "odds_ratio"];
    let by_class = result.data.classes.len() > 2;
    let from = if by_class { 0 } else { 1 };
    let mut grid = Grid::new(head.into_iter().skip(from));
    for c in &result.coefficients {
        let [low, high] = bounds(c.interval);
        let estimate = number(c.estimate);
        let class = c.class.clone().unwrap_or_default();
        let cells = [
            class,
            c.term.clone(),
            estimate,
            number(c.std_error),
            number(c.z),
            number(c.p_value),
            low,
            high,
            number(c.odds_ratio),
        ];
        grid.rows.push(cells.into_iter().skip(from).collect());
    }
    grid
}

fn input_cells(features: &[String], input: &BTreeMap<String, String>) -> Vec<String> {
    features.iter().map(|name| input.get(name).cloned().unwrap_or_default()).collect()
}

fn class_predictions(result: &Classification) -> Grid {
    let classes = &result.data.classes;
    let probabilities = classes.iter().map(|class| format!("P({class})"));
    let mut grid = Grid::new(
        result.data.features.iter().cloned().chain(probabilities).chain(std::iter::once("predicted".to_owned())),
    );
    let row = |p: &ClassPrediction| {
        let mut cells = input_cells(&result.data.features, &p.input);
        cells.extend(classes.iter().map(|class| number(p.probabilities.get(class).copied())));
        cells.push(p.predicted.clone());
        cells
    };
    grid.rows = result.predictions.iter().map(row).collect();
    grid
}

/// The table of a regression.
pub fn regression(result: &Regression) -> Grid {
    if !result.predictions.is_empty() {
        let mut grid = Grid::new(result.data.features.iter().cloned().chain(std::iter::once("predicted".to_owned())));
        let row = |p: &NumberPrediction| {
            let mut cells = input_cells(&result.data.features, &p.input);
            cells.push(number(p.predicted));
            cells
        };
        grid.rows = result.predictions.iter().map(row).collect();
        return grid;
    }
    let mut grid = Grid::new(["term", "estimate", "std_error", "t", "p_value", "low", "high"]);
    for c in &result.coefficients {
        let [low, high] = bounds(c.interval);
        let figures = [c.estimate, c.std_error, c.t, c.p_value].map(number);
        grid.rows.push(std::iter::once(c.term.clone()).chain(figures).chain([low, high]).collect());
    }
    grid
}

/// The losses of a training run.
pub fn losses(history: &[crate::train::Evaluation]) -> Grid {
    let mut grid = Grid::new(["step", "train_loss_nats", "val_loss_nats"]);
    for evaluation in history {
        let losses = [evaluation.train_loss_nats, evaluation.val_loss_nats].map(number);
        grid.rows.push(std::iter::once(evaluation.step.to_string()).chain(losses).collect());
    }
    grid
}

/// The table of a clustering.
pub fn clustering(result: &Clustering) -> Grid {
    if !result.range.is_empty() {
        let mut grid = Grid::new(["k", "inertia", "silhouette"]);
        let row = |e: &crate::task::cluster::RangeEntry| vec![e.k.to_string(), number(e.inertia), number(e.silhouette)];
        grid.rows = result.range.iter().map(row).collect();
        return grid;
    }
    let mut grid = Grid::new(["cluster", "size"].map(str::to_owned).into_iter().chain(result.terms.iter().cloned()));
    for (cluster, (size, centroid)) in result.sizes.iter().zip(&result.centroids).enumerate() {
        let head = [(cluster + 1).to_string(), size.to_string()];
        grid.rows.push(head.into_iter().chain(centroid.iter().map(|&value| number(value))).collect());
    }
    grid
}

/// The points of learning curves.
pub fn curve(result: &Curve) -> Grid {
    let head = ["model", "n_train", "error", "low", "high", "n_test", "n_splits", "n_guessed", "n_separated"];
    let mut grid = Grid::new(head);
    for curve in &result.curves {
        for p in &curve.points {
            let [low, high] = p.interval;
            let counts = [result.n_test, result.options.n_splits, p.n_guessed, p.n_separated].map(|n| n.to_string());
            let cells = [curve.model.to_string(), p.size.to_string(), number(p.error), number(low), number(high)];
            grid.rows.push(cells.into_iter().chain(counts).collect());
        }
    }
    grid
}

/// The scores of every size and task.
pub fn scale(result: &Scale) -> Grid {
    let measures = ["exact_match", "token_accuracy", "log_prob_nats"];
    let bounded = measures.iter().flat_map(|name| [(*name).to_owned(), format!("{name}_low"), format!("{name}_high")]);
    let head = ["task", "n_params", "n_layer", "n_head", "n_embd", "iters", "loss_nats", "n_test"].map(str::to_owned);
    let mut grid = Grid::new(head.into_iter().chain(bounded));
    for size in &result.sizes {
        for TaskScores { task, scores } in &size.scores {
            let shape = [size.n_params, size.rung.n_layer, size.rung.n_head, size.rung.n_embd, result.iters];
            let mut row = vec![task.name().to_owned()];
            row.extend(shape.iter().map(usize::to_string));
            row.extend([number(size.loss_nats), scores.n.to_string()]);
            for (value, interval) in [
                (scores.exact_match, scores.exact_match_interval),
                (scores.token_accuracy, scores.token_accuracy_interval),
                (scores.log_prob_nats, scores.log_prob_interval),
            ] {
                row.push(number(value));
                row.extend(interval.map(number));
            }
            grid.rows.push(row);
        }
    }
    grid
}

/// The tokens of a text that was written.
pub fn generation(result: &Generation) -> Grid {
    let mut grid = Grid::new(["index", "id", "text", "probability", "rank", "draw"]);
    for (i, token) in result.tokens.iter().enumerate() {
        let figures = [number(token.probability), token.rank.to_string(), number(token.draw)];
        grid.rows
            .push([(i + 1).to_string(), token.id.to_string(), token.text.clone()].into_iter().chain(figures).collect());
    }
    grid
}

/// The tokens of a text that was scored.
pub fn score(result: &Score) -> Grid {
    let mut grid = Grid::new(["index", "id", "text", "log_prob_nats"]);
    let row = |(i, token): (usize, &ScoredToken)| {
        vec![(i + 1).to_string(), token.id.to_string(), token.text.clone(), number(token.log_prob_nats)]
    };
    grid.rows = result.tokens.iter().enumerate().map(row).collect();
    grid
}

/// The rungs of a ladder.
pub fn ladder(result: &Ladder) -> Grid {
    let mut grid = Grid::new(["model", "n_params", "context_len", "train_nats_per_char", "val_nats_per_char"]);
    let row = |rung: &Rung| {
        let losses = [rung.train_nats_per_char, rung.val_nats_per_char].map(number);
        let head = [rung.model.clone(), rung.n_params.to_string(), rung.context_len.to_string()];
        head.into_iter().chain(losses).collect()
    };
    grid.rows = result.rows.iter().map(row).collect();
    grid
}

/// A table of data as it is.
pub fn table(table: &Table) -> Grid {
    let mut grid = Grid::new(table.columns.iter().map(|column| column.name.clone()));
    let cell = |column: &Column, row: usize| column.text(row).map_or(String::new(), |text| text.into_owned());
    grid.rows = (0..table.n_rows()).map(|row| table.columns.iter().map(|column| cell(column, row)).collect()).collect();
    grid
}

/// The built-in tables.
pub fn catalogue() -> Grid {
    let mut grid = Grid::new(["name", "rows", "columns", "source"]);
    for entry in builtin::catalogue() {
        let rows = entry.n_rows.map_or(String::new(), |n| n.to_string());
        let source = match entry.source {
            Source::Textbook { table } => table,
            Source::Own => "own",
            Source::Synthetic => "synthetic",
        };
        grid.rows.push(vec![entry.name.to_owned(), rows, entry.columns.join(" "), source.to_owned()]);
    }
    grid
}

/// Comma-separated, as RFC 4180 says, with `\n` at line ends.
pub fn csv(grid: &Grid) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let records = std::iter::once(&grid.header).chain(&grid.rows);
    for record in records {
        writer.write_record(record).expect("a Vec takes any record of the header's length");
    }
    String::from_utf8(writer.into_inner().expect("a Vec can always be flushed")).expect("made of strings")
}

/// A Markdown table; `|` in a cell is escaped.
pub fn markdown(grid: &Grid) -> String {
    let escape = |cell: &String| cell.replace('\\', "\\\\").replace('|', "\\|").replace(['\n', '\r'], " ");
    let line = |cells: &Vec<String>| format!("| {} |\n", cells.iter().map(escape).collect::<Vec<_>>().join(" | "));
    let is_numeric = |at: usize| {
        let mut cells = grid.rows.iter().map(|row| &row[at]).filter(|cell| !cell.is_empty()).peekable();
        cells.peek().is_some() && cells.all(|cell| cell.parse::<f64>().is_ok())
    };
    let rule = (0..grid.header.len()).map(|at| if is_numeric(at) { "---:" } else { "---" }.to_owned()).collect();
    let rows: String = grid.rows.iter().map(line).collect();
    format!("{}{}{rows}", line(&grid.header), line(&rule))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixtures;

    #[test]
    fn coefficients_keep_full_precision_and_own_names() {
        let text = csv(&classification(&fixtures::melons()));
        assert!(text.starts_with("term,estimate,std_error,z,p_value,low,high,odds_ratio\n(Intercept),-0.5615"));
        let dark = text.lines().find_map(|line| line.strip_prefix("色泽=乌黑,")).unwrap();
        let estimate: f64 = dark.split(',').next().unwrap().parse().unwrap();
        let result = fixtures::melons();
        let known = result.coefficients.iter().find(|c| c.term == "色泽=乌黑").unwrap();
        assert_eq!(Some(estimate), known.estimate, "not one digit is lost");
    }

    #[test]
    fn answers_take_the_place_of_coefficients() {
        let text = csv(&classification(&fixtures::melons_with_answer()));
        assert!(text.starts_with("色泽,根蒂,敲声,P(否),P(是),predicted\n青绿,蜷缩,浊响,0.3328"), "{text}");
        assert!(text.ends_with(",是\n"));
    }

    #[test]
    fn markdown_escapes_bars_and_sets_numbers_right() {
        let grid = Grid { header: vec!["a".into(), "n".into()], rows: vec![vec!["x|y".into(), "1".into()]] };
        assert_eq!(markdown(&grid), "| a | n |\n| --- | ---: |\n| x\\|y | 1 |\n");
    }
}
