//! Figures for Prometheus at `/metrics`.
//!
//! Addresses are counted by the pattern of their route, so that there are as many series as routes and not as people.

use crate::address;
use crate::config::MetricsFor;
use crate::state::AppState;
use axum::extract::{ConnectInfo, State};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use metrics::{counter, describe_counter, describe_histogram, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use service::tokens;
use std::net::SocketAddr;
use std::sync::OnceLock;
use std::time::Duration;

const REQUESTS: &str = "trellis_http_requests_total";
const SECONDS: &str = "trellis_http_request_seconds";
const MAILS: &str = "trellis_mails_total";
const JOBS: &str = "trellis_job_runs_total";
/// Upper ends of the buckets of durations, in seconds.
const BUCKETS: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0];

/// The figures of this process.
#[derive(Clone)]
pub struct Metrics(PrometheusHandle);

impl std::fmt::Debug for Metrics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Metrics")
    }
}

impl Metrics {
    /// Begins to count, the first time.
    pub fn of_process() -> Self {
        static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
        Self(HANDLE.get_or_init(begin).clone())
    }

    /// Frees what finished measurements hold. For a job that runs now and then.
    pub fn tidy(&self) {
        self.0.run_upkeep();
    }
}

fn begin() -> PrometheusHandle {
    let builder = PrometheusBuilder::new();
    let builder = builder.set_buckets_for_metric(Matcher::Full(SECONDS.to_owned()), &BUCKETS).unwrap_or_else(|_| PrometheusBuilder::new());
    let recorder = builder.build_recorder();
    let handle = recorder.handle();
    if metrics::set_global_recorder(recorder).is_err() {
        tracing::warn!("somebody else counts in this process; /metrics stays empty");
    }
    describe_counter!(REQUESTS, "Requests answered, by route, method and status.");
    describe_histogram!(SECONDS, "How long answers took, by route.");
    describe_counter!(MAILS, "Mails sent, to be tried again, and given up.");
    describe_counter!(JOBS, "Runs of each job, done and failed.");
    handle
}

/// Counts an answer.
pub fn answered(route: &str, method: &Method, status: StatusCode, took: Duration) {
    let route = route.to_owned();
    counter!(REQUESTS, "route" => route.clone(), "method" => named(method), "status" => status.as_str().to_owned()).increment(1);
    histogram!(SECONDS, "route" => route).record(took);
}

/// A method by its name. Whoever asks may make up others, and each would be a series for ever.
const fn named(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        Method::CONNECT => "CONNECT",
        Method::TRACE => "TRACE",
        _ => "other",
    }
}

/// Counts a mail: `sent`, `failed` (to be tried again) or `given up`.
pub fn mailed(how: &'static str) {
    counter!(MAILS, "result" => how).increment(1);
}

/// Counts a run of a job.
pub fn ran(job: &'static str, fine: bool) {
    counter!(JOBS, "job" => job, "result" => if fine { "done" } else { "failed" }).increment(1);
}

/// `/metrics`. To whom it isn't shown, it isn't there.
pub async fn page(State(state): State<AppState>, ConnectInfo(peer): ConnectInfo<SocketAddr>, headers: HeaderMap) -> Response {
    let config = &state.config;
    let shown = match config.metrics {
        MetricsFor::All => true,
        MetricsFor::Loopback => config.is_for_this_machine() && address::is_local(peer, &headers),
        MetricsFor::Nobody => false,
    };
    if !shown && !config.metrics_token.as_deref().is_some_and(|token| has_token(&headers, token)) {
        return StatusCode::NOT_FOUND.into_response();
    }
    ([(CONTENT_TYPE, "text/plain; version=0.0.4")], state.metrics.0.render()).into_response()
}

/// Whether the secret was sent. Hashes are compared, so that the time tells nothing about how much of it was right.
fn has_token(headers: &HeaderMap, token: &str) -> bool {
    let sent = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    sent.is_some_and(|sent| tokens::hash(sent) == tokens::hash(token))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn methods_that_nobody_knows_are_one() {
        for known in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"] {
            assert_eq!(named(&known.parse().unwrap()), known);
        }
        for made_up in ["PROPFIND", "X1", "get"] {
            assert_eq!(named(&made_up.parse().unwrap()), "other");
        }
    }
}
