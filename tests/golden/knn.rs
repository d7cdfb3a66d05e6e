//! k-nearest neighbours against scikit-learn: `sklearn_knn.py`.

use super::{indices, matrix, numbers, parse};
use approx::assert_relative_eq;
use melon::data::{Builtin, Column, Goal, Labels, Selection, select};
use melon::eval::classification::ClassificationMetrics;
use melon::model::{Classifier, Explanation, Knn};
use melon::task::Cv;
use melon::task::classifiers::{ModelName, OwnOptions};
use melon::task::classify::{ClassifyOptions, classify};
use ndarray::Array2;
use serde_json::Value;

const GOLDEN: &str = include_str!("sklearn_knn.json");

fn words(name: &str, cells: &Value) -> Column {
    Column::words(name, cells.as_array().unwrap().iter().map(Value::as_str))
}

fn same(found: &Array2<f64>, expected: &Array2<f64>) {
    assert_eq!(found.dim(), expected.dim());
    found.iter().zip(expected).for_each(|(a, b)| assert_relative_eq!(*a, *b, epsilon = 1e-12));
}

fn k_of(case: &Value) -> usize {
    case["k"].as_u64().unwrap() as usize
}

#[test]
fn probabilities_and_distances_are_those_of_scikit_learn() {
    for case in parse(GOLDEN)["mixed"].as_array().unwrap() {
        let number = |name: &str| Column::numbers(name, numbers(&case[name]));
        let features = [words("colour", &case["colour"]), number("size"), number("weight")];
        let train: Vec<usize> = (0..case["n_train"].as_u64().unwrap() as usize).collect();
        let known = features.each_ref().map(|column| column.take(&train));
        let labels = Labels::from_column(&words("label", &case["label"]).take(&train)).unwrap();
        let model = Knn::fit(&known, &labels, k_of(case), false).unwrap();
        let (p, expected) = (model.predict_proba(&features).unwrap(), matrix(&case["probabilities"]));
        same(&p, &expected);
        for (row, distances) in matrix(&case["distances"]).rows().into_iter().enumerate() {
            let one = features.each_ref().map(|column| column.take(&[row]));
            let Explanation::Neighbors { neighbors } = model.explain(&one).unwrap() else { panic!() };
            let found: Vec<f64> = neighbors.iter().map(|neighbor| neighbor.distance).collect();
            assert_eq!(found.len(), k_of(case));
            found.iter().zip(distances).for_each(|(a, b)| assert_relative_eq!(*a, *b, epsilon = 1e-12));
        }
    }
}

#[test]
fn ties_vote_as_in_the_mean_over_all_orders_of_the_rows() {
    let case = &parse(GOLDEN)["ties"];
    let x = |name: &str| [Column::numbers("x", numbers(&case[name]))];
    let classes = ["0", "1"].map(str::to_owned).to_vec();
    let labels = Labels { target: "y".into(), classes, codes: indices(&case["label"]) };
    let model = Knn::fit(&x("x"), &labels, k_of(case), false).unwrap();
    same(&model.predict_proba(&x("asked")).unwrap(), &matrix(&case["probabilities"]));
}

#[test]
fn the_book_s_table_held_out_is_scored_as_by_scikit_learn() {
    let table = Builtin::Watermelon3.table(None, Default::default());
    let data = select(table, &Selection::default(), Goal::Classify).unwrap();
    for case in parse(GOLDEN)["book"].as_array().unwrap() {
        let own = OwnOptions { k: Some(k_of(case)), ..Default::default() };
        let options = ClassifyOptions { model: ModelName::Knn, own, cv: Cv::LeaveOneOut, ..Default::default() };
        let result = classify(&data, &options, &[]).unwrap();
        let close = |metrics: &ClassificationMetrics, expected: &Value| {
            assert_relative_eq!(metrics.accuracy, expected["accuracy"].as_f64().unwrap(), max_relative = 1e-12);
            assert_relative_eq!(metrics.brier, expected["brier"].as_f64().unwrap(), epsilon = 1e-12);
        };
        close(&result.train, &case["train"]);
        close(&result.cross_validation.unwrap().metrics, &case["leave_one_out"]);
    }
}
