//! Connections: only so many at once, and each has to say soon what it wants. Whoever opens many and says nothing does
//! not keep the others out for long.

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::sleep;

/// Connections at once: a class of a hundred with two each, and fewer than the files that a system lets a program open.
pub(super) const MOST: usize = 200;
/// How long a connection may take to say what it wants, and how long one that has been answered is kept for the next
/// question.
const FOR_HEADERS: Duration = Duration::from_secs(5);
/// How long to wait where the system has no room for a connection.
const UNTIL_ROOM: Duration = Duration::from_millis(100);

/// Answers whoever connects, `most` at once, without end.
pub(super) async fn serve(listener: TcpListener, router: Router, most: usize) -> Infallible {
    let places = Arc::new(Semaphore::new(most));
    loop {
        let place = places.clone().acquire_owned().await.expect("no one closes it");
        let Ok((stream, _)) = listener.accept().await else {
            sleep(UNTIL_ROOM).await;
            continue;
        };
        let answering = answer(stream, router.clone());
        tokio::spawn(async move {
            answering.await;
            drop(place);
        });
    }
}

/// Answers the questions of one connection. What goes wrong with it is the client's to see.
async fn answer(stream: TcpStream, router: Router) {
    // A short answer goes at once: the system would hold it back until the one before is acknowledged, 40 ms later.
    let _ = stream.set_nodelay(true);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(FOR_HEADERS);
    let _ = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router)).await;
}
