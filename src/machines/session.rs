//! Who computes: this process, or a scheduler's executors.

use super::aggregate::MelonSums;
use super::lane::{self, LaneSums};
use super::store::runtime as files;
use super::table::{LANE, LaneTable};
use super::work::Work;
use crate::data::Reader;
use datafusion::arrow::array::AsArray;
use datafusion::common::exec_datafusion_err;
use datafusion::error::Result;
use datafusion::execution::{SendableRecordBatchStream, SessionStateBuilder};
use datafusion::logical_expr::{Expr, col, ident};
use datafusion::prelude::{DataFrame, SessionConfig, SessionContext};
use std::sync::Arc;
use tokio::runtime::Runtime;

/// A place that answers queries.
pub struct Machines {
    runtime: Runtime,
    context: SessionContext,
    reader: Reader,
}

/// The settings under which a lane stays whole: nobody else takes a part of its files.
pub fn whole_lanes(mut config: SessionConfig) -> SessionConfig {
    let options = config.options_mut();
    options.execution.enable_file_stream_work_stealing = false;
    options.execution.collect_statistics = false;
    options.optimizer.repartition_file_scans = false;
    options.optimizer.enable_round_robin_repartition = false;
    config
}

impl Machines {
    /// This process.
    ///
    /// # Errors
    /// Threads that the system does not give.
    pub fn here() -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
        let state = SessionStateBuilder::new()
            .with_config(whole_lanes(SessionConfig::new().with_target_partitions(n_threads)))
            .with_runtime_env(files()?)
            .with_default_features()
            .build();
        Ok(Machines { runtime, context: SessionContext::new_with_state(state), reader: Reader::Datafusion })
    }

    /// What answers in `context`, which waits in `runtime`.
    #[cfg(feature = "cluster")]
    pub fn of(runtime: Runtime, context: SessionContext, reader: Reader) -> Self {
        Machines { runtime, context, reader }
    }

    /// Who it is that reads.
    pub fn reader(&self) -> Reader {
        self.reader.clone()
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
