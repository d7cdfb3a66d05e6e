//! Answers in the making: so many at once, the others wait, and none without end.

use crate::engine::patience::Waits;
use crate::web::{QueueLane, Room, answer, lane};
use axum::body::{Bytes, HttpBody};
use http_body::Frame;
use std::convert::Infallible;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::sync::{Semaphore, mpsc};

/// Answers of each lane that are computed at the same time.
const AT_ONCE: [(QueueLane, usize); 3] = [(QueueLane::Quick, 4), (QueueLane::Report, 2), (QueueLane::Training, 4)];
/// Requests of each lane that wait for their turn, at most.
const MOST_WAITING: usize = 512;
/// Events that wait for a slow reader, at most: then the answer waits for him.
const MOST_EVENTS: usize = 64;
/// How long an answer may take, and how long it may tell nothing.
const LONGEST: [Duration; 2] = [Duration::from_secs(60 * 60), Duration::from_secs(10 * 60)];

/// Answers in the making.
pub(super) struct Jobs {
    room: Arc<Room>,
    lines: [Line; AT_ONCE.len()],
}

/// Those who wait for an answer of one lane.
struct Line {
    free: Arc<Semaphore>,
    waiting: AtomicUsize,
}

/// Too many wait already.
#[derive(Debug)]
pub(super) struct Refused;

impl Jobs {
    /// Lanes on which no answer runs yet.
    pub fn new(room: Room) -> Jobs {
        let line = |(_, n)| Line { free: Arc::new(Semaphore::new(n)), waiting: AtomicUsize::new(0) };
        Jobs { room: Arc::new(room), lines: AT_ONCE.map(line) }
    }

    /// Begins an answer once it is its turn. Whoever drops the events cancels it.
    ///
    /// # Errors
    /// Too many wait already.
    pub async fn start(&self, request: String) -> Result<Events, Refused> {
        let lane = lane(&request);
        let at = AT_ONCE.iter().position(|(one, _)| *one == lane).expect("every lane has a line");
        let line = &self.lines[at];
        let _place = Place::take(&line.waiting)?;
        let permit = line.free.clone().acquire_owned().await.map_err(|_| Refused)?;
        let (send, events) = mpsc::channel(MOST_EVENTS);
        let room = self.room.clone();
        tokio::task::spawn_blocking(move || {
            let clock = Arc::new(Clock::new());
            let waits = waits(clock.clone(), send.clone());
            answer(&room, &request, waits, &mut |event| {
                let line = Bytes::from(format!("data: {event}\n\n"));
                let is_in_time = clock.is_in_time();
                // What comes too late is told as well: it may say that it was given up.
                let is_heard = send.blocking_send(line).is_ok();
                clock.heard();
                if is_heard && is_in_time { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            });
            drop(permit);
        });
        Ok(Events(events))
    }
}

/// Whether anybody listens, and it is not too late.
fn waits(clock: Arc<Clock>, send: mpsc::Sender<Bytes>) -> Waits {
    Arc::new(move || clock.is_in_time() && !send.is_closed())
}

/// When an answer was begun, and when it last told something.
struct Clock {
    begun: Instant,
    last_millis: AtomicU64,
}

impl Clock {
    fn new() -> Clock {
        Clock { begun: Instant::now(), last_millis: AtomicU64::new(0) }
    }

    fn heard(&self) {
        self.last_millis.store(self.begun.elapsed().as_millis() as u64, Ordering::SeqCst);
    }

    fn is_in_time(&self) -> bool {
        let now = self.begun.elapsed();
        let silent = now.saturating_sub(Duration::from_millis(self.last_millis.load(Ordering::SeqCst)));
        now < LONGEST[0] && silent < LONGEST[1]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_gone_waits_no_longer() {
        let (send, events) = mpsc::channel(1);
        let clock = Arc::new(Clock::new());
        let waits = waits(clock.clone(), send);
        assert!(waits());
        drop(events);
        assert!(!waits());
    }
}
