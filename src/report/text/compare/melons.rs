//! What the generative models make, beside real melons.

use super::{heading, inline, name};
use crate::report::layout::Page;
use crate::report::names;
use crate::report::number::{fixed, grouped, list, percent};
use crate::report::style::{Ink, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{Lang, compare as words};
use crate::task::compare::{Comparison, LogProbs, Maker, ModelName, NewMelons};

/// From so many nats on a model is said to have learned its table by heart.
const BY_HEART: f64 = 1.0;

/// Valid, new, how far from the table; and what each thinks of the others'.
pub(super) fn section(result: &Comparison, page: &mut Page) {
    let Some(new) = &result.new_melons else { return };
    let lang = page.style.lang;
    let noun = names::noun(lang, &result.data);
    page.heading(&words::new_melons(lang, grouped(new.n_samples), noun));
    page.block(made(new, lang).lines(page.inner_width()));
    page.remark(words::distances_remark(lang));
    page.blank();
    page.say(lifelike(new, noun, lang));
    page.heading(words::log_probs(lang));
    page.block(judged(new, lang).lines(page.inner_width()));
    page.remark(words::read_down(lang));
    let by_heart = by_heart(new, lang);
    if !by_heart.is_empty() {
        page.say(words::by_heart(lang, list(lang, &by_heart), noun));
    }
}

fn made(new: &NewMelons, lang: Lang) -> Table {
    let mut table = Table::new()
        .words("")
        .numbers(words::valid(lang))
        .numbers(words::new(lang))
        .numbers(words::marginals(lang))
        .numbers(words::pairs(lang))
        .column(words::agrees(lang), Side::Right, 1);
    for maker in &new.makers {
        table.row([
            name(lang, maker.model).to_owned(),
            percent(maker.valid),
            percent(maker.new),
            fixed(maker.distances.marginals, 2),
            fixed(maker.distances.pairs, 2),
            maker.logistic_agrees.map_or("–".to_owned(), percent),
        ]);
    }
    let halves = [fixed(new.halves.marginals, 2), fixed(new.halves.pairs, 2)];
    let blank = || "–".to_owned();
    let cells = [words::real_halves(lang).to_owned(), blank(), blank()].into_iter().chain(halves).chain([blank()]);
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
        said.push(words::naive_pairs(lang, marginals, pairs, gpt));
        if let Some([a, b]) = &bayes.distances.worst_pair {
            said.push(words::worst_pair(
                lang,
                names::show(lang, a),
                names::show(lang, b),
                fixed(bayes.distances.worst, 2),
            ));
        }
    }
    let beyond = new.makers.iter().filter(|maker| maker.distances.pairs > new.halves.pairs);
    let beyond: Vec<String> = beyond.map(|maker| inline(lang, maker.model)).collect();
    said.push(match beyond.is_empty() {
        true => words::within_halves(lang, fixed(new.halves.pairs, 2), noun),
        false => words::beyond_halves(lang, list(lang, &beyond)),
    });
    said.join(lang.pick("", " "))
}

/// Rows are melons, columns who judges them.
fn judged(new: &NewMelons, lang: Lang) -> Table {
    let mut table = Table::new().words(words::by(lang));
    for maker in &new.makers {
        let (first, second) = heading(lang, maker.model);
        table = table.numbers(format!("{first}{}{second}", lang.pick("", " ")).trim_end());
    }
    let mut row = |name: String, logs: &LogProbs| {
        let cell = |maker: &Maker| logs.get(&maker.model).map_or("–".to_owned(), |&nats| fixed(nats, 2));
        table.row(std::iter::once(name).chain(new.makers.iter().map(cell)));
    };
    row(words::table_rows(lang).to_owned(), &new.table_log_probs);
    if let Some(held_out) = &new.held_out_log_probs {
        row(words::held_out_rows(lang).to_owned(), held_out);
    }
    for maker in &new.makers {
        let (first, second) = heading(lang, maker.model);
        let short = format!("{first}{}{second}", lang.pick("", " "));
        row(words::made_by(lang, short.trim_end()), &maker.log_probs);
    }
    table
}

/// Which models know their own table far better than real melons they never saw.
fn by_heart(new: &NewMelons, lang: Lang) -> Vec<String> {
    let Some(held_out) = &new.held_out_log_probs else { return Vec::new() };
    let of = |(model, own): (&ModelName, &f64)| (own - held_out.get(model)? > BY_HEART).then(|| inline(lang, *model));
    new.table_log_probs.iter().filter_map(of).collect()
}
