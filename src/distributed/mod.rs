//! One table in many files, read by Apache DataFusion: in this process, or on many machines by Ballista.
//!
//! ```text
//! files, a folder, a glob, s3://... -> partitions (by the data alone: a file, or some of its row groups)
//! survey                            -> one pass: what the columns hold, as of files on the disk
//! each further pass                 -> the sums that a fit asks for, made where the partitions lie
//! ```
//!
//! The sums are the engine's own, as a user-defined aggregate: what is to be added up travels to where rows
//! are, and the state of each partition comes back as numbers. Partitions are merged in their order, so that
//! it does not matter which of them was done first, on how many machines, or twice.

mod aggregate;
mod batch;
#[cfg(feature = "cluster")]
mod codec;
mod files;
mod partition_sums;
mod partition_work;
mod passes;
#[cfg(feature = "cluster")]
mod processes;
#[cfg(feature = "cluster")]
mod remote;
mod session;
mod store;
mod survey;
mod table;

#[cfg(feature = "cluster")]
pub use processes::{ExecutorPlace, SchedulerPlace, run_executor, run_scheduler};
pub use survey::{DistributedTable, Scheduler, survey};
