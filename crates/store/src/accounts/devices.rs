//! Devices that somebody signed in on before, known by the hash of a secret that the browser keeps. Being known opens nothing: it
//! only spares its owner the waiting that strangers' guesses bring about.

use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::PersonId;

/// Whether the owner of an address signed in on a device since an instant.
pub async fn is_known(tx: &mut Tx, token_hash: &[u8], email_key: &str, since: DateTime<Utc>) -> Result<bool, StoreError> {
    let found: Option<i32> = on!(tx, |c| {
        sqlx::query_scalar(
        "SELECT 1 FROM known_devices d JOIN people p ON p.id = d.person_id WHERE d.token_hash = $1 AND p.email_key = $2 AND d.seen_at > $3"
    )
    .bind(token_hash)
    .bind(email_key)
    .bind(since)
    .fetch_optional(c)
    .await
    })?;
    Ok(found.is_some())
}

/// Notes that a person signed in on a device. Its secret is a new one from now on, also for others who did so before: a secret
/// that somebody planted or copied is worth nothing any more.
pub async fn record(tx: &mut Tx, before: Option<&[u8]>, token_hash: &[u8], person: PersonId, now: DateTime<Utc>) -> Result<(), StoreError> {
    if let Some(before) = before {
        on!(tx, |c| sqlx::query("UPDATE known_devices SET token_hash = $2 WHERE token_hash = $1")
            .bind(before)
            .bind(token_hash)
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    on!(tx, |c| sqlx::query(
        "INSERT INTO known_devices (token_hash, person_id, seen_at) VALUES ($1, $2, $3)
         ON CONFLICT (token_hash, person_id) DO UPDATE SET seen_at = $3"
    )
    .bind(token_hash)
    .bind(person)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Forgets the devices of a person.
pub async fn forget(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM known_devices WHERE person_id = $1").bind(person).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Forgets devices that nobody signed in on since an instant, and says how many.
pub async fn delete_older(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| sqlx::query("DELETE FROM known_devices WHERE seen_at <= $1")
        .bind(before)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?)
}
