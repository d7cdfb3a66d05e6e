//! Who computes: this process, or a scheduler's executors.

use super::aggregate::MelonSums;
use super::codec::{Logical, Physical};
use super::lane::{self, LaneSums};
use super::store::runtime as files;
use super::table::{LANE, LaneTable};
use super::work::Work;
use crate::data::Reader;
use ballista::prelude::{SessionConfigExt, SessionContextExt};
use datafusion::arrow::array::AsArray;
use datafusion::common::exec_datafusion_err;
use datafusion::error::Result;
use datafusion::execution::{SendableRecordBatchStream, SessionStateBuilder};
use datafusion::logical_expr::{Expr, col, ident};
use datafusion::prelude::{DataFrame, SessionConfig, SessionContext};
use std::sync::Arc;

/// Tasks of a pass on many machines, at most.
const MOST_TASKS: usize = 64;

/// A place that answers queries.
pub struct Machines {
    runtime: tokio::runtime::Runtime,
    context: SessionContext,
    scheduler: Option<String>,
}

/// The settings under which a lane stays whole: nobody else takes a part of its files.
fn config(n_tasks: usize) -> SessionConfig {
    let config = SessionConfig::new_with_ballista().with_target_partitions(n_tasks);
    whole_lanes(config)
}

fn whole_lanes(mut config: SessionConfig) -> SessionConfig {
    let options = config.options_mut();
    options.execution.enable_file_stream_work_stealing = false;
    options.execution.collect_statistics = false;
    options.optimizer.repartition_file_scans = false;
    options.optimizer.enable_round_robin_repartition = false;
    config
}

/// How plans travel, beside the settings.
pub fn config_of_cluster() -> SessionConfig {
    config(MOST_TASKS)
        .with_ballista_logical_extension_codec(Arc::new(Logical::default()))
        .with_ballista_physical_extension_codec(Arc::new(Physical::default()))
}

impl Machines {
    /// This process, or those of the scheduler at `HOST:PORT`.
    pub fn new(scheduler: Option<&str>, adaptive: bool) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let context = match scheduler {
            None => {
                let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
                let state = SessionStateBuilder::new()
                    .with_config(whole_lanes(SessionConfig::new().with_target_partitions(n_threads)))
                    .with_runtime_env(files()?)
                    .with_default_features()
                    .build();
                SessionContext::new_with_state(state)
            }
            Some(address) => {
                let state = SessionStateBuilder::new()
                    .with_config(config_of_cluster().with_ballista_adaptive_query_planner(adaptive))
                    .with_runtime_env(files()?)
                    .with_default_features()
                    .build();
                runtime.block_on(SessionContext::remote_with_state(&format!("df://{address}"), state))?
            }
        };
        Ok(Machines { runtime, context, scheduler: scheduler.map(str::to_owned) })
    }

    /// Who it is that reads.
    pub fn reader(&self) -> Reader {
        match &self.scheduler {
            None => Reader::Datafusion,
            Some(address) => Reader::Ballista(address.clone()),
        }
    }

    /// Waits for what is done here.
    pub fn block_on<T>(&self, what: impl Future<Output = T>) -> T {
        self.runtime.block_on(what)
    }

    fn table(&self, table: &Arc<LaneTable>) -> Result<DataFrame> {
        self.context.read_table(Arc::clone(table) as _)
    }

    /// The rows of these columns, each with its lane.
    pub async fn rows(&self, table: &Arc<LaneTable>, columns: &[String]) -> Result<SendableRecordBatchStream> {
        let all: Vec<Expr> = std::iter::once(col(LANE)).chain(columns.iter().map(ident)).collect();
        let query = self.table(table)?.select(all)?;
        query.execute_stream().await
    }

    /// One pass: what comes of the work on the lanes, in their order.
    pub fn sums(&self, table: &Arc<LaneTable>, columns: &[String], work: &Work) -> Result<Vec<LaneSums>> {
        let arguments: Vec<Expr> = std::iter::once(col(LANE)).chain(columns.iter().map(ident)).collect();
        let sums = MelonSums::of(work).call(arguments).alias("sums");
        let query = self.table(table)?.aggregate(Vec::new(), vec![sums])?;
        let batches = self.block_on(query.collect())?;
        let mut found = Vec::new();
        for batch in &batches {
            let bytes = batch.column(0).as_binary_opt::<i64>().ok_or_else(|| exec_datafusion_err!("no sums came"))?;
            for bytes in bytes.iter().flatten() {
                found.extend(lane::read(bytes).ok_or_else(|| exec_datafusion_err!("sums that cannot be read"))?);
            }
        }
        Ok(found)
    }
}
