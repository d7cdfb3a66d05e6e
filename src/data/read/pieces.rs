//! Bytes cut into characters of one or two, and how common each is by its place in its encoding.

use encoding_rs::{BIG5, EUC_JP, Encoding, GBK, SHIFT_JIS};

/// The bytes, a character each.
pub(super) fn pieces<'a>(lines: &'a [u8], encoding: &'static Encoding) -> impl Iterator<Item = &'a [u8]> {
    let mut rest = lines;
    std::iter::from_fn(move || {
        let first = *rest.first()?;
        let is_single = first < 0x80 || encoding == SHIFT_JIS && (0xa1..=0xdf).contains(&first);
        let (piece, behind) = rest.split_at(if is_single { 1 } else { rest.len().min(2) });
        rest = behind;
        Some(piece)
    })
}

/// How common a character is by its place in an encoding.
pub(super) enum Commonness {
    /// In the block of the common ones.
    Common,
    /// A mark or a letter of another alphabet.
    Mark,
    Rare,
    /// One byte beyond ASCII.
    Single,
}

pub(super) fn commonness_of(piece: &[u8], encoding: &'static Encoding) -> Commonness {
    let &[first, second] = piece else { return Commonness::Single };
    let in_94 = second >= 0xa1;
    let (common, mark) = match encoding {
        _ if encoding == GBK => ((0xb0..=0xd7).contains(&first) && in_94, (0xa1..=0xa3).contains(&first) && in_94),
        _ if encoding == BIG5 => ((0xa4..=0xc6).contains(&first), (0xa1..=0xa3).contains(&first)),
        _ if encoding == SHIFT_JIS => ((0x82..=0x83).contains(&first) || (0x88..=0x98).contains(&first), first == 0x81),
        _ if encoding == EUC_JP => ((0xb0..=0xcf).contains(&first) || (0xa4..=0xa5).contains(&first), first <= 0xa3),
        _ => ((0xb0..=0xc8).contains(&first) && in_94, (0xa1..=0xa3).contains(&first) && in_94),
    };
    match (common, mark) {
        (true, _) => Commonness::Common,
        (false, true) => Commonness::Mark,
        (false, false) => Commonness::Rare,
    }
}
