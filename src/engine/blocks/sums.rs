//! Sums over rows, and how those of lanes are added up.

use std::collections::BTreeMap;
use std::sync::Mutex;

/// Sums over some rows, to which those over the rows behind them can be added.
pub trait Sums: Send {
    /// Adds the sums over later rows.
    fn absorb(&mut self, later: Self);
}

impl Sums for usize {
    fn absorb(&mut self, later: Self) {
        *self += later;
    }
}

/// Place by place, of lists of one length.
impl<S: Sums> Sums for Vec<S> {
    fn absorb(&mut self, later: Self) {
        self.iter_mut().zip(later).for_each(|(own, later)| own.absorb(later));
    }
}

/// All of them together; `None` of none.
pub fn total_of<S: Sums>(parts: impl IntoIterator<Item = S>) -> Option<S> {
    parts.into_iter().reduce(|mut total, part| {
        total.absorb(part);
        total
    })
}

/// Adds up lanes in their order, whatever order they are finished in.
pub struct InOrder<A> {
    /// Of the lanes that have no gap before them.
    pub total: A,
    next: usize,
    waiting: BTreeMap<usize, A>,
}

impl<A: Sums> InOrder<A> {
    /// A total that begins at `zero`, before the first lane.
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

/// The sums of one pass, kept a lane: lanes may be added to at the same time, each in its rows' order.
pub struct LaneSums<A, Z> {
    zero: Z,
    lanes: Vec<Mutex<Option<A>>>,
    total: Mutex<InOrder<A>>,
}

impl<A: Sums, Z: Fn() -> A + Sync> LaneSums<A, Z> {
    /// Nothing yet; the sums of each lane begin as `zero`.
    pub fn new(n_lanes: usize, zero: Z) -> Self {
        let total = Mutex::new(InOrder::new(zero()));
        LaneSums { zero, lanes: (0..n_lanes).map(|_| Mutex::new(None)).collect(), total }
    }

    /// Adds to the sums of a lane.
    pub fn add(&self, lane: usize, add: impl FnOnce(&mut A)) {
        let mut place = self.lanes[lane].lock().expect("no thread has panicked");
        add(place.get_or_insert_with(&self.zero));
    }

    /// That a lane has no more rows.
    pub fn end(&self, lane: usize) {
        let ended = self.lanes[lane].lock().expect("no thread has panicked").take();
        self.total.lock().expect("no thread has panicked").absorb(lane, ended.unwrap_or_else(&self.zero));
    }

    /// The sums over all lanes that have ended.
    pub fn total(self) -> A {
        self.total.into_inner().expect("no thread has panicked").total
    }
}
