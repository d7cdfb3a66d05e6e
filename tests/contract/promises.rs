//! Determinism, saving and loading, and what predictions must fulfil.

use super::{estimators, melons};
use melon::data::{Column, Values};
use melon::store;
use melon::task::Predictor;

fn numbers(column: &Column) -> &[f64] {
    match &column.values {
        Values::Numbers(cells) => cells,
        Values::Words { .. } => panic!("{} holds words", column.name),
    }
}

/// Every predicted cell as text, column by column.
fn texts(columns: &[Column]) -> Vec<Vec<String>> {
    let cells = |column: &Column| (0..column.len()).map(|row| column.text(row).unwrap().into_owned()).collect();
    columns.iter().map(cells).collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_any_number_of_threads() {
    for estimator in estimators() {
        let name = &estimator.name;
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let outcome = pool.install(|| estimator.fit(&melons())).unwrap();
            (outcome.json, serde_json::to_string(&outcome.saved).unwrap())
        };
        let once = on(1);
        assert_eq!(on(1), once, "{name}");
        assert_eq!(on(3), once, "{name}: other bytes on three threads");
    }
}

#[test]
fn a_model_that_was_saved_answers_the_same() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("model.json");
    for estimator in estimators() {
        let name = &estimator.name;
        let outcome = estimator.fit(&melons()).unwrap();
        store::save(&path, &outcome.saved).unwrap();
        let loaded = store::load(&path).unwrap();
        assert_eq!(loaded, outcome.saved, "{name}");
        let before = Predictor::new(outcome.model, 0.5).predict(&melons().features).unwrap();
        assert_eq!(loaded.into_predictor().predict(&melons().features).unwrap(), before, "{name}");
    }
}

#[test]
fn probabilities_sum_to_one() {
    for estimator in estimators() {
        let name = &estimator.name;
        let outcome = estimator.fit(&melons()).unwrap();
        let Some(classifier) = outcome.model.as_classifier() else { continue };
        for row in classifier.predict_proba(&melons().features).unwrap().rows() {
            assert!((row.sum() - 1.0).abs() < 1e-12, "{name}: {row}");
            assert!(row.iter().all(|p| (0.0..=1.0).contains(p)), "{name}: {row}");
        }
    }
}

#[test]
fn an_answer_depends_on_its_own_row_alone() {
    let data = melons();
    let backwards: Vec<usize> = (0..data.n_samples()).rev().collect();
    for estimator in estimators() {
        let name = &estimator.name;
        let predictor = Predictor::new(estimator.fit(&data).unwrap().model, 0.5);
        let all = texts(&predictor.predict(&data.features).unwrap());
        let reversed = texts(&predictor.predict(&data.take(&backwards).features).unwrap());
        let one_by_one: Vec<_> =
            (0..data.n_samples()).map(|row| texts(&predictor.predict(&data.take(&[row]).features).unwrap())).collect();
        for (column, cells) in all.iter().enumerate() {
            let back: Vec<String> = reversed[column].iter().rev().cloned().collect();
            assert_eq!(&back, cells, "{name}: the rows' order matters");
            let single: Vec<String> = one_by_one.iter().map(|answer| answer[column][0].clone()).collect();
            assert_eq!(&single, cells, "{name}: the size of a chunk matters");
        }
    }
}

#[test]
fn columns_are_found_by_name() {
    let mut mixed = melons().features;
    mixed.reverse();
    mixed.insert(1, Column::numbers("not asked for", vec![f64::NAN; 40]));
    for estimator in estimators() {
        let name = &estimator.name;
        let predictor = Predictor::new(estimator.fit(&melons()).unwrap().model, 0.5);
        assert_eq!(predictor.predict(&mixed), predictor.predict(&melons().features), "{name}");
    }
}

#[test]
fn the_order_of_the_training_rows_does_not_matter() {
    let data = melons();
    let order: Vec<usize> = (0..data.n_samples()).map(|i| (i * 17 + 5) % data.n_samples()).collect();
    // k-means draws its starts by row, and so is exempt.
    for estimator in estimators().iter().filter(|estimator| !estimator.name.starts_with("k-means")) {
        let name = &estimator.name;
        let predict = |model| Predictor::new(model, 0.5).predict(&data.features).unwrap();
        let (forth, mixed) =
            (predict(estimator.fit(&data).unwrap().model), predict(estimator.fit(&data.take(&order)).unwrap().model));
        for (a, b) in forth.iter().zip(&mixed).filter(|(a, _)| a.is_numeric()) {
            let largest = numbers(a).iter().zip(numbers(b)).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            assert!(largest < 1e-7, "{name}: {} moves by {largest}", a.name);
        }
    }
}
