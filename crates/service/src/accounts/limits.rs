//! How often one may try, counted in memory, and answers that take equally long.
//!
//! There are two ways to count. A [`Limit`] is a fixed window: so many in so long, then no more. A [`Pace`] slows down instead:
//! some at once, then one in so long, and who comes too early is kept waiting; only a crowd is sent away. Counts are lost at a
//! restart and each process counts for itself.

use crate::{Actor, Ctx, Error};
use chrono::{DateTime, Duration, Utc};
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// So many times in so long.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit {
    name: &'static str,
    times: u32,
    window: Duration,
}

/// So many at once, then one in so long.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    name: &'static str,
    at_once: i32,
    every: Duration,
}

/// Guessing the password of one account at one network.
pub(super) const GUESS_AT_NETWORK: Pace = Pace { name: "guess/network", at_once: 10, every: Duration::seconds(10) };
/// Guessing the password of one account, from wherever, on devices that never signed in to it. Much quicker than at one
/// network: it takes many of them to slow down somebody elsewhere, and who signed in before is not slowed down by it at all.
pub(super) const GUESS_ANYWHERE: Pace = Pace { name: "guess/anywhere", at_once: 100, every: Duration::seconds(2) };
/// Guessing the password of one account on a device that signed in to it before.
pub(super) const GUESS_ON_DEVICE: Pace = Pace { name: "guess/device", at_once: 10, every: Duration::seconds(10) };
/// Giving the present password to change something, on one device.
pub(super) const GUESS_SIGNED_IN: Pace = Pace { name: "guess/signed-in", at_once: 10, every: Duration::seconds(10) };
/// Giving the password that goes with a link that confirms an address.
pub(super) const GUESS_BY_LINK: Pace = Pace { name: "guess/link", at_once: 10, every: Duration::seconds(10) };
/// Setting a new password with one link: each try is judged.
pub(super) const RESET_BY_LINK: Pace = Pace { name: "reset/link", at_once: 10, every: Duration::seconds(10) };

/// Signing in in vain at one network, to whatever accounts.
pub(super) const WRONG_SIGN_INS: Limit = Limit { name: "sign-in/wrong", times: 100, window: Duration::minutes(15) };
/// Signing in at one network at all. A school's is one.
pub(super) const SIGN_INS: Limit = Limit { name: "sign-in/network", times: 2_000, window: Duration::minutes(15) };
/// Signing up in vain at one network: forms that were wrong. A password may have been judged for each.
pub(super) const WRONG_SIGN_UPS: Limit = Limit { name: "sign-up/wrong", times: 200, window: Duration::minutes(15) };
/// Signing up at one network. A hall full of people may begin on the same morning.
pub(super) const SIGN_UPS: Limit = Limit { name: "sign-up/network", times: 400, window: Duration::hours(1) };
/// Mails to one address that says it has an account already.
pub(super) const EXISTS_PER_ACCOUNT: Limit = Limit { name: "exists/account", times: 3, window: Duration::hours(1) };
/// Forgetting the password of one account at one network.
pub(super) const FORGOT_AT_NETWORK: Limit = Limit { name: "forgot/account-network", times: 5, window: Duration::hours(1) };
/// Forgetting passwords at one network.
pub(super) const FORGOT: Limit = Limit { name: "forgot/network", times: 100, window: Duration::hours(1) };
/// Mails to one address with a link that sets a new password. All of them work, so a sixth would bring nothing.
pub(super) const FORGOT_MAILS: Limit = Limit { name: "forgot/account", times: 5, window: Duration::hours(1) };
/// Asking for another address.
pub(super) const CHANGE_EMAIL_PER_ACCOUNT: Limit = Limit { name: "change-email/account", times: 5, window: Duration::hours(1) };
/// Attempts to sign in, of one account at one network, that are written down. More say nothing new.
pub(super) const NOTED_SIGN_INS: Limit = Limit { name: "sign-in/noted", times: 10, window: Duration::hours(1) };
/// What one person makes in a day: far more than anybody needs, and far less than fills a database. Organisations.
pub(crate) const ORGANISATIONS_A_DAY: Limit = Limit { name: "day/organisations", times: 20, window: Duration::hours(24) };
/// Programs that one person makes in a day.
pub(crate) const PROGRAMS_A_DAY: Limit = Limit { name: "day/programs", times: 100, window: Duration::hours(24) };
/// Match runs that one person makes in a day.
pub(crate) const RUNS_A_DAY: Limit = Limit { name: "day/runs", times: 500, window: Duration::hours(24) };
/// Goals that one person makes in a day.
pub(crate) const GOALS_A_DAY: Limit = Limit { name: "day/goals", times: 200, window: Duration::hours(24) };
/// Comments that one person writes in a day.
pub(crate) const COMMENTS_A_DAY: Limit = Limit { name: "day/comments", times: 1_000, window: Duration::hours(24) };
/// Copies of their data that one person takes in a day.
pub(crate) const COPIES_A_DAY: Limit = Limit { name: "day/copies", times: 10, window: Duration::hours(24) };
/// Mails with invitations that one person sends from forms.
pub(crate) const INVITE_PER_PERSON: Limit = Limit { name: "invite/person", times: 300, window: Duration::hours(24) };
/// Mails with invitations of one organisation to one address, whoever sends them.
pub(crate) const INVITE_BY_ORGANISATION: Limit = Limit { name: "invite/organisation-address", times: 5, window: Duration::hours(24) };
/// Mails with invitations of one person to one address, to whatever organisations. Anybody may make those, so what one of them
/// sends must not use up what another one may.
pub(crate) const INVITE_BY_PERSON: Limit = Limit { name: "invite/person-address", times: 5, window: Duration::hours(24) };
/// Mails with invitations to one address, whoever sends them.
pub(crate) const INVITE_PER_ADDRESS: Limit = Limit { name: "invite/address", times: 50, window: Duration::hours(24) };
/// NotificationContext coordinators that the same person waits for them.
pub(crate) const WAITING_PER_ENROLMENT: Limit = Limit { name: "waiting/enrolment", times: 3, window: Duration::hours(24) };
/// Mails about goals that somebody proposes in one mentorship.
pub(crate) const GOALS_PER_MENTORSHIP: Limit = Limit { name: "goals/mentorship", times: 10, window: Duration::hours(24) };
/// Results of forms that are kept for one network address, of people who aren't signed in.
const KEPT_PER_ADDRESS: Limit = Limit { name: "kept/address", times: 100, window: Duration::minutes(15) };

