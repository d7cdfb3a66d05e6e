//! The page's files, which are part of the program.

use crate::web::style::style_of_blocks;

/// One file of the page.
pub(super) struct File {
    /// Where the browser asks for it.
    pub path: &'static str,
    /// Its MIME type, as the header `Content-Type` has it.
    pub kind: &'static str,
    /// What stands in it.
    pub text: fn() -> &'static str,
}

const HTML: &str = "text/html; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

macro_rules! files {
    ($($kind:ident $path:literal)+) => {
        &[
            File { path: "/", kind: HTML, text: || include_str!("../page/index.html") },
            File { path: "/style/report.css", kind: STYLE, text: style_of_blocks },
            $(File { path: concat!("/", $path), kind: $kind, text: || include_str!(concat!("../page/", $path)) }),+
        ]
    };
}

/// Every file there is.
pub(super) const FILES: &[File] = files! {
    STYLE "style/base.css"
    STYLE "style/parts.css"
    STYLE "style/scenes.css"
    SCRIPT "main.js"
    SCRIPT "ask.js"
    SCRIPT "state.js"
    SCRIPT "dom.js"
    SCRIPT "plot.js"
    SCRIPT "number.js"
    SCRIPT "parts.js"
    SCRIPT "wording.js"
    SCRIPT "table.js"
    SCRIPT "contour.js"
    SCRIPT "drawing.js"
    SCRIPT "words/words.js"
    SCRIPT "words/en.js"
    SCRIPT "words/zh.js"
    SCRIPT "scenes/melon.js"
    SCRIPT "scenes/views.js"
    SCRIPT "scenes/plane.js"
    SCRIPT "scenes/steps.js"
    SCRIPT "scenes/next.js"
    SCRIPT "scenes/own.js"
    SCRIPT "scenes/choices.js"
    SCRIPT "scenes/train.js"
    SCRIPT "scenes/labs.js"
    SCRIPT "scenes/tour.js"
};

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::{Path, PathBuf};

    /// Every file below `folder`.
    fn below(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn every_file_of_the_page_is_served() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/page");
        for path in below(&page).iter().filter(|path| path.extension().is_some_and(|end| end == "js" || end == "css")) {
            let name = format!("/{}", path.strip_prefix(&page).unwrap().to_string_lossy().replace('\\', "/"));
            assert!(FILES.iter().any(|file| file.path == name), "{name} is not served");
        }
    }

    #[test]
    fn the_page_asks_nobody_else() {
        for File { path, text, .. } in FILES {
            let text = text();
            let outside = text
                .match_indices("://")
                .filter(|(at, _)| !text[..*at].ends_with("http") || !text[at + 3..].starts_with("www.w3.org/"));
            assert_eq!(outside.count(), 0, "{path} names an address");
        }
    }
}
