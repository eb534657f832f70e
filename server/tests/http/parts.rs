//! A page says which parts of the client it needs, so that a browser fetches them while it reads; and people who leave midway.

use crate::harness::{Server, config, site};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use server::{AppState, router};
use std::net::SocketAddr;
use store::{Engine, testing};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tower::ServiceExt;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn addresses_of_the_client_lie_in_the_sites_folder() {
    let (test, folder) = (testing::fresh(Engine::Sqlite).await, tempfile::tempdir().unwrap());
    let local: SocketAddr = "127.0.0.1:5000".parse().unwrap();
    let state = AppState::new(
        test.db.clone(),
        config(local, |_| ()),
        site(folder.path(), "abc", &serde_json::json!({ "LoginPage": ["chunk_0", "login"] })),
    );
    let router = router::router(state);
    let get = async |address: &str| {
        let request = Request::get(address).extension(ConnectInfo(local)).body(Body::empty()).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        let page = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
        String::from_utf8(page.to_vec()).unwrap()
    };
    let page = get("/login").await;
    for address in ["/pkg/abc/trellis.css", "/pkg/abc/trellis.js"] {
        assert!(page.contains(address), "{address} in {page}");
    }
    assert!(page.contains("/pkg/abc/__wasm_split.______________________.js"), "the loader is fetched early: {page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_page_names_its_words() {
    let test = testing::fresh(Engine::Sqlite).await;
    let server = Server::start(test.db.clone()).await;
    for (address, said) in [
        ("/login", r#""said":["frame","accounts.login.LoginPage"]"#),
        ("/?from=mail", r#""said":["frame","landing.LandingPage"]"#),
        ("/no/such/page", r#""said":["frame"]"#),
    ] {
        let page = server.browser().get(address).await.body;
        assert!(page.contains(said) && page.contains("/words.*.en.json\""), "{said} in {page}");
    }
}

store::both! {
    async fn people_who_leave_midway_do_no_harm(db) {
        let server = Server::start(db).await;
        for n in 0..60_usize {
            let mut stream = TcpStream::connect(server.addr).await.unwrap();
            let request = format!("GET /{} HTTP/1.1\r\nhost: {}\r\naccept: text/html\r\n\r\n", ["", "login", "signup"][n % 3], server.addr);
            stream.write_all(&request.as_bytes()[..request.len() - n % 4]).await.unwrap();
            tokio::time::sleep(std::time::Duration::from_micros(50 * n as u64)).await;
            drop(stream);
        }
        assert_eq!(server.browser().get("/login").await.status, 200);
        let figures = server.browser().get("/metrics").await;
        assert!(!figures.body.contains("status=\"500\""), "nothing panicked: {}", figures.body);
    }
}
