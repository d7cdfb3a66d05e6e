//! Tokens as vectors: a few of their numbers, and all of them as shades.

use super::visible;
use crate::report::layout::{Page, pad, pad_left, shorten, width};
use crate::report::style::{Ink, ink};
use crate::report::words::generate as words;
use crate::task::generate::ReadToken;

/// Tokens whose vectors are shown.
const ROWS: usize = 4;
/// Numbers that are written out.
const NUMBERS: usize = 3;
/// From the smallest number of a vector to its largest.
const SHADES: [char; 5] = ['·', '░', '▒', '▓', '█'];

/// The tokens with their ids, each id below its token.
pub(super) fn ids(page: &mut Page, tokens: &[ReadToken]) {
    let lang = page.style.lang;
    let labels = [words::Token.text(lang), words::Id.text(lang)];
    let margin = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
    let cells: Vec<[String; 2]> = tokens.iter().map(|token| [visible(&token.text), token.id.to_string()]).collect();
    let cell_width = |cell: &[String; 2]| cell.iter().map(|text| width(text)).max().unwrap_or(0) + 2;
    let mut rest = &cells[..];
    while !rest.is_empty() {
        let mut used = margin;
        let fits = rest.iter().take_while(|cell| {
            used += cell_width(cell);
            used <= page.inner_width() + 2
        });
        let (row, later) = rest.split_at(fits.count().max(1));
        for (which, label) in labels.iter().enumerate() {
            let set = |cell: &[String; 2]| pad(&cell[which], cell_width(cell));
            let line: String = row.iter().map(set).collect();
            let line = if which == 0 { ink(Ink::Strong, line.trim_end()) } else { line.trim_end().to_owned() };
            page.block([format!("{}{line}", ink(Ink::Faint, pad(label, margin)))]);
        }
        rest = later;
    }
}

/// The vectors of the last tokens.
pub(super) fn vectors(page: &mut Page, tokens: &[ReadToken]) {
    let shown: Vec<(String, &Vec<f32>)> = (tokens.iter().skip(tokens.len().saturating_sub(ROWS)))
        .filter_map(|token| Some((shorten(&visible(&token.text), 10), token.embedding.as_ref()?)))
        .collect();
    let widest = shown.iter().map(|(text, _)| width(text)).max().unwrap_or(0);
    let columns = page.inner_width().saturating_sub(widest + 2 + NUMBERS * 7 + 4);
    for (text, vector) in shown {
        let numbers: String = vector.iter().take(NUMBERS).map(|x| pad_left(&format!("{x:+.2}"), 6) + " ").collect();
        page.block([format!("{}  {numbers}…  {}", pad(&text, widest), ink(Ink::For, strip(vector, columns)))]);
    }
}

/// A vector as at most `columns` shades; of a longer one, each shade is a mean of neighbours.
fn strip(vector: &[f32], columns: usize) -> String {
    let each = vector.len().div_ceil(columns.max(1)).max(1);
    let means: Vec<f32> = vector.chunks(each).map(|part| part.iter().sum::<f32>() / part.len() as f32).collect();
    let (low, high) = means.iter().fold((f32::MAX, f32::MIN), |(low, high), &x| (low.min(x), high.max(x)));
    let shade = |&x: &f32| {
        let place = if high > low { (x - low) / (high - low) } else { 0.0 };
        SHADES[((place * SHADES.len() as f32) as usize).min(SHADES.len() - 1)]
    };
    means.iter().map(shade).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_go_from_the_smallest_to_the_largest() {
        assert_eq!(strip(&[-1.0, -0.5, 0.0, 0.5, 1.0], 5), "·░▒▓█");
        assert_eq!(strip(&[-1.0, -1.0, 1.0, 1.0], 2), "·█");
        assert_eq!(strip(&[2.0, 2.0], 9), "··");
        assert_eq!(strip(&[], 9), "");
    }
}
