//! Counts as named columns of numbers, to be saved.

use super::contexts::{ContextTree, Depth};
use super::{Counts, ORDERS};
use crate::lm::TokenId;

/// A column of a saved table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountColumn {
    /// Tokens or places.
    U32(Vec<u32>),
    /// Counts.
    U64(Vec<u64>),
}

/// The columns do not describe counts: the file was cut off or changed.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub struct DamagedCounts {
    /// The first column that does not fit.
    pub column: String,
}

/// The one column that is not of a depth: order, size of the vocabulary, and the boundary
/// plus one (0 for none).
const SHAPE: &str = "shape";

impl Counts {
    /// All columns, by name.
    pub fn to_columns(&self) -> Vec<(String, CountColumn)> {
        let boundary = self.boundary.map_or(0, |token| u64::from(token) + 1);
        let shape = vec![self.order() as u64, self.vocab_size as u64, boundary];
        let mut columns = vec![(SHAPE.to_owned(), CountColumn::U64(shape))];
        for (d, depth) in self.tree.depths.iter().enumerate() {
            columns.extend([
                (name(d, "oldest"), CountColumn::U32(depth.oldest.clone())),
                (name(d, "longer"), CountColumn::U32(depth.longer.clone())),
                (name(d, "first"), CountColumn::U32(depth.first.clone())),
                (name(d, "followers"), CountColumn::U32(depth.followers.clone())),
                (name(d, "occurrences"), CountColumn::U64(self.occurrences[d].clone())),
                (name(d, "preceded_by"), CountColumn::U64(self.preceded_by[d].clone())),
            ]);
        }
        columns
    }

    /// Counts from the columns that [`Counts::to_columns`] gave.
    ///
    /// # Errors
    /// If a column is missing or does not fit the others.
    pub fn from_columns(column: impl Fn(&str) -> Option<CountColumn>) -> Result<Counts, DamagedCounts> {
        let reader = CountReader { column };
        let (order, vocab_size, boundary) = reader.shape()?;
        let mut tree = ContextTree::default();
        let (mut occurrences, mut preceded_by) = (Vec::new(), Vec::new());
        for d in 0..order {
            let depth = reader.depth(d)?;
            occurrences.push(reader.counts(&name(d, "occurrences"), depth.followers.len())?);
            preceded_by.push(reader.counts(&name(d, "preceded_by"), depth.followers.len())?);
            tree.depths.push(depth);
        }
        check(&tree, vocab_size).map_err(|column| DamagedCounts { column })?;
        Ok(Counts { vocab_size, boundary, tree, occurrences, preceded_by })
    }
}

fn name(depth: usize, column: &str) -> String {
    format!("{depth}.{column}")
}

struct CountReader<F> {
    column: F,
}

impl<F: Fn(&str) -> Option<CountColumn>> CountReader<F> {
    fn shape(&self) -> Result<(usize, usize, Option<TokenId>), DamagedCounts> {
        let damaged = || DamagedCounts { column: SHAPE.to_owned() };
        let [order, vocab_size, boundary] = self.u64s(SHAPE, 3)?[..] else { return Err(damaged()) };
        let sound = ORDERS.contains(&(order as usize)) && vocab_size <= u64::from(u32::MAX) && boundary <= vocab_size;
        let boundary = boundary.checked_sub(1).map(|token| token as TokenId);
        sound.then_some((order as usize, vocab_size as usize, boundary)).ok_or_else(damaged)
    }

    fn depth(&self, d: usize) -> Result<Depth, DamagedCounts> {
        Ok(Depth {
            oldest: self.u32s(&name(d, "oldest"))?,
            longer: self.u32s(&name(d, "longer"))?,
            first: self.u32s(&name(d, "first"))?,
            followers: self.u32s(&name(d, "followers"))?,
        })
    }

    fn u32s(&self, name: &str) -> Result<Vec<u32>, DamagedCounts> {
        match (self.column)(name) {
            Some(CountColumn::U32(numbers)) => Ok(numbers),
            _ => Err(DamagedCounts { column: name.to_owned() }),
        }
    }

    /// Numbers of something that was counted: there is a number for all of it together.
    fn counts(&self, name: &str, len: usize) -> Result<Vec<u64>, DamagedCounts> {
        let counts = self.u64s(name, len)?;
        let total = counts.iter().try_fold(0u64, |sum, &count| sum.checked_add(count));
        if total.is_some() { Ok(counts) } else { Err(DamagedCounts { column: name.to_owned() }) }
    }

