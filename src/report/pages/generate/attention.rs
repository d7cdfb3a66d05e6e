//! Where each head looked.

use crate::lm::Attention;
use crate::report::page::{Block, Heat, HeatRow, Page};
use crate::report::visible::visible;
use crate::report::words::generate as words;
use crate::report::{Lang, Say};
use crate::task::generate::{Moment, ReadToken};

/// More heads than this are shown as the mean of their layer.
const MOST_HEADS: usize = 24;

/// The picture of the first token's attention, where it does not stand on the page.
pub fn first_attention(moment: &Moment, lang: Lang) -> Page {
    let mut page = Page::new(lang);
    if let Some(attention) = &moment.written.attention {
        heads(attention, moment.context, &mut page);
    }
    page
}

/// A row a head, a column a token.
pub(super) fn heads(attention: &Attention, context: &[ReadToken], page: &mut Page) {
    let window = &context[attention.start.min(context.len())..];
    let columns = window.iter().map(|token| visible(&token.text)).collect();
    let title = words::HeadsTitle.text(page.lang).to_owned();
    page.push(Block::Heat(Heat { title, columns, rows: rows(attention, page.lang) }));
}

/// Every head by name, or where there are too many every layer.
fn rows(attention: &Attention, lang: Lang) -> Vec<HeatRow> {
    let row = |name: String, shares: &[f32]| HeatRow { name, shares: shares.iter().copied().map(f64::from).collect() };
    let layers = (1..).zip(&attention.weights);
    if attention.weights.iter().map(Vec::len).sum::<usize>() > MOST_HEADS {
        return layers.map(|(layer, heads)| row(words::Layer { layer }.say(lang), &mean(heads))).collect();
    }
    let heads = layers.flat_map(|(layer, heads)| (1..).zip(heads).map(move |(head, shares)| (layer, head, shares)));
    heads.map(|(layer, head, shares): (usize, usize, _)| row(words::Head { layer, head }.say(lang), shares)).collect()
}

fn mean(heads: &[Vec<f32>]) -> Vec<f32> {
    let n = heads.first().map_or(0, Vec::len);
    (0..n).map(|i| heads.iter().map(|head| head[i]).sum::<f32>() / heads.len() as f32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_heads_are_shown_as_the_mean_of_their_layer() {
        let few = Attention { start: 0, weights: vec![vec![vec![0.25, 0.75], vec![0.75, 0.25]]] };
        assert_eq!(rows(&few, Lang::En).len(), 2);
        let many = Attention { start: 0, weights: vec![[&few.weights[0][..]; 13].concat()] };
        let rows = rows(&many, Lang::En);
        assert_eq!((rows.len(), rows[0].name.as_str()), (1, "layer 1"));
        assert!(rows[0].shares.iter().all(|share| (share - 0.5).abs() < 1e-6), "{rows:?}");
    }
}