/// For how long somebody who comes too early is kept waiting, rather than sent away.
const PATIENCE: Duration = Duration::seconds(10);
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
    /// Whether who comes too early really waits; tests only ask for how long.
    waits: bool,
    waited: AtomicU64,
}

#[derive(Debug, Clone, Copy)]
struct Window {
    /// Of a pace: when all that was taken is used up.
    ends: DateTime<Utc>,
    used: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { windows: Mutex::default(), seed: RandomState::new(), even_answer: EVEN_ANSWER, waits: true, waited: AtomicU64::new(0) }
    }
}

impl Limits {
    /// Limits that count as usual but answer as soon as they can, for tests that have nothing to hide.
    #[must_use]
    pub fn without_delay() -> Self {
        Self { even_answer: std::time::Duration::ZERO, waits: false, ..Self::default() }
    }

    /// Counts one attempt.
    ///
    /// # Errors
    /// [`Error::TooMany`] with the seconds until the window ends, when it is used up.
    pub(crate) fn take(&self, now: DateTime<Utc>, limit: Limit, key: &str) -> Result<(), Error> {
        let slot = self.slot(limit.name, key);
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        sweep(&mut windows, now);
        let window = windows.entry(slot).or_insert(Window { ends: now + limit.window, used: 0 });
        if window.ends <= now {
            *window = Window { ends: now + limit.window, used: 0 };
        }
        if window.used >= limit.times {
            return Err(Error::TooMany(seconds(window.ends - now)));
        }
        window.used += 1;
        Ok(())
    }

    /// Counts one thing that somebody makes.
    ///
    /// # Errors
    /// As [`Limits::take`].
    pub(crate) fn one_more(&self, ctx: &Ctx, limit: Limit, actor: &Actor) -> Result<(), Error> {
        self.take(ctx.now(), limit, &actor.id.to_string())
    }

    /// Takes one attempt back: it wasn't what the limit is about.
    pub(super) fn give_back(&self, limit: Limit, key: &str) {
        if let Some(window) = self.windows.lock().unwrap_or_else(PoisonError::into_inner).get_mut(&self.slot(limit.name, key)) {
            window.used = window.used.saturating_sub(1);
        }
    }

    /// Counts one attempt by all of these paces, and keeps whoever comes too early waiting until it is their turn.
    ///
    /// # Errors
    /// [`Error::TooMany`] with the seconds until their turn, when that is too long to wait for. Nothing is counted then.
    pub(super) async fn pace(&self, now: DateTime<Utc>, paces: &[(Pace, &str)]) -> Result<(), Error> {
        let wait = self.take_turn(now, paces)?;
        self.waited.fetch_add(seconds(wait), Ordering::Relaxed);
        if self.waits && wait > Duration::zero() {
            tokio::time::sleep(wait.to_std().unwrap_or_default()).await;
        }
        Ok(())
    }

    /// How long to wait for the next turn, which is taken.
    fn take_turn(&self, now: DateTime<Utc>, paces: &[(Pace, &str)]) -> Result<Duration, Error> {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        sweep(&mut windows, now);
        let mut turns = Vec::with_capacity(paces.len());
        let mut wait = Duration::zero();
        for (pace, key) in paces {
            let slot = self.slot(pace.name, key);
            let taken = windows.get(&slot).map_or(now, |w| w.ends.max(now));
            wait = wait.max(taken - now - pace.every * (pace.at_once - 1));
            turns.push((slot, taken + pace.every));
        }
        if wait > PATIENCE {
            return Err(Error::TooMany(seconds(wait)));
        }
        windows.extend(turns.into_iter().map(|(slot, ends)| (slot, Window { ends, used: 0 })));
        Ok(wait)
    }

