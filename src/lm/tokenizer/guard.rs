//! The library for tokenizers gives up on some files with a panic. For this program such a file
//! is one that cannot be read.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// Whether a panic of this thread is expected, and not to be reported.
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// The hook is the whole program's: it is exchanged once, and silent only where asked.
static HOOK: Once = Once::new();

/// Does `work`, and makes an error of a panic.
///
/// # Errors
/// What the panic said.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_GUARDED.get() {
                usual(panic)
            }
        }));
    });
    let was_guarded = IS_GUARDED.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(work)); // what panicked is not used again
    IS_GUARDED.set(was_guarded);
    outcome.map_err(|payload| said(&*payload))
}

fn said(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_that_says_why() {
        assert_eq!(guarded(|| 7), Ok(7));
        assert_eq!(guarded(|| panic!("no {}", 7)), Err::<(), _>("no 7".to_owned()));
        assert_eq!(guarded(|| panic!("plain")), Err::<(), _>("plain".to_owned()));
        assert!(!IS_GUARDED.get(), "the next panic is reported again");
    }
}
