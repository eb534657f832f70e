//! Hashing passwords with argon2id, a few at a time.
//!
//! One hash takes 19 MiB and some hundredths of a second, so only as many run at once as there are cores; the rest wait
//! their turn without holding a thread.

use crate::{Ctx, Error};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Semaphore;
use use_case::use_case;

/// Memory in KiB, passes and lanes: OWASP's first recommendation for argon2id.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The hash of a random password that nobody knows, made with the parameters above. Checked when there is no account, so
/// that an unknown address takes the same time.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$hwy/tJFYc2xUG/maLowxFw$YC6yfH7sUaUhdqNkdj9d/9G3yiKBM6c9PmkLAOM2488";

/// Hashes passwords with argon2id, a few at a time.
#[derive(Debug)]
pub struct Hasher {
    turns: Semaphore,
    done: AtomicU64,
}

impl Default for Hasher {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self { turns: Semaphore::new(cores), done: AtomicU64::new(0) }
    }
}

impl Hasher {
    /// The hash of a password as a PHC string, with a fresh salt.
    ///
    /// # Errors
    /// Only a fault of ours.
    #[use_case]
    pub async fn hash(&self, ctx: &Ctx, password: &str) -> Result<String, Error> {
        let mut salt = [0_u8; 16];
        ctx.entropy.fill(&mut salt);
        let password = password.to_owned();
        self.done.fetch_add(1, Ordering::Relaxed);
        self.in_turn(move || {
            let hash: PasswordHash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt).map_err(internal)?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Whether a password fits a hash. Without a hash the same work is done and the answer is no.
    ///
    /// # Errors
    /// Only a fault of ours. A hash that can't be read fits no password.
    #[use_case]
    pub async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool, Error> {
        let known = hash.filter(|h| PasswordHash::new(h).is_ok());
        let exists = known.is_some();
        let (password, hash) = (password.to_owned(), known.unwrap_or(NOBODY).to_owned());
        self.done.fetch_add(1, Ordering::Relaxed);
        self.in_turn(move || {
            let hash = PasswordHash::new(&hash).map_err(internal)?;
            Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok() && exists)
        })
        .await
    }

    /// How many hashes were computed since the start: tests compare what two requests cost, the server may show it.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// Does what keeps a core busy, as soon as one is free.
    pub(super) async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
        let _turn = self.turns.acquire().await.map_err(internal)?;
        tokio::task::spawn_blocking(work).await.map_err(internal)?
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
            assert!(ctx.hasher.verify("correct horse", Some(&hash)).await.unwrap());
            assert!(!ctx.hasher.verify("correct horses", Some(&hash)).await.unwrap());
            assert_eq!(ctx.hasher.done(), 4);
        }
    }

    #[tokio::test]
    async fn without_a_hash_the_work_is_done_and_the_answer_is_no() {
        let hasher = Hasher::default();
        for hash in [None, Some("!"), Some("")] {
            assert!(!hasher.verify("anything at all", hash).await.unwrap());
        }
        assert_eq!(hasher.done(), 3);
        assert!(PasswordHash::new(NOBODY).is_ok(), "it can be read, so it costs what any hash costs");
        assert!(NOBODY.contains(&format!("m={MEMORY},t={PASSES},p={LANES}")));
    }
}
