//! A page as HTML: semantic, escaped by construction, plots as SVG, no script.
//!
//! [`html`](html()) is a whole file; [`fragment`] and [`block`] stand in any document that has the
//! [`style`].

mod plot;
mod slides;
mod table;
mod text;
mod tree;

pub use slides::slides;

use super::svg;
use crate::report::number;
use crate::report::page::{Block, DialogueTurn, Heat, Page, Segment, Segments, Suggestion};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use text::{class, inline};

/// The style of every page: light and dark, on screen and on A4. The colours of an emphasis are
/// the variables `--strong`, `--faint`, `--for`, `--against` and `--group1` to `--group4`.
pub fn style() -> String {
    [&svg::variables(), svg::PICTURE, include_str!("style.css")].concat()
}

/// The page as one file that needs nothing else.
pub fn html(page: &Page) -> String {
    let title = page.blocks.iter().find_map(|block| match block {
        Block::Title(text) => Some(text.plain()),
        _ => None,
    });
    let markup = html! {
        (DOCTYPE)
        html lang=(page.lang.language().code) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title.as_deref().unwrap_or("melon")) }
                style { (PreEscaped(style())) }
            }
            body { main { (fragment(page)) } }
        }
    };
    markup.into_string()
}

/// The blocks of the page, to stand in any document.
pub fn fragment(page: &Page) -> Markup {
    html! { @for one in &page.blocks { (block(one)) } }
}

/// One block, to stand in any document.
pub fn block(block: &Block) -> Markup {
    match block {
        Block::Title(text) => html! { h1 { (inline(text)) } },
        Block::Heading(text) => html! { h2 { (inline(text)) } },
        Block::Paragraph(text) => html! { p { (inline(text)) } },
        Block::Caveat(text) => html! { p.caveat { (inline(text)) } },
        Block::Remark(text) | Block::Legend(text) => html! { p.remark { (inline(text)) } },
        Block::Formula(text) => html! { p.formula { (inline(text)) } },
        Block::List(items) => html! { ul { @for item in items { li { (inline(item)) } } } },
        Block::Table(table) => table::table(table),
        Block::Plot(plot) => plot::figure(plot),
        Block::Heat(heat) => of_heat(heat),
        Block::Segments(segments) => of_segments(segments),
        Block::Tree(root) => tree::figure(root),
        Block::Dialogue(turns) => of_dialogue(turns),
        Block::Suggestions(suggestions) => of_suggestions(suggestions),
    }
}

fn of_heat(heat: &Heat) -> Markup {
    html! {
        div.wide { table.heat {
            caption { (heat.title) }
            thead { tr { td {} @for token in &heat.columns { th scope="col" { (token) } } } }
            tbody { @for row in &heat.rows {
                tr {
                    th scope="row" { (row.name) }
                    @for share in &row.shares {
                        td style=(format!("--share:{share:.3}")) title=(number::probability(*share)) {}
                    }
                }
            } }
        } }
    }
}

fn of_segments(all: &Segments) -> Markup {
    html! {
        div.segments role="img" aria-label=(spoken(all)) {
            @for segment in &all.segments {
                span class=(class(segment.emphasis)) style=(format!("width:{:.3}%", segment.share * 100.0)) title=(segment.name) { b { (segment.name) } }
            }
            @if let Some(marker) = all.marker {
                i.marker style=(format!("left:{:.3}%", marker * 100.0)) title=(format!("{marker:.3}")) {}
            }
        }
    }
}

/// The shares for those who do not see them.
fn spoken(all: &Segments) -> String {
    let one = |segment: &Segment| format!("{} {}", segment.name, number::probability(segment.share));
    all.segments.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn of_dialogue(turns: &[DialogueTurn]) -> Markup {
    html! { dl.dialogue { @for turn in turns { dt { (turn.speaker) } dd { (inline(&turn.said)) } } } }
}

fn of_suggestions(suggestions: &[Suggestion]) -> Markup {
    html! {
        ul.suggestions {
            @for Suggestion { command, why } in suggestions { li { code { (command.to_string()) } " " span.faint { (why) } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::page::{Axis, Cell, DisplayTable, Emphasis, Marks, Plot, Text};
    use crate::report::words::Lang;

    #[test]
    fn what_comes_from_outside_is_escaped_everywhere() {
        let evil = "<script>alert('&\"')</script>";
        let mut page = Page::new(Lang::En);
        page.title(evil.to_owned());
        page.say(Text::emphasised(Emphasis::Against, evil));
        let mut table = DisplayTable::new().words(evil);
        table.row([Cell::from(evil)]);
        page.table(table);
        let mut plot = Plot::new(Axis::new(evil, [0.0, 1.0]), Axis::new(evil, [0.0, 1.0]));
        plot.mark(Some(evil.to_owned()), 'o', Emphasis::For, Marks::Points(vec![[0.5, 0.5]]));
        page.plot(plot);
        let text = html(&page);
        assert!(!text.contains("<script") && text.matches("&lt;script&gt;").count() >= 7, "{text}");
    }
}
