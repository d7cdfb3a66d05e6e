//! `melon cluster-scheduler` and `melon cluster-executor`: the processes of many machines.

use super::address::host_and_port;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::distributed::{ExecutorPlace, SchedulerPlace, run_executor, run_scheduler};
use crate::report::Say;
use crate::report::words::in_passes as words;
use std::net::SocketAddr;

/// As typed.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SchedulerArgs {
    #[arg(id = "scheduler_listen", long = "listen", default_value = "127.0.0.1:50050", value_name = "HOST:PORT")]
    listen: SocketAddr,
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ExecutorArgs {
    #[arg(id = "of_scheduler", long = "scheduler", default_value = "127.0.0.1:50050", value_name = "HOST:PORT")]
    scheduler: String,
    #[arg(id = "executor_listen", long = "listen", default_value = "127.0.0.1:50051", value_name = "HOST:PORT")]
    listen: SocketAddr,
    #[arg(long, value_name = "HOST")]
    host: Option<String>,
    #[arg(long, default_value_t = 0, value_name = "N")]
    threads: usize,
}

/// Until it is stopped.
pub(in crate::cli) fn scheduler(args: SchedulerArgs, console: &Console) -> Result<(), Failure> {
    console.note(&words::SchedulerRuns { address: args.listen }.say(console.lang));
    run_scheduler(&SchedulerPlace { address: args.listen }).map_err(Failure::Said)
}

/// Until it is stopped. Tasks come to the port behind the one that is named.
pub(in crate::cli) fn executor(args: ExecutorArgs, console: &Console) -> Result<(), Failure> {
    let place = ExecutorPlace {
        address: args.listen,
        tasks: args.listen.port().saturating_add(1),
        host: args.host.unwrap_or_else(|| args.listen.ip().to_string()),
        scheduler: host_and_port("scheduler", &args.scheduler, console)?,
        threads: args.threads,
    };
    console.note(&words::ExecutorRuns { address: args.listen, scheduler: &args.scheduler }.say(console.lang));
    run_executor(&place).map_err(Failure::Said)
}
