//! Readable records: Markdown with a heading a record and a list of `key: value` below it.
//!
//! ```text
//! # Section
//!
//! ## Name
//! - key: value
//! ```

/// One record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The heading `#` that it stands below; may be empty.
    pub section: String,
    /// Its own heading, `##`.
    pub name: String,
    /// Its entries, in order.
    pub entries: Vec<(String, String)>,
}

impl Record {
    /// The value of `key`; empty where it has none.
    pub fn get(&self, key: &str) -> &str {
        self.entries.iter().find(|(own, _)| own == key).map_or("", |(_, value)| value)
    }

    /// The value of `key` in the language called `code`, as `key en`, or else the one that both share.
    pub fn get_in(&self, key: &str, code: &str) -> &str {
        let own = self.get(&format!("{key} {code}"));
        if own.is_empty() { self.get(key) } else { own }
    }
}

/// The records of a file. Whatever is neither heading nor entry is a note to its readers.
pub fn records(source: &str) -> Vec<Record> {
    let (mut all, mut section): (Vec<Record>, &str) = (Vec::new(), "");
    for line in source.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("## ") {
            all.push(Record { section: section.to_owned(), name: name.trim().to_owned(), entries: Vec::new() });
        } else if let Some(name) = line.strip_prefix("# ") {
            section = name.trim();
        } else if let (Some(entry), Some(last)) = (line.strip_prefix("- "), all.last_mut())
            && let Some((key, value)) = entry.split_once(':')
        {
            last.entries.push((key.trim().to_owned(), value.trim().to_owned()));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_entries_are_read_and_the_rest_is_not() {
        let all =
            records("A note: for readers.\n# One\n## a\n- x: 1: 2\n- y en: two\n- y: zwei\n\n# Two\n## b\ntext\n");
        let names: Vec<(&str, &str)> = all.iter().map(|one| (one.section.as_str(), one.name.as_str())).collect();
        assert_eq!(names, [("One", "a"), ("Two", "b")]);
        assert_eq!((all[0].get("x"), all[0].get("z"), all[1].get("x")), ("1: 2", "", ""));
        assert_eq!((all[0].get_in("y", "en"), all[0].get_in("y", "zh")), ("two", "zwei"));
    }
}
