//! The terminal that stdout is, or what stands for one.

use super::charset;
use crate::report::render::Terminal;
use std::env;
use std::io::{self, IsTerminal};

/// The width of a page where there is no terminal to ask.
const WIDTH: usize = 80;

/// How wide stdout is and what it can show. A pipe and a file take everything.
pub(super) fn stdout() -> Terminal {
    let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0));
    let unicode = !io::stdout().is_terminal() || has_unicode();
    let styled = anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
    Terminal { unicode, styled, ..Terminal::new(width) }
}

/// Whether the terminal, by its kind and the locale, has Unicode's characters.
pub(super) fn has_unicode() -> bool {
    let is_dumb = env::var("TERM").is_ok_and(|term| term == "dumb");
    !is_dumb && charset::locale().is_none_or(|locale| is_utf8(&locale))
}

/// Whether a locale such as `zh_CN.UTF-8` has Unicode's characters.
fn is_utf8(locale: &str) -> bool {
    charset::of_locale(locale).to_ascii_lowercase().replace('-', "") == "utf8"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_charset_of_a_locale_tells_what_it_can_show() {
        let utf8 = ["zh_CN.UTF-8", "C.UTF-8", "en_US.utf8", "de_DE.UTF-8@euro"];
        assert!(utf8.into_iter().all(is_utf8));
        assert!(!["C", "POSIX", "zh_CN.GBK", "zh_CN"].into_iter().any(is_utf8));
    }
}
