//! What a classifier says everywhere between two numbers.

use super::Classification;
use crate::data::{Column, Dataset, Labels, Values};
use crate::math;
use crate::rng::{self, Seed};
use ndarray::Array2;

/// Cells of a row and of a column.
const N_CELLS: usize = 72;
/// Samples that can be seen beside each other: of more, so many are chosen at random.
const MOST_DRAWN: usize = 2000;
/// Classes that can be told apart by a mark of their own.
pub const MOST_CLASSES: usize = 6;
/// Room around the samples, as a share of their range.
const AIR: f64 = 0.08;

/// The plane of two numeric features, with samples on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    /// The features: from left to right, from bottom to top.
    pub features: [String; 2],
    /// From where to where each of them goes, a little beyond the samples.
    pub ranges: [[f64; 2]; 2],
    /// Cells of a row; there are as many rows.
    pub n_columns: usize,
    /// The probability of each class in the middle of each cell, `(n_cells, n_classes)`, in rows
    /// from the lower left.
    pub probabilities: Array2<f64>,
    /// Samples, as `[x, y]`, and the place of the true class of each among the classes.
    pub samples: Vec<([f64; 2], usize)>,
    /// How many samples each class has, drawn or not.
    pub counts: Vec<usize>,
}

impl Plane {
    /// How far each class is ahead of every other one in the middle of each cell, below 0 where it
    /// is not: `p_k - max_{j != k} p_j`.
    pub fn lead(&self, class: usize) -> Vec<f64> {
        let others = |row: &[f64]| {
            let rest = row.iter().enumerate().filter(|&(at, _)| at != class).map(|(_, &p)| p);
            rest.fold(f64::NEG_INFINITY, f64::max)
        };
        self.probabilities.rows().into_iter().map(|row| row[class] - others(&row.to_vec())).collect()
    }

    /// The likeliest class in the middle of each cell.
    pub fn answers(&self) -> Vec<usize> {
        self.probabilities.rows().into_iter().map(|row| math::argmax(&row.to_vec()).unwrap_or(0)).collect()
    }
}

/// The plane of `result`, which was learned from `data`; `None` unless there are two features,
/// both numbers, estimates, and no more classes than marks.
pub fn plane(data: &Dataset, result: &Classification) -> Option<Plane> {
    let [x, y] = data.features.as_slice() else { return None };
    let (Values::Numbers(xs), Values::Numbers(ys)) = (&x.values, &y.values) else { return None };
    let labels = Labels::from_column(data.target.as_ref()?)?;
    if labels.classes.len() > MOST_CLASSES || result.fit.is_separated() {
        return None;
    }
    let ranges = [range(xs)?, range(ys)?];
    let middles =
        |[low, high]: [f64; 2]| (0..N_CELLS).map(move |cell| low + (high - low) * (cell as f64 + 0.5) / N_CELLS as f64);
    let cells = || middles(ranges[1]).flat_map(|y| middles(ranges[0]).map(move |x| [x, y]));
    let grid = [(x, 0), (y, 1)].map(|(column, at)| Column::numbers(&column.name, cells().map(|cell| cell[at])));
    let samples = xs.iter().zip(ys).zip(&labels.codes).map(|((&x, &y), &class)| ([x, y], class));
    let samples: Vec<([f64; 2], usize)> = samples.filter(|([x, y], _)| x.is_finite() && y.is_finite()).collect();
    let mut counts = vec![0; labels.classes.len()];
    samples.iter().for_each(|&(_, class)| counts[class] += 1);
    let drawn = rng::sample(&mut Seed(result.options.seed).stream("plane"), samples.len(), MOST_DRAWN);
    Some(Plane {
        features: [x.name.clone(), y.name.clone()],
        ranges,
        n_columns: N_CELLS,
        probabilities: result.fitted.as_classifier()?.predict_proba(&grid).ok()?,
        samples: drawn.into_iter().map(|sample| samples[sample]).collect(),
        counts,
    })
}

