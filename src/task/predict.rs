//! A saved model applied to new rows: columns to be appended.

use super::TaskError;
use crate::data::{Column, names};
use crate::eval::classification;
use crate::model::{Classifier, KMeans, Linear, Model, ModelRole};

/// A model, and how it decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Predictor {
    model: Model,
    threshold: f64,
}

impl Predictor {
    /// `threshold` is the probability from which the positive one of two classes is
    /// predicted; other models do not need it.
    pub fn new(model: Model, threshold: f64) -> Self {
        Predictor { model, threshold }
    }

    /// The model as it was fitted.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The same decisions by the model that `rename` makes of this one.
    pub fn renamed(self, rename: impl FnOnce(&Model) -> Model) -> Self {
        Predictor { model: rename(&self.model), ..self }
    }

    /// The probability from which the positive one of two classes is predicted.
    pub fn threshold(&self) -> f64 {
        self.threshold
    }

    /// The columns to append to a chunk of rows, which must hold the model's features, by
    /// name, in any order and among others (but for those that are [not missed](Self::not_missed)):
    ///
    /// - a classifier: `predicted 好瓜`, then `P(好瓜=是)` for each class;
    /// - a regression: `predicted 含糖率`;
    /// - k-means: `cluster`, from 1, and the `distance` to its centroid.
    ///
    /// Each row's answer depends on that row alone, so that chunks of any size give the same.
    ///
    /// # Errors
    /// A column that is not there, an unseen category, a cell that is missing or no number;
    /// rows count from 0 within the chunk.
    pub fn predict(&self, chunk: &[Column]) -> Result<Vec<Column>, TaskError> {
        match self.model.role() {
            ModelRole::Classifier(model) => self.classes(model, chunk),
            ModelRole::Regression(model) => self.numbers(model, chunk),
            ModelRole::Clustering(model) => self.clusters(model, chunk),
        }
    }

    /// The features without a column of these names that are not missed: no answer depends on them.
    pub fn not_missed<'a>(&'a self, columns: &[&str]) -> Vec<&'a str> {
        let unasked = match self.model.role() {
            ModelRole::Classifier(model) => model.unasked(),
            ModelRole::Regression(_) | ModelRole::Clustering(_) => Vec::new(),
        };
        unasked.into_iter().filter(|name| names::resolve(name, columns.iter().copied()).is_none()).collect()
    }

    /// The names of those columns.
    pub fn column_names(&self) -> Vec<String> {
        match self.model.role() {
            ModelRole::Classifier(model) => {
                let probability = |class| format!("P({}={class})", model.target());
                std::iter::once(predicted_name(model.target())).chain(model.classes().iter().map(probability)).collect()
            }
            ModelRole::Regression(model) => vec![predicted_name(&model.target)],
            ModelRole::Clustering(_) => ["cluster", "distance"].map(str::to_owned).to_vec(),
        }
    }

    fn classes(&self, model: &dyn Classifier, chunk: &[Column]) -> Result<Vec<Column>, TaskError> {
        let (probabilities, names) = (model.predict_proba(chunk)?, self.column_names());
        let decided = probabilities.rows().into_iter().map(|row| classification::decide(row, self.threshold));
        let predicted = decided.map(|class| Some(model.classes()[class].as_str()));
        let mut columns = vec![Column::words(&names[0], predicted)];
        for (name, column) in names[1..].iter().zip(probabilities.columns()) {
            columns.push(Column::numbers(name, column.iter().copied()));
        }
        Ok(columns)
    }

    fn numbers(&self, model: &Linear, chunk: &[Column]) -> Result<Vec<Column>, TaskError> {
        Ok(vec![Column::numbers(&self.column_names()[0], model.predict(chunk)?)])
    }

    fn clusters(&self, model: &KMeans, chunk: &[Column]) -> Result<Vec<Column>, TaskError> {
        let (assigned, names) = (model.assign(chunk)?, self.column_names());
        let cluster = assigned.iter().map(|(cluster, _)| *cluster as f64 + 1.0);
        let distance = assigned.iter().map(|(_, distance)| *distance);
        Ok(vec![Column::numbers(&names[0], cluster), Column::numbers(&names[1], distance)])
    }
}

fn predicted_name(target: &str) -> String {
    format!("predicted {target}")
}
