//! An n-gram as one integer: digits in base `2^bits`, each a token plus one, 0 for nothing.

use crate::lm::TokenId;
use std::hash::Hash;
use std::ops::{BitAnd, BitOr, Shl, Shr};

/// An integer that holds an n-gram.
pub(super) trait Packed:
    Copy
    + Ord
    + Hash
    + From<u32>
    + Shl<u32, Output = Self>
    + Shr<u32, Output = Self>
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
{
    /// Ones in the lowest `bits`.
    fn ones(bits: u32) -> Self;
    /// The lowest 32 bits.
    fn low(self) -> u32;
}

macro_rules! packed {
    ($($integer:ty),*) => {$(impl Packed for $integer {
        fn ones(bits: u32) -> Self {
            <$integer>::MAX.checked_shr(<$integer>::BITS - bits).unwrap_or(0)
        }
        fn low(self) -> u32 {
            self as u32
        }
    })*};
}
packed!(u64, u128);

/// How n-grams of `order` tokens are packed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Packing {
    /// Digits.
    pub(super) order: u32,
    /// Bits a digit.
    pub(super) bits: u32,
}

impl Packing {
    /// For tokens `0..vocab_size`.
    pub(super) fn new(order: usize, vocab_size: usize) -> Packing {
        Packing { order: order as u32, bits: usize::BITS - vocab_size.leading_zeros() }
    }

    /// Bits in all.
    pub(super) fn width(self) -> u32 {
        self.order * self.bits
    }

    /// `token` as a digit.
    pub(super) fn digit<K: Packed>(token: TokenId) -> K {
        K::from(token + 1)
    }

    /// The lowest digit, as a token.
    pub(super) fn last<K: Packed>(self, ngram: K) -> TokenId {
        (ngram & K::ones(self.bits)).low() - 1
    }

    /// The window moves on by one token: `w_1 .. w_n` becomes `w_2 .. w_n token`.
    pub(super) fn slide<K: Packed>(self, window: K, token: TokenId) -> K {
        ((window << self.bits) | Self::digit(token)) & K::ones(self.width())
    }

    /// `w_1 .. w_n` becomes `w_(n-1) .. w_1 w_n`: sorted so, contexts that end alike lie
    /// together, and the followers of each.
    pub(super) fn by_context<K: Packed>(self, ngram: K) -> K {
        let one = K::ones(self.bits);
        let reversed =
            (1..self.order).fold(K::from(0), |key, i| (key << self.bits) | ((ngram >> (i * self.bits)) & one));
        (reversed << self.bits) | (ngram & one)
    }

    /// `w_(n-1) .. w_1 w_n`, `order` digits, without its oldest token: `w_(n-1) .. w_2 w_n`.
    pub(super) fn forget_oldest<K: Packed>(self, key: K) -> K {
        ((key >> (2 * self.bits)) << self.bits) | (key & K::ones(self.bits))
    }

    /// Whether `w_1` in `w_(n-1) .. w_1 w_n` is a token, and not the nothing before a text.
    pub(super) fn has_oldest<K: Packed>(self, key: K) -> bool {
        (key >> self.bits) & K::ones(self.bits) != K::from(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_move_as_described() {
        let packing = Packing::new(4, 8);
        assert_eq!(packing.bits, 4);
        let window = [1, 2, 3, 4, 5].iter().fold(0u64, |window, &token| packing.slide(window, token));
        assert_eq!(window, 0x3456);
        assert_eq!(packing.by_context(window), 0x5436);
        assert_eq!(packing.forget_oldest(0x5436u64), 0x546);
        assert!(packing.has_oldest(0x5436u64) && !packing.has_oldest(0x5406u64));
        assert_eq!(packing.last(window), 5);
    }
}
