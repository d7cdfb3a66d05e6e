//! Naive Bayes on the book's table 3.0, test melon = row 1 (Zhou, 2016, pp. 151-154).

use approx::assert_relative_eq;
use melon::data::{Builtin, Column, Dataset, Goal, Labels, Selection, select};
use melon::model::naive_bayes::Likelihood;
use melon::model::{Classifier, NaiveBayes};

fn fitted(alpha: f64) -> (NaiveBayes, Vec<Column>) {
    let table = Builtin::Watermelon3.table(None, Default::default());
    let data: Dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    let labels = Labels::from_column(data.target.as_ref().unwrap()).unwrap();
    assert_eq!(labels.classes, ["否", "是"]);
    let model = NaiveBayes::fit(&data.features, &labels, alpha).unwrap();
    (model, data.take(&[0]).features)
}

#[test]
fn without_smoothing() {
    let (model, melon) = fitted(0.0);
    let joint = model.log_joint(&melon).unwrap();
    assert_relative_eq!(joint[[0, 1]].exp(), 0.0523787, epsilon = 5e-8);
    assert_relative_eq!(joint[[0, 0]].exp(), 6.8584e-5, epsilon = 5e-10);
    assert_relative_eq!(model.predict_proba(&melon).unwrap()[[0, 1]], 0.99869, epsilon = 5e-6);
}

#[test]
fn with_laplace_smoothing() {
    let (model, melon) = fitted(1.0);
    let joint = model.log_joint(&melon).unwrap();
    assert_relative_eq!(joint[[0, 1]].exp(), 0.0256310, epsilon = 5e-8);
    assert_relative_eq!(joint[[0, 0]].exp(), 7.7224e-5, epsilon = 5e-10);
    assert_relative_eq!(model.priors[1], 0.474, epsilon = 5e-4);
    let Likelihood::Categorical(color) = &model.features[0].likelihood else { panic!("色泽 is categorical") };
    let green = color.levels.iter().position(|level| level == "青绿").unwrap();
    assert_relative_eq!(color.probabilities[1][green], 0.364, epsilon = 5e-4);
}
