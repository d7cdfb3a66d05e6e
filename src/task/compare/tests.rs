use super::*;
use crate::data::Labels;
use crate::data::{Builtin, Column, Goal, Selection, Table, select};
use crate::task::classifiers::{self, FitOptions};
use crate::task::{Cv, Finding};
use approx::assert_relative_eq;
use std::collections::BTreeMap;

fn data(table: Builtin) -> Dataset {
    select(table.table(None, Seed::default()), &Selection::default(), Goal::Classify).unwrap()
}

fn quick() -> CompareOptions {
    CompareOptions { cv: Cv::None, n_samples: 200, ..CompareOptions::default() }
}

fn model(result: &Comparison, name: ModelName) -> &ComparedModel {
    result.models.iter().find(|compared| compared.model == name).unwrap()
}

#[test]
fn the_book_s_figures_of_naive_bayes() {
    let result = compare(&data(Builtin::Watermelon3), None, &quick()).unwrap();
    let bayes = model(&result, ModelName::NaiveBayes);
    let Some(Why::LogOdds { class, log_odds, .. }) = &bayes.why else { panic!("{:?}", bayes.why) };
    // Zhou, 机器学习, example 4.1 with Laplace's rule: 0.0256310 against 7.7224e-5.
    assert_eq!(class, "是");
    assert_relative_eq!(log_odds.exp(), 0.0256310 / 7.7224e-5, max_relative = 1e-4);
    assert_relative_eq!(bayes.usual.as_ref().unwrap().score.exp(), 0.0256310 + 7.7224e-5, max_relative = 1e-4);
    assert_eq!(result.melon.truth.as_deref(), Some("是"));
}

#[test]
fn every_model_is_tested_in_the_same_folds() {
    let data = data(Builtin::TenMelons);
    let labels = labels_of(&data).unwrap();
    let options = CompareOptions { n_samples: 0, cv: Cv::LeaveOneOut, ..CompareOptions::default() };
    let result = compare(&data, None, &options).unwrap();
    // Each column by hand: the sample is left out, and everything is trained on the rest.
    let of = |name: ModelName| model(&result, name).cross_validation.as_ref().unwrap().metrics.log_loss;
    let fits = options.fits(false).unwrap();
    let mut sums = vec![0.0; MODELS.len()];
    for held_out in 0..data.n_samples() {
        let rest: Vec<usize> = (0..data.n_samples()).filter(|&row| row != held_out).collect();
        let known = Labels { codes: rest.iter().map(|&row| labels.codes[row]).collect(), ..labels.clone() };
        let trained = TrainedModels::fit(&data.take(&rest), &known, &options, &fits).unwrap();
        for (sum, model) in sums.iter_mut().zip(&trained.models) {
            let p = model.classifier().predict_proba(&data.take(&[held_out]).features).unwrap();
            *sum -= p[[0, labels.codes[held_out]]].ln() / data.n_samples() as f64;
        }
    }
    for (sum, &name) in sums.into_iter().zip(MODELS) {
        assert_relative_eq!(of(name), sum, max_relative = 1e-9);
    }
    assert_eq!(result.differences.len(), 15);
}

#[test]
fn the_n_gram_held_out_is_what_a_plain_script_finds() {
    // tests/golden/sentences_ngram.py, which counts and smooths on its own.
    let data = data(Builtin::Watermelon3);
    let labels = labels_of(&data).unwrap();
    let (_, folds) = Cv::LeaveOneOut.stratified(&labels.codes, Seed(42)).unwrap().unwrap();
    let ngram = FitOptions { model: ModelName::NGram, ..FitOptions::default() }.checked().unwrap();
    let fit = |train: &crate::data::Dataset, labels: &Labels| classifiers::fit(train, labels, &ngram);
    let all = crate::task::cross_validation::classify_held_out(&data, &labels, &folds, fit).unwrap();
    let log_loss = crate::eval::probability::log_loss(&labels.codes, all.divisions[0].view());
    assert_relative_eq!(log_loss, 0.645_593_656_865_847_7, max_relative = 1e-12);
}

