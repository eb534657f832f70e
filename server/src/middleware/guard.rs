//! Refuses what other sites make a person's browser send here.
//!
//! Browsers say where a request comes from: `Sec-Fetch-Site` (under https and on this machine) and `Origin`. A program that isn't
//! a browser says neither, and holds no cookie of somebody else's either.

use crate::state::AppState;
use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Lets reading pass, and writing only from this site.
pub async fn same_site(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_ours(request.headers(), &state.config.origin()) {
        return next.run(request).await;
    }
    tracing::warn!(origin = ?request.headers().get(ORIGIN), "a post from another site was refused");
    (StatusCode::FORBIDDEN, axum::Json(app::AppError::Forbidden)).into_response()
}

fn is_ours(headers: &HeaderMap, own: &str) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    match (text("sec-fetch-site"), text(ORIGIN.as_str())) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text(HOST.as_str()).unwrap_or_default();
            let of_host = origin.split_once("://").map(|(_, rest)| rest);
            origin.eq_ignore_ascii_case(own) || of_host.is_some_and(|of_host| !host.is_empty() && of_host.eq_ignore_ascii_case(host))
        }
        (None, None) => true,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn passes(pairs: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, value.parse().unwrap());
        }
        is_ours(&headers, "https://mentoring.example.org")
    }

    #[test]
    fn what_the_browser_says_about_the_site_decides() {
        for (site, fine) in [("same-origin", true), ("none", true), ("same-site", false), ("cross-site", false), ("", false)] {
            assert_eq!(passes(&[("sec-fetch-site", site)]), fine, "{site}");
        }
        assert!(!passes(&[("sec-fetch-site", "cross-site"), ("origin", "https://mentoring.example.org")]));
    }

    #[test]
    fn else_its_origin_does() {
        let host = ("host", "10.0.0.5:3000");
        for (origin, fine) in [
            ("https://mentoring.example.org", true),
            ("https://Mentoring.example.org", true),
            ("http://10.0.0.5:3000", true),
            ("http://mentoring.example.org", false),
            ("https://mentoring.example.org.evil.example", false),
            ("http://10.0.0.5", false),
            ("null", false),
            ("", false),
        ] {
            assert_eq!(passes(&[("origin", origin), host]), fine, "{origin}");
        }
        assert!(!passes(&[("origin", "null")]));
    }

    #[test]
    fn programs_that_are_no_browsers_say_nothing() {
        assert!(passes(&[]));
    }
}
