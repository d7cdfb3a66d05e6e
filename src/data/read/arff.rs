//! Weka's ARFF: attributes declared one a line, then `@data` and comma-separated rows.

use super::Fault;
use super::shape::{Names, Shape};
use super::tidy::Tidy;

/// The shape of an ARFF file; `None` for any other text. Values are read as everywhere; the
/// declared types are not needed.
///
/// # Errors
/// Sparse rows, `{3 1.5, 7 2}`, which are not read.
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
            "@attribute" if is_arff => names.push(name(line["@attribute".len()..].trim())),
            "@data" if is_arff => {
                let rows = text.lines().skip(at + 1).map(str::trim);
                if rows
                    .clone()
                    .find(|row| !row.is_empty() && !row.starts_with('%'))
                    .is_some_and(|row| row.starts_with('{'))
                {
                    return Err(Fault::SparseArff { line: at as u64 + 2 });
                }
                let tidy = Tidy { skipped_lines: at as u64 + 1, ..Tidy::default() };
                return Ok(Some(Shape {
                    delimiter: b',',
                    tidy,
                    names: Names::Declared(names),
                    quote: Some(quote(text.lines().skip(at + 1))),
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

/// The name at the beginning of a declaration, in quotes or not; `\'` within quotes is a quote.
fn name(declared: &str) -> String {
    let mut rest = declared.chars();
    let Some(quote) = rest.next().filter(|c| "'\"".contains(*c)) else {
        return declared.split_whitespace().next().unwrap_or_default().to_owned();
    };
    let mut name = String::new();
    while let Some(c) = rest.next().filter(|&c| c != quote) {
        name.extend(if c == '\\' { rest.next() } else { Some(c) });
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_name_the_columns() {
        let text = "% melons\n@RELATION melons\n\n@ATTRIBUTE 'sugar content' NUMERIC\n@attribute ripe {yes,no}\n@DATA\n0.4,yes\n";
        let shape = shape(text).unwrap().unwrap();
        assert_eq!(shape.names, Names::Declared(vec!["sugar content".into(), "ripe".into()]));
        assert_eq!((shape.tidy.skipped_lines, shape.quote), (6, Some(b'\'')));
        assert_eq!(quote("1,\"a, b\"\n2,it's\n".lines()), b'"');
        assert_eq!(
            (name(r"'it\'s' real"), name("a real"), name("\"b c\" {x}")),
            ("it's".into(), "a".into(), "b c".into())
        );
    }

    #[test]
    fn what_is_no_arff_is_left_alone_and_sparse_rows_are_named() {
        assert_eq!(shape("a,b\n1,2\n"), Ok(None));
        assert_eq!(shape("@relation a\n@attribute b real\n@data\n{0 1}\n"), Err(Fault::SparseArff { line: 4 }));
    }
}
