//! Hashing passwords with argon2id, and judging new ones: each in a queue of its own.
//!
//! One hash takes 19 MiB and some hundredths of a second, so only as many run at once as there are cores; the rest wait
//! their turn without holding a thread. Judging waits elsewhere: whoever signs in is not held up by those who sign up.

use super::queue::{Asker, Queue};
use crate::{Ctx, Error};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::sync::atomic::{AtomicU64, Ordering};
use use_case::use_case;

/// Memory in KiB, passes and lanes: OWASP's first recommendation for argon2id.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The hash of a random password that nobody knows, made with the parameters above. Checked when there is no account, so
/// that an unknown address takes the same time.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$hwy/tJFYc2xUG/maLowxFw$YC6yfH7sUaUhdqNkdj9d/9G3yiKBM6c9PmkLAOM2488";

/// Hashes passwords with argon2id and judges new ones, a few at a time.
#[derive(Debug)]
pub struct Hasher {
    hashing: Queue,
    judging: Queue,
    done: AtomicU64,
    judged: AtomicU64,
}

impl Default for Hasher {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        // Judging never takes more than half of them.
        let (hashing, judging) = (Queue::of(cores), Queue::of(cores.div_ceil(2)));
        Self { hashing, judging, done: AtomicU64::new(0), judged: AtomicU64::new(0) }
    }
}

impl Hasher {
    /// One where so many are at work at once and so many wait or work, for tests that fill it.
    #[must_use]
    pub fn sized(turns: usize, places: usize) -> Self {
        Self { hashing: Queue::new(turns, places), judging: Queue::new(turns, places), ..Self::default() }
    }

    /// The hash of a password as a PHC string, with a fresh salt.
    ///
    /// # Errors
    /// Too many wait already, or a fault of ours.
    #[use_case]
    pub async fn hash(&self, ctx: &Ctx, password: &str) -> Result<String, Error> {
        self.hash_for(Asker::Stranger, ctx, password).await
    }

    /// The same for who asks.
    pub(super) async fn hash_for(&self, who: Asker, ctx: &Ctx, password: &str) -> Result<String, Error> {
        let mut salt = [0_u8; 16];
        ctx.entropy.fill(&mut salt);
        let password = password.to_owned();
        let hash = self.hashing.run(who, move || {
            let hash: PasswordHash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt).map_err(internal)?;
            Ok(hash.to_string())
        });
        self.counted(hash.await)
    }

    /// Whether a password fits a hash. Without a hash the same work is done and the answer is no.
    ///
    /// # Errors
    /// Too many wait already, or a fault of ours. A hash that can't be read fits no password.
    pub(super) async fn verify(&self, who: Asker, password: &str, hash: Option<&str>) -> Result<bool, Error> {
        let known = hash.filter(|h| PasswordHash::new(h).is_ok());
        let exists = known.is_some();
        let (password, hash) = (password.to_owned(), known.unwrap_or(NOBODY).to_owned());
        let fits = self.hashing.run(who, move || {
            let hash = PasswordHash::new(&hash).map_err(internal)?;
            Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok() && exists)
        });
        self.counted(fits.await)
    }

    /// Judges a new password, which takes as long as somebody made it take.
    pub(super) async fn judge<T: Send + 'static>(
        &self,
        who: Asker,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let judged = self.judging.run(who, work).await;
        self.judged.fetch_add(u64::from(!matches!(judged, Err(Error::Busy(_)))), Ordering::Relaxed);
        judged
    }

    /// Counts a hash that was computed.
    fn counted<T>(&self, hashed: Result<T, Error>) -> Result<T, Error> {
        self.done.fetch_add(u64::from(!matches!(hashed, Err(Error::Busy(_)))), Ordering::Relaxed);
        hashed
    }

    /// How many hashes were computed since the start: tests compare what two requests cost, the server may show it.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// How many new passwords were judged since the start.
    #[must_use]
    pub fn judged(&self) -> u64 {
        self.judged.load(Ordering::Relaxed)
    }
}

fn argon2() -> Result<Argon2<'static>, Error> {
    let params = Params::new(MEMORY, PASSES, LANES, None).map_err(internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn internal(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("password hashing: {error}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    store::both! {
        async fn hashes_and_verifies(db) {
            let ctx = crate::testing::Stage::new(db).ctx;
            let hash = ctx.hasher.hash(&ctx, "correct horse").await.unwrap();
            assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
            assert_ne!(hash, ctx.hasher.hash(&ctx, "correct horse").await.unwrap(), "each hash has its own salt");
            assert!(ctx.hasher.verify(Asker::Stranger, "correct horse", Some(&hash)).await.unwrap());
            assert!(!ctx.hasher.verify(Asker::Stranger, "correct horses", Some(&hash)).await.unwrap());
            assert_eq!(ctx.hasher.done(), 4);
        }
    }

    #[tokio::test]
    async fn without_a_hash_the_work_is_done_and_the_answer_is_no() {
        let hasher = Hasher::default();
        for hash in [None, Some("!"), Some("")] {
            assert!(!hasher.verify(Asker::Stranger, "anything at all", hash).await.unwrap());
        }
        assert_eq!(hasher.done(), 3);
        assert!(PasswordHash::new(NOBODY).is_ok(), "it can be read, so it costs what any hash costs");
        assert!(NOBODY.contains(&format!("m={MEMORY},t={PASSES},p={LANES}")));
    }
}
