//! What the page has made or opened, each under a name of its own; of many, the last ones.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The last `MOST` things that were put here; beyond, the oldest is forgotten.
pub(super) struct Shelf<T, const MOST: usize>(Mutex<Kept<T>>);

struct Kept<T> {
    /// How many were put here so far: the last one's number.
    n: usize,
    things: BTreeMap<usize, Arc<T>>,
}

impl<T, const MOST: usize> Default for Shelf<T, MOST> {
    fn default() -> Self {
        Shelf(Mutex::new(Kept { n: 0, things: BTreeMap::new() }))
    }
}

impl<T, const MOST: usize> Shelf<T, MOST> {
    /// Puts there what is made for its number, counted from 1.
    pub fn put(&self, make: impl FnOnce(usize) -> T) -> Arc<T> {
        let mut kept = self.kept();
        kept.n += 1;
        let number = kept.n;
        let thing = Arc::new(make(number));
        kept.things.insert(number, thing.clone());
        if kept.things.len() > MOST {
            kept.things.pop_first();
        }
        thing
    }

    /// The first for which this holds.
    pub fn find(&self, is_meant: impl Fn(&T) -> bool) -> Option<Arc<T>> {
        self.kept().things.values().find(|thing| is_meant(thing)).cloned()
    }

    fn kept(&self) -> MutexGuard<'_, Kept<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
