//! What every estimator promises, checked on each of them.

mod bad_input;
mod promises;
mod schema;

use melon::data::{Column, Dataset};
use melon::engine::EngineChoice;
use melon::model::Model;
use melon::store::SavedModel;
use melon::task::TaskError;
use melon::task::classifiers::{CLASSIFIERS, ClassifierEntry};
use melon::task::classify::{ClassifyOptions, classify};
use melon::task::cluster::{ClusterOptions, cluster};
use melon::task::regress::{RegressOptions, regress};

/// What came out: the whole result as JSON, the model, and the model as it is saved.
pub struct Outcome {
    pub json: String,
    pub model: Model,
    pub saved: SavedModel,
}

/// Fits a model to a data set.
type Fit = dyn Fn(&Dataset) -> Result<Outcome, TaskError> + Sync;

/// A way to fit a dataset; the name is for messages.
pub struct Estimator {
    pub name: String,
    fit: Box<Fit>,
}

impl Estimator {
    fn new(name: &str, fit: impl Fn(&Dataset) -> Result<Outcome, TaskError> + Sync + 'static) -> Estimator {
        Estimator { name: name.to_owned(), fit: Box::new(fit) }
    }

    pub fn fit(&self, data: &Dataset) -> Result<Outcome, TaskError> {
        (self.fit)(data)
    }
}

/// Every estimator of the program: each classifier of the list as it is by default, and what
/// else there is.
pub fn estimators() -> Vec<Estimator> {
    let saved = CLASSIFIERS.iter().filter(|entry| entry.is_saved);
    let by_default = |entry: &ClassifierEntry| {
        let model = entry.name;
        Estimator::new(entry.text, move |data| classified(data, ClassifyOptions { model, ..Default::default() }))
    };
    let with =
        |name: &str, options: ClassifyOptions| Estimator::new(name, move |data| classified(data, options.clone()));
    let others = [
        with("logistic, linfa", ClassifyOptions { engine: EngineChoice::Linfa, ..Default::default() }),
        with("logistic, maximum likelihood", ClassifyOptions { l2: 0.0, ..Default::default() }),
        with("logistic, standardised", ClassifyOptions { standardize: true, ..Default::default() }),
        Estimator::new("least squares", |data| regressed(data, 0.0)),
        Estimator::new("ridge", |data| regressed(data, 2.0)),
        Estimator::new("k-means, linfa", |data| clustered(data, EngineChoice::Linfa)),
        Estimator::new("k-means, native", |data| clustered(data, EngineChoice::Native)),
    ];
    saved.map(by_default).chain(others).collect()
}

fn classified(data: &Dataset, options: ClassifyOptions) -> Result<Outcome, TaskError> {
    let result = classify(data, &options, &[])?;
    let json = serde_json::to_string(&result).unwrap();
    Ok(Outcome { json, saved: SavedModel::of_classification(&result, String::new()), model: result.fitted })
}

/// A regression of the first numeric feature on the others: every dataset has one.
fn regressed(data: &Dataset, l2: f64) -> Result<Outcome, TaskError> {
    let mut data = data.clone();
    let at = data.features.iter().position(Column::is_numeric).expect("a numeric feature");
    data.target = Some(data.features.remove(at));
    let result = regress(&data, &RegressOptions { l2, ..Default::default() }, &[])?;
    let json = serde_json::to_string(&result).unwrap();
    Ok(Outcome { json, saved: SavedModel::of_regression(&result, String::new()), model: result.fitted })
}

fn clustered(data: &Dataset, engine: EngineChoice) -> Result<Outcome, TaskError> {
    let data = Dataset { target: None, ..data.clone() };
    let result = cluster(&data, &ClusterOptions { engine, k: 2, ..Default::default() })?;
    let json = serde_json::to_string(&result).unwrap();
    Ok(Outcome { json, saved: SavedModel::of_clustering(&result, String::new()), model: result.fitted })
}

/// Forty samples of two overlapping classes, of mixed columns, the same each time.
pub fn melons() -> Dataset {
    let n = 40;
    let wave = |i: usize, a: usize, m: usize| (i * a + i * i) % m;
    let color = Column::words("color", (0..n).map(|i| Some(["green", "dark", "pale"][wave(i, 7, 3)])));
    let density = Column::numbers("density", (0..n).map(|i| 0.2 + 0.02 * wave(i, 5, 23) as f64));
    let weight = Column::numbers("weight", (0..n).map(|i| 2.0 + 0.3 * wave(i, 3, 17) as f64));
    let ripe =
        Column::words("ripe", (0..n).map(|i| Some(if wave(i, 11, 13) + wave(i, 5, 23) > 17 { "yes" } else { "no" })));
    Dataset {
        name: "melons".into(),
        builtin: None,
        features: vec![color, density, weight],
        target: Some(ripe),
        rows: (1..=n).collect(),
        left_out: Vec::new(),
        notices: Vec::new(),
    }
}
