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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "tests")]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::http::Request;
    use axum::routing::get;
    use tower::ServiceExt as _;

    async fn bad() -> &'static str {
        panic!("oh")
    }

    #[tokio::test]
    async fn a_panic_ends_one_answer_only() {
        let router = Router::new().route("/bad", get(bad)).route("/good", get(async || "good")).layer(super::net());
        for (path, status) in [("/bad", 500), ("/good", 200)] {
            let answer = router.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(answer.status().as_u16(), status, "{path}");
        }
    }
}
