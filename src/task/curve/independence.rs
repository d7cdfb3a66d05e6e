//! Does naive Bayes' assumption hold? Are features independent within each class?
//!
//! For each pair of features the likelihood-ratio test of independence, class by class
//! (numbers cut at their quartiles):
//!
//! `G = 2 sum_c sum_ij O_cij ln(O_cij / E_cij)`, `E_cij = O_ci. O_c.j / n_c`,
//!
//! which under independence is chi-squared with `sum_c (rows_c - 1)(columns_c - 1)` degrees
//! of freedom (Agresti, Categorical Data Analysis). `G / 2n` is the conditional mutual
//! information `I(x_i; x_j | y)` in nats.

use crate::data::table::MISSING;
use crate::data::{Column, Dataset, Labels, Values};
use crate::eval::tail::chi_squared_upper;
use serde::Serialize;

/// The test's approximation wants so many samples a cell, in the mean.
const SAMPLES_PER_CELL: f64 = 5.0;
/// Probability that independent features are called dependent, over all pairs together.
const LEVEL: f64 = 0.05;

/// What was found out about the independence of features given the class.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Independence {
    /// How many pairs of features there are.
    pub n_pairs: usize,
    /// Pairs with samples enough for the test.
    pub n_tested: usize,
    /// Pairs that are dependent, at 5 % over all tested pairs together (Bonferroni).
    pub n_dependent: usize,
    /// The dependent pair with the largest mutual information.
    pub strongest: Option<DependentPair>,
}

/// Two features that tell of each other within the classes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DependentPair {
    /// The two columns, in the table's order.
    pub features: [String; 2],
    /// `I(x_i; x_j | y)`: what one tells of the other within the classes.
    pub mutual_information_nats: f64,
    /// How likely so large a `G` is where the two are independent.
    pub p_value: f64,
}

/// Tests all pairs of features, each within the classes.
pub fn of(data: &Dataset, labels: &Labels) -> Independence {
    let codes: Vec<Vec<Option<usize>>> = data.features.iter().map(cut).collect();
    let names: Vec<&str> = data.features.iter().map(|column| column.name.as_str()).collect();
    let pairs: Vec<(usize, usize)> = (0..codes.len()).flat_map(|j| (0..j).map(move |i| (i, j))).collect();
    let test = |&(i, j): &(usize, usize)| {
        let (mutual_information_nats, p_value) = g_test(&codes[i], &codes[j], labels)?;
        let features = [names[i], names[j]].map(str::to_owned);
        Some(DependentPair { features, mutual_information_nats, p_value })
    };
    let tested: Vec<DependentPair> = pairs.iter().filter_map(test).collect();
    let n_tested = tested.len();
    let mut dependent: Vec<DependentPair> =
        tested.into_iter().filter(|pair| pair.p_value < LEVEL / n_tested as f64).collect();
    dependent.sort_by(|a, b| b.mutual_information_nats.total_cmp(&a.mutual_information_nats));
    Independence {
        n_pairs: pairs.len(),
        n_tested,
        n_dependent: dependent.len(),
        strongest: dependent.into_iter().next(),
    }
}

/// The column as few categories; `None` where a cell is missing.
fn cut(column: &Column) -> Vec<Option<usize>> {
    match &column.values {
        Values::Words { codes, .. } => codes.iter().map(|&code| (code != MISSING).then_some(code as usize)).collect(),
        Values::Numbers(cells) => {
            let mut sorted: Vec<f64> = cells.iter().copied().filter(|cell| !cell.is_nan()).collect();
            sorted.sort_unstable_by(f64::total_cmp);
            let quartiles: Vec<f64> = (1..4).filter_map(|q| sorted.get(q * sorted.len() / 4).copied()).collect();
            let place = |cell: f64| quartiles.iter().filter(|&&edge| cell >= edge).count();
            cells.iter().map(|&cell| (!cell.is_nan()).then(|| place(cell))).collect()
        }
    }
}

