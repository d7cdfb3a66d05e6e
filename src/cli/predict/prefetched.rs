//! Reading ahead: the next piece of a file is made while the one before is worked on.

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{JoinHandle, spawn};

/// So many pieces wait at most, so that memory does not grow with what is read.
const WAITING: usize = 2;

/// What an iterator gives, made in a thread of its own.
pub(super) struct Prefetched<T> {
    made: Receiver<T>,
    maker: Option<JoinHandle<()>>,
}

impl<T: Send + 'static> Prefetched<T> {
    /// Begins at once. Whoever drops it lets the thread end after the item that it is making.
    pub fn new(mut items: impl Iterator<Item = T> + Send + 'static) -> Self {
        let (give, made) = sync_channel(WAITING);
        let maker = spawn(move || {
            let _nobody_waits = items.try_for_each(|item| give.send(item));
        });
        Prefetched { made, maker: Some(maker) }
    }
}

impl<T> Iterator for Prefetched<T> {
    type Item = T;

    /// In their order. A panic of the thread goes on here: what was made before it is not all.
    fn next(&mut self) -> Option<T> {
        self.made.recv().ok().or_else(|| {
            if let Some(Err(panic)) = self.maker.take().map(JoinHandle::join) {
                std::panic::resume_unwind(panic);
            }
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_come_in_their_order() {
        assert!(Prefetched::new(0..1000).eq(0..1000));
    }

    #[test]
    #[should_panic(expected = "at the third")]
    fn a_panic_is_no_end() {
        Prefetched::new((1..).map(|i| if i == 3 { panic!("at the third") } else { i })).for_each(drop);
    }

    #[test]
    fn an_endless_one_ends_with_whoever_reads_it() {
        assert_eq!(Prefetched::new(0..).nth(5), Some(5));
    }
}
