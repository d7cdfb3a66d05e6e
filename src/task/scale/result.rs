//! What the sizes show together.

use super::{LANDMARKS, ModelShape, SIZES, ScaleOptions, ScaleScores, SizeResult, SyntheticTask};
use crate::eval::power_law::{self, PowerLaw, Refusal};
use serde::Serialize;

/// The sizes that are done, and what they show.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scale {
    /// The options that the lab was run with.
    pub options: ScaleOptions,
    /// Steps of every size.
    pub iters: usize,
    /// The time in seconds from which the steps were computed; `None` where they were given.
    pub budget_secs: Option<f64>,
    /// How many sizes there are, done or not.
    pub n_sizes: usize,
    /// Those that are done, the smallest first.
    pub sizes: Vec<SizeReport>,
    /// How each measure rises, one a task; empty with fewer than two sizes.
    pub rises: Vec<Rises>,
    /// The loss over the parameters as a power law, or why there is none.
    #[serde(serialize_with = "law_or_refusal")]
    pub power_law: Result<PowerLaw, Refusal>,
    /// Parameter counts to see these sizes beside.
    pub landmarks: Vec<Landmark>,
}

/// A model with its number of parameters.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Landmark {
    /// What the model is called.
    pub name: &'static str,
    /// Numbers it has learned.
    pub n_params: f64,
}

/// What a model of one size has come to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SizeReport {
    /// Its blocks, heads and width.
    #[serde(flatten)]
    pub shape: ModelShape,
    /// Numbers it has learned.
    pub n_params: usize,
    /// Mean over all tokens of all held-out answers of `-ln p(token)`.
    pub loss_nats: f64,
    /// How well it does in each task.
    pub scores: Vec<TaskScores>,
}

/// One size on one task.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaskScores {
    /// The task whose answers are measured.
    pub task: SyntheticTask,
    /// The answers under three measures.
    #[serde(flatten)]
    pub scores: ScaleScores,
}

/// How the measures of one task rise from the smallest size to the largest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rises {
    /// The task whose measures rise.
    pub task: SyntheticTask,
    /// Of the share of answers that are right to the last token.
    pub exact_match: Rise,
    /// Of the share of tokens that are right.
    pub token_accuracy: Rise,
    /// Of `ln P(right answer)`, in nats an answer.
    pub log_prob: Rise,
}

/// How one measure rises.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rise {
    /// From the smallest size to the largest.
    pub total: f64,
    /// Whether the intervals of the smallest and the largest size leave a gap.
    pub is_sure: bool,
    /// The share of the whole rise that falls between two neighbouring sizes, where that is most.
    pub largest_step: f64,
    /// Those two, in parameters.
    pub between: [usize; 2],
}

/// Puts the sizes that are done together.
pub fn summarise(options: &ScaleOptions, iters: usize, budget_secs: Option<f64>, done: &[SizeResult]) -> Scale {
    let mut sizes: Vec<SizeReport> = done.iter().map(report).collect();
    sizes.sort_by_key(|size| size.n_params);
    let points: Vec<(f64, f64)> = sizes.iter().map(|size| (size.n_params as f64, size.loss_nats)).collect();
    let rises = |&task: &SyntheticTask| rises(task, &sizes);
    Scale {
        rises: if sizes.len() < 2 { Vec::new() } else { options.tasks.iter().map(rises).collect() },
        power_law: power_law::fit(&points),
        landmarks: LANDMARKS.map(|(name, n_params)| Landmark { name, n_params }).to_vec(),
        options: options.clone(),
        iters,
        budget_secs,
        n_sizes: SIZES.len(),
        sizes,
    }
}

fn report(done: &SizeResult) -> SizeReport {
    let all = || done.tasks.iter().flat_map(|task| &task.predictions);
    let n_tokens: usize = all().map(|prediction| prediction.n_tokens).sum();
    SizeReport {
        shape: done.shape,
        n_params: done.n_params,
        loss_nats: -all().map(|prediction| prediction.log_prob_nats).sum::<f64>() / n_tokens as f64,
        scores: (done.tasks.iter())
            .map(|task| TaskScores { task: task.task, scores: ScaleScores::of(&task.predictions) })
            .collect(),
    }
}

fn rises(task: SyntheticTask, sizes: &[SizeReport]) -> Rises {
    let of = |measure: fn(&ScaleScores) -> (f64, [f64; 2])| {
        let at = |size: &SizeReport| {
            let found = size.scores.iter().find(|scores| scores.task == task).expect("every size does every task");
            measure(&found.scores)
        };
        rise(&sizes.iter().map(|size| (size.n_params, at(size))).collect::<Vec<_>>())
    };
    Rises {
        task,
        exact_match: of(|s| (s.exact_match, s.exact_match_interval)),
        token_accuracy: of(|s| (s.token_accuracy, s.token_accuracy_interval)),
        log_prob: of(|s| (s.log_prob_nats, s.log_prob_interval)),
    }
}

/// Of `(n_params, (value, interval))`, at least two.
pub(super) fn rise(points: &[(usize, (f64, [f64; 2]))]) -> Rise {
    let (first, last) = (points[0].1, points[points.len() - 1].1);
    let total = last.0 - first.0;
    let steps = points.windows(2).map(|pair| (pair[1].1.0 - pair[0].1.0, [pair[0].0, pair[1].0]));
    let (step, between) = steps.fold((f64::NEG_INFINITY, [0, 0]), |best, one| if one.0 > best.0 { one } else { best });
    Rise { total, is_sure: last.1[0] > first.1[1], largest_step: if total > 0.0 { step / total } else { 0.0 }, between }
}

/// `{"factor":..}` or `{"refused":{..}}`.
fn law_or_refusal<S: serde::Serializer>(law: &Result<PowerLaw, Refusal>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Refused<'a> {
        refused: &'a Refusal,
    }
    match law {
        Ok(law) => law.serialize(serializer),
        Err(refused) => Refused { refused }.serialize(serializer),
    }
}
