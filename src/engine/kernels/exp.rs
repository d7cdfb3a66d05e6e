//! `e^x` without branches, so that a loop over it runs in SIMD registers.

/// `e^x` for `x <= 0`, within 2 units in the last place down to the smallest normal
/// number; below `x = -708` it stays at `e^-708`, about 3e-308.
///
/// `x = n ln 2 + r` with `|r| <= ln 2 / 2` (Cody and Waite, 1980), and `e^r` by its Taylor
/// polynomial of degree 13, whose remainder there is below 5e-18.
#[inline(always)]
pub fn exp_not_positive(x: f64) -> f64 {
    // Adding and subtracting 1.5 * 2^52 rounds to an integer, which the low bits then hold.
    const ROUND: f64 = 6_755_399_441_055_744.0;
    // ln 2 in two parts; the first has 11 trailing zero bits, so that n times it is exact.
    const LN2_HIGH: f64 = 0.693_147_180_369_123_8;
    const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
    let x = if x < -708.0 { -708.0 } else { x };
    let rounded = x * std::f64::consts::LOG2_E + ROUND;
    let n = rounded - ROUND;
    let r = (x - n * LN2_HIGH) - n * LN2_LOW;
    let scale = f64::from_bits(rounded.to_bits().wrapping_add(1023) << 52);
    taylor(r) * scale
}

#[cfg(test)]
fn scalar_exp_not_positive(x: f64) -> f64 {
    x.max(-708.0).exp()
}

/// `sum_k r^k / k!` for `k` up to 13, by Horner's rule.
#[inline(always)]
fn taylor(r: f64) -> f64 {
    const INVERSE_FACTORIALS: [f64; 14] = [
        1.0,
        1.0,
        0.5,
        1.0 / 6.0,
        1.0 / 24.0,
        1.0 / 120.0,
        1.0 / 720.0,
        1.0 / 5_040.0,
        1.0 / 40_320.0,
        1.0 / 362_880.0,
        1.0 / 3_628_800.0,
        1.0 / 39_916_800.0,
        1.0 / 479_001_600.0,
        1.0 / 6_227_020_800.0,
    ];
    let mut sum = INVERSE_FACTORIALS[13];
    let mut k = 13;
    while k > 0 {
        k -= 1;
        sum = sum * r + INVERSE_FACTORIALS[k];
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library() {
        for i in 0..=70_800 {
            let x = -f64::from(i) / 100.0;
            let (ours, exact) = (exp_not_positive(x), scalar_exp_not_positive(x));
            assert!((ours - exact).abs() <= 2.0 * f64::EPSILON * exact, "e^{x}: {ours} for {exact}");
        }
        assert_eq!(exp_not_positive(0.0), 1.0);
        assert!(exp_not_positive(f64::NEG_INFINITY) < 1e-307);
    }
}
