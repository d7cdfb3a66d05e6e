//! A batch cut into shards that are worked on at once.
//!
//! Each shard goes forward and backward through the whole model on one thread, into a
//! gradient of its own; the gradients are then added up in the order of the shards. The cut
//! is a setting of the run, so that one thread and many do the same additions in the same
//! order.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::{Batch, ExampleSource};
use crate::lm::gpt::simd::{add, dot, vectorised};
use crate::lm::gpt::{Gpt, Workspace};
use crate::rng::{Seed, Stream};

/// Parameters that one task adds up. The norm is summed block by block: this number is part
/// of what the result depends on.
const CHUNK: usize = 1 << 15;

/// All shards of a batch, with their room.
#[derive(Debug)]
pub(super) struct Shards {
    shards: Vec<Shard>,
    /// The squared norm of the gradient, chunk by chunk.
    squares: Vec<f64>,
}

#[derive(Debug, Default)]
struct Shard {
    batch: Batch,
    ws: Workspace,
    grads: Vec<f32>,
    sum: LossSum,
}

/// A sum of losses, and over how many tokens.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct LossSum {
    pub(super) nats: f64,
    pub(super) n_targets: usize,
}

impl LossSum {
    /// Nats a token.
    pub(super) fn mean(self) -> f64 {
        self.nats / self.n_targets as f64
    }

    pub(super) fn add(&mut self, other: LossSum) {
        self.nats += other.nats;
        self.n_targets += other.n_targets;
    }
}

/// Names the random streams of dropout: the seed, the step and the batch within it.
#[derive(Debug, Clone, Copy)]
pub(super) struct DropoutStreams {
    pub(super) seed: Seed,
    pub(super) step: usize,
    pub(super) micro_batch: usize,
}

impl DropoutStreams {
    fn of_shard(self, shard: usize) -> Stream {
        self.seed.stream(&format!("train/dropout/{}/{}/{shard}", self.step, self.micro_batch))
    }
}

impl Shards {
    /// Room for `n_shards`, or fewer if the batches are smaller.
    pub(super) fn new(gpt: &Gpt, n_shards: usize, batch_size: usize) -> Shards {
        let shard = || Shard { grads: vec![0.0; gpt.n_params()], ..Shard::default() };
        Shards { shards: (0..n_shards.min(batch_size)).map(|_| shard()).collect(), squares: Vec::new() }
    }

    /// Adds the gradient of the summed loss of `examples` to the shards' own.
    pub(super) fn forward_backward(
        &mut self,
        gpt: &Gpt,
        params: &[f32],
        source: &dyn ExampleSource,
        examples: &[usize],
        dropout: DropoutStreams,
    ) -> LossSum {
        let drops = gpt.config().dropout > 0.0;
        self.for_each(examples, |i, shard, examples| {
            source.fill(examples, &mut shard.batch);
            let mut rng = drops.then(|| dropout.of_shard(i));
            let Shard { batch, ws, grads, sum } = shard;
            sum.nats += gpt.loss_and_grads(params, batch.examples(), ws, grads, rng.as_mut());
            sum.n_targets += batch.n_targets();
        })
    }

    /// The summed loss of `examples`, at most `at_once` of them in memory in each shard; `None`
    /// if it is over before.
    pub(super) fn evaluate(
        &mut self,
        gpt: &Gpt,
        params: &[f32],
        source: &dyn ExampleSource,
        examples: &[usize],
        at_once: usize,
        is_over: fn() -> bool,
    ) -> Option<LossSum> {
        let is_cut = AtomicBool::new(false);
        let sum = self.for_each(examples, |_, shard, examples| {
            for some in examples.chunks(at_once) {
                if is_over() {
                    return is_cut.store(true, Ordering::Relaxed);
                }
                source.fill(some, &mut shard.batch);
                shard.sum.nats += gpt.loss(params, shard.batch.examples(), &mut shard.ws);
                shard.sum.n_targets += shard.batch.n_targets();
            }
        });
        (!is_cut.into_inner()).then_some(sum)
    }

    /// Drops the gradient of a step that is not taken.
    pub(super) fn forget(&mut self) {
        self.shards.par_iter_mut().for_each(|shard| shard.grads.fill(0.0));
    }

    /// The total gradient, and its norm. The other shards' are zero afterwards.
    pub(super) fn total_gradient(&mut self) -> (&mut [f32], f64) {
        let (first, rest) = self.shards.split_first_mut().expect("at least one shard");
        for shard in rest {
            let pairs = first.grads.par_chunks_mut(CHUNK).zip(shard.grads.par_chunks_mut(CHUNK));
            pairs.for_each(|(total, part)| {
                add(total, part);
                part.fill(0.0);
            });
        }
        let squares = first.grads.par_chunks(CHUNK).map(|g| f64::from(vectorised!(dot(g, g))));
        squares.collect_into_vec(&mut self.squares);
        (&mut first.grads, self.squares.iter().sum::<f64>().sqrt())
    }

    /// Cuts `examples` into one run for each shard, works on all, and adds up their losses in order.
    fn for_each(&mut self, examples: &[usize], work: impl Fn(usize, &mut Shard, &[usize]) + Sync) -> LossSum {
        let (n, n_shards) = (examples.len(), self.shards.len());
        let run = |i: usize, shard: &mut Shard| {
            shard.sum = LossSum::default();
            let own = &examples[i * n / n_shards..(i + 1) * n / n_shards];
            if !own.is_empty() {
                work(i, shard, own);
            }
        };
        match self.shards.as_mut_slice() {
            [alone] => run(0, alone), // a tiny model takes less time than waking a thread
            many => many.par_iter_mut().enumerate().for_each(|(i, shard)| run(i, shard)),
        }
        let mut total = LossSum::default();
        self.shards.iter().for_each(|shard| total.add(shard.sum));
        total
    }
}