#[test]
fn what_a_model_cannot_do_it_does_not_do() {
    let cells = [("色泽", "青绿"), ("敲声", "浊响")];
    let melon: Melon = cells.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    let result = compare(&data(Builtin::Melons), Some(&melon), &quick()).unwrap();
    let logistic = model(&result, ModelName::Logistic);
    assert_eq!(logistic.needs, ["根蒂"]);
    assert!(
        logistic.answer.is_none() && logistic.fills.is_none() && logistic.makes.is_none() && logistic.usual.is_none()
    );
    for name in [ModelName::NaiveBayes, ModelName::NGram, ModelName::Gpt] {
        let compared = model(&result, name);
        assert!(compared.answer.is_some() && compared.makes.is_some() && compared.usual.is_some());
        let filled = compared.fills.as_ref().unwrap();
        assert_eq!((filled.guess.feature.as_str(), filled.hidden.as_deref()), ("根蒂", None));
    }
    let clusters = model(&result, ModelName::KMeans);
    assert!(clusters.answer.as_ref().unwrap().labelled_afterwards && clusters.makes.is_none());
}

#[test]
fn sampled_melons_are_naive_about_pairs_and_not_about_single_columns() {
    let data = data(Builtin::MelonField);
    let data = data.take(&(0..400).collect::<Vec<_>>());
    let new = compare(&data, None, &CompareOptions { n_samples: 4000, ..quick() }).unwrap().new_melons.unwrap();
    let bayes = &new.makers[0];
    assert_eq!((bayes.model, bayes.valid), (ModelName::NaiveBayes, 1.0));
    assert!(bayes.distances.marginals < new.halves.marginals, "{bayes:?}");
    assert!(new.makers.iter().all(|maker| (0.0..=1.0).contains(&maker.new) && maker.valid > 0.5), "{new:?}");
}

#[test]
fn the_same_seed_gives_the_same_result() {
    let run = || {
        let mut result = compare(&data(Builtin::TenMelons), None, &CompareOptions::default()).unwrap();
        result.timing = Timing { training_secs: BTreeMap::new(), cross_validation_secs: 0.0 };
        result
    };
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(run);
    assert_eq!(alone, run());
}

#[test]
fn any_choice_of_models_is_compared() {
    let models = vec![ModelName::Knn, ModelName::KMeans];
    let options = CompareOptions { models, n_samples: 10, ..CompareOptions::default() };
    let result = compare(&data(Builtin::TenMelons), None, &options).unwrap();
    let knn = model(&result, ModelName::Knn);
    assert!(matches!(&knn.why, Some(Why::Neighbors { neighbors }) if neighbors[0].row == 1), "{:?}", knn.why);
    assert!(knn.fills.is_none() && knn.makes.is_none() && knn.usual.is_none() && knn.cross_validation.is_some());
    assert_eq!((result.models.len(), result.differences.len(), result.options.own.k), (2, 3, Some(5)));
    assert!(result.new_melons.is_none(), "nobody makes melons");
    let twice = CompareOptions { models: vec![ModelName::Knn; 2], ..CompareOptions::default() };
    assert!(matches!(compare(&data(Builtin::TenMelons), None, &twice), Err(TaskError::InvalidOption { .. })));
}

#[test]
fn every_class_that_a_fold_lacks_is_named() {
    let x = Column::numbers("x", [1.0, 2.0, 3.0, 9.0]);
    let y = Column::words("y", [Some("a"), Some("a"), Some("b"), Some("c")]);
    let selection = Selection { target: Some("y".into()), ..Selection::default() };
    let data = select(Table::new("t", vec![x, y]), &selection, Goal::Classify).unwrap();
    let models = vec![ModelName::Logistic, ModelName::Tree];
    let options = CompareOptions { models, cv: Cv::LeaveOneOut, n_samples: 0, ..CompareOptions::default() };
    let result = compare(&data, None, &options).unwrap();
    let lacking = Finding::FoldsLackClass { n_folds: 2, classes: vec!["b".into(), "c".into()] };
    assert!(result.findings.contains(&lacking), "{:?}", result.findings);
    assert_eq!(result.baseline.majority.n_certainly_wrong, Some(2));
    let beside_shares: Vec<&Difference> = result.differences.iter().filter(|pair| pair.b.is_none()).collect();
    assert_eq!(beside_shares.len(), 2);
    assert!(beside_shares.iter().all(|pair| pair.rests_on_clip && !pair.is_clear), "{beside_shares:?}");
}