    fn u64s(&self, name: &str, len: usize) -> Result<Vec<u64>, DamagedCounts> {
        match (self.column)(name) {
            Some(CountColumn::U64(numbers)) if numbers.len() == len => Ok(numbers),
            _ => Err(DamagedCounts { column: name.to_owned() }),
        }
    }
}

/// Everything that looking up relies on, so that a damaged file is an error and no panic.
fn check(tree: &ContextTree, vocab_size: usize) -> Result<(), String> {
    let rising = |tokens: &[TokenId]| {
        tokens.windows(2).all(|pair| pair[0] < pair[1])
            && tokens.last().is_none_or(|&last| (last as usize) < vocab_size)
    };
    let root = &tree.depths[0];
    if root.len() != 1 || root.followers.len() != vocab_size {
        return Err(name(0, "followers"));
    }
    for (d, depth) in tree.depths.iter().enumerate() {
        let n_longer = tree.depths.get(d + 1).map_or(0, Depth::len);
        if !are_offsets(&depth.longer, depth.len(), n_longer) {
            return Err(name(d, "longer"));
        }
        if !are_offsets(&depth.first, depth.len(), depth.followers.len()) {
            return Err(name(d, "first"));
        }
        for context in 0..depth.len() {
            if !rising(&depth.followers[depth.places(context)]) {
                return Err(name(d, "followers"));
            }
            if n_longer > 0 && !rising(&tree.depths[d + 1].oldest[depth.longer(context)]) {
                return Err(name(d + 1, "oldest"));
            }
        }
    }
    for d in 1..tree.depths.len() {
        check_inclusion(tree, d)?;
    }
    Ok(())
}

/// Whatever follows a context also follows the shorter one.
fn check_inclusion(tree: &ContextTree, d: usize) -> Result<(), String> {
    let (depth, above) = (&tree.depths[d], &tree.depths[d - 1]);
    for (context, parent) in tree.parents(d).enumerate() {
        if !depth.places(context).all(|place| above.place(parent, depth.followers[place]).is_some()) {
            return Err(name(d, "followers"));
        }
    }
    Ok(())
}

fn are_offsets(offsets: &[u32], n_groups: usize, n_items: usize) -> bool {
    offsets.len() == n_groups + 1
        && offsets[0] == 0
        && offsets[n_groups] as usize == n_items
        && offsets.windows(2).all(|pair| pair[0] <= pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts() -> Counts {
        Counts::new(&[1, 2, 3, 1, 2, 4, 0, 2, 3, 3, 1, 0], 4, 6, Some(0)).unwrap()
    }

    fn read(columns: &[(String, CountColumn)]) -> Result<Counts, DamagedCounts> {
        Counts::from_columns(|name| columns.iter().find(|(other, _)| other == name).map(|(_, column)| column.clone()))
    }

    #[test]
    fn columns_hold_all_of_the_counts() {
        assert_eq!(read(&counts().to_columns()).unwrap(), counts());
    }

    #[test]
    fn damage_is_found_and_never_a_panic() {
        let whole = counts().to_columns();
        for at in 0..whole.len() {
            let mut columns = whole.clone();
            let (missing, _) = columns.remove(at);
            assert_eq!(read(&columns).unwrap_err().column, missing);
            let mut columns = whole.clone();
            match &mut columns[at].1 {
                CountColumn::U32(numbers) => numbers.truncate(numbers.len() / 2),
                CountColumn::U64(numbers) => numbers.truncate(numbers.len() / 2),
            }
            let empty_already = matches!(&whole[at].1, CountColumn::U32(numbers) if numbers.is_empty());
            assert!(empty_already || read(&columns).is_err(), "{}", columns[at].0);
            let mut columns = whole.clone();
            if let CountColumn::U64(numbers) = &mut columns[at].1
                && numbers.len() > 1
            {
                numbers.fill(u64::MAX);
                assert!(read(&columns).is_err(), "{}", columns[at].0);
            }
            let mut columns = whole.clone();
            if let CountColumn::U32(numbers) = &mut columns[at].1 {
                numbers.iter_mut().for_each(|number| *number = 77 - (*number).min(77));
                let unused = columns[at].0 == "0.oldest";
                assert!(unused || read(&columns).is_err(), "{}", columns[at].0);
            }
        }
    }
}
