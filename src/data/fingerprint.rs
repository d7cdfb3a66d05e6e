//! What a model was fitted on, in 64 hexadecimal digits.

use super::table::{Column, Values};
use sha2::{Digest, Sha256};

/// SHA-256 over the names, kinds and cells of the columns, in order. It does not depend on
/// how a file spells a number, nor on the order in which levels first appear.
pub fn fingerprint<'a>(columns: impl IntoIterator<Item = &'a Column>) -> String {
    let mut hash = Sha256::new();
    for column in columns {
        put_text(&mut hash, &column.name);
        hash.update((column.len() as u64).to_le_bytes());
        match &column.values {
            Values::Numbers(cells) => put_numbers(&mut hash, cells),
            Values::Words { levels, codes } => put_words(&mut hash, levels, codes),
        }
    }
    in_digits(hash)
}

/// The digest in hexadecimal digits.
pub(super) fn in_digits(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Eight bytes a number, in blocks. All NaN are one, and -0 is 0.
fn put_numbers(hash: &mut Sha256, cells: &[f64]) {
    hash.update(b"n");
    for block in cells.chunks(1024) {
        let canonical = |cell: &f64| if cell.is_nan() { f64::NAN } else { cell + 0.0 };
        let bytes: Vec<u8> = block.iter().flat_map(|cell| canonical(cell).to_le_bytes()).collect();
        hash.update(bytes);
    }
}

/// Each cell's text behind its length; a missing one is the length that no text has.
fn put_words(hash: &mut Sha256, levels: &[String], codes: &[u32]) {
    hash.update(b"w");
    for &code in codes {
        match levels.get(code as usize) {
            Some(level) => put_text(hash, level),
            None => hash.update(u64::MAX.to_le_bytes()),
        }
    }
}

fn put_text(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_tells_data_apart_and_nothing_else() {
        let words = |cells: &[&'static str]| Column::words("c", cells.iter().map(|&cell| Some(cell)));
        let (forward, backward) = (words(&["a", "b"]), words(&["b", "a"]));
        assert_ne!(fingerprint([&forward]), fingerprint([&backward]));
        assert_eq!(fingerprint([&forward]), fingerprint([&backward.take(&[1, 0])]));
        assert_ne!(fingerprint([&words(&["ab", ""])]), fingerprint([&words(&["a", "b"])]));
        let numbers = |cells: [f64; 2]| fingerprint([&Column::numbers("c", cells)]);
        assert_eq!(numbers([0.0, f64::NAN]), numbers([-0.0, -f64::NAN]));
        assert_ne!(numbers([0.0, 1.0]), fingerprint([&words(&["0", "1"])]));
        assert_eq!(fingerprint([&forward]).len(), 64);
    }
}
