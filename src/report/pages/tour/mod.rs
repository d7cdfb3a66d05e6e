//! The pages of `melon tour`, one a screen: what the idea is, what came out just now, and
//! what to try next.

mod chat;
mod contrast;
mod generative;
mod large;
mod next;
mod supervised;
mod unsupervised;

use crate::report::page::{Cell, DisplayTable, Emphasis, Page, PageContext, Suggestion, Text};
use crate::report::words::{Lang, common, tour as words};
use crate::task::tour::{Figures, Screen};

/// Makes the pages of one table: what each screen is called, what it shows of its figures, and
/// what it suggests.
macro_rules! screens {
    ($($screen:ident: $title:ident, $shown:path, $next:path;)+) => {
        /// What a screen is about.
        pub fn tour_title(screen: Screen, lang: Lang) -> &'static str {
            match screen { $(Screen::$screen => words::$title.text(lang)),+ }
        }

        fn show_figures(figures: &Figures, page: &mut Page) {
            match figures { $(Figures::$screen(figures) => $shown(figures, page)),+ }
        }

        fn suggestions(screen: Screen, context: &PageContext) -> Vec<Suggestion> {
            match screen { $(Screen::$screen => $next(context)),+ }
        }
    };
}

screens! {
    Letters: LettersTitle, chat::letters, next::letters;
    NextWord: NextWordTitle, generative::next_word, next::next_word;
    FourSteps: FourStepsTitle, generative::four_steps, next::four_steps;
    Features: FeaturesTitle, supervised::features, next::features;
    Training: TrainingTitle, supervised::training, next::training;
    Sum: SumTitle, supervised::sum, next::sum;
    Classification: ClassificationTitle, supervised::classification, next::classification;
    Regression: RegressionTitle, supervised::regression, next::regression;
    Unsupervised: UnsupervisedTitle, unsupervised::unsupervised, next::unsupervised;
    Clustering: ClusteringTitle, unsupervised::clustering, next::clustering;
    Pretraining: PretrainingTitle, generative::pretraining, next::pretraining;
    Finetuning: FinetuningTitle, chat::finetuning, next::finetuning;
    Parameters: ParametersTitle, large::parameters, next::large;
    Emergence: EmergenceTitle, large::emergence, next::large;
    SideBySide: SideTitle, contrast::side_by_side, next::side_by_side;
}

/// One screen, and what to try after it.
pub fn tour(screen: Screen, figures: &Figures, context: &PageContext) -> Page {
    tour_screen(screen, figures, context).followed_by(tour_next(screen, context))
}

/// One screen alone: with the prompt below it, it fits a terminal of 24 lines.
pub fn tour_screen(screen: Screen, figures: &Figures, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    page.title(format!("{}/{}  {}", screen.number(), Screen::ALL.len(), tour_title(screen, context.lang)));
    show_figures(figures, &mut page);
    page
}

/// What to try after a screen.
pub fn tour_next(screen: Screen, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    page.suggest(common::TryNext, suggestions(screen, context));
    page
}

/// The screens and their names.
pub fn tour_list(context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::ListTitle);
    let mut table = DisplayTable::new().numbers("").words("").words("");
    for &screen in Screen::ALL {
        let name = Cell::from(Text::emphasised(Emphasis::Command, screen.name()));
        table.row([screen.number().into(), name, tour_title(screen, lang).into()]);
    }
    page.table(table);
    page.remark(words::ListRemark);
    let last = Screen::ALL[Screen::ALL.len() - 1];
    let tour = || context.other("tour");
    page.suggest(
        common::TryNext,
        vec![
            tour().because(words::TryAll, lang),
            tour().with("--from", 3).because(words::TryFrom { number: 3 }, lang),
            tour().with("--screen", last.name()).because(words::TryOne { title: tour_title(last, lang) }, lang),
        ],
    );
    page
}

