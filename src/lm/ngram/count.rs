//! Counting: how often did each run of tokens occur?
//!
//! Every position of the corpus is looked at once. Its window, the token and the
//! `order - 1` before it, is packed into one integer and tallied in a hash table. The shorter
//! n-grams need no second look: each is the sum over the distinct longer ones that end with
//! it, of which there are far fewer than positions.
//!
//! A text begins after a boundary token and ends with one. No n-gram reaches across:
//! a boundary is only ever the first token of an n-gram (the text begins) or the last (it ends).

use super::contexts::{ContextTree, Depth};
use super::pack::{Packed, Packing};
use super::{NGramError, ORDERS};
use crate::lm::TokenId;
use std::collections::HashMap;

/// How often each n-gram of up to `order` tokens occurs.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    pub(super) vocab_size: usize,
    pub(super) boundary: Option<TokenId>,
    pub(super) tree: ContextTree,
    /// By depth and place in its followers: occurrences of the n-gram.
    pub(super) occurrences: Vec<Vec<u64>>,
    /// Likewise: distinct tokens seen directly before the n-gram. 0 for the longest, and
    /// where only the beginning of the text stands before.
    pub(super) preceded_by: Vec<Vec<u64>>,
}

impl Counts {
    /// Counts the n-grams of `tokens`, texts of a vocabulary of `vocab_size`, separated by
    /// `boundary` where there is one.
    ///
    /// # Errors
    /// If `order` is not in 1..=6, a token is outside the vocabulary, or there are fewer
    /// than two tokens.
    pub fn new(
        tokens: &[TokenId],
        order: usize,
        vocab_size: usize,
        boundary: Option<TokenId>,
    ) -> Result<Counts, NGramError> {
        if !ORDERS.contains(&order) {
            return Err(NGramError::Order { order });
        }
        if let Some(&token) = tokens.iter().find(|&&token| token as usize >= vocab_size) {
            return Err(NGramError::OutsideVocabulary { token, vocab_size });
        }
        let n_tokens = tokens.iter().filter(|&&token| Some(token) != boundary).count();
        if n_tokens < 2 {
            return Err(NGramError::CorpusTooShort { n_tokens });
        }
        let counting = Counting { packing: Packing::new(order, vocab_size), vocab_size, boundary };
        match counting.packing.width() {
            0..=64 => Ok(counting.count::<u64>(tokens)),
            65..=128 => Ok(counting.count::<u128>(tokens)),
            _ => Err(NGramError::VocabularyTooLarge { vocab_size, order }),
        }
    }

    /// The length of the longest n-grams counted.
    pub fn order(&self) -> usize {
        self.occurrences.len()
    }

    /// The number of distinct n-grams of each length, from 1.
    pub fn n_distinct(&self) -> Vec<usize> {
        (self.occurrences.iter()).map(|depth| depth.iter().filter(|&&count| count > 0).count()).collect()
    }

    /// How often `ngram` occurs.
    pub fn of(&self, ngram: &[TokenId]) -> u64 {
        let Some((&last, context)) = ngram.split_last() else { return 0 };
        let place = self.tree.context(context).and_then(|at| self.tree.depths[context.len()].place(at, last));
        place.map_or(0, |place| self.occurrences[context.len()][place])
    }
}

/// What is known of one n-gram.
#[derive(Debug, Clone, Copy)]
struct Tally<K> {
    /// The n-gram, its context first: see [`Packing::by_context`].
    key: K,
    occurrences: u64,
    preceded_by: u64,
}

struct Counting {
    packing: Packing,
    vocab_size: usize,
    boundary: Option<TokenId>,
}

