//! The page served to the browser on this machine, and to nobody else.
//!
//! ```text
//! request -> guard (token, Host, Origin, method) -> route -> a file of the page, or an answer
//! ```
//!
//! It listens on 127.0.0.1 alone. What keeps other pages in the same browser out is `guard`,
//! one layer in front of everything that refuses unless all is right. No request can name a
//! path: the page's files are in the program, and tables come as text.

mod files;
mod guard;
mod headers;
mod jobs;
mod routes;
mod token;

use axum::serve::ListenerExt;
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
        let served = Arc::new(Served::new(guard));
        // A short answer goes at once: the system would hold it back until the one before is acknowledged, 40 ms later.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        let serving = tokio::spawn(async { axum::serve(listener, routes::router(served)).await });
        while !stop() && !serving.is_finished() {
            tokio::time::sleep(PATIENCE).await;
        }
        if serving.is_finished() { serving.await.map_err(io::Error::other)? } else { Ok(()) }
    });
    // An answer in the making is given up, not waited for.
    runtime.shutdown_background();
    served
}