/// What may be typed below a screen.
pub fn tour_keys(screen: Screen, lang: Lang) -> Page {
    let mut page = Page::new(lang);
    let title = Screen::numbered(screen.number() + 1).map_or(words::End.text(lang), |next| tour_title(next, lang));
    page.remark(words::Keys { title, last: Screen::ALL.len() });
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::verbalise::Tongue;
    use crate::report::page::Command;
    use crate::report::pages::approved::assert_approved;
    use crate::report::render::terminal::{self, Terminal, width};
    use crate::store::pretrained;
    use crate::task::tour::Classroom;
    use std::sync::OnceLock;

    /// What every screen found.
    type Walk = Vec<(Screen, Figures)>;

    /// Every screen in both languages, run once for all tests.
    fn walks() -> &'static [(Lang, Walk)] {
        static WALKS: OnceLock<Vec<(Lang, Walk)>> = OnceLock::new();
        WALKS.get_or_init(|| {
            let run = |(lang, tongue)| {
                let room = Classroom::new(tongue, pretrained::pair);
                (lang, Screen::ALL.iter().map(|&screen| (screen, screen.run(&room).unwrap())).collect())
            };
            [(Lang::En, Tongue::English), (Lang::Zh, Tongue::Chinese)].map(run).to_vec()
        })
    }

    fn context(lang: Lang) -> PageContext {
        PageContext::new(lang, Command::new("tour"))
    }

    fn for_each_page(see: impl Fn(Screen, &str, usize, Lang)) {
        for (lang, screens) in walks() {
            for columns in [60, 80] {
                let terminal = Terminal::new(columns).for_a_screen();
                screens.iter().for_each(|(screen, figures)| {
                    let page = tour(*screen, figures, &context(*lang));
                    see(*screen, &terminal::plain(&terminal.render(&page)), columns, *lang);
                });
            }
        }
    }

    #[test]
    fn every_screen_fits() {
        let too_long = std::cell::RefCell::new(Vec::new());
        for_each_page(|screen, page, columns, _| {
            for line in page.lines().filter(|line| !line.trim_start().starts_with("melon ")) {
                assert!(width(line) <= columns, "{screen:?}, {} columns: {line}", width(line));
                assert_eq!(line, line.trim_end());
            }
            let most = if columns == 80 { 24 } else { 36 };
            if page.lines().count() > most {
                too_long.borrow_mut().push(page.to_owned());
            }
        });
        assert!(too_long.borrow().is_empty(), "too long:\n{}", too_long.borrow().join("\n"));
    }

    /// Below a screen stand an empty line, the keys and the prompt.
    #[test]
    fn a_screen_and_its_prompt_fit_24_lines() {
        for (lang, screens) in walks() {
            let (context, terminal) = (context(*lang), Terminal::new(80).for_a_screen());
            let set = |page: &Page| terminal::plain(&terminal.render(page));
            for (screen, figures) in screens {
                let page = set(&tour_screen(*screen, figures, &context));
                let keys = set(&tour_keys(*screen, *lang));
                let lines = page.lines().count() + 1 + keys.lines().count() + 1;
                assert!(lines <= 24, "{lines} lines:\n{page}\n{keys}");
            }
        }
    }

    #[test]
    fn english_screens_hold_no_chinese_but_what_the_model_says() {
        for_each_page(|screen, page, _, lang| {
            let han = page.chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
            // The untuned model has read both languages.
            let quotes = screen == Screen::Finetuning;
            assert!(lang == Lang::Zh || quotes || han.is_none(), "{han:?} in\n{page}");
        });
    }

    /// Screens on which no GPT is trained or asked: its last digits differ from processor to
    /// processor.
    const APPROVED: [Screen; 8] = [
        Screen::NextWord,
        Screen::Features,
        Screen::Training,
        Screen::Sum,
        Screen::Classification,
        Screen::Regression,
        Screen::Unsupervised,
        Screen::Clustering,
    ];

    #[test]
    fn screens_look_as_they_were_approved() {
        for (lang, screens) in walks() {
            for (screen, figures) in screens.iter().filter(|(screen, _)| APPROVED.contains(screen)) {
                let name = format!("tour-{}-{}", screen.name(), lang.language().code);
                assert_approved(&name, &tour(*screen, figures, &context(*lang)));
            }
        }
    }

    #[test]
    fn the_list_names_every_screen() {
        for lang in [Lang::En, Lang::Zh] {
            let page = terminal::plain(&Terminal::new(60).render(&tour_list(&context(lang))));
            assert!(Screen::ALL.iter().all(|screen| page.contains(screen.name())), "{page}");
            assert!(page.lines().all(|line| width(line) <= 60 || line.trim_start().starts_with("melon ")), "{page}");
        }
    }
}
