//! How much is kept of forms that come without JavaScript, so that nobody fills the database with them.
//!
//! Strangers are counted by their network, in memory: each process counts for itself, and a restart begins anew.

use axum::body::Bytes;
use chrono::{DateTime, Duration, Utc};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// The most that is kept of what was typed, in bytes of JSON: more than any form of ours holds in sensible use.
const TYPED_MAX: usize = 64 * 1024;
/// How many results are kept in a window for one network, of people who aren't signed in.
const STRANGERS: u32 = 100;
/// How long a window is.
const WINDOW: Duration = Duration::minutes(15);
/// Windows remembered before those that have ended are swept out.
const SWEEP_AT: usize = 4_096;

/// What was typed, without what is secret, and without what is too much.
pub fn typed(body: &Bytes) -> Vec<(String, String)> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(body).unwrap_or_default();
    let mut left = TYPED_MAX;
    pairs
        .into_iter()
        .filter(|(name, value)| !is_secret(name) && !name.contains('\0') && !value.contains('\0'))
        .map(|(name, value)| (bare(&name), value))
        .filter(|pair| {
            let size = serde_json::to_vec(pair).map_or(usize::MAX, |json| json.len().saturating_add(1));
            let fits = size <= left;
            left -= if fits { size } else { 0 };
            fits
        })
        .collect()
}

fn is_secret(name: &str) -> bool {
    name.contains("password") || name.contains("token")
}

/// A list's boxes are called `name[]` or `name[0]`; the form's fields ask by the name alone.
fn bare(name: &str) -> String {
    match name.split_once('[') {
        Some((start, inside)) if inside.trim_end_matches(']').chars().all(|c| c.is_ascii_digit()) => start.to_owned(),
        _ => name.to_owned(),
    }
}

/// Counts of what is kept for strangers, by their networks.
#[derive(Debug, Default)]
pub struct Strangers(Mutex<HashMap<IpAddr, Window>>);

#[derive(Debug, Clone, Copy)]
struct Window {
    ends: DateTime<Utc>,
    used: u32,
}

impl Strangers {
    /// Counts one; otherwise says in how many seconds there is room again.
    pub fn take(&self, now: DateTime<Utc>, network: IpAddr) -> Result<(), u64> {
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= SWEEP_AT && windows.len() == windows.capacity() {
            windows.retain(|_, window| window.ends > now);
        }
        let fresh = Window { ends: now + WINDOW, used: 0 };
        let window = windows.entry(network).or_insert(fresh);
        if window.ends <= now {
            *window = fresh;
        }
        if window.used >= STRANGERS {
            let left = u64::try_from((window.ends - now).num_milliseconds()).unwrap_or(0);
            return Err(left.div_ceil(1000));
        }
        window.used = window.used.saturating_add(1);
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_kept() {
        let typed =
            typed(&Bytes::from_static(b"email=a%40b&password=x&new_password=y&token=t&tags%5B%5D=1&tags%5B1%5D=2&about=a+b&bad=%00"));
        let names: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(names, [("email", "a@b"), ("tags", "1"), ("tags", "2"), ("about", "a b")]);
    }

    #[test]
    fn what_is_too_much_is_left_out_and_the_rest_stays() {
        let kept = typed(&Bytes::from(format!("name=Ada&about={}&zone=UTC", "x".repeat(TYPED_MAX))));
        assert_eq!(kept, [("name".to_owned(), "Ada".to_owned()), ("zone".to_owned(), "UTC".to_owned())]);
        for many in ["a&".repeat(200_000), "a=%01&".repeat(80_000), format!("a={}", "%01".repeat(150_000))] {
            let size = serde_json::to_vec(&typed(&Bytes::from(many))).unwrap().len();
            assert!(size <= TYPED_MAX + 2, "{size}");
        }
    }

    #[test]
    fn strangers_of_one_network_share_a_window() {
        let strangers = Strangers::default();
        let now = "2026-03-02T09:00:00Z".parse().unwrap();
        let (here, there) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        for _ in 0..STRANGERS {
            strangers.take(now, here).unwrap();
        }
        assert_eq!(strangers.take(now + Duration::minutes(5), here), Err(600));
        strangers.take(now, there).unwrap();
        strangers.take(now + WINDOW, here).unwrap();
    }

    #[test]
    fn ended_windows_do_not_pile_up() {
        let strangers = Strangers::default();
        let start: DateTime<Utc> = "2026-03-02T09:00:00Z".parse().unwrap();
        for n in 0..100_000_u32 {
            strangers.take(start + Duration::seconds(i64::from(n)), IpAddr::from(n.to_be_bytes())).unwrap();
        }
        assert!(strangers.0.lock().unwrap().len() < 20_000);
    }
}
