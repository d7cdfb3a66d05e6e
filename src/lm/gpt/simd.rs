//! Element-wise kernels, eight lanes at a time on whatever the CPU offers.
//!
//! [`vectorised!`] compiles the loop that it is given once for each instruction set and picks
//! one at run time; the loop itself stays plain Rust. A sum is the exception, since the
//! compiler may not reorder it: [`sum`] and [`dot`] spell out their lanes, and with them
//! the one order of additions that every machine follows.
//!
//! Below each kernel stands what it computes as one would write it down first, for the tests.

/// How many partial sums a reduction keeps.
const LANES: usize = 16;

/// Runs an expression, often a loop, with the widest vector instructions of this CPU. Whatever
/// it calls must be `#[inline(always)]` to share in them: code that stays outside is compiled
/// for the oldest machine, and a `mul_add` in it becomes a slow call.
macro_rules! vectorised {
    ($kernel:expr) => {{
        let once = $crate::lm::gpt::simd::Once;
        pulp::Arch::new().dispatch(
            #[inline(always)]
            || {
                let _once = once;
                $kernel
            },
        )
    }};
}
pub(crate) use vectorised;

/// What a closure that gives it away can be called with once only. A closure that could be called again is called
/// through a function of the compiler's, which is inlined where it is small, and a kernel is not.
pub(crate) struct Once;

/// `e^x`, within 2 units in the last place over the range of normal `f32` (Cephes, Moshier).
///
/// ```text
/// n = round(x / ln 2),   r = x - n ln 2,   e^x = 2^n e^r,   e^r by a polynomial on |r| <= ln 2 / 2
/// ```
///
/// Below -87.3 it stays at the smallest normal number, above 88 at about 2^127: never 0, never infinite.
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    /// `1.5 * 2^23`: adding it rounds to an integer, which then sits in the low bits.
    const ROUND: f32 = 12_582_912.0;
    /// `ln 2` in two parts, the first with so few bits that `n LN2_HIGH` is exact.
    const LN2_HIGH: f32 = 0.693_359_4;
    const LN2_LOW: f32 = -2.121_944_4e-4;
    let x = x.clamp(-87.3, 88.0);
    let rounded = x * std::f32::consts::LOG2_E + ROUND;
    let n = rounded - ROUND;
    let r = (x - n * LN2_HIGH) - n * LN2_LOW;
    let p = 1.987_569_1e-4;
    let p = p * r + 1.398_199_9e-3;
    let p = p * r + 8.333_452e-3;
    let p = p * r + 4.166_579_6e-2;
    let p = p * r + 1.666_666_5e-1;
    let p = p * r + 0.5;
    let power = rounded.to_bits().wrapping_sub(ROUND.to_bits()).wrapping_add(127) << 23;
    (p * r * r + r + 1.0) * f32::from_bits(power)
}

#[cfg(test)]
fn scalar_exp(x: f32) -> f32 {
    f64::from(x).exp() as f32
}

/// `a b + c`, rounded once. WebAssembly has no such instruction, so it goes by way of 64 bits: there the product is exact,
/// and that the sum is rounded twice shows once in about 2^29 times. So a page reads a text as the program does.
#[inline(always)]
pub(crate) fn mul_add(a: f32, b: f32, c: f32) -> f32 {
    if cfg!(target_family = "wasm") { (f64::from(a) * f64::from(b) + f64::from(c)) as f32 } else { a.mul_add(b, c) }
}

/// `sum_i x_i` in a fixed order.
#[inline(always)]
pub(crate) fn sum(x: &[f32]) -> f32 {
    let mut lanes = [0.0; LANES];
    let chunks = x.chunks_exact(LANES);
    let rest: f32 = chunks.remainder().iter().sum();
    for chunk in chunks {
        for lane in 0..LANES {
            lanes[lane] += chunk[lane];
        }
    }
    fold(lanes) + rest
}

#[cfg(test)]
fn scalar_sum(x: &[f32]) -> f32 {
    x.iter().sum()
}

