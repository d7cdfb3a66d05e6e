//! Which language to speak: `--lang`, else the locale. Decided before the arguments are
//! parsed, because the help and the errors of parsing are in that language too.

use crate::report::Lang;
use std::ffi::OsString;

/// The language for these arguments.
pub(super) fn choose(args: &[OsString]) -> Lang {
    named(args).unwrap_or_else(of_locale)
}

/// What `--lang` says, in either spelling; the last one counts, as for every option.
fn named(args: &[OsString]) -> Option<Lang> {
    let texts: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).take_while(|&arg| arg != "--").collect();
    let value = texts.iter().enumerate().rev().find_map(|(at, text)| match *text {
        "--lang" => texts.get(at + 1).copied(),
        text => text.strip_prefix("--lang="),
    });
    match value? {
        "zh" => Some(Lang::Zh),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// POSIX order: `LC_ALL`, `LC_MESSAGES`, `LANG`; elsewhere what the system says.
fn of_locale() -> Lang {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).or_else(sys_locale::get_locale);
    locale.map_or(Lang::En, |locale| Lang::from_locale(&locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_is_found_wherever_it_stands() {
        let named = |line: &str| named(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(named("melon --lang zh classify"), Some(Lang::Zh));
        assert_eq!(named("melon classify --lang=en"), Some(Lang::En));
        assert_eq!(named("melon --lang zh --lang en"), Some(Lang::En));
        assert_eq!(named("melon classify --lang"), None);
        assert_eq!(named("melon -- --lang zh"), None);
    }
}
