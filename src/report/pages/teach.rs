//! The pages of `melon teach`: the plan, and what stands on its slides beside the tour.

use crate::report::page::{Command, DisplayTable, Emphasis, Page, PageContext, Text};
use crate::report::words::{common, teach as words};
use crate::task::teach::{Lesson, TimedStep};
use crate::task::tour::Screen;

/// The plan: a table of minutes, then step by step.
pub fn teach(lesson: &Lesson, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::Title { minutes: lesson.minutes });
    let head = DisplayTable::new().numbers(words::From.text(lang)).numbers(words::Minutes.text(lang));
    let mut table = head.words(words::What.text(lang)).words(words::Screens.text(lang));
    for step in &lesson.steps {
        let screens = lang.names(step.screens.iter().map(usize::to_string));
        table.row([step.begins.into(), step.minutes.into(), step.title.as_str().into(), screens.into()]);
    }
    page.table(table);
    for (number, step) in (1..).zip(&lesson.steps) {
        page.heading(words::Step { number, title: &step.title, minutes: step.minutes });
        page.say(Text::from(step.show.as_str()));
        let because = |command: Command, why: &str| crate::report::page::Suggestion { command, why: why.to_owned() };
        let mut commands = vec![because(context.keeping(Command::read(&step.command)), words::Run.text(lang))];
        let screens = step.screens.iter().filter_map(|&number| Screen::numbered(number));
        commands.extend(screens.map(|screen| {
            let tour = context.other("tour").with("--screen", screen.name());
            because(tour, super::tour_title(screen, lang))
        }));
        if let Some(lab) = &step.lab {
            let start = context.other("lab start").argument(lab.as_str()).with("--student", "ID");
            commands.push(because(start, words::HandOut.text(lang)));
        }
        page.push(crate::report::page::Block::Suggestions(commands));
        page.say(words::Ask { question: crate::report::page::emphasise(Emphasis::Strong, &step.question) });
        page.remark(words::Answer { answer: &step.answer });
    }
    let slides = context.other("teach").with("--slides", "lesson.html");
    let labs = context.other("lab list");
    let terms = context.other("explain");
    page.suggest(
        common::TryNext,
        vec![
            slides.because(words::TrySlides, lang),
            labs.because(words::TryLabs, lang),
            terms.because(words::TryTerms, lang),
        ],
    );
    page
}

/// The first slide.
pub fn opening_slide(lesson: &Lesson, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    page.title(words::SlidesTitle);
    page.list(lesson.steps.iter().map(|step| Text::from(step.title.as_str())));
    page.remark(words::SlideKeys);
    page
}

/// The slide before the screens of a step: its title, and the question for the class.
pub fn question_slide(step: &TimedStep, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    page.title(Text::from(step.title.as_str()));
    page.say(Text::emphasised(Emphasis::Strong, &step.question));
    let command = context.keeping(Command::read(&step.command)).because(words::RunNow, context.lang);
    page.push(crate::report::page::Block::Suggestions(vec![command]));
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Lang;
    use crate::report::pages::approved::assert_approved;

    #[test]
    fn pages_look_as_they_were_approved() {
        for lang in [Lang::En, Lang::Zh] {
            let language = lang.language();
            let context = PageContext::new(lang, Command::new("teach"));
            let lesson = crate::task::teach::teach(language.tongue);
            assert_approved(&format!("teach-{}", language.code), &teach(&lesson, &context));
            let slides = opening_slide(&lesson, &context).followed_by(question_slide(&lesson.steps[0], &context));
            assert_approved(&format!("teach-slides-{}", language.code), &slides);
        }
    }
}
