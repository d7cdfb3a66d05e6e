//! Weka's ARFF: attributes declared one a line, then `@data` and comma-separated rows.

use super::Fault;
use super::shape::{Declared, NameSource, Shape};
use super::tidy::Tidy;

/// The shape of an ARFF file; `None` for any other text. Of the declared types those with a list, `string` and `date`
/// are words; all others are numbers if their cells are.
///
/// # Errors
/// Sparse rows, `{3 1.5, 7 2}`, and values between both kinds of quotes, which are not read.
pub(super) fn shape(text: &str) -> Result<Option<Shape>, Fault> {
    let mut is_arff = false;
    let mut names = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        let keyword = line.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
        match keyword.as_str() {
            "" => {}
            comment if comment.starts_with('%') => {}
            "@relation" => is_arff = true,
            "@attribute" if is_arff => names.push(declared(line["@attribute".len()..].trim())),
            "@data" if is_arff => {
                let rows = text.lines().skip(at + 1).map(str::trim);
                if rows
                    .clone()
                    .find(|row| !row.is_empty() && !row.starts_with('%'))
                    .is_some_and(|row| row.starts_with('{'))
                {
                    return Err(Fault::SparseArff { line: at as u64 + 2 });
                }
                if let Some(row) = mixed_quotes(text.lines().skip(at + 1)) {
                    return Err(Fault::MixedQuotesArff { line: (at + 2 + row) as u64 });
                }
                let tidy = Tidy { skipped_lines: at as u64 + 1, ..Tidy::default() };
                return Ok(Some(Shape {
                    delimiter: b',',
                    tidy,
                    names: NameSource::Declared(names),
                    quote: Some(quote(text.lines().skip(at + 1))),
                    begins_quoted: false,
                    notices: Vec::new(),
                }));
            }
            _ if !is_arff => return Ok(None),
            _ => {}
        }
    }
    Ok(None)
}

/// The character around values: single quotes, or double ones where no value begins with a single one.
fn quote<'a>(rows: impl Iterator<Item = &'a str> + Clone) -> u8 {
    let mut begin = "\"'".chars().map(|quote| {
        let mut values = rows.clone().flat_map(|row| row.split(','));
        values.any(|value| value.trim_start().starts_with(quote))
    });
    if (begin.next(), begin.next()) == (Some(true), Some(false)) { b'"' } else { b'\'' }
}

/// The first row with another kind of quotes around a value than the rows above it.
fn mixed_quotes<'a>(rows: impl Iterator<Item = &'a str>) -> Option<usize> {
    let mut first = None;
    let rows = rows.enumerate().filter(|(_, row)| !row.trim_start().starts_with('%'));
    rows.flat_map(|(at, row)| quotes_around(row).map(move |quote| (at, quote)))
        .find(|&(_, quote)| *first.get_or_insert(quote) != quote)
        .map(|(at, _)| at)
}

/// The quotes around the values of a row, one a value that has them.
fn quotes_around(row: &str) -> impl Iterator<Item = char> {
    let mut rest = Some(row);
    std::iter::from_fn(move || {
        while let Some(row) = rest {
            let value = row.trim_start();
            let quote = value.chars().next().filter(|c| "'\"".contains(*c));
            let behind = if quote.is_some() { word(value).1 } else { value };
            rest = behind.split_once(',').map(|(_, next)| next);
            if quote.is_some() {
                return quote;
            }
        }
        None
    })
}

/// A declaration: `ripe {yes, no}`, `'sugar content' real`.
fn declared(text: &str) -> Declared {
    let (name, rest) = word(text);
    let rest = rest.trim();
    let levels = rest.strip_prefix('{').map(|list| list.split('}').next().unwrap_or_default());
    let levels = levels.map(|list| list.split(',').map(|level| word(level.trim()).0).collect());
    let kind = rest.split([' ', '\t', '[', '{', '%']).next().unwrap_or_default();
    let is_text = ["string", "date", "relational"].iter().any(|name| kind.eq_ignore_ascii_case(name));
    Declared { name, is_words: is_text || levels.is_some(), levels: levels.unwrap_or_default() }
}

