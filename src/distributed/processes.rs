//! The scheduler and the executors as processes of their own.

use super::codec::{Logical, Physical};
use super::remote::{self, MESSAGE};
use super::store::runtime;
use ballista_core::config::TaskSchedulingPolicy;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::execution::SessionStateBuilder;
use datafusion::prelude::SessionConfig;
use std::net::SocketAddr;
use std::sync::Arc;

/// Seconds after which an executor that does not speak is given up.
const SILENCE: u64 = 15;

/// Where a scheduler listens.
pub struct SchedulerPlace {
    /// Its address.
    pub address: SocketAddr,
}

/// Where an executor listens, and for whom it works.
pub struct ExecutorPlace {
    /// Its results are fetched here.
    pub address: SocketAddr,
    /// Its tasks come here.
    pub tasks: u16,
    /// The name or address under which others find it.
    pub host: String,
    /// Host and port of the one for whom it works.
    pub scheduler: (String, u16),
    /// Tasks at a time.
    pub threads: usize,
}

/// Gives tasks away until it is stopped.
///
/// # Errors
/// A port that is taken, in the words of whoever refused it.
pub fn run_scheduler(place: &SchedulerPlace) -> Result<(), String> {
    let address = place.address;
    let config = SchedulerConfig {
        bind_host: address.ip().to_string(),
        bind_port: address.port(),
        external_host: address.ip().to_string(),
        scheduling_policy: TaskSchedulingPolicy::PullStaged,
        executor_timeout_seconds: SILENCE,
        expire_dead_executor_interval_seconds: 3,
        no_executors_grace_period_seconds: 2 * SILENCE,
        grpc_server_max_decoding_message_size: MESSAGE as u32,
        grpc_server_max_encoding_message_size: MESSAGE as u32,
        grpc_client_max_message_size: MESSAGE as u32,
        override_config_producer: Some(Arc::new(remote::config)),
        override_session_builder: Some(Arc::new(|config| {
            let state = SessionStateBuilder::new().with_config(config).with_runtime_env(runtime()?);
            Ok(state.with_default_features().build())
        })),
        override_logical_codec: Some(Arc::new(Logical::default())),
        override_physical_codec: Some(Arc::new(Physical::default())),
        ..SchedulerConfig::default()
    };
    waited(async {
        let cluster = BallistaCluster::new_from_config(&config).await?;
        start_server(cluster, address, Arc::new(config)).await
    })
}

/// Does tasks until it is stopped.
///
/// # Errors
/// A port that is taken, a scheduler that cannot be reached, in the words of whoever refused it.
pub fn run_executor(place: &ExecutorPlace) -> Result<(), String> {
    let config = ExecutorProcessConfig {
        bind_host: place.address.ip().to_string(),
        external_host: Some(place.host.clone()),
        port: place.address.port(),
        grpc_port: place.tasks,
        scheduler_host: place.scheduler.0.clone(),
        scheduler_port: place.scheduler.1,
        scheduler_connect_timeout_seconds: 30,
        vcores: place.threads,
        task_scheduling_policy: TaskSchedulingPolicy::PullStaged,
        executor_heartbeat_interval_seconds: 3,
        grpc_max_decoding_message_size: MESSAGE as u32,
        grpc_max_encoding_message_size: MESSAGE as u32,
        override_config_producer: Some(Arc::new(remote::config)),
        override_runtime_producer: Some(Arc::new(|_: &SessionConfig| runtime())),
        override_logical_codec: Some(Arc::new(Logical::default())),
        override_physical_codec: Some(Arc::new(Physical::default())),
        ..ExecutorProcessConfig::default()
    };
    waited(start_executor_process(Arc::new(config)))
}

fn waited(work: impl Future<Output = ballista_core::error::Result<()>>) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    runtime.block_on(work).map_err(|error| error.to_string())
}
