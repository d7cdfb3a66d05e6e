//! Bad input has its named error, from every estimator, and never a panic.

use super::{estimators, melons};
use melon::data::{Column, EncodeError, Place, Values};
use melon::engine::EngineError;
use melon::model::ModelError;
use melon::task::{Predictor, TaskError};

/// `melons` with one cell of `weight` changed.
fn with_weight(row: usize, value: f64) -> Vec<Column> {
    let mut features = melons().features;
    let Values::Numbers(cells) = &mut features[2].values else { panic!("weight is numeric") };
    cells[row] = value;
    features
}

#[test]
fn no_samples() {
    for estimator in estimators() {
        let name = &estimator.name;
        let error = estimator.fit(&melons().take(&[])).err().unwrap_or_else(|| panic!("{name} accepts an empty table"));
        let named = matches!(
            error,
            TaskError::Engine(EngineError::NoSamples)
                | TaskError::Model(ModelError::NoSamples)
                | TaskError::Encode(EncodeError::NoValues { .. })
        );
        assert!(named, "{name}: {error}");
    }
}

#[test]
fn an_infinite_number() {
    for estimator in estimators() {
        let name = &estimator.name;
        let mut data = melons();
        data.features = with_weight(7, f64::INFINITY);
        let error = estimator.fit(&data).err().unwrap_or_else(|| panic!("{name} accepts infinity"));
        let place = TaskError::Encode(EncodeError::NotFinite { column: "weight".into(), place: Place::Row(7) });
        assert_eq!(error, place, "{name}");
    }
}

#[test]
fn one_class() {
    for estimator in estimators() {
        let name = &estimator.name;
        let mut data = melons();
        data.target = Some(Column::words("ripe", vec![Some("yes"); 40]));
        let is_classifier = estimator.fit(&melons()).unwrap().model.as_classifier().is_some();
        match estimator.fit(&data) {
            Ok(_) => assert!(!is_classifier, "{name} accepts a single class"),
            Err(TaskError::Engine(EngineError::OneClass) | TaskError::Model(ModelError::OneClass { .. })) => {}
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

#[test]
fn a_missing_cell_is_an_error_of_its_row_or_marginalised() {
    for estimator in estimators() {
        let name = &estimator.name;
        let predictor = Predictor::new(estimator.fit(&melons()).unwrap().model, 0.5);
        match predictor.predict(&with_weight(3, f64::NAN)) {
            Ok(_) => assert!(["naive-bayes", "tree"].contains(&name.as_str()), "{name} cannot"),
            Err(error) => {
                let place =
                    TaskError::Encode(EncodeError::MissingCell { column: "weight".into(), place: Place::Row(3) });
                assert_eq!(error, place, "{name}");
            }
        }
    }
}

#[test]
fn missing_cells_in_training_are_imputed_or_left_out() {
    let mut data = melons();
    data.features = with_weight(3, f64::NAN);
    for estimator in estimators() {
        let name = &estimator.name;
        let predictor = Predictor::new(estimator.fit(&data).unwrap_or_else(|e| panic!("{name}: {e}")).model, 0.5);
        assert!(predictor.predict(&data.features).is_ok(), "{name}");
    }
}

#[test]
fn an_unseen_category_names_the_nearest_known_one() {
    let mut features = melons().features;
    features[0] = Column::words("color", vec![Some("gren"); 40]);
    for estimator in estimators() {
        let name = &estimator.name;
        let predictor = Predictor::new(estimator.fit(&melons()).unwrap().model, 0.5);
        let error = predictor.predict(&features).unwrap_err();
        let TaskError::Encode(EncodeError::UnseenCategory { place: Place::Row(0), value, nearest, .. }) = error else {
            panic!("{name}: {error}")
        };
        assert_eq!((value.as_str(), nearest.as_deref()), ("gren", Some("green")), "{name}");
    }
}

#[test]
fn a_missing_column() {
    for estimator in estimators() {
        let name = &estimator.name;
        let predictor = Predictor::new(estimator.fit(&melons()).unwrap().model, 0.5);
        let error = predictor.predict(&melons().features[1..]).unwrap_err();
        assert!(
            matches!(&error, TaskError::Encode(EncodeError::MissingColumn { column, .. }) if column == "color"),
            "{name}: {error}"
        );
    }
}

#[test]
fn a_column_of_another_kind() {
    let mut features = melons().features;
    features[2] = Column::words("weight", vec![Some("heavy"); 40]);
    for estimator in estimators() {
        let name = &estimator.name;
        let predictor = Predictor::new(estimator.fit(&melons()).unwrap().model, 0.5);
        let error = predictor.predict(&features).unwrap_err();
        let TaskError::Encode(EncodeError::NotANumber { column, text, .. }) = error else { panic!("{name}: {error}") };
        assert_eq!((column.as_str(), text.as_str()), ("weight", "heavy"), "{name}");
    }
}
