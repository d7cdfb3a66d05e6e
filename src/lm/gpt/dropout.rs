//! Dropout (Srivastava et al., 2014), in its inverted form: what stays is scaled up in
//! training, so that nothing is left to do afterwards.
//!
//! ```text
//! forward     y  = x m,    m_i = 0 with probability p, else 1 / (1 - p)
//! backward    dx = dy m
//! ```

use rand::RngCore;

use crate::rng::Stream;

/// Drops each number with probability `p`.
///
/// ```
/// use melon::{lm::gpt::Dropout, rng::Seed};
/// let (mut x, mut mask) = ([1.0; 100], [1.0; 100]);
/// Dropout { p: 0.5 }.forward(&mut x, &mut mask, Some(&mut Seed(1).stream("dropout")));
/// assert!(x.iter().all(|&x| x == 0.0 || x == 2.0) && x.contains(&0.0) && x.contains(&2.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dropout {
    /// The probability, in `[0, 1)`.
    pub p: f32,
}

impl Dropout {
    /// Whether nothing is ever dropped.
    pub(crate) fn is_off(self) -> bool {
        self.p == 0.0
    }

    /// Makes room for the mask of `len` numbers: none where nothing is dropped.
    pub(crate) fn fit(self, mask: &mut Vec<f32>, len: usize) {
        mask.resize(if self.is_off() { 0 } else { len }, 1.0);
    }

    /// Draws a mask and multiplies `x` by it. Without an `rng` (outside training)
    /// nothing is dropped.
    pub fn forward(self, x: &mut [f32], mask: &mut [f32], rng: Option<&mut Stream>) {
        if !self.is_off() {
            mask.fill(1.0);
            self.apply(mask, rng);
            scale_by(x, mask);
        }
    }

    /// `dx = dy m`: in `room`, or `dy` itself where nothing is dropped.
    pub fn backward<'a>(self, dy: &'a [f32], mask: &[f32], room: &'a mut [f32]) -> &'a [f32] {
        if self.is_off() {
            return dy;
        }
        room.copy_from_slice(dy);
        scale_by(room, mask); // y = x m
        room
    }

    /// Multiplies `x` by a mask that nobody needs again.
    pub(crate) fn apply(self, x: &mut [f32], rng: Option<&mut Stream>) {
        if let Some(rng) = rng {
            let threshold = (f64::from(self.p) * 2f64.powi(32)) as u32;
            let scale = 1.0 / (1.0 - self.p);
            for pair in x.chunks_mut(2) {
                let bits = rng.next_u64();
                for (x, draw) in pair.iter_mut().zip([bits as u32, (bits >> 32) as u32]) {
                    *x *= if draw < threshold { 0.0 } else { scale };
                }
            }
        }
    }
}

fn scale_by(x: &mut [f32], factors: &[f32]) {
    x.iter_mut().zip(factors).for_each(|(x, m)| *x *= m);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Seed;

    #[test]
    fn it_drops_the_asked_share_and_keeps_the_mean() {
        let (n, p) = (100_000, 0.2);
        let dropout = Dropout { p };
        let (mut x, mut mask) = (vec![1.0; n], Vec::new());
        dropout.fit(&mut mask, n);
        dropout.forward(&mut x, &mut mask, Some(&mut Seed(1).stream("dropout")));
        let dropped = x.iter().filter(|&&x| x == 0.0).count() as f64 / n as f64;
        let deviation = (f64::from(p) * (1.0 - f64::from(p)) / n as f64).sqrt();
        assert!((dropped - f64::from(p)).abs() < 4.0 * deviation, "dropped {dropped}");
        assert!(x.iter().all(|&x| x == 0.0 || (x - 1.25).abs() < 1e-6));

        let (dy, mut room) = (vec![2.0; n], vec![0.0; n]);
        let dx = dropout.backward(&dy, &mask, &mut room);
        assert!(dx.iter().zip(&x).all(|(dx, x)| *dx == 2.0 * x));
    }

    #[test]
    fn nothing_is_dropped_outside_training() {
        let dropout = Dropout { p: 0.5 };
        let (mut x, mut mask) = (vec![3.0; 10], vec![1.0; 10]);
        dropout.forward(&mut x, &mut mask, None);
        assert_eq!(x, [3.0; 10]);
    }
}
