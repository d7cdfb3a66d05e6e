//! Boundary and density: three classifiers over the plane of two features.

use super::question::Question;
use crate::data::{Column, Dataset, Goal, Selection, Table, catalogue, select};
use crate::model::naive_bayes::Likelihood;
use crate::model::{Classifier, Model};
use crate::report::findings::findings;
use crate::report::names;
use crate::report::page::Command;
use crate::report::words::web as words;
use crate::task::classifiers::{ModelName, OwnOptions};
use crate::task::classify::{ClassifyOptions, MajorityBaseline, classify, labels_of};
use crate::task::{Scheme, TaskError};
use crate::web::failure::{RequestFailure, said};
use crate::web::names_and_commands::{self, ShownNames, Typed};
use crate::web::request_context::RequestContext;
use serde::{Deserialize, Serialize};

/// Cells along each side of the grid, at most.
const FINEST: usize = 96;
/// Points, at most: each model is fitted a hundred times to be tested on up to 200, five times on more.
const MOST_POINTS: usize = 400;

/// The points, and how to learn from them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaneQuestion {
    /// The table's name, for the command.
    name: String,
    /// Names of the two features and of the target.
    axes: [String; 3],
    /// `[x, y]` of each point.
    points: Vec<[f64; 2]>,
    /// The class of each point.
    classes: Vec<String>,
    /// From where to where the grid goes, along x and y.
    range: [[f64; 2]; 2],
    /// Cells along each side.
    n_cells: usize,
    l2: f64,
    k: usize,
    #[serde(default)]
    standardize: bool,
}

/// What three models say of every place.
#[derive(Serialize)]
pub(super) struct Fields {
    classes: Vec<String>,
    models: Vec<FieldOrReason>,
    names: ShownNames,
    commands: Vec<Typed>,
}

/// What one model has to say: the others may answer where it cannot.
#[derive(Serialize)]
struct FieldOrReason {
    field: Option<ClassifierField>,
    /// Why there is none, in words.
    cannot: Option<String>,
}

/// One model over the plane.
#[derive(Serialize)]
struct ClassifierField {
    model: ModelName,
    /// `P(positive class)` in the middle of each cell, row by row from the lower left.
    grid: Vec<f32>,
    /// Means and standard deviations of each class along x and y, of naive Bayes.
    ellipses: Option<Vec<Ellipse>>,
    accuracy: f64,
    log_loss: f64,
    held_out: Option<HeldOutFigures>,
    baseline: MajorityBaseline,
    /// What is worth saying.
    findings: Vec<String>,
}

#[derive(Serialize)]
struct Ellipse {
    mean: [f64; 2],
    std_dev: [f64; 2],
}

#[derive(Serialize)]
struct HeldOutFigures {
    accuracy: f64,
    accuracy_interval: [f64; 2],
    log_loss: f64,
    scheme: Scheme,
}

impl Question for PlaneQuestion {
    type Answer = Fields;

    fn answer(self, asked: &RequestContext) -> Result<Fields, RequestFailure> {
        self.check(asked)?;
        let data = self.dataset()?;
        let models = [ModelName::Logistic, ModelName::NaiveBayes, ModelName::Knn];
        let classes = labels_of(&data)?.classes;
        Ok(Fields {
            classes,
            models: models.into_iter().map(|model| FieldOrReason::of(self.field(model, &data, asked), asked)).collect(),
            names: names_and_commands::names_in(&data, asked.lang),
            commands: self.commands(asked),
        })
    }
}

impl FieldOrReason {
    fn of(field: Result<ClassifierField, RequestFailure>, asked: &RequestContext) -> FieldOrReason {
        match field {
            Ok(field) => FieldOrReason { field: Some(field), cannot: None },
            Err(failure) => FieldOrReason { field: None, cannot: Some(failure.say(asked.lang).unwrap_or_default()) },
        }
    }
}

impl PlaneQuestion {
    fn check(&self, asked: &RequestContext) -> Result<(), RequestFailure> {
        let n = self.points.len();
        if n > MOST_POINTS || self.n_cells > FINEST {
            return Err(said(words::TooManyPoints { most: MOST_POINTS }, asked.lang));
        }
        if self.classes.len() != n {
            return Err(said(words::NotUnderstood { fault: "points, classes" }, asked.lang));
        }
        Ok(())
    }

