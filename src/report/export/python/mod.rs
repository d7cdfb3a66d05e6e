//! A fitted model as a Python file that needs nothing but Python: the figures it has learned, then
//! the few lines that use them, explained in the reader's language.
//!
//! `predict(row)` takes a dictionary of a row's cells and returns the columns that
//! [`Predictor::predict`](crate::task::Predictor::predict) appends.

mod literal;
mod tables;

use super::ModelSource;
use crate::data::read::MISSING_MARKERS;
use crate::eval::classification::ROUNDING;
use crate::model::{Classifier, Model};
use crate::report::words::{Lang, Say, export as words};
use crate::task::Predictor;
use literal::{comment, list, number, text};

const READ: &str = include_str!("prelude.py");
const ENCODE: &str = include_str!("encode.py");
const SCORES: &str = include_str!("scores.py");
const SOFTMAX: &str = include_str!("softmax.py");
const CLASSIFY: &str = include_str!("classify.py");
const MAIN: &str = include_str!("main.py");

/// The file.
pub fn python(predictor: &Predictor, source: &ModelSource, lang: Lang) -> String {
    let (what, code) = functions(predictor, lang);
    let head = words::Head { what, data: &source.data, n: source.n_samples, melon: &source.melon }.say(lang);
    let mut out = comment(&head) + &comment(words::Use.text(lang));
    out += "\nimport csv\nimport math\nimport sys\n\n";
    out + &code + MAIN
}

/// `predict(row)` with all that it needs but the modules, and what the model is called.
pub fn functions(predictor: &Predictor, lang: Lang) -> (&'static str, String) {
    let columns = predictor.column_names();
    let model = predictor.model();
    let (what, figures, code): (&'static str, String, Vec<&str>) = match model {
        Model::Logistic(own) => (
            words::Logistic.text(lang),
            tables::logistic(own, lang),
            vec![ENCODE, SCORES, SOFTMAX, include_str!("logistic.py"), CLASSIFY],
        ),
        Model::Linear(own) => {
            (words::Linear.text(lang), tables::linear(own, lang), vec![ENCODE, SCORES, include_str!("linear.py")])
        }
        Model::NaiveBayes(own) => (
            words::NaiveBayes.text(lang),
            tables::naive_bayes(own, lang),
            vec![SOFTMAX, include_str!("naive_bayes.py"), CLASSIFY],
        ),
        Model::Tree(own) => (words::Tree.text(lang), tables::tree(own, lang), vec![include_str!("tree.py"), CLASSIFY]),
        Model::Knn(own) => {
            (words::Knn.text(lang), tables::knn(own, lang), vec![ENCODE, include_str!("knn.py"), CLASSIFY])
        }
        Model::KMeans(own) => {
            (words::KMeans.text(lang), tables::k_means(own, lang), vec![ENCODE, include_str!("kmeans.py")])
        }
    };
    let mut out = comment(words::Columns.text(lang));
    out += &format!("COLUMNS = {}\n", list(columns.iter().map(|name| text(name))));
    if let Some(model) = model.as_classifier() {
        out += &classes(model, predictor.threshold(), lang);
    }
    out += &comment(words::OtherNames.text(lang));
    out += &tables::other_names(model);
    out += &comment(words::Missing.text(lang));
    out += &format!(
        "MISSING = {{{}}}\n",
        MISSING_MARKERS.iter().map(|text| self::text(text)).collect::<Vec<_>>().join(", ")
    );
    out += &figures;
    out += READ;
    out.extend(code);
    (what, out)
}

fn classes(model: &dyn Classifier, threshold: f64, lang: Lang) -> String {
    let classes = format!("CLASSES = {}\n", list(model.classes().iter().map(|class| text(class))));
    match model.classes().len() {
        2 => {
            let [threshold, rounding] = [threshold, ROUNDING].map(number);
            classes
                + &comment(words::Threshold.text(lang))
                + &format!("THRESHOLD = {threshold}\nROUNDING = {rounding}\n")
        }
        _ => classes,
    }
}
