//! What an analysis did, in numbers and names: all that a script needs.

use super::beside_fit::BesideFit;
use super::embedded;
use super::folds::HeldOut;
use super::grown_tree::GrownTree;
use super::not_computed::{self, NotComputed};
use crate::data::encode::{Coding, ColumnEncoding};
use crate::data::{Column, Dataset, Encoder, names};
use crate::model::{Model, Tree};
use crate::report::grid::{self, Grid, GridCell};
use crate::task::classify::Classification;
use crate::task::cluster::Clustering;
use crate::task::regress::Regression;

/// One fit, so that a script can repeat it: the data, the encoding, the method, the test.
pub struct Recipe {
    /// The command that did it.
    pub(super) command: String,
    /// The features, and the target behind them, a line a sample.
    pub(super) table: Grid,
    /// The features, in order.
    pub(super) features: Vec<ScriptFeature>,
    /// The target.
    pub(super) target: Option<String>,
    /// The columns of the matrix, in order.
    pub(super) terms: Vec<String>,
    /// Those that are fitted, from 0: the others are linear combinations of those before them.
    pub(super) kept: Vec<usize>,
    /// Whether a category has a column for each value but the first.
    pub(super) drop_first: bool,
    /// Whether numbers are standardised.
    pub(super) standardize: bool,
    /// Whether missing cells are filled.
    pub(super) impute: bool,
    /// What was fitted.
    pub(super) method: Method,
    /// What was held out, to measure it.
    pub(super) held_out: HeldOut,
    /// What is shown beside the fit.
    pub(super) beside: BesideFit,
    /// What the command shows and the script does not compute.
    pub(super) not_computed: Vec<NotComputed>,
}

/// A feature.
pub(super) struct ScriptFeature {
    pub name: String,
    /// Its values in order, if it is a category.
    pub levels: Option<Vec<String>>,
}

/// What was fitted.
pub(super) enum Method {
    Logistic { classes: Vec<String>, l2: f64, threshold: f64 },
    NaiveBayes { classes: Vec<String>, alpha: f64, threshold: f64 },
    Knn { classes: Vec<String>, k: usize, threshold: f64 },
    Tree { classes: Vec<String>, threshold: f64, tree: GrownTree },
    Linear { l2: f64 },
    KMeans { centroids: Vec<Vec<f64>>, has_silhouette: bool },
}

/// Why there is no script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoScript {
    /// Without a penalty, separated classes have no estimate.
    Separated,
    /// The fit has not reached its optimum, so another program would find something else.
    Unfinished,
    /// The model has its own way with missing cells.
    Missing,
    /// None of the models is one that a script can fit.
    NoneOfThese,
}

impl Recipe {
    /// Of a classification. `english`: with the names of the built-in tables in English.
    ///
    /// # Errors
    /// If no script could give the same figures.
    pub fn of_classification(
        result: &Classification,
        data: &Dataset,
        command: String,
        english: bool,
    ) -> Result<Recipe, NoScript> {
        let classes = display_names(&result.data.classes, english);
        let threshold = result.options.threshold;
        let has_missing = data.features.iter().any(|column| (0..column.len()).any(|row| column.is_missing(row)));
        if result.fit.is_separated() {
            return Err(NoScript::Separated);
        }
        if !result.fit.converged {
            return Err(NoScript::Unfinished);
        }
        let (method, encoder) = match &result.fitted {
            Model::Logistic(model) => {
                (Method::Logistic { classes, l2: result.options.l2, threshold }, Some(&model.encoder))
            }
            Model::Knn(model) => (Method::Knn { classes, k: model.k, threshold }, Some(&model.encoder)),
            Model::NaiveBayes(_) if has_missing => return Err(NoScript::Missing),
            Model::NaiveBayes(model) => (Method::NaiveBayes { classes, alpha: model.alpha, threshold }, None),
            Model::Tree(tree) => return Ok(Recipe::of_tree(tree, result, data, command, english)),
            Model::Linear(_) | Model::KMeans(_) => unreachable!("neither classifies"),
        };
        let defined =
            result.coefficients.iter().filter(|one| one.class.is_none() || one.class == result.coefficients[0].class);
        let aliased = defined.filter(|one| one.estimate.is_none()).map(|one| one.term.as_str());
        let recipe = Recipe::new(data, encoder, method, command, english, &aliased.collect::<Vec<_>>());
        Ok(recipe.measured(result, data, english))
    }

