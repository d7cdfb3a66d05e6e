//! A picture of its own: the plots of a page below each other, each with its heading and legend.

use super::drawn::drawn;
use super::frame::Frame;
use super::heat;
use super::legend::{Entry, entries, sample};
use super::measure::{round, text_width};
use super::style::{PICTURE, classes};
use super::tree;
use crate::report::page::{Block, Page, Plot};
use crate::report::render::terminal::wrap;
use maud::{Markup, PreEscaped, html};

/// The width of a picture, unless a tree is wider.
const WIDTH: f64 = 520.0;
/// Room around it.
const EDGE: f64 = 16.0;
/// The height of a line of the legend, and of a heading.
const LINE: f64 = 22.0;
/// Columns that a line of a heading may take.
const COLUMNS: usize = 62;

/// Rules for trees, which on a page have its colours.
const TREE: &str = "svg .edge{fill:none;stroke:#d0d9d2;stroke-width:1.5}svg .box{fill:#fdfdf9;stroke:currentColor}\
    svg .answer{paint-order:stroke;stroke:#fff;stroke-width:4}svg .note{fill:#55645a;font-size:11px}\n";

/// The plots and trees of the page, or `None` where it has none. Fonts are those of the reader's system.
pub fn file(page: &Page) -> Option<String> {
    let mut drawing = Drawing { parts: Vec::new(), width: WIDTH, height: EDGE };
    let mut heading: Option<String> = None;
    for block in &page.blocks {
        match block {
            Block::Title(text) | Block::Heading(text) => heading = Some(text.plain()),
            Block::Plot(plot) => {
                drawing.heading(heading.take());
                drawing.plot(plot);
            }
            Block::Heat(shares) => {
                drawing.heading(Some(shares.title.clone()));
                let (drawn, height) = heat::heat(shares, WIDTH);
                drawing.put(drawn, height);
            }
            Block::Tree(root) => {
                drawing.heading(heading.take());
                let (drawn, [width, height]) = tree::drawing(root);
                drawing.width = drawing.width.max(width);
                drawing.put(drawn, height);
            }
            _ => {}
        }
    }
    (!drawing.parts.is_empty()).then(|| drawing.whole(page))
}

struct Drawing {
    parts: Vec<Markup>,
    width: f64,
    height: f64,
}

impl Drawing {
    /// Puts a part of this height below the others.
    fn put(&mut self, part: Markup, height: f64) {
        let place = format!("translate({EDGE} {})", round(self.height));
        self.parts.push(html! { g transform=(place) { (part) } });
        self.height += height;
    }

    fn heading(&mut self, heading: Option<String>) {
        for line in heading.iter().flat_map(|heading| wrap(heading, COLUMNS)) {
            self.put(html! { text.heading x="0" y="16" { (line) } }, LINE);
        }
        self.height += 6.0;
    }

    fn plot(&mut self, plot: &Plot) {
        let frame = Frame::of(plot);
        self.put(drawn(plot, &frame), frame.height);
        let mut across = 0.0;
        let mut line = Vec::new();
        for entry in entries(plot) {
            let wide = 24.0 + text_width(entry.name) + 18.0;
            if across > 0.0 && across + wide > WIDTH {
                self.legend(&std::mem::take(&mut line));
                across = 0.0;
            }
            line.push((across, entry));
            across += wide;
        }
        self.legend(&line);
        self.height += LINE;
    }

    fn legend(&mut self, line: &[(f64, Entry)]) {
        let entry = |(across, entry): &(f64, Entry)| {
            html! {
                g transform=(format!("translate({} 0)", round(*across))) { (sample(entry.sample)) text x="24" y="13" { (entry.name) } }
            }
        };
        if !line.is_empty() {
            self.put(html! { @for one in line { (entry(one)) } }, LINE);
        }
    }

    fn whole(self, page: &Page) -> String {
        let [width, height] = [(self.width + 2.0 * EDGE).ceil(), self.height.ceil()];
        let fonts = "svg{font-family:\"Noto Sans CJK SC\",\"Noto Sans SC\",\"PingFang SC\",\"Microsoft YaHei\",\
                     \"DejaVu Sans\",sans-serif;font-size:14px;color:#1c2b20}.heading{font-weight:bold;font-size:15px}";
        let style = format!("{fonts}\n{PICTURE}{TREE}{}", classes());
        let markup = html! {
            svg xmlns="http://www.w3.org/2000/svg" xml:lang=(page.lang.language().code) width=(width) height=(height)
                viewBox=(format!("0 0 {width} {height}")) {
                style { (PreEscaped(style)) }
                rect width=(width) height=(height) fill="#ffffff" {}
                @for part in &self.parts { (part) }
            }
        };
        well_formed(&markup.into_string())
    }
}

/// XML has no place for most control characters, which the name of a column may hold.
fn well_formed(text: &str) -> String {
    let is_allowed = |c: char| (!c.is_control() || "\t\n\r".contains(c)) && c != '\u{FFFE}' && c != '\u{FFFF}';
    text.chars().map(|c| if is_allowed(c) { c } else { '·' }).collect()
}
