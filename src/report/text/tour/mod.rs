//! The pages of `melon tour`, one a screen: what the idea is, what came out just now, and
//! what to try next.

mod generative;
mod large;
mod supervised;
mod try_next;
mod unsupervised;

use crate::report::layout::{Page, pad, width};
use crate::report::style::{Ink, Style, ink};
use crate::report::words::{Lang, common, tour as words};
use crate::task::tour::{Figures, Screen};

/// One screen.
pub fn tour(screen: Screen, figures: &Figures, style: &Style) -> String {
    let mut page = Page::new(style);
    page.title(&header(screen, style));
    match figures {
        Figures::NextWord(figures) => generative::next_word(figures, &mut page),
        Figures::FourSteps(figures) => generative::four_steps(figures, &mut page),
        Figures::Features(figures) => supervised::features(figures, &mut page),
        Figures::Training(figures) => supervised::training(figures, &mut page),
        Figures::Sum(figures) => supervised::sum(figures, &mut page),
        Figures::Classification(figures) => supervised::classification(figures, &mut page),
        Figures::Regression(figures) => supervised::regression(figures, &mut page),
        Figures::Unsupervised(figures) => unsupervised::unsupervised(figures, &mut page),
        Figures::Clustering(figures) => unsupervised::clustering(figures, &mut page),
        Figures::Pretraining(figures) => generative::pretraining(figures, &mut page),
        Figures::Parameters(figures) => large::parameters(figures, &mut page),
        Figures::Emergence(figures) => large::emergence(figures, &mut page),
    }
    page.heading(common::try_next(style.lang));
    page.commands(&try_next::commands(screen, style.lang));
    page.finish()
}

/// The screens and their names.
pub fn tour_list(style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(words::list_title(lang));
    let widest = Screen::ALL.iter().map(|screen| width(screen.name())).max().unwrap_or(0);
    page.block(Screen::ALL.iter().map(|&screen| {
        let name = ink(Ink::Command, pad(screen.name(), widest));
        format!("{:>2}  {name}  {}", screen.number(), tour_title(screen, lang))
    }));
    page.remark(words::list_remark(lang));
    page.heading(common::try_next(lang));
    let last = Screen::ALL[Screen::ALL.len() - 1];
    page.commands(&[
        ("melon tour".to_owned(), words::try_all(lang).to_owned()),
        ("melon tour --from 3".to_owned(), words::try_from(lang, 3)),
        (format!("melon tour --screen {}", last.name()), words::try_one(lang, tour_title(last, lang))),
    ]);
    page.finish()
}

/// What may be typed between two screens.
pub fn tour_keys(next: Screen, style: &Style) -> String {
    let mut page = Page::new(style);
    page.blank();
    page.remark(words::keys(style.lang, tour_title(next, style.lang), Screen::ALL.len()));
    page.finish()
}

/// `3/12  特征和标签 ────`
fn header(screen: Screen, style: &Style) -> String {
    let text = format!("{}/{}  {} ", screen.number(), Screen::ALL.len(), tour_title(screen, style.lang));
    let rule = "─".repeat(style.width.saturating_sub(width(&text)));
    text + &rule
}

/// What a screen is about.
pub fn tour_title(screen: Screen, lang: Lang) -> &'static str {
    let title = match screen {
        Screen::NextWord => words::t_next_word,
        Screen::FourSteps => words::t_four_steps,
        Screen::Features => words::t_features,
        Screen::Training => words::t_training,
        Screen::Sum => words::t_sum,
        Screen::Classification => words::t_classification,
        Screen::Regression => words::t_regression,
        Screen::Unsupervised => words::t_unsupervised,
        Screen::Clustering => words::t_clustering,
        Screen::Pretraining => words::t_pretraining,
        Screen::Parameters => words::t_parameters,
        Screen::Emergence => words::t_emergence,
    };
    title(lang)
}
