//! The help of commands and flags. A key is a command, `flag`, or `command.flag` where a
//! flag means something particular to one command; `command!` are its examples.

pub mod contrast;
pub mod discriminative;
pub mod generative;
pub mod shared;

use super::Lang;

/// The parts of the table. No key stands in two of them.
pub const PARTS: [&[(&str, &str, &str)]; 4] = [shared::ALL, discriminative::ALL, generative::ALL, contrast::ALL];

/// The text called `key`.
pub fn text(lang: Lang, key: &str) -> Option<&'static str> {
    let mut entries = PARTS.into_iter().flatten();
    entries.find(|(name, ..)| *name == key).map(|&(_, zh, en)| lang.pick(zh, en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice() {
        let mut keys: Vec<&str> = PARTS.into_iter().flatten().map(|(key, ..)| *key).collect();
        keys.sort_unstable();
        let twice = keys.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None);
    }
}
