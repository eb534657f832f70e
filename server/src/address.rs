//! Where a request comes from, seen through the operator's proxies.
//!
//! `X-Forwarded-For` is believed only when it comes from a proxy that the operator named: else anybody would write there what they
//! like, and with it choose whose limits they use up.

use axum::http::HeaderMap;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};

/// This machine.
const LOOPBACK: [&str; 2] = ["127.0.0.0/8", "::1/128"];
/// Networks that no packet from the Internet comes from.
const PRIVATE: [&str; 6] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10"];

/// The proxies of the operator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies {
    /// Where they are.
    trusted: Vec<IpNet>,
    /// How many of them stand one behind the other, where only their number was said.
    number: Option<usize>,
}

impl Proxies {
    /// Proxies by their addresses, networks, or the words `loopback` and `private`, between commas.
    ///
    /// # Errors
    /// The first that is none of these.
    pub fn at(list: &str) -> Result<Self, String> {
        let mut trusted = Vec::new();
        for word in list.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            match word {
                "loopback" => trusted.extend(networks(&LOOPBACK)),
                "private" => trusted.extend(networks(&LOOPBACK).chain(networks(&PRIVATE))),
                _ => trusted.push(network(word).ok_or_else(|| word.to_owned())?),
            }
        }
        Ok(Self { trusted, number: None })
    }

    /// So many proxies, somewhere on this machine or in a private network. Whoever else is there is believed as well.
    #[must_use]
    pub fn number(number: usize) -> Self {
        let trusted = if number == 0 { Vec::new() } else { networks(&LOOPBACK).chain(networks(&PRIVATE)).collect() };
        Self { trusted, number: (number > 0).then_some(number) }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.trusted.is_empty()
    }

    /// Whether an address is one of theirs.
    #[must_use]
    pub fn are_at(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.trusted.iter().any(|network| network.contains(&address))
    }

    /// The address of the person. Each proxy appends the address it was asked from to `X-Forwarded-For`: from the end on, what
    /// our proxies wrote is true, up to the first address that isn't one of theirs. Everything before it is hearsay.
    #[must_use]
    pub fn client(&self, peer: SocketAddr, headers: &HeaderMap) -> IpAddr {
        let peer = peer.ip().to_canonical();
        if !self.are_at(peer) {
            return peer;
        }
        let written = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
        let written: Vec<&str> = written.collect();
        let mut written = written.into_iter().rev().map(|entry| parse(entry.trim()));
        match self.number {
            Some(number) => written.nth(number.saturating_sub(1)).flatten().unwrap_or(peer),
            None => {
                let mut nearest = peer;
                for entry in written {
                    match entry {
                        Some(address) if self.are_at(address) => nearest = address,
                        Some(address) => return address,
                        None => break,
                    }
                }
                nearest
            }
        }
    }
}

fn networks(list: &[&str]) -> impl Iterator<Item = IpNet> {
    list.iter().filter_map(|word| network(word))
}

/// A network, or an address alone.
fn network(word: &str) -> Option<IpNet> {
    word.parse().ok().or_else(|| word.parse::<IpAddr>().ok().map(IpNet::from))
}

/// Whether somebody on this machine asks, and not through a proxy.
pub(crate) fn is_local(peer: SocketAddr, headers: &HeaderMap) -> bool {
    let forwarded = ["x-forwarded-for", "forwarded", "x-real-ip"].iter().any(|name| headers.contains_key(*name));
    peer.ip().to_canonical().is_loopback() && !forwarded
}

/// Some proxies write the port too.
fn parse(entry: &str) -> Option<IpAddr> {
    let bare = entry.trim_start_matches('[').trim_end_matches(']');
    let address = bare.parse().ok().or_else(|| entry.parse::<SocketAddr>().ok().map(|address| address.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn headers(forwarded: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        headers
    }

    fn seen_from(peer: &str, proxies: &Proxies, forwarded: &[&str]) -> String {
        proxies.client(peer.parse().unwrap(), &headers(forwarded)).to_string()
    }

    fn seen(number: usize, forwarded: &[&str]) -> String {
        seen_from("10.0.0.1:5000", &Proxies::number(number), forwarded)
    }

    #[test]
    fn without_a_proxy_nothing_that_was_written_counts() {
        assert_eq!(seen(0, &["1.2.3.4"]), "10.0.0.1");
        assert_eq!(seen_from("10.0.0.1:5000", &Proxies::default(), &["1.2.3.4"]), "10.0.0.1");
    }

    #[test]
    fn only_what_trusted_proxies_wrote_counts() {
        assert_eq!(seen(1, &["6.6.6.6, 1.2.3.4"]), "1.2.3.4");
        assert_eq!(seen(2, &["6.6.6.6, 1.2.3.4, 10.0.0.9"]), "1.2.3.4");
        assert_eq!(seen(2, &["6.6.6.6, 1.2.3.4", "10.0.0.9"]), "1.2.3.4");
    }

    #[test]
    fn whoever_comes_by_themselves_writes_nobodys_address() {
        let named = Proxies::at("192.0.2.7, 2001:db8::/32").unwrap();
        for proxies in [Proxies::number(1), Proxies::at("private").unwrap(), named.clone()] {
            assert_eq!(seen_from("203.0.113.5:5000", &proxies, &["1.2.3.4"]), "203.0.113.5");
            assert_eq!(seen_from("[2001:bad::1]:5000", &proxies, &["1.2.3.4"]), "2001:bad::1");
        }
        assert_eq!(seen_from("192.0.2.7:5000", &named, &["6.6.6.6, 1.2.3.4"]), "1.2.3.4");
        assert_eq!(seen_from("10.0.0.1:5000", &named, &["1.2.3.4"]), "10.0.0.1", "near, but not named");
    }

    #[test]
    fn proxies_behind_each_other_are_passed_over() {
        let proxies = Proxies::at("loopback,192.0.2.0/24").unwrap();
        assert_eq!(seen_from("127.0.0.1:1", &proxies, &["6.6.6.6, 1.2.3.4, 192.0.2.8"]), "1.2.3.4");
        assert_eq!(seen_from("[::ffff:127.0.0.1]:1", &proxies, &["6.6.6.6, ::ffff:1.2.3.4, 192.0.2.8"]), "1.2.3.4");
        assert_eq!(seen_from("127.0.0.1:1", &proxies, &["192.0.2.8"]), "192.0.2.8", "somebody beside the proxies");
        assert_eq!(seen_from("127.0.0.1:1", &proxies, &["1.2.3.4, unknown"]), "127.0.0.1", "what makes no sense ends it");
    }

    #[test]
    fn only_addresses_networks_and_two_words_are_places() {
        assert_eq!(Proxies::at("loopback, nginx"), Err("nginx".to_owned()));
        assert_eq!(Proxies::at("10.0.0.0/33"), Err("10.0.0.0/33".to_owned()));
        assert!(Proxies::at("").unwrap().is_none() && !Proxies::at("private").unwrap().is_none());
        assert_eq!((networks(&LOOPBACK).count(), networks(&PRIVATE).count()), (LOOPBACK.len(), PRIVATE.len()), "all of ours are networks");
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