    /// With what was held out, and what is shown beside the fit.
    fn measured(self, result: &Classification, data: &Dataset, english: bool) -> Recipe {
        let held_out = HeldOut::of_classification(result, data);
        let beside = BesideFit::of_classification(result, data, held_out.is_computed(), english);
        let not_computed = not_computed::of_classification(result, data, beside.l2_path.is_some());
        Recipe { held_out, beside, not_computed, ..self }
    }

    fn of_tree(fitted: &Tree, result: &Classification, data: &Dataset, command: String, english: bool) -> Recipe {
        let method = Method::Tree {
            classes: display_names(&result.data.classes, english),
            threshold: result.options.threshold,
            tree: GrownTree::new(fitted, result, data, english),
        };
        let mut recipe = Recipe::new(data, None, method, command, english, &[]);
        for (feature, own) in recipe.features.iter_mut().zip(&fitted.features) {
            feature.levels = own.levels.as_ref().map(|levels| display_names(levels, english));
        }
        recipe.measured(result, data, english)
    }

    /// Of a regression.
    pub fn of_regression(result: &Regression, data: &Dataset, command: String, english: bool) -> Recipe {
        let Model::Linear(model) = &result.fitted else { unreachable!("a regression is linear") };
        let aliased = result.coefficients.iter().filter(|one| one.estimate.is_none()).map(|one| one.term.as_str());
        let method = Method::Linear { l2: result.options.l2 };
        let recipe = Recipe::new(data, Some(&model.encoder), method, command, english, &aliased.collect::<Vec<_>>());
        let beside = BesideFit::of_regression(result, data, english);
        let not_computed = not_computed::of_regression(result, beside.inference.is_some());
        Recipe { held_out: HeldOut::of_regression(result, data), beside, not_computed, ..recipe }
    }

    /// Of a clustering.
    pub fn of_clustering(result: &Clustering, data: &Dataset, command: String, english: bool) -> Recipe {
        let Model::KMeans(model) = &result.fitted else { unreachable!("a clustering is k-means") };
        let has_silhouette = result.silhouette.is_some() && !not_computed::is_sampled(result);
        let method = Method::KMeans { centroids: model.centroids.clone(), has_silhouette };
        let data = Dataset { target: None, ..data.clone() };
        let recipe = Recipe::new(&data, Some(&model.encoder), method, command, english, &[]);
        Recipe { not_computed: not_computed::of_clustering(result), ..recipe }
    }

    fn new(
        data: &Dataset,
        encoder: Option<&Encoder>,
        method: Method,
        command: String,
        english: bool,
        aliased: &[&str],
    ) -> Recipe {
        let terms: Vec<String> =
            encoder.map(Encoder::terms).unwrap_or_default().into_iter().map(|term| term.name).collect();
        let options = encoder.map(|encoder| encoder.options).unwrap_or_default();
        let show = |name: &str| names::display_name(name, english);
        let feature = |column: &Column| ScriptFeature {
            name: show(&column.name),
            levels: levels(column, encoder).map(|all| display_names(&all, english)),
        };
        Recipe {
            command,
            table: table(data, english),
            features: data.features.iter().map(feature).collect(),
            target: data.target.as_ref().map(|column| show(&column.name)),
            kept: (0..terms.len()).filter(|&term| !aliased.contains(&terms[term].as_str())).collect(),
            terms: display_names(&terms, english),
            drop_first: options.coding == Coding::DropFirst,
            standardize: options.standardize,
            impute: options.impute,
            method,
            held_out: HeldOut::Untested,
            beside: BesideFit::default(),
            not_computed: Vec::new(),
        }
    }

