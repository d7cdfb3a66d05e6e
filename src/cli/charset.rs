//! Terminals that do not speak UTF-8, such as those of a GBK locale. (A console of Windows gets its
//! text in UTF-16 from the standard library, whatever its code page.)

use super::harmless::coloured;
use encoding_rs::Encoding;
use std::borrow::Cow;
use std::env;
use std::io::{self, IsTerminal, Write};

/// What a locale such as `zh_CN.GBK` calls its characters; empty where it does not say.
pub(super) fn of_locale(locale: &str) -> &str {
    locale.split('.').nth(1).unwrap_or_default().split('@').next().unwrap_or_default()
}

/// The locale that decides about characters, in POSIX's order.
pub(super) fn locale() -> Option<String> {
    let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set)
}

/// Writes to stdout, in the characters of the terminal that it may be. Nothing but colours acts
/// on a terminal, wherever the text came from.
pub(super) fn print(text: &str) -> io::Result<()> {
    let text = &for_one(text, io::stdout().is_terminal());
    match encoding(io::stdout().is_terminal()) {
        None => {
            let mut out = anstream::stdout().lock();
            out.write_all(text.as_bytes()).and_then(|()| out.flush())
        }
        Some(encoding) => {
            let text = styled(text, anstream::AutoStream::choice(&io::stdout()));
            let mut out = io::stdout().lock();
            out.write_all(&encoded(&text, encoding)).and_then(|()| out.flush())
        }
    }
}

/// Writes to stderr, likewise.
pub(super) fn eprint(text: &str) -> io::Result<()> {
    let text = &for_one(text, io::stderr().is_terminal());
    match encoding(io::stderr().is_terminal()) {
        None => anstream::stderr().write_all(text.as_bytes()),
        Some(encoding) => {
            let text = styled(text, anstream::AutoStream::choice(&io::stderr()));
            io::stderr().write_all(&encoded(&text, encoding))
        }
    }
}

fn for_one(text: &str, is_terminal: bool) -> Cow<'_, str> {
    if is_terminal { coloured(text).into() } else { text.into() }
}

/// What a terminal speaks, if that is not UTF-8. A pipe and a file always get UTF-8.
fn encoding(is_terminal: bool) -> Option<&'static Encoding> {
    let locale = locale().filter(|_| is_terminal)?;
    Encoding::for_label(of_locale(&locale).as_bytes()).filter(|&encoding| encoding != encoding_rs::UTF_8)
}

fn styled(text: &str, choice: anstream::ColorChoice) -> Cow<'_, str> {
    match choice {
        anstream::ColorChoice::Never => anstream::adapter::strip_str(text).to_string().into(),
        _ => text.into(),
    }
}

/// The text in these characters; `?` for those that are not among them.
fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut buffer = [0; 4];
    for c in text.chars() {
        match encoding.encode(c.encode_utf8(&mut buffer)) {
            (_, _, true) => bytes.push(b'?'),
            (encoded, ..) => bytes.extend_from_slice(&encoded),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_gets_its_own_characters() {
        let gbk = Encoding::for_label(of_locale("zh_CN.GBK").as_bytes()).unwrap();
        assert_eq!(encoded("瓜: \u{1b}[1m熟😀", gbk), [b"\xb9\xcf: \x1b[1m\xca\xec".as_slice(), b"?"].concat());
        assert_eq!((of_locale("de_DE.UTF-8@euro"), of_locale("C")), ("UTF-8", ""));
    }
}
