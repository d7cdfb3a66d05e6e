//! How well scores put one class before the others.

use ndarray::ArrayView2;

/// Area under the ROC curve: for two classes that of the positive one's probability, for
/// more the mean over classes of one-versus-rest (scikit-learn's `multi_class="ovr"`,
/// `average="macro"`). `None` unless every class has a sample, and there are two.
///
/// ```
/// // Of four pairs of one sample of each class, three are in order.
/// let p = ndarray::array![[0.9, 0.1], [0.6, 0.4], [0.65, 0.35], [0.2, 0.8]];
/// assert_eq!(melon::eval::ranking::roc_auc(&[0, 0, 1, 1], p.view()), Some(0.75));
/// ```
pub fn roc_auc(truth: &[usize], probabilities: ArrayView2<f64>) -> Option<f64> {
    let n_classes = probabilities.ncols();
    let of = |class: usize| {
        let positive: Vec<bool> = truth.iter().map(|&t| t == class).collect();
        auc(&positive, &probabilities.column(class).to_vec())
    };
    match n_classes {
        0 | 1 => None,
        2 => of(1),
        _ => (0..n_classes).map(of).sum::<Option<f64>>().map(|total| total / n_classes as f64),
    }
}

/// The probability that a positive sample scores higher than a negative one, a tie
/// counting half (Mann and Whitney, 1947):
///
/// `AUC = (R - n1 (n1 + 1) / 2) / (n1 n0)`, where `R` is the sum of the positive samples'
/// ranks, tied scores sharing their mean rank. `None` if either kind is missing.
///
/// ```
/// // Of the pairs of a positive and a negative, 0.9 is above 0.2, and 0.1 is below it.
/// assert_eq!(melon::eval::ranking::auc(&[true, true, false], &[0.9, 0.1, 0.2]), Some(0.5));
/// ```
pub fn auc(positive: &[bool], scores: &[f64]) -> Option<f64> {
    let n1 = positive.iter().filter(|&&p| p).count() as f64;
    let n0 = positive.len() as f64 - n1;
    if n1 == 0.0 || n0 == 0.0 {
        return None;
    }
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_unstable_by(|&a, &b| scores[a].total_cmp(&scores[b]));
    let mut rank_sum = 0.0;
    let mut below = 0;
    for tied in order.chunk_by(|&a, &b| scores[a] == scores[b]) {
        let mean_rank = below as f64 + (tied.len() as f64 + 1.0) / 2.0;
        rank_sum += mean_rank * tied.iter().filter(|&&i| positive[i]).count() as f64;
        below += tied.len();
    }
    Some((rank_sum - n1 * (n1 + 1.0) / 2.0) / (n1 * n0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_count_half() {
        assert_eq!(auc(&[false, true], &[0.3, 0.3]), Some(0.5));
        assert_eq!(auc(&[false, true, true, false], &[0.1, 0.9, 0.4, 0.4]), Some(0.875));
        assert_eq!(auc(&[true, true], &[0.1, 0.9]), None);
    }
}
