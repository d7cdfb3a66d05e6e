//! How the next token is chosen, as typed.

use crate::lm::sampling::{Sampling, Strategy, StrategyError};
use crate::rng::Seed;

/// Settings of the lot; without any the likeliest token is taken.
#[derive(Debug, clap::Args)]
pub(super) struct SamplingArgs {
    #[arg(long, value_name = "T")]
    temperature: Option<f64>,
    #[arg(long, value_name = "K")]
    top_k: Option<usize>,
    #[arg(long, value_name = "P")]
    top_p: Option<f64>,
    #[arg(long, value_name = "P")]
    min_p: Option<f64>,
    #[arg(long, conflicts_with_all = ["temperature", "top_k", "top_p", "min_p", "draw_seed"])]
    greedy: bool,
    #[arg(id = "draw_seed", long = "seed", value_name = "N")]
    seed: Option<u64>,
}

impl SamplingArgs {
    /// The strategy, checked.
    ///
    /// # Errors
    /// If a setting is out of range.
    pub fn strategy(&self) -> Result<Strategy, StrategyError> {
        let given = [self.temperature, self.top_p, self.min_p].iter().any(Option::is_some);
        if !given && self.top_k.is_none() && self.seed.is_none() {
            return Ok(Strategy::Greedy);
        }
        let strategy = Strategy::Sample(Sampling {
            temperature: self.temperature.unwrap_or(1.0),
            top_k: self.top_k,
            top_p: self.top_p,
            min_p: self.min_p,
        });
        strategy.check()?;
        Ok(strategy)
    }

    /// The seed of the draws.
    pub fn seed(&self) -> Seed {
        self.seed.map_or(Seed::default(), Seed)
    }
}
