//! Who is ahead, and where that changes: differences within splits.
//!
//! At each size the mean over the splits of (error of the other - error of the reference)
//! gets an interval by Student's t, which allows for the luck of the splits and of the table
//! (`tested_rows`): else a verdict would turn with the table. The intervals hold *together*: each is made at
//! `0.05 / n_sizes` (Bonferroni), so that among all sizes of a pair a lead that is not
//! there is seen once in twenty experiments at most.

use super::CurveModel;
use super::ahead::Ahead;
use super::measure::SplitResult;
use super::settled::Draws;
use super::splits::SplitPlan;
use super::tested_rows::TestedRows;
use crate::eval::{exact, interval};
use serde::Serialize;

/// Two models on the same splits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pair {
    /// The one that the other is compared with.
    pub reference: CurveModel,
    /// The model that is compared with it.
    pub other: CurveModel,
    /// The differences in error, one a size.
    pub points: Vec<PairPoint>,
    /// Where the lead changes, as far as that is sure; empty if it never does.
    pub turns: Vec<LeadChange>,
    /// Which of them settles with fewer samples, where the splits, drawn again, agree.
    pub settles_sooner: Ahead,
}

/// The difference at one size.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairPoint {
    /// How many samples both learned from.
    pub size: usize,
    /// Mean of error(other) - error(reference).
    pub difference: f64,
    /// Its interval, one of a set that holds together at 95 %.
    pub interval: [f64; 2],
    /// Which of both is surely ahead at this size, if one is.
    pub ahead: Ahead,
}

/// The lead changes between two sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LeadChange {
    /// The last size at which the one that falls behind was surely ahead.
    pub from_size: usize,
    /// The first size at which the one that takes over is surely ahead.
    pub to_size: usize,
    /// Which of the two is ahead from there on.
    pub ahead: Ahead,
}

/// The differences of two models at one size.
#[derive(Debug)]
struct Differences {
    size: usize,
    /// One a split.
    each: Vec<f64>,
    /// The variance of their mean that comes from the table, which all splits share.
    variance_of_table: f64,
}

/// The reference against each other model; `splits[split][size][model]`.
pub fn all(models: &[CurveModel], plan: &SplitPlan, splits: &[Vec<Vec<SplitResult>>], draws: &Draws) -> Vec<Pair> {
    let reference = CurveModel::reference(models);
    let others = (0..models.len()).filter(|&other| other != reference);
    let tested = TestedRows::of(plan, splits.len());
    let pair = |other: usize| {
        let differences = |(i, &size): (usize, &usize)| {
            let of = |split: usize| (&splits[split][i][other], &splits[split][i][reference]);
            let error = |(one, zero): (&SplitResult, &SplitResult)| one.error(plan.n_test) - zero.error(plan.n_test);
            let at = |split, place| of(split).0.error_at(place) - of(split).1.error_at(place);
            let each = (0..splits.len()).map(|split| error(of(split))).collect();
            Differences { size, each, variance_of_table: tested.variance_of_mean(at) }
        };
        let points = points(&plan.sizes.iter().enumerate().map(differences).collect::<Vec<_>>());
        let settles_sooner = draws.sooner(reference, other);
        Pair { reference: models[reference], other: models[other], turns: turns(&points), points, settles_sooner }
    };
    others.map(pair).collect()
}

/// The means, each with its interval.
fn points(differences: &[Differences]) -> Vec<PairPoint> {
    let tails = 0.05 / differences.len() as f64;
    let point = |Differences { size, each, variance_of_table }: &Differences| {
        let (difference, interval) = interval::mean_beside(each, *variance_of_table, tails);
        // Two splits that happen to agree have no spread, and prove nothing.
        let ahead = match exact::rules_out_zero(interval, exact::randomisation(each), tails) {
            true if difference > 0.0 => Ahead::Reference,
            true => Ahead::Other,
            false => Ahead::Unsure,
        };
        // A difference of shares cannot leave [-1, 1], whatever Student says of few splits.
        PairPoint { size: *size, difference, interval: interval.map(|end| end.clamp(-1.0, 1.0)), ahead }
    };
    differences.iter().map(point).collect()
}

