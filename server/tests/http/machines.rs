//! Addresses for machines: health, readiness, figures.

use crate::harness::{Server, config};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request};
use server::config::MetricsFor;
use server::{AppState, Site, router};
use std::net::SocketAddr;
use tower::ServiceExt;

store::both! {
    async fn health_and_readiness(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        for path in ["/healthz", "/readyz"] {
            let answer = browser.get(path).await;
            assert_eq!((answer.status, answer.body.as_str()), (200, "ok"), "{path}");
        }
        db.close().await;
        assert_eq!(browser.get("/healthz").await.status, 200, "the process lives");
        assert_eq!(browser.get("/readyz").await.status, 503, "its database doesn't");
        assert_eq!(browser.get("/login").await.status, 200, "a page that needs no database");
    }

    async fn figures_are_for_programs_on_this_machine(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        browser.get("/login").await;
        let answer = browser.get("/metrics").await;
        assert_eq!(answer.status, 200);
        assert!(answer.body.contains("trellis_http_requests_total{route=\"/login\",method=\"GET\",status=\"200\"}"), "{}", answer.body);
        assert!(answer.body.contains("trellis_http_request_seconds_bucket"), "{}", answer.body);
        browser.send(Method::from_bytes(b"MADE-UP").unwrap(), "/login", &[], String::new()).await;
        let answer = browser.get("/metrics").await;
        assert!(answer.body.contains("method=\"other\"") && !answer.body.contains("MADE-UP"), "{}", answer.body);
        browser.headers = vec![("x-forwarded-for", "127.0.0.1".to_owned())];
        assert_eq!(browser.get("/metrics").await.status, 404, "a proxy on this machine speaks for others");
    }

    async fn a_proxy_on_this_machine_that_says_nothing_opens_them_to_nobody(db) {
        const TOKEN: &str = "a-secret-of-the-operator";
        for (base_url, token, sent, expected) in [
            ("http://127.0.0.1:3000", None, None, 200),
            ("http://localhost:3000", None, None, 200),
            // Whoever comes through a proxy that names nobody looks as if they were here.
            ("https://mentoring.example.org", None, None, 404),
            ("http://mentoring.example.org", None, None, 404),
            ("https://mentoring.example.org", None, Some(TOKEN), 404),
            ("https://mentoring.example.org", Some(TOKEN), None, 404),
            ("https://mentoring.example.org", Some(TOKEN), Some("another-secret-altogether"), 404),
            ("https://mentoring.example.org", Some(TOKEN), Some(TOKEN), 200),
        ] {
            let server = Server::with(db, |config| {
                config.base_url = base_url.to_owned();
                config.metrics_token = token.map(str::to_owned);
            })
            .await;
            let mut browser = server.browser();
            browser.headers.extend(sent.map(|sent| ("authorization", format!("Bearer {sent}"))));
            assert_eq!(browser.get("/metrics").await.status, expected, "{base_url} {token:?} {sent:?}");
        }
    }

    async fn who_reads_figures_can_be_changed(db) {
        let local: SocketAddr = "127.0.0.1:5000".parse().unwrap();
        let far: SocketAddr = "192.0.2.1:5000".parse().unwrap();
        for (who, peer, expected) in [
            (MetricsFor::Loopback, local, 200),
            (MetricsFor::Loopback, far, 404),
            (MetricsFor::All, far, 200),
            (MetricsFor::Nobody, local, 404),
        ] {
            let state = AppState::new(db.clone(), config(local, |config| config.metrics = who), Box::leak(Box::new(Site::empty())));
            let request = Request::get("/metrics").extension(ConnectInfo(peer)).body(Body::empty()).unwrap();
            let response = router::router(state).oneshot(request).await.unwrap();
            assert_eq!(response.status().as_u16(), expected, "{who:?} {peer}");
        }
    }
}
