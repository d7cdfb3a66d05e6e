//! One row at a time into another cluster: what Lloyd's algorithm cannot do once it stands still.

use crate::engine::EngineError;
use crate::engine::blocks::Rows;
use crate::engine::patience::Patience;
use ndarray::Array2;

/// Passes over the rows at most.
const MOST_PASSES: usize = 10;
/// The share of a row's part in the inertia that a move must save: less is rounding.
const WORTH: f64 = 1e-9;

/// The centroids after every move of a single row that lowers the inertia (Hartigan and Wong, 1979),
/// from clusters `labels`; `None` if there is no such move.
///
/// A row at squared distance `d` from its centroid brings `d n / (n - 1)` when it leaves a cluster of `n`
/// and costs `d' n' / (n' + 1)` where it goes. Lloyd's algorithm compares `d` with `d'` alone, so that
/// each of its ends that is not one of these as well can be bettered.
///
/// # Errors
/// Nobody waits for it any more.
pub fn single_moves(rows: Rows, centroids: &Array2<f64>, labels: &[usize]) -> Result<Option<Array2<f64>>, EngineError> {
    let patience = Patience::here();
    let (mut centroids, mut labels) = (centroids.clone(), labels.to_vec());
    let mut counts = vec![0.0; centroids.nrows()];
    labels.iter().for_each(|&cluster| counts[cluster] += 1.0);
    let mut moved = false;
    for _ in 0..MOST_PASSES {
        patience.check()?;
        let mut is_still = true;
        for (i, label) in labels.iter_mut().enumerate() {
            let row = rows.row(i);
            let Some(to) = better(&row, &centroids, &counts, *label) else { continue };
            let from = std::mem::replace(label, to);
            for (j, cell) in row.iter().enumerate() {
                centroids[[from, j]] -= (cell - centroids[[from, j]]) / (counts[from] - 1.0);
                centroids[[to, j]] += (cell - centroids[[to, j]]) / (counts[to] + 1.0);
            }
            (counts[from], counts[to]) = (counts[from] - 1.0, counts[to] + 1.0);
            (is_still, moved) = (false, true);
        }
        if is_still {
            break;
        }
    }
    Ok(moved.then_some(centroids))
}

/// The cluster in which `row` costs least, if that is less than it costs in its own.
fn better(row: &[f64], centroids: &Array2<f64>, counts: &[f64], own: usize) -> Option<usize> {
    let squared = |c: usize| row.iter().zip(centroids.row(c)).map(|(a, b)| (a - b) * (a - b)).sum::<f64>();
    if counts[own] < 2.0 {
        return None;
    }
    let brings = squared(own) * counts[own] / (counts[own] - 1.0);
    let costs = |c: usize| squared(c) * counts[c] / (counts[c] + 1.0);
    let others = (0..counts.len()).filter(|&c| c != own).map(|c| (c, costs(c)));
    let (to, cost) = others.min_by(|a, b| a.1.total_cmp(&b.1))?;
    (cost < brings * (1.0 - WORTH)).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::blocks::{CellStorage, Targets};
    use ndarray::array;

    #[test]
    fn a_row_goes_where_it_costs_less_although_its_own_centroid_is_nearer() {
        let x = array![[0.0], [6.0], [13.1]];
        let rows = Rows { cells: CellStorage::Matrix(x.view()), targets: Targets::None, columns: &[0], shift: &[0.0] };
        // At 3 of 3 the 6 costs 9 * 2 / 1, at 13.1 it would cost 50.41 * 1 / 2; at 11 only 25 * 1 / 2.
        assert_eq!(single_moves(rows, &array![[3.0], [13.1]], &[0, 0, 1]), Ok(None));
        let x = array![[0.0], [6.0], [11.0]];
        let rows = Rows { cells: CellStorage::Matrix(x.view()), targets: Targets::None, columns: &[0], shift: &[0.0] };
        assert_eq!(single_moves(rows, &array![[3.0], [11.0]], &[0, 0, 1]), Ok(Some(array![[0.0], [8.5]])));
    }
}
