//! Pages as slides: one file that needs nothing else. Keys go on and back; printed, each slide
//! has a page of its own, and without a script all stand one below the other.

use super::{fragment, style};
use crate::report::page::{Block, Page};
use maud::{DOCTYPE, PreEscaped, html};

/// Nothing is fetched: what the file shows is in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/// The pages as slides, in order.
pub fn slides(pages: &[Page]) -> String {
    let lang = pages.first().map(|page| page.lang).unwrap_or_default();
    let title = pages.iter().flat_map(|page| &page.blocks).find_map(|block| match block {
        Block::Title(text) => Some(text.plain()),
        _ => None,
    });
    let markup = html! {
        (DOCTYPE)
        html lang=(lang.language().code) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title.as_deref().unwrap_or("melon")) }
                style { (PreEscaped(style())) (PreEscaped(include_str!("slides.css"))) }
            }
            body {
                @for (at, page) in pages.iter().enumerate() {
                    main.slide id=(format!("slide-{}", at + 1)) {
                        div.content { (fragment(page)) }
                        footer { (at + 1) "/" (pages.len()) }
                    }
                }
                script { (PreEscaped(include_str!("slides.js"))) }
            }
        }
    };
    markup.into_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::words::Lang;

    #[test]
    fn each_page_is_a_slide_and_what_it_says_is_escaped() {
        let mut page = Page::new(Lang::En);
        page.title("</script><script>alert(1)</script>".to_owned());
        let text = slides(&[page.clone(), page]);
        assert_eq!(text.matches("<main").count(), 2);
        assert_eq!(text.matches("<script").count(), 1, "{text}");
        assert!(!text.contains("http://") && !text.contains("https://"), "nothing is fetched");
    }
}
