//! Fits against scikit-learn (`sklearn_logistic.py`) and R (`r_models.R`).

use super::{matrix, numbers, parse};
use approx::assert_relative_eq;
use melon::data::{Column, Dataset};
use melon::engine::EngineChoice;
use melon::model::Model;
use melon::task::classify::{Classification, ClassifyOptions, classify};
use melon::task::regress::{RegressOptions, regress};
use melon::task::{Cv, Finding};
use serde_json::Value;

const SKLEARN: &str = include_str!("sklearn_logistic.json");
const R: &str = include_str!("r_models.json");

/// The columns of `json` called `features`, and the one called `target`.
fn dataset(json: &Value, features: &[&str], target: &str) -> Dataset {
    let column = |name: &str| {
        let cells = json[name].as_array().unwrap();
        match cells[0].is_string() {
            true => Column::words(name, cells.iter().map(Value::as_str)),
            false => Column::numbers(name, numbers(&json[name])),
        }
    };
    let target = column(target);
    Dataset {
        name: "golden".into(),
        builtin: None,
        features: features.iter().map(|name| column(name)).collect(),
        rows: (1..=target.len()).collect(),
        target: Some(target),
        left_out: Vec::new(),
        notices: Vec::new(),
    }
}

#[test]
fn penalised_logistic_regression_is_that_of_scikit_learn_in_both_engines() {
    for case in parse(SKLEARN).as_array().unwrap() {
        let data = dataset(case, &["colour", "size", "weight"], "label");
        let (coefficients, intercepts) = (matrix(&case["coefficients"]), numbers(&case["intercepts"]));
        for engine in [EngineChoice::Linfa, EngineChoice::Native] {
            let l2 = case["l2"].as_f64().unwrap();
            let standardize = case["standardize"].as_bool().unwrap();
            let options = ClassifyOptions { l2, standardize, engine, cv: Cv::None, ..Default::default() };
            let result = classify(&data, &options, &[]).unwrap();
            let Model::Logistic(model) = &result.fitted else { panic!("a logistic model") };
            assert_eq!(model.outputs.len(), intercepts.len());
            for (output, (row, intercept)) in model.outputs.iter().zip(coefficients.rows().into_iter().zip(&intercepts))
            {
                assert_relative_eq!(output.intercept, *intercept, epsilon = 1e-6, max_relative = 1e-6);
                for (ours, theirs) in output.coefficients.iter().zip(row) {
                    assert_relative_eq!(ours, theirs, epsilon = 1e-6, max_relative = 1e-6);
                }
            }
            let probabilities = melon::model::Classifier::predict_proba(model, &data.features).unwrap();
            for (ours, theirs) in probabilities.iter().zip(&matrix(&case["probabilities"])) {
                assert_relative_eq!(ours, theirs, epsilon = 1e-6);
            }
        }
    }
}

fn maximum_likelihood(json: &Value, features: &[&str], target: &str) -> Classification {
    let options = ClassifyOptions { l2: 0.0, cv: Cv::None, ..Default::default() };
    classify(&dataset(&json["data"], features, target), &options, &[]).unwrap()
}

#[test]
fn maximum_likelihood_has_the_summary_of_glm() {
    let golden = parse(R);
    let result = maximum_likelihood(&golden, &["colour", "size", "weight"], "ripe");
    assert_eq!(result.reference, ["colour=a"]);
    let (table, interval) = (matrix(&golden["glm"]["table"]), matrix(&golden["glm"]["interval"]));
    assert_eq!(result.coefficients.len(), table.nrows());
    for ((line, expected), interval) in result.coefficients.iter().zip(table.rows()).zip(interval.rows()) {
        let ours = [line.estimate, line.std_error, line.z, line.p_value].map(Option::unwrap);
        for (ours, theirs) in ours.iter().zip(expected) {
            assert_relative_eq!(ours, theirs, max_relative = 1e-8);
        }
        for (ours, theirs) in line.interval.unwrap().iter().zip(interval) {
            assert_relative_eq!(ours, theirs, max_relative = 1e-8);
        }
    }
    let deviances = numbers(&golden["glm"]["deviances"]);
    assert_relative_eq!(result.fit.null_deviance, deviances[0], max_relative = 1e-12);
    assert_relative_eq!(result.fit.residual_deviance, deviances[1], max_relative = 1e-12);
    assert_relative_eq!(result.fit.aic.unwrap(), golden["glm"]["aic"].as_f64().unwrap(), max_relative = 1e-12);
    assert_eq!(result.fit.df.map(|df| df as f64).to_vec(), numbers(&golden["glm"]["df"]));
}