/// From the least to the largest with some room; `None` where they are all the same.
fn range(cells: &[f64]) -> Option<[f64; 2]> {
    let [low, high] = math::least_and_largest(cells.iter().copied().filter(|cell| cell.is_finite()));
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
            assert_eq!((plane.samples.len(), plane.probabilities.nrows()), (17, N_CELLS * N_CELLS));
            for [column, row] in [[0, 0], [40, 3], [71, 71]] {
                let middle = |range: [f64; 2], at: usize| range[0] + (range[1] - range[0]) * (at as f64 + 0.5) / 72.0;
                let [x, y] = [middle(plane.ranges[0], column), middle(plane.ranges[1], row)];
                let melon = vec![("密度".to_owned(), x.to_string()), ("含糖率".to_owned(), y.to_string())];
                let asked = classify(&data, &ClassifyOptions { model, ..Default::default() }, &[melon]).unwrap();
                let expected = asked.predictions[0].probabilities["是"];
                assert!((plane.probabilities[[row * plane.n_columns + column, 1]] - expected).abs() < 1e-12);
            }
        }
    }

    /// A table of two numbers and a class each.
    fn table(rows: impl Iterator<Item = ([f64; 2], &'static str)> + Clone) -> Dataset {
        let column = |name: &str, at: usize| Column::numbers(name, rows.clone().map(move |(place, _)| place[at]));
        let kind = Column::words("kind", rows.clone().map(|(_, class)| Some(class)));
        let table = crate::data::Table::new("t", vec![column("width", 0), column("height", 1), kind]);
        select(table, &Selection::default(), Goal::Classify).unwrap()
    }

    /// Three classes in three corners: each is the answer in its own, and ahead just there.
    #[test]
    fn each_of_three_classes_has_its_region() {
        let corner = [([0.0, 0.0], "a"), ([1.0, 0.0], "b"), ([0.5, 1.0], "c")];
        let place = |i: usize| {
            let ([x, y], class) = corner[i % 3];
            ([x + 0.02 * (i % 5) as f64, y + 0.03 * (i % 4) as f64], class)
        };
        let data = table((0..60).map(place));
        let result = classify(&data, &ClassifyOptions::default(), &[]).unwrap();
        let plane = plane(&data, &result).unwrap();
        assert_eq!((plane.counts.as_slice(), plane.samples.len()), ([20; 3].as_slice(), 60));
        let answers = plane.answers();
        assert_eq!([answers[0], answers[N_CELLS - 1], answers[N_CELLS * N_CELLS - N_CELLS / 2]], [0, 1, 2]);
        for class in 0..3 {
            let lead = plane.lead(class);
            assert!(lead.iter().zip(&answers).all(|(lead, &answer)| (*lead > 0.0) == (answer == class)));
        }
    }

    /// Of a table sorted by class, all classes are drawn, and the counts are those of the table.
    #[test]
    fn of_many_samples_some_are_drawn_at_random() {
        let n = 3 * MOST_DRAWN;
        let place = move |i: usize| ([(i % 83) as f64, (i % 89) as f64], if i < n / 3 { "a" } else { "b" });
        let data = table((0..n).map(place));
        let result = classify(&data, &ClassifyOptions::default(), &[]).unwrap();
        let plane = plane(&data, &result).unwrap();
        assert_eq!((plane.samples.len(), plane.counts.as_slice()), (MOST_DRAWN, [n / 3, n - n / 3].as_slice()));
        let first = plane.samples.iter().filter(|(_, class)| *class == 0).count() as f64 / MOST_DRAWN as f64;
        // Four standard deviations of a share of 2,000 drawn without putting back.
        assert!((first - 1.0 / 3.0).abs() < 4.0 * (2.0 / 9.0 / MOST_DRAWN as f64 * 2.0 / 3.0).sqrt(), "{first}");
    }

    #[test]
    fn there_is_no_plane_of_words() {
        let table = Builtin::Melons.table(None, Default::default());
        let data = select(table, &Selection::default(), Goal::Classify).unwrap();
        let result = classify(&data, &ClassifyOptions::default(), &[]).unwrap();
        assert_eq!(plane(&data, &result), None);
    }
}
