//! The pages of `melon tour`, one a screen: what the idea is, what came out just now, and
//! what to try next.

mod chat;
mod contrast;
mod generative;
mod large;
mod supervised;
mod try_next;
mod unsupervised;

use crate::report::layout::{Page, pad, width};
use crate::report::style::{Ink, Style, ink};
use crate::report::words::{Lang, Say, common, tour as words};
use crate::task::tour::{Figures, Screen};

/// One screen.
pub fn tour(screen: Screen, figures: &Figures, style: &Style) -> String {
    let mut page = Page::new(style);
    page.title(&header(screen, style));
    match figures {
        Figures::Letters(figures) => chat::letters(figures, &mut page),
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
        Figures::Finetuning(figures) => chat::finetuning(figures, &mut page),
        Figures::Parameters(figures) => large::parameters(figures, &mut page),
        Figures::Emergence(figures) => large::emergence(figures, &mut page),
        Figures::SideBySide(figures) => contrast::side_by_side(figures, &mut page),
    }
    page.heading(common::TryNext.text(style.lang));
    page.commands(&try_next::commands(screen, style.lang));
    page.finish()
}

/// The screens and their names.
pub fn tour_list(style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.title(words::ListTitle.text(lang));
    let widest = Screen::ALL.iter().map(|screen| width(screen.name())).max().unwrap_or(0);
    page.block(Screen::ALL.iter().map(|&screen| {
        let name = ink(Ink::Command, pad(screen.name(), widest));
        format!("{:>2}  {name}  {}", screen.number(), tour_title(screen, lang))
    }));
    page.remark(words::ListRemark.text(lang));
    page.heading(common::TryNext.text(lang));
    let last = Screen::ALL[Screen::ALL.len() - 1];
    page.commands(&[
        ("melon tour".to_owned(), words::TryAll.text(lang).to_owned()),
        ("melon tour --from 3".to_owned(), words::TryFrom { number: 3 }.say(lang)),
        (format!("melon tour --screen {}", last.name()), words::TryOne { title: tour_title(last, lang) }.say(lang)),
    ]);
    page.finish()
}

/// What may be typed between two screens.
pub fn tour_keys(next: Screen, style: &Style) -> String {
    let mut page = Page::new(style);
    page.blank();
    page.remark(words::Keys { title: tour_title(next, style.lang), last: Screen::ALL.len() }.say(style.lang));
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
    match screen {
        Screen::Letters => words::LettersTitle.text(lang),
        Screen::NextWord => words::NextWordTitle.text(lang),
        Screen::FourSteps => words::FourStepsTitle.text(lang),
        Screen::Features => words::FeaturesTitle.text(lang),
        Screen::Training => words::TrainingTitle.text(lang),
        Screen::Sum => words::SumTitle.text(lang),
        Screen::Classification => words::ClassificationTitle.text(lang),
        Screen::Regression => words::RegressionTitle.text(lang),
        Screen::Unsupervised => words::UnsupervisedTitle.text(lang),
        Screen::Clustering => words::ClusteringTitle.text(lang),
        Screen::Pretraining => words::PretrainingTitle.text(lang),
        Screen::Finetuning => words::FinetuningTitle.text(lang),
        Screen::Parameters => words::ParametersTitle.text(lang),
        Screen::Emergence => words::EmergenceTitle.text(lang),
        Screen::SideBySide => words::SideTitle.text(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::verbalise::Tongue;
    use crate::report::text::tests::stripped;
    use crate::store::pretrained;
    use crate::task::tour::Classroom;
    use std::sync::OnceLock;

    /// What every screen found.
    type Walk = Vec<(Screen, Figures)>;

    /// Every screen in both languages, run once for all tests.
    fn shown() -> &'static [(Lang, Walk)] {
        static SHOWN: OnceLock<Vec<(Lang, Walk)>> = OnceLock::new();
        SHOWN.get_or_init(|| {
            let run = |(lang, tongue)| {
                let room = Classroom::new(tongue, pretrained::pair);
                (lang, Screen::ALL.iter().map(|&screen| (screen, screen.run(&room).unwrap())).collect())
            };
            [(Lang::En, Tongue::English), (Lang::Zh, Tongue::Chinese)].map(run).to_vec()
        })
    }

    fn for_each_page(see: impl Fn(Screen, &str, &Style)) {
        for (lang, screens) in shown() {
            for columns in [60, 80] {
                let style = Style::new(*lang, columns, "melon tour");
                screens.iter().for_each(|(screen, figures)| {
                    see(*screen, &stripped(&tour(*screen, figures, &style)), &style);
                });
            }
        }
    }

    #[test]
    fn every_screen_fits() {
        for_each_page(|screen, page, style| {
            for line in page.lines().filter(|line| !line.contains("melon ")) {
                assert!(width(line) <= style.width, "{screen:?}, {} columns: {line}", width(line));
                assert_eq!(line, line.trim_end());
            }
            let most = if style.width == 80 { 24 } else { 32 };
            assert!(page.lines().count() <= most, "{} lines:\n{page}", page.lines().count());
        });
    }

    #[test]
    fn english_screens_hold_no_chinese_but_the_quoted_example() {
        for_each_page(|screen, page, style| {
            let han = page.chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
            // The untuned model's own words are quoted too, and it has read both languages.
            let quotes = [Screen::NextWord, Screen::Finetuning].contains(&screen);
            assert!(style.lang == Lang::Zh || quotes || han.is_none(), "{han:?} in\n{page}");
        });
    }

    #[test]
    fn the_list_names_every_screen() {
        for lang in [Lang::En, Lang::Zh] {
            let page = stripped(&tour_list(&Style::new(lang, 60, "melon tour --list")));
            assert!(Screen::ALL.iter().all(|screen| page.contains(screen.name())), "{page}");
            assert!(page.lines().all(|line| width(line) <= 60 || line.contains("melon ")), "{page}");
        }
    }
}
