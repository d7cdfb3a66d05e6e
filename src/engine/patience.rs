//! Whether anybody still waits for a fit.
//!
//! A fit does not say how far it has come. Between two passes over the rows it asks whether to go on,
//! and whoever makes many fits asks between them. Who does not say whether she waits, waits for ever:
//! nothing is given up on the command line, and nothing is asked there.

use super::EngineError;
use std::cell::RefCell;
use std::sync::Arc;

/// Says whether anybody still waits; asked from any thread.
pub type Waits = Arc<dyn Fn() -> bool + Send + Sync>;

thread_local! {
    static WAITS: RefCell<Option<Waits>> = const { RefCell::new(None) };
}

/// Does `work`, which ends with [`EngineError::GivenUp`] once nobody waits.
pub fn while_waiting<T>(waits: Waits, work: impl FnOnce() -> T) -> T {
    Patience(Some(waits)).over(work)
}

/// What was said on one thread, to be asked on any other.
#[derive(Clone)]
pub struct Patience(Option<Waits>);

impl Patience {
    /// Of the work that is done on this thread.
    pub fn here() -> Patience {
        Patience(WAITS.with_borrow(Clone::clone))
    }

    /// Goes on while anybody waits.
    ///
    /// # Errors
    /// Nobody does.
    pub fn check(&self) -> Result<(), EngineError> {
        match &self.0 {
            Some(waits) if !waits() => Err(EngineError::GivenUp),
            _ => Ok(()),
        }
    }

    /// Does `work` on this thread for whoever waits: what it fits here asks her.
    pub fn over<T>(&self, work: impl FnOnce() -> T) -> T {
        /// Puts back what was there, even if the work panics.
        struct Before(Option<Waits>);
        impl Drop for Before {
            fn drop(&mut self) {
                WAITS.set(self.0.take());
            }
        }
        let _before = Before(WAITS.replace(self.0.clone()));
        work()
    }
}
