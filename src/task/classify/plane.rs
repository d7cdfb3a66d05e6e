//! What a classifier of two classes says everywhere between two numbers.

use super::Classification;
use crate::data::{Column, Dataset, Labels, Values};

/// Cells of a row and of a column.
const N_CELLS: usize = 72;
/// Samples that can be seen beside each other.
const MOST_DRAWN: usize = 2000;
/// Room around the samples, as a share of their range.
const AIR: f64 = 0.08;

/// The plane of two numeric features, with the samples on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    /// The features: from left to right, from bottom to top.
    pub features: [String; 2],
    /// From where to where.
    pub ranges: [[f64; 2]; 2],
    /// Cells of a row.
    pub n_columns: usize,
    /// `P(positive class)` in the middle of each cell, in rows from the lower left.
    pub probabilities: Vec<f64>,
    /// The samples, as `[x, y]`, and whether each is truly of the positive class.
    pub samples: Vec<([f64; 2], bool)>,
}

/// The plane of `result`, which was learned from `data`; `None` unless there are two features,
/// both numbers, and two classes with an estimate between them.
pub fn plane(data: &Dataset, result: &Classification) -> Option<Plane> {
    let [x, y] = data.features.as_slice() else { return None };
    let (Values::Numbers(xs), Values::Numbers(ys)) = (&x.values, &y.values) else { return None };
    let labels = Labels::from_column(data.target.as_ref()?)?;
    if labels.classes.len() != 2 || result.fit.is_separated() {
        return None;
    }
    let ranges = [range(xs)?, range(ys)?];
    let middles =
        |[low, high]: [f64; 2]| (0..N_CELLS).map(move |cell| low + (high - low) * (cell as f64 + 0.5) / N_CELLS as f64);
    let cells = || middles(ranges[1]).flat_map(|y| middles(ranges[0]).map(move |x| [x, y]));
    let grid = [(x, 0), (y, 1)].map(|(column, at)| Column::numbers(&column.name, cells().map(|cell| cell[at])));
    let probabilities = result.fitted.as_classifier()?.predict_proba(&grid).ok()?;
    let samples = xs.iter().zip(ys).zip(&labels.codes).map(|((&x, &y), &class)| ([x, y], class == 1));
    Some(Plane {
        features: [x.name.clone(), y.name.clone()],
        ranges,
        n_columns: N_CELLS,
        probabilities: probabilities.column(1).to_vec(),
        samples: samples.filter(|([x, y], _)| x.is_finite() && y.is_finite()).take(MOST_DRAWN).collect(),
    })
}

/// From the least to the largest with some room; `None` where they are all the same.
fn range(cells: &[f64]) -> Option<[f64; 2]> {
    let finite = || cells.iter().copied().filter(|cell| cell.is_finite());
    let [low, high] = [finite().fold(f64::INFINITY, f64::min), finite().fold(f64::NEG_INFINITY, f64::max)];
    (low < high).then_some([low - AIR * (high - low), high + AIR * (high - low)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Builtin, Goal, Selection, select};
    use crate::task::classifiers::ModelName;
    use crate::task::classify::{ClassifyOptions, classify};

    fn alpha(model: ModelName) -> (Dataset, Classification) {
        let table = Builtin::Watermelon3Alpha.table(None, Default::default());
        let data = select(table, &Selection::default(), Goal::Classify).unwrap();
        let result = classify(&data, &ClassifyOptions { model, ..ClassifyOptions::default() }, &[]).unwrap();
        (data, result)
    }

    /// Each cell says what the model says of a melon in its middle.
    #[test]
    fn the_plane_is_what_the_model_answers() {
        for model in [ModelName::Logistic, ModelName::NaiveBayes] {
            let (data, result) = alpha(model);
            let plane = plane(&data, &result).unwrap();
            assert_eq!((plane.samples.len(), plane.probabilities.len()), (17, N_CELLS * N_CELLS));
            for [column, row] in [[0, 0], [40, 3], [71, 71]] {
                let middle = |range: [f64; 2], at: usize| range[0] + (range[1] - range[0]) * (at as f64 + 0.5) / 72.0;
                let [x, y] = [middle(plane.ranges[0], column), middle(plane.ranges[1], row)];
                let melon = vec![("密度".to_owned(), x.to_string()), ("含糖率".to_owned(), y.to_string())];
                let asked = classify(&data, &ClassifyOptions { model, ..Default::default() }, &[melon]).unwrap();
                let expected = asked.predictions[0].probabilities["是"];
                assert!((plane.probabilities[row * plane.n_columns + column] - expected).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn there_is_no_plane_of_words() {
        let table = Builtin::Melons.table(None, Default::default());
        let data = select(table, &Selection::default(), Goal::Classify).unwrap();
        let result = classify(&data, &ClassifyOptions::default(), &[]).unwrap();
        assert_eq!(plane(&data, &result), None);
    }
}
