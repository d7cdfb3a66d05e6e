//! The help of commands and flags, which is looked up by key. A key is a command, `flag`, or
//! `command.flag` where a flag means something particular to one command; `command!` are a
//! command's examples.

use super::language::HelpTable;
use super::{Lang, en, zh};

/// The help called `key`.
pub fn help(lang: Lang, key: &str) -> Option<&'static str> {
    let mut entries = lang.language().help.into_iter().flatten();
    entries.find(|(name, _)| *name == key).map(|&(_, text)| text)
}

// Every language explains the same commands and flags.
const _: () = same_keys(&en::LANGUAGE.help, &zh::LANGUAGE.help);

const fn same_keys(reference: &[HelpTable; 5], other: &[HelpTable; 5]) {
    let mut part = 0;
    while part < reference.len() {
        let (ours, theirs) = (reference[part], other[part]);
        assert!(ours.len() == theirs.len(), "the help has more entries in one language");
        let mut at = 0;
        while at < ours.len() {
            assert!(same(ours[at].0.as_bytes(), theirs[at].0.as_bytes()), "a key differs, or stands elsewhere");
            at += 1;
        }
        part += 1;
    }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice() {
        let mut keys: Vec<&str> = en::LANGUAGE.help.into_iter().flatten().map(|(key, _)| *key).collect();
        keys.sort_unstable();
        let twice = keys.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None);
    }
}
