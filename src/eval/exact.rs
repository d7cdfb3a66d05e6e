//! Exact tests: what few samples can show and what they cannot.
//!
//! Student's interval of a mean and Wilson's of a share lean on laws of large numbers. Of five
//! samples that all speak for the same, chance brings about one such result in sixteen: nothing
//! that five samples say is certain at 95 %.

use statrs::function::beta::beta_reg;

/// Samples up to which every way to give signs is tried: `2^15` sums.
const MOST_SIGNED: usize = 16;

/// Fisher's randomisation test (1935) of paired differences: the probability of a sum at least as
/// far from 0 if each difference might as well have had the other sign. Both sides; `None` with more
/// than sixteen samples, where Student's t is near it, and where none differs.
///
/// ```
/// // Five of five: only the two ways with one sign throughout are as far from 0, of 32.
/// assert_eq!(melon::eval::exact::randomisation(&[1.0, 0.5, 2.0, 0.1, 3.0]), Some(2.0 / 32.0));
/// ```
pub fn randomisation(differences: &[f64]) -> Option<f64> {
    let sizes: Vec<f64> = differences.iter().map(|difference| difference.abs()).filter(|size| *size > 0.0).collect();
    if sizes.is_empty() || differences.len() > MOST_SIGNED {
        return None;
    }
    let observed = differences.iter().sum::<f64>().abs();
    let slack = 1e-12 * sizes.iter().sum::<f64>();
    // The other half has all signs turned. Each step of a Gray code turns a single one.
    let n_ways = 1_u32 << (sizes.len() - 1);
    let (mut sum, mut signs, mut n_as_far) = (sizes.iter().sum::<f64>(), vec![1.0; sizes.len()], 0_u32);
    for way in 1..=n_ways {
        n_as_far += u32::from(sum.abs() >= observed - slack);
        let turned = way.trailing_zeros() as usize;
        signs[turned] = -signs[turned];
        sum += 2.0 * signs[turned] * sizes[turned];
    }
    Some(f64::from(n_as_far) / f64::from(n_ways))
}

/// Whether 0 is ruled out: it lies outside the interval, which misses with probability `tails`, and of few
/// samples the exact test says so, too.
///
/// ```
/// assert!(melon::eval::exact::rules_out_zero([0.1, 0.5], None, 0.05));
/// assert!(!melon::eval::exact::rules_out_zero([0.1, 0.5], Some(2.0 / 32.0), 0.05));
/// ```
pub fn rules_out_zero([low, high]: [f64; 2], exact_p: Option<f64>, tails: f64) -> bool {
    (low > 0.0 || high < 0.0) && exact_p.is_none_or(|p| p <= tails)
}

/// `P(X >= k)` of a binomial `X` of `n` trials with probability `p`: the regularised incomplete beta
/// function `I_p(k, n - k + 1)`.
///
/// ```
/// // Four of four by a coin.
/// assert!((melon::eval::exact::at_least(4, 4, 0.5) - 1.0 / 16.0).abs() < 1e-12);
/// ```
pub fn at_least(k: usize, n: usize, p: f64) -> f64 {
    match k {
        0 => 1.0,
        k if k > n => 0.0,
        _ if p <= 0.0 => 0.0,
        _ if p >= 1.0 => 1.0,
        k => beta_reg(k as f64, (n - k + 1) as f64, p),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn every_way_to_give_signs_counts() {
        // Of 16 ways, |±1 ±2 ±3 ±4| >= 8 only with all alike, or with the 1 alone the other way.
        assert_eq!(randomisation(&[-1.0, 2.0, 3.0, 4.0]), Some(4.0 / 16.0));
        assert_eq!(randomisation(&[1.0, -1.0]), Some(1.0));
        assert_eq!(randomisation(&[0.0, 0.0, 2.0]), Some(1.0), "only one of them says anything");
        assert_eq!((randomisation(&[0.0; 5]), randomisation(&[1.0; 17])), (None, None));
        assert_eq!(randomisation(&[1.0; 16]), Some(2.0 / 65536.0));
    }

    #[test]
    fn the_gray_code_tries_what_plain_counting_tries() {
        let differences = [0.3, -1.2, 0.8, 0.45, -0.1, 2.0, 0.7];
        let observed: f64 = differences.iter().sum();
        let as_far = |way: u32| {
            let signed = differences.iter().enumerate().map(|(at, d)| if way >> at & 1 == 1 { -d } else { *d });
            signed.sum::<f64>().abs() >= observed.abs() - 1e-9
        };
        let n = (0..128).filter(|&way| as_far(way)).count();
        assert_eq!(randomisation(&differences), Some(n as f64 / 128.0));
    }

    #[test]
    fn binomial_tails_by_hand() {
        assert_relative_eq!(at_least(9, 10, 0.5), 11.0 / 1024.0, epsilon = 1e-12);
        assert_relative_eq!(at_least(1, 3, 0.2), 1.0 - 0.8f64.powi(3), epsilon = 1e-12);
        assert_eq!(
            [at_least(0, 5, 0.3), at_least(6, 5, 0.3), at_least(2, 5, 0.0), at_least(5, 5, 1.0)],
            [1.0, 0.0, 0.0, 1.0]
        );
    }
}
