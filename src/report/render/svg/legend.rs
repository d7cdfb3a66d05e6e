//! What each mark means.

use super::marks::looks;
use super::shape::{DASHES, MARK, mark, star};
use super::style;
use crate::report::page::{Emphasis, Marks, Plot, Reference};
use maud::{Markup, html};

/// One entry of a legend.
pub(in crate::report::render) struct Entry<'a> {
    pub sample: Sample,
    pub name: &'a str,
}

/// What a mark looks like.
#[derive(Debug, Clone, Copy)]
pub(in crate::report::render) struct Sample {
    kind: Kind,
    emphasis: Emphasis,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Mark(usize),
    Line(usize),
    Area,
    Bar,
    Whisker,
    Range,
    Vertical(usize),
    Horizontal(usize),
}

/// Every series and reference that has a name.
pub(in crate::report::render) fn entries(plot: &Plot) -> Vec<Entry<'_>> {
    let looks = looks(plot);
    let series = plot.series.iter().zip(looks).filter_map(|(series, look)| {
        let kind = match series.marks {
            Marks::Points(_) | Marks::PileUp(_) | Marks::PileDown(_) => Kind::Mark(look),
            Marks::Line(_) | Marks::Path(_) | Marks::Contour(_) => Kind::Line(look),
            Marks::Band(_) | Marks::Field(_) | Marks::Region(_) => Kind::Area,
            Marks::Bars(_) => Kind::Bar,
            Marks::Whiskers(_) => Kind::Whisker,
            Marks::Ranges(_) => Kind::Range,
        };
        Some(Entry { sample: Sample { kind, emphasis: series.emphasis }, name: series.name.as_deref()? })
    });
    let faint = |kind| Sample { kind, emphasis: Emphasis::Faint };
    let references = plot.references.iter().enumerate().map(|(at, reference)| match reference {
        Reference::Vertical(_, name) => Entry { sample: faint(Kind::Vertical(at)), name },
        Reference::Horizontal(_, name) => Entry { sample: faint(Kind::Horizontal(at)), name },
    });
    series.chain(references).filter(|entry| !entry.name.is_empty()).collect()
}

/// The mark alone, in a square of 16 units.
pub(in crate::report::render) fn sample(Sample { kind, emphasis }: Sample) -> Markup {
    html! {
        g class=(style::class(emphasis)) {
            @match kind {
                Kind::Mark(_) if emphasis == Emphasis::Strong => { (star([8.0, 8.0])) }
                Kind::Mark(shape) => { (mark(shape, [8.0, 8.0], MARK)) }
                Kind::Line(dash) => { path.line d="M0 8H16" stroke-dasharray=(DASHES[dash % DASHES.len()]) {} }
                Kind::Area => { path.area d="M0 3H16V13H0z" {} }
                Kind::Bar => { path.bar d="M0 3H16V13H0z" {} }
                Kind::Whisker => { path.thin d="M8 1V15M5 1h6M5 15h6" {} }
                Kind::Range => { path.stroke d="M0 8H16M0 4v8M16 4v8" {} }
                Kind::Vertical(at) => { path class=(style::reference(at)) d="M8 0V16" {} }
                Kind::Horizontal(at) => { path class=(style::reference(at)) d="M0 8H16" {} }
            }
        }
    }
}
