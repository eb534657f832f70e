//! A page says which parts of the client it needs, so that a browser fetches them at once; and people who leave midway.

use crate::harness::{Server, config, html, site};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use serde_json::{Value, json};
use server::{AppState, router};
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::Path;
use store::{Db, Engine, testing};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tower::ServiceExt;

/// A server whose site says which page needs which parts.
fn with_parts(db: &Db, folder: &Path, parts: &Value) -> Router {
    let state = AppState::new(db.clone(), config(local(), |_| ()), site(folder, "abc", parts));
    router::router(state)
}

fn local() -> SocketAddr {
    "127.0.0.1:5000".parse().unwrap()
}

async fn get(router: &Router, address: &str) -> String {
    let request = Request::get(address).extension(ConnectInfo(local())).body(Body::empty()).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let page = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    String::from_utf8(page.to_vec()).unwrap()
}

/// What a page tells its script.
fn told(page: &str) -> Value {
    let block = html::texts(page, "script#client").pop().unwrap_or_else(|| panic!("nothing is told in {page}"));
    serde_json::from_str(&block).unwrap()
}

/// Whether `goals.list.GoalsPage` is a page of the file `goals/list.rs`.
fn is_a_page(name: &str) -> bool {
    let (module, page) = name.rsplit_once('.').unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src").join(module.replace('.', "/"));
    let text = std::fs::read_to_string(file.with_extension("rs")).or_else(|_| std::fs::read_to_string(file.join("mod.rs")));
    text.is_ok_and(|text| text.contains(&format!("impl LazyRoute for {page} ")))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn addresses_of_the_client_lie_in_the_sites_folder() {
    let (test, folder) = (testing::fresh(Engine::Sqlite).await, tempfile::tempdir().unwrap());
    let router = with_parts(&test.db, folder.path(), &json!({}));
    let page = get(&router, "/login").await;
    assert!(page.contains("href=\"/pkg/abc/trellis.css\""), "{page}");
    let count = |hint: &str| page.matches(hint).count();
    let of_files = count("rel=\"preload\"") - count("as=\"font\"") + count("rel=\"modulepreload\"");
    assert_eq!(of_files, 0, "the client comes after what can be read: {page}");
    let mut told_here = told(&page);
    let page_name = told_here["pages"].take();
    assert_eq!(page_name.as_array().map(Vec::len), Some(1), "{page_name}");
    assert!(told_here["unreachable"].take().as_str().unwrap().contains("<div"));
    assert_eq!(told_here["kept"].take().as_object().map(serde_json::Map::len), Some(3), "what is said of drafts");
    let expected = json!({
        "kept": null, "person": null, "locale": "en", "pkg": "/pkg/abc", "scripts": ["trellis.js", "__wasm_split.______________________.js"], "parts": [],
        "pages": null, "words": "words.*.en.json", "said": ["frame", "accounts.login.LoginPage"], "unreachable": null
    });
    assert_eq!(told_here, expected);
    let said = async |address: &str| told(&get(&router, address).await)["said"].take();
    assert_eq!(said("/?from=mail").await, json!(["frame", "landing.LandingPage"]));
    assert_eq!(said("/no/such/page").await, json!(["frame"]), "what is no page has no words of its own");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_names_its_own_parts() {
    let test = testing::fresh(Engine::Sqlite).await;
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let nowhere =
        |path: &str| path.split('/').map(|part| if part.starts_with('{') { "nothing" } else { part }).collect::<Vec<_>>().join("/");
    let routes: Vec<String> = app::addresses().iter().map(|route| nowhere(route.path())).collect();
    assert!(routes.len() > 30, "{routes:?}");

    // The names are made by the compiler: here they are learned, there they are in the splitter's list.
    let router = with_parts(&test.db, first.path(), &json!({}));
    let mut names = BTreeMap::new();
    for route in &routes {
        let mut told = told(&get(&router, route).await);
        let words: Vec<String> = serde_json::from_value(told["said"].take()).unwrap();
        assert!(is_a_page(words.last().unwrap()), "the build helper finds a page by its place in the code: {words:?}");
        let pages = told["pages"].take();
        let pages: Vec<String> = serde_json::from_value(pages).unwrap();
        assert_eq!(pages.len(), 1, "{route} is one page of the client: {pages:?}");
        names.insert(route.clone(), pages[0].clone());
    }
    assert_eq!(names.values().collect::<BTreeSet<_>>().len(), routes.len(), "no two routes are one page: {names:?}");

    let parts: BTreeMap<&String, Vec<String>> = names.values().map(|name| (name, vec!["small".to_owned(), format!("of{name}")])).collect();
    let router = with_parts(&test.db, second.path(), &json!(parts));
    for (route, name) in &names {
        let parts = told(&get(&router, route).await)["parts"].take();
        assert_eq!(parts, json!(["small", format!("of{name}")]), "{route}");
    }
    assert_eq!(told(&get(&router, "/no/such/page").await)["parts"], json!([]));
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
