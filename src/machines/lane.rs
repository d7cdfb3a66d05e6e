//! What comes of one lane, and how it travels.

use crate::data::read::passes::Unread;
use serde::{Deserialize, Serialize};

/// Under which number the sums of all lanes stand.
pub const TOTAL: usize = usize::MAX;

/// The sums of one lane.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneSums {
    pub lane: usize,
    pub n_rows: usize,
    pub n_samples: usize,
    pub found: Found,
}

impl LaneSums {
    /// Bytes in memory, about.
    pub fn size(&self) -> usize {
        let of_found = match &self.found {
            Found::Numbers(numbers) => numbers.iter().map(|list| 8 * list.len()).sum(),
            Found::Text(text) => text.len(),
            Found::Unread(_) => 0,
        };
        size_of_val(self) + of_found
    }
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    Numbers(Vec<Vec<f64>>),
    Text(String),
    /// Cells that are not what they are to be.
    Unread(Unread),
}

/// What stands before the bytes of a lane.
#[derive(Serialize, Deserialize)]
struct Head {
    lane: usize,
    n_rows: usize,
    n_samples: usize,
    unread: Option<Unread>,
    text: Option<String>,
    /// The length of each list of numbers.
    lengths: Vec<usize>,
}

/// Lanes as bytes: the length of a head, the head as JSON, and numbers as they are in memory, least byte
/// first.
pub fn written<'a>(lanes: impl Iterator<Item = &'a LaneSums>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for lane in lanes {
        let none: &[Vec<f64>] = &[];
        let (numbers, text, unread) = match &lane.found {
            Found::Numbers(numbers) => (&numbers[..], None, None),
            Found::Text(text) => (none, Some(text.clone()), None),
            Found::Unread(unread) => (none, None, Some(unread.clone())),
        };
        let lengths = numbers.iter().map(Vec::len).collect();
        let (lane, n_rows, n_samples) = (lane.lane, lane.n_rows, lane.n_samples);
        let head = serde_json::to_vec(&Head { lane, n_rows, n_samples, unread, text, lengths });
        let head = head.expect("numbers and texts");
        bytes.extend((head.len() as u64).to_le_bytes());
        bytes.extend(head);
        numbers.iter().flatten().for_each(|number| bytes.extend(number.to_le_bytes()));
    }
    bytes
}

/// The lanes that were written so; `None` if these are not such bytes.
pub fn read(mut bytes: &[u8]) -> Option<Vec<LaneSums>> {
    let mut lanes = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk() {
        let (head, mut rest) = rest.split_at_checked(u64::from_le_bytes(*length) as usize)?;
        let Head { lane, n_rows, n_samples, unread, text, lengths } = serde_json::from_slice(head).ok()?;
        let mut numbers = Vec::with_capacity(lengths.len());
        for length in lengths {
            let (list, behind) = rest.split_at_checked(8 * length)?;
            numbers.push(list.as_chunks().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect());
            rest = behind;
        }
        bytes = rest;
        let found = match (unread, text) {
            (Some(unread), _) => Found::Unread(unread),
            (None, Some(text)) => Found::Text(text),
            (None, None) => Found::Numbers(numbers),
        };
        lanes.push(LaneSums { lane, n_rows, n_samples, found });
    }
    bytes.is_empty().then_some(lanes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_come_back_as_they_were() {
        let numbers = Found::Numbers(vec![vec![0.1, -0.0, f64::INFINITY], Vec::new(), vec![f64::MIN_POSITIVE]]);
        let of = |lane, found| LaneSums { lane, n_rows: 3, n_samples: 2, found };
        let lanes = [of(0, numbers), of(7, Found::Text("瓜".into())), of(8, Found::Unread(Unread::Word(1)))];
        let bytes = written(lanes.iter());
        assert_eq!(read(&bytes).unwrap(), lanes);
        assert!(read(&bytes[..bytes.len() - 1]).is_none());
        assert_eq!(read(&[]).unwrap(), []);
    }
}
