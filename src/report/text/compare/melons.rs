//! What the generative models make, beside real melons.

use super::{heading, inline, name};
use crate::report::layout::Page;
use crate::report::names;
use crate::report::number::{fixed, grouped, percent};
use crate::report::style::{Ink, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{Lang, Say, compare as words};
use crate::task::compare::{Comparison, LogProbs, ModelName, NewMelons};

/// From so many nats on a model is said to have learned its table by heart.
const BY_HEART: f64 = 1.0;

/// Valid, new, how far from the table; and what each thinks of the others'.
pub(super) fn section(result: &Comparison, page: &mut Page) {
    let Some(new) = &result.new_melons else { return };
    let lang = page.style.lang;
    let noun = names::noun(lang, &result.data);
    page.heading(&words::NewMelons { n: grouped(new.n_samples), samples: noun }.say(lang));
    page.block(made(new, lang).lines(page.inner_width()));
    page.remark(words::DistancesRemark.text(lang));
    page.blank();
    page.say(lifelike(new, noun, lang));
    page.heading(words::LogProbs.text(lang));
    page.block(judged(new, lang).lines(page.inner_width()));
    page.remark(words::ReadDown.text(lang));
    let by_heart = by_heart(new, lang);
    if !by_heart.is_empty() {
        page.say(words::ByHeart { models: lang.list(by_heart), samples: noun }.say(lang));
    }
}

fn made(new: &NewMelons, lang: Lang) -> Table {
    let mut table = Table::new()
        .words("")
        .numbers(words::Valid.text(lang))
        .numbers(words::New.text(lang))
        .numbers(words::Marginals.text(lang))
        .numbers(words::Pairs.text(lang))
        .column(words::Agrees.text(lang), Side::Right, 1);
    for maker in &new.makers {
        table.row([
            name(lang, maker.model).to_owned(),
            percent(maker.valid),
            percent(maker.new),
            fixed(maker.distances.marginals, 2),
            fixed(maker.distances.pairs, 2),
            percent(maker.logistic_agrees),
        ]);
    }
    let halves = [fixed(new.halves.marginals, 2), fixed(new.halves.pairs, 2)];
    let blank = || "–".to_owned();
    let cells = [words::RealHalves.text(lang).to_owned(), blank(), blank()].into_iter().chain(halves).chain([blank()]);
    table.row(cells.map(|cell| ink(Ink::Faint, cell)));
    table
}

/// What the distances say, and whether they say anything.
fn lifelike(new: &NewMelons, noun: &str, lang: Lang) -> String {
    let mut said = Vec::new();
    if let Some(bayes) = new.makers.iter().find(|maker| maker.model == ModelName::NaiveBayes) {
        let gpt = new.makers.iter().find(|maker| maker.model == ModelName::Gpt);
        let gpt = gpt.map_or("–".to_owned(), |maker| fixed(maker.distances.pairs, 2));
        let (marginals, pairs) = (fixed(bayes.distances.marginals, 2), fixed(bayes.distances.pairs, 2));
        said.push(words::NaivePairs { marginals, pairs, gpt }.say(lang));
        if let Some([a, b]) = &bayes.distances.worst_pair {
            said.push(
                words::WorstPair {
                    a: names::show(lang, a),
                    b: names::show(lang, b),
                    distance: fixed(bayes.distances.worst, 2),
                }
                .say(lang),
            );
        }
    }
    let beyond = new.makers.iter().filter(|maker| maker.distances.pairs > new.halves.pairs);
    let beyond: Vec<String> = beyond.map(|maker| inline(lang, maker.model)).collect();
    said.push(match beyond.is_empty() {
        true => words::WithinHalves { halves: fixed(new.halves.pairs, 2), samples: noun }.say(lang),
        false => words::BeyondHalves { list: lang.list(beyond) }.say(lang),
    });
    lang.sentences(said)
}

/// Rows are melons, columns who judges them.
fn judged(new: &NewMelons, lang: Lang) -> Table {
    let mut table = Table::new().words(words::By.text(lang));
    for model in ModelName::GENERATIVE {
        let (first, second) = heading(lang, model);
        table = table.numbers(lang.sentences([first, second]));
    }
    let mut row = |name: String, logs: &LogProbs| {
        let cell = |model| logs.get(&model).map_or("–".to_owned(), |&nats| fixed(nats, 2));
        table.row(std::iter::once(name).chain(ModelName::GENERATIVE.into_iter().map(cell)));
    };
    row(words::TableRows.text(lang).to_owned(), &new.table_log_probs);
    if let Some(held_out) = &new.held_out_log_probs {
        row(words::HeldOutRows.text(lang).to_owned(), held_out);
    }
    for maker in &new.makers {
        let (first, second) = heading(lang, maker.model);
        row(words::MadeBy { model: lang.sentences([first, second]) }.say(lang), &maker.log_probs);
    }
    table
}

/// Which models know their own table far better than real melons they never saw.
fn by_heart(new: &NewMelons, lang: Lang) -> Vec<String> {
    let Some(held_out) = &new.held_out_log_probs else { return Vec::new() };
    let of = |model: ModelName| {
        let (own, other) = (new.table_log_probs.get(&model)?, held_out.get(&model)?);
        (own - other > BY_HEART).then(|| inline(lang, model))
    };
    ModelName::GENERATIVE.into_iter().filter_map(of).collect()
}
