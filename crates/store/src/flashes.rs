//! What a form held when it could not be saved, kept for one look when the browser runs no JavaScript.

use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::types::Json;

/// Keeps a form under the hash of its cookie.
///
/// # Errors
/// The database said no.
pub async fn insert(tx: &mut Tx, token_hash: &[u8], body: &Value, expires_at: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("INSERT INTO flashes (token_hash, body, expires_at) VALUES ($1, $2, $3)")
        .bind(token_hash)
        .bind(Json(body))
        .bind(expires_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Takes a form away: the second look finds nothing.
///
/// # Errors
/// The database said no.
pub async fn take(tx: &mut Tx, token_hash: &[u8], now: DateTime<Utc>) -> Result<Option<Value>, StoreError> {
    let found: Option<(Json<Value>, DateTime<Utc>)> =
        on!(tx, |c| sqlx::query_as("DELETE FROM flashes WHERE token_hash = $1 RETURNING body, expires_at")
            .bind(token_hash)
            .fetch_optional(&mut *c)
            .await)?;
    Ok(found.filter(|(_, expires)| *expires > now).map(|(body, _)| body.0))
}

/// Removes what nobody came back for, and says how many.
///
/// # Errors
/// The database said no.
pub async fn delete_expired(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| sqlx::query("DELETE FROM flashes WHERE expires_at <= $1").bind(now).execute(c).await.map(|done| done.rows_affected()))?)
}
