//! One seed, many independent random streams, each with a name.
//!
//! Every draw in the program comes from a stream named after what it is for
//! (`"split"`, `"kmeans/init/3"`, `"sample"`). Adding a draw in one place then never
//! shifts the numbers of another, and the order in which threads run cannot either.

use rand::{Rng, SeedableRng};
pub use rand_xoshiro::Xoshiro256PlusPlus as Stream;

/// The seed that a user gives with `--seed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Seed(pub u64);

impl Default for Seed {
    fn default() -> Self {
        Seed(42)
    }
}

impl Seed {
    /// The random stream called `name` under this seed.
    ///
    /// The name is hashed with FNV-1a (Fowler, Noll and Vo, 1991), which is the same on
    /// every platform and in every release, and mixed with the seed; `seed_from_u64`
    /// spreads the 64 bits over the generator's state with SplitMix64.
    pub fn stream(self, name: &str) -> Stream {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        let hash = (self.0.to_le_bytes().iter())
            .chain(name.as_bytes())
            .fold(OFFSET, |h, &byte| (h ^ u64::from(byte)).wrapping_mul(PRIME));
        Stream::seed_from_u64(hash)
    }

    /// The stream called `name/index`, for the `index`-th of many equal pieces of work.
    pub fn numbered_stream(self, name: &str, index: usize) -> Stream {
        self.stream(&format!("{name}/{index}"))
    }
}

/// One of `0..n`, each as likely; `n` is at least 1.
///
/// Drawn as 64 bits: a `usize` has 32 of them in a browser, and would draw other numbers there.
pub fn index(stream: &mut Stream, n: usize) -> usize {
    stream.gen_range(0..n as u64) as usize
}

/// `most` of the numbers `0..n`, each as likely, in rising order; all of them if there are no more.
pub fn sample(stream: &mut Stream, n: usize, most: usize) -> Vec<usize> {
    if n <= most {
        return (0..n).collect();
    }
    let mut drawn = rand::seq::index::sample(stream, n, most).into_vec();
    drawn.sort_unstable();
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::RngCore;

    #[test]
    fn a_stream_is_a_function_of_seed_and_name() {
        let first = |seed, name| Seed(seed).stream(name).next_u64();
        assert_eq!(first(42, "split"), first(42, "split"));
        assert_ne!(first(42, "split"), first(42, "init"));
        assert_ne!(first(42, "split"), first(43, "split"));
        assert_ne!(Seed(1).numbered_stream("a", 1).next_u64(), Seed(1).numbered_stream("a", 2).next_u64());
    }
}
