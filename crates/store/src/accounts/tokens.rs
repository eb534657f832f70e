//! One-time tokens sent by mail. The database holds only their hashes.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::accounts::TokenPurpose;
use domain::{PersonId, TokenId};

row! {
    /// A one-time token.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Token in "account_tokens" as columns {
        /// Its id.
        pub id: TokenId,
        /// Whose it is.
        pub person_id: PersonId,
        /// What it is for.
        pub purpose: TokenPurpose,
        /// The address that it confirms, when that isn't the account's own.
        pub new_email: Option<String>,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it stops working.
        pub expires_at: DateTime<Utc>,
    }
}

row! {
    /// A token as it is kept.
    struct Hashed in "account_tokens" {
        token: Token = row,
        token_hash: Vec<u8>,
    }
}

/// Writes a token. Older ones of the same person and purpose stop working: only the newest mail counts. Not so those that set a new
/// password: anybody may ask for one, and must not take the link from under the hands of whoever is using it.
pub async fn insert(tx: &mut Tx, token: &Token, token_hash: &[u8]) -> Result<(), StoreError> {
    if token.purpose != TokenPurpose::Reset {
        discard(tx, token.person_id, token.purpose).await?;
    }
    row::insert(tx, &Hashed { token: token.clone(), token_hash: token_hash.to_vec() }).await
}

/// A token that still works, without using it.
pub async fn find(tx: &mut Tx, token_hash: &[u8], now: DateTime<Utc>) -> Result<Option<Token>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(concat!("SELECT ", columns!(), " FROM account_tokens WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2"))
            .bind(token_hash)
            .bind(now)
            .fetch_optional(c)
            .await
    })?)
}

/// Uses a token up. `false` when it was used or has expired: of two at once exactly one gets `true`.
pub async fn redeem(tx: &mut Tx, token: TokenId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| sqlx::query("UPDATE account_tokens SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2")
        .bind(token)
        .bind(now)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// A person's newest token for a purpose that still works.
pub async fn pending(tx: &mut Tx, person: PersonId, purpose: TokenPurpose, now: DateTime<Utc>) -> Result<Option<Token>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(
            "SELECT id, person_id, purpose, new_email, created_at, expires_at FROM account_tokens
             WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 ORDER BY created_at DESC, id DESC LIMIT 1",
        )
        .bind(person)
        .bind(purpose)
        .bind(now)
        .fetch_optional(c)
        .await
    })?)
}

/// Removes a person's unused tokens for a purpose.
pub async fn discard(tx: &mut Tx, person: PersonId, purpose: TokenPurpose) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM account_tokens WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL")
        .bind(person)
        .bind(purpose)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Removes tokens that no longer work, and says how many.
pub async fn delete_expired(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| sqlx::query("DELETE FROM account_tokens WHERE expires_at <= $1 OR used_at IS NOT NULL")
        .bind(now)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?)
}
