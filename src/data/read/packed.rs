//! How much a packed file may unpack to.

/// Unpacked bytes that are read of any file.
const ALWAYS: u64 = 1 << 30;
/// Bytes beyond that which a packed one may stand for: text packs to a third or a tenth.
const MOST_TIMES: u64 = 100;

/// Bytes that a packed file of so many may unpack to.
pub(super) fn most_unpacked(n_packed: u64) -> u64 {
    ALWAYS.max(MOST_TIMES.saturating_mul(n_packed))
}
