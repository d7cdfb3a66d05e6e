//! How mixed samples are, and how much less mixed a split leaves them: Zhou, 机器学习 (2016),
//! 4.2; with missing values 4.4.2.

/// Weights of the classes on each side of a split. Without missing values a weight is a number
/// of samples.
///
/// ```
/// // The root of the book's melons (4.2): clear, slightly blurry and blurry ones, ripe or not.
/// let texture = melon::model::tree::Division {
///     children: vec![vec![7.0, 2.0], vec![1.0, 4.0], vec![0.0, 3.0]],
///     total: 17.0,
/// };
/// assert_eq!(format!("{:.3} {:.3}", texture.gain(), texture.intrinsic_value()), "0.381 1.447");
/// assert_eq!(format!("{:.3} {:.3?}", texture.gini_index(), texture.gain_ratio()), "0.277 Some(0.263)");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    /// `(n_children, n_classes)`, over the samples whose value is known.
    pub children: Vec<Vec<f64>>,
    /// The weight of all samples at the node, known or not.
    pub total: f64,
}

/// `Ent(D) = -sum_k p_k log2 p_k`, in bits, of the classes' weights; 0 without any.
///
/// ```
/// // Eight ripe melons and nine that are not: the book's example.
/// assert_eq!(format!("{:.3}", melon::model::tree::entropy(&[8.0, 9.0])), "0.998");
/// ```
pub fn entropy(weights: &[f64]) -> f64 {
    let total: f64 = weights.iter().sum();
    let term = |weight: &f64| -(weight / total) * (weight / total).log2();
    weights.iter().filter(|weight| **weight > 0.0).map(term).sum()
}

/// `Gini(D) = 1 - sum_k p_k²` of the classes' weights; 0 without any.
///
/// ```
/// assert_eq!(melon::model::tree::gini(&[1.0, 3.0]), 1.0 - (1.0 + 9.0) / 16.0);
/// ```
pub fn gini(weights: &[f64]) -> f64 {
    let total: f64 = weights.iter().sum();
    if total > 0.0 { 1.0 - weights.iter().map(|weight| (weight / total).powi(2)).sum::<f64>() } else { 0.0 }
}

impl Division {
    /// The weight of the samples whose value is known.
    pub fn known_weight(&self) -> f64 {
        self.children.iter().flatten().sum()
    }

    /// The weight of each child.
    pub fn weights(&self) -> Vec<f64> {
        self.children.iter().map(|child| child.iter().sum()).collect()
    }

    /// The classes' weights among the samples whose value is known.
    pub fn classes(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.children.first().map_or(0, Vec::len)];
        self.children.iter().for_each(|child| sums.iter_mut().zip(child).for_each(|(sum, weight)| *sum += weight));
        sums
    }

    /// Whether it tells any samples apart.
    pub fn divides(&self) -> bool {
        self.weights().into_iter().filter(|weight| *weight > 0.0).count() > 1
    }

    /// `sum_v r_v f(D_v)`, where `r_v` is the child's share of what is known.
    fn weighted(&self, of: fn(&[f64]) -> f64) -> f64 {
        let known = self.known_weight();
        self.children.iter().zip(self.weights()).map(|(child, weight)| weight / known * of(child)).sum()
    }

    /// `sum_v r_v Ent(D_v)`, in bits.
    pub fn weighted_entropy(&self) -> f64 {
        self.weighted(entropy)
    }

    /// `Gini_index(D, a) = sum_v r_v Gini(D_v)`.
    pub fn gini_index(&self) -> f64 {
        self.weighted(gini)
    }

    /// `Gain(D, a) = rho (Ent(D~) - sum_v r_v Ent(D~_v))`, in bits: over the samples `D~` whose
    /// value is known, which are the share `rho` of all.
    pub fn gain(&self) -> f64 {
        self.known_weight() / self.total * (entropy(&self.classes()) - self.weighted_entropy())
    }

    /// The same of the Gini index: `rho (Gini(D~) - Gini_index(D~, a))`.
    pub fn gini_decrease(&self) -> f64 {
        self.known_weight() / self.total * (gini(&self.classes()) - self.gini_index())
    }

    /// `IV(a) = -sum_v r_v log2 r_v`, in bits.
    pub fn intrinsic_value(&self) -> f64 {
        entropy(&self.weights())
    }

    /// `Gain_ratio(D, a) = Gain(D, a) / IV(a)`, if the split divides at all.
    pub fn gain_ratio(&self) -> Option<f64> {
        self.divides().then(|| self.gain() / self.intrinsic_value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn impurity_is_largest_where_classes_are_even_and_none_where_there_is_one() {
        assert_eq!([entropy(&[4.0, 4.0]), gini(&[4.0, 4.0])], [1.0, 0.5]);
        assert_eq!([entropy(&[3.0, 0.0]), gini(&[3.0, 0.0])], [0.0, 0.0]);
        assert_eq!([entropy(&[]), gini(&[0.0])], [0.0, 0.0]);
    }

    #[test]
    fn what_is_not_known_takes_its_share_of_the_gain() {
        let all = Division { children: vec![vec![2.0, 0.0], vec![0.0, 2.0]], total: 4.0 };
        assert_eq!((all.gain(), all.gini_decrease(), all.gain_ratio()), (1.0, 0.5, Some(1.0)));
        let half = Division { total: 8.0, ..all };
        assert_relative_eq!(half.gain(), 0.5);
        let one_side = Division { children: vec![vec![2.0, 1.0], vec![0.0, 0.0]], total: 3.0 };
        assert_eq!((one_side.divides(), one_side.gain_ratio()), (false, None));
    }
}
