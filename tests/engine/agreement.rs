//! Both engines, the same fit: to 1e-6 on every table of the book.

use super::tables::{WORDS, read};
use approx::assert_abs_diff_eq;
use melon::data::catalogue::catalogue;
use melon::data::{Dataset, EncodeOptions, Encoder, Goal, Labels, Selection, Values, select};
use melon::engine::{Engine, EngineError, Init, KMeansOptions, LinearOptions, Linfa, LogisticOptions, Native};
use ndarray::Array2;
use std::collections::HashSet;

/// What can be learned from the book's tables: a matrix and labels.
fn designs() -> Vec<(&'static str, Array2<f64>, Vec<usize>)> {
    let table = read("watermelon-3.0");
    let all = [&WORDS[..], &["密度", "含糖率"]].concat();
    let ripe = table.ripe();
    vec![
        ("3.0", table.matrix(&all, false), ripe.clone()),
        ("3.0, first levels dropped", table.matrix(&all, true), ripe.clone()),
        ("2.0", table.matrix(&WORDS, false), ripe.clone()),
        ("melons", table.matrix(&WORDS[..3], false), ripe.clone()),
        ("3.0a", table.matrix(&["密度", "含糖率"], false), ripe),
        ("3.0, colour from the rest", table.matrix(&all[1..], false), table.codes("色泽")),
    ]
}

#[test]
fn penalised_logistic_regression() {
    for (name, x, labels) in designs() {
        let n_classes = labels.iter().max().unwrap() + 1;
        for l2 in [1.0, 0.1] {
            let options = LogisticOptions { l2, ..Default::default() };
            let native = Native.logistic(x.view(), &labels, n_classes, &options).unwrap();
            let linfa = Linfa.logistic(x.view(), &labels, n_classes, &options).unwrap();
            assert!(native.converged && linfa.converged, "{name}");
            assert_abs_diff_eq!(native.coefficients, linfa.coefficients, epsilon = 1e-6);
            assert_abs_diff_eq!(native.intercepts, linfa.intercepts, epsilon = 1e-6);
        }
    }
}

#[test]
fn unpenalised_logistic_regression() {
    let table = read("watermelon-3.0");
    let x = table.matrix(&["密度", "含糖率"], false);
    let options = LogisticOptions { l2: 0.0, ..Default::default() };
    for labels in [table.ripe(), table.codes("触感"), table.codes("色泽")] {
        let n_classes = labels.iter().max().unwrap() + 1;
        let native = Native.logistic(x.view(), &labels, n_classes, &options).unwrap();
        let linfa = Linfa.logistic(x.view(), &labels, n_classes, &options).unwrap();
        assert!(native.converged && linfa.converged);
        assert_abs_diff_eq!(native.coefficients, linfa.coefficients, epsilon = 1e-6);
        assert_abs_diff_eq!(native.intercepts, linfa.intercepts, epsilon = 1e-6);
    }
}

#[test]
fn least_squares_and_ridge() {
    let table = read("watermelon-3.0");
    let y = table.numbers("含糖率");
    for columns in [&["密度"][..], &["根蒂", "触感"], &["密度", "色泽", "敲声"]] {
        for l2 in [0.0, 1.0] {
            let x = table.matrix(columns, l2 == 0.0);
            let native = Native.linear(x.view(), &y, &LinearOptions { l2 }).unwrap();
            let linfa = Linfa.linear(x.view(), &y, &LinearOptions { l2 }).unwrap();
            assert_abs_diff_eq!(native.coefficients, linfa.coefficients, epsilon = 1e-10);
            assert_abs_diff_eq!(native.intercept, linfa.intercept, epsilon = 1e-10);
        }
    }
}

#[test]
fn k_means_from_many_starts() {
    let x = read("watermelon-4.0").matrix(&["密度", "含糖率"], true);
    for k in 1..=5 {
        let options = KMeansOptions { n_init: Some(100), tol: 0.0, ..KMeansOptions::new(k) };
        let native = Native.kmeans(x.view(), &options).unwrap();
        let linfa = Linfa.kmeans(x.view(), &options).unwrap();
        assert!(linfa.converged);
        assert_abs_diff_eq!(native.inertia, linfa.inertia, epsilon = 1e-6);
        let pairs: HashSet<(usize, usize)> = native.labels.into_iter().zip(linfa.labels).collect();
        assert_eq!(pairs.len(), k, "the same clusters under other numbers");
    }
}

#[test]
fn linfa_says_what_it_lacks() {
    let table = read("watermelon-3.0");
    let x = table.matrix(&WORDS[..3], false);
    let unsupported = |result: Result<(), EngineError>| assert!(matches!(result, Err(EngineError::Unsupported { .. })));
    let logistic = LogisticOptions { l2: 0.0, ..Default::default() };
    unsupported(Linfa.logistic(x.view(), &table.ripe(), 2, &logistic).map(drop));
    unsupported(Linfa.linear(x.view(), &table.numbers("密度"), &LinearOptions::default()).map(drop));
    unsupported(Linfa.kmeans(x.view(), &KMeansOptions { trace: true, ..KMeansOptions::new(2) }).map(drop));
    let rows = Init::Rows(vec![0, 1]);
    unsupported(Linfa.kmeans(x.view(), &KMeansOptions { init: rows, ..KMeansOptions::new(2) }).map(drop));
}

/// The features of a built-in table as the program encodes them.
fn encoded(dataset: &Dataset) -> Array2<f64> {
    let encoder = Encoder::fit(&dataset.features, EncodeOptions::default()).unwrap();
    encoder.transform(&dataset.features).unwrap()
}

#[test]
fn every_built_in_table() {
    let mut n_fits = [0, 0];
    for entry in catalogue() {
        let chosen = |goal| select(entry.builtin.table(Some(300), Default::default()), &Selection::default(), goal);
        if let (Some(_), Ok(dataset)) = (entry.classify_target, chosen(Goal::Classify)) {
            let (x, labels) = (encoded(&dataset), Labels::from_column(dataset.target.as_ref().unwrap()).unwrap());
            let options = LogisticOptions::default();
            let fit = |engine: &dyn Engine| engine.logistic(x.view(), &labels.codes, labels.classes.len(), &options);
            let (native, linfa) = (fit(&Native).unwrap(), fit(&Linfa).unwrap());
            assert!(native.converged && linfa.converged, "{}", entry.name);
            assert_abs_diff_eq!(native.coefficients, linfa.coefficients, epsilon = 1e-6);
            assert_abs_diff_eq!(native.intercepts, linfa.intercepts, epsilon = 1e-6);
            n_fits[0] += 1;
        }
        if let (Some(_), Ok(dataset)) = (entry.regress_target, chosen(Goal::Regress)) {
            let Values::Numbers(y) = &dataset.target.as_ref().unwrap().values else { panic!("{}", entry.name) };
            let x = encoded(&dataset);
            let fit = |engine: &dyn Engine| engine.linear(x.view(), y, &LinearOptions { l2: 1.0 }).unwrap();
            let (native, linfa) = (fit(&Native), fit(&Linfa));
            assert_abs_diff_eq!(native.coefficients, linfa.coefficients, epsilon = 1e-6);
            assert_abs_diff_eq!(native.intercept, linfa.intercept, epsilon = 1e-6);
            n_fits[1] += 1;
        }
    }
    assert!(n_fits[0] >= 6 && n_fits[1] >= 4, "{n_fits:?}");
}
