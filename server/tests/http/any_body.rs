//! Whatever is sent to a server function, in whatever form and by whatever method: the answer is never that we have failed.

use crate::harness::{Browser, Server};
use axum::http::Method;
use leptos::server_fn::axum::server_fn_paths;
use store::Engine;
use store::testing::fresh;

const KINDS: [&str; 9] = [
    "",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=line",
    "multipart/form-data; boundary=\"",
    "application/json",
    "text/plain; charset=utf-16",
    "application/cbor",
    "multipart/form-data; boundary=;;a=b",
];

/// Those that some function reads.
const READ: [&str; 2] = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=line"];

/// Bodies of all kinds, wrong ones for most.
fn bodies() -> Vec<Vec<u8>> {
    let deep = format!("a{}=1", "[b]".repeat(200));
    let parts = b"--line\r\nContent-Disposition: form-data; name=\"slug\"\r\n\r\ncareer\r\n--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    vec![
        Vec::new(),
        b"slug=career&id=x&number=-1&version=99999999999999999999&mentor=&columns[]=a&columns[0]=b&search[words]=%F0%28".to_vec(),
        b"request=00000000-0000-0000-0000-000000000000&slug=..%2F..&email=a&password=b&token=c&body=d&draft[name]=e".to_vec(),
        deep.into_bytes(),
        b"%=%&&==&[]=&a[=&]=1&a[0][=".to_vec(),
        b"{\"slug\":[1,{}]}".to_vec(),
        vec![0xff, 0xfe, 0x00, 0xd8],
        parts.to_vec(),
        [parts.as_slice(), b"x\r\n--line--\r\n"].concat(),
    ]
}

async fn ask(browser: &mut Browser, method: Method, path: &str, kind: &str, accept: &str, body: Vec<u8>) -> u16 {
    let mut headers = vec![("accept", accept)];
    if !kind.is_empty() {
        headers.push(("content-type", kind));
    }
    browser.send(method, path, &headers, body).await.status
}

async fn no_answer_is_a_fault_of_ours(engine: Engine) {
    let database = fresh(engine).await;
    let server = Server::start(&database.db).await;
    let ada = server.stage.person("Ada").await;
    let program = server.stage.program("career").open().await;
    server.stage.coordinator(&program, &ada).await;
    let mut wrong = Vec::new();
    let mut asked = 0;
    for (path, _) in server_fn_paths() {
        // Whoever signs out or ends their sessions in between is signed in again.
        for (who, mut browser) in [("nobody", server.browser()), ("Ada", server.browser_of(&ada).await)] {
            for kind in KINDS {
                // All of them to whoever is let in, in the two forms that are read; some of them else.
                let read = who == "Ada" && READ.contains(&kind);
                for body in bodies().into_iter().step_by(if read { 1 } else { 3 }) {
                    let shown = String::from_utf8_lossy(&body).chars().take(30).collect::<String>();
                    let status = ask(&mut browser, Method::POST, path, kind, "application/json", body).await;
                    asked += 1;
                    if status >= 500 {
                        wrong.push(format!("{path} by {who}, {kind:?}, {shown:?}: {status}"));
                    }
                }
            }
            for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::OPTIONS, Method::PATCH] {
                let status = ask(&mut browser, method.clone(), path, KINDS[1], "text/html", b"slug=career".to_vec()).await;
                if status >= 500 {
                    wrong.push(format!("{method} {path} by {who}: {status}"));
                }
            }
            let status = ask(&mut browser, Method::POST, path, KINDS[2], "text/html", Vec::new()).await;
            if status >= 500 {
                wrong.push(format!("{path} by {who}, as a page: {status}"));
            }
        }
    }
    let functions = server_fn_paths().count();
    assert!(functions > 100 && asked > functions * 2 * KINDS.len(), "all functions were asked: {functions}, {asked} times");
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_is_a_fault_of_ours_on_sqlite() {
    no_answer_is_a_fault_of_ours(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_is_a_fault_of_ours_on_postgres() {
    no_answer_is_a_fault_of_ours(Engine::Postgres).await;
}
