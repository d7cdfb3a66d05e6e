//! `--engine datafusion`, `melon cluster-scheduler` and `melon cluster-executor`.

#[cfg(feature = "cluster")]
pub(super) mod processes;

use super::console::Console;
use super::failure::Failure;
use crate::data::Surveyed;
use crate::data::read::ReadOptions;
use crate::data::read::passes::{Progress, Room};

/// The table at `path`, read by DataFusion or by the executors of a scheduler, after its first pass.
///
/// # Errors
/// An address that is none, files that cannot be read.
#[cfg(feature = "cluster")]
pub(super) fn survey<'p>(
    path: &str,
    options: &ReadOptions,
    scheduler: Option<&str>,
    room: Room,
    progress: &'p Progress<'p>,
    console: &Console,
) -> Result<Box<dyn Surveyed<'p> + 'p>, Failure> {
    if let Some(address) = scheduler {
        processes::host_and_port("scheduler", address, console)?;
    }
    let is_adaptive = std::env::var("MELON_CLUSTER_PLANNER").is_ok_and(|planner| planner == "adaptive");
    Ok(Box::new(crate::machines::survey(path, options, (scheduler, is_adaptive), room, progress)?))
}

/// Nothing.
///
/// # Errors
/// That it was left out.
#[cfg(not(feature = "cluster"))]
pub(super) fn survey<'p>(
    path: &str,
    _: &ReadOptions,
    _: Option<&str>,
    _: Room,
    _: &'p Progress<'p>,
    _: &Console,
) -> Result<Box<dyn Surveyed<'p> + 'p>, Failure> {
    Err(crate::data::read::Fault::ClusterLeftOut.of(path).into())
}
