//! Whether two splits are equally good: decided by their counts, not by the last digit of a
//! logarithm.
//!
//! With whole counts `n_vk`, the gain times the number of samples is
//!
//! ```text
//! n log n - sum_k n_k log n_k - sum_v (n_v log n_v - sum_k n_vk log n_vk)
//! ```
//!
//! and each `n log n` is a whole multiple of logarithms of primes. As every number is a product
//! of primes in one way only, two such sums are equal if each prime has the same multiple in
//! both. Gain ratios are compared crosswise, as products of two such sums; Gini indices are
//! fractions. Shares of samples (missing values) are not whole: there, values closer than
//! rounding can set them apart count as equal.

use super::impurity::Division;
use super::options::Criterion;
use std::collections::BTreeMap;

/// Values that differ by less, relatively, are looked at closely.
pub const CLOSE: f64 = 1e-9;

/// How many times the logarithm of each prime.
type Logs = BTreeMap<u64, i128>;

/// Whether `a` and `b`, splits of the same samples whose values are close, are equally good.
pub fn equally_good(a: &Division, b: &Division, criterion: Criterion) -> bool {
    let (Some(whole_a), Some(whole_b)) = (whole(a), whole(b)) else { return true };
    match criterion {
        Criterion::Gain => information(&whole_a) == information(&whole_b),
        Criterion::GainRatio => {
            let across = |a: &[Vec<u64>], b: &[Vec<u64>]| product(&information(a), &intrinsic(b), n_known(a));
            across(&whole_a, &whole_b) == across(&whole_b, &whole_a)
        }
        // Where the fractions are too long for 128 bits, closeness has to do.
        Criterion::Gini => match (purity(&whole_a), purity(&whole_b)) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        },
    }
}

/// The counts, if all are whole.
fn whole(division: &Division) -> Option<Vec<Vec<u64>>> {
    let count = |weight: &f64| (weight.fract() == 0.0).then_some(*weight as u64);
    division.children.iter().map(|child| child.iter().map(count).collect()).collect()
}

fn n_known(counts: &[Vec<u64>]) -> i128 {
    i128::from(counts.iter().flatten().sum::<u64>())
}

fn sums(counts: &[Vec<u64>]) -> Vec<u64> {
    counts.iter().map(|child| child.iter().sum()).collect()
}

fn by_class(counts: &[Vec<u64>]) -> Vec<u64> {
    let n_classes = counts.first().map_or(0, Vec::len);
    (0..n_classes).map(|class| counts.iter().map(|child| child[class]).sum()).collect()
}

/// Adds `times * n log n`.
fn add(logs: &mut Logs, n: u64, times: i128) {
    let (mut rest, mut prime) = (n, 2);
    while rest > 1 {
        while rest % prime == 0 {
            *logs.entry(prime).or_default() += times * i128::from(n);
            rest /= prime;
        }
        prime = if prime * prime > rest && rest > 1 { rest } else { prime + 1 };
    }
}

fn without_zeros(mut logs: Logs) -> Logs {
    logs.retain(|_, times| *times != 0);
    logs
}

/// The gain times the number of all samples.
fn information(counts: &[Vec<u64>]) -> Logs {
    let mut logs = intrinsic(counts);
    by_class(counts).into_iter().for_each(|n| add(&mut logs, n, -1));
    counts.iter().flatten().for_each(|&n| add(&mut logs, n, 1));
    without_zeros(logs)
}

/// The intrinsic value times the number of known samples: `n log n - sum_v n_v log n_v`.
fn intrinsic(counts: &[Vec<u64>]) -> Logs {
    let mut logs = Logs::new();
    let children = sums(counts);
    add(&mut logs, children.iter().sum(), 1);
    children.into_iter().for_each(|n| add(&mut logs, n, -1));
    without_zeros(logs)
}

/// The product of two sums of logarithms, times `factor`: how many times each product of two.
fn product(a: &Logs, b: &Logs, factor: i128) -> BTreeMap<(u64, u64), i128> {
    let mut products = BTreeMap::new();
    for (&p, &times_p) in a {
        for (&q, &times_q) in b {
            *products.entry((p.min(q), p.max(q))).or_default() += times_p * times_q * factor;
        }
    }
    products.retain(|_, times| *times != 0);
    products
}

