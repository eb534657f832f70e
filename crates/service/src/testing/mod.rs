//! Builders for use-case tests: a context with a clock that stands still, and people to act.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "only tests use this module")]

mod answers;
mod people;
mod programs;

pub use answers::{at_once, problems, refusal};
pub use programs::ProgramBuilder;

use crate::clock::{Entropy, FixedClock};
use crate::{Actor, Ctx, Settings};
use chrono::{DateTime, Utc};
use domain::PersonId;
use i18n::Locale;
use std::sync::{Arc, Mutex};
use store::Db;

/// A context for tests: the clock stands at 2026-03-02 09:00 UTC (a Monday) until it is moved, chance is counted up.
#[derive(Debug, Clone)]
pub struct Stage {
    /// What use cases take.
    pub ctx: Ctx,
    /// The clock in it.
    pub clock: Arc<FixedClock>,
}

impl Stage {
    /// Sets the stage on a database.
    #[must_use]
    pub fn new(db: &Db) -> Self {
        let start: DateTime<Utc> = "2026-03-02T09:00:00Z".parse().unwrap();
        let clock = Arc::new(FixedClock::new(start));
        let mut ctx = Ctx::new(db.clone(), Settings::default());
        ctx.clock = clock.clone();
        ctx.entropy = Arc::new(Counting::default());
        ctx.limits = Arc::new(crate::accounts::Limits::without_delay());
        Self { ctx, clock }
    }

    /// Somebody of `store::testing::rows`, signed in. The session is made up: use cases don't look at it.
    ///
    /// # Panics
    /// When the person isn't there.
    pub async fn signed_in(&self, person: PersonId) -> Actor {
        let account = store::accounts::by_id(&mut self.ctx.read().await.unwrap(), person).await.unwrap().unwrap();
        Actor {
            id: person,
            session: self.ctx.id(),
            name: account.name,
            locale: Locale::from_tag(&account.locale).unwrap_or_default(),
            zone: account.zone,
            verified: account.email_verified_at.is_some(),
        }
    }
}

/// A random source that isn't: the same bytes in each run.
#[derive(Debug, Default)]
struct Counting(Mutex<u64>);

impl Entropy for Counting {
    fn fill(&self, buffer: &mut [u8]) {
        let mut n = self.0.lock().unwrap();
        for chunk in buffer.chunks_mut(8) {
            *n += 1;
            let bytes = n.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
            chunk.copy_from_slice(bytes.get(..chunk.len()).unwrap());
        }
    }
}
