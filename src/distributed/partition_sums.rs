//! What comes of one partition, and how it travels.

use crate::data::read::passes::CellError;
use crate::math;
use serde::{Deserialize, Serialize};

/// Under which number the sums of all partitions stand.
pub const TOTAL: usize = usize::MAX;

/// The sums of one partition.
#[derive(Debug, Clone, PartialEq)]
pub struct PartitionSums {
    pub partition: usize,
    pub n_rows: usize,
    pub n_samples: usize,
    pub outcome: Outcome,
}

impl PartitionSums {
    /// Bytes in memory, about.
    pub fn size(&self) -> usize {
        let of_found = match &self.outcome {
            Outcome::Numbers(numbers) => numbers.iter().map(|list| 8 * list.len()).sum(),
            Outcome::Text(text) => text.len(),
            Outcome::Unread(_) => 0,
        };
        size_of_val(self) + of_found
    }
}

/// What the work on a partition came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Numbers(Vec<Vec<f64>>),
    Text(String),
    /// Cells that are not what they are to be.
    Unread(CellError),
}

/// The number of each partition's first row.
pub fn firsts(rows: &[usize]) -> Vec<usize> {
    math::sums_before(rows.iter().copied())
}

/// What could not be read, if anything.
pub fn unread(partitions: &[PartitionSums]) -> Option<CellError> {
    partitions.iter().find_map(|partition| match &partition.outcome {
        Outcome::Unread(unread) => Some(unread.clone()),
        _ => None,
    })
}

/// What stands before the bytes of a partition.
#[derive(Serialize, Deserialize)]
struct Head {
    partition: usize,
    n_rows: usize,
    n_samples: usize,
    unread: Option<CellError>,
    text: Option<String>,
    /// The length of each list of numbers.
    lengths: Vec<usize>,
}

/// Partitions as bytes: the length of a head, the head as JSON, and numbers as they are in memory, least byte
/// first.
pub fn written<'a>(partitions: impl Iterator<Item = &'a PartitionSums>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for partition in partitions {
        let none: &[Vec<f64>] = &[];
        let (numbers, text, unread) = match &partition.outcome {
            Outcome::Numbers(numbers) => (&numbers[..], None, None),
            Outcome::Text(text) => (none, Some(text.clone()), None),
            Outcome::Unread(unread) => (none, None, Some(unread.clone())),
        };
        let lengths = numbers.iter().map(Vec::len).collect();
        let (partition, n_rows, n_samples) = (partition.partition, partition.n_rows, partition.n_samples);
        let head = serde_json::to_vec(&Head { partition, n_rows, n_samples, unread, text, lengths });
        let head = head.expect("numbers and texts");
        bytes.extend((head.len() as u64).to_le_bytes());
        bytes.extend(head);
        numbers.iter().flatten().for_each(|number| bytes.extend(number.to_le_bytes()));
    }
    bytes
}

/// The partitions that were written so; `None` if these are not such bytes.
pub fn read(mut bytes: &[u8]) -> Option<Vec<PartitionSums>> {
    let mut partitions = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk() {
        let (head, mut rest) = rest.split_at_checked(u64::from_le_bytes(*length) as usize)?;
        let Head { partition, n_rows, n_samples, unread, text, lengths } = serde_json::from_slice(head).ok()?;
        let mut numbers = Vec::with_capacity(lengths.len());
        for length in lengths {
            let (list, behind) = rest.split_at_checked(8 * length)?;
            numbers.push(list.as_chunks().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect());
            rest = behind;
        }
        bytes = rest;
        let found = match (unread, text) {
            (Some(unread), _) => Outcome::Unread(unread),
            (None, Some(text)) => Outcome::Text(text),
            (None, None) => Outcome::Numbers(numbers),
        };
        partitions.push(PartitionSums { partition, n_rows, n_samples, outcome: found });
    }
    bytes.is_empty().then_some(partitions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partitions_come_back_as_they_were() {
        let numbers = Outcome::Numbers(vec![vec![0.1, -0.0, f64::INFINITY], Vec::new(), vec![f64::MIN_POSITIVE]]);
        let of = |partition, outcome| PartitionSums { partition, n_rows: 3, n_samples: 2, outcome };
        let partitions =
            [of(0, numbers), of(7, Outcome::Text("瓜".into())), of(8, Outcome::Unread(CellError::Word(1)))];
        let bytes = written(partitions.iter());
        assert_eq!(read(&bytes).unwrap(), partitions);
        assert!(read(&bytes[..bytes.len() - 1]).is_none());
        assert_eq!(read(&[]).unwrap(), []);
    }
}
