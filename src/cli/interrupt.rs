//! Ctrl-C, and what ends a program from outside, as a wish that is granted at the next good moment.

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

static ASKED: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// From now on Ctrl-C no longer ends the program: whoever works asks [`asked`] and stops. Nor
/// does `kill`, or a terminal that is closed. A second Ctrl-C ends it at once.
///
/// Only that: a closed terminal may say so twice, and what was learned is to be saved.
pub(super) fn listen() {
    ASKED.get_or_init(|| {
        let (asked, is_second) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let wish = |signal| flag::register(signal, asked.clone());
        // In this order: the first one arms what ends the program at the second. Where the system
        // has no such signal, it ends the program as ever.
        let _ = flag::register_conditional_default(SIGINT, is_second.clone())
            .and_then(|_| flag::register(SIGINT, is_second))
            .and_then(|_| wish(SIGINT));
        let _ = wish(SIGTERM);
        #[cfg(unix)]
        if !is_ignored(signal_hook::consts::SIGHUP) {
            let _ = wish(signal_hook::consts::SIGHUP);
        }
        asked.clone()
    });
}

/// Whether the user wants an end.
pub(super) fn asked() -> bool {
    ASKED.get().is_some_and(|asked| asked.load(Ordering::SeqCst))
}

/// Whether whoever started the program had this signal ignored, as `nohup` does.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let mut now = std::mem::MaybeUninit::<libc::sigaction>::zeroed();
    // SAFETY: without a new action, the present one is only written to `now`, where all zeros is
    // an action, too.
    unsafe {
        libc::sigaction(signal, std::ptr::null(), now.as_mut_ptr());
        now.assume_init().sa_sigaction == libc::SIG_IGN
    }
}
