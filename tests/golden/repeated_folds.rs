//! Repeated folds and a path over l2 against scikit-learn: `sklearn_repeated_folds.py`.

use super::{indices, numbers, parse};
use approx::assert_relative_eq;
use melon::data::split::repeated_k_fold;
use melon::data::{Builtin, Dataset, Folds, Goal, Selection, select};
use melon::eval::classification::ClassificationMetrics;
use melon::rng::Seed;
use melon::task::classify::{ClassifyOptions, classify, l2_path, labels_of};
use serde_json::Value;

/// Of every division, the fold of each of the seventeen melons.
const FOLDS: &str = include_str!("repeated_folds.json");
const SKLEARN: &str = include_str!("sklearn_repeated_folds.json");

fn melons() -> Dataset {
    select(Builtin::Melons.table(None, Default::default()), &Selection::default(), Goal::Classify).unwrap()
}

fn same(found: f64, expected: &Value) {
    assert_relative_eq!(found, expected.as_f64().unwrap(), max_relative = 1e-9);
}

fn same_metrics(metrics: &ClassificationMetrics, expected: &Value) {
    same(metrics.log_loss, &expected["log_loss"]);
    same(metrics.accuracy, &expected["accuracy"]);
    same(metrics.brier, &expected["brier"]);
    same(metrics.roc_auc.unwrap(), &expected["roc_auc"]);
    let confusion: Vec<Vec<usize>> = expected["confusion_matrix"].as_array().unwrap().iter().map(indices).collect();
    assert_eq!(metrics.confusion_matrix, confusion);
}

#[test]
fn the_divisions_are_those_that_the_script_was_given() {
    let labels = labels_of(&melons()).unwrap();
    let folds: Vec<Folds> =
        parse(FOLDS).as_array().unwrap().iter().map(|fold_of| Folds::new(indices(fold_of)).unwrap()).collect();
    assert_eq!(repeated_k_fold(&labels.codes, 5, 20, Seed(42)).unwrap(), folds);
}

#[test]
fn the_default_test_of_the_seventeen_is_scored_as_by_scikit_learn() {
    let result = classify(&melons(), &ClassifyOptions::default(), &[]).unwrap();
    let cv = result.cross_validation.unwrap();
    let expected = &parse(SKLEARN)["default"];
    same_metrics(&cv.metrics, expected);
    for figure in ["log_loss", "accuracy"] {
        let each = numbers(&expected["repeats"][figure]);
        cv.repeats[figure].iter().zip(each).for_each(|(found, each)| assert_relative_eq!(*found, each, epsilon = 1e-9));
    }
    same(result.baseline.log_loss, &expected["shares_log_loss"]);
}

#[test]
fn every_point_of_the_path_is_that_of_scikit_learn() {
    let path = l2_path(&melons(), &ClassifyOptions::default()).unwrap();
    let expected = parse(SKLEARN);
    let points = expected["path"].as_array().unwrap();
    assert_eq!(path.points.len(), points.len());
    for (point, expected) in path.points.iter().zip(points) {
        same(point.l2, &expected["l2"]);
        same(point.train_log_loss, &expected["train_log_loss"]);
        same(point.log_loss, &expected["log_loss"]);
        same(point.accuracy, &expected["accuracy"]);
    }
    for (step, expected) in
        [(path.more_freedom, &expected["more_freedom"]), (path.less_freedom, &expected["less_freedom"])]
    {
        let step = step.unwrap();
        same(step.change, &expected["change"]);
        step.interval.iter().zip(numbers(&expected["interval"])).for_each(|(found, end)| {
            assert_relative_eq!(*found, end, max_relative = 1e-8);
        });
    }
}
