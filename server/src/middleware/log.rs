//! Gives each request an id, and writes one line about each answer.

use crate::metrics;
use crate::state::AppState;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Instant;
use tracing::Instrument as _;

/// The header that tells the id to whoever asked; one that comes from outside means nothing here.
pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The id under which everything about a request is in the log.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Addresses whose end is secret are logged without it. Queries, which may hold secrets too, are never logged.
const SECRET: &str = "{token}";

/// Logs and counts the answer.
pub async fn access(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let id = state.ctx.uuid().simple().to_string();
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|m| m.as_str().to_owned());
    let path = match &route {
        Some(route) if route.contains(SECRET) => route.clone(),
        _ => request.uri().path().to_owned(),
    };
    let span = tracing::info_span!("request", id = %id);
    async move {
        let begin = Instant::now();
        let mut response = next.run(request).await;
        let took = begin.elapsed();
        let status = response.status();
        metrics::answered(route.as_deref().unwrap_or("none"), &method, status, took);
        let ms = took.as_secs_f64() * 1000.0;
        if is_for_machines(&path) {
            tracing::debug!(%method, path, status = status.as_u16(), ms, "answered");
        } else {
            tracing::info!(%method, path, status = status.as_u16(), ms, "answered");
        }
        if let Ok(value) = HeaderValue::from_str(&id) {
            response.headers_mut().insert(HEADER, value);
        }
        response
    }
    .instrument(span)
    .await
}

/// What is fetched so often that it would fill the log.
fn is_for_machines(path: &str) -> bool {
    path.starts_with("/pkg/") || matches!(path, "/healthz" | "/readyz" | "/metrics")
}
