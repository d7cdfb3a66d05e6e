//! A numeric column in a few words: which third of the known values does a number fall into?
//!
//! Where a number must be spoken of, or counted together with words, its exact value says
//! too much: no two melons weigh the same.

use serde::{Deserialize, Serialize};

/// Into how many parts a column is cut, where its values allow it.
const N_BINS: usize = 3;

/// A numeric column cut at its quantiles: bin `i` holds `edges[i - 1] < x <= edges[i]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bins {
    /// Rising; one fewer than there are bins.
    pub edges: Vec<f64>,
    /// The median of the values in each bin: what stands for all of them.
    pub medians: Vec<f64>,
}

impl Bins {
    /// Cuts at the quantiles of `cells`, missing ones (`NaN`) left out. Equal values are never
    /// parted, so that there are fewer bins where many are equal: one for a constant, and two
    /// for a column of zeros and ones.
    pub fn fit(cells: &[f64]) -> Bins {
        let mut sorted: Vec<f64> = cells.iter().copied().filter(|cell| !cell.is_nan()).collect();
        sorted.sort_by(f64::total_cmp);
        let Some(&largest) = sorted.last() else { return Bins { edges: Vec::new(), medians: vec![0.0] } };
        let cut = |i: usize| sorted[(sorted.len() * i).div_ceil(N_BINS).max(1) - 1];
        let mut edges: Vec<f64> = (1..N_BINS).map(cut).filter(|&edge| edge < largest).collect();
        edges.dedup();
        let mut bins = Bins { medians: Vec::new(), edges };
        bins.medians = sorted.chunk_by(|&a, &b| bins.of(a) == bins.of(b)).map(|bin| bin[bin.len() / 2]).collect();
        bins
    }

    /// The number of bins.
    pub fn n_bins(&self) -> usize {
        self.edges.len() + 1
    }

    /// The bin of a number.
    pub fn of(&self, x: f64) -> usize {
        self.edges.iter().take_while(|&&edge| x > edge).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_hold_a_third_each() {
        let bins = Bins::fit(&[6.0, 1.0, f64::NAN, 2.0, 5.0, 3.0, 4.0]);
        assert_eq!(
            (bins.edges.as_slice(), bins.medians.as_slice()),
            ([2.0, 4.0].as_slice(), [2.0, 4.0, 6.0].as_slice())
        );
        assert_eq!([0.0, 2.0, 2.1, 9.0].map(|x| bins.of(x)), [0, 0, 1, 2]);
    }

    #[test]
    fn equal_values_stay_together() {
        assert_eq!(Bins::fit(&[5.0; 4]).n_bins(), 1);
        assert_eq!(Bins::fit(&[0.0, 1.0, 1.0, 0.0, 1.0]).n_bins(), 2);
        assert_eq!(Bins::fit(&[f64::NAN]).n_bins(), 1);
        for cells in [&[1.0, 1.0, 1.0, 2.0][..], &[1.0, 2.0, 2.0, 2.0], &[1.0, 2.0]] {
            let bins = Bins::fit(cells);
            assert_eq!(bins.medians.len(), bins.n_bins(), "{cells:?}: every bin holds something");
        }
    }
}
