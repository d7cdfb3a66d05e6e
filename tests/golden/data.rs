//! Encodings and the ten melons, against scikit-learn.

use super::{matrix, parse};
use melon::data::{Builtin, Coding, EncodeOptions, Encoder, Goal, Labels, Selection, read, select};
use melon::engine::{Engine, LogisticOptions, Native};
use melon::math::sigmoid;

#[test]
fn columns_are_encoded_as_scikit_learn_does() {
    let golden = parse(include_str!("data_encoding.json"));
    let table = Builtin::Watermelon3.table(None, Default::default());
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    for (coding, key) in [(Coding::OneHot, "one_hot"), (Coding::DropFirst, "drop_first")] {
        let options = EncodeOptions { coding, standardize: true, impute: false };
        let encoder = Encoder::fit(&dataset.features, options).unwrap();
        let terms: Vec<String> = encoder.terms().into_iter().map(|term| term.name).collect();
        assert_eq!(serde_json::json!(terms), golden[key]["terms"]);
        let x = encoder.transform(&dataset.features).unwrap();
        approx::assert_abs_diff_eq!(x, matrix(&golden[key]["matrix"]), epsilon = 1e-12);
    }
}

#[test]
fn the_ten_melons_tell_what_the_story_says() {
    let table = Builtin::TenMelons.table(None, Default::default());
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    let encoder = Encoder::fit(&dataset.features, EncodeOptions::default()).unwrap();
    let labels = Labels::from_column(dataset.target.as_ref().unwrap()).unwrap();
    let x = encoder.transform(&dataset.features).unwrap();
    let options = LogisticOptions { l2: 1.0, ..LogisticOptions::default() };
    let fit = Native.logistic(x.view(), &labels.codes, 2, &options).unwrap();

    let golden = read::from_bytes(include_bytes!("data_ten_melons.csv"), &Default::default()).unwrap();
    let combinations = encoder.transform(&golden.columns[..3]).unwrap();
    let logits = combinations.dot(&fit.coefficients.row(0)) + fit.intercepts[0];
    let melon::data::Values::Numbers(expected) = &golden.columns[3].values else { panic!("probabilities") };
    assert_eq!(logits.len(), 27);
    for (row, (logit, expected)) in logits.iter().zip(expected).enumerate() {
        assert!((sigmoid(*logit) - expected).abs() < 1e-8, "row {row}: {} for {expected}", sigmoid(*logit));
    }
    let best: Vec<_> = (0..3).map(|at| golden.columns[at].text(0).unwrap()).collect();
    assert_eq!(best, ["青绿", "蜷缩", "浊响"]);
    assert!(logits.iter().skip(1).all(|&logit| logit < logits[0]));
}
