//! What naive Bayes learned: `P(y)` and every `P(x_i | y)`.

use crate::model::NaiveBayes;
use crate::model::naive_bayes::Likelihood;
use crate::report::layout::Page;
use crate::report::names;
use crate::report::number::fixed;
use crate::report::table::Table;
use crate::report::words::classify as words;

/// One column a class; one line a value, or mean and spread of a numeric feature.
pub(super) fn section(model: &NaiveBayes, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::likelihoods(lang));
    let mut table = Table::new().words("");
    for class in &model.classes {
        table = table.numbers(names::show(lang, &format!("{}={class}", model.target)));
    }
    let line = |name: String, cells: Vec<String>| std::iter::once(name).chain(cells).collect::<Vec<_>>();
    table.row(line(words::prior(lang).to_owned(), model.priors.iter().map(|&p| fixed(p, 3)).collect()));
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
    page.remark(words::likelihoods_remark(lang));
}
