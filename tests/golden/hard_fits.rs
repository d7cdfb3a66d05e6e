//! Fits that are hard to finish (`hard_fits.py`): columns of wild scales, many classes, more
//! categories or columns than a Hessian is written down for, classes that are nearly separated.

use super::{matrix, numbers, parse};
use approx::{assert_abs_diff_eq, assert_relative_eq};
use melon::data::{Column, Dataset};
use melon::engine::{Engine, LinearOptions, LogisticFit, LogisticOptions, Native};
use melon::model::Model;
use melon::task::Cv;
use melon::task::classify::{Classification, ClassifyOptions, classify};
use ndarray::{Array2, ShapeBuilder};
use serde_json::Value;

fn golden(case: &str) -> Value {
    parse(include_str!("hard_fits.json"))[case].take()
}

/// Numbers in `(-1, 1)` from a multiplicative congruence (Park and Miller, 1988).
pub fn uniform(n: usize, seed: u64) -> Vec<f64> {
    let mut state = seed;
    let mut next = || {
        state = state * 48_271 % 2_147_483_647;
        state as f64 / 1_073_741_823.5 - 1.0
    };
    (0..n).map(|_| next()).collect()
}

fn rows(n: usize, p: usize, seed: u64) -> Array2<f64> {
    Array2::from_shape_vec((n, p), uniform(n * p, seed)).unwrap()
}

/// Classes of like width between -1.5 and 1.5.
fn cut(score: f64, n_classes: usize) -> usize {
    ((score + 1.5) / 3.0 * n_classes as f64).floor().clamp(0.0, n_classes as f64 - 1.0) as usize
}

fn table(features: Vec<Column>, classes: &[usize]) -> Dataset {
    let names: Vec<String> = classes.iter().map(|class| format!("class {class}")).collect();
    Dataset {
        name: "golden".into(),
        builtin: None,
        rows: (1..=names.len()).collect(),
        features,
        target: Some(Column::words("y", names.iter().map(|name| Some(name.as_str())))),
        notices: Vec::new(),
        left_out: Vec::new(),
    }
}

fn fitted(data: &Dataset, l2: f64) -> Classification {
    classify(data, &ClassifyOptions { l2, cv: Cv::None, ..Default::default() }, &[]).unwrap()
}

fn assert_fit(result: &Classification, expected: &Value, max_relative: f64, epsilon: f64) {
    assert!(result.fit.converged && result.engine == "native");
    let Model::Logistic(model) = &result.fitted else { panic!("a logistic model") };
    let (weights, intercepts) = (matrix(&expected["coefficients"]), numbers(&expected["intercepts"]));
    for (output, (row, intercept)) in model.outputs.iter().zip(weights.rows().into_iter().zip(&intercepts)) {
        assert_relative_eq!(output.intercept, *intercept, max_relative = max_relative, epsilon = epsilon);
        for (ours, theirs) in output.coefficients.iter().zip(row) {
            assert_relative_eq!(ours, theirs, max_relative = max_relative, epsilon = epsilon);
        }
    }
}

#[test]
fn three_classes_of_columns_around_ten_million_and_a_billion_billion() {
    let u = rows(60, 3, 11);
    let classes: Vec<usize> = u.rows().into_iter().map(|u| cut(u[0] - 0.5 * u[1] + u[2], 3)).collect();
    let features = vec![
        Column::numbers("population", u.column(0).map(|u| 1e7 * (2.0 + u))),
        Column::numbers("product", u.column(1).map(|u| 1e12 * (3.0 + u))),
    ];
    assert_fit(&fitted(&table(features, &classes), 1.0), &golden("unscaled"), 1e-6, 0.0);
}

#[test]
fn four_hundred_categories() {
    let u = rows(1200, 2, 12);
    let codes: Vec<usize> = (0..1200).map(|i| i * 7 % 400).collect();
    let names: Vec<String> = codes.iter().map(|code| format!("c{code:03}")).collect();
    let score = |i: usize| u[[i, 0]] + 0.5 * u[[i, 1]] + ((codes[i] % 5) as f64 - 2.0) / 4.0;
    for n_classes in [2, 3] {
        let classes: Vec<usize> = (0..1200).map(|i| cut(score(i), n_classes)).collect();
        let features = vec![
            Column::words("user", names.iter().map(|name| Some(name.as_str()))),
            Column::numbers("x", u.column(0).to_vec()),
        ];
        let result = fitted(&table(features, &classes), 1.0);
        assert_fit(&result, &golden("categories")[n_classes.to_string()], 0.0, 1e-7);
    }
}

