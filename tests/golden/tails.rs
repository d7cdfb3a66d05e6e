//! Tails of distributions against R: `r_tails.R`.

use super::{numbers, parse};
use approx::assert_relative_eq;
use melon::eval::tail;

const GOLDEN: &str = include_str!("r_tails.json");

/// With a million degrees of freedom the beta function is a difference of logarithms near
/// 6e6, which leaves nine digits of its exponential.
fn tolerance(df: f64) -> f64 {
    if df < 1e5 { 1e-12 } else { 1e-8 }
}

#[test]
fn tails_keep_their_digits_however_small() {
    let golden = parse(GOLDEN);
    for case in golden["t"].as_array().unwrap().iter().map(numbers) {
        let p = tail::student_two_sided(case[0], case[1] as usize);
        assert_relative_eq!(p, case[2], max_relative = tolerance(case[1]));
    }
    for case in golden["f"].as_array().unwrap().iter().map(numbers) {
        let p = tail::fisher_upper(case[0], case[1] as usize, case[2] as usize);
        assert_relative_eq!(p, case[3], max_relative = tolerance(case[2]));
    }
    for case in golden["z"].as_array().unwrap().iter().map(numbers) {
        assert_relative_eq!(tail::normal_two_sided(case[0]), case[1], max_relative = 1e-12);
    }
}

#[test]
fn quantiles_of_t_reach_as_far_as_those_of_r() {
    for case in parse(GOLDEN)["t_975"].as_array().unwrap().iter().map(numbers) {
        assert_relative_eq!(tail::student_975(case[0] as usize), case[1], max_relative = tolerance(case[0]));
    }
}
