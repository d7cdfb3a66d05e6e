//! Labs on the page: the list, a lab to read, what a check found, and the teacher's key.

mod markdown;

use crate::report::number::short;
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, PageContext, Text};
use crate::report::words::lab as words;
use crate::report::{Lang, Say, names};
use crate::task::lab::{
    AnswerState, CheckReport, Graded, Key, Lab, NOT_CERTAIN, Student, Tolerance, WantedAnswer, value_text,
};

/// All labs.
pub fn list(labs: &[Lab], context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::ListTitle);
    page.say(words::ListWhat);
    let head = DisplayTable::new().words(words::Number.text(lang)).words(words::Name.text(lang));
    let head = head.numbers(words::Minutes.text(lang)).numbers(words::Questions.text(lang));
    let mut table = head.words(words::OwnData.text(lang));
    for lab in labs {
        let own = if lab.student_data.is_some() { words::OwnDataYes.text(lang) } else { "" };
        let name = lab.id.as_str().into();
        table.row([name, lab.title.as_str().into(), lab.minutes.into(), lab.questions.len().into(), own.into()]);
    }
    page.table(table);
    let lab = |path: &str| context.other(path).argument("1");
    let start = lab("lab start").with("--student", "ID");
    page.suggest(
        crate::report::words::common::TryNext,
        vec![
            lab("lab show").because(words::TryShow, lang),
            start.because(words::TryStart, lang),
            lab("lab check").argument("lab-1-ID/answers.yaml").because(words::TryCheck, lang),
        ],
    );
    page
}

/// A lab to read, as it is for a student.
pub fn show(lab: &Lab, lang: Lang) -> Page {
    let mut page = Page::new(lang);
    page.title(words::ShowTitle { id: &lab.id, title: &lab.title });
    let (minutes, questions) = (lab.minutes, lab.questions.len());
    match &lab.book {
        Some(book) => page.remark(words::MetaBook { minutes, questions, book }),
        None => page.remark(words::Meta { minutes, questions }),
    }
    markdown::blocks(&lab.text, &mut page);
    page
}

/// The same as a Markdown file of its own.
pub fn as_markdown(lab: &Lab, lang: Lang) -> String {
    let title = words::ShowTitle { id: &lab.id, title: &lab.title }.say(lang);
    format!("# {title}\n\n{}", lab.text)
}

/// What a question wants, for the form.
pub fn wanted(wanted: &WantedAnswer, lang: Lang) -> &'static str {
    use crate::task::lab::AnswerKind;
    match wanted {
        WantedAnswer::Text => words::WantText.text(lang),
        WantedAnswer::Computed { kind: AnswerKind::Number(_), .. } => words::WantNumber.text(lang),
        WantedAnswer::Computed { kind: AnswerKind::Count, .. } => words::WantCount.text(lang),
        WantedAnswer::Computed { kind: AnswerKind::Word(_), uncertain: Some(_), .. } => words::WantSure.text(lang),
        WantedAnswer::Computed { kind: AnswerKind::Word(_), value, .. } if value.is_comparison() => {
            words::WantYes.text(lang)
        }
        WantedAnswer::Computed { kind: AnswerKind::Word(_), .. } => words::WantWord.text(lang),
    }
}

/// Where a student's ID was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// In the form.
    Form,
    /// By `--student`.
    Option,
}

/// What is right, and one hint where it is not.
pub fn checked(result: &CheckReport, whose: Whose, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::CheckTitle { id: &result.lab, title: &result.title });
    match (&result.student, whose) {
        (Some(student), Whose::Form) => page.remark(words::OfForm { student }),
        (Some(student), Whose::Option) => page.remark(words::OfStudent { student }),
        (None, _) if result.own_data => page.remark(words::OfNobody),
        (None, _) => {}
    }
    let head = DisplayTable::new().words(words::Question.text(lang)).words("");
    let mut table = head.words(words::State.text(lang));
    for one in &result.results {
        table.row([one.name.as_str().into(), one.title.as_str().into(), state(one, lang)]);
    }
    page.table(table);
    let hints = result.results.iter().filter_map(|one| Some((&one.name, one.hint.as_ref()?)));
    let (colon, space) = (lang.language().colon, lang.language().space);
    let hints = hints.map(|(name, hint)| format!("{name} {}{colon}{space}{hint}", words::Hint.text(lang)));
    let unread = result.results.iter().filter(|one| one.state == AnswerState::Unreadable);
    let asked = |one: &Graded| if one.is_count { words::NoCount.text(lang) } else { words::NoFigure.text(lang) };
    let unread = unread.map(|one| format!("{}{colon}{space}{}", one.name, asked(one)));
    let hints: Vec<Text> = unread.chain(hints).map(Text::from).collect();
    if !hints.is_empty() {
        page.list(hints);
    }
    page.say(words::Score { score: result.score, most: result.max_score });
    let n = result.results.iter().filter(|one| !one.passed).count();
    match n {
        0 => page.say(Text::emphasised(Emphasis::For, words::AllRight.text(lang))),
        n => page.say(Text::emphasised(Emphasis::Strong, words::NotYet { n }.say(lang))),
    }
    page
}

