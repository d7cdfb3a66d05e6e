//! Results to set pages from in tests: the book's tables, really learned from.

use super::Lang;
use crate::data::verbalise::Tongue;
use crate::data::{Builtin, Goal, Selection, select};
use crate::task::Melon;
use crate::task::classify::{Classification, ClassifyOptions, ModelKind, classify};
use crate::task::cluster::{ClusterOptions, Clustering, Start, cluster};
use crate::task::compare::{CompareOptions, Comparison, compare};
use crate::task::curve::{Curve, CurveOptions, curve};
use crate::task::regress::{RegressOptions, Regression, regress};
use crate::task::scale::{LADDER, Prediction, Rung, Scale, ScaleOptions, SizeResult, TaskPredictions, summarise};

fn classified(builtin: Builtin, l2: f64, melons: &[Melon]) -> Classification {
    let table = builtin.table(None, Default::default());
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    classify(&dataset, &ClassifyOptions { l2, ..Default::default() }, melons).unwrap()
}

/// The seventeen melons by colour, root and sound, with l2 = 1.
pub fn melons() -> Classification {
    classified(Builtin::Melons, 1.0, &[])
}

/// The same model, asked about one melon.
pub fn melons_with_answer() -> Classification {
    let melon = [("色泽", "青绿"), ("根蒂", "蜷缩"), ("敲声", "浊响")];
    classified(Builtin::Melons, 1.0, &[melon.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()])
}

/// The seventeen melons without a penalty: quasi-separated.
pub fn separated() -> Classification {
    classified(Builtin::Melons, 0.0, &[])
}

/// Density and sugar, no penalty: R's figures.
pub fn alpha() -> Classification {
    classified(Builtin::Watermelon3Alpha, 0.0, &[])
}

/// Three classes, two numbers.
pub fn colours(l2: f64) -> Classification {
    let selection = Selection {
        target: Some("色泽".into()),
        features: vec!["密度".into(), "含糖率".into()],
        ..Selection::default()
    };
    let dataset = select(Builtin::Watermelon3.table(None, Default::default()), &selection, Goal::Classify).unwrap();
    classify(&dataset, &ClassifyOptions { l2, ..Default::default() }, &[]).unwrap()
}

fn naive_bayes(melons: &[Melon]) -> Classification {
    let table = Builtin::Watermelon3.table(None, Default::default());
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    classify(&dataset, &ClassifyOptions { model: ModelKind::NaiveBayes, ..Default::default() }, melons).unwrap()
}

/// What naive Bayes remembers of the seventeen melons.
pub fn remembered() -> Classification {
    naive_bayes(&[])
}

/// The same model, asked about a melon of which three features are known.
pub fn usual() -> Classification {
    let melon = [("色泽", "青绿"), ("根蒂", "蜷缩"), ("密度", "0.697")];
    naive_bayes(&[melon.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()])
}

/// Thirty melons from the textbook's start.
pub fn clusters() -> Clustering {
    let table = Builtin::Watermelon4.table(None, Default::default());
    let dataset = select(table, &Selection::default(), Goal::Cluster).unwrap();
    let init = Start::Rows(vec![6, 12, 24]);
    cluster(&dataset, &ClusterOptions { init, trace: true, ..Default::default() }).unwrap()
}

fn curved(builtin: Builtin, rows: usize, sizes: &[usize]) -> Curve {
    let table = builtin.table(Some(rows), Default::default());
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    curve(&dataset, &CurveOptions { sizes: sizes.to_vec(), n_splits: 10, ..Default::default() }, || {}).unwrap()
}

/// Learning curves on synthetic melons.
pub fn curves() -> Curve {
    curved(Builtin::MelonField, 2000, &[5, 20, 100, 1000])
}

/// Learning curves on the book's seventeen melons.
pub fn tiny_curves() -> Curve {
    curved(Builtin::Watermelon3, 17, &[])
}

/// The emergence lab after so many sizes; their answers are made up.
pub fn lab(n_sizes: usize) -> Scale {
    let options = ScaleOptions { n_test: 4, ..ScaleOptions::default() };
    let answer = |n_right: usize| Prediction { n_tokens: 6, n_right, log_prob_nats: n_right as f64 * 2.0 - 13.0 };
    let size = |(i, &rung): (usize, &Rung)| SizeResult {
        rung,
        n_params: rung.config().n_params().unwrap(),
        iters: 100,
        tasks: (options.tasks.iter())
            .map(|&task| TaskPredictions { task, predictions: [i, i, i + 1, i + 1].map(answer).to_vec() })
            .collect(),
    };
    let done: Vec<SizeResult> = LADDER.iter().enumerate().take(n_sizes).map(size).collect();
    summarise(&options, 100, Some(300.0), &done)
}

/// Sugar from density alone.
pub fn sugar() -> Regression {
    let table = Builtin::Watermelon3.table(None, Default::default());
    let selection =
        Selection { features: vec!["密度".into()], target: Some("含糖率".into()), ..Selection::default() };
    let dataset = select(table, &selection, Goal::Regress).unwrap();
    regress(&dataset, &RegressOptions::default(), &[]).unwrap()
}

/// All five models of the seventeen melons, once for all tests: about the first melon, or
/// about one that does not say its root.
pub fn compared(lang: Lang, asked: bool) -> &'static Comparison {
    static ALL: std::sync::LazyLock<Vec<Comparison>> = std::sync::LazyLock::new(|| {
        let data =
            select(Builtin::Melons.table(None, Default::default()), &Selection::default(), Goal::Classify).unwrap();
        let melon: Melon = [("色泽", "青绿"), ("敲声", "浊响")].map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec();
        let run = |tongue, melon| {
            compare(&data, melon, &CompareOptions { tongue, n_samples: 100, ..Default::default() }).unwrap()
        };
        let both = |tongue| [run(tongue, None), run(tongue, Some(&melon))];
        [Tongue::Chinese, Tongue::English].into_iter().flat_map(both).collect()
    });
    &ALL[lang.pick(0, 2) + usize::from(asked)]
}
