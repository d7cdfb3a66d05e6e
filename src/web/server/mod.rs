//! The page served to the browser on this machine, and to nobody else.
//!
//! ```text
//! request -> guard (token, Host, Origin, method) -> route -> a file of the page, or an answer
//! ```
//!
//! It listens on 127.0.0.1 alone. What keeps other pages in the same browser out is `guard`,
//! one layer in front of everything that refuses unless all is right. No request can name a
//! path: the page's files are in the program, and tables come as text.

mod connections;
mod files;
mod guard;
mod headers;
mod jobs;
mod routes;
mod token;

use guard::Guard;
use routes::Served;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// The port that is taken unless another is asked for.
pub const DEFAULT_PORT: u16 = 8765;

/// How often it is asked whether to stop.
const PATIENCE: Duration = Duration::from_millis(50);

/// Serves the page until `stop` says so. `ready` is told the address to open, with its token,
/// once the port is held.
///
/// # Errors
/// The port is taken, or the system gives none.
pub fn serve(port: u16, ready: impl FnOnce(&str), stop: impl Fn() -> bool) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    let served = runtime.block_on(async {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        let guard = Guard::new(listener.local_addr()?.port())?;
        ready(&guard.address());
        let router = routes::router(Arc::new(Served::new(guard)));
        tokio::spawn(connections::serve(listener, router, connections::MOST));
        while !stop() {
            tokio::time::sleep(PATIENCE).await;
        }
        Ok(())
    });
    // An answer in the making is given up, not waited for.
    runtime.shutdown_background();
    served
}
