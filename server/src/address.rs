//! Where a request comes from, seen through as many proxies as the operator has.

use axum::http::HeaderMap;
use std::net::{IpAddr, SocketAddr};

/// The address of the person. Each trusted proxy appends the address it was asked from to `X-Forwarded-For`, so the last
/// entries are theirs and everything before them is hearsay.
pub fn client(peer: SocketAddr, headers: &HeaderMap, proxies: usize) -> IpAddr {
    let Some(back) = proxies.checked_sub(1) else { return peer.ip() };
    let written: Vec<&str> =
        headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).collect();
    written.iter().rev().nth(back).and_then(|entry| parse(entry.trim())).unwrap_or(peer.ip())
}

/// Whether somebody on this machine asks, and not through a proxy.
pub fn is_local(peer: SocketAddr, headers: &HeaderMap) -> bool {
    let forwarded = ["x-forwarded-for", "forwarded", "x-real-ip"].iter().any(|name| headers.contains_key(*name));
    peer.ip().to_canonical().is_loopback() && !forwarded
}

/// Some proxies write the port too.
fn parse(entry: &str) -> Option<IpAddr> {
    let bare = entry.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(|| entry.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn seen(proxies: usize, forwarded: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        client("10.0.0.1:5000".parse().unwrap(), &headers, proxies).to_string()
    }

    #[test]
    fn without_a_proxy_nothing_that_was_written_counts() {
        assert_eq!(seen(0, &["1.2.3.4"]), "10.0.0.1");
    }

    #[test]
    fn only_what_trusted_proxies_wrote_counts() {
        assert_eq!(seen(1, &["6.6.6.6, 1.2.3.4"]), "1.2.3.4");
        assert_eq!(seen(2, &["6.6.6.6, 1.2.3.4, 10.0.0.9"]), "1.2.3.4");
        assert_eq!(seen(2, &["6.6.6.6, 1.2.3.4", "10.0.0.9"]), "1.2.3.4");
    }

    #[test]
    fn too_few_or_senseless_entries_fall_back_to_the_peer() {
        assert_eq!(seen(1, &[]), "10.0.0.1");
        assert_eq!(seen(3, &["1.2.3.4"]), "10.0.0.1");
        assert_eq!(seen(1, &["unknown"]), "10.0.0.1");
    }

    #[test]
    fn ports_and_brackets_are_understood() {
        assert_eq!(seen(1, &["1.2.3.4:777"]), "1.2.3.4");
        assert_eq!(seen(1, &["[2001:db8::1]"]), "2001:db8::1");
        assert_eq!(seen(1, &["[2001:db8::1]:777"]), "2001:db8::1");
    }

    #[test]
    fn a_proxy_on_this_machine_does_not_make_the_person_local() {
        let mut headers = HeaderMap::new();
        assert!(is_local("127.0.0.1:1".parse().unwrap(), &headers));
        assert!(is_local("[::1]:1".parse().unwrap(), &headers));
        assert!(is_local("[::ffff:127.0.0.1]:1".parse().unwrap(), &headers));
        assert!(!is_local("192.168.0.1:1".parse().unwrap(), &headers));
        headers.insert("x-forwarded-for", "127.0.0.1".parse().unwrap());
        assert!(!is_local("127.0.0.1:1".parse().unwrap(), &headers));
    }
}
