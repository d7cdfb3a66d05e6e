//! What naive Bayes learned, `P(y)` and every `P(x_i | y)`, and what it makes of one melon.

use crate::model::NaiveBayes;
use crate::model::naive_bayes::Likelihood;
use crate::report::Say;
use crate::report::layout::Page;
use crate::report::names::{self, INTERCEPT};
use crate::report::number::{fixed, grouped, probability};
use crate::report::style::{Ink, ink};
use crate::report::table::Table;
use crate::report::words::classify as words;
use crate::task::classify::{ClassPrediction, Classification, Factor, Generative};

/// One column a class; one line a value, or mean and spread of a numeric feature.
pub(super) fn section(model: &NaiveBayes, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Likelihoods.text(lang));
    let mut table = Table::new().words("");
    for class in &model.classes {
        table = table.numbers(names::show(lang, &format!("{}={class}", model.target)));
    }
    let line = |name: String, cells: Vec<String>| std::iter::once(name).chain(cells).collect::<Vec<_>>();
    table.row(line(words::Prior.text(lang).to_owned(), model.priors.iter().map(|&p| fixed(p, 3)).collect()));
    for feature in &model.features {
        match &feature.likelihood {
            Likelihood::Categorical(values) => {
                for (level, value) in values.levels.iter().enumerate() {
                    let shares = values.probabilities.iter().map(|of_class| fixed(of_class[level], 3)).collect();
                    table.row(line(names::show(lang, &format!("{}={value}", feature.name)), shares));
                }
            }
            Likelihood::Gaussian { means, std_devs, .. } => {
                let cells = means.iter().zip(std_devs).map(|(m, s)| format!("{} ± {}", fixed(*m, 3), fixed(*s, 3)));
                table.row(line(names::show(lang, &feature.name), cells.collect()));
            }
        }
    }
    page.block(table.lines(page.inner_width()));
    page.remark(words::LikelihoodsRemark.text(lang));
}

/// The product that the answer for one melon is: factor by factor, and each class's share.
pub(super) fn product(result: &Classification, prediction: &ClassPrediction, known: &Generative, page: &mut Page) {
    let lang = page.style.lang;
    let target = result.data.target.as_deref().unwrap_or_default();
    let classes = &result.data.classes;
    page.blank();
    page.say(words::ProductTitle.text(lang));
    let named = |class: &String| names::show(lang, &format!("{target}={class}"));
    let mut table = classes.iter().fold(Table::new().words(""), |table, class| table.numbers(named(class)));
    let mut row = |name: String, cells: Vec<String>| table.row(std::iter::once(name).chain(cells));
    for Factor { term, values } in &known.factors {
        let name = if term == INTERCEPT { words::Prior.text(lang).to_owned() } else { names::show(lang, term) };
        row(name, values.iter().map(|&value| fixed(value, 3)).collect());
    }
    let joint = |class: usize| known.factors.iter().map(|factor| factor.values[class]).product::<f64>();
    row(words::Product.text(lang).to_owned(), (0..classes.len()).map(|class| significant(joint(class))).collect());
    let share = |class: &String| prediction.probabilities.get(class).copied().unwrap_or(0.0);
    let strong = |class: &String| ink(Ink::Strong, probability(share(class)));
    row(words::ShareOfSum.text(lang).to_owned(), classes.iter().map(strong).collect());
    page.block(table.lines(page.inner_width()));
    let is_number = |term: &str| term.split_once('=').is_some_and(|(_, value)| value.parse::<f64>().is_ok());
    if known.factors.iter().any(|factor| is_number(&factor.term)) {
        page.remark(words::DensityRemark.text(lang));
    }
    if !known.summed_over.is_empty() {
        let features: Vec<String> = known.summed_over.iter().map(|name| names::show(lang, name)).collect();
        page.remark(words::SummedOver { features: lang.list(features) }.say(lang));
    }
}

/// How usual a melon is, beside those learned from.
pub(super) fn usual(result: &Classification, known: &Generative, page: &mut Page) {
    let lang = page.style.lang;
    let melons = names::is_melons(&result.data);
    page.heading(if melons { words::HowUsualMelon.text(lang) } else { words::HowUsualSample.text(lang) });
    let (log, n) = (fixed(known.log_evidence_nats, 2), names::count(lang, &result.data, known.n_samples));
    page.say(words::Usual { log, n, less: grouped(known.n_less_usual) }.say(lang));
    page.remark(words::UsualRemark.text(lang));
}

/// Three significant digits of a number in `[0, 1)`, or as it comes.
fn significant(value: f64) -> String {
    let zeros = if value > 0.0 { (-value.log10()).floor().clamp(0.0, 3.0) as usize } else { 0 };
    if value < 1e-4 { format!("{value:.2e}") } else { fixed(value, 3 + zeros) }
}
