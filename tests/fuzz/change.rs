//! Inputs made of others: bytes flipped, cut, doubled, moved and mixed.

/// Bytes and texts at which parsers break.
const TELLING: [&[u8]; 16] = [
    b"\"",
    b"\n",
    b",",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"1e309",
    b"-0",
    b"NaN",
    b"99999999999999999999",
    b"\x1b[2J",
    b"[",
    b"{",
    b"\xe7\x93\x9c",
    b"4294967295",
    b"null",
];
/// Longer ones only take longer.
const LONGEST: usize = 20_000;

/// A stream of changed inputs.
pub struct Changes<'a> {
    corpus: &'a [Vec<u8>],
    state: u64,
}

impl<'a> Changes<'a> {
    pub fn new(corpus: &'a [Vec<u8>], seed: u64) -> Changes<'a> {
        Changes { corpus, state: seed }
    }

    /// Splitmix64 (Steele, Lea and Flood, 2014), below `n`.
    fn below(&mut self, n: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }

    /// Two places of an input, the first no later.
    fn span(&mut self, input: &[u8]) -> std::ops::Range<usize> {
        let (a, b) = (self.below(input.len() + 1), self.below(input.len() + 1));
        a.min(b)..a.max(b).min(a.min(b) + 64)
    }

    pub fn next(&mut self) -> Vec<u8> {
        let mut input = self.corpus[self.below(self.corpus.len())].clone();
        for _ in 0..1 + self.below(4) {
            let span = self.span(&input);
            match self.below(6) {
                0 => drop(input.drain(span)),
                1 => {
                    let part = input[span.clone()].to_vec();
                    input.splice(span.end..span.end, part);
                }
                2 => {
                    let text = TELLING[self.below(TELLING.len())];
                    input.splice(span.start..span.start, text.iter().copied());
                }
                3 => input.truncate(span.end),
                4 => {
                    let other = &self.corpus[self.below(self.corpus.len())];
                    let part = other[self.span(other)].to_vec();
                    input.splice(span, part);
                }
                _ => {
                    let bit = 1 << self.below(8);
                    input.get_mut(span.start).into_iter().for_each(|byte| *byte ^= bit);
                }
            }
        }
        input.truncate(LONGEST);
        input
    }
}