/// `sum_i x_i y_i` in a fixed order.
#[inline(always)]
pub(crate) fn dot(x: &[f32], y: &[f32]) -> f32 {
    let mut lanes = [0.0; LANES];
    let (xs, ys) = (x.chunks_exact(LANES), y.chunks_exact(LANES));
    let rest: f32 = xs.remainder().iter().zip(ys.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in xs.zip(ys) {
        for lane in 0..LANES {
            lanes[lane] = mul_add(a[lane], b[lane], lanes[lane]);
        }
    }
    fold(lanes) + rest
}

#[cfg(test)]
fn scalar_dot(x: &[f32], y: &[f32]) -> f32 {
    x.iter().zip(y).map(|(x, y)| x * y).sum()
}

/// The largest entry; `-inf` of none. A NaN is passed over.
#[inline(always)]
pub(crate) fn max(x: &[f32]) -> f32 {
    let larger = |a: f32, b: f32| if b > a { b } else { a };
    let mut lanes = [f32::NEG_INFINITY; LANES];
    let chunks = x.chunks_exact(LANES);
    let rest = chunks.remainder().iter().copied().fold(f32::NEG_INFINITY, larger);
    for chunk in chunks {
        for lane in 0..LANES {
            lanes[lane] = larger(lanes[lane], chunk[lane]);
        }
    }
    lanes.into_iter().fold(rest, larger)
}

#[cfg(test)]
fn scalar_max(x: &[f32]) -> f32 {
    x.iter().copied().fold(f32::NEG_INFINITY, f32::max)
}

/// Turns a row of logits into probabilities in place and returns `ln sum_i e^(x_i)`.
///
/// ```text
/// p_i = e^(x_i - max) / sum_j e^(x_j - max)
/// ```
#[inline(always)]
pub(crate) fn softmax(row: &mut [f32]) -> f32 {
    let largest = max(row);
    for x in &mut *row {
        *x = exp(*x - largest);
    }
    let total = sum(row);
    let scale = 1.0 / total;
    for x in row {
        *x *= scale;
    }
    largest + total.ln()
}

#[cfg(test)]
fn scalar_softmax(row: &[f32]) -> Vec<f32> {
    let powers: Vec<f64> = row.iter().map(|&x| f64::from(x).exp()).collect();
    powers.iter().map(|power| (power / powers.iter().sum::<f64>()) as f32).collect()
}

/// `y += x`.
pub(crate) fn add(y: &mut [f32], x: &[f32]) {
    vectorised!(add_row(y, x));
}

/// `y += x`, inside a loop that is vectorised as a whole.
#[inline(always)]
pub(crate) fn add_row(y: &mut [f32], x: &[f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += x;
    }
}

/// Adds the lanes two by two: 16, 8, 4, 2, 1.
#[inline(always)]
fn fold(mut lanes: [f32; LANES]) -> f32 {
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            lanes[lane] += lanes[lane + half];
        }
        half /= 2;
    }
    lanes[0]
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn exp_agrees_with_the_exact_one_over_the_whole_range() {
        for x in (-87_000..88_000).map(|i| i as f32 / 1000.0) {
            assert_relative_eq!(exp(x), scalar_exp(x), epsilon = 0.0, max_relative = 3e-7);
        }
        assert_eq!(exp(0.0), 1.0);
        assert!(exp(-1e9) < 2e-38 && exp(1e9).is_finite());
    }

    #[test]
    fn exp_keeps_nan() {
        assert!(exp(f32::NAN).is_nan());
    }

    #[test]
    fn reductions_agree_with_plain_loops_at_every_length() {
        for n in 0..70 {
            let x: Vec<f32> = (0..n).map(|i| ((i * 37 % 19) as f32 - 9.0) / 7.0).collect();
            let y: Vec<f32> = (0..n).map(|i| ((i * 11 % 23) as f32 - 11.0) / 5.0).collect();
            assert_relative_eq!(sum(&x), scalar_sum(&x), epsilon = 1e-4);
            assert_relative_eq!(dot(&x, &y), scalar_dot(&x, &y), epsilon = 1e-4);
            assert_eq!(max(&x), scalar_max(&x));
            let mut probabilities = x.clone();
            softmax(&mut probabilities);
            assert_relative_eq!(&probabilities[..], &scalar_softmax(&x)[..], epsilon = 0.0, max_relative = 1e-5);
        }
    }

    #[test]
    fn softmax_survives_large_logits() {
        let mut row = vec![1000.0, 1000.0, -1000.0];
        assert_relative_eq!(softmax(&mut row), 1000.0 + 2f32.ln());
        assert_relative_eq!(row[0], 0.5);
    }
}
