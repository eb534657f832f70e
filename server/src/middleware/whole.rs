//! A page that was begun is rendered to its end, also when nobody waits for it any more. Parts of it run as tasks of their
//! own; were the rendering let go in their midst, they would ask for what is gone, and panic.

use super::apart::Apart;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument as _;

/// Answers in a task of its own, which outlives the connection and shares nothing with other tasks.
pub async fn to_its_end(request: Request, next: Next) -> Response {
    match tokio::spawn(Apart::new(next.run(request)).in_current_span()).await {
        Ok(response) => response,
        // The net around everything answers panics.
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        },
    }
}
