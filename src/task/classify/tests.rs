use super::*;
use crate::data::{Builtin, Column, Goal, Selection, select};
use crate::engine::separation::SeparationKind;
use crate::eval::classification::ClassificationMetrics;
use crate::task::Cv;
use crate::task::classifiers::{ModelName, OwnOptions};
use approx::assert_relative_eq;

fn data(table: Builtin, features: &[&str]) -> Dataset {
    let features = features.iter().map(|&name| name.to_owned()).collect();
    let selection = Selection { features, ..Selection::default() };
    select(table.table(None, Seed::default()), &selection, Goal::Classify).unwrap()
}

fn n_right(metrics: &ClassificationMetrics) -> usize {
    metrics.confusion_matrix.iter().enumerate().map(|(class, row)| row[class]).sum()
}

#[test]
fn the_seventeen_look_learned_and_are_not() {
    let options = ClassifyOptions { cv: Cv::LeaveOneOut, ..ClassifyOptions::default() };
    let result = classify(&data(Builtin::Melons, &[]), &options, &[]).unwrap();
    assert_eq!(n_right(&result.train), 13);
    let cv = result.cross_validation.unwrap();
    assert_eq!((cv.scheme, n_right(&cv.metrics)), (Scheme::LeaveOneOut, 5));
    assert_eq!(result.baseline.class, "否");
    assert_relative_eq!(result.baseline.accuracy, 9.0 / 17.0);
    assert_eq!(result.n_combinations, 27);
    let best: Vec<(Vec<&str>, f64)> = (result.likeliest.iter().take(2))
        .map(|c| (["色泽", "根蒂", "敲声"].map(|name| c.input[name].as_str()).to_vec(), c.probability))
        .collect();
    assert_eq!(best[0].0, ["乌黑", "蜷缩", "浊响"]);
    assert_relative_eq!(best[0].1, 0.7486, epsilon = 5e-5);
    assert_eq!(best[1].0, ["青绿", "蜷缩", "浊响"]);
    // Where scikit-learn stops at its default tolerance, 1e-4, it has 0.6670.
    assert_relative_eq!(best[1].1, 0.667_112_67, epsilon = 5e-9);
    assert!(result.findings.iter().any(|f| matches!(f, crate::task::Finding::NotAboveBaseline { .. })));
    // An intercept and, of three values each, the differences: the columns of a category sum to 1.
    assert!(result.findings.iter().any(|f| matches!(f, crate::task::Finding::FewSamples { n_parameters: 7, .. })));
}

#[test]
fn maximum_likelihood_on_density_and_sugar() {
    let options = ClassifyOptions { l2: 0.0, cv: Cv::LeaveOneOut, ..Default::default() };
    let result = classify(&data(Builtin::Watermelon3Alpha, &[]), &options, &[]).unwrap();
    let expected = [(-4.428865, 2.880440), (3.158330, 4.053252), (12.521196, 6.880107)];
    for (line, (estimate, std_error)) in result.coefficients.iter().zip(expected) {
        assert_relative_eq!(line.estimate.unwrap(), estimate, epsilon = 5e-7);
        assert_relative_eq!(line.std_error.unwrap(), std_error, epsilon = 5e-7);
    }
    assert_eq!(result.coefficients[1].term, "密度");
    assert_relative_eq!(result.fit.null_deviance, 23.508, epsilon = 5e-4);
    assert_relative_eq!(result.fit.residual_deviance, 17.367, epsilon = 5e-4);
    assert_relative_eq!(result.fit.aic.unwrap(), 23.367, epsilon = 5e-4);
    assert_eq!(result.fit.df, [16, 14]);
    assert_eq!(n_right(&result.train), 12);
    let wrong = result.samples.iter().filter(|s| (s.log_odds >= 0.0) != s.positive).map(|s| s.row);
    assert_eq!(wrong.collect::<Vec<_>>(), [6, 7, 8, 14, 15]);
    assert_eq!(n_right(&result.cross_validation.unwrap().metrics), 10);
}

#[test]
fn a_penalty_on_density_and_sugar() {
    let result = classify(&data(Builtin::Watermelon3Alpha, &[]), &ClassifyOptions::default(), &[]).unwrap();
    for (line, estimate) in result.coefficients.iter().zip([-0.377187, 0.289061, 0.494579]) {
        assert_relative_eq!(line.estimate.unwrap(), estimate, epsilon = 5e-7);
        assert_eq!(line.std_error, None);
    }
    assert_eq!(n_right(&result.train), 11);
}

#[test]
fn separated_classes_have_no_estimates() {
    let options = ClassifyOptions { l2: 0.0, ..Default::default() };
    let kind = |table, features: &[&str]| {
        let result = classify(&data(table, features), &options, &[]).unwrap();
        let withheld = result.coefficients.iter().all(|line| line.estimate.is_none() && line.odds_ratio.is_none());
        assert_eq!(withheld, result.fit.is_separated());
        assert_eq!(withheld, !result.fit.separators.is_empty());
        result.fit.separation
    };
    assert_eq!(kind(Builtin::Melons, &[]), SeparationKind::Quasi);
    assert_eq!(kind(Builtin::Watermelon2, &[]), SeparationKind::Quasi);
    assert_eq!(kind(Builtin::Watermelon3, &[]), SeparationKind::Complete);
    assert_eq!(kind(Builtin::Watermelon3, &["密度", "含糖率"]), SeparationKind::None);
}

