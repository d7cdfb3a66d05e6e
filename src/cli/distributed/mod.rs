//! `--engine datafusion`, `melon cluster-scheduler` and `melon cluster-executor`.

#[cfg(feature = "datafusion")]
mod address;
#[cfg(feature = "cluster")]
pub(super) mod processes;

use super::console::Console;
use super::failure::Failure;
use crate::data::SurveyedTable;
use crate::data::read::ReadOptions;
use crate::data::read::passes::{MemoryBudget, Progress};

/// The table at `path`, read by DataFusion or by the executors of a scheduler, after its first pass.
///
/// # Errors
/// An address that is none, files that cannot be read.
#[cfg(feature = "datafusion")]
pub(super) fn survey<'p>(
    path: &str,
    options: &ReadOptions,
    scheduler: Option<&str>,
    room: MemoryBudget,
    progress: &'p Progress<'p>,
    console: &Console,
) -> Result<Box<dyn SurveyedTable<'p> + 'p>, Failure> {
    if let Some(address) = scheduler {
        address::host_and_port("scheduler", address, console)?;
    }
    let is_adaptive = std::env::var("MELON_CLUSTER_PLANNER").is_ok_and(|planner| planner == "adaptive");
    let scheduler = scheduler.map(|address| crate::distributed::Scheduler { address, is_adaptive });
    Ok(Box::new(crate::distributed::survey(path, options, scheduler, room, progress)?))
}

/// Nothing.
///
/// # Errors
/// That it was left out.
#[cfg(not(feature = "datafusion"))]
pub(super) fn survey<'p>(
    path: &str,
    _: &ReadOptions,
    _: Option<&str>,
    _: MemoryBudget,
    _: &'p Progress<'p>,
    _: &Console,
) -> Result<Box<dyn SurveyedTable<'p> + 'p>, Failure> {
    Err(crate::data::read::Fault::DatafusionLeftOut.of(path).into())
}
