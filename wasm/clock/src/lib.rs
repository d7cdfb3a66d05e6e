//! The clock: `std::time`, and in a browser, where that has none, the browser's own.
//!
//! It stands in for the published crate of this name, which this program and linfa's optimiser
//! use: that one asks a browser through generated glue, this one through one function that the
//! page provides.

#[cfg(not(target_family = "wasm"))]
pub use std::time::*;

#[cfg(target_family = "wasm")]
pub use browser::Instant;
#[cfg(target_family = "wasm")]
pub use std::time::Duration;

#[cfg(target_family = "wasm")]
mod browser {
    use std::time::Duration;

    #[link(wasm_import_module = "host")]
    unsafe extern "C" {
        /// Milliseconds since some moment, never fewer than before.
        safe fn now() -> f64;
    }

    /// A moment, as far as one must know it to tell how long something takes.
    #[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
    pub struct Instant(f64);

    impl Instant {
        /// This moment.
        pub fn now() -> Instant {
            Instant(now())
        }

        /// The time since then.
        pub fn elapsed(&self) -> Duration {
            Duration::from_secs_f64((now() - self.0).max(0.0) / 1000.0)
        }
    }
}
