//! Sums over rows, and how those of lanes are added up.

use std::collections::BTreeMap;

/// Sums over some rows, to which those over the rows behind them can be added.
pub trait Sums: Send {
    /// Adds the sums over later rows.
    fn absorb(&mut self, later: Self);
}

/// Adds up lanes in their order, whatever order they are finished in.
pub struct InOrder<A> {
    /// Of the lanes that have no gap before them.
    pub total: A,
    next: usize,
    waiting: BTreeMap<usize, A>,
}

impl<A: Sums> InOrder<A> {
    /// Nothing yet.
    pub fn new(zero: A) -> Self {
        InOrder { total: zero, next: 0, waiting: BTreeMap::new() }
    }

    /// Adds a lane as soon as all before it are added.
    pub fn absorb(&mut self, lane: usize, sums: A) {
        self.waiting.insert(lane, sums);
        while let Some(sums) = self.waiting.remove(&self.next) {
            self.total.absorb(sums);
            self.next += 1;
        }
    }
}