    /// Takes one attempt back, as it turned out to be the right person's.
    pub(super) fn give_turn_back(&self, pace: Pace, key: &str) {
        if let Some(window) = self.windows.lock().unwrap_or_else(PoisonError::into_inner).get_mut(&self.slot(pace.name, key)) {
            window.ends -= pace.every;
        }
    }

    /// For how many seconds people were kept waiting since the start, one after the other.
    #[must_use]
    pub fn waited(&self) -> u64 {
        self.waited.load(Ordering::Relaxed)
    }

    /// Counts one result of a form, posted without JavaScript, that is kept for somebody who isn't signed in.
    ///
    /// # Errors
    /// [`Error::TooMany`]: nothing more is kept for where they are.
    pub fn keep_for(&self, now: DateTime<Utc>, client: &super::Client) -> Result<(), Error> {
        self.take(now, KEPT_PER_ADDRESS, &client.network())
    }

    /// Forgets the attempts of a key: it turned out to be the right person.
    pub(super) fn forgive(&self, pace: Pace, key: &str) {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.slot(pace.name, key));
    }

    fn slot(&self, name: &str, key: &str) -> u64 {
        self.seed.hash_one((name, key))
    }

    /// Does the work, but answers no sooner than after a fixed time, so that the time tells nothing about what was found.
    pub(super) async fn evenly<T>(&self, work: impl Future<Output = T>) -> T {
        tokio::join!(work, tokio::time::sleep(self.even_answer)).0
    }
}

/// Sweeps out what has ended, now and then.
fn sweep(windows: &mut HashMap<u64, Window>, now: DateTime<Utc>) {
    if windows.len() >= SWEEP_AT && windows.len() == windows.capacity() {
        windows.retain(|_, w| w.ends > now);
    }
}

/// Whole seconds, none too few.
fn seconds(time: Duration) -> u64 {
    u64::try_from(time.num_milliseconds()).unwrap_or(0).div_ceil(1000)
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
    fn what_is_given_back_was_not_used() {
        let limits = Limits::default();
        for _ in 0..30 {
            limits.take(start(), THRICE, "a").unwrap();
            limits.give_back(THRICE, "a");
        }
        limits.give_back(THRICE, "nobody");
    }

    const STEADY: Pace = Pace { name: "pace", at_once: 3, every: Duration::seconds(4) };

    /// How long the next one waits, or after how long to come again.
    fn turn(limits: &Limits, at: i64, key: &str) -> Result<i64, u64> {
        match limits.take_turn(start() + Duration::seconds(at), &[(STEADY, key)]) {
            Ok(wait) => Ok(wait.num_seconds()),
            Err(Error::TooMany(seconds)) => Err(seconds),
            Err(other) => unreachable!("{other}"),
        }
    }

    #[test]
    fn some_at_once_and_then_one_after_the_other() {
        let limits = Limits::default();
        let at_once: Vec<_> = (0..6).map(|_| turn(&limits, 0, "a")).collect();
        assert_eq!(at_once, [Ok(0), Ok(0), Ok(0), Ok(4), Ok(8), Err(12)], "a crowd is sent away");
        assert_eq!(turn(&limits, 0, "a"), Err(12), "being sent away doesn't lengthen the wait");
        assert_eq!(turn(&limits, 0, "b"), Ok(0), "others aren't concerned");
        assert_eq!(turn(&limits, 12, "a"), Ok(0));
        assert_eq!(turn(&limits, 12, "a"), Ok(4));
        assert_eq!(turn(&limits, 60, "a"), Ok(0), "after a rest it is as in the beginning");
    }

    #[test]
    fn who_keeps_the_pace_never_waits() {
        let limits = Limits::default();
        assert!((0..100).all(|n| turn(&limits, n * 4, "a") == Ok(0)));
    }

    #[test]
    fn the_right_person_begins_anew() {
        let limits = Limits::default();
        for _ in 0..30 {
            assert_eq!(turn(&limits, 0, "a"), Ok(0));
            limits.forgive(STEADY, "a");
            assert_eq!(turn(&limits, 0, "b"), Ok(0));
            limits.give_turn_back(STEADY, "b");
        }
    }

    #[test]
    fn of_several_paces_the_slowest_counts_and_who_is_sent_away_is_counted_by_none() {
        let limits = Limits::default();
        let slow = Pace { name: "slow", at_once: 1, every: Duration::seconds(9) };
        let both = [(STEADY, "a"), (slow, "a")];
        assert_eq!(limits.take_turn(start(), &both).unwrap(), Duration::zero());
        assert_eq!(limits.take_turn(start(), &both).unwrap(), Duration::seconds(9));
        assert!(limits.take_turn(start(), &both).is_err());
        assert_eq!(turn(&limits, 0, "a"), Ok(0), "the third by this pace, not the fourth");
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
