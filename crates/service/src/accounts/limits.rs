//! How often one may try, counted in memory, and answers that take equally long.
//!
//! A fixed window per limit and key is plain and good enough to make guessing hopeless. Counts are lost at a restart and
//! each process counts for itself.

use crate::Error;
use chrono::{DateTime, Duration, Utc};
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

/// So many times in so long.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit {
    name: &'static str,
    times: u32,
    window: Duration,
}

/// Signing in to one account, from wherever.
pub(super) const SIGN_IN_PER_ACCOUNT: Limit = Limit { name: "sign-in/account", times: 10, window: Duration::minutes(15) };
/// Signing in from one network address, to whatever account.
pub(super) const SIGN_IN_PER_ADDRESS: Limit = Limit { name: "sign-in/address", times: 50, window: Duration::minutes(15) };
/// Signing up from one network address.
pub(super) const SIGN_UP_PER_ADDRESS: Limit = Limit { name: "sign-up/address", times: 10, window: Duration::hours(1) };
/// Mails to one address that says it has an account already.
pub(super) const EXISTS_PER_ACCOUNT: Limit = Limit { name: "exists/account", times: 3, window: Duration::hours(1) };
/// Forgetting the password of one account.
pub(super) const FORGOT_PER_ACCOUNT: Limit = Limit { name: "forgot/account", times: 5, window: Duration::hours(1) };
/// Forgetting passwords at one network address.
pub(super) const FORGOT_PER_ADDRESS: Limit = Limit { name: "forgot/address", times: 20, window: Duration::hours(1) };
/// Asking for another address.
pub(super) const CHANGE_EMAIL_PER_ACCOUNT: Limit = Limit { name: "change-email/account", times: 5, window: Duration::hours(1) };
/// Giving the present password to change something.
pub(super) const PASSWORD_PER_ACCOUNT: Limit = Limit { name: "password/account", times: 10, window: Duration::minutes(15) };
/// Mails with invitations that one person sends from forms.
pub(crate) const INVITE_PER_PERSON: Limit = Limit { name: "invite/person", times: 300, window: Duration::hours(24) };
/// Mails with invitations to one address, whoever sends them.
pub(crate) const INVITE_PER_ADDRESS: Limit = Limit { name: "invite/address", times: 5, window: Duration::hours(24) };
/// Telling coordinators that the same person waits for them.
pub(crate) const WAITING_PER_ENROLMENT: Limit = Limit { name: "waiting/enrolment", times: 3, window: Duration::hours(24) };
/// Mails about goals that somebody proposes in one mentorship.
pub(crate) const GOALS_PER_MENTORSHIP: Limit = Limit { name: "goals/mentorship", times: 10, window: Duration::hours(24) };
/// Results of forms that are kept for one network address, of people who aren't signed in.
const KEPT_PER_ADDRESS: Limit = Limit { name: "kept/address", times: 100, window: Duration::minutes(15) };

/// How long an answer takes at least that must not tell by its time what was found.
const EVEN_ANSWER: std::time::Duration = std::time::Duration::from_millis(300);
/// Windows kept before those that have ended are swept out.
const SWEEP_AT: usize = 4_096;

/// Counts of attempts, and the least time that telling answers take.
#[derive(Debug)]
pub struct Limits {
    // Keyed by a seeded hash of limit and key: small, and what people typed isn't kept.
    windows: Mutex<HashMap<u64, Window>>,
    seed: RandomState,
    even_answer: std::time::Duration,
}

#[derive(Debug, Clone, Copy)]
struct Window {
    ends: DateTime<Utc>,
    used: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { windows: Mutex::default(), seed: RandomState::new(), even_answer: EVEN_ANSWER }
    }
}

impl Limits {
    /// Limits that count as usual but answer as soon as they can, for tests that have nothing to hide.
    #[must_use]
    pub fn without_delay() -> Self {
        Self { even_answer: std::time::Duration::ZERO, ..Self::default() }
    }

    /// Counts one attempt.
    ///
    /// # Errors
    /// [`Error::TooMany`] with the seconds until the window ends, when it is used up.
    pub(crate) fn take(&self, now: DateTime<Utc>, limit: Limit, key: &str) -> Result<(), Error> {
        let slot = self.seed.hash_one((limit.name, key));
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= SWEEP_AT && windows.len() == windows.capacity() {
            windows.retain(|_, w| w.ends > now);
        }
        let window = windows.entry(slot).or_insert(Window { ends: now + limit.window, used: 0 });
        if window.ends <= now {
            *window = Window { ends: now + limit.window, used: 0 };
        }
        if window.used >= limit.times {
            let left = u64::try_from((window.ends - now).num_milliseconds()).unwrap_or(0);
            return Err(Error::TooMany(left.div_ceil(1000)));
        }
        window.used += 1;
        Ok(())
    }

    /// Counts one result of a form, posted without JavaScript, that is kept for somebody who isn't signed in.
    ///
    /// # Errors
    /// [`Error::TooMany`]: nothing more is kept for where they are.
    pub fn keep_for(&self, now: DateTime<Utc>, client: &super::Client) -> Result<(), Error> {
        self.take(now, KEPT_PER_ADDRESS, &client.limit_key())
    }

    /// Forgets the attempts of a key: it turned out to be the right person.
    pub(super) fn forgive(&self, limit: Limit, key: &str) {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.seed.hash_one((limit.name, key)));
    }

    /// Does the work, but answers no sooner than after a fixed time, so that the time tells nothing about what was found.
    pub(super) async fn evenly<T>(&self, work: impl Future<Output = T>) -> T {
        tokio::join!(work, tokio::time::sleep(self.even_answer)).0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    const THRICE: Limit = Limit { name: "test", times: 3, window: Duration::minutes(10) };

    fn start() -> DateTime<Utc> {
        "2026-03-02T09:00:00Z".parse().unwrap()
    }

    #[test]
    fn the_window_fills_and_empties() {
        let limits = Limits::default();
        for _ in 0..3 {
            limits.take(start(), THRICE, "a").unwrap();
        }
        let later = start() + Duration::minutes(4);
        assert!(matches!(limits.take(later, THRICE, "a"), Err(Error::TooMany(360))));
        limits.take(later, THRICE, "b").unwrap();
        limits.take(later, Limit { name: "other", ..THRICE }, "a").unwrap();
        limits.take(start() + Duration::minutes(10), THRICE, "a").unwrap();
    }

    #[test]
    fn being_refused_does_not_lengthen_the_wait() {
        let limits = Limits::default();
        for minute in 0..10 {
            let _ = limits.take(start() + Duration::minutes(minute), THRICE, "a");
        }
        limits.take(start() + Duration::minutes(10), THRICE, "a").unwrap();
    }

    #[test]
    fn the_right_person_begins_anew() {
        let limits = Limits::default();
        for _ in 0..30 {
            limits.take(start(), THRICE, "a").unwrap();
            limits.forgive(THRICE, "a");
        }
    }

    #[test]
    fn ended_windows_do_not_pile_up() {
        let limits = Limits::default();
        for n in 0..100_000_i64 {
            limits.take(start() + Duration::seconds(n), THRICE, &n.to_string()).unwrap();
        }
        assert!(limits.windows.lock().unwrap().len() < 20_000);
    }

    #[tokio::test]
    async fn an_answer_waits_for_its_time() {
        let limits = Limits { even_answer: std::time::Duration::from_millis(50), ..Limits::default() };
        let before = std::time::Instant::now();
        assert_eq!(limits.evenly(async { 7 }).await, 7);
        assert!(before.elapsed() >= std::time::Duration::from_millis(50));
    }
}