/// Mutual information and p-value; `None` with too few samples.
fn g_test(a: &[Option<usize>], b: &[Option<usize>], labels: &Labels) -> Option<(f64, f64)> {
    let extent = |codes: &[Option<usize>]| codes.iter().flatten().max().map_or(0, |most| most + 1);
    let (n_a, n_b, n_classes) = (extent(a), extent(b), labels.classes.len());
    let mut counts = vec![vec![vec![0.0; n_b]; n_a]; n_classes];
    for ((a, b), &class) in a.iter().zip(b).zip(&labels.codes) {
        if let (Some(a), Some(b)) = (a, b) {
            counts[class][*a][*b] += 1.0;
        }
    }
    let parts: Vec<(f64, f64, usize, usize)> = counts.iter().map(|table| part(table)).collect();
    let n: f64 = parts.iter().map(|(n, ..)| n).sum();
    let n_cells: usize = parts.iter().map(|(.., n_cells)| n_cells).sum();
    let df: usize = parts.iter().map(|(_, _, df, _)| df).sum();
    if df == 0 || n < SAMPLES_PER_CELL * n_cells as f64 {
        return None;
    }
    let g: f64 = parts.iter().map(|(_, g, ..)| g).sum();
    Some((g / (2.0 * n), chi_squared_upper(g, df)))
}

/// Of one class: samples, G, degrees of freedom and cells, empty rows and columns left out.
fn part(table: &[Vec<f64>]) -> (f64, f64, usize, usize) {
    let rows: Vec<f64> = table.iter().map(|row| row.iter().sum()).collect();
    let columns: Vec<f64> =
        (0..table.first().map_or(0, Vec::len)).map(|j| table.iter().map(|row| row[j]).sum()).collect();
    let n: f64 = rows.iter().sum();
    let used = |sums: &[f64]| sums.iter().filter(|sum| **sum > 0.0).count();
    let (n_rows, n_columns) = (used(&rows), used(&columns));
    let mut g = 0.0;
    for (row, row_sum) in table.iter().zip(&rows) {
        for (&count, column_sum) in row.iter().zip(&columns).filter(|(count, _)| **count > 0.0) {
            g += 2.0 * count * (count * n / (row_sum * column_sum)).ln();
        }
    }
    (n, g, n_rows.saturating_sub(1) * n_columns.saturating_sub(1), n_rows * n_columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    fn table(a: &[&str], b: &[&str], y: &[&str]) -> (Dataset, Labels) {
        let column = |name: &str, cells: &[&str]| Column::words(name, cells.iter().map(|&cell| Some(cell)));
        let target = column("y", y);
        let labels = Labels::from_column(&target).unwrap();
        let features = vec![column("a", a), column("b", b)];
        let rows = (1..=a.len()).collect();
        (
            Dataset {
                name: "t".into(),
                builtin: None,
                features,
                target: Some(target),
                rows,
                left_out: Vec::new(),
                notices: Vec::new(),
            },
            labels,
        )
    }

    #[test]
    fn a_copy_is_dependent_and_tells_ln_two_nats() {
        let a: Vec<&str> = (0..80).map(|i| ["u", "v"][i % 2]).collect();
        let y: Vec<&str> = (0..80).map(|i| ["p", "q"][i / 2 % 2]).collect();
        let (data, labels) = table(&a, &a, &y);
        let found = of(&data, &labels);
        assert_eq!((found.n_pairs, found.n_tested, found.n_dependent), (1, 1, 1));
        assert_relative_eq!(found.strongest.unwrap().mutual_information_nats, 2f64.ln(), epsilon = 1e-12);
    }

    #[test]
    fn features_dependent_only_through_the_class_are_not() {
        // Both copy the class; within each class they are constant.
        let y: Vec<&str> = (0..80).map(|i| ["p", "q"][i % 2]).collect();
        let found = of(&table(&y, &y, &y).0, &table(&y, &y, &y).1);
        assert_eq!((found.n_dependent, found.strongest), (0, None));
        let few = table(&["u", "v", "u"], &["u", "v", "v"], &["p", "q", "q"]);
        assert_eq!(of(&few.0, &few.1).n_tested, 0, "three samples say nothing");
    }
}
