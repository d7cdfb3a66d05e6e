//! A picture in dots, by way of SVG, with the fonts of this computer.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, Node, Options, Tree};
use std::collections::BTreeSet;

/// Dots a unit of the picture: sharp on paper, too.
const ZOOM: f32 = 2.0;
/// Fonts without serifs, those that have Chinese first.
const FAMILIES: [&str; 9] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Arial",
    "DejaVu Sans",
    "Liberation Sans",
];

/// The picture as a PNG, and the characters that no font has.
pub(super) fn of(svg: &str) -> (Vec<u8>, String) {
    let mut options = Options::default();
    let fonts = options.fontdb_mut();
    fonts.load_system_fonts();
    let names: BTreeSet<String> = fonts.faces().flat_map(|face| &face.families).map(|(name, _)| name.clone()).collect();
    let known = FAMILIES.into_iter().find(|&family| names.contains(family)).map(str::to_owned);
    if let Some(family) = known.or_else(|| names.first().cloned()) {
        fonts.set_sans_serif_family(&family);
        fonts.set_serif_family(&family);
    }
    let tree = Tree::from_str(svg, &options).expect("a picture of this program is SVG");
    let size = tree.size().to_int_size().scale_by(ZOOM).expect("a picture has a size");
    let mut dots = Pixmap::new(size.width(), size.height()).expect("a picture has a size");
    resvg::render(&tree, Transform::from_scale(ZOOM, ZOOM), &mut dots.as_mut());
    let missing = wanted(svg).difference(&drawn(tree.root())).collect();
    (dots.encode_png().expect("dots in memory can be packed"), missing)
}

/// A font of this computer by which Chinese is drawn: of those preferred, the first that is there.
pub(super) fn chinese_font() -> Option<String> {
    let sign = r#"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="16">瓜</text></svg>"#;
    let (_, missing) = of(sign);
    let mut fonts = resvg::usvg::fontdb::Database::new();
    fonts.load_system_fonts();
    let names: BTreeSet<&String> = fonts.faces().flat_map(|face| &face.families).map(|(name, _)| name).collect();
    let known = FAMILIES.into_iter().find(|family| names.iter().any(|name| name == family));
    missing.is_empty().then(|| known.or_else(|| names.first().map(|name| name.as_str())).unwrap_or_default().to_owned())
}

/// The characters that the picture is to show.
fn wanted(svg: &str) -> BTreeSet<char> {
    let tree = resvg::usvg::roxmltree::Document::parse(svg).expect("a picture of this program is XML");
    let texts = tree.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text());
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

/// The characters that a font has.
fn drawn(group: &Group) -> BTreeSet<char> {
    let of = |node: &Node| match node {
        Node::Group(group) => drawn(group),
        Node::Text(text) => {
            let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
            glyphs.filter(|glyph| glyph.id.0 != 0).flat_map(|glyph| glyph.text.chars()).collect()
        }
        Node::Path(_) | Node::Image(_) => BTreeSet::new(),
    };
    group.children().iter().flat_map(of).collect()
}
