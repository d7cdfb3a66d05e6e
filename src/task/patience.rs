//! Whether anybody still waits for an answer.
//!
//! A fit does not say how far it has come. Between two of them, in every fold and every split, it
//! is asked whether to go on. Whoever does not say whether she waits, waits for ever: nothing is
//! given up on the command line.

use super::TaskError;
use std::cell::RefCell;
use std::sync::Arc;

/// Says whether anybody still waits; asked from any thread.
pub type Waits = Arc<dyn Fn() -> bool + Send + Sync>;

thread_local! {
    static WAITS: RefCell<Option<Waits>> = const { RefCell::new(None) };
}

/// Does `work`, which ends with [`TaskError::GivenUp`] once nobody waits.
pub fn while_waiting<T>(waits: Waits, work: impl FnOnce() -> T) -> T {
    /// Puts back what was there, even if the work panics.
    struct Before(Option<Waits>);
    impl Drop for Before {
        fn drop(&mut self) {
            WAITS.set(self.0.take());
        }
    }
    let _before = Before(WAITS.replace(Some(waits)));
    work()
}

/// What was said on this thread, to be asked on any other.
#[derive(Clone)]
pub(super) struct Patience(Option<Waits>);

impl Patience {
    /// Of the work that is done on this thread.
    pub fn here() -> Patience {
        Patience(WAITS.with_borrow(Clone::clone))
    }

    /// Goes on while anybody waits.
    ///
    /// # Errors
    /// Nobody does.
    pub fn check(&self) -> Result<(), TaskError> {
        match &self.0 {
            Some(waits) if !waits() => Err(TaskError::GivenUp),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Builtin, Dataset, Goal, Selection, select};
    use crate::task::classify::{ClassifyOptions, classify};
    use crate::task::cluster::{ClusterOptions, cluster};
    use crate::task::compare::{CompareOptions, compare};
    use crate::task::curve::{CurveOptions, curve};
    use crate::task::regress::{RegressOptions, regress};
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Each of them asks, more than once, and ends when nobody waits any more.
    #[test]
    fn every_task_on_a_table_can_be_given_up() {
        let data = |builtin: Builtin, goal| -> Dataset {
            select(builtin.table(None, Default::default()), &Selection::default(), goal).unwrap()
        };
        let melons = data(Builtin::Melons, Goal::Classify);
        let numbers = data(Builtin::Watermelon4, Goal::Cluster);
        let sizes = Selection { target: Some("含糖率".to_owned()), ..Selection::default() };
        let sizes = select(Builtin::Watermelon3Alpha.table(None, Default::default()), &sizes, Goal::Regress).unwrap();
        type Task<'t> = Box<dyn Fn() -> Result<(), TaskError> + 't>;
        let tasks: [(&str, Task); 5] = [
            ("classify", Box::new(|| classify(&melons, &ClassifyOptions::default(), &[]).map(drop))),
            ("regress", Box::new(|| regress(&sizes, &RegressOptions::default(), &[]).map(drop))),
            (
                "cluster",
                Box::new(|| {
                    let options = ClusterOptions { k_range: Some([2, 4]), ..ClusterOptions::default() };
                    cluster(&numbers, &options).map(drop)
                }),
            ),
            ("compare", Box::new(|| compare(&melons, None, &CompareOptions::default()).map(drop))),
            (
                "curve",
                Box::new(|| curve(&melons, &CurveOptions { n_splits: 4, ..CurveOptions::default() }, || {}).map(drop)),
            ),
        ];
        for (name, task) in tasks {
            let n_asked = Arc::new(AtomicUsize::new(0));
            let counter = n_asked.clone();
            let waits: Waits = Arc::new(move || counter.fetch_add(1, Ordering::SeqCst) < 2);
            assert!(matches!(while_waiting(waits, &task), Err(TaskError::GivenUp)), "{name}");
            assert!(n_asked.load(Ordering::SeqCst) >= 3, "{name}");
        }
        assert!(Patience::here().check().is_ok(), "nothing is left of it");
    }
}
