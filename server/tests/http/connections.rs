//! Connections that cost more than they say: slow ones, resting ones, many of them.

use axum::Router;
use axum::routing::get;
use server::address::Proxies;
use server::listen::{self, Bounds};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};

const SOON: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(20);
const ASK: &[u8] = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n";

/// A server of one word. It ends when what it is told that by goes.
#[allow(clippy::disallowed_methods, reason = "not the application: nobody asks who may see its addresses")]
async fn server(bounds: Bounds) -> (SocketAddr, watch::Sender<bool>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addr = listener.local_addr().unwrap();
    let app = Router::new().route("/", get(async || "hello")).route(
        "/slow",
        get(async || {
            sleep(SOON * 3).await;
            "late"
        }),
    );
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(listen::serve(listener, app, bounds, stopped));
    (addr, stop)
}

/// What comes until the other end closes the connection; nothing when it doesn't in time.
async fn until_closed(stream: &mut TcpStream) -> Option<String> {
    let mut all = Vec::new();
    // That it was reset is an end, too.
    let _ = timeout(LONG, stream.read_to_end(&mut all)).await.ok()?;
    Some(String::from_utf8_lossy(&all).into_owned())
}

async fn answer(stream: &mut TcpStream) -> String {
    let mut some = [0; 1024];
    let length = timeout(LONG, stream.read(&mut some)).await.unwrap().unwrap();
    String::from_utf8_lossy(&some[..length]).into_owned()
}

#[tokio::test]
async fn whoever_sends_a_byte_now_and_then_is_not_waited_for() {
    let (addr, _stop) = server(Bounds { headers: SOON, ..Bounds::default() }).await;
    let (mut reader, mut writer) = TcpStream::connect(addr).await.unwrap().into_split();
    let trickle = tokio::spawn(async move {
        let bytes = b"GET / HTTP/1.1\r\nx: ".iter().chain(std::iter::repeat(&b'a'));
        for byte in bytes {
            if writer.write_all(&[*byte]).await.is_err() {
                return;
            }
            sleep(SOON / 10).await;
        }
    });
    let began = Instant::now();
    let mut all = Vec::new();
    assert!(timeout(LONG, reader.read_to_end(&mut all)).await.is_ok(), "it is closed");
    assert!(began.elapsed() >= SOON, "but not at once");
    assert!(!String::from_utf8_lossy(&all).contains("200 OK"));
    trickle.abort();
}

#[tokio::test]
async fn whoever_says_nothing_or_nothing_more_is_not_waited_for() {
    let (addr, _stop) = server(Bounds { headers: SOON, ..Bounds::default() }).await;
    let mut silent = TcpStream::connect(addr).await.unwrap();
    assert!(until_closed(&mut silent).await.is_some());
    let mut resting = TcpStream::connect(addr).await.unwrap();
    resting.write_all(ASK).await.unwrap();
    assert!(until_closed(&mut resting).await.unwrap().ends_with("hello"), "what was asked was answered");
}

#[tokio::test]
async fn an_answer_may_take_longer_than_its_question() {
    let (addr, _stop) = server(Bounds { headers: SOON, ..Bounds::default() }).await;
    let mut stream = TcpStream::connect(addr).await.unwrap();
    stream.write_all(b"GET /slow HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await.unwrap();
    assert!(until_closed(&mut stream).await.unwrap().ends_with("late"));
}

#[tokio::test]
async fn one_address_does_not_take_all_places() {
    // Nobody's connection ends for want of headers here.
    let (addr, _stop) = server(Bounds { from_one_address: 2, headers: LONG * 2, ..Bounds::default() }).await;
    let mut open = Vec::new();
    for _ in 0..2 {
        let mut stream = TcpStream::connect(addr).await.unwrap();
        stream.write_all(ASK).await.unwrap();
        assert!(answer(&mut stream).await.contains("200 OK"));
        open.push(stream);
    }
    let mut third = TcpStream::connect(addr).await.unwrap();
    assert_eq!(until_closed(&mut third).await.as_deref(), Some(""), "it is closed without an answer");
    drop(open.pop());
    for _ in 0..100 {
        let mut next = TcpStream::connect(addr).await.unwrap();
        let _ = next.write_all(ASK).await;
        let mut some = [0; 64];
        if next.read(&mut some).await.is_ok_and(|length| length > 0) {
            return;
        }
        sleep(SOON / 10).await;
    }
    panic!("a place that was left is not free again");
}

#[tokio::test]
async fn a_proxy_brings_everybody() {
    let bounds = Bounds { from_one_address: 1, proxies: Proxies::at("loopback").unwrap(), ..Bounds::default() };
    let (addr, _stop) = server(bounds).await;
    let mut open = Vec::new();
    for _ in 0..20 {
        let mut stream = TcpStream::connect(addr).await.unwrap();
        stream.write_all(ASK).await.unwrap();
        assert!(answer(&mut stream).await.contains("200 OK"));
        open.push(stream);
    }
}

#[tokio::test]
async fn a_proxy_keeps_its_connection_for_the_next_request() {
    let bounds = Bounds { headers: SOON / 10, proxy_headers: LONG, proxies: Proxies::at("loopback").unwrap(), ..Bounds::default() };
    let (addr, _stop) = server(bounds).await;
    let mut stream = TcpStream::connect(addr).await.unwrap();
    for _ in 0..2 {
        stream.write_all(ASK).await.unwrap();
        assert!(answer(&mut stream).await.contains("200 OK"));
        sleep(SOON).await;
    }
}

#[tokio::test]
async fn connections_beyond_the_last_place_wait_for_one() {
    let (addr, _stop) = server(Bounds { connections: 1, headers: SOON * 3, ..Bounds::default() }).await;
    let mut first = TcpStream::connect(addr).await.unwrap();
    let mut second = TcpStream::connect(addr).await.unwrap();
    second.write_all(ASK).await.unwrap();
    assert!(timeout(SOON, second.read(&mut [0; 64])).await.is_err(), "there is one place");
    // The first one rests too long, and its place is the second one's.
    assert!(until_closed(&mut first).await.is_some());
    assert!(answer(&mut second).await.contains("200 OK"));
}

#[tokio::test]
async fn what_is_under_way_is_answered_when_the_server_stops() {
    let (addr, stop) = server(Bounds::default()).await;
    let mut stream = TcpStream::connect(addr).await.unwrap();
    stream.write_all(b"GET /slow HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    sleep(SOON / 3).await;
    stop.send(true).unwrap();
    assert!(until_closed(&mut stream).await.unwrap().ends_with("late"));
    assert!(TcpStream::connect(addr).await.is_err(), "nobody new is taken");
}
