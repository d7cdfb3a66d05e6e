//! Where each head looked: a shade below each token of the context.

use super::visible;
use crate::lm::Attention;
use crate::report::Say;
use crate::report::layout::{Page, pad, shorten, width};
use crate::report::style::{Ink, ink};
use crate::report::words::generate as words;
use crate::task::generate::ReadToken;

/// More heads than this are shown as the mean of their layer.
const MOST_HEADS: usize = 24;
/// Columns that a token may take.
const WIDEST: usize = 6;

/// A row a head, a column a token, the last tokens where not all fit.
pub(super) fn heads(page: &mut Page, attention: &Attention, context: &[ReadToken]) {
    let lang = page.style.lang;
    let window = &context[attention.start.min(context.len())..];
    let rows = rows(page, attention);
    let margin = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0) + 2;
    let tokens: Vec<String> = window.iter().map(|token| shorten(&visible(&token.text), WIDEST)).collect();
    let mut room = page.inner_width().saturating_sub(margin + 2);
    let fits = tokens.iter().rev().take_while(|token| {
        let fits = width(token) <= room;
        room = room.saturating_sub(width(token));
        fits
    });
    let first = tokens.len() - fits.count();
    let earlier = if first > 0 { "…" } else { "" };
    let head: String = tokens[first..].concat();
    page.block([format!("{}{}{}", " ".repeat(margin), ink(Ink::Faint, earlier), ink(Ink::Strong, head))]);
    for (name, weights) in rows {
        let before: f32 = weights.iter().take(first).sum();
        let before = if first > 0 { shade(before).to_string() } else { String::new() };
        let cell = |(token, weight): (&String, &f32)| shade(*weight).to_string().repeat(width(token));
        let cells: String = tokens[first..].iter().zip(&weights[first..]).map(cell).collect();
        page.block([format!("{}{}", ink(Ink::Faint, pad(&name, margin)), ink(Ink::For, before + &cells))]);
    }
    page.remark(words::Shades.text(lang));
    if first > 0 {
        page.remark(words::Earlier { n: first }.say(lang));
    }
}

/// The rows by name: every head, or where there are too many every layer.
fn rows(page: &Page, attention: &Attention) -> Vec<(String, Vec<f32>)> {
    let lang = page.style.lang;
    let n_heads: usize = attention.weights.iter().map(Vec::len).sum();
    let layers = attention.weights.iter().enumerate();
    if n_heads > MOST_HEADS {
        return layers.map(|(layer, heads)| (words::Layer { layer: layer + 1 }.say(lang), mean(heads))).collect();
    }
    let of_layer = |(layer, heads): (usize, &Vec<Vec<f32>>)| {
        let name = |head: usize| words::Head { layer: layer + 1, head: head + 1 }.say(lang);
        heads.iter().enumerate().map(|(head, weights)| (name(head), weights.clone())).collect::<Vec<_>>()
    };
    layers.flat_map(of_layer).collect()
}

fn mean(heads: &[Vec<f32>]) -> Vec<f32> {
    let n = heads.first().map_or(0, Vec::len);
    (0..n).map(|i| heads.iter().map(|head| head[i]).sum::<f32>() / heads.len() as f32).collect()
}

/// The share of a head's attention, from a trace of it to half and more.
fn shade(weight: f32) -> char {
    match weight {
        w if w >= 0.5 => '█',
        w if w >= 0.25 => '▓',
        w if w >= 0.1 => '▒',
        w if w >= 0.03 => '░',
        _ => '·',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::text::tests::stripped;
    use crate::report::{Lang, Style};

    fn token(text: &str) -> ReadToken {
        ReadToken { id: 0, text: text.to_owned(), embedding: None }
    }

    #[test]
    fn shades_stand_below_their_tokens() {
        let style = Style::new(Lang::En, 60, "melon generate");
        let mut page = Page::new(&style);
        let attention = Attention { start: 1, weights: vec![vec![vec![0.6, 0.3, 0.1]]] };
        heads(&mut page, &attention, &["x", "瓜", "a", "\n"].map(token));
        let text = stripped(&page.finish());
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].ends_with("瓜a⏎") && lines[1].ends_with("██▓▒"), "{text}");
        assert_eq!(width(lines[0]), width(lines[1]));
    }

    #[test]
    fn a_long_context_keeps_its_end_and_sums_up_its_beginning() {
        let style = Style::new(Lang::En, 60, "melon generate");
        let mut page = Page::new(&style);
        let attention = Attention { start: 0, weights: vec![vec![vec![0.01; 100]]] };
        heads(&mut page, &attention, &vec![token("瓜"); 100]);
        let text = stripped(&page.finish());
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].contains('…') && lines[1].contains('█'), "{text}");
        assert!(lines.iter().all(|line| width(line) <= 60));
    }
}
