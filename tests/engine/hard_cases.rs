//! Designs on which careless arithmetic fails, and input that is refused.

use super::synthetic::{labels, matrix, targets};
use approx::{assert_abs_diff_eq, assert_relative_eq};
use melon::engine::{Engine, EngineError, Init, KMeansOptions, LinearOptions, Linfa, LogisticOptions, Native};
use ndarray::{Array2, Axis, array, concatenate};

const OLS: LinearOptions = LinearOptions { l2: 0.0 };

fn maximum_likelihood() -> LogisticOptions {
    LogisticOptions { l2: 0.0, ..Default::default() }
}

#[test]
fn columns_far_from_zero_keep_their_slopes_and_standard_errors() {
    let near = matrix(2_000, 3, 5);
    let far = &near + &array![1e8, -3e7, 0.0];
    let y = targets(&near);
    let (a, b) = (Native.linear(near.view(), &y, &OLS).unwrap(), Native.linear(far.view(), &y, &OLS).unwrap());
    // Adding 1e8 rounds the cells themselves to 1.5e-8.
    assert_abs_diff_eq!(a.coefficients, b.coefficients, epsilon = 1e-7);
    assert_relative_eq!(a.condition, b.condition, max_relative = 1e-6);
    let diagonal = |fit: &melon::engine::LinearFit| fit.unscaled_covariance.as_ref().unwrap().diag().to_vec();
    diagonal(&a)[1..].iter().zip(&diagonal(&b)[1..]).for_each(|(a, b)| assert_relative_eq!(a, b, max_relative = 1e-6));

    let classes = labels(&near, 2);
    let fit = |x: &Array2<f64>| Native.logistic(x.view(), &classes, 2, &maximum_likelihood()).unwrap();
    let (a, b) = (fit(&near), fit(&far));
    assert!(a.converged && b.converged && b.dropped.is_empty());
    assert_abs_diff_eq!(a.coefficients, b.coefficients, epsilon = 1e-6);
}

#[test]
fn columns_of_very_different_scale() {
    let near = matrix(2_000, 3, 5);
    let factors = array![1e6, 1.0, 1e-6];
    let (y, classes) = (targets(&near), labels(&near, 2));
    let scaled = &near * &factors;
    let (a, b) = (Native.linear(near.view(), &y, &OLS).unwrap(), Native.linear(scaled.view(), &y, &OLS).unwrap());
    assert_relative_eq!(a.coefficients, &b.coefficients * &factors, max_relative = 1e-10);
    let fit = |x: &Array2<f64>| Native.logistic(x.view(), &classes, 2, &maximum_likelihood()).unwrap();
    assert_relative_eq!(fit(&near).coefficients, &fit(&scaled).coefficients * &factors, max_relative = 1e-8);
}

/// The exact answer is known, because the target is made from the columns.
#[test]
fn nearly_collinear_columns_go_through_the_qr_decomposition() {
    let x = matrix(500, 3, 21);
    let twin = &x.column(0) + &(&x.column(2) * 1e-6);
    let design = concatenate![Axis(1), x.slice(ndarray::s![.., ..2]), twin.insert_axis(Axis(1))];
    let y = (design.dot(&array![1.0, 2.0, 3.0]) + 0.5).to_vec();
    let fit = Native.linear(design.view(), &y, &OLS).unwrap();
    assert!(fit.dropped.is_empty());
    assert!(fit.condition > 1e6, "{}", fit.condition);
    assert_abs_diff_eq!(fit.coefficients, array![1.0, 2.0, 3.0], epsilon = 1e-8);
    assert_abs_diff_eq!(fit.intercept, 0.5, epsilon = 1e-12);
}

#[test]
fn dependent_and_constant_columns_are_left_out_by_name() {
    let x = matrix(400, 3, 2);
    let sum = &x.column(0) - &(&x.column(1) * 2.0);
    let constant = Array2::from_elem((400, 1), 0.1);
    let design = concatenate![
        Axis(1),
        constant,
        x.slice(ndarray::s![.., ..2]),
        sum.insert_axis(Axis(1)),
        x.slice(ndarray::s![.., 2..])
    ];
    let fit = Native.linear(design.view(), &targets(&x), &OLS).unwrap();
    assert_eq!(fit.dropped, [0, 3]);
    let alone = Native.linear(x.view(), &targets(&x), &OLS).unwrap();
    assert_abs_diff_eq!(
        fit.coefficients,
        array![0.0, alone.coefficients[0], alone.coefficients[1], 0.0, alone.coefficients[2]],
        epsilon = 1e-12
    );
    assert_abs_diff_eq!(fit.unscaled_covariance.unwrap(), alone.unscaled_covariance.unwrap(), epsilon = 1e-12);

    let classes = labels(&x, 2);
    let fit = Native.logistic(design.view(), &classes, 2, &maximum_likelihood()).unwrap();
    assert_eq!((fit.dropped.as_slice(), fit.converged), (&[0, 3][..], true));
    let alone = Native.logistic(x.view(), &classes, 2, &maximum_likelihood()).unwrap();
    assert_abs_diff_eq!(fit.coefficients[[0, 4]], alone.coefficients[[0, 2]], epsilon = 1e-9);
}

#[test]
fn more_columns_than_rows() {
    let x = matrix(4, 6, 8);
    let y = [1.0, -2.0, 0.5, 3.0];
    let fit = Native.linear(x.view(), &y, &OLS).unwrap();
    assert_eq!(fit.dropped, [3, 4, 5]);
    assert_abs_diff_eq!(x.dot(&fit.coefficients) + fit.intercept, array![1.0, -2.0, 0.5, 3.0], epsilon = 1e-12);
    for engine in [&Native as &dyn Engine, &Linfa] {
        assert!(engine.linear(x.view(), &y, &LinearOptions { l2: 1.0 }).is_ok());
    }
}

