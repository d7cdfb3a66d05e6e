//! Clusters compared with known classes. All of these are functions of the table of counts.

use crate::math;
use ndarray::{Array2, ArrayView2, Axis};

/// `(k, n_classes)` counts: rows are clusters, columns classes.
///
/// ```
/// let counts = melon::eval::clustering::contingency(&[0, 0, 1], 2, &[1, 1, 0], 2);
/// assert_eq!(counts, ndarray::array![[0, 2], [1, 0]]);
/// ```
pub fn contingency(clusters: &[usize], k: usize, classes: &[usize], n_classes: usize) -> Array2<usize> {
    let mut counts = Array2::zeros((k, n_classes));
    clusters.iter().zip(classes).for_each(|(&row, &column)| counts[[row, column]] += 1);
    counts
}

/// Adjusted Rand index (Hubert and Arabie, 1985): the share of pairs of samples on which
/// both partitions agree, scaled so that chance gives 0 and identity 1:
///
/// `(sum_ij C(n_ij) - E) / ((A + B)/2 - E)`, `E = A B / C(n)`, where `C(m) = m (m - 1) / 2`,
/// and `A`, `B` are the sums of `C` over row and column totals. Two partitions that are both
/// trivial (one cluster, or one sample each) agree: 1.
///
/// ```
/// use melon::eval::clustering::{adjusted_rand_index, contingency};
/// let table = contingency(&[0, 0, 0, 1], 2, &[0, 0, 1, 1], 2); // [[2, 1], [0, 1]]
/// // One pair of the six is together in both; by chance 3 * 2 / 6 would be.
/// assert_eq!(adjusted_rand_index(table.view()), 0.0);
/// ```
pub fn adjusted_rand_index(table: ArrayView2<usize>) -> f64 {
    let pairs = |m: &usize| *m as f64 * (*m as f64 - 1.0) / 2.0;
    let both: f64 = table.iter().map(pairs).sum();
    let a: f64 = table.sum_axis(Axis(1)).iter().map(pairs).sum();
    let b: f64 = table.sum_axis(Axis(0)).iter().map(pairs).sum();
    let all = pairs(&table.sum());
    let (expected, maximum) = if all == 0.0 { (0.0, 0.0) } else { (a * b / all, (a + b) / 2.0) };
    if maximum == expected { 1.0 } else { (both - expected) / (maximum - expected) }
}

/// Normalised mutual information, `I / ((H_rows + H_columns) / 2)`, in `[0, 1]`
/// (scikit-learn's `average_method="arithmetic"`). Two partitions of one part each agree: 1.
///
/// ```
/// use melon::eval::clustering::normalized_mutual_information;
/// assert_eq!(normalized_mutual_information(ndarray::array![[0, 2], [2, 0]].view()), 1.0);
/// assert_eq!(normalized_mutual_information(ndarray::array![[1, 1], [1, 1]].view()), 0.0);
/// ```
pub fn normalized_mutual_information(table: ArrayView2<usize>) -> f64 {
    let n = table.sum() as f64;
    let (rows, columns) = (table.sum_axis(Axis(1)), table.sum_axis(Axis(0)));
    let (h_rows, h_columns) = (entropy(&rows.to_vec()), entropy(&columns.to_vec()));
    if h_rows == 0.0 && h_columns == 0.0 {
        return 1.0;
    }
    // I = sum_ij n_ij/n ln(n n_ij / (n_i n_j))
    let term = |((i, j), &count): ((usize, usize), &usize)| match count {
        0 => 0.0,
        _ => count as f64 / n * (n * count as f64 / (rows[i] as f64 * columns[j] as f64)).ln(),
    };
    let information: f64 = table.indexed_iter().map(term).sum();
    (information / ((h_rows + h_columns) / 2.0)).clamp(0.0, 1.0)
}

/// Share of samples that are of their cluster's most frequent class. It never falls when
/// clusters are split: with one sample each it is 1.
///
/// ```
/// assert_eq!(melon::eval::clustering::purity(ndarray::array![[2, 1], [0, 1]].view()), 3.0 / 4.0);
/// ```
pub fn purity(table: ArrayView2<usize>) -> f64 {
    let majority = |row: ndarray::ArrayView1<usize>| row.iter().copied().max().unwrap_or(0);
    table.rows().into_iter().map(majority).sum::<usize>() as f64 / table.sum() as f64
}

/// `-sum_i n_i/n ln(n_i/n)`, in nats.
fn entropy(counts: &[usize]) -> f64 {
    let n = counts.iter().sum::<usize>() as f64;
    counts.iter().map(|&count| -math::xlogx(count as f64 / n)).sum::<f64>().max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn the_same_partition_under_other_names_agrees() {
        let table = array![[0, 3], [2, 0]];
        assert_eq!(adjusted_rand_index(table.view()), 1.0);
        assert_eq!(normalized_mutual_information(table.view()), 1.0);
        assert_eq!(purity(table.view()), 1.0);
    }

    #[test]
    fn trivial_partitions_agree() {
        assert_eq!(adjusted_rand_index(array![[4]].view()), 1.0);
        assert_eq!(normalized_mutual_information(array![[4]].view()), 1.0);
    }
}
