//! One table in many files, read by Apache DataFusion: in this process, or on many machines by Ballista.
//!
//! ```text
//! files, a folder, a glob, s3://... -> lanes (by the data alone: a file, or some of its row groups)
//! survey                            -> one pass: what the columns hold, as of files on the disk
//! each further pass                 -> the sums that a fit asks for, made where the lanes lie
//! ```
//!
//! What is added up is the engine's own: a question travels to where rows are, and its answer comes back
//! as numbers, a lane at a time. Lanes are added up in their order, so that it does not matter which of
//! them was done first, on how many machines, or twice.

#[cfg(feature = "cluster")]
mod afar;
mod aggregate;
mod batch;
#[cfg(feature = "cluster")]
mod codec;
mod files;
mod lane;
mod passing;
#[cfg(feature = "cluster")]
mod processes;
mod session;
mod store;
mod surveyed;
mod table;
mod work;

#[cfg(feature = "cluster")]
pub use processes::{ExecutorPlace, SchedulerPlace, run_executor, run_scheduler};
pub use surveyed::{Elsewhere, Scheduler, survey};
