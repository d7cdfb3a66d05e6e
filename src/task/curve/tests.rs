use super::*;
use crate::data::{Builtin, Column, Goal, Selection, select};
use crate::rng::Seed;

fn field(n_rows: usize) -> Dataset {
    let table = Builtin::MelonField.table(Some(n_rows), Seed(5));
    select(table, &Selection::default(), Goal::Classify).unwrap()
}

fn options(sizes: &[usize], n_splits: usize) -> CurveOptions {
    CurveOptions { sizes: sizes.to_vec(), n_splits, ..CurveOptions::default() }
}

#[test]
fn the_result_does_not_depend_on_the_number_of_threads() {
    let (data, options) = (field(120), options(&[6, 20, 60], 6));
    let with = |n: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n).build().unwrap();
        pool.install(|| curve(&data, &options, || {}).unwrap())
    };
    assert_eq!(with(1), with(4));
}

#[test]
fn more_melons_teach_more_and_none_beats_the_truth() {
    let result = curve(&field(1500), &options(&[10, 1000], 20), || {}).unwrap();
    let best = result.best_error.unwrap();
    for curve in &result.curves {
        let [few, many] = [&curve.points[0], &curve.points[1]];
        assert!(few.error > many.error, "{} learns nothing", curve.model);
        assert!(many.interval[1] > best - 0.02, "{} beats the truth", curve.model);
        assert!(many.error < result.baseline.error, "{} is no better than guessing", curve.model);
    }
}

#[test]
fn training_sets_of_one_class_are_answered_with_it_and_counted() {
    let result = curve(&field(60), &options(&[1, 2, 40], 10), || {}).unwrap();
    for curve in &result.curves {
        assert_eq!(curve.points[0].n_guessed, 10, "one melon has one class");
        assert_eq!(curve.points[0].error, result.curves[0].points[0].error, "all models guess alike");
        assert_eq!(curve.points[2].n_guessed, 0);
    }
}

#[test]
fn separated_classes_are_counted_only_without_a_penalty() {
    let result = curve(&field(100), &options(&[4], 10), || {}).unwrap();
    let separated: Vec<usize> = result.curves.iter().map(|curve| curve.points[0].n_separated).collect();
    let taught = 10 - result.curves[0].points[0].n_guessed;
    assert_eq!(separated, [taught, 0, 0, 0], "four melons of two classes are always separated in eight dimensions");
}

/// By the luck of the splits alone, table 10 would show naive Bayes ahead and table 11 logistic regression, which
/// differ by a fifth of a point in the mean of many tables.
#[test]
fn verdicts_on_tables_of_the_same_truth_do_not_contradict() {
    use crate::task::classifiers::{FitOptions, ModelName};
    let bayes = CurveModel::each(ModelName::NaiveBayes, &[FitOptions::default()]);
    let models: Vec<CurveModel> = [CurveModel::logistic(1.0)].into_iter().chain(bayes).collect();
    let point = |seed: u64| {
        let table = Builtin::MelonField.table(Some(300), Seed(seed));
        let data = select(table, &Selection::default(), Goal::Classify).unwrap();
        let options = CurveOptions { models: models.clone(), seed, ..options(&[200], 30) };
        curve(&data, &options, || {}).unwrap().pairs[0].points[0].clone()
    };
    let points = [10, 11].map(point);
    assert!(points[0].difference > 0.0 && points[1].difference < 0.0, "the tables differ: {points:?}");
    assert!(points.iter().all(|point| point.ahead == Ahead::Unsure), "{points:?}");
}

#[test]
fn missing_cells_are_learned_around() {
    let mut data = field(60);
    let Column { values: crate::data::Values::Numbers(density), .. } = &mut data.features[3] else { panic!() };
    density.iter_mut().skip(3).for_each(|cell| *cell = f64::NAN);
    let result = curve(&data, &options(&[5, 40], 10), || {}).unwrap();
    let guessed = |at: usize| result.curves.iter().map(|curve| curve.points[at].n_guessed).collect::<Vec<_>>();
    assert!(guessed(0).iter().all(|&n| n > 0), "few training sets of five hold one of three numbers");
    assert!(result.curves.iter().all(|curve| curve.points.iter().all(|point| point.error.is_finite())));
}

#[test]
fn what_cannot_be_learned_is_refused() {
    let mut data = field(20);
    data.target = Some(Column::words("好瓜", (0..20).map(|_| Some("是"))));
    assert!(matches!(curve(&data, &CurveOptions::default(), || {}), Err(TaskError::Engine(EngineError::OneClass))));
    let refused = |options: CurveOptions| assert!(curve(&field(20), &options, || {}).is_err());
    refused(options(&[100], 5));
    refused(options(&[], 1));
    refused(CurveOptions { test_share: 0.0, ..CurveOptions::default() });
    refused(CurveOptions { models: vec![CurveModel::logistic(-1.0)], ..CurveOptions::default() });
}

#[test]
fn each_k_has_its_curve_and_too_few_melons_are_guessed() {
    use crate::task::classifiers::{FitOptions, ModelName, OwnOptions};
    let with = |k| FitOptions { own: OwnOptions { k: Some(k), ..OwnOptions::default() }, ..FitOptions::default() };
    let models = CurveModel::each(ModelName::Knn, &[with(1), with(15), with(1)]);
    let names: Vec<String> = models.iter().map(CurveModel::to_string).collect();
    assert_eq!(names, ["knn:1", "knn:15"]);
    assert_eq!(CurveModel::each(ModelName::NaiveBayes, &[with(1), with(15)]).len(), 1, "it has no k");
    let result = curve(&field(100), &CurveOptions { models: models.clone(), ..options(&[10, 60], 5) }, || {}).unwrap();
    let guessed: Vec<usize> = result.curves.iter().map(|curve| curve.points[0].n_guessed).collect();
    assert_eq!(guessed[1], 5, "ten melons are no fifteen neighbours");
    assert!(guessed[0] < 5 && result.curves.iter().all(|curve| curve.points[1].n_guessed == 0));
    let never = curve(&field(100), &CurveOptions { models, ..options(&[10], 5) }, || {});
    assert!(matches!(
        never,
        Err(TaskError::Model(crate::model::ModelError::OutOfRange { value: 15, n_samples: 10, .. }))
    ));
}
