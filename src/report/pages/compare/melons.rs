//! What the generative models make, beside real melons.

use crate::report::number::{fixed, grouped};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page};
use crate::report::words::{Lang, compare as words};
use crate::report::{Say, models, names};
use crate::task::compare::{Comparison, Distances, LogProbs, Maker, ModelName, NewMelons};

/// From so many nats on a model is said to have learned its table by heart.
const BY_HEART: f64 = 1.0;

/// Valid, new, how far from the table; and how usual each finds those of the others.
pub(super) fn section(result: &Comparison, page: &mut Page) {
    let Some(new) = &result.new_melons else { return };
    let lang = page.lang;
    let samples = names::noun(lang, &result.data);
    page.heading(words::NewMelons { n: grouped(new.n_samples), samples });
    page.table(made(new, lang));
    page.remark(words::DistancesRemark);
    if has_logistic(new) {
        page.remark(words::AgreesRemark);
    }
    naive_bayes(new, page);
    lifelike(new, samples, page);
    page.heading(words::LogProbs { samples });
    page.table(judged(new, lang));
    page.remark(words::ReadDown);
    let models = by_heart(new, lang);
    if !models.is_empty() {
        page.say(words::ByHeart { models, samples });
    }
}

/// Whether logistic regression is there to be asked about the new melons.
fn has_logistic(new: &NewMelons) -> bool {
    new.makers.iter().any(|maker| maker.logistic_agrees.is_some())
}

fn made(new: &NewMelons, lang: Lang) -> DisplayTable {
    let head = DisplayTable::new().words("").numbers(words::Valid.text(lang)).numbers(words::New.text(lang));
    let head = head.numbers(words::Marginals.text(lang)).numbers(words::Pairs.text(lang));
    let is_asked = has_logistic(new);
    let mut table = if is_asked { head.numbers(words::Agrees.text(lang)) } else { head };
    let far = |distances: &Distances| [distances.marginals, distances.pairs].map(|distance| Cell::number(distance, 2));
    for maker in &new.makers {
        let name = models::inline(lang, maker.model).into();
        let agrees = is_asked.then(|| Cell::share(maker.logistic_agrees));
        let cells = [name, Cell::share(maker.valid), Cell::share(maker.new)].into_iter();
        table.row(cells.chain(far(&maker.distances)).chain(agrees));
    }
    let halves = [words::RealHalves.text(lang).into(), Cell::undefined(), Cell::undefined()].into_iter();
    let halves = halves.chain(far(&new.halves)).chain(is_asked.then(Cell::undefined));
    table.row(halves.map(|cell| cell.with(Emphasis::Faint)));
    table
}

/// What independent features cost, where naive Bayes is among the models.
fn naive_bayes(new: &NewMelons, page: &mut Page) {
    let lang = page.lang;
    let of = |model| new.makers.iter().find(|maker| maker.model == model).map(|maker| &maker.distances);
    let Some(bayes) = of(ModelName::NaiveBayes) else { return };
    let [marginals, pairs, distance] = [bayes.marginals, bayes.pairs, bayes.worst].map(|value| fixed(value, 2));
    let naive = words::NaivePairs { marginals, pairs }.say(lang);
    let worst = bayes.worst_pair.as_ref().map(|pair| {
        let [a, b] = pair.each_ref().map(|column| names::show(lang, column));
        words::WorstPair { a, b, distance }.say(lang)
    });
    let gpt = of(ModelName::Gpt).map(|gpt| words::GptPairs { pairs: fixed(gpt.pairs, 2) }.say(lang));
    page.say(lang.sentences([naive, worst.unwrap_or_default(), gpt.unwrap_or_default()]));
}

/// Whether the distances say anything.
fn lifelike(new: &NewMelons, samples: &str, page: &mut Page) {
    let beyond = new.makers.iter().filter(|maker| maker.distances.pairs > new.halves.pairs);
    match models::list(page.lang, beyond.map(|maker| maker.model)) {
        none if none.is_empty() => page.say(words::WithinHalves { halves: fixed(new.halves.pairs, 2), samples }),
        list => page.say(words::BeyondHalves { list }),
    }
}

/// Rows are melons, columns who judges them.
fn judged(new: &NewMelons, lang: Lang) -> DisplayTable {
    let name = |maker: &Maker| models::inline(lang, maker.model);
    let head = DisplayTable::new().words(words::By.text(lang));
    let mut table = new.makers.iter().fold(head, |table, maker| table.numbers(name(maker)));
    let mut row = |name: String, logs: &LogProbs| {
        let judges = new.makers.iter().map(|judge| Cell::number(logs.get(&judge.model).copied(), 2));
        table.row(std::iter::once(name.into()).chain(judges));
    };
    row(words::TableRows.say(lang), &new.table_log_probs);
    if let Some(held_out) = &new.held_out_log_probs {
        row(words::HeldOutRows.say(lang), held_out);
    }
    new.makers.iter().for_each(|maker| row(words::MadeBy { model: name(maker) }.say(lang), &maker.log_probs));
    table
}

/// Which models know their own table far better than real melons they did not learn from.
fn by_heart(new: &NewMelons, lang: Lang) -> String {
    let known = |model: &ModelName| {
        let held_out = new.held_out_log_probs.as_ref()?.get(model)?;
        Some(new.table_log_probs.get(model)? - held_out > BY_HEART)
    };
    models::list(lang, new.makers.iter().map(|maker| maker.model).filter(|model| known(model) == Some(true)))
}
