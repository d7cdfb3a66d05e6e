//! Who computes: this process, or a scheduler's executors.

use super::aggregate::MelonSums;
use super::partition_sums::{self, PartitionSums};
use super::partition_work::Work;
use super::store::runtime as files;
use super::table::{PARTITION, PartitionedTable};
use crate::data::ExternalReader;
use datafusion::arrow::array::AsArray;
use datafusion::common::exec_datafusion_err;
use datafusion::error::Result;
use datafusion::execution::{SendableRecordBatchStream, SessionStateBuilder};
use datafusion::logical_expr::{Expr, col, ident};
use datafusion::prelude::{DataFrame, SessionConfig, SessionContext};
use std::sync::Arc;
use tokio::runtime::Runtime;

/// DataFusion, in this process or as the front of many.
pub struct QueryEngine {
    runtime: Runtime,
    context: SessionContext,
    reader: ExternalReader,
}

/// The settings under which a partition stays whole: nobody else takes a part of its files.
pub fn whole_partitions(mut config: SessionConfig) -> SessionConfig {
    let options = config.options_mut();
    options.execution.enable_file_stream_work_stealing = false;
    options.execution.collect_statistics = false;
    options.optimizer.repartition_file_scans = false;
    options.optimizer.enable_round_robin_repartition = false;
    config
}

impl QueryEngine {
    /// This process.
    ///
    /// # Errors
    /// Threads that the system does not give.
    pub fn here() -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
        let state = SessionStateBuilder::new()
            .with_config(whole_partitions(SessionConfig::new().with_target_partitions(n_threads)))
            .with_runtime_env(files()?)
            .with_default_features()
            .build();
        Ok(QueryEngine { runtime, context: SessionContext::new_with_state(state), reader: ExternalReader::Datafusion })
    }

    /// The one of `context`, which waits in `runtime`.
    #[cfg(feature = "cluster")]
    pub fn of(runtime: Runtime, context: SessionContext, reader: ExternalReader) -> Self {
        QueryEngine { runtime, context, reader }
    }

    /// Who reads.
    pub fn reader(&self) -> ExternalReader {
        self.reader.clone()
    }

    /// Waits for what is done here.
    pub fn block_on<T>(&self, what: impl Future<Output = T>) -> T {
        self.runtime.block_on(what)
    }

    fn table(&self, table: &Arc<PartitionedTable>) -> Result<DataFrame> {
        self.context.read_table(Arc::clone(table) as _)
    }

    /// The rows of these columns, each with its partition.
    pub async fn rows(&self, table: &Arc<PartitionedTable>, columns: &[String]) -> Result<SendableRecordBatchStream> {
        let all: Vec<Expr> = std::iter::once(col(PARTITION)).chain(columns.iter().map(ident)).collect();
        let query = self.table(table)?.select(all)?;
        query.execute_stream().await
    }

    /// One pass: what comes of the work on the partitions, in their order.
    pub fn sums(&self, table: &Arc<PartitionedTable>, columns: &[String], work: &Work) -> Result<Vec<PartitionSums>> {
        let arguments: Vec<Expr> = std::iter::once(col(PARTITION)).chain(columns.iter().map(ident)).collect();
        let sums = MelonSums::of(work).call(arguments).alias("sums");
        let query = self.table(table)?.aggregate(Vec::new(), vec![sums])?;
        let batches = self.block_on(query.collect())?;
        let mut found = Vec::new();
        for batch in &batches {
            let bytes = batch.column(0).as_binary_opt::<i64>().ok_or_else(|| exec_datafusion_err!("no sums came"))?;
            for bytes in bytes.iter().flatten() {
                found.extend(
                    partition_sums::read(bytes).ok_or_else(|| exec_datafusion_err!("sums that cannot be read"))?,
                );
            }
        }
        Ok(found)
    }
}