/// `sum_v sum_k n_vk² / n_v - sum_k n_k² / n`: the decrease of the Gini index times the number
/// of all samples, as a fraction in its lowest terms.
fn purity(counts: &[Vec<u64>]) -> Option<(i128, i128)> {
    let all = by_class(counts);
    let parts = counts.iter().map(|child| (child, 1)).chain([(&all, -1)]);
    let mut sum = (0, 1);
    for (classes, sign) in parts {
        let n: u64 = classes.iter().sum();
        let squares = classes.iter().map(|&n| i128::from(n) * i128::from(n)).sum::<i128>();
        if n > 0 {
            sum = plus(sum, (sign * squares, i128::from(n)))?;
        }
    }
    Some(sum)
}

fn plus((a, b): (i128, i128), (c, d): (i128, i128)) -> Option<(i128, i128)> {
    let numerator = a.checked_mul(d)?.checked_add(c.checked_mul(b)?)?;
    let denominator = b.checked_mul(d)?;
    let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()) as i128;
    Some((numerator / divisor, denominator / divisor))
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [Criterion; 3] = [Criterion::Gain, Criterion::GainRatio, Criterion::Gini];

    fn division(children: &[&[u64]]) -> Division {
        let children: Vec<Vec<f64>> = children.iter().map(|child| child.iter().map(|&n| n as f64).collect()).collect();
        Division { total: children.iter().flatten().sum(), children }
    }

    #[test]
    fn colour_and_navel_of_the_book_s_training_rows_tie_exactly() {
        // Table 4.2's rows 1, 2, 3, 6, 7, 10, 14-17, (ripe, not): green, dark, pale; hollow, slightly, flat.
        let (color, navel) = (division(&[&[2, 2], &[3, 1], &[0, 2]]), division(&[&[3, 1], &[2, 2], &[0, 2]]));
        assert!(ALL.iter().all(|&criterion| equally_good(&color, &navel, criterion)));
        assert!((color.weighted_entropy() - 0.7245).abs() < 5e-5 && (color.gini_index() - 0.35).abs() < 1e-15);
    }

    #[test]
    fn what_is_equal_for_a_reason_other_than_order_is_found() {
        // 1/4 of 8 samples set apart by one pure child, or by two.
        let (one, two) = (division(&[&[2, 0], &[3, 3]]), division(&[&[1, 0], &[1, 0], &[3, 3]]));
        assert!(equally_good(&one, &two, Criterion::Gain) && equally_good(&one, &two, Criterion::Gini));
        assert!(!equally_good(&one, &two, Criterion::GainRatio), "the ratio punishes many children");
        let other = division(&[&[3, 1], &[2, 2]]);
        assert!(ALL.iter().all(|&criterion| !equally_good(&one, &other, criterion)));
    }

    proptest! {
        #[test]
        fn exact_ties_are_close_and_far_values_are_no_ties(
            samples in proptest::collection::vec((0usize..2, 0usize..3, 0usize..3), 4..12),
        ) {
            // The same samples, divided by one feature and by another.
            let by = |child_of: fn(&(usize, usize, usize)) -> usize| {
                let mut children = [[0u64; 2]; 3];
                samples.iter().for_each(|sample| children[child_of(sample)][sample.0] += 1);
                division(&[&children[0], &children[1], &children[2]])
            };
            let (a, b) = (by(|sample| sample.1), by(|sample| sample.2));
            prop_assume!(a.divides() && b.divides());
            let close = |x: f64, y: f64| (x - y).abs() < 1e-12;
            prop_assert_eq!(equally_good(&a, &b, Criterion::Gain), close(a.gain(), b.gain()));
            prop_assert_eq!(equally_good(&a, &b, Criterion::Gini), close(a.gini_index(), b.gini_index()));
            let ratio = |d: &Division| d.gain_ratio().unwrap();
            prop_assert_eq!(equally_good(&a, &b, Criterion::GainRatio), close(ratio(&a), ratio(&b)));
        }
    }
}
