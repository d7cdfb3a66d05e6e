//! What must not change a fit: threads, memory layout, the order of summation.

use super::synthetic::{by_columns, labels, matrix, targets};
use melon::engine::{Engine, KMeansFit, KMeansOptions, LinearFit, LinearOptions, LogisticFit, LogisticOptions, Native};
use ndarray::ArrayView2;

type Fits = (Vec<LogisticFit>, Vec<LinearFit>, KMeansFit);

/// Every native fit on one matrix.
fn fits(x: ArrayView2<f64>, y: &[f64], classes: &[(usize, Vec<usize>)]) -> Fits {
    let logistic = classes.iter().flat_map(|(n_classes, labels)| {
        [0.0, 1.0]
            .map(|l2| Native.logistic(x, labels, *n_classes, &LogisticOptions { l2, ..Default::default() }).unwrap())
    });
    let linear = [0.0, 1.0].map(|l2| Native.linear(x, y, &LinearOptions { l2 }).unwrap());
    let kmeans = KMeansOptions { n_init: Some(2), trace: true, max_iter: 20, ..KMeansOptions::new(5) };
    (logistic.collect(), linear.to_vec(), Native.kmeans(x, &kmeans).unwrap())
}

#[test]
fn threads_and_layout_do_not_change_a_byte() {
    let x = matrix(20_011, 5, 7);
    let columns = by_columns(&x);
    let y = targets(&x);
    let classes = [(2, labels(&x, 2)), (3, labels(&x, 3))];
    let expected = fits(x.view(), &y, &classes);
    assert!(expected.0.iter().all(|fit| fit.converged));
    assert_eq!(fits(columns.view(), &y, &classes), expected);
    for threads in [1, 2, 3] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        assert_eq!(pool.install(|| fits(x.view(), &y, &classes)), expected, "{threads} threads");
    }
}

#[test]
fn a_view_of_every_second_row_and_column_is_a_matrix_like_any_other() {
    let wide = matrix(3_000, 8, 11);
    let view = wide.slice(ndarray::s![..;2, ..;2]);
    let copy = view.to_owned();
    let (y, classes) = (targets(&copy), [(2, labels(&copy, 2))]);
    assert_eq!(fits(view, &y, &classes), fits(copy.view(), &y, &classes));
}

/// Large enough for the sampled start: it changes the path, not the estimate.
#[test]
fn a_start_from_a_sample_ends_where_a_start_from_nothing_does() {
    let (small, times) = (matrix(30_000, 2, 3), 10);
    let large = ndarray::concatenate(ndarray::Axis(0), &vec![small.view(); times]).unwrap();
    let (few, many) = (labels(&small, 2), labels(&small, 2).repeat(times));
    let fit = |x: ArrayView2<f64>, labels: &[usize], l2| {
        Native.logistic(x, labels, 2, &LogisticOptions { l2, ..Default::default() }).unwrap()
    };
    let (once, repeated) = (fit(small.view(), &few, 1.0), fit(large.view(), &many, times as f64));
    assert!(repeated.converged && repeated.iterations < once.iterations);
    approx::assert_abs_diff_eq!(once.coefficients, repeated.coefficients, epsilon = 1e-9);
    approx::assert_abs_diff_eq!(once.intercepts, repeated.intercepts, epsilon = 1e-9);
}
