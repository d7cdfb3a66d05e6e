//! The learning rate over time: a warm-up, then straight down (Bergsma et al., 2025).

use super::TrainOptions;

/// The learning rate of step `step`, counted from 0, of `N` in all with a warm-up of `W`:
///
/// ```text
/// max (step + 1) / (W + 1)                        step < W
/// min + (max - min) (N - step) / (N - W)          W <= step < N
/// min                                             N <= step
/// ```
pub fn learning_rate(options: &TrainOptions, step: usize) -> f32 {
    let (max, min) = (f64::from(options.learning_rate), f64::from(options.min_learning_rate));
    let (warmup, iters) = (options.warmup_iters, options.iters);
    let rate = if step < warmup {
        max * (step + 1) as f64 / (warmup + 1) as f64
    } else if step < iters {
        min + (max - min) * (iters - step) as f64 / (iters - warmup) as f64
    } else {
        min
    };
    rate as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn it_climbs_and_falls() {
        let options = TrainOptions {
            iters: 2000,
            warmup_iters: 100,
            learning_rate: 1e-3,
            min_learning_rate: 1e-4,
            ..TrainOptions::default()
        };
        let at = |step| learning_rate(&options, step);
        assert_relative_eq!(at(0), 1e-3 / 101.0);
        assert_relative_eq!(at(100), 1e-3);
        assert_relative_eq!(at(1050), 0.55e-3, epsilon = 1e-9); // half-way down
        assert_relative_eq!(at(2000), 1e-4);
        assert!((100..2000).all(|step| at(step + 1) <= at(step)));
    }

    #[test]
    fn a_run_shorter_than_its_warm_up_has_rates_too() {
        let options = TrainOptions { iters: 10, warmup_iters: 100, ..TrainOptions::default() };
        assert!((0..20).all(|step| learning_rate(&options, step) > 0.0));
    }
}
