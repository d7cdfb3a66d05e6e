//! The screen that holds both families against each other.

use super::super::feature_values;
use crate::report::models::inline;
use crate::report::names::show;
use crate::report::number::probability;
use crate::report::page::{Cell, CellValue, DisplayTable, Emphasis, Page, Text};
use crate::report::words::{Lang, Say, tour as words};
use crate::task::compare::{ComparedModel, Subject};
use crate::task::tour::SideBySide;

pub(super) fn side_by_side(figures: &SideBySide, page: &mut Page) {
    let lang = page.lang;
    let melon = feature_values(&figures.data, &figures.input, lang);
    page.say(words::SideIdea { n: figures.data.n_samples, melon });
    let positive = figures.data.positive_class.as_deref().unwrap_or_default();
    let mut table = DisplayTable::new()
        .words("")
        .words(words::SideModels.text(lang))
        .numbers(words::SideAnswer.text(lang))
        .words(words::SideFills.text(lang))
        .numbers(words::EmergenceParams.text(lang));
    for model in &figures.models {
        let answer = model.answer.as_ref().and_then(|answer| answer.probabilities.get(positive));
        let star = if model.is_counted() { "*" } else { "" };
        table.row([
            inline(lang, model.model).into(),
            subject(model, lang).into(),
            answer.map_or(Cell::probability(None), |&p| format!("{}{star}", probability(p)).into()),
            filled(model, lang),
            model.n_params.into(),
        ]);
    }
    page.table(table);
    if figures.models.iter().any(ComparedModel::is_counted) {
        page.remark(words::SideAfterwards);
    }
    page.remark(words::SideMeans);
    page.say(words::SideMake);
    makes(figures, page);
    page.say(words::SideLesson);
}

/// A new melon from each that can make one; the others in one line.
fn makes(figures: &SideBySide, page: &mut Page) {
    let lang = page.lang;
    let (mut items, mut cannot) = (Vec::new(), Vec::new());
    for model in &figures.models {
        let name = inline(lang, model.model);
        match made(model, figures, lang) {
            Some(melon) => items.push(Text::from(words::SideMakes { name, melon }.say(lang))),
            None => cannot.push(name),
        }
    }
    if !cannot.is_empty() {
        items.push(Text::emphasised(Emphasis::Faint, words::SideMakesNone { names: lang.list(cannot) }.say(lang)));
    }
    page.list(items);
}

fn subject(model: &ComparedModel, lang: Lang) -> &'static str {
    match model.models {
        Subject::Answer => "P(y|x)",
        Subject::Joint => "P(x, y)",
        Subject::NextToken => words::SideNext.text(lang),
        Subject::Distances => words::SideDistance.text(lang),
    }
}

/// What it takes the hidden feature for.
fn filled(model: &ComparedModel, lang: Lang) -> Cell {
    let guess = model.fills.as_ref().map(|filled| &filled.guess);
    guess.map_or(CellValue::Undefined.into(), |guess| show(lang, &format!("{}={}", guess.feature, guess.value)).into())
}

/// The melon it made, with its class.
fn made(model: &ComparedModel, figures: &SideBySide, lang: Lang) -> Option<String> {
    let made = model.makes.as_ref()?;
    let Some(input) = &made.input else { return made.text.clone() };
    let target = figures.data.target.as_deref().unwrap_or_default();
    let class = made.class.as_ref().map(|class| show(lang, &format!("{target}={class}")));
    let looks = feature_values(&figures.data, input, lang);
    Some(lang.names([Some(looks), class].into_iter().flatten()))
}