impl Counting {
    fn count<K: Packed>(&self, tokens: &[TokenId]) -> Counts {
        let mut lengths = vec![self.longest::<K>(tokens)];
        for _ in 1..self.packing.order {
            let shorter = self.shorten(&lengths[lengths.len() - 1]);
            lengths.push(shorter);
        }
        lengths.reverse(); // from single tokens up
        for (depth, tallies) in lengths.iter_mut().enumerate() {
            tallies.retain(|tally| depth == 0 || self.packing.has_oldest(tally.key));
        }
        lengths[0] = self.every_token(&lengths[0]);
        self.arrange(&lengths)
    }

    /// The windows of all positions, of `order` tokens or fewer where a text begins, sorted.
    fn longest<K: Packed>(&self, tokens: &[TokenId]) -> Vec<Tally<K>> {
        let mut table: HashMap<K, u64, foldhash::fast::FixedState> = HashMap::default();
        let beginning = self.boundary.map_or(K::from(0), Packing::digit);
        let mut window = beginning;
        for &token in tokens {
            let ends = Some(token) == self.boundary;
            if ends && window == beginning {
                continue; // an empty text
            }
            window = self.packing.slide(window, token);
            *table.entry(window).or_insert(0) += 1;
            if ends {
                window = beginning;
            }
        }
        let tally = |(window, occurrences)| Tally { key: self.packing.by_context(window), occurrences, preceded_by: 0 };
        let mut sorted: Vec<Tally<K>> = table.into_iter().map(tally).collect();
        sorted.sort_unstable_by_key(|tally| tally.key);
        sorted
    }

    /// What remains of n-grams without their oldest token, sorted.
    fn shorten<K: Packed>(&self, longer: &[Tally<K>]) -> Vec<Tally<K>> {
        let forget = |tally: &Tally<K>| Tally {
            key: self.packing.forget_oldest(tally.key),
            preceded_by: u64::from(self.packing.has_oldest(tally.key)),
            ..*tally
        };
        let mut shorter: Vec<Tally<K>> = longer.iter().map(forget).collect();
        shorter.sort_by_key(|tally| tally.key); // merges the runs that are sorted already
        shorter.dedup_by(|next, kept| {
            let same = next.key == kept.key;
            if same {
                kept.occurrences += next.occurrences;
                kept.preceded_by += next.preceded_by;
            }
            same
        });
        shorter
    }

    /// Single tokens, with those that never occur.
    fn every_token<K: Packed>(&self, seen: &[Tally<K>]) -> Vec<Tally<K>> {
        let never = |token| Tally { key: Packing::digit(token), occurrences: 0, preceded_by: 0 };
        let mut all: Vec<Tally<K>> = (0..self.vocab_size as TokenId).map(never).collect();
        seen.iter().for_each(|&tally| all[self.packing.last(tally.key) as usize] = tally);
        all
    }

    /// Sorted n-grams become the tree of their contexts.
    fn arrange<K: Packed>(&self, lengths: &[Vec<Tally<K>>]) -> Counts {
        let bits = self.packing.bits;
        let contexts: Vec<Vec<K>> = (lengths.iter())
            .map(|tallies| {
                let mut contexts: Vec<K> = tallies.iter().map(|tally| tally.key >> bits).collect();
                contexts.dedup();
                contexts
            })
            .collect();
        let depth = |(d, tallies): (usize, &Vec<Tally<K>>)| Depth {
            oldest: contexts[d].iter().map(|&context| if d == 0 { 0 } else { self.packing.last(context) }).collect(),
            longer: offsets(&contexts[d], contexts.get(d + 1).into_iter().flatten().map(|&longer| longer >> bits)),
            first: offsets(&contexts[d], tallies.iter().map(|tally| tally.key >> bits)),
            followers: tallies.iter().map(|tally| self.packing.last(tally.key)).collect(),
        };
        let column =
            |of: fn(&Tally<K>) -> u64| lengths.iter().map(|tallies| tallies.iter().map(of).collect()).collect();
        Counts {
            vocab_size: self.vocab_size,
            boundary: self.boundary,
            tree: ContextTree { depths: lengths.iter().enumerate().map(depth).collect() },
            occurrences: column(|tally| tally.occurrences),
            preceded_by: column(|tally| tally.preceded_by),
        }
    }
}

