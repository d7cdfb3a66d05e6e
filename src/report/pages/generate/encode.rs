//! Tokens as numbers: their ids, and the vectors that stand for them.

use crate::report::page::{Cell, CellValue, DisplayTable, Page};
use crate::report::visible::visible;
use crate::report::words::generate as words;
use crate::task::generate::ReadToken;

/// Tokens that are shown: the last ones of a long prompt.
const MOST_TOKENS: usize = 40;
/// Tokens whose vectors are shown.
const VECTORS: usize = 4;
/// Numbers of a vector that are written out.
const NUMBERS: usize = 3;
/// Numbers of a vector that are shown as shades.
const SHADES: usize = 24;

/// The tokens with their ids, each id below its token.
pub(super) fn ids(tokens: &[ReadToken], page: &mut Page) {
    let n_before = tokens.len().saturating_sub(MOST_TOKENS);
    let shown = &tokens[n_before..];
    let head = DisplayTable::new().words(words::Token.text(page.lang));
    let mut table = shown.iter().fold(head, |table, token| table.numbers(visible(&token.text)));
    // An id is a name, not a quantity: its digits are not grouped.
    let ids = shown.iter().map(|token| token.id.to_string().into());
    table.row(std::iter::once(words::Id.text(page.lang).into()).chain(ids));
    page.table(table);
    if n_before > 0 {
        page.remark(words::NotShown { n: n_before });
    }
}

/// What stands for the tokens in the model: vectors, or nothing.
pub(super) fn vectors(tokens: &[ReadToken], page: &mut Page) {
    let last = &tokens[tokens.len().saturating_sub(VECTORS)..];
    let vectors: Vec<(&str, &[f32])> =
        last.iter().filter_map(|token| Some((token.text.as_str(), token.embedding.as_deref()?))).collect();
    let Some(&(_, vector)) = vectors.first() else { return page.say(words::NoVectors) };
    page.say(words::Vectors { n: vector.len() });
    let (n_written, n_shaded) = (vector.len().min(NUMBERS), vector.len().min(SHADES));
    let head = DisplayTable::new().words(words::Token.text(page.lang));
    let mut table =
        (1..=n_written).fold(head, |table, place| table.numbers(place.to_string())).drawing(format!("1–{n_shaded}"));
    for (text, vector) in vectors {
        let numbers = vector.iter().take(NUMBERS).map(|&x| Cell::signed(f64::from(x)));
        let shades = CellValue::Shades(places(&vector[..n_shaded]));
        table.row([visible(text).into()].into_iter().chain(numbers).chain([shades.into()]));
    }
    page.table(table);
    page.remark(words::VectorShades { n_shaded });
}

/// Each number's place between the smallest (0) and the largest (1).
fn places(numbers: &[f32]) -> Vec<f64> {
    let (low, high) = numbers.iter().fold((f32::MAX, f32::MIN), |(low, high), &x| (low.min(x), high.max(x)));
    numbers.iter().map(|x| if high > low { f64::from((x - low) / (high - low)) } else { 0.0 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_go_from_the_smallest_to_the_largest() {
        assert_eq!(places(&[-1.0, 0.0, 1.0]), [0.0, 0.5, 1.0]);
        assert_eq!(places(&[2.0, 2.0]), [0.0, 0.0]);
    }
}
