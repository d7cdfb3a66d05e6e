//! What naive Bayes learned, `P(y)` and every `P(x_i | y)`, and what it makes of one melon.

use super::classes::class_name;
use crate::model::NaiveBayes;
use crate::model::naive_bayes::{self, Likelihood};
use crate::report::names::{self, INTERCEPT};
use crate::report::number::{fixed, grouped, short};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page};
use crate::report::words::classify as words;
use crate::report::{Lang, Say};
use crate::task::classify::{ClassPrediction, Classification, Factor, JointProbability};

/// One column a class; one line a value, or mean and spread of a numeric feature.
pub(super) fn section(result: &Classification, model: &NaiveBayes, page: &mut Page) {
    let lang = page.lang;
    page.heading(words::Likelihoods);
    let name = |class: &String| names::show(lang, &format!("{}={class}", model.target));
    let mut table = model.classes.iter().fold(DisplayTable::new().words(""), |table, class| table.numbers(name(class)));
    let mut row = |name: String, cells: Vec<Cell>| table.row(std::iter::once(name.into()).chain(cells));
    row(words::Prior.text(lang).to_owned(), priors(result, model));
    for feature in &model.features {
        match &feature.likelihood {
            Likelihood::Categorical(values) => {
                for (level, value) in values.levels.iter().enumerate() {
                    let shares = (0..model.classes.len()).map(|class| share(values, class, level).into()).collect();
                    row(names::show(lang, &format!("{}={value}", feature.name)), shares);
                }
            }
            Likelihood::Gaussian { means, std_devs, .. } => {
                let spread = means.iter().zip(std_devs).map(|(m, s)| format!("{} ± {}", fixed(*m, 3), fixed(*s, 3)));
                row(names::show(lang, &feature.name), spread.map(Cell::from).collect());
            }
        }
    }
    page.table(table);
    let has_numbers = model.features.iter().any(|one| matches!(one.likelihood, Likelihood::Gaussian { .. }));
    let of_numbers = has_numbers.then(|| words::LikelihoodsNumbers.say(lang));
    page.remark(lang.sentences([words::LikelihoodsRemark.say(lang)].into_iter().chain(of_numbers)));
    let by_hand = model.features.iter().find_map(|feature| by_hand(model, feature, lang));
    page.remark(
        lang.sentences([words::Smoothing { alpha: short(model.alpha, 4) }.say(lang)].into_iter().chain(by_hand)),
    );
    if has_numbers {
        page.remark(words::SpreadRemark);
    }
}

/// The classes' shares: counted and smoothed.
fn priors(result: &Classification, model: &NaiveBayes) -> Vec<Cell> {
    let counts: Vec<usize> = result.train.report.iter().map(|class| class.support).collect();
    let n: usize = counts.iter().sum();
    counts.iter().zip(&model.priors).map(|(&count, &p)| counted(count, n, p).into()).collect()
}

/// The share of one value in a class: counted, as a fraction that can be checked, and smoothed.
fn share(table: &naive_bayes::LevelProbabilities, class: usize, level: usize) -> String {
    let p = table.probabilities[class][level];
    match table.counts.get(class) {
        Some(counts) => counted(counts[level], counts.iter().sum(), p),
        None => fixed(p, 3),
    }
}

fn counted(count: usize, n: usize, smoothed: f64) -> String {
    format!("{}/{} → {}", grouped(count), grouped(n), fixed(smoothed, 3))
}

/// The first value in the first class, smoothed step by step.
fn by_hand(model: &NaiveBayes, feature: &naive_bayes::FeatureLikelihood, lang: Lang) -> Option<String> {
    let Likelihood::Categorical(table) = &feature.likelihood else { return None };
    let (counts, p) = (table.counts.first()?, table.probabilities.first()?);
    let (value, alpha) = (table.levels.first()?, short(model.alpha, 4));
    let total: usize = counts.iter().sum();
    let sum =
        format!("({} + {alpha}) / ({total} + {} × {alpha}) = {}", counts.first()?, counts.len(), fixed(*p.first()?, 3));
    let raw = if total > 0 { fixed(*counts.first()? as f64 / total as f64, 3) } else { String::from("–") };
    Some(
        words::SmoothedByHand {
            value: names::show(lang, &format!("{}={value}", feature.name)),
            class: names::show(lang, &format!("{}={}", model.target, model.classes.first()?)),
            count: counts.first()?,
            total,
            raw,
            sum,
        }
        .say(lang),
    )
}

/// The product that the answer for one melon is: factor by factor, and each class's share.
pub(super) fn product(
    result: &Classification,
    prediction: &ClassPrediction,
    known: &JointProbability,
    page: &mut Page,
) {
    let lang = page.lang;
    let classes = &result.data.classes;
    page.heading(words::ProductTitle);
    let head = |table: DisplayTable, class: &String| table.numbers(class_name(result, class, lang));
    let mut table = classes.iter().fold(DisplayTable::new().words(""), head);
    let mut row = |name: String, cells: Vec<Cell>| table.row(std::iter::once(name.into()).chain(cells));
    for Factor { term, values, .. } in &known.factors {
        let name = if term == INTERCEPT { words::Prior.text(lang).to_owned() } else { names::show(lang, term) };
        row(name, values.iter().map(|&value| Cell::number(value, 3)).collect());
    }
    let joint = |class: usize| known.factors.iter().map(|factor| factor.values[class]).product::<f64>();
    let joints = (0..classes.len()).map(|class| significant(joint(class)).into()).collect();
    row(words::Product.text(lang).to_owned(), joints);
    let share = |class: &String| prediction.probabilities.get(class).copied().unwrap_or(0.0);
    let strong = |class: &String| Cell::probability(share(class)).with(Emphasis::Strong);
    row(words::ShareOfSum.text(lang).to_owned(), classes.iter().map(strong).collect());
    page.table(table);
    if known.factors.iter().any(|factor| factor.is_density) {
        page.remark(words::DensityRemark);
    }
    if !known.summed_over.is_empty() {
        let features = lang.list(known.summed_over.iter().map(|name| names::show(lang, name)));
        page.remark(words::SummedOver { features });
    }
}

/// How usual a melon is, beside those learned from.
pub(super) fn usual(result: &Classification, known: &JointProbability, page: &mut Page) {
    let lang = page.lang;
    if names::is_melons(&result.data) {
        page.heading(words::HowUsualMelon)
    } else {
        page.heading(words::HowUsualSample)
    }
    let (log, n) = (fixed(known.log_evidence_nats, 2), names::count(lang, &result.data, known.n_samples));
    page.say(words::Usual { log, n, less: grouped(known.n_less_usual) });
    page.remark(words::UsualRemark);
}

/// Three significant digits of a number in `[0, 1)`, or as it comes.
fn significant(value: f64) -> String {
    let zeros = if value > 0.0 { (-value.log10()).floor().clamp(0.0, 3.0) as usize } else { 0 };
    if value < 1e-4 { format!("{value:.2e}") } else { fixed(value, 3 + zeros) }
}
