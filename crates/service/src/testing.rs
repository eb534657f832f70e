//! Builders for use-case tests: a context with a clock that stands still, and people to act.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "only tests use this module")]

use crate::clock::{Entropy, FixedClock};
use crate::{Ctx, Settings};
use chrono::{DateTime, Utc};
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
