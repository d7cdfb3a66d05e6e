//! The choice of an optimiser, and what all of them work with.

use serde::{Deserialize, Serialize};

/// Which rule the matrices of linear layers follow; everything else always follows AdamW.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Optimizer {
    /// AdamW, as everything else does.
    #[default]
    AdamW,
    /// Muon: the gradient's running mean, made orthogonal.
    Muon,
}

impl Optimizer {
    /// What they are called on the command line and in files, in the order of the variants.
    pub const NAMES: [&'static str; 2] = ["adamw", "muon"];
}

impl std::str::FromStr for Optimizer {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "adamw" => Ok(Optimizer::AdamW),
            "muon" => Ok(Optimizer::Muon),
            _ => Err(()),
        }
    }
}

impl std::fmt::Display for Optimizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(Optimizer::NAMES[usize::from(*self == Optimizer::Muon)])
    }
}

/// What an optimiser remembers, one number a parameter each.
#[derive(Debug, Clone, PartialEq)]
pub struct Moments {
    /// The running mean of the gradient.
    pub mean: Vec<f32>,
    /// That of its square; stays 0 where Muon is followed.
    pub square: Vec<f32>,
}

impl Moments {
    /// Those of a run that has not begun: zeros.
    pub fn new(n_params: usize) -> Moments {
        Moments { mean: vec![0.0; n_params], square: vec![0.0; n_params] }
    }
}

/// How far to go in one step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// `lr`.
    pub(super) learning_rate: f32,
    /// `1 - lr wd`: what decays is multiplied by it.
    pub(super) shrink: f32,
    /// What the gradient is multiplied by.
    pub(super) scale: f32,
}

/// Neighbouring parameters, and what belongs to each.
pub(super) struct Stretch<'a> {
    pub(super) params: &'a mut [f32],
    pub(super) grads: &'a mut [f32],
    pub(super) means: &'a mut [f32],
    pub(super) squares: &'a mut [f32],
}

impl<'a> Stretch<'a> {
    /// The first `n` of them, which are then no longer among these.
    pub(super) fn split_off(&mut self, n: usize) -> Stretch<'a> {
        let of = |x: &mut &'a mut [f32]| x.split_off_mut(..n).expect("pieces of one plan");
        Stretch {
            params: of(&mut self.params),
            grads: of(&mut self.grads),
            means: of(&mut self.means),
            squares: of(&mut self.squares),
        }
    }
}
