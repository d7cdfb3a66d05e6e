//! A design that is only ever multiplied: numbers about their shift, and indicators by the row's
//! code.

use super::centre::Centre;
use crate::data::encode::{Indicators, OneHot};
use ndarray::{Array2, ArrayView2, Axis};

/// `(n_samples, n_columns)`, of which columns of indicators take one number a row.
pub struct Sparse<'a> {
    n_samples: usize,
    n_columns: usize,
    numeric: ArrayView2<'a, f64>, // (n_samples, n_numeric)
    at: Vec<usize>,               // which column each of these is
    shift: Vec<f64>,              // (n_numeric)
    indicators: &'a [Indicators],
}

impl<'a> Sparse<'a> {
    /// All columns of a matrix, about its centre.
    pub fn of_matrix(x: ArrayView2<'a, f64>, centre: &Centre) -> Self {
        let (n_samples, n_columns) = x.dim();
        let at = (0..n_columns).collect();
        Sparse { n_samples, n_columns, numeric: x, at, shift: centre.shift.clone(), indicators: &[] }
    }

    /// An encoded table; only its numbers are shifted, by the centre of all columns.
    pub fn of_table(x: &'a OneHot, centre: &Centre) -> Self {
        Sparse {
            n_samples: x.n_samples,
            n_columns: x.n_terms,
            numeric: x.numeric.view(),
            at: x.numeric_terms.clone(),
            shift: x.numeric_terms.iter().map(|&term| centre.shift[term]).collect(),
            indicators: &x.indicators,
        }
    }

    /// `(n_samples, n_columns)`.
    pub fn dim(&self) -> (usize, usize) {
        (self.n_samples, self.n_columns)
    }

    /// `(X, 1) V` for `V` `(n_columns + 1, m)`, the intercepts last.
    pub fn times(&self, v: &Array2<f64>) -> Array2<f64> {
        let weights = v.select(Axis(0), &self.at);
        let shifted = ArrayView2::from_shape((1, self.shift.len()), &self.shift).expect("one a number").dot(&weights);
        let mut out = self.numeric.dot(&weights) + &(&v.row(self.n_columns) - &shifted.row(0));
        for (row, term) in self.indicators.iter().flat_map(Indicators::terms) {
            add_row(&mut out, row, v, term);
        }
        out
    }

    /// `(X, 1)' R` for `R` `(n_samples, m)`.
    pub fn transposed_times(&self, r: &Array2<f64>) -> Array2<f64> {
        self.sums(r, &(self.numeric.t().dot(r)), |sum, total, shift| sum - shift * total)
    }

    /// `sum_i (x_ij, 1)^2 r_i`: the diagonal of `(X, 1)' diag(r) (X, 1)` for each column of `R`.
    pub fn squares_times(&self, r: &Array2<f64>) -> Array2<f64> {
        let squares = Array2::from_shape_fn((self.at.len(), r.ncols()), |(j, c)| {
            let cells = self.numeric.column(j);
            cells.iter().zip(r.column(c)).map(|(x, r)| (x - self.shift[j]).powi(2) * r).sum()
        });
        self.sums(r, &squares, |sum, _, _| sum)
    }

    /// Sums over rows: those of numbers from `of_numbers`, those of indicators and the intercept
    /// from `r` itself.
    fn sums(&self, r: &Array2<f64>, of_numbers: &Array2<f64>, about: impl Fn(f64, f64, f64) -> f64) -> Array2<f64> {
        let totals = r.sum_axis(Axis(0));
        let mut out = Array2::zeros((self.n_columns + 1, r.ncols()));
        out.row_mut(self.n_columns).assign(&totals);
        for (j, (&term, shift)) in self.at.iter().zip(&self.shift).enumerate() {
            for (c, total) in totals.iter().enumerate() {
                out[[term, c]] = about(of_numbers[[j, c]], *total, *shift);
            }
        }
        for (row, term) in self.indicators.iter().flat_map(Indicators::terms) {
            add_row(&mut out, term, r, row);
        }
        out
    }
}

/// Adds a row of one matrix to a row of another of the same width.
fn add_row(to: &mut Array2<f64>, at: usize, from: &Array2<f64>, row: usize) {
    let width = to.ncols();
    let (to, from) = (to.as_slice_mut().expect("row by row"), from.as_slice().expect("row by row"));
    let to = &mut to[at * width..][..width];
    to.iter_mut().zip(&from[row * width..][..width]).for_each(|(to, from)| *to += from);
}

/// Shift and scale of every column of an encoded table: an indicator is not shifted, and has the
/// deviation of its share.
pub fn centre_of_table(x: &OneHot) -> Centre {
    let numeric = Centre::of(x.numeric.view());
    let mut centre = Centre { shift: vec![0.0; x.n_terms], scale: vec![1.0; x.n_terms] };
    for (j, &term) in x.numeric_terms.iter().enumerate() {
        (centre.shift[term], centre.scale[term]) = (numeric.shift[j], numeric.scale[j]);
    }
    let mut counts = vec![0usize; x.n_terms];
    x.indicators.iter().flat_map(Indicators::terms).for_each(|(_, term)| counts[term] += 1);
    for (scale, count) in centre.scale.iter_mut().zip(counts).filter(|(_, count)| *count > 0) {
        let share = count as f64 / x.n_samples as f64;
        *scale = if share < 1.0 { (share * (1.0 - share)).sqrt() } else { 1.0 };
    }
    centre
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn products_are_those_of_the_matrix_written_out() {
        let table = OneHot {
            n_samples: 3,
            n_terms: 4,
            numeric: array![[5.0], [6.0], [8.5]],
            numeric_terms: vec![2],
            indicators: vec![
                Indicators { first_term: 0, codes: vec![1, 0, crate::data::encode::NO_TERM] },
                Indicators { first_term: 3, codes: vec![0, 0, 0] },
            ],
        };
        let dense = table.to_dense();
        assert_eq!(dense, array![[0.0, 1.0, 5.0, 1.0], [1.0, 0.0, 6.0, 1.0], [0.0, 0.0, 8.5, 1.0]]);
        let centre = centre_of_table(&table);
        assert!(centre.shift[2] != 0.0 && centre.shift[0] == 0.0);
        let sparse = Sparse::of_table(&table, &centre);
        let mut written_out = Array2::ones((3, 5));
        (0..4).for_each(|j| written_out.column_mut(j).assign(&(&dense.column(j) - centre.shift[j])));
        let v = Array2::from_shape_fn((5, 2), |(i, j)| (i * 2 + j) as f64 - 3.0);
        let r = array![[1.0, -2.0], [0.5, 3.0], [2.0, 1.0]];
        assert_eq!(sparse.times(&v), written_out.dot(&v));
        assert_eq!(sparse.transposed_times(&r), written_out.t().dot(&r));
        assert_eq!(sparse.squares_times(&r), written_out.mapv(|x| x * x).t().dot(&r));
        assert_eq!(table.scores(&[1.0, 2.0, 3.0, 4.0], 0.5), [21.5, 23.5, 30.0]);
    }
}
