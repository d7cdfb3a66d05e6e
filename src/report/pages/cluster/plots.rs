//! The plots of `melon cluster`: the samples, and inertia and silhouette over the number of clusters.

use super::scatter;
use crate::report::page::{Axis, Emphasis, Marks, Page, PageContext, Plot};
use crate::report::words::{Lang, cluster as words};
use crate::task::cluster::{Clustering, RangeEntry};

/// Those that the page itself does not show.
pub fn plots(result: &Clustering, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    if !result.range.is_empty() {
        return over_k(&result.range, lang);
    }
    let two = numeric(result);
    match two {
        _ if super::is_pictured(result) => {}
        Some([a, b]) if !result.points.is_empty() => {
            page.heading(super::titled(result, [a, b], lang));
            page.plot(scatter(result, [a, b], lang));
            page.remark(words::ScatterOfRemark);
        }
        _ => {
            page.heading(words::NoPicture);
            page.say(words::NoPictureWhy { n: crate::task::cluster::MOST_POINTS });
        }
    }
    page
}

/// The first two columns of the matrix that are numbers of the table.
fn numeric(result: &Clustering) -> Option<[usize; 2]> {
    let mut places = (0..result.terms.len()).filter(|&at| result.data.features.contains(&result.terms[at]));
    Some([places.next()?, places.next()?])
}

fn over_k(entries: &[RangeEntry], lang: Lang) -> Page {
    let mut page = Page::new(lang);
    page.heading(words::ElbowTitle);
    page.plot(line(entries, words::Inertia.text(lang), |entry| Some(entry.inertia), lang));
    page.remark(words::ElbowRemark);
    if entries.iter().any(|entry| entry.silhouette.is_some()) {
        page.heading(words::SilhouetteTitle);
        page.plot(line(entries, words::Silhouette.text(lang), |entry| entry.silhouette, lang));
    }
    page
}

fn line(entries: &[RangeEntry], label: &str, figure: fn(&RangeEntry) -> Option<f64>, lang: Lang) -> Plot {
    let points: Vec<[f64; 2]> = entries.iter().filter_map(|entry| Some([entry.k as f64, figure(entry)?])).collect();
    let mut x = Axis::new(words::NumberOfClusters.text(lang), Axis::around(points.iter().map(|point| point[0])));
    x.ticks = points.iter().map(|point| (point[0], point[0].to_string())).collect();
    let mut plot = Plot::new(x, Axis::new(label, Axis::around(points.iter().map(|point| point[1]))));
    plot.add(None, Emphasis::For, Marks::Line(points.clone()));
    plot.add(None, Emphasis::For, Marks::Points(points));
    plot
}
