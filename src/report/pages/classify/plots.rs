//! The pictures of a classification: the sigmoid, and the plane of two numbers.

use super::boundary::boundary;
use super::sigmoid::{is_drawable, sigmoid};
use crate::report::number::grouped;
use crate::report::page::{Page, PageContext};
use crate::report::words::classify as words;
use crate::task::classify::{Classification, MOST_CLASSES, MOST_PLACED, Plane};

/// Those that can be drawn, or why none can.
pub fn plots(result: &Classification, plane: Option<&Plane>, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    if is_drawable(result) {
        page = page.followed_by(sigmoid(result, context));
    }
    if let Some(plane) = plane {
        page = page.followed_by(boundary(result, plane, context));
    }
    if page.blocks.is_empty() {
        page.heading(words::NoPlots);
        page.say(words::NoPlotsWhy { n: grouped(MOST_PLACED), classes: MOST_CLASSES });
    }
    page
}
