//! Files are read only for functions that take some, from whoever is signed in, and a few at a time.

use crate::harness::{Browser, Server, session};
use app::AppError;
use app::server::TAKE_FILES;
use axum::http::Method;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use leptos::server_fn::axum::server_fn_paths;
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

const JSON: (&str, &str) = ("accept", "application/json");

/// Announces a file of 8 MB and sends none of it.
async fn announce(server: &Server, path: &str, cookie: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.addr).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {}\r\naccept: application/json\r\ncookie: {cookie}\r\ncontent-length: 8000000\r\n\
         content-type: multipart/form-data; boundary=line\r\n\r\n",
        server.addr
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream
}

/// The status line of what comes within a few seconds, if anything does.
async fn status(stream: &mut TcpStream) -> Option<String> {
    let mut some = [0; 512];
    let length = timeout(Duration::from_secs(4), stream.read(&mut some)).await.ok()?.unwrap();
    String::from_utf8_lossy(&some[..length]).lines().next().map(str::to_owned)
}

async fn sent(browser: &mut Browser, path: &str, kind: &str, body: &'static [u8]) -> u16 {
    browser.send(Method::POST, path, &[(ACCEPT.as_str(), JSON.1), (CONTENT_TYPE.as_str(), kind)], body).await.status
}

#[test]
fn all_of_them_are_functions() {
    let functions: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
    assert!(TAKE_FILES.iter().all(|path| functions.contains(path)), "{TAKE_FILES:?}");
}

store::both! {
    async fn nothing_is_read_of_whoever_is_not_known(db) {
        let server = Server::start(db).await;
        for path in TAKE_FILES {
            for cookie in ["", &format!("{}=nobodys", server.session_cookie())] {
                let answer = status(&mut announce(&server, path, cookie).await).await;
                assert_eq!(answer.as_deref(), Some("HTTP/1.1 401 Unauthorized"), "{path}: at once, without a byte of it");
            }
        }
    }

    async fn other_functions_take_nothing_as_large(db) {
        let server = Server::start(db).await;
        let ada = server.stage.person("Ada").await;
        let cookie = format!("{}={}", server.session_cookie(), session(&server.stage, &ada).await);
        for path in ["/api/accounts/sign_in", "/api/people/save", "/explore", "/api/nothing"] {
            let answer = status(&mut announce(&server, path, &cookie).await).await;
            assert_eq!(answer.as_deref(), Some("HTTP/1.1 413 Payload Too Large"), "{path}");
        }
    }

    async fn a_form_of_files_says_where_its_parts_end(db) {
        let server = Server::start(db).await;
        let ada = server.stage.person("Ada").await;
        let mut browser = server.browser_of(&ada).await;
        for path in TAKE_FILES {
            for kind in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a", "application/x-www-form-urlencoded", "text/plain", ""] {
                assert_eq!(sent(&mut browser, path, kind, b"slug=career").await, 400, "{path} {kind:?}");
            }
            let bare = browser.send(Method::POST, path, &[JSON], "").await;
            assert_eq!(bare.status, 400, "{path}");
            assert!(matches!(bare.json(), AppError::Invalid(_)));
        }
    }

    async fn eight_files_are_sent_at_once(db) {
        let server = Server::start(db).await;
        let mut sending = Vec::new();
        for n in 0..9 {
            let cookie = format!("{}={}", server.session_cookie(), session(&server.stage, &server.stage.person(&format!("Ada {n}")).await).await);
            let mut stream = announce(&server, "/api/people/set_photo", &cookie).await;
            sending.push(tokio::spawn(async move {
                let mut some = [0; 512];
                // Longer than anybody waits for a turn.
                let answer = timeout(Duration::from_secs(8), stream.read(&mut some)).await;
                answer.ok().map(|length| String::from_utf8_lossy(&some[..length.unwrap()]).into_owned())
            }));
        }
        let mut refused = Vec::new();
        for answer in sending {
            refused.extend(answer.await.unwrap());
        }
        let [answer] = &refused[..] else { panic!("{refused:?}") };
        assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("retry-after: 5"), "{answer}");
    }

    async fn one_person_sends_one_file_at_a_time(db) {
        let server = Server::start(db).await;
        let (ada, eve) = (server.stage.person("Ada").await, server.stage.person("Eve").await);
        let cookie = async |person| format!("{}={}", server.session_cookie(), session(&server.stage, person).await);
        let mut first = announce(&server, "/api/people/set_photo", &cookie(&ada).await).await;
        assert_eq!(status(&mut first).await, None, "it is waited for");
        let mut second = announce(&server, "/api/people/set_photo", &cookie(&ada).await).await;
        assert_eq!(status(&mut second).await.as_deref(), Some("HTTP/1.1 503 Service Unavailable"));
        let mut hers = announce(&server, "/api/people/set_photo", &cookie(&eve).await).await;
        assert_eq!(status(&mut hers).await, None, "others are not held up");
        drop(first);
        let mut browser = server.browser_of(&ada).await;
        for _ in 0..50 {
            let body = b"--a\r\nContent-Disposition: form-data; name=\"picture\"\r\n\r\nx\r\n--a--\r\n";
            match sent(&mut browser, "/api/people/set_photo", "multipart/form-data; boundary=a", body).await {
                503 => tokio::time::sleep(Duration::from_millis(100)).await,
                other => return assert_eq!(other, 422, "no picture, but it was read"),
            }
        }
        panic!("a file that was given up is still waited for");
    }
}
