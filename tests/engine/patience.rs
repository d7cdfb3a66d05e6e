//! What nobody waits for any more is given up: a fit between two passes over the rows, a task between two fits.

use melon::data::{Builtin, Column, Dataset, EncodeOptions, Encoder, Goal, Selection, select};
use melon::engine::patience::{Patience, Waits, while_waiting};
use melon::engine::{Engine, EngineError, Init, KMeansOptions, LogisticOptions, Native};
use melon::rng::Seed;
use melon::task::TaskError;
use melon::task::classify::{ClassifyOptions, classify};
use melon::task::cluster::{ClusterOptions, cluster};
use melon::task::compare::{CompareOptions, compare};
use melon::task::curve::{CurveOptions, curve};
use melon::task::regress::{RegressOptions, regress};
use ndarray::Array2;
use rand::Rng;
use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Somebody who waits until she has been asked so often, and how often she was.
fn patient(times: usize) -> (Waits, Arc<AtomicUsize>) {
    let n_asked = Arc::new(AtomicUsize::new(0));
    let counter = n_asked.clone();
    (Arc::new(move || counter.fetch_add(1, Ordering::SeqCst) < times), n_asked)
}

/// Numbers in (-1, 1).
fn noise(rows: usize, columns: usize) -> Array2<f64> {
    let mut stream = Seed(7).stream("test");
    Array2::from_shape_simple_fn((rows, columns), || stream.r#gen::<f64>() * 2.0 - 1.0)
}

/// A fit asks at least so often, and wherever it is told that nobody waits it ends there.
fn is_given_up<T: Debug>(name: &str, fewest: usize, fit: impl Fn() -> Result<T, EngineError>) {
    let (waits, n_asked) = patient(usize::MAX);
    while_waiting(waits, &fit).unwrap();
    let all = n_asked.load(Ordering::SeqCst);
    assert!(all >= fewest, "{name}: asked {all} times");
    for times in [0, all / 2, all - 1] {
        let (waits, n_asked) = patient(times);
        assert_eq!(while_waiting(waits, &fit).unwrap_err(), EngineError::GivenUp, "{name}");
        assert_eq!(n_asked.load(Ordering::SeqCst), times + 1, "{name}: it ends at once");
    }
}

#[test]
fn every_fit_that_goes_round_can_be_given_up_in_any_round() {
    let x = noise(600, 2);
    let lloyd = KMeansOptions { init: Init::Rows((0..6).collect()), tol: 0.0, ..KMeansOptions::new(6) };
    is_given_up("Lloyd", 8, || Native.kmeans(x.view(), &lloyd));
    let drawn = KMeansOptions { n_init: Some(5), max_iter: 1, ..KMeansOptions::new(6) };
    is_given_up("k-means++", 5 * 6, || Native.kmeans(x.view(), &drawn));
    is_given_up("runs of our own number", 100, || Native.kmeans(x.view(), &KMeansOptions::new(6)));
    for n_classes in [2, 4] {
        let labels: Vec<usize> = (0..600).map(|row| row * 7 % 11 % n_classes).collect();
        for l2 in [0.0, 1.0] {
            let options = LogisticOptions { l2, ..LogisticOptions::default() };
            is_given_up("Newton", 3, || Native.logistic(x.view(), &labels, n_classes, &options));
        }
    }
    // So many columns that the Hessian is not written down.
    for (name, rows, columns) in [("in the space of the rows", 60, 2000), ("conjugate gradients", 1300, 1200)] {
        let x = noise(rows, columns);
        let labels: Vec<usize> = (0..rows).map(|row| row % 2).collect();
        let options = LogisticOptions { l2: 1.0, ..LogisticOptions::default() };
        is_given_up(name, 4, || Native.logistic(x.view(), &labels, 2, &options));
    }
    let words: Vec<String> = (0..1200).map(|row| format!("w{}", row * 7 % 400)).collect();
    let column = Column::words("w", words.iter().map(|word| Some(word.as_str())));
    let encoder = Encoder::fit(std::slice::from_ref(&column), EncodeOptions::default()).unwrap();
    let table = encoder.one_hot(std::slice::from_ref(&column)).unwrap();
    let labels: Vec<usize> = (0..1200).map(|row| row * 5 % 13 % 2).collect();
    is_given_up("indicators", 3, || {
        Native.logistic_of_table(&table, &labels, 2, &LogisticOptions { l2: 0.01, ..LogisticOptions::default() })
    });
}

/// Noise in 64 clusters, to the last row: minutes, if nobody ends it.
#[test]
fn a_long_fit_ends_soon_after_whoever_waited_has_gone() {
    let x = noise(60_000, 12);
    let options = KMeansOptions { n_init: Some(1000), tol: 0.0, max_iter: 100_000, ..KMeansOptions::new(64) };
    let begun = Instant::now();
    let waits: Waits = Arc::new(move || begun.elapsed() < Duration::from_millis(200));
    let fit = while_waiting(waits, || Native.kmeans(x.view(), &options));
    assert_eq!(fit.unwrap_err(), EngineError::GivenUp);
}

/// Each of them asks, more than once, and ends when nobody waits any more.
#[test]
fn every_task_on_a_table_can_be_given_up() {
    let data = |builtin: Builtin, goal| -> Dataset {
        select(builtin.table(None, Seed::default()), &Selection::default(), goal).unwrap()
    };
    let melons = data(Builtin::Melons, Goal::Classify);
    let numbers = data(Builtin::Watermelon4, Goal::Cluster);
    let sizes = Selection { target: Some("含糖率".to_owned()), ..Selection::default() };
    let sizes = select(Builtin::Watermelon3Alpha.table(None, Seed::default()), &sizes, Goal::Regress).unwrap();
    type Task<'t> = Box<dyn Fn() -> Result<(), TaskError> + 't>;
    let tasks: [(&str, Task); 5] = [
        ("classify", Box::new(|| classify(&melons, &ClassifyOptions::default(), &[]).map(drop))),
        ("regress", Box::new(|| regress(&sizes, &RegressOptions::default(), &[]).map(drop))),
        (
            "cluster",
            Box::new(|| {
                let options = ClusterOptions { k_range: Some([2, 4]), ..ClusterOptions::default() };
                cluster(&numbers, &options).map(drop)
            }),
        ),
        ("compare", Box::new(|| compare(&melons, None, &CompareOptions::default()).map(drop))),
        (
            "curve",
            Box::new(|| curve(&melons, &CurveOptions { n_splits: 4, ..CurveOptions::default() }, || {}).map(drop)),
        ),
    ];
    for (name, task) in tasks {
        for times in [2, 30] {
            let (waits, n_asked) = patient(times);
            let error = while_waiting(waits, &task).unwrap_err();
            // Not "in fold 3": it is no fold's doing.
            assert!(matches!(error, TaskError::Engine(EngineError::GivenUp)), "{name}: {error:?}");
            assert!(n_asked.load(Ordering::SeqCst) > times, "{name}");
        }
    }
    assert!(Patience::here().check().is_ok(), "nothing is left of it");
}
