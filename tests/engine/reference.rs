//! The book's tables, held against figures that scikit-learn and R give.

use super::tables::{WORDS, read};
use approx::assert_abs_diff_eq;
use melon::engine::{Engine, Init, KMeansOptions, LinearOptions, Linfa, LogisticOptions, Native};

#[test]
fn the_logistic_estimate_and_its_standard_errors() {
    let table = read("watermelon-3.0");
    let x = table.matrix(&["密度", "含糖率"], true);
    let options = LogisticOptions { l2: 0.0, ..Default::default() };
    let fit = Native.logistic(x.view(), &table.ripe(), 2, &options).unwrap();
    assert!(fit.converged);
    assert_abs_diff_eq!(fit.coefficients[[0, 0]], 3.158330, epsilon = 5e-7);
    assert_abs_diff_eq!(fit.coefficients[[0, 1]], 12.521196, epsilon = 5e-7);
    assert_abs_diff_eq!(fit.intercepts[0], -4.428865, epsilon = 5e-7);
    let errors = fit.covariance.unwrap().diag().mapv(f64::sqrt);
    assert_abs_diff_eq!(errors[0], 2.880440, epsilon = 2e-6);
    assert_abs_diff_eq!(errors[1], 4.053252, epsilon = 2e-6);
    assert_abs_diff_eq!(errors[2], 6.880107, epsilon = 2e-6);
}

#[test]
fn the_penalised_logistic_estimate() {
    let table = read("watermelon-3.0");
    let x = table.matrix(&["密度", "含糖率"], true);
    for engine in [&Native as &dyn Engine, &Linfa] {
        let fit = engine.logistic(x.view(), &table.ripe(), 2, &LogisticOptions::default()).unwrap();
        assert_abs_diff_eq!(fit.coefficients[[0, 0]], 0.289061, epsilon = 5e-7);
        assert_abs_diff_eq!(fit.coefficients[[0, 1]], 0.494579, epsilon = 5e-7);
        assert_abs_diff_eq!(fit.intercepts[0], -0.377187, epsilon = 5e-7);
    }
}

#[test]
fn sugar_on_density() {
    let table = read("watermelon-3.0");
    let x = table.matrix(&["密度"], true);
    for engine in [&Native as &dyn Engine, &Linfa] {
        let fit = engine.linear(x.view(), &table.numbers("含糖率"), &LinearOptions::default()).unwrap();
        assert_abs_diff_eq!(fit.coefficients[0], 0.140696, epsilon = 5e-7);
        assert_abs_diff_eq!(fit.intercept, 0.137882, epsilon = 5e-7);
    }
}

#[test]
fn a_full_one_hot_design_is_solved_without_its_dependent_levels() {
    let table = read("watermelon-3.0");
    let x = table.matrix(&WORDS[..3], false);
    let y = table.numbers("含糖率");
    let fit = Native.linear(x.view(), &y, &LinearOptions::default()).unwrap();
    // Each column's last level; and 敲声=沉闷, because 敲声=清脆 is 根蒂=硬挺 in this table.
    assert_eq!(fit.dropped, [2, 5, 7, 8]);
    let mean = y.iter().sum::<f64>() / y.len() as f64;
    let predicted = x.dot(&fit.coefficients) + fit.intercept;
    let residual: f64 = predicted.iter().zip(&y).map(|(p, y)| (y - p).powi(2)).sum();
    let total: f64 = y.iter().map(|y| (y - mean).powi(2)).sum();
    assert_abs_diff_eq!(1.0 - residual / total, 0.332497, epsilon = 5e-7);
}

#[test]
fn the_book_s_k_means_pass_by_pass() {
    let x = read("watermelon-4.0").matrix(&["密度", "含糖率"], true);
    let from = |rows: [usize; 3]| KMeansOptions {
        init: Init::Rows(rows.map(|row| row - 1).to_vec()),
        trace: true,
        tol: 0.0,
        ..KMeansOptions::new(3)
    };
    let fit = Native.kmeans(x.view(), &from([6, 12, 27])).unwrap();
    let expected = [[0.473, 0.214], [0.394, 0.066], [0.623, 0.388]];
    expected
        .as_flattened()
        .iter()
        .zip(&fit.trace[1].centroids)
        .for_each(|(e, c)| assert_abs_diff_eq!(e, c, epsilon = 5e-4));
    assert_abs_diff_eq!(fit.inertia, 0.699167, epsilon = 5e-7);
    assert_eq!((fit.iterations, fit.trace.len(), fit.converged), (2, 2, true));

    let fit = Native.kmeans(x.view(), &from([6, 12, 24])).unwrap();
    assert_abs_diff_eq!(fit.inertia, 0.412567, epsilon = 5e-7);
    assert_eq!((fit.iterations, fit.trace.len(), fit.converged), (5, 5, true));
    assert!(fit.trace.windows(2).all(|pair| pair[1].inertia < pair[0].inertia));
    assert_eq!(fit.trace[4].centroids, fit.centroids);
}

#[test]
fn the_best_of_many_starts() {
    let x = read("watermelon-4.0").matrix(&["密度", "含糖率"], true);
    for engine in [&Native as &dyn Engine, &Linfa] {
        for (k, inertia) in [(2, 0.693233), (3, 0.409663), (4, 0.247746)] {
            let options = KMeansOptions { n_init: Some(100), ..KMeansOptions::new(k) };
            assert_abs_diff_eq!(engine.kmeans(x.view(), &options).unwrap().inertia, inertia, epsilon = 5e-7);
        }
    }
}