/// Every change from one sure lead to the next.
fn turns(points: &[PairPoint]) -> Vec<LeadChange> {
    let sure: Vec<&PairPoint> = points.iter().filter(|point| point.ahead != Ahead::Unsure).collect();
    let changes = sure.windows(2).filter(|pair| pair[0].ahead != pair[1].ahead);
    changes.map(|pair| LeadChange { from_size: pair[0].size, to_size: pair[1].size, ahead: pair[1].ahead }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Seed;
    use rand::Rng;

    /// Differences of this mean with noise of standard deviation 0.02, at doubling sizes.
    fn curves(means: &[f64]) -> Vec<PairPoint> {
        of_table(means, 0.0)
    }

    fn of_table(means: &[f64], variance_of_table: f64) -> Vec<PairPoint> {
        let mut random = Seed(7).stream("test");
        let mut noisy = |mean: f64| (0..100).map(|_| mean + 0.0693 * (random.r#gen::<f64>() - 0.5)).collect();
        let at = |(i, &mean): (usize, &f64)| Differences { size: 10 << i, each: noisy(mean), variance_of_table };
        points(&means.iter().enumerate().map(at).collect::<Vec<_>>())
    }

    fn split_by_split(each: &[f64]) -> Vec<PairPoint> {
        points(&[Differences { size: 5, each: each.to_vec(), variance_of_table: 0.0 }])
    }

    #[test]
    fn a_crossing_is_found_between_the_sizes_that_are_sure() {
        let points = curves(&[0.05, 0.03, 0.0, -0.02, -0.03]);
        assert_eq!(turns(&points), [LeadChange { from_size: 20, to_size: 80, ahead: Ahead::Other }]);
        assert_eq!(points[2].ahead, Ahead::Unsure);
    }

    #[test]
    fn without_a_crossing_there_is_none() {
        assert_eq!(turns(&curves(&[0.05, 0.04, 0.03, 0.03])), []);
        assert_eq!(turns(&curves(&[0.0, 0.0, 0.0, 0.0])), []);
        assert_eq!(turns(&curves(&[0.03, 0.02, 0.001, -0.001])), [], "a change of sign within the noise is none");
    }

    #[test]
    fn two_changes_are_two() {
        let found = turns(&curves(&[0.05, -0.05, 0.05]));
        assert_eq!(found.iter().map(|turn| turn.ahead).collect::<Vec<_>>(), [Ahead::Other, Ahead::Reference]);
    }

    #[test]
    fn a_difference_of_shares_stays_within_one() {
        let points = split_by_split(&[0.9, -0.8]);
        assert_eq!(points[0].interval, [-1.0, 1.0], "two splits show nothing");
        let agreed = split_by_split(&[0.2, 0.2]);
        assert_eq!(agreed[0].ahead, Ahead::Unsure, "not even if they agree");
    }

    #[test]
    fn models_that_always_answer_alike_are_never_ahead() {
        let points = split_by_split(&[0.0; 10]);
        assert!(points.iter().all(|point| point.ahead == Ahead::Unsure && point.interval == [0.0, 0.0]));
    }

    #[test]
    fn what_the_table_leaves_open_no_number_of_splits_decides() {
        let certain = |variance: f64| of_table(&[0.02], variance)[0].ahead;
        assert_eq!(
            [0.0, 0.005f64.powi(2), 0.02f64.powi(2)].map(certain),
            [Ahead::Reference, Ahead::Reference, Ahead::Unsure]
        );
        let [low, high] = of_table(&[0.02], 0.02f64.powi(2))[0].interval;
        assert!(low < 0.0 && high > 0.05, "{low} {high}");
    }
}
