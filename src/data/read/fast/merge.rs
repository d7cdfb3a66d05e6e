//! The words of all chunks under one numbering.

use super::chunk::ChunkWords;
use crate::data::table::{MISSING, Values};
use rayon::prelude::*;
use std::collections::HashMap;

/// Gives a column of words its levels, in order of first appearance in the file, and turns
/// each chunk's own codes into theirs. `words[i]` are those of chunk `i`, of `n_rows[i]` rows.
pub(super) fn levels<'a>(column: &mut Values, words: &[&ChunkWords<'a>], n_rows: &[usize]) {
    let Values::Words { levels, codes } = column else { return };
    let mut known: HashMap<&'a str, u32> = HashMap::new();
    let mut code = |word: &'a str| {
        *known.entry(word).or_insert_with(|| {
            levels.push(word.to_owned());
            levels.len() as u32 - 1
        })
    };
    let maps: Vec<Vec<u32>> = words.iter().map(|words| words.iter().copied().map(&mut code).collect()).collect();
    let mut parts = Vec::with_capacity(n_rows.len());
    let mut rest = codes.as_mut_slice();
    for (&n_rows, map) in n_rows.iter().zip(&maps) {
        let (part, after) = rest.split_at_mut(n_rows);
        parts.push((part, map));
        rest = after;
    }
    parts.into_par_iter().for_each(|(part, map)| {
        part.iter_mut().filter(|code| **code != MISSING).for_each(|code| *code = map[*code as usize]);
    });
}
