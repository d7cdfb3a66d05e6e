//! The routes, as a list: each file of the page, and the one question.

use super::files::{self, File};
use super::guard::{Admitted, Guard};
use super::headers::secure;
use super::jobs::{Events, Jobs, Refused};
use crate::web::Room;
use axum::Router;
use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Bytes of a request: a table of 8 MB, in base64.
const USUAL_BODY: usize = 12 << 20;
/// The same, at most: a model of 32 MB. Of those that are larger than usual and say so, two are read at a time.
const LARGEST_BODY: usize = 44 << 20;
/// How long a request may take to arrive.
const SLOWEST_BODY: Duration = Duration::from_secs(20);

/// Requests that are larger than usual and are read at a time.
const LARGE_AT_ONCE: usize = 2;

/// What every request is served with.
pub(super) struct Served {
    pub guard: Guard,
    pub jobs: Jobs,
    /// For requests that are larger than usual.
    pub large: Semaphore,
}

impl Served {
    /// Behind this guard.
    pub fn new(guard: Guard) -> Served {
        Served { guard, jobs: Jobs::new(Room::default()), large: Semaphore::new(LARGE_AT_ONCE) }
    }
}

/// One route.
struct Route {
    path: &'static str,
    method: Method,
    to: To,
}

/// Where a route leads.
enum To {
    File(&'static File),
    Answer,
}

/// All routes there are: nothing else is ever answered.
fn routes() -> impl Iterator<Item = Route> {
    let file = |file: &'static File| Route { path: file.path, method: Method::GET, to: To::File(file) };
    files::FILES.iter().map(file).chain([Route { path: "/answer", method: Method::POST, to: To::Answer }])
}

impl Route {
    fn handler(&self) -> MethodRouter<Arc<Served>> {
        let method = MethodFilter::try_from(self.method.clone()).expect("a method that axum knows");
        match self.to {
            To::File(file) => on(method, move || async move { ([(header::CONTENT_TYPE, file.kind)], (file.text)()) }),
            To::Answer => on(method, answer),
        }
    }
}

/// The routes behind the guard, which is asked first whatever the path.
pub(super) fn router(served: Arc<Served>) -> Router {
    let all = routes().fold(Router::new(), |router, route| router.route(route.path, route.handler()));
    all.fallback(|| async { StatusCode::NOT_FOUND })
        .layer(middleware::from_fn_with_state(served.clone(), guarded))
        .with_state(served)
}

async fn guarded(State(served): State<Arc<Served>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let mut response = match served.guard.admit(&parts) {
        Err(status) => status.into_response(),
        Ok(admitted) => {
            let mut response = next.run(Request::from_parts(parts, body)).await;
            if admitted == Admitted::ByAddress {
                response.headers_mut().insert(header::SET_COOKIE, served.guard.cookie());
            }
            response
        }
    };
    secure(response.headers_mut());
    response
}

/// One request of the protocol; the events come as they happen (server-sent events).
async fn answer(State(served): State<Arc<Served>>, body: Body) -> Response {
    let is_large = body.size_hint().lower() > USUAL_BODY as u64;
    let _one_of_few = if is_large { served.large.acquire().await.ok() } else { None };
    let most = if is_large { LARGEST_BODY } else { USUAL_BODY };
    let read = tokio::time::timeout(SLOWEST_BODY, to_bytes(body, most)).await;
    let bytes = match read {
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Ok(Ok(bytes)) => bytes,
    };
    let Ok(request) = String::from_utf8(bytes.into()) else { return StatusCode::BAD_REQUEST.into_response() };
    match served.jobs.start(request).await {
        Err(Refused) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Ok(events) => stream(events),
    }
}

fn stream(events: Events) -> Response {
    ([(header::CONTENT_TYPE, "text/event-stream")], Body::new(events)).into_response()
}

#[cfg(test)]
mod tests;