    fn dataset(&self) -> Result<Dataset, RequestFailure> {
        let [x, y, target] = &self.axes;
        let column = |name: &str, at: usize| Column::numbers(name, self.points.iter().map(|point| point[at]));
        let classes = Column::words(target, self.classes.iter().map(|class| Some(class.as_str())));
        let table = Table::new(&self.name, vec![column(x, 0), column(y, 1), classes]);
        let selection =
            Selection { target: Some(target.clone()), features: vec![x.clone(), y.clone()], ..Selection::default() };
        Ok(select(table, &selection, Goal::Classify)?)
    }

    fn field(
        &self,
        model: ModelName,
        data: &Dataset,
        asked: &RequestContext,
    ) -> Result<ClassifierField, RequestFailure> {
        let is_logistic = model == ModelName::Logistic;
        let options = ClassifyOptions {
            model,
            l2: if is_logistic { self.l2 } else { 1.0 },
            own: OwnOptions { k: (model == ModelName::Knn).then_some(self.k), ..OwnOptions::default() },
            standardize: is_logistic && self.standardize,
            ..ClassifyOptions::default()
        };
        let result = classify(data, &options, &[])?;
        let classifier = result.fitted.as_classifier().expect("it was fitted to tell classes apart");
        Ok(ClassifierField {
            model,
            grid: self.grid(classifier)?,
            ellipses: ellipses(&result.fitted, &self.axes),
            accuracy: result.train.accuracy,
            log_loss: result.train.log_loss,
            held_out: result.cross_validation.as_ref().map(|held_out| HeldOutFigures {
                accuracy: held_out.metrics.accuracy,
                accuracy_interval: held_out.metrics.accuracy_interval,
                log_loss: held_out.metrics.log_loss,
                scheme: held_out.scheme,
            }),
            baseline: result.baseline.clone(),
            findings: findings(asked.lang, &result.findings, Some(&result.baseline.class)),
        })
    }

    /// `P(positive class)` in the middle of each cell.
    fn grid(&self, classifier: &dyn Classifier) -> Result<Vec<f32>, RequestFailure> {
        let n = self.n_cells;
        let middle = |axis: usize, at: usize| {
            let [low, high] = self.range[axis];
            low + (high - low) * (at as f64 + 0.5) / n as f64
        };
        let cells = || (0..n * n).map(|cell| (cell % n, cell / n));
        let x = Column::numbers(&self.axes[0], cells().map(|(x, _)| middle(0, x)));
        let y = Column::numbers(&self.axes[1], cells().map(|(_, y)| middle(1, y)));
        let p = classifier.predict_proba(&[x, y]).map_err(TaskError::from)?;
        let rounded = |p: f64| ((p * 1e4).round() / 1e4) as f32;
        Ok(p.rows().into_iter().map(|row| rounded(row[row.len() - 1])).collect())
    }

    fn commands(&self, asked: &RequestContext) -> Vec<Typed> {
        let lang = asked.lang;
        let target = &self.axes[2];
        let usual = catalogue::find(&self.name).and_then(|builtin| builtin.entry().classify_target);
        let on = || {
            let command = Command::new("classify").on(&self.name);
            if usual == Some(target) { command } else { command.with("--target", names::show(lang, target)) }
        };
        let logistic = names_and_commands::with_unless(on(), "--l2", self.l2, 1.0);
        let logistic = if self.standardize { logistic.with_flag("--standardize") } else { logistic };
        let knn = names_and_commands::with_unless(on().with("--model", "knn"), "--k", self.k, 5);
        vec![
            logistic.because(words::TryLogistic, lang).into(),
            on().with("--model", "naive-bayes").because(words::TryBayesHere, lang).into(),
            knn.because(words::TryNeighbors, lang).into(),
        ]
    }
}

fn ellipses(model: &Model, axes: &[String; 3]) -> Option<Vec<Ellipse>> {
    let Model::NaiveBayes(model) = model else { return None };
    let of = |name: &str| match &model.features.iter().find(|feature| feature.name == name)?.likelihood {
        Likelihood::Gaussian { means, std_devs, .. } => Some((means, std_devs)),
        Likelihood::Categorical(_) => None,
    };
    let (x, y) = (of(&axes[0])?, of(&axes[1])?);
    let one = |class: usize| Ellipse { mean: [x.0[class], y.0[class]], std_dev: [x.1[class], y.1[class]] };
    Some((0..model.classes.len()).map(one).collect())
}
