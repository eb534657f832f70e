//! A net under everything: a mistake of ours ends one answer, not the server.

use axum::body::Body;
use axum::http::{Response, StatusCode};
use std::any::Any;
use tower_http::catch_panic::{CatchPanicLayer, ResponseForPanic};

/// Turns a panic into an answer and a line in the log.
#[derive(Clone, Copy, Debug)]
pub struct Answer;

/// The layer.
pub fn net() -> CatchPanicLayer<Answer> {
    CatchPanicLayer::custom(Answer)
}

impl ResponseForPanic for Answer {
    type ResponseBody = Body;

    fn response_for_panic(&mut self, cause: Box<dyn Any + Send + 'static>) -> Response<Body> {
        let text = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
        // The span around it holds the request's id.
        tracing::error!(cause = text.unwrap_or("unknown"), "an answer panicked");
        let mut response = Response::new(Body::from("Something went wrong on our side. Its number is in the header x-request-id."));
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response
    }
}