#[test]
fn no_columns_at_all_leaves_the_mean() {
    let x = Array2::zeros((4, 0));
    let fit = Native.linear(x.view(), &[1.0, 2.0, 3.0, 6.0], &OLS).unwrap();
    assert_abs_diff_eq!(fit.intercept, 3.0, epsilon = 1e-15);
    let fit = Native.logistic(x.view(), &[0, 1, 1, 1], 2, &maximum_likelihood()).unwrap();
    assert_abs_diff_eq!(fit.intercepts[0], 3f64.ln(), epsilon = 1e-9);
}

/// From these starts the first cluster has lost both its rows by the second pass, and takes
/// (5, 8), the row farthest from its centroid: scikit-learn 1.9.1 ends in the same place.
#[test]
fn an_empty_cluster_takes_the_farthest_row() {
    let x = array![[5.0, 0.0], [2.0, 1.0], [3.0, 0.0], [5.0, 5.0], [5.0, 8.0]];
    let init = Init::Rows(vec![0, 1, 2]);
    let fit = Native.kmeans(x.view(), &KMeansOptions { init, trace: true, tol: 0.0, ..KMeansOptions::new(3) }).unwrap();
    assert_eq!(fit.trace[1].centroids, array![[5.0, 2.5], [3.5, 4.5], [3.0, 0.0]]);
    assert_eq!(fit.trace[2].centroids.row(0), array![5.0, 8.0]);
    assert_eq!((fit.labels.as_slice(), fit.converged), (&[2, 2, 2, 1, 0][..], true));
    assert_abs_diff_eq!(fit.inertia, 16.0 / 3.0, epsilon = 1e-12);
}

#[test]
fn k_means_breaks_ties_by_the_lowest_index() {
    let x = array![[0.0], [1.0], [2.0]];
    let options = KMeansOptions { init: Init::Rows(vec![0, 2]), max_iter: 1, trace: true, ..KMeansOptions::new(2) };
    let fit = Native.kmeans(x.view(), &options).unwrap();
    assert_eq!(fit.trace[1].centroids, array![[0.5], [2.0]]);
}

#[test]
fn sums_beyond_the_range_are_an_error_and_no_fit_without_figures() {
    let x = array![[1e300, 1.0], [-1e300, 2.0], [0.0, 4.0], [1e-300, 3.0]];
    for engine in [&Native as &dyn Engine, &Linfa] {
        for l2 in [0.0, 1.0] {
            let fit = engine.linear(x.view(), &[1.0, 2.0, 3.0, 4.0], &LinearOptions { l2 });
            assert_eq!(fit.unwrap_err(), EngineError::Overflow { column: 0 }, "{} {l2}", engine.name());
        }
    }
}

#[test]
fn bad_input_is_named() {
    let mut x = matrix(300, 3, 4);
    let (y, classes) = (targets(&x), labels(&x, 2));
    for engine in [&Native as &dyn Engine, &Linfa] {
        let logistic = |x: &Array2<f64>, labels: &[usize], n| {
            engine.logistic(x.view(), labels, n, &LogisticOptions::default()).unwrap_err()
        };
        assert_eq!(logistic(&x, &[0; 300], 2), EngineError::OneClass);
        assert_eq!(logistic(&x, &classes, 3), EngineError::EmptyClass { class: 2 });
        assert_eq!(logistic(&x, &[0], 2), EngineError::LengthMismatch { n_samples: 300, n_targets: 1 });
        assert_eq!(logistic(&Array2::zeros((0, 2)), &[], 2), EngineError::NoSamples);
        let negative = engine.linear(x.view(), &y, &LinearOptions { l2: -1.0 }).unwrap_err();
        assert_eq!(negative, EngineError::InvalidPenalty { l2: -1.0 });
        let same = Array2::ones((5, 2));
        let kmeans = |x: &Array2<f64>, k| engine.kmeans(x.view(), &KMeansOptions::new(k)).unwrap_err();
        assert_eq!(kmeans(&same, 2), EngineError::TooManyClusters { k: 2, distinct: 1 });
        assert_eq!(kmeans(&same, 0), EngineError::NoClusters);
    }
    for bad in [f64::NAN, f64::INFINITY] {
        x[[270, 1]] = bad;
        let expected = EngineError::NotFinite { row: 270, column: 1 };
        for engine in [&Native as &dyn Engine, &Linfa] {
            for l2 in [0.0, 1.0] {
                let options = LogisticOptions { l2, ..Default::default() };
                assert_eq!(engine.logistic(x.view(), &classes, 2, &options).unwrap_err(), expected);
                assert_eq!(engine.linear(x.view(), &y, &LinearOptions { l2 }).unwrap_err(), expected);
            }
            for tol in [0.0, 1e-4] {
                let options = KMeansOptions { tol, ..KMeansOptions::new(3) };
                assert_eq!(engine.kmeans(x.view(), &options).unwrap_err(), expected);
            }
        }
    }
}

#[test]
fn starting_rows_must_be_distinct_and_inside() {
    let x = array![[0.0], [1.0], [1.0], [5.0]];
    let error = |rows: &[usize]| {
        Native
            .kmeans(x.view(), &KMeansOptions { init: Init::Rows(rows.to_vec()), ..KMeansOptions::new(2) })
            .unwrap_err()
    };
    assert_eq!(error(&[0, 4]), EngineError::StartOutOfRange { row: 4, n_samples: 4 });
    assert_eq!(error(&[1, 2]), EngineError::StartDuplicate { first: 1, second: 2 });
    assert_eq!(error(&[1]), EngineError::StartCount { k: 2, given: 1 });
}
