//! A query engine whose passes are made by the executors of a scheduler.

use super::codec::{Logical, Physical};
use super::session::{QueryEngine, whole_partitions};
use super::store::runtime as files;
use crate::data::ExternalReader;
use ballista::prelude::{SessionConfigExt, SessionContextExt};
use datafusion::error::Result;
use datafusion::execution::SessionStateBuilder;
use datafusion::prelude::{SessionConfig, SessionContext};
use std::sync::Arc;

/// Tasks of a pass, at most.
const MOST_TASKS: usize = 64;
/// Bytes of a message, at most.
pub const MESSAGE: usize = 256 << 20;

/// The settings of all who take part, and how plans travel between them.
pub fn config() -> SessionConfig {
    let config = SessionConfig::new_with_ballista()
        .with_target_partitions(MOST_TASKS)
        .with_ballista_grpc_client_max_message_size(MESSAGE)
        .with_ballista_logical_extension_codec(Arc::new(Logical::default()))
        .with_ballista_physical_extension_codec(Arc::new(Physical::default()));
    whole_partitions(config)
}

/// Those of the scheduler at `HOST:PORT`; `is_adaptive` chooses who plans.
///
/// # Errors
/// An address that is none.
pub fn executors_of(scheduler: &str, is_adaptive: bool) -> Result<QueryEngine> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let state = SessionStateBuilder::new()
        .with_config(config().with_ballista_adaptive_query_planner(is_adaptive))
        .with_runtime_env(files()?)
        .with_default_features()
        .build();
    let address = format!("df://{scheduler}");
    let context = runtime.block_on(SessionContext::remote_with_state(&address, state))?;
    Ok(QueryEngine::of(runtime, context, ExternalReader::Ballista(scheduler.to_owned())))
}