fn logistic(x: &Array2<f64>, classes: &[usize], l2: f64) -> LogisticFit {
    let n_classes = classes.iter().max().unwrap() + 1;
    let options = LogisticOptions { l2, ..Default::default() };
    let fit = Native.logistic(x.view(), classes, n_classes, &options).unwrap();
    assert!(fit.converged);
    // Column by column, as the program has it, it is the same table.
    let mut columns = Array2::zeros(x.raw_dim().f());
    columns.assign(x);
    let again = Native.logistic(columns.view(), classes, n_classes, &options).unwrap();
    assert_abs_diff_eq!(again.coefficients, fit.coefficients, epsilon = 1e-9);
    fit
}

fn assert_logistic(fit: &LogisticFit, expected: &Value) {
    assert_abs_diff_eq!(fit.coefficients, matrix(&expected["coefficients"]), epsilon = 1e-7);
    assert_abs_diff_eq!(fit.intercepts, ndarray::Array1::from(numbers(&expected["intercepts"])), epsilon = 1e-7);
}

#[test]
fn more_columns_than_rows() {
    let x = rows(40, 600, 13);
    for n_classes in [2, 3] {
        let classes: Vec<usize> = x.rows().into_iter().map(|x| cut(x[0] + x[1] * 0.5, n_classes)).collect();
        assert_logistic(&logistic(&x, &classes, 1.0), &golden("wide")[n_classes.to_string()]);
    }
    let y: Vec<f64> = x.rows().into_iter().map(|x| 2.0 * x[0] - x[1] + 5.0).collect();
    let (fit, expected) = (Native.linear(x.view(), &y, &LinearOptions { l2: 1.0 }).unwrap(), golden("wide_ridge"));
    assert_abs_diff_eq!(fit.intercept, expected["intercept"].as_f64().unwrap(), epsilon = 1e-11);
    let expected = numbers(&expected["coefficients"]);
    fit.coefficients.iter().zip(&expected).for_each(|(a, b)| assert_abs_diff_eq!(a, b, epsilon = 1e-11));
}

#[test]
fn twenty_classes_of_thirty_columns() {
    let mut x = rows(100, 30, 14);
    let classes: Vec<usize> = (0..100).map(|i| i % 20).collect();
    x.column_mut(0).iter_mut().zip(&classes).for_each(|(cell, class)| *cell += *class as f64 / 10.0);
    assert_logistic(&logistic(&x, &classes, 0.5), &golden("many_classes"));
}

/// The gradient is below its tolerance long before the estimate has its digits.
#[test]
fn classes_that_are_nearly_separated() {
    let mut x: Vec<f64> = (0..40).map(f64::from).collect();
    (x[19], x[20]) = (19.5, 19.5 + 2f64.powi(-20));
    let mut classes: Vec<usize> = (0..40).map(|i| usize::from(i >= 20)).collect();
    classes.swap(19, 20);
    let x = Array2::from_shape_vec((40, 1), x).unwrap();
    let fit = Native.logistic(x.view(), &classes, 2, &LogisticOptions { l2: 0.0, ..Default::default() }).unwrap();
    let expected = golden("nearly_separated");
    assert_relative_eq!(fit.coefficients[[0, 0]], expected["coefficient"].as_f64().unwrap(), max_relative = 1e-8);
    assert_relative_eq!(fit.intercepts[0], expected["intercept"].as_f64().unwrap(), max_relative = 1e-8);
}

/// Polynomials of the fifth degree in 0, 1 ... 20: NIST's statistical reference datasets, Wampler
/// (1970). The data are exact, and so are the certified values.
#[test]
fn wamplers_polynomials_keep_nine_digits() {
    let x = Array2::from_shape_fn((21, 5), |(i, j)| (i as f64).powi(j as i32 + 1));
    for base in [1.0f64, 0.1] {
        let y: Vec<f64> = (0..21).map(|i| (0..6).map(|j| (base * f64::from(i)).powi(j)).sum()).collect();
        let fit = Native.linear(x.view(), &y, &LinearOptions { l2: 0.0 }).unwrap();
        assert!(fit.dropped.is_empty());
        assert_relative_eq!(fit.intercept, 1.0, max_relative = 1e-9);
        for (j, w) in (1..).zip(&fit.coefficients) {
            assert_relative_eq!(*w, base.powi(j), max_relative = 1e-9);
        }
    }
}
