//! Answers in the making: so many at once, the others wait, and none without end.

use crate::web::{Room, answer};
use axum::body::{Bytes, HttpBody};
use http_body::Frame;
use std::convert::Infallible;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::sync::{Semaphore, mpsc};

/// Answers that are computed at the same time, beside the one that is quick.
const AT_ONCE: usize = 4;
/// Requests that wait for their turn, at most.
const MOST_WAITING: usize = 512;
/// Events that wait for a slow reader, at most: then the answer waits for him.
const MOST_EVENTS: usize = 64;
/// How long an answer may take.
const LONGEST: Duration = Duration::from_secs(60 * 60);

/// Answers in the making.
pub(super) struct Jobs {
    room: Arc<Room>,
    free: Arc<Semaphore>,
    waiting: AtomicUsize,
}

/// Too many wait already.
#[derive(Debug)]
pub(super) struct Refused;

impl Jobs {
    /// None yet.
    pub fn new(room: Room) -> Jobs {
        Jobs { room: Arc::new(room), free: Arc::new(Semaphore::new(AT_ONCE)), waiting: AtomicUsize::new(0) }
    }

    /// Begins an answer once it is its turn. Whoever drops the events cancels it.
    ///
    /// # Errors
    /// Too many wait already.
    pub async fn start(&self, request: String) -> Result<Events, Refused> {
        let _place = Place::take(&self.waiting)?;
        let permit = self.free.clone().acquire_owned().await.map_err(|_| Refused)?;
        let (send, events) = mpsc::channel(MOST_EVENTS);
        let room = self.room.clone();
        tokio::task::spawn_blocking(move || {
            let begun = Instant::now();
            answer(&room, &request, &mut |event| {
                let line = Bytes::from(format!("data: {event}\n\n"));
                let is_heard = begun.elapsed() < LONGEST && send.blocking_send(line).is_ok();
                if is_heard { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            });
            drop(permit);
        });
        Ok(Events(events))
    }
}

/// A place in the queue, given back when it is left.
struct Place<'q>(&'q AtomicUsize);

impl<'q> Place<'q> {
    fn take(waiting: &'q AtomicUsize) -> Result<Place<'q>, Refused> {
        let place = Place(waiting);
        if waiting.fetch_add(1, Ordering::SeqCst) < MOST_WAITING { Ok(place) } else { Err(Refused) }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// The events of one answer, as the body of a response.
pub(super) struct Events(mpsc::Receiver<Bytes>);

impl HttpBody for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(cx).map(|event| event.map(|bytes| Ok(Frame::data(bytes))))
    }
}
