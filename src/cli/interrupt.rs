//! Ctrl-C as a wish that is granted at the next good moment.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);
static LISTENING: OnceLock<()> = OnceLock::new();

/// From now on Ctrl-C no longer ends the program: whoever works asks [`asked`] and stops.
/// Where the system has no such signal, it ends the program as ever.
pub(super) fn listen() {
    LISTENING.get_or_init(|| {
        let _ = ctrlc::set_handler(|| ASKED.store(true, Ordering::SeqCst));
    });
}

/// Whether the user wants an end.
pub(super) fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
