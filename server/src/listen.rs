//! Connections: who gets one, and how long it may take to say what it wants.
//!
//! A connection costs a file and some memory for as long as it is there, and being there costs whoever opened it nothing. So there
//! are so many at once in all and from one address, and one that doesn't come to the end of its headers in time is closed, whether
//! it says nothing, sends a byte now and then, or rests after an answer. How long an answer may take is `router`'s.

use crate::address::Proxies;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::ServiceExt as _;

/// How long after the system had no file for a connection it is asked for one again.
const PAUSE: Duration = Duration::from_millis(200);

/// How many connections there are at once, and how long each may take.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// In all.
    pub connections: usize,
    /// From one address, or one IPv6 network of a customer (/64). Proxies may have more.
    pub from_one_address: usize,
    /// How long a request's headers may take, and how long a connection may rest.
    pub headers: Duration,
    /// The same for proxies: longer than they keep connections for the next request, else they'd send it on one that is being closed.
    pub proxy_headers: Duration,
    /// The operator's proxies, through which everybody comes.
    pub proxies: Proxies,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            connections: 2_000,
            from_one_address: 200,
            headers: Duration::from_secs(15),
            proxy_headers: Duration::from_secs(150),
            proxies: Proxies::default(),
        }
    }
}

/// Answers until it is stopped; then no new connection is taken, and what is under way is answered.
pub async fn serve(listener: TcpListener, app: Router, bounds: Bounds, mut stopped: watch::Receiver<bool>) {
    let places = Arc::new(Semaphore::new(bounds.connections));
    let addresses = Arc::new(Addresses::default());
    let mut under_way = tokio::task::JoinSet::new();
    loop {
        // The place comes first: connections beyond the last place wait in the system's queue, where they cost nothing here.
        let (place, accepted) = tokio::select! {
            next = next(&listener, &places) => next,
            () = said(&mut stopped) => break,
        };
        while under_way.try_join_next().is_some() {}
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::debug!(%error, "a connection could not be taken");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let is_proxy = bounds.proxies.are_at(peer.ip());
        let most = if is_proxy { bounds.connections } else { bounds.from_one_address };
        let Some(seat) = Seat::take(&addresses, peer.ip(), most) else {
            tracing::debug!(%peer, "too many connections from one address");
            continue;
        };
        let (app, stopped) = (app.clone(), stopped.clone());
        let headers = if is_proxy { bounds.proxy_headers } else { bounds.headers };
        let connection = Connection { stream, peer, headers, _place: place, _seat: seat };
        under_way.spawn(connection.answer(app, stopped));
    }
    drop(listener);
    while under_way.join_next().await.is_some() {}
}

async fn next(listener: &TcpListener, places: &Arc<Semaphore>) -> (Option<OwnedSemaphorePermit>, std::io::Result<(TcpStream, SocketAddr)>) {
    // It is never closed, so there is always a place some time.
    let place = Arc::clone(places).acquire_owned().await.ok();
    (place, listener.accept().await)
}

/// A connection, with its place among all and its seat among those of its address.
struct Connection {
    stream: TcpStream,
    peer: SocketAddr,
    headers: Duration,
    _place: Option<OwnedSemaphorePermit>,
    _seat: Seat,
}

impl Connection {
    async fn answer(self, app: Router, mut stopped: watch::Receiver<bool>) {
        // Answers are written whole; waiting for more to send would only hold their ends back.
        let _ = self.stream.set_nodelay(true);
        let peer = self.peer;
        let service = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            app.clone().oneshot(request)
        });
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(self.headers);
        let mut connection = pin!(builder.serve_connection(TokioIo::new(self.stream), service).with_upgrades());
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = said(&mut stopped) => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            tracing::trace!(%peer, %error, "a connection ended early");
        }
    }
}

/// How many connections each address has.
#[derive(Debug, Default)]
struct Addresses(Mutex<HashMap<IpAddr, usize>>);

/// One of an address's connections. It is given back when it is dropped.
#[derive(Debug)]
struct Seat {
    address: IpAddr,
    of: Arc<Addresses>,
}

impl Seat {
    fn take(of: &Arc<Addresses>, address: IpAddr, most: usize) -> Option<Self> {
        let address = shared(address);
        let mut taken = of.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = taken.entry(address).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        drop(taken);
        Some(Self { address, of: Arc::clone(of) })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.of.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.address) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                taken.remove(&self.address);
            }
        }
    }
}

/// What counts as one address: whoever has an IPv6 network has all that is in it.
fn shared(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_free_again_when_it_is_left_and_nothing_is_kept_of_it() {
        let addresses = Arc::new(Addresses::default());
        let take = |address: &str| Seat::take(&addresses, address.parse().unwrap(), 2);
        let (first, second) = (take("192.0.2.1"), take("::ffff:192.0.2.1"));
        assert!(first.is_some() && second.is_some() && take("192.0.2.1").is_none());
        let other = take("192.0.2.2");
        assert!(other.is_some());
        drop(first);
        assert!(take("192.0.2.1").is_some());
        drop((second, other));
        assert!(addresses.0.lock().unwrap().is_empty());
        let (near, far) = (take("2001:db8:0:1::1"), take("2001:db8:0:1::2"));
        assert!(take("2001:db8:0:1::3").is_none() && take("2001:db8:0:2::1").is_some());
        drop((near, far));
    }
}
