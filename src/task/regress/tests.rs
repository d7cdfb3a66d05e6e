use super::*;
use crate::data::{Builtin, Goal, Selection, select};
use crate::task::Finding;
use approx::assert_relative_eq;

fn sugar_from(features: &[&str]) -> Dataset {
    let features = features.iter().map(|&name| name.to_owned()).collect();
    let selection = Selection { features, target: Some("含糖率".to_owned()), ..Selection::default() };
    select(Builtin::Watermelon3.table(None, Seed::default()), &selection, Goal::Regress).unwrap()
}

#[test]
fn density_teaches_nothing_about_sugar() {
    let result = regress(&sugar_from(&["密度"]), &RegressOptions::default(), &[]).unwrap();
    assert_relative_eq!(result.coefficients[0].estimate.unwrap(), 0.137882, epsilon = 5e-7);
    assert_relative_eq!(result.coefficients[1].estimate.unwrap(), 0.140696, epsilon = 5e-7);
    assert_relative_eq!(result.fit.r2.unwrap(), 0.03837, epsilon = 5e-6);
    assert_relative_eq!(result.fit.f_p_value.unwrap(), 0.451, epsilon = 5e-4);
    assert_relative_eq!(result.coefficients[1].p_value.unwrap(), result.fit.f_p_value.unwrap(), epsilon = 1e-12);
    assert!(matches!(result.findings[0], Finding::NothingToLearn { held_out_rmse: Some(_), .. }));
}

#[test]
fn what_can_be_seen_explains_a_third_of_the_sugar() {
    let result = regress(&sugar_from(&["色泽", "根蒂", "敲声"]), &RegressOptions::default(), &[]).unwrap();
    assert_relative_eq!(result.fit.r2.unwrap(), 0.332497, epsilon = 5e-7);
    assert_eq!(result.reference.len(), 3);
}

#[test]
fn a_dependent_column_is_named_and_has_no_estimate() {
    let a = Column::numbers("a", [1.0, 2.0, 3.0, 5.0]);
    let twice = Column::numbers("2a", [2.0, 4.0, 6.0, 10.0]);
    let y = Column::numbers("y", [1.0, 2.5, 2.5, 6.0]);
    let (features, rows) = (vec![a, twice], (1..=4).collect());
    let (left_out, notices) = (vec![], vec![]);
    let data = Dataset { name: "t".into(), builtin: None, features, target: Some(y), rows, left_out, notices };
    let result = regress(&data, &RegressOptions::default(), &[]).unwrap();
    assert_eq!(result.coefficients[2].estimate, None);
    assert!(result.coefficients[1].std_error.is_some());
    assert!(result.findings.contains(&Finding::RankDeficient { terms: vec!["2a".to_owned()], constant: vec![] }));
}

#[test]
fn a_constant_target_leaves_nothing_to_test() {
    let (x, y) = (Column::numbers("x", [1.0, 2.0, 3.0]), Column::numbers("y", [4.0; 3]));
    let data = Dataset {
        name: "t".into(),
        builtin: None,
        features: vec![x],
        target: Some(y),
        rows: vec![1, 2, 3],
        left_out: vec![],
        notices: vec![],
    };
    let result = regress(&data, &RegressOptions::default(), &[]).unwrap();
    assert_eq!((result.fit.r2, result.train.r2), (None, None));
}

#[test]
fn shares_add_up_to_the_prediction() {
    let melon: Melon = vec![("密度".to_owned(), "0.5".to_owned())];
    let result = regress(&sugar_from(&["密度"]), &RegressOptions::default(), &[melon]).unwrap();
    let answer = &result.predictions[0];
    assert_relative_eq!(answer.contributions.iter().map(|share| share.value).sum::<f64>(), answer.predicted);
}