fn state(one: &Graded, lang: Lang) -> Cell {
    match one.state {
        AnswerState::Right => Cell::from(words::Right.text(lang)).with(Emphasis::For),
        AnswerState::Wrong => Cell::from(words::Wrong.text(lang)).with(Emphasis::Against),
        AnswerState::Unreadable => Cell::from(words::Unreadable.text(lang)).with(Emphasis::Against),
        AnswerState::Missing => Cell::from(words::Missing.text(lang)).with(Emphasis::Faint),
        AnswerState::ForTeacher => words::ForTeacher.text(lang).into(),
    }
}

/// The answers, for the teacher.
pub fn key(lab: &Lab, student: &Student, keys: &[Key], lang: Lang) -> Page {
    let mut page = Page::new(lang);
    page.title(words::KeyTitle { id: &lab.id, title: &lab.title });
    if let Some(student) = &student.id {
        page.remark(words::OfStudent { student });
    }
    let mut table = DisplayTable::new().words(words::Question.text(lang)).words(words::Answer.text(lang)).words("");
    for one in keys {
        table.row([one.name.as_str().into(), answer(one, lang).into(), one.title.as_str().into()]);
    }
    page.table(table);
    let reason =
        |one: &Key| Some(words::WhyNotCertain { question: &one.name, figures: one.not_certain.as_ref()? }.say(lang));
    keys.iter().filter_map(reason).for_each(|reason| page.remark(reason));
    for one in keys.iter().filter(|one| !one.commands.is_empty()) {
        page.list(one.commands.iter().map(|command| {
            let mut text = Text::from(format!("{} ", one.name));
            text.0.extend(Text::emphasised(Emphasis::Command, command).0);
            text
        }));
    }
    page
}

fn answer(one: &Key, lang: Lang) -> String {
    let Some(value) = &one.answer else { return words::OpenAnswer.text(lang).to_owned() };
    let shown = |value: &serde_json::Value| match (value.as_f64(), value.as_bool()) {
        (Some(number), _) => short(number, 5),
        (_, Some(true)) => words::Yes.text(lang).to_owned(),
        (_, Some(false)) => words::No.text(lang).to_owned(),
        _ => names::show(lang, &value_text(value)),
    };
    let text = match value {
        value if value.as_str() == Some(NOT_CERTAIN) => words::NotCertain.text(lang).to_owned(),
        serde_json::Value::Array(several) => lang.either(several.iter().map(shown)),
        one => shown(one),
    };
    let percent = |share: f64| format!("{}%", short(share * 100.0, 3));
    let within = match one.within {
        Some(Tolerance::Absolute(within)) => short(within, 5),
        Some(Tolerance::Relative(share)) => percent(share),
        Some(Tolerance::Larger { relative, absolute }) => lang.either([percent(relative), short(absolute, 5)]),
        None => return text,
    };
    words::Within { value: text, within }.say(lang)
}

/// That a lab is sound.
pub fn sound(lab: &Lab, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    page.title(words::ShowTitle { id: &lab.id, title: &lab.title });
    page.say(Text::emphasised(Emphasis::For, words::Sound { questions: lab.questions.len() }.say(lang)));
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::labs;
    use crate::report::page::Command;
    use crate::report::render::terminal::{Terminal, plain};
    use crate::task::lab::parse;

    /// Students are told what can be read where nothing could be.
    #[test]
    fn where_a_count_is_asked_for_a_whole_number_is_wanted() {
        let one = |name: &str, is_count| Graded {
            name: name.to_owned(),
            title: String::new(),
            state: AnswerState::Unreadable,
            is_count,
            passed: false,
            score: 0,
            max_score: 1,
            hint: None,
        };
        for (lang, whole, any) in [
            (Lang::En, "q1: this cannot be read as one whole number", "q2: this cannot be read as one figure"),
            (Lang::Zh, "q1：这里读不出一个整数", "q2：这里读不出一个数"),
        ] {
            let lab = parse(labs::source("1", lang.language().tongue).unwrap()).unwrap();
            let nothing = CheckReport::unusable(&lab, &Student::default(), String::new());
            let result = CheckReport { results: vec![one("q1", true), one("q2", false)], ..nothing };
            let page = checked(&result, Whose::Form, &PageContext::new(lang, Command::new("lab check")));
            let page = plain(&Terminal::new(200).render(&page));
            assert!(page.contains(whole) && page.contains(any), "{page}");
        }
    }

    /// A student copies a command from the terminal.
    #[test]
    fn no_argument_of_a_command_is_broken_at_80_columns() {
        for (id, lang) in labs::ids().flat_map(|id| [(id, Lang::En), (id, Lang::Zh)]) {
            let source = labs::source(id, lang.language().tongue).unwrap();
            let lab = parse(source).unwrap().of(&Student::new(Some("s1")));
            let page = plain(&Terminal::new(80).render(&show(&lab, lang)));
            let commands = lab.text.split('`').skip(1).step_by(2).filter(|command| command.starts_with(['m', '-']));
            for argument in commands.flat_map(str::split_whitespace) {
                assert!(page.lines().any(|line| line.contains(argument)), "{id}: {argument} is broken in\n{page}");
            }
            // What cannot be broken stands alone, so that nothing else is dragged past the edge.
            for line in page.lines().filter(|line| line.chars().count() > 80) {
                assert!(lab.text.contains(&format!(" {}`", line.trim())), "{id}: {line} is more than an argument");
            }
        }
    }
}
