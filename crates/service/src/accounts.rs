//! Accounts.

/// Hashes passwords with argon2id, a few at a time.
#[derive(Debug, Default)]
pub struct Hasher;
