//! The plane of two numeric features: what the model says everywhere, and where its answer changes.

use super::classes::{class_name, positive};
use crate::report::number::{grouped, short};
use crate::report::page::{Axis, Emphasis, Field, Marks, Page, PageContext, Plot};
use crate::report::words::{Lang, classify as words};
use crate::report::{Say, names};
use crate::task::classify::{Classification, Plane};

/// The samples on the plane: of two classes with the probability of one of them everywhere, of
/// more with the answer.
pub fn boundary(result: &Classification, plane: &Plane, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    let [x, y] = plane.features.each_ref().map(|name| names::show(lang, name));
    if plane.counts.len() == 2 {
        page.heading(words::BoundaryTitle { class: positive(result, lang), x, y });
        page.plot(of_two(result, plane, lang));
    } else {
        page.heading(words::RegionsTitle { x, y });
        page.plot(of_more(result, plane, lang));
        page.remark(words::RegionsRemark);
    }
    let all: usize = plane.counts.iter().sum();
    if plane.samples.len() < all {
        page.remark(words::SomeDrawn { drawn: grouped(plane.samples.len()), all: grouped(all) });
    }
    page.remark(words::BoundaryRemark);
    page
}

fn empty(plane: &Plane, lang: Lang) -> Plot {
    let axis = |at: usize| Axis::new(names::show(lang, &plane.features[at]), plane.ranges[at]);
    Plot::new(axis(0), axis(1))
}

fn field(plane: &Plane, shares: Vec<f64>) -> Field {
    Field { n_columns: plane.n_columns, shares }
}

fn of_two(result: &Classification, plane: &Plane, lang: Lang) -> Plot {
    let class = positive(result, lang);
    let mut plot = empty(plane, lang);
    let probable = field(plane, plane.probabilities.column(1).to_vec());
    let threshold = result.options.threshold;
    let line = probable.contour(threshold, plane.ranges[0], plane.ranges[1]);
    plot.add(Some(words::Shaded { class: &class }.say(lang)), Emphasis::For, Marks::Field(probable));
    if !line.is_empty() {
        let name = words::Boundary { class: &class, threshold: short(threshold, 4) }.say(lang);
        plot.add(Some(name), Emphasis::Strong, Marks::Contour(line));
    }
    let other = class_name(result, &result.data.classes[0], lang);
    for (at, class, symbol, emphasis) in [(1, class, '+', Emphasis::For), (0, other, '-', Emphasis::Against)] {
        samples(&mut plot, plane, at, class, symbol, emphasis, lang);
    }
    plot
}

/// Each class has a letter: small where it is the answer, capital where a sample is of it.
fn of_more(result: &Classification, plane: &Plane, lang: Lang) -> Plot {
    let mut plot = empty(plane, lang);
    let answers = plane.answers();
    let each = || ('a'..='z').zip(&result.data.classes).enumerate();
    for (at, (letter, _)) in each() {
        let share = |&answer: &usize| if answer == at { 1.0 } else { 0.0 };
        let region = field(plane, answers.iter().map(share).collect());
        plot.mark(None, letter, Emphasis::Group(at), Marks::Region(region));
    }
    // Every boundary has a class on both sides: the last one has none of its own.
    let lead = |class: usize| field(plane, plane.lead(class)).contour(0.0, plane.ranges[0], plane.ranges[1]);
    let line: Vec<_> = (1..plane.counts.len()).flat_map(|class| lead(class - 1)).collect();
    if !line.is_empty() {
        let name = words::AnswerChanges.text(lang).to_owned();
        plot.add(Some(name), Emphasis::Strong, Marks::Contour(line));
    }
    for (at, (letter, class)) in each() {
        let (class, letter) = (class_name(result, class, lang), letter.to_ascii_uppercase());
        samples(&mut plot, plane, at, class, letter, Emphasis::Group(at), lang);
    }
    plot
}

/// Adds the samples of one class, named with how many there are.
fn samples(plot: &mut Plot, plane: &Plane, at: usize, class: String, symbol: char, emphasis: Emphasis, lang: Lang) {
    let own: Vec<[f64; 2]> = plane.samples.iter().filter(|(_, class)| *class == at).map(|(place, _)| *place).collect();
    let n = plane.counts[at];
    let name = match own.len() {
        drawn if drawn < n => words::TrulySome { class, drawn: grouped(drawn), n: grouped(n) }.say(lang),
        _ => words::Truly { class, n }.say(lang),
    };
    plot.mark(Some(name), symbol, emphasis, Marks::Points(own));
}
