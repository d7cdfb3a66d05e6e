//! The screen that holds both families against each other.

use super::super::values;
use crate::report::layout::Page;
use crate::report::names::show;
use crate::report::number::{grouped, list, probability};
use crate::report::style::{Ink, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{Lang, Say, tour as words};
use crate::task::compare::{ModelName, Portrait};
use crate::task::tour::SideBySide;

pub(super) fn side_by_side(figures: &SideBySide, page: &mut Page) {
    let lang = page.style.lang;
    let melon = values(&figures.data, &figures.input, page.style.lang);
    page.say(words::SideIdea { n: figures.data.n_samples, melon }.say(lang));
    page.blank();
    let positive = figures.data.positive_class.as_deref().unwrap_or_default();
    let mut table = Table::new()
        .words("")
        .words(words::SideModels.text(lang))
        .numbers(words::SideAnswer.text(lang))
        .words(words::SideFills.text(lang))
        .column(words::EmergenceParams.text(lang), Side::Right, 1);
    for model in &figures.models {
        let answer = model.answer.as_ref().and_then(|answer| answer.probabilities.get(positive));
        table.row([
            name(model.model, lang).to_owned(),
            models(model.model, lang).to_owned(),
            answer.map_or("–".to_owned(), |&p| probability(p)) + if counted(model) { "*" } else { " " },
            filled(model, lang),
            grouped(model.n_params),
        ]);
    }
    page.block(table.lines(page.inner_width()));
    if figures.models.iter().any(counted) {
        page.remark(words::SideAfterwards.text(lang));
    }
    page.blank();
    page.say(words::SideMake.text(lang));
    makes(figures, page);
    page.say(words::SideLesson.text(lang));
}

/// A new melon from each that can make one; the others in one line.
fn makes(figures: &SideBySide, page: &mut Page) {
    let lang = page.style.lang;
    let mut cannot = Vec::new();
    for model in &figures.models {
        let name = name(model.model, lang);
        match made(model, figures, page) {
            Some(melon) => page.say(words::SideMakes { name, melon }.say(lang)),
            None => cannot.push(name.to_owned()),
        }
    }
    if !cannot.is_empty() {
        page.say(ink(Ink::Faint, words::SideMakesNone { names: list(lang, &cannot) }.say(lang)));
    }
}

/// Whether its answer was only counted once the labels were uncovered.
fn counted(model: &Portrait) -> bool {
    model.answer.as_ref().is_some_and(|answer| answer.labelled_afterwards)
}

fn name(model: ModelName, lang: Lang) -> &'static str {
    match model {
        ModelName::Logistic => words::SideLogistic.text(lang),
        ModelName::NaiveBayes => words::SideNaiveBayes.text(lang),
        ModelName::NGram => words::SideNgram.text(lang),
        ModelName::Gpt => words::SideGpt.text(lang),
        ModelName::KMeans => words::SideKmeans.text(lang),
    }
}

fn models(model: ModelName, lang: Lang) -> &'static str {
    match model {
        ModelName::Logistic => "P(y|x)",
        ModelName::NaiveBayes => "P(x, y)",
        ModelName::NGram | ModelName::Gpt => words::SideNext.text(lang),
        ModelName::KMeans => words::SideDistance.text(lang),
    }
}

/// What it takes the hidden feature for.
fn filled(model: &Portrait, lang: Lang) -> String {
    let guess = model.fills.as_ref().map(|filled| &filled.guess);
    guess.map_or("–".to_owned(), |guess| show(lang, &format!("{}={}", guess.feature, guess.value)))
}

/// The melon it made, with its class.
fn made(model: &Portrait, figures: &SideBySide, page: &Page) -> Option<String> {
    let made = model.makes.as_ref()?;
    let lang = page.style.lang;
    let Some(input) = &made.input else { return made.text.clone() };
    let target = figures.data.target.as_deref().unwrap_or_default();
    let class = made.class.as_ref().map(|class| show(lang, &format!("{target}={class}")));
    let looks = values(&figures.data, input, page.style.lang);
    Some([Some(looks), class].into_iter().flatten().collect::<Vec<_>>().join(lang.pick("、", ", ")))
}
