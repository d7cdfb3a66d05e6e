use super::*;
use crate::data::Labels;
use crate::model::Drawn;
use crate::rng::Seed;
use approx::assert_relative_eq;

fn four_melons() -> (Vec<Column>, Labels) {
    let color = Column::words("色泽", [Some("青绿"), Some("乌黑"), Some("青绿"), None]);
    let sugar = Column::numbers("含糖率", [0.4, 0.2, 0.5, 0.1]);
    let ripe = Column::words("好瓜", [Some("是"), Some("否"), Some("是"), Some("否")]);
    (vec![color, sugar], Labels::from_column(&ripe).unwrap())
}

#[test]
fn numbers_whose_squares_overflow_are_learned_all_the_same() {
    let (mut features, labels) = four_melons();
    features[1] = Column::numbers("含糖率", [4e200, 2e200, 5e200, 1e200]);
    let huge = NaiveBayes::fit(&features, &labels, 1.0).unwrap().predict_proba(&features).unwrap();
    features[1] = Column::numbers("含糖率", [4.0, 2.0, 5.0, 1.0]);
    let usual = NaiveBayes::fit(&features, &labels, 1.0).unwrap().predict_proba(&features).unwrap();
    huge.iter().zip(&usual).for_each(|(a, b)| assert_relative_eq!(a, b, max_relative = 1e-9));
    features[1] = Column::numbers("含糖率", [f64::MAX, 2.0, -f64::MAX, 1.0]);
    let error = NaiveBayes::fit(&features, &labels, 1.0).unwrap_err();
    assert_eq!(error, ModelError::TooSpread { column: "含糖率".into() });
}

#[test]
fn a_missing_cell_is_marginalised() {
    let (features, labels) = four_melons();
    let model = NaiveBayes::fit(&features, &labels, 1.0).unwrap();
    let cells = [("含糖率".to_owned(), "0.3".to_owned())];
    let partial = model.log_joint(&model.row(&cells).unwrap()).unwrap();
    for class in 0..2 {
        let of = |color: &str| {
            let cells = [cells[0].clone(), ("色泽".to_owned(), color.to_owned())];
            model.log_joint(&model.row(&cells).unwrap()).unwrap()[[0, class]].exp()
        };
        assert_relative_eq!(partial[[0, class]].exp(), of("青绿") + of("乌黑"), max_relative = 1e-14);
    }
}

#[test]
fn shares_add_up_to_the_log_odds() {
    let (features, labels) = four_melons();
    let model = NaiveBayes::fit(&features, &labels, 1.0).unwrap();
    let row: Vec<Column> = features.iter().map(|column| column.take(&[0])).collect();
    let p = model.predict_proba(&row).unwrap();
    let Explanation::Scores { shares } = model.explain(&row).unwrap() else { panic!() };
    assert_eq!(shares[1].term, "色泽=青绿");
    assert_relative_eq!(shares.iter().map(|s| s.values[1]).sum::<f64>(), (p[[0, 1]] / p[[0, 0]]).ln(), epsilon = 1e-12);
}

#[test]
fn sampled_frequencies_are_the_models_own_probabilities() {
    let (features, labels) = four_melons();
    let model = NaiveBayes::fit(&features, &labels, 1.0).unwrap();
    let n = 40_000;
    let Drawn { features: columns, classes, .. } = model.draw(n, &mut Seed(7).stream("sample"));
    let share = |hits: usize, of: usize| hits as f64 / of as f64;
    let ripe: Vec<usize> = (0..n).filter(|&i| classes[i] == Some(1)).collect();
    // Five standard deviations of a share of 20,000 is at most 0.018.
    assert!((share(ripe.len(), n) - model.priors[1]).abs() < 0.018);
    let green = ripe.iter().filter(|&&i| columns[0].text(i).unwrap() == "青绿").count();
    assert!((share(green, ripe.len()) - 0.75).abs() < 0.018);
}

#[test]
fn a_class_without_spread_borrows_the_columns_and_a_constant_tells_nothing() {
    let labels = four_melons().1;
    let flat = Column::numbers("a", [1.0, 2.0, 1.0, 3.0]);
    let constant = Column::numbers("b", [5.0; 4]);
    let model = NaiveBayes::fit(&[flat, constant], &labels, 1.0).unwrap();
    let Likelihood::Gaussian { std_devs, borrowed, .. } = &model.features[0].likelihood else { panic!() };
    assert_eq!(borrowed, &[1]);
    assert_relative_eq!(std_devs[1], (2.75f64 / 3.0).sqrt(), epsilon = 1e-15);
    let Likelihood::Gaussian { std_devs, .. } = &model.features[1].likelihood else { panic!() };
    assert_eq!(std_devs, &[0.0, 0.0]);
    let cells = [("b".to_owned(), "7".to_owned())];
    assert_relative_eq!(model.predict_proba(&model.row(&cells).unwrap()).unwrap()[[0, 1]], 0.5);
}

#[test]
fn without_smoothing_a_melon_can_be_impossible() {
    let x = Column::words("x", [Some("a"), Some("b")]);
    let z = Column::words("z", [Some("c"), Some("d")]);
    let labels = Labels { target: "y".into(), classes: vec!["0".into(), "1".into()], codes: vec![0, 1] };
    let model = NaiveBayes::fit(&[x, z], &labels, 0.0).unwrap();
    let melon = [("x".to_owned(), "a".to_owned()), ("z".to_owned(), "d".to_owned())];
    let row = model.row(&melon).unwrap();
    assert_eq!(model.predict_proba(&row), Err(ModelError::NoClassPossible { row: 0 }));
}
