//! Pages as they were approved, to be read when they change: `cargo insta review`.

use crate::report::page::Page;
use crate::report::render;
use crate::report::render::terminal::{Terminal, plain};

/// Holds a page in every medium against its snapshot.
pub fn assert_approved(name: &str, page: &Page) {
    let at = |columns| plain(&Terminal::new(columns).render(page));
    let media = [
        ("80 columns", at(80)),
        ("60 columns", at(60)),
        ("Markdown", render::markdown(page)),
        ("HTML", render::html::fragment(page).into_string().replace("><", ">\n<")),
    ];
    let shown = media.map(|(medium, text)| format!("======== {medium}\n{text}"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/pages/snapshots");
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => path }, {
        insta::assert_snapshot!(name.to_owned(), shown.join("\n"));
    });
}