    /// The fit and its test alone.
    pub(super) fn alone(self) -> Recipe {
        Recipe { beside: BesideFit::default(), ..self }
    }

    /// Whether the data are too large to stand in the script itself.
    pub fn needs_file(&self) -> bool {
        embedded::needs_file(&self.table)
    }

    /// The data that a script reads, as CSV.
    pub fn csv(&self) -> String {
        grid::csv(&self.table)
    }

    /// The classes in order; none of a number.
    pub(super) fn classes(&self) -> &[String] {
        match &self.method {
            Method::Logistic { classes, .. }
            | Method::NaiveBayes { classes, .. }
            | Method::Knn { classes, .. }
            | Method::Tree { classes, .. } => classes,
            Method::Linear { .. } | Method::KMeans { .. } => &[],
        }
    }

    /// The probability from which the second of two classes is the answer; `None` with more of them.
    pub(super) fn threshold(&self) -> Option<f64> {
        match &self.method {
            Method::Logistic { classes, threshold, .. }
            | Method::NaiveBayes { classes, threshold, .. }
            | Method::Knn { classes, threshold, .. }
            | Method::Tree { classes, threshold, .. } => (classes.len() == 2).then_some(*threshold),
            Method::Linear { .. } | Method::KMeans { .. } => None,
        }
    }

    /// Whether the columns become one matrix of numbers.
    pub(super) fn has_matrix(&self) -> bool {
        !matches!(self.method, Method::NaiveBayes { .. } | Method::Tree { .. })
    }

    /// Whether every term is fitted.
    pub(super) fn keeps_all(&self) -> bool {
        self.kept.len() == self.terms.len()
    }

    /// Of each term, whether it stands for a value of a category: `yes` and `no` with commas between.
    pub(super) fn is_category(&self, yes: &str, no: &str) -> String {
        let of_feature = |feature: &ScriptFeature| match &feature.levels {
            Some(levels) => vec![yes; levels.len() - usize::from(self.drop_first)],
            None => vec![no],
        };
        self.features.iter().flat_map(of_feature).collect::<Vec<_>>().join(", ")
    }

    /// The terms that are fitted.
    pub(super) fn kept_terms(&self) -> impl Iterator<Item = &String> {
        self.kept.iter().map(|&term| &self.terms[term])
    }
}

fn display_names(all: &[String], english: bool) -> Vec<String> {
    all.iter().map(|name| names::display_name(name, english)).collect()
}

/// The values of a category, as the encoder has them, or else in order.
fn levels(column: &Column, encoder: Option<&Encoder>) -> Option<Vec<String>> {
    let known = encoder.and_then(|encoder| encoder.columns.iter().find(|one| one.name == column.name));
    match known.map(|one| &one.kind) {
        Some(ColumnEncoding::Categorical { levels, .. }) => Some(levels.clone()),
        Some(ColumnEncoding::Numeric { .. }) => None,
        None => {
            let own = crate::data::Labels::from_column(column).filter(|_| !column.is_numeric());
            own.map(|labels| labels.classes)
        }
    }
}

fn table(data: &Dataset, english: bool) -> Grid {
    let columns: Vec<&Column> = data.features.iter().chain(&data.target).collect();
    let cell = |column: &&Column, row: usize| {
        let text = column.text(row).map(|text| text.into_owned());
        GridCell::from(text.map(|text| if column.is_numeric() { text } else { names::display_name(&text, english) }))
    };
    Grid {
        header: columns.iter().map(|column| names::display_name(&column.name, english)).collect(),
        rows: (0..data.n_samples()).map(|row| columns.iter().map(|column| cell(column, row)).collect()).collect(),
    }
}