#[test]
fn three_classes_are_those_of_multinom() {
    let golden = parse(R);
    let result = maximum_likelihood(&golden, &["colour", "size"], "kind");
    let expected = matrix(&golden["multinom"]["coefficients"]);
    assert_eq!(result.coefficients.len(), expected.len());
    // multinom stops where the deviance no longer changes: half of its digits are left.
    for (line, expected) in result.coefficients.iter().zip(&expected) {
        assert_relative_eq!(line.estimate.unwrap(), *expected, max_relative = 1e-5);
    }
    assert_eq!(result.coefficients[0].class.as_deref(), Some("m"));
    let deviance = golden["multinom"]["deviance"].as_f64().unwrap();
    assert_relative_eq!(result.fit.residual_deviance, deviance, max_relative = 1e-10);
}

#[test]
fn least_squares_has_the_summary_of_lm() {
    let golden = parse(R);
    let data = dataset(&golden["data"], &["colour", "size", "weight"], "sugar");
    let result = regress(&data, &RegressOptions::default(), &[]).unwrap();
    let lm = &golden["lm"];
    let (table, interval) = (matrix(&lm["table"]), matrix(&lm["interval"]));
    assert_eq!(result.coefficients.len(), table.nrows());
    for ((line, expected), interval) in result.coefficients.iter().zip(table.rows()).zip(interval.rows()) {
        let ours = [line.estimate, line.std_error, line.t, line.p_value].map(Option::unwrap);
        for (ours, theirs) in ours.iter().zip(expected) {
            assert_relative_eq!(ours, theirs, max_relative = 1e-9);
        }
        for (ours, theirs) in line.interval.unwrap().iter().zip(interval) {
            assert_relative_eq!(ours, theirs, max_relative = 1e-9);
        }
    }
    let fit = &result.fit;
    let ours = [fit.r2, fit.adjusted_r2, fit.residual_std_error, fit.f, fit.f_p_value].map(Option::unwrap);
    let names = ["r2", "adjusted_r2", "residual_std_error", "f", "f_p_value"];
    for (ours, name) in ours.iter().zip(names) {
        assert_relative_eq!(*ours, lm[name].as_f64().unwrap(), max_relative = 1e-10);
    }
    assert_eq!(fit.df.map(|df| df as f64).to_vec(), numbers(&lm["df"]));
}

#[test]
fn an_aliased_column_has_no_estimate_as_in_lm() {
    let golden = parse(R);
    let data = dataset(&golden["data"], &["size", "twice", "weight"], "sugar");
    let result = regress(&data, &RegressOptions::default(), &[]).unwrap();
    for (line, expected) in result.coefficients.iter().zip(golden["aliased"]["coefficients"].as_array().unwrap()) {
        match expected.as_f64() {
            Some(expected) => assert_relative_eq!(line.estimate.unwrap(), expected, max_relative = 1e-9),
            None => assert_eq!((line.term.as_str(), line.estimate), ("twice", None)),
        }
    }
    assert_relative_eq!(result.fit.r2.unwrap(), golden["aliased"]["r2"].as_f64().unwrap(), max_relative = 1e-10);
    assert!(result.findings.contains(&Finding::RankDeficient { terms: vec!["twice".to_owned()], constant: vec![] }));
}