/// The word at the beginning of a text, in quotes or not, and what follows; `\'` within quotes is a quote.
fn word(text: &str) -> (String, &str) {
    let mut rest = text.chars();
    let Some(quote) = rest.next().filter(|c| "'\"".contains(*c)) else {
        let end = text.find([' ', '\t', '{']).unwrap_or(text.len());
        return (text[..end].to_owned(), &text[end..]);
    };
    let mut word = String::new();
    while let Some(c) = rest.next().filter(|&c| c != quote) {
        word.extend(if c == '\\' { rest.next() } else { Some(c) });
    }
    (word, rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::read::{ReadOptions, from_bytes};

    #[test]
    fn attributes_name_the_columns() {
        let text = "% melons\n@RELATION melons\n\n@ATTRIBUTE 'sugar content' NUMERIC\n@attribute ripe {yes,no}\n@DATA\n0.4,yes\n";
        let shape = shape(text).unwrap().unwrap();
        let column = |name: &str, is_words: bool, levels: &[&str]| Declared {
            name: name.to_owned(),
            is_words,
            levels: levels.iter().map(|level| level.to_string()).collect(),
        };
        let declared_ones = [column("sugar content", false, &[]), column("ripe", true, &["yes", "no"])];
        assert_eq!(shape.names, NameSource::Declared(declared_ones.to_vec()));
        assert_eq!((shape.tidy.skipped_lines, shape.quote), (6, Some(b'\'')));
        assert_eq!(quote("1,\"a, b\"\n2,it's\n".lines()), b'"');
        assert_eq!(declared(r"'it\'s' real"), column("it's", false, &[]));
        assert_eq!(declared("a date \"yyyy-MM-dd\""), column("a", true, &[]));
        assert_eq!(declared("len REAL [4.3, 7.9]"), column("len", false, &[]));
        assert_eq!(declared("w numeric {1.5}"), column("w", false, &[]), "a weight");
        assert_eq!(declared("\"b c\"{1, 'two three'}"), column("b c", true, &["1", "two three"]));
    }

    #[test]
    fn what_is_declared_counts() {
        let text = "@relation r\n@attribute stage {1,2}\n@attribute grade {None,Mild}\n@attribute x real\n@data\n\
                    1,None,0.5\n2,Mild,1\n1,?,2\n";
        let table = from_bytes(text.as_bytes(), &ReadOptions::default()).unwrap();
        let cells = |at: usize| (0..3).map(|row| table.columns[at].text(row).map(String::from)).collect::<Vec<_>>();
        assert!(!table.columns[0].is_numeric() && table.columns[2].is_numeric());
        assert_eq!(cells(1), [Some("None".to_owned()), Some("Mild".to_owned()), None]);
        let numeric = ReadOptions { numeric: vec!["stage".to_owned()], ..ReadOptions::default() };
        assert!(
            from_bytes(text.as_bytes(), &numeric).unwrap().columns[0].is_numeric(),
            "who asks for numbers gets them"
        );
    }

    #[test]
    fn what_is_no_arff_is_left_alone_and_sparse_rows_are_named() {
        assert_eq!(shape("a,b\n1,2\n"), Ok(None));
        assert_eq!(shape("@relation a\n@attribute b real\n@data\n{0 1}\n"), Err(Fault::SparseArff { line: 4 }));
    }

    #[test]
    fn both_kinds_of_quotes_around_values_are_named() {
        let fault = |rows: &str| shape(&format!("@relation a\n@attribute b string\n@data\n{rows}")).err();
        assert_eq!(fault("'big one',\"b\"\n"), Some(Fault::MixedQuotesArff { line: 4 }));
        assert_eq!(fault("% '\n\"b\",1\n'c, d',2\n"), Some(Fault::MixedQuotesArff { line: 6 }));
        assert_eq!(fault("'a, \"b\", c',1\n'it\\'s',2\nit's,\"3\n"), Some(Fault::MixedQuotesArff { line: 6 }));
        assert_eq!(fault("'a, \"b\", c',1\n'it\\'s',2\nit's,3\n"), None);
    }
}
