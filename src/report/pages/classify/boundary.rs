//! The plane of two numeric features: how probable the class is everywhere, and the line at which
//! the answer changes.

use super::classes::{class_name, positive};
use crate::report::number::short;
use crate::report::page::{Axis, Emphasis, Field, Marks, Page, PageContext, Plot};
use crate::report::words::{Lang, classify as words};
use crate::report::{Say, names};
use crate::task::classify::{Classification, Plane};

/// The samples on the plane, and what the model says all over it.
pub fn boundary(result: &Classification, plane: &Plane, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    let [x, y] = plane.features.each_ref().map(|name| names::show(context.lang, name));
    page.heading(words::BoundaryTitle { class: positive(result, context.lang), x, y });
    page.plot(plot(result, plane, context.lang));
    page.remark(words::BoundaryRemark);
    page
}

fn plot(result: &Classification, plane: &Plane, lang: Lang) -> Plot {
    let axis = |at: usize| Axis::new(names::show(lang, &plane.features[at]), plane.ranges[at]);
    let class = positive(result, lang);
    let mut plot = Plot::new(axis(0), axis(1));
    let field = Field { n_columns: plane.n_columns, shares: plane.probabilities.clone() };
    let threshold = result.options.threshold;
    let line = field.contour(threshold, plane.ranges[0], plane.ranges[1]);
    plot.add(Some(words::Shaded { class: &class }.say(lang)), '░', Emphasis::For, Marks::Field(field));
    if !line.is_empty() {
        let name = words::Boundary { class: &class, threshold: short(threshold, 4) }.say(lang);
        plot.add(Some(name), '·', Emphasis::Strong, Marks::Contour(line));
    }
    let of = |wanted: bool| -> Vec<[f64; 2]> {
        plane.samples.iter().filter(|(_, positive)| *positive == wanted).map(|(place, _)| *place).collect()
    };
    let others = result.data.classes.iter().filter(|class| Some(*class) != result.data.positive_class.as_ref());
    let others = lang.list(others.map(|class| class_name(result, class, lang)));
    for (class, glyph, emphasis, points) in
        [(class, '+', Emphasis::For, of(true)), (others, '-', Emphasis::Against, of(false))]
    {
        let name = words::Truly { class, n: points.len() }.say(lang);
        plot.add(Some(name), glyph, emphasis, Marks::Points(points));
    }
    plot
}