/// Where the items that belong to each of `groups` begin, given the group of every item in
/// order; and at the end, the number of items.
fn offsets<K: Packed>(groups: &[K], items: impl Iterator<Item = K>) -> Vec<u32> {
    let mut items = items.peekable();
    let mut passed = 0u32;
    let mut first = Vec::with_capacity(groups.len() + 1);
    for group in groups {
        first.push(passed);
        while items.next_if_eq(group).is_some() {
            passed += 1;
        }
    }
    first.push(passed);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_is_counted_within_its_text() {
        let counts = Counts::new(&[1, 2, 1, 2, 0, 2, 0], 3, 4, Some(0)).unwrap();
        let of = |ngram: &[TokenId]| counts.of(ngram);
        assert_eq!([of(&[1]), of(&[2]), of(&[0]), of(&[3])], [2, 3, 2, 0]);
        assert_eq!([of(&[1, 2]), of(&[2, 1]), of(&[2, 0]), of(&[0, 1]), of(&[0, 2])], [2, 1, 2, 1, 1]);
        assert_eq!(
            [of(&[1, 2, 1]), of(&[0, 1, 2]), of(&[0, 2, 0]), of(&[2, 0, 2]), of(&[1, 2, 3, 0])],
            [1, 1, 1, 0, 0]
        );
        assert_eq!(counts.n_distinct(), [3, 5, 5]);
    }

    #[test]
    fn every_count_is_that_of_a_plain_search() {
        let tokens: Vec<TokenId> = (0..400u32).map(|i| 1 + i * i % 7 % 4).collect();
        let counts = Counts::new(&tokens, 5, 5, None).unwrap();
        for n in 1..=5 {
            for ngram in tokens.windows(n) {
                let expected = tokens.windows(n).filter(|other| *other == ngram).count() as u64;
                assert_eq!(counts.of(ngram), expected, "{ngram:?}");
            }
        }
    }

    #[test]
    fn tokens_before_are_counted_once_each() {
        let counts = Counts::new(&[1, 2, 3, 2, 1, 2], 2, 4, None).unwrap();
        assert_eq!(counts.preceded_by, [vec![0, 1, 2, 1], vec![0, 0, 0, 0]]);
    }

    #[test]
    fn wide_windows_count_alike() {
        let tokens: Vec<TokenId> = (0..2000u32).map(|i| i * i % 17).collect();
        let narrow = Counts::new(&tokens, 6, 17, Some(0)).unwrap();
        let wide = Counts::new(&tokens, 6, 70_000, Some(0)).unwrap();
        assert_eq!(narrow.occurrences[1..], wide.occurrences[1..]);
        assert_eq!(narrow.preceded_by[1..], wide.preceded_by[1..]);
        assert_eq!(narrow.tree.depths[1..], wide.tree.depths[1..]);
    }

    #[test]
    fn empty_texts_do_not_count() {
        let with = Counts::new(&[0, 0, 1, 2, 0, 0, 1], 3, 3, Some(0)).unwrap();
        let without = Counts::new(&[1, 2, 0, 1], 3, 3, Some(0)).unwrap();
        assert_eq!(with, without);
    }

    #[test]
    fn what_cannot_be_counted_is_an_error() {
        let count = |tokens: &[TokenId], order, boundary| Counts::new(tokens, order, 3, boundary).unwrap_err();
        assert_eq!(count(&[1, 2], 0, None), NGramError::Order { order: 0 });
        assert_eq!(count(&[1, 2], 7, None), NGramError::Order { order: 7 });
        assert_eq!(count(&[1, 3], 2, None), NGramError::OutsideVocabulary { token: 3, vocab_size: 3 });
        assert_eq!(count(&[0, 1, 0], 2, Some(0)), NGramError::CorpusTooShort { n_tokens: 1 });
    }
}