#[test]
fn one_melon_is_answered_and_explained() {
    let cells = [("色泽", "青绿"), ("根蒂", "蜷缩"), ("敲声", "浊响")];
    let melon: Melon = cells.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    let result =
        classify(&data(Builtin::Melons, &[]), &ClassifyOptions::default(), std::slice::from_ref(&melon)).unwrap();
    let answer = &result.predictions[0];
    assert_relative_eq!(answer.probabilities["是"], 0.667_112_67, epsilon = 5e-9);
    assert_eq!(answer.predicted, "是");
    let terms: Vec<&str> = answer.contributions.iter().map(|share| share.term.as_str()).collect();
    assert_eq!(terms, ["(Intercept)", "色泽=青绿", "根蒂=蜷缩", "敲声=浊响"]);
    let log_odds: f64 = answer.contributions.iter().map(|share| share.value).sum();
    assert_relative_eq!(crate::math::sigmoid(log_odds), answer.probabilities["是"], epsilon = 1e-12);

    let part = &melon[..2].to_vec();
    let ask = |model| {
        classify(
            &data(Builtin::Melons, &[]),
            &ClassifyOptions { model, ..Default::default() },
            std::slice::from_ref(part),
        )
    };
    assert!(matches!(ask(ModelName::Logistic), Err(TaskError::Melon(_))));
    assert!(ask(ModelName::NaiveBayes).is_ok(), "naive Bayes marginalises what is left out");
}

#[test]
fn a_class_of_one_sample_is_lacking_in_its_own_fold() {
    let x = Column::numbers("x", [1.0, 2.0, 3.0, 9.0]);
    let y = Column::words("y", [Some("a"), Some("a"), Some("b"), Some("c")]);
    let data = Dataset {
        name: "t".into(),
        builtin: None,
        features: vec![x],
        target: Some(y),
        rows: (1..=4).collect(),
        left_out: vec![],
        notices: vec![],
    };
    let result = classify(&data, &ClassifyOptions::default(), &[]).unwrap();
    let lacking = result.findings.iter().find_map(|finding| match finding {
        crate::task::Finding::FoldsLackClass { n_folds, classes } => Some((*n_folds, classes.clone())),
        _ => None,
    });
    assert_eq!(lacking, Some((2, vec!["b".to_owned(), "c".to_owned()])));
    // No model could have known b and c there, and no penalty would have helped.
    assert_eq!(result.baseline.n_certainly_wrong, Some(2));
    let is_its_own = |finding: &crate::task::Finding| {
        matches!(finding, crate::task::Finding::CertainlyWrong { n_answers: 2, separable: false, .. })
    };
    assert!(result.findings.iter().any(is_its_own), "{:?}", result.findings);
    // Probability 0 of the truth in two folds costs 36 nats each.
    assert!(result.cross_validation.unwrap().metrics.log_loss > 18.0);
}

#[test]
fn neighbours_are_told_with_their_rows_and_cells() {
    let options = ClassifyOptions { model: ModelName::Knn, ..ClassifyOptions::default() };
    let cells = [("色泽", "青绿"), ("根蒂", "蜷缩"), ("敲声", "浊响")];
    let melon: Melon = cells.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    let result = classify(&data(Builtin::Melons, &[]), &options, std::slice::from_ref(&melon)).unwrap();
    assert_eq!(result.options.own.k, Some(5), "the default is told");
    let answer = &result.predictions[0];
    let Some(Explanation::Neighbors { neighbors }) = &answer.explanation else { panic!("{answer:?}") };
    assert_eq!((neighbors[0].row, neighbors[0].distance, neighbors[0].weight), (1, 0.0, 1.0));
    assert_eq!(neighbors[0].input["色泽"], "青绿");
    let votes: f64 = neighbors.iter().map(|neighbor| neighbor.weight).sum();
    assert_relative_eq!(votes, 5.0, max_relative = 1e-12);
    let ripe: f64 = neighbors.iter().filter(|neighbor| neighbor.class == "是").map(|neighbor| neighbor.weight).sum();
    assert_relative_eq!(answer.probabilities["是"], ripe / 5.0, max_relative = 1e-12);
    assert!(result.samples.is_empty() && answer.contributions.is_empty(), "votes are no log-odds");
}

#[test]
fn options_are_refused_where_they_make_no_sense() {
    let refused = |options: ClassifyOptions| match classify(&data(Builtin::Melons, &[]), &options, &[]) {
        Err(TaskError::InvalidOption { option, .. } | TaskError::UnreadOption { option, .. }) => option,
        other => panic!("{:?}", other.err()),
    };
    let own = |k| OwnOptions { k: Some(k), ..OwnOptions::default() };
    assert_eq!(refused(ClassifyOptions { model: ModelName::Knn, own: own(0), ..Default::default() }), "k");
    assert_eq!(refused(ClassifyOptions { own: own(3), ..Default::default() }), "k");
    assert_eq!(refused(ClassifyOptions { model: ModelName::Gpt, ..Default::default() }), "model");
    assert_eq!(refused(ClassifyOptions { l2: f64::NAN, ..Default::default() }), "l2");
    assert_eq!(refused(ClassifyOptions { threshold: 1.0, ..Default::default() }), "threshold");
}
