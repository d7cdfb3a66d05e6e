//! Sums over samples, as they were read and as they are encoded: made here, or where the samples lie.

use super::part::SamplePart;
use crate::engine::{AggregateCall, AsNumbers, Sums, total_of};

/// What is added up. Samples are added one by one, so that it does not matter where parts end. As numbers it
/// is its arguments.
pub(super) trait PartAggregate: AsNumbers + Send + Sync {
    /// By which it is known where the samples lie.
    const NAME: &'static str;
    /// The sums over some samples; they come back as numbers from where the samples lie.
    type State: Sums + AsNumbers;

    /// The sums over no samples.
    fn zero(&self) -> Self::State;

    /// Adds the samples of `part` one by one.
    fn add(&self, state: &mut Self::State, part: &SamplePart);
}

/// The sums over one partition, where its samples are.
pub(super) trait PartSums: Send {
    /// The next samples of the partition.
    fn see(&mut self, part: &SamplePart);

    /// The sums as numbers, once all samples were seen.
    fn end(self: Box<Self>) -> Vec<f64>;
}

struct Summing<A: PartAggregate> {
    aggregate: A,
    state: A::State,
}

impl<A: PartAggregate> PartSums for Summing<A> {
    fn see(&mut self, part: &SamplePart) {
        self.aggregate.add(&mut self.state, part);
    }

    fn end(self: Box<Self>) -> Vec<f64> {
        self.state.to_numbers()
    }
}

/// Begins with one partition; `None` if the call cannot be understood.
pub(super) fn begin<A: PartAggregate + 'static>(call: &AggregateCall) -> Option<Box<dyn PartSums>> {
    let aggregate = A::of_numbers(&call.arguments)?;
    Some(Box::new(Summing { state: aggregate.zero(), aggregate }))
}

/// The sums over all partitions, from those of each in their order; `None` if they cannot be understood.
pub(super) fn merged<A: PartAggregate>(call: &AggregateCall, partitions: &[Vec<f64>]) -> Option<Vec<f64>> {
    let states = partitions.iter().map(|numbers| A::State::of_numbers(numbers)).collect::<Option<Vec<_>>>()?;
    let zero = || Some(A::of_numbers(&call.arguments)?.zero());
    total_of(states).or_else(zero).map(|total| total.to_numbers())
}
