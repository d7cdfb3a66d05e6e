//! The tree of contexts: what follows what, in sorted arrays.
//!
//! A path from the root spells a context *backwards*, the most recent token first. The parent
//! of a context is therefore the same context with its oldest token forgotten, which is
//! where every smoothing falls back to, and one walk from the root passes all contexts that
//! a history ends with.

use crate::lm::TokenId;
use std::ops::Range;

/// All contexts of up to `order - 1` tokens, and the tokens that follow each.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct ContextTree {
    /// `depths[d]` holds the contexts of `d` tokens; at depth 0 only the empty one.
    pub(super) depths: Vec<Depth>,
}

/// The contexts of one length, sorted by their tokens from the most recent to the oldest.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Depth {
    /// The oldest token of each context (unused at depth 0).
    pub(super) oldest: Vec<TokenId>,
    /// Where the longer contexts of each begin in the next depth, and at the end their number.
    pub(super) longer: Vec<u32>,
    /// Where the followers of each begin, and at the end their number.
    pub(super) first: Vec<u32>,
    /// The tokens that follow each context, sorted. After the empty one every token of the
    /// vocabulary: there, place and token are the same number.
    pub(super) followers: Vec<TokenId>,
}

impl Depth {
    /// The number of contexts.
    pub(super) fn len(&self) -> usize {
        self.oldest.len()
    }

    /// The places of the followers of a context.
    pub(super) fn places(&self, context: usize) -> Range<usize> {
        self.first[context] as usize..self.first[context + 1] as usize
    }

    /// The place of `token` among the followers of a context.
    pub(super) fn place(&self, context: usize, token: TokenId) -> Option<usize> {
        find(&self.followers, self.places(context), token)
    }

    /// The contexts with one more token, by their place in the next depth.
    pub(super) fn longer(&self, context: usize) -> Range<usize> {
        self.longer[context] as usize..self.longer[context + 1] as usize
    }
}

impl ContextTree {
    /// The contexts that `history` ends with, by depth: the empty one first.
    pub(super) fn path(&self, history: &[TokenId]) -> Vec<usize> {
        let mut path = Vec::with_capacity(self.depths.len());
        path.push(0);
        for (depth, &token) in history.iter().rev().enumerate().take(self.depths.len() - 1) {
            match find(&self.depths[depth + 1].oldest, self.depths[depth].longer(path[depth]), token) {
                Some(context) => path.push(context),
                None => break,
            }
        }
        path
    }

    /// The context that consists of exactly these tokens.
    pub(super) fn context(&self, tokens: &[TokenId]) -> Option<usize> {
        self.path(tokens).get(tokens.len()).copied()
    }

    /// Every context of `depth` tokens with its parent, in order.
    pub(super) fn parents(&self, depth: usize) -> impl Iterator<Item = usize> + '_ {
        let above = &self.depths[depth - 1];
        (0..above.len()).flat_map(|parent| above.longer(parent).map(move |_| parent))
    }

    /// Every context of `depth` tokens, the oldest token first, in order.
    pub(super) fn spelt(&self, depth: usize) -> Vec<Vec<TokenId>> {
        if depth == 0 {
            return vec![Vec::new()];
        }
        let shorter = self.spelt(depth - 1);
        (self.parents(depth).zip(&self.depths[depth].oldest))
            .map(|(parent, &oldest)| std::iter::once(oldest).chain(shorter[parent].iter().copied()).collect())
            .collect()
    }
}

fn find(sorted: &[TokenId], range: Range<usize>, token: TokenId) -> Option<usize> {
    let start = range.start;
    if range.end == sorted.len() && start == 0 && sorted.get(token as usize) == Some(&token) {
        return Some(token as usize); // all tokens in order: no need to search
    }
    sorted[range].binary_search(&token).ok().map(|at| start + at)
}
